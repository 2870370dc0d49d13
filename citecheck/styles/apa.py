"""APA 7: Publication Manual of the American Psychological Association, 7th ed. (2020)."""

from collections.abc import Sequence

from citecheck.model import Name, Reference
from citecheck.styles import dates
from citecheck.styles.markup import double_inside, italic, quoted, sentences, stop
from citecheck.styles.names import direct, family, initials, inverted, joined
from citecheck.styles.style import Cited, Style
from citecheck.styles.titles import headline, sentence, subtitle_capital
from citecheck.styles.work import Work, edition, is_range, numbered

_MOST_NAMES, _BEFORE_DOTS = 20, 19
# Works dated by the day: 9.14 (periodicals other than journals, web pages, talks).
_DAYS = frozenset(("magazine", "newspaper", "web", "video", "speech", "message"))
_MEDIA = {"dataset": "Data set", "software": "Computer software"}


def entry(reference: Reference) -> str:
    """Author. (Date). Title. Source (9.4 to 9.37)."""
    work = Work(reference)
    if work.kind in ("case", "law"):
        return _law(work)
    who, title, date = _who(work), _title(work), _date(work)
    if not who:
        return " ".join((stop(title), date, _source(work))).rstrip()
    return " ".join(filter(None, (stop(who), date, stop(title), _source(work))))


def _who(work: Work) -> str:
    """Authors, or editors with "(Ed.)" (9.10)."""
    if work.authors:
        return _names(work.authors, work.others)
    if work.kind in ("chapter", "entry", "paper"):
        return ""
    for people, role in ((work.editors, "Ed"), (work.directors, "Director"),
                         (work.translators, "Trans")):  # fmt: skip
        if people:
            return f"{_names(people, work.others)} ({_role(role, len(people))})"
    return ""


def _role(role: str, number: int) -> str:
    if role == "Director":
        return "Directors" if number > 1 else role
    return "Eds." if role == "Ed" and number > 1 else f"{role}."


def _names(people: Sequence[Name], others: bool = False) -> str:
    """Up to 20 names; of more the first 19, an ellipsis and the last (9.8)."""
    written = [inverted(name, initials(name.given)) for name in people]
    if others:
        return ", ".join((*written, "et al."))
    if len(written) > _MOST_NAMES:
        return f"{', '.join(written[:_BEFORE_DOTS])}, . . . {written[-1]}"
    return joined(written, ", & ", ", & ")


def _direct(people: Sequence[Name]) -> str:
    return joined([direct(n, initials(n.given)) for n in people], " & ", ", & ")


def _date(work: Work) -> str:
    """(2021a, August 4); (n.d.); (in press) (9.13 to 9.17)."""
    issued = work.issued
    year = dates.year(issued, letter=work.letter)
    if not year:
        return f"(n.d.-{work.letter})." if work.letter else "(n.d.)."
    day = dates.month_day(issued) if work.kind in _DAYS else ""
    return f"({year}, {day})." if day else f"({year})."


def _title(work: Work) -> str:
    """Works that stand alone in italics (9.19), with what identifies them in parentheses."""
    title = double_inside(subtitle_capital(sentence(work.title, work.language)))
    if not title:
        return f"[{work.genre or work.medium or 'Untitled'}]"
    if work.kind in ("article", "magazine", "newspaper", "chapter", "entry", "paper"):
        return title
    identified = _in_parentheses(work)
    described = _description(work)
    return " ".join(filter(None, (italic(title), identified, described)))


def _in_parentheses(work: Work, page: str = "") -> str:
    """Translator, edition, volume, report number, pages (9.20, 9.29)."""
    parts = [edition(work.edition, "ed.")]
    if work.volume and work.kind not in ("web", "preprint"):
        parts.append(f"Vol{'s' if is_range(work.volume) else ''}. {work.volume}")
    if work.kind == "preprint" and work.arxiv:
        parts.append(f"arXiv:{work.arxiv}")
    elif work.number and work.kind in ("report", "preprint"):
        parts.append(f"{headline(work.genre, 'en') or 'Report'} {numbered(work.number)}")
    parts.append(page)
    inside = ", ".join(filter(None, parts))
    if work.translators and work.authors:
        inside = "; ".join(filter(None, (f"{_direct(work.translators)}, Trans.", inside)))
    return f"({inside})" if inside else ""


