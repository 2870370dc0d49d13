"""Chicago 18, notes and bibliography: The Chicago Manual of Style, 18th ed. (2024), 13.18 ff."""

from citecheck.model import Reference
from citecheck.styles import chicago, dates
from citecheck.styles.chicago_author_date import law
from citecheck.styles.chicago_note import cited
from citecheck.styles.markup import capital, commas, sentences
from citecheck.styles.style import Style
from citecheck.styles.titles import headline
from citecheck.styles.work import Work, edition

_NO_DATE = "n.d."
_DAYS = frozenset(("preprint", "speech", "message"))


def entry(reference: Reference) -> str:
    """Author. Title. Facts of publication, year. Link."""
    work = Work(reference)
    if work.kind in ("case", "law"):
        return law(work)
    return sentences(chicago.heading(work), chicago.title(work), *_facts(work), work.link)


def _facts(work: Work) -> list[str]:
    kind, year = work.kind, dates.year(work.issued)
    if kind in ("article", "magazine", "newspaper"):
        return [_periodical(work)]
    if kind in ("chapter", "entry", "paper"):
        return [chicago.within(work), commas((work.publisher, year or _NO_DATE))]
    if kind == "thesis":
        return [commas((work.genre or "Thesis", work.publisher, year))]
    if kind == "web":
        facts = (chicago.site(work), dates.month_day_year(work.issued))
        return [commas(facts), chicago.seen(work)]
    return _whole(work)


def _periodical(work: Work) -> str:
    """*Title* 12, no. 3 (2020): 45–67 (14.67); newspapers by their date."""
    source, page = chicago.volume_and_issue(work), chicago.place_in_journal(work)
    if work.kind == "article" and page:
        return f"{source}: {page}" if source.endswith(")") else commas((source, page))
    return source


def _whole(work: Work) -> list[str]:
    """Books, reports, films, data (14.2); an original year before a semicolon (14.16)."""
    whole = dates.month_day_year(work.issued) if work.kind in _DAYS else dates.year(work.issued)
    imprint = commas((work.publisher or work.container, whole or _NO_DATE))
    original = dates.year(work.original)
    return [
        *(capital(role) for role in chicago.roles(work)),
        edition(work.edition, "ed."),
        capital(chicago.volume(work)),
        headline(work.series, work.language),
        chicago.report_number(work),
        f"{original}; {imprint}" if original else imprint,
        chicago.seen(work),
    ]


STYLE = Style(
    name="chicago-notes",
    title="Chicago 18, notes and bibliography",
    entry=entry,
    cited=cited,
    heading=chicago.filed,
    demoted_particles=True,
)
