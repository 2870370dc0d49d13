"""Harvard as in Cite Them Right, 12th ed. (2022)."""

from collections.abc import Sequence

from citecheck.model import Name, Reference
from citecheck.styles import dates
from citecheck.styles.markup import commas, italic, quoted_single, sentences, single_inside
from citecheck.styles.names import direct, family, initials, inverted, joined
from citecheck.styles.style import Cited, Style
from citecheck.styles.titles import sentence, subtitle_small
from citecheck.styles.work import Work, bare_number, edition, is_range

_MOST_NAMES = 3
_QUOTED = frozenset(("article", "magazine", "newspaper", "chapter", "entry", "paper", "preprint",
                     "dataset", "message"))  # fmt: skip
_NO_DATE = "no date"


def entry(reference: Reference) -> str:
    """Author (Year) Title. Source. Available at: link (Accessed: date)."""
    work = Work(reference)
    who, title, year = _who(work), _title(work), f"({_year(work)})"
    head = f"{who} {year} {title}" if who else f"{title} {year}"
    if not who and work.kind in _QUOTED:
        head = f"{title} {year}"
    return sentences(*_body(work, head), _available(work))


def _who(work: Work) -> str:
    """Up to three names, of more the first and "et al." in italics; "(ed.)" behind editors."""
    if work.authors:
        return _names(work.authors, work.others)
    if work.kind in ("chapter", "entry", "paper"):
        return ""
    for people, one, several in (
        (work.editors, "ed.", "eds"),
        (work.translators, "trans.", "trans."),
    ):
        if people:
            return f"{_names(people, work.others)} ({several if len(people) > 1 else one})"
    return ""


def _names(people: Sequence[Name], others: bool) -> str:
    written = [inverted(name, initials(name.given, ".", "")) for name in people]
    if others or len(people) > _MOST_NAMES:
        return f"{written[0]} {italic('et al.')}"
    return joined(written, " and ", " and ")


def _direct(people: Sequence[Name]) -> str:
    written = [direct(name, initials(name.given, ".", "")) for name in people]
    if len(people) > _MOST_NAMES:
        return f"{written[0]} {italic('et al.')}"
    return joined(written, " and ", " and ")


def _year(work: Work) -> str:
    year = dates.year(work.issued, circa="c.", letter=work.letter)
    return year or (f"{_NO_DATE} {work.letter}" if work.letter else _NO_DATE)


def _title(work: Work) -> str:
    """Parts in single quotation marks, wholes in italics; capitals for the first word and names."""
    if not work.title:
        return work.genre
    return quoted_single(_small(work)) if work.kind in _QUOTED else _slanted(work)


def _slanted(work: Work) -> str:
    return italic(single_inside(_small(work)))


def _small(work: Work) -> str:
    return subtitle_small(sentence(work.title, work.language), work.language)


def _body(work: Work, head: str) -> list[str]:
    kind = work.kind
    if kind in ("article", "magazine", "newspaper"):
        return [_periodical(work, head)]
    if kind in ("chapter", "entry", "paper"):
        return _in_book(work, head)
    if kind == "web":
        own = work.is_own(work.container)
        day = dates.day_month(work.issued) if work.type.startswith("post") else ""
        site = "" if own else italic(work.container)
        if site and not _who(work):
            return [commas((f"{head} {site}", day))]
        return [commas((head, site, day))]
    if kind == "case":
        source = " ".join(filter(None, (work.volume, work.container, work.page)))
        return [f"{italic(work.title)} ({_year(work)}) {source}".rstrip()]
    return _whole(work, head)


def _periodical(work: Work, head: str) -> str:
    """‘Title’, *Journal*, 56(8), pp. 1–9."""
    numbers = work.volume + (f"({work.issue})" if work.issue else "")
    day = dates.day_month(work.issued) if work.kind != "article" or not numbers else ""
    pieces = [head, italic(work.container)]
    if work.kind == "article":
        pieces.append(numbers)
    pieces.append(day)
    pieces.append(_page(work) or (f"article {work.number}" if work.number else ""))
    return ", ".join(filter(None, pieces))


def _page(work: Work) -> str:
    if not work.page:
        return ""
    return f"pp. {work.page}" if is_range(work.page) else f"p. {work.page}"


def _in_book(work: Work, head: str) -> list[str]:
    """‘Title’, in E. Editor (ed.) *Book*. 2nd edn. Publisher, pp. 1–9."""
    people = work.editors or work.book_authors
    role = ("(eds) " if len(people) > 1 else "(ed.) ") if work.editors else ""
    editors = f"{_direct(people)} {role}" if people else ""
    lead = "in " if people or work.kind == "chapter" else ""
    book = f"{head}, {lead}{editors}{italic(work.container)}"
    numbered = commas((book, f"vol. {work.volume}" if work.volume else ""))
    return [numbered, edition(work.edition, "edn"), *_translated(work), _series(work),
            commas((_publisher(work), _page(work)))]  # fmt: skip


def _translated(work: Work) -> list[str]:
    if not work.translators or not work.authors:
        return []
    return [f"Translated by {_direct(work.translators)}"]


def _publisher(work: Work) -> str:
    """Place: Publisher, as the list gives them."""
    return ": ".join(filter(None, (work.place, work.publisher)))


def _series(work: Work) -> str:
    return ""


def _whole(work: Work, head: str) -> list[str]:
    kind = work.kind
    parts = [head]
    if kind == "thesis":
        return [head, work.genre or "Thesis", work.publisher]
    if kind == "report":
        parts.append(f"{work.genre} {bare_number(work.number)}".strip())
    if kind == "video" and work.directors:
        parts.append(f"Directed by {_direct(work.directors)}")
    elif kind in ("speech", "manuscript", "message") and (work.genre or work.medium):
        parts[0] = f"{head} [{work.genre or work.medium}]"
    if work.authors and work.editors:
        parts.append(f"Edited by {_direct(work.editors)}")
    parts += [edition(work.edition, "edn"), *_translated(work)]
    if work.volume:
        parts.append(f"Vol. {work.volume}")
    imprint = _publisher(work) or italic(work.container)
    return [*parts, f"{imprint} ({work.series})" if work.series and imprint else imprint]


def _available(work: Work) -> str:
    """Available at: link; the day of access for pages that have no DOI."""
    if not work.link:
        return ""
    seen = dates.day_month_year(work.accessed) if work.accessed and not work.doi else ""
    return f"Available at: {work.link}" + (f" (Accessed: {seen})" if seen else "")


def cited(reference: Reference, call: Cited) -> str:
    """(Deen, Roggen and Zweer, 2015, p. 4); Deen *et al.* (2016, p. 4)."""
    work = Work(reference)
    people = work.authors or work.editors or work.directors or work.translators
    who = _cited_names(people, work.others) or _slanted(work)
    tail = f", {call.locator}" if call.locator else ""
    year = _year(work)
    return f"{who} ({year}{tail})" if call.narrative else f"({who}, {year}{tail})"


def _cited_names(people: Sequence[Name], others: bool) -> str:
    if not people:
        return ""
    if others or len(people) > _MOST_NAMES:
        return f"{family(people[0])} {italic('et al.')}"
    return joined([family(name) for name in people], " and ", " and ")


STYLE = Style(name="harvard", title="Harvard (Cite Them Right 12)", entry=entry, cited=cited,
              letters="title", demoted_particles=True)  # fmt: skip
