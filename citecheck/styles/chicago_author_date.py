"""Chicago 18, author-date system: The Chicago Manual of Style, 18th ed. (2024), 13.102 ff."""

from collections.abc import Sequence

from citecheck.model import Name, Reference
from citecheck.styles import chicago, dates
from citecheck.styles.markup import capital, commas, italic, quoted, sentences
from citecheck.styles.names import family, joined
from citecheck.styles.style import Cited, Style
from citecheck.styles.titles import headline
from citecheck.styles.work import Work, edition


def entry(reference: Reference) -> str:
    """Author. Year. Title. Facts of publication. Link."""
    work = Work(reference)
    if work.kind in ("case", "law"):
        return law(work)
    who, title, year = chicago.heading(work), chicago.title(work), _year(work)
    year = year if year.startswith("n.d.") else capital(year)
    head = (who, year, title) if who else (title, year)
    return sentences(*head, *_facts(work), work.link)


def law(work: Work) -> str:
    """Marsh v. Harbour Board, 2 Q.B. 112 (1971) (14.177)."""
    source = " ".join(filter(None, (work.volume, work.container, work.page)))
    year = dates.year(work.issued)
    head = ", ".join(filter(None, (work.title, source)))
    return sentences(f"{head} ({year})" if year else head, work.link)


def _year(work: Work) -> str:
    """ "2021a", "(1957) 2003", "n.d." (14.44, 14.16)."""
    year = dates.year(work.issued, letter=work.letter)
    if not year:
        return f"n.d.-{work.letter}" if work.letter else "n.d."
    original = dates.year(work.original)
    return f"({original}) {year}" if original else year


def _facts(work: Work) -> list[str]:
    """What follows the title, by kind of work."""
    kind = work.kind
    if kind in ("article", "magazine", "newspaper"):
        return [_periodical(work)]
    if kind in ("chapter", "entry", "paper"):
        return _in_book(work)
    if kind == "thesis":
        return [", ".join(filter(None, (work.genre or "Thesis", work.publisher)))]
    if kind == "web":
        return [*_site(work), chicago.seen(work)]
    return _whole(work)


def _periodical(work: Work) -> str:
    """*Title* 12 (3): 45–67 (14.71); newspapers and magazines by their date (14.87, 14.89)."""
    title = italic(work.container)
    if work.kind != "article":
        day = dates.month_day(work.issued)
        return f"{title}, {day}" if day else title
    volume = work.volume
    if work.issue:
        volume = f"{volume} ({work.issue})" if volume else f"no. {work.issue}"
    source = f"{title}, {volume}" if not work.volume and work.issue else f"{title} {volume}".strip()
    page = chicago.place_in_journal(work)
    if page:
        source += f": {page}" if volume else f", {page}"
    return source


def _in_book(work: Work) -> list[str]:
    return [chicago.within(work), work.publisher]


def _site(work: Work) -> list[str]:
    """Site, month and day (14.104); the site is not named twice."""
    day = dates.month_day(work.issued)
    return [commas((chicago.site(work), day))]


def _whole(work: Work) -> list[str]:
    """Books, reports, films, data (14.2): no place of publication after 1900 (14.30)."""
    day = dates.month_day(work.issued) if work.kind in ("preprint", "speech", "message") else ""
    publisher = work.publisher or work.container
    return [
        *(capital(role) for role in chicago.roles(work)),
        edition(work.edition, "ed."),
        capital(chicago.volume(work)),
        headline(work.series, work.language),
        chicago.report_number(work),
        ", ".join(filter(None, (publisher, day))),
        chicago.seen(work),
    ]


def cited(reference: Reference, call: Cited) -> str:
    """(Deen et al. 2021, 4); Deen et al. (2021, 4) (13.115 to 13.122)."""
    work = Work(reference)
    people = work.authors or work.editors or work.directors or work.translators
    who = cited_names(people, work.others) or cited_title(work)
    year = _year(work).replace("(", "[").replace(")", "]")
    tail = f", {chicago.locator(call.locator)}" if call.locator else ""
    if call.narrative:
        return f"{who} ({year}{tail})"
    joint = " " if any(map(str.isdigit, year)) else ", "  # "n.d.", "in press"
    return f"({who}{joint}{year}{tail})"


def cited_names(people: Sequence[Name], others: bool) -> str:
    """One or two family names, of three or more the first and "et al."."""
    if not people:
        return ""
    if len(people) > 2 or others:
        return f"{family(people[0])} et al."
    return joined([family(name) for name in people], " and ", "")


def cited_title(work: Work) -> str:
    """What stands for the author where there is none: the site or the title."""
    if work.kind == "web" and work.container:
        return work.container
    written = headline(work.title, work.language)
    return quoted(written) if work.kind in chicago.QUOTED else italic(written)


STYLE = Style(
    name="chicago-author-date",
    title="Chicago 18, author-date",
    entry=entry,
    cited=cited,
    letters="title",
    heading=chicago.filed,
    demoted_particles=True,
)