def _description(work: Work) -> str:
    """[Doctoral dissertation, University]; [Data set] (9.21, 10.6)."""
    if work.kind == "thesis":
        genre = work.genre or "Thesis"
        return f"[{genre}, {work.publisher}]" if _is_published(work) else f"[{genre}]"
    if work.kind in ("video", "speech", "manuscript", "message"):
        genre = work.genre or work.medium or ("Video" if work.kind == "video" and work.url else "")
        return f"[{genre[0].upper()}{genre[1:]}]" if genre else ""
    return f"[{_MEDIA[work.kind]}]" if work.kind in _MEDIA else ""


def _is_published(work: Work) -> bool:
    """Whether a thesis is in an archive; else the university is its source (10.6)."""
    return bool(work.publisher and (work.archive or work.link))


def _source(work: Work) -> str:
    """The periodical, the book or the publisher, and the link (9.23 to 9.37)."""
    if work.kind in ("article", "magazine", "newspaper"):
        source = _periodical(work)
    elif work.kind in ("chapter", "entry", "paper"):
        source = _book(work)
    elif work.kind == "thesis":
        source = stop(work.archive) if _is_published(work) else stop(work.publisher)
    else:
        site = work.container if work.kind == "web" else work.publisher or work.container
        source = "" if work.is_own(site) else stop(site)
    original = dates.year(work.original)
    if original:
        original = f"(Original work published {original})"
    return " ".join(filter(None, (source, _link(work), original)))


def _periodical(work: Work) -> str:
    """*Title*, *12*(3), 45–67. (9.25)"""
    parts = [italic(work.container)]
    if work.volume:
        parts.append(italic(work.volume) + (f"({work.issue})" if work.issue else ""))
    elif work.issue:
        parts.append(f"({work.issue})")
    if work.page:
        parts.append(work.page)
    elif work.number:
        parts.append(f"Article {work.number.removeprefix('Article ')}")
    return stop(", ".join(parts))


def _book(work: Work) -> str:
    """In E. Editor (Ed.), *Book* (2nd ed., pp. 1–5). Publisher. (9.28)"""
    page = f"pp. {work.page}" if is_range(work.page) else f"p. {work.page}" if work.page else ""
    book = italic(
        sentence(work.container, work.language) if work.kind != "paper" else work.container
    )
    people, role = (work.editors, "Ed") if work.editors else (work.book_authors, "")
    if people:
        said = f" ({_role(role, len(people))})" if role else ""
        book = f"{_direct(people)}{said}, {book}"
    identified = _in_parentheses(work, page)
    return sentences(f"In {book} {identified}".rstrip(), work.publisher)


def _link(work: Work) -> str:
    """A DOI or address without a full stop; with the day only where a page is bound to change,
    which one without a date is (9.16, 9.34).
    """
    if work.url and not work.doi and work.accessed and work.issued is None:
        return f"Retrieved {dates.month_day_year(work.accessed)}, from {work.url}"
    return work.link


def _law(work: Work) -> str:
    """Name v. Name, 2 Reporter 112 (1971) (11.4)."""
    source = " ".join(filter(None, (work.volume, work.container, work.page)))
    year = dates.year(work.issued)
    title = ", ".join(filter(None, (work.title, source)))
    return " ".join(filter(None, (stop(f"{title} ({year})" if year else title), work.link)))


def cited(reference: Reference, call: Cited) -> str:
    """(Deen et al., 2021a, p. 4); Deen et al. (2021a, p. 4) (8.10 to 8.17)."""
    work = Work(reference)
    people = work.authors or work.editors or work.directors or work.translators
    who = _cited_names(people, call.narrative, work.others) or _cited_title(work)
    year = _cited_year(work)
    tail = f", {call.locator}" if call.locator else ""
    return f"{who} ({year}{tail})" if call.narrative else f"({who}, {year}{tail})"


def _cited_year(work: Work) -> str:
    year = dates.year(work.issued, letter=work.letter)
    if not year:
        return f"n.d.-{work.letter}" if work.letter else "n.d."
    original = dates.year(work.original)
    return f"{original}/{year}" if original else year


def _cited_names(people: Sequence[Name], narrative: bool, others: bool) -> str:
    if not people:
        return ""
    if len(people) > 2 or others:
        return f"{family(people[0])} et al."
    return joined([family(name) for name in people], " and " if narrative else " & ", "")


def _cited_title(work: Work) -> str:
    """A title in the author's place, headline style (8.14)."""
    title = headline(work.title, work.language)
    alone = work.kind not in ("article", "magazine", "newspaper", "chapter", "entry", "paper")
    return italic(title) if alone else quoted(title)


STYLE = Style(
    name="apa",
    title="APA 7",
    entry=entry,
    cited=cited,
    letters="date",
)
