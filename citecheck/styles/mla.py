"""MLA 9: MLA Handbook, 9th ed. (2021)."""

import re
from collections.abc import Sequence

from citecheck.model import Name, Reference
from citecheck.styles import dates
from citecheck.styles.markup import capital, commas, double_inside, italic, quoted, sentences
from citecheck.styles.names import direct, family, inverted, joined, spelt
from citecheck.styles.style import Cited, Style
from citecheck.styles.titles import headline
from citecheck.styles.work import PARTS, Work, edition, is_range, numbered

_QUOTED = frozenset(
    ("article", "magazine", "newspaper", "chapter", "entry", "paper", "web", "preprint", "speech",
     "dataset", "message", "manuscript")
)  # fmt: skip
_PRESS = re.compile(r"\bUniversity Press\b")
_RANGE = re.compile(r"(?<!\d)(\d{1,9})–(\d{1,9})")


def entry(reference: Reference) -> str:
    """Author. Title. Container, contributors, version, number, publisher, date, location
    (5.1 to 5.105).
    """
    work = Work(reference)
    return sentences(
        _who(work), _title(work), _before_container(work), _container(work), _end(work)
    )


def heading(reference: Reference) -> str:
    """The names as they begin the entry, without its full stop, or else the title."""
    work = Work(reference)
    return _who(work).removesuffix(".") or work.title


def _who(work: Work) -> str:
    """One name, two names, or the first and "et al." (5.6 to 5.8); "editor" behind editors."""
    if work.authors:
        return _names(work.authors, work.others)
    if work.kind in ("chapter", "entry", "paper"):
        return ""
    for people, role in ((work.editors, "editor"), (work.directors, "director"),
                         (work.translators, "translator")):  # fmt: skip
        if people:
            several = "s" if len(people) > 1 or work.others else ""
            return f"{_names(people, work.others)}, {role}{several}"
    return ""


def _names(people: Sequence[Name], others: bool) -> str:
    first = inverted(people[0], spelt(people[0].given))
    if len(people) > 2 or others:
        return f"{first}, et al."
    if len(people) == 2:
        second = people[1]
        return f"{first}, and {direct(second, spelt(second.given))}"
    return first


def _direct(people: Sequence[Name]) -> str:
    if len(people) > 2:
        return f"{direct(people[0], spelt(people[0].given))} et al."
    return joined([direct(name, spelt(name.given)) for name in people], " and ", "")


def _title(work: Work) -> str:
    title = headline(work.title, work.language, long_prepositions=True)
    if not title:
        return capital(work.genre)
    return quoted(title) if work.kind in _QUOTED else italic(double_inside(title))


def _before_container(work: Work) -> str:
    """What kind of work it is, the original year of a new edition, the year of a thesis: optional
    elements between title and container (5.105).
    """
    if work.kind == "thesis":
        return dates.year(work.issued)
    if not work.genre and not work.original:
        return ""
    described = work.genre if not work.number and work.kind not in PARTS else ""
    return sentences(capital(described), dates.year(work.original))


def _container(work: Work) -> str:
    if work.kind == "thesis":
        return capital(commas((_press(work), work.genre, work.link)))
    container = work.container
    if work.kind in ("chapter", "entry", "paper"):
        container = headline(container, work.language, long_prepositions=True)
    return capital(commas((italic(container), *_roles(work), edition(work.edition, "ed."),
                           *_numbers(work), _press(work), _date(work), _page(work),
                           work.link)))  # fmt: skip


def _roles(work: Work) -> list[str]:
    """Other contributors (5.38 to 5.47)."""
    if not (work.editors or work.translators or work.directors or work.book_authors):
        return []
    roles = [("by", work.book_authors), ("edited by", work.editors),
             ("translated by", work.translators), ("directed by", work.directors)]  # fmt: skip
    stands = work.kind not in ("chapter", "entry", "paper") and not work.authors
    if stands:
        roles = [pair for pair in roles[1:] if pair[1] and pair[1] is not _heading(work)]
    return [f"{role} {_direct(people)}" for role, people in roles if people]


def _heading(work: Work) -> tuple[Name, ...]:
    return work.editors or work.directors or work.translators


def _numbers(work: Work) -> list[str]:
    """vol. 12, no. 3 (5.48 to 5.53)."""
    numbers = []
    if work.volume:
        numbers.append(f"vol. {work.volume}")
    if work.issue:
        numbers.append(f"no. {work.issue}")
    if work.number and work.kind != "article":
        numbers.append(f"{work.genre} {numbered(work.number, 'no.')}".strip())
    return numbers


def _press(work: Work) -> str:
    """The publisher, "University Press" as "UP" (5.62); not for periodicals (5.55)."""
    if work.kind in ("article", "magazine", "newspaper"):
        return ""
    name = work.publisher
    return _PRESS.sub("UP", name) if name != work.container else ""


def _date(work: Work) -> str:
    """4 Aug. 2021; Dec. 2004 (5.68 to 5.82)."""
    return dates.day_month_year(work.issued, dates.ABBREVIATED)


def _page(work: Work) -> str:
    """p. 4, pp. 1191–205 (5.84, 2.139)."""
    if not work.page:
        return f"article {work.number}" if work.number and work.kind == "article" else ""
    return f"pp. {shortened(work.page)}" if is_range(work.page) else f"p. {work.page}"


def shortened(page: str) -> str:
    """The second number of a range by its last two digits, or more where those would mislead."""
    return _RANGE.sub(lambda m: f"{m[1]}–{_second(m[1], m[2])}", page)


def _second(first: str, second: str) -> str:
    if len(first) != len(second) or len(first) < 3:
        return second
    same = 0
    while same < len(first) - 2 and first[same] == second[same]:
        same += 1
    return second[same:]


def _end(work: Work) -> str:
    """The series, and when an online work without a date was seen (5.111, 5.114)."""
    seen = ""
    if work.accessed and work.url and not work.doi and work.issued is None:
        seen = f"Accessed {dates.day_month_year(work.accessed, dates.ABBREVIATED)}"
    return sentences(headline(work.series, work.language), seen)


def cited(reference: Reference, call: Cited) -> str:
    """(Deen et al. 4); Deen et al. (4) (6.1 to 6.30): names and page, no year."""
    work = Work(reference)
    people = work.authors or _heading(work)
    who = _cited_names(people, work.others, call.narrative) or _cited_title(work)
    place = call.locator.removeprefix("pp. ").removeprefix("p. ")
    if call.narrative:
        return f"{who} ({place})" if place else who
    return f"({who} {place})" if place else f"({who})"


def _cited_names(people: Sequence[Name], others: bool, narrative: bool) -> str:
    if not people:
        return ""
    if len(people) > 2 or others:
        return f"{family(people[0])} {'and others' if narrative else 'et al.'}"
    return joined([family(name) for name in people], " and ", "")


def _cited_title(work: Work) -> str:
    title = headline(work.title, work.language, long_prepositions=True)
    return quoted(title) if work.kind in _QUOTED else italic(title)


STYLE = Style(name="mla", title="MLA 9", entry=entry, cited=cited, heading=heading, repeated="———")
