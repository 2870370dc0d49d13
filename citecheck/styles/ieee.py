"""IEEE: IEEE Reference Guide (2023)."""

from collections.abc import Sequence

from citecheck.model import Name, Reference
from citecheck.styles import dates
from citecheck.styles.markup import comma, commas, italic, quoted, sentences, stop
from citecheck.styles.names import direct, initials, joined
from citecheck.styles.style import Cited, Style
from citecheck.styles.titles import headline, sentence
from citecheck.styles.work import Work, bare_number, edition, is_range

_MOST_NAMES = 6
_MONTHS = tuple(month.replace("Sept.", "Sep.").replace("June", "Jun.").replace("July", "Jul.")
                for month in dates.ABBREVIATED)  # fmt: skip


def entry(reference: Reference) -> str:
    """A. Author, “Title,” *Source*, vol. 1, no. 2, pp. 3–4, May 2020, doi: 10.1234/5."""
    work = Work(reference)
    kind = work.kind
    if kind in ("article", "magazine", "newspaper"):
        return _article(work)
    if kind in ("chapter", "entry", "paper"):
        return _chapter(work)
    if kind == "web":
        return _online(work, commas((_who(work), _quoted(work), work.container)))
    if kind in _OTHERS:
        return _OTHERS[kind](work)
    return _book(work)


def _who(work: Work) -> str:
    if work.authors:
        return _names(work.authors, work.others)
    if work.kind in ("chapter", "entry", "paper"):
        return ""
    for people, role in (
        (work.editors, "Ed"),
        (work.directors, "Director"),
        (work.translators, "Trans"),
    ):
        if people:
            return f"{_names(people, work.others)}, {_role(role, len(people))}"
    return ""


def _role(role: str, number: int) -> str:
    if role == "Director":
        return role + "s" * (number > 1)
    return "Eds." if role == "Ed" and number > 1 else f"{role}."


def _names(people: Sequence[Name], others: bool = False) -> str:
    """Up to six names; of more the first and "et al." in italics."""
    written = [direct(name, initials(name.given)) for name in people]
    if others or len(people) > _MOST_NAMES:
        return f"{written[0]} {italic('et al.')}"
    return joined(written, " and ", ", and ")


def _quoted(work: Work) -> str:
    return quoted(sentence(work.title, work.language) or work.genre)


def _page(work: Work) -> str:
    if not work.page:
        return f"Art. no. {work.number}" if work.number and work.kind == "article" else ""
    return f"pp. {work.page}" if is_range(work.page) else f"p. {work.page}"


def _date(work: Work) -> str:
    return dates.month_day_year(work.issued, _MONTHS)


def _doi(work: Work) -> str:
    return f"doi: {work.doi.removeprefix('https://doi.org/')}" if work.doi else ""


def _online(work: Work, text: str, medium: str = "Online") -> str:
    """Accessed: Feb. 5, 2024. [Online]. Available: address, without a full stop."""
    if work.doi or not work.url:
        return stop(text)
    seen = dates.month_day_year(work.accessed, _MONTHS)
    accessed = f"Accessed: {seen}. " if seen else ""
    return f"{stop(text)} {accessed}[{medium}]. Available: {work.url}"


def _article(work: Work) -> str:
    volume = f"vol. {work.volume}" if work.volume else ""
    issue = f"no. {work.issue}" if work.issue else ""
    return _online(work, commas((_who(work), _quoted(work), italic(work.container), volume, issue,
                                 _page(work), _date(work), _doi(work))))  # fmt: skip


def _imprint(work: Work, *more: str) -> str:
    """City: Publisher, 2018, pp. 3–4."""
    publisher = ": ".join(filter(None, (work.place, work.publisher)))
    return commas((publisher, dates.year(work.issued), *more))


def _chapter(work: Work) -> str:
    """A. Author, “Title,” in *Book*, 2nd ed., E. Editor, Ed., City: Publisher, 2018, pp. 3–4."""
    editors = ""
    if work.editors:
        editors = f"{_names(work.editors)}, {_role('Ed', len(work.editors))}"
    volume = f"vol. {work.volume}" if work.volume else ""
    head = commas((_who(work), _quoted(work)))
    container = italic(headline(work.container, work.language))
    book = commas((f"in {container}", edition(work.edition, "ed."), volume, editors))
    whole = f"{comma(head)} {book}" if head else book
    end = _imprint(work, _page(work), _doi(work))
    return _online(work, commas((whole, end)))


def _book(work: Work) -> str:
    """A. Author, *Title*, 2nd ed. City: Publisher, 2018; titles of books in headline style."""
    volume = f"vol. {work.volume}" if work.volume else ""
    translated = f"{_names(work.translators)}, Trans." if work.translators and work.authors else ""
    edited = ""
    if work.editors and work.authors:
        edited = f"{_names(work.editors)}, {_role('Ed', len(work.editors))}"
    series = f"({work.series})" if work.series else ""
    title = italic(headline(work.title, work.language) or work.genre)
    if series:
        title = f"{title} {series}"
    head = commas((_who(work), title, volume, edition(work.edition, "ed."), edited, translated))
    return _online(work, sentences(head, _imprint(work, _doi(work))))


def _report(work: Work) -> str:
    """A. Author, “Title,” Publisher, City, Rep. 5, 2021."""
    number = bare_number(work.number)
    kind = work.genre or "Rep."
    named = f"{kind} {number}" if number else work.genre
    publisher = work.publisher or work.container
    return _online(work, commas((_who(work), _quoted(work), publisher, work.place, named,
                                 _date(work), _doi(work))))  # fmt: skip


def _dataset(work: Work) -> str:
    head = commas((_who(work), _quoted(work)))
    return _online(work, sentences(head, commas((work.publisher, _date(work))), _doi(work)))


def _preprint(work: Work) -> str:
    """A. Author, “Title,” May 3, 2021, *arXiv*: 2101.00001."""
    where = italic(work.publisher or work.container)
    named = ": ".join(filter(None, (where, bare_number(work.number))))
    head = commas((_who(work), _quoted(work), _date(work), named))
    return _online(work, sentences(head, _doi(work)))


def _video(work: Work) -> str:
    """*Title*, (Sep. 14, 2020). [Online Video]. Available: address."""
    day = _date(work)
    title = italic(sentence(work.title, work.language))
    head = commas((_who(work), title, f"({day})" if day else ""))
    if not work.url:
        return sentences(head, commas((work.place, work.publisher)))
    return _online(work, head, "Online Video")


def _case(work: Work) -> str:
    source = " ".join(filter(None, (work.volume, work.container, work.page)))
    return _online(work, commas((italic(work.title), source, _date(work))))


def _thesis(work: Work) -> str:
    return _online(work, commas((_who(work), _quoted(work), work.genre or "Thesis", work.publisher,
                                 work.place, dates.year(work.issued), _doi(work))))  # fmt: skip


_OTHERS = {
    "report": _report, "preprint": _preprint, "dataset": _dataset, "thesis": _thesis,
    "video": _video, "case": _case, "law": _case,
}  # fmt: skip


def cited(reference: Reference, call: Cited) -> str:
    """[3], [3, p. 4]; narrative: Deen *et al.* [3]."""
    number = f"[{call.number}{f', {call.locator}' if call.locator else ''}]"
    if not call.narrative:
        return number
    people = reference.names
    who = [name.literal or name.sort_name for name in people]
    shown = f"{who[0]} {italic('et al.')}" if len(who) > 2 else joined(who, " and ", "")
    return f"{shown} {number}" if who else number


STYLE = Style(name="ieee", title="IEEE", entry=entry, cited=cited, numbering="[{}] ")
