"""Chicago 18: The Chicago Manual of Style, 18th ed. (2024), what both of its systems share."""

import re
from collections.abc import Sequence

from citecheck.model import Name, Reference
from citecheck.styles import dates
from citecheck.styles.markup import capital, commas, double_inside, italic, quoted
from citecheck.styles.names import direct, inverted, joined, spelt
from citecheck.styles.titles import headline
from citecheck.styles.work import Work, edition, numbered

QUOTED = frozenset(
    ("article", "magazine", "newspaper", "chapter", "entry", "paper", "web", "preprint", "thesis",
     "speech", "dataset", "message", "manuscript")
)  # fmt: skip
_MOST_NAMES, _BEFORE_ET_AL = 6, 3


def heading(work: Work) -> str:
    """Authors, or editors with "ed." (13.75, 14.6): up to six, of more the first three (13.23).

    A page without an author stands under its site's name (14.104).
    """
    if work.authors:
        return names(work.authors, work.others)
    if work.kind in ("chapter", "entry", "paper"):
        return ""
    for people, role in (
        (work.editors, "ed"),
        (work.directors, "dir"),
        (work.translators, "trans"),
    ):
        if people:
            several = "s" if len(people) > 1 and role != "trans" else ""
            return f"{names(people, work.others)}, {role}{several}."
    return work.container if work.kind == "web" else ""


def site(work: Work) -> str:
    """The site of a page, unless the page stands under it (14.104)."""
    if work.authors:
        return "" if work.is_own(work.container) else work.container
    return work.container if work.editors or work.translators else ""


def filed(reference: Reference) -> str:
    """Under what an entry without names is filed: the site or the title."""
    work = Work(reference)
    return heading(work) or work.title


def names(people: Sequence[Name], others: bool = False) -> str:
    """The first name inverted, the others as spoken."""
    shown = people if len(people) <= _MOST_NAMES else people[:_BEFORE_ET_AL]
    written = [_first(shown[0]), *(spoken(name) for name in shown[1:])]
    if others or len(shown) < len(people):
        return f"{', '.join(written)}, et al."
    return joined(written, ", and ", ", and ") if not people[0].literal else written_group(written)


def written_group(written: list[str]) -> str:
    """An organisation before another name takes no comma."""
    return joined(written, " and ", ", and ")


def _first(name: Name) -> str:
    """ "Berg, Jan van den": small particles go behind (13.10, 15.33), "La Fontaine" stays."""
    particle = name.non_dropping_particle
    if particle and particle[0].islower() and not name.literal:
        dropping = " ".join(filter(None, (spelt(name.given), name.dropping_particle, particle)))
        return ", ".join(filter(None, (name.family, dropping, name.suffix)))
    return inverted(name, spelt(name.given))


def spoken(name: Name) -> str:
    """ "Henry Ford III", "Martin King Jr." (6.47)."""
    return direct(name, spelt(name.given))


def people_of(people: Sequence[Name]) -> str:
    """Names as spoken, joined."""
    if len(people) > _MOST_NAMES:
        return f"{', '.join([spoken(n) for n in people[:_BEFORE_ET_AL]])}, et al."
    return joined([spoken(name) for name in people], " and ", ", and ")


def title(work: Work) -> str:
    """Parts in quotation marks, wholes in italics (8.161), headline style."""
    written = headline(work.title, work.language)
    if not written:
        return capital(work.genre)
    return quoted(written) if work.kind in QUOTED else italic(double_inside(written))


def roles(work: Work) -> list[str]:
    """ "edited by ...", "translated by ..." of a whole work whose author heads it."""
    heads = not work.authors
    found = []
    for people, role in ((work.editors, "edited by"), (work.translators, "translated by"),
                         (work.directors, "directed by")):  # fmt: skip
        if people and heads:
            heads = False
        elif people:
            found.append(f"{role} {people_of(people)}")
    return found


def within(work: Work) -> str:
    """ "In *Book*, 2nd ed., edited by X" (14.8)."""
    if not work.container:
        return ""
    book = "In " + italic(headline(work.container, work.language))
    if work.book_authors:
        book += f", by {people_of(work.book_authors)}"
    parts = [book, edition(work.edition, "ed.")]
    if work.volume:
        parts.append(f"vol. {work.volume}")
    if work.editors:
        parts.append(f"edited by {people_of(work.editors)}")
    if work.translators:
        parts.append(f"translated by {people_of(work.translators)}")
    return ", ".join(filter(None, parts))


def report_number(work: Work) -> str:
    """ "Technical Report 5"."""
    genre = headline(work.genre, "en") if work.number else capital(work.genre)
    if work.kind not in ("report", "preprint", "video", "dataset", "software"):
        return ""
    return f"{genre or 'Report'} {numbered(work.number)}" if work.number else genre


def volume(work: Work) -> str:
    """ "Vol. 2" of a whole work (14.20)."""
    return f"vol. {work.volume}" if work.volume else ""


def volume_and_issue(work: Work) -> str:
    """*Title* 12, no. 3 (2020); without numbers, and for newspapers, *Title*, June 22, 2023."""
    title = italic(work.container)
    if work.kind != "article" or not (work.volume or work.issue):
        return commas((title, dates.month_day_year(work.issued)))
    issue = f"no. {work.issue}" if work.issue else ""
    source = commas((f"{title} {work.volume}".rstrip(), issue))
    year = dates.year(work.issued)
    return f"{source} ({year})" if year else source


def place_in_journal(work: Work) -> str:
    """Pages, or the number of the article (14.71)."""
    return shortened(work.page) or work.number


_RANGE = re.compile(r"(?<!\d)(\d{1,9})–(\d{1,9})")


def shortened(page: str) -> str:
    """Pages as 9.63 has them: 3–10, 100–104, 101–8, 1191–205."""
    return _RANGE.sub(lambda found: f"{found[1]}–{_second(found[1], found[2])}", page)


def _second(first: str, second: str) -> str:
    if len(first) != len(second) or len(first) < 3 or first.endswith("00"):
        return second
    same = 0
    while same < len(first) - 1 and first[same] == second[same]:
        same += 1
    least = 1 if first[-2] == "0" else 2
    return second[-max(len(second) - same, least) :]


def seen(work: Work) -> str:
    """When a page without a date was consulted (13.15)."""
    if work.issued is None and work.accessed and work.url and not work.doi:
        return f"Accessed {dates.month_day_year(work.accessed)}"
    return ""


def locator(text: str) -> str:
    """A page without "p.", which Chicago does not write (13.67)."""
    return text.removeprefix("pp. ").removeprefix("p. ")
