"""Citations by names and year, in parentheses and in running text."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.citations.known import Known
from citecheck.citations.lead_ins import SEPARATORS, is_original_year, joins_years, leads_in
from citecheck.citations.locators import read_locator
from citecheck.citations.mentions import Form, Mention
from citecheck.citations.names import Names, Scope, read_names
from citecheck.citations.other_things import is_other_thing
from citecheck.citations.prefixes import prefix_of, prefix_word
from citecheck.citations.remote_names import names_in_sentence, owner, same_author
from citecheck.citations.vocabulary import (
    ARTICLES,
    ATTRIBUTIONS,
    IBIDEM,
    MONTHS,
    REPORTS,
)
from citecheck.citations.weighing import accepted
from citecheck.citations.whole_names import quoted_title, whole_name
from citecheck.citations.words import Kind, Word, words_before
from citecheck.citations.years import Year, years_of
from citecheck.language.folding import fold

_SURE_END = re.compile(r"\s{0,3}(?:[)\],;:.&/\n*]|and\b|und\b|y\b|e\b|et\b|og\b|$)")
_NEXT_WORD = re.compile(r"\s?([^\W\d_]{2,20})")
_PREPOSITIONS = frozenset(("in", "im", "en", "em", "i", "w", "в", "nel", "from", "of"))
_ADJOINING = 40
_NEAR = 40
_SHORT = IBIDEM | {"al"}


class Page(NamedTuple):
    """The text under search, where its brackets close, and what its list knows.

    From ``back_matter`` on, behind the list, years with names are seldom citations.
    """

    text: str
    closes: dict[int, int]
    known: Known
    back_matter: int
    semicolons: bool


def find_author_year(
    text: str, known: Known, list_end: int | None = None, *, alone: bool = False
) -> list[Mention]:
    """The works cited by names and year in *text*, in order.

    Behind *list_end*, where acknowledgements and appendices stand, a lone name must be listed.
    *alone*: nothing in the text cites in another way.
    """
    years, closes = years_of(text)
    back_matter = len(text) if list_end is None else list_end
    page = Page(text, closes, known, back_matter, semicolons=not len(known))
    mentions = list(_mentions(page, years))
    if sum(mention.names.shared for mention in mentions) > 1:
        mentions = list(_mentions(page._replace(semicolons=True), years))
    return accepted(mentions, known, text if alone else "")


def _mentions(page: Page, years: Sequence[Year]) -> Iterator[Mention]:
    previous: Mention | None = None
    position = 0
    for index, year in enumerate(years):
        if year.start < position or is_original_year(page.text, year, page.closes):
            continue
        mention = _read(page, year, previous, position)
        position = year.end
        if mention is None:
            continue
        stray = mention.start >= page.back_matter and not mention.joined
        if stray or is_other_thing(page.text, mention):
            mention = mention._replace(strict=True)
        limit = years[index + 1].start if index + 1 < len(years) else len(page.text)
        for previous in _finished(page, mention, limit):
            position = previous.end
            yield previous


def _read(page: Page, year: Year, previous: Mention | None, position: int) -> Mention | None:
    """What *year* belongs to; ``text[position:]`` is not yet spoken for."""
    if year.open >= 0 and leads_in(page.text, year.open, year.start):
        return (
            _carried(page, year, previous)
            or _owned(page, year, position)
            or _narrative(page, year, position)
            or _remote(page, year, previous, position)
        )
    if carried := _carried(page, year, previous):
        return carried
    if year.open >= 0:
        return _in_group(page, year, previous, max(position, year.open + 1))
    return _running(page, year, previous, position)


def _carried(page: Page, year: Year, previous: Mention | None) -> Mention | None:
    """A further year of the authors before: "Smith (2001, 2003)", "Smith (2001) and (2003)"."""
    if previous is None or year.start - previous.end > _ADJOINING:
        return None
    between = words_before(page.text, year.start, previous.end)
    if page.text[year.start : year.end] == "unpublished":  # "(Smith, 1999, unpublished)"
        return None
    if previous.year.open == year.open:
        if not joins_years(between):
            return None
    elif "".join(w.text if w.kind is not Kind.AND else "" for w in between) not in (")(", "),("):
        return None
    return previous._replace(
        year=year,
        start=year.start,
        end=year.end,
        letter="",
        carried=True,
        locator=None,
        prefix="",
        group=_group(page, year),
    )


def _owned(page: Page, year: Year, position: int) -> Mention | None:
    """The listed author of a work named in between: "Wood's Kantian Ethics (2008)"."""
    words = words_before(page.text, year.open, max(position, year.outer + 1))
    person = owner(words, year, page.known)
    if person is None:
        return None
    names = Names((person,), start=person.first)
    return _mention(page, Form.NARRATIVE, names, year)._replace(strict=True)


def _narrative(page: Page, year: Year, position: int) -> Mention | None:
    limit = max(position, year.outer + 1)
    words = words_before(page.text, year.open, limit)
    scope = _scope(page, in_group=False)
    if names := read_names(words, scope):
        if _is_entry(page, names, year) or page.text[names.start - 1 : names.start] == "/":
            return None
        mention = _mention(page, Form.NARRATIVE, names, year)
        before = _word_before(words, names.start)
        return mention._replace(
            attributed=before in ATTRIBUTIONS or _reports(page, year),
            titled=before in ARTICLES,
        )
    names = read_names(_without_nouns(words), scope)
    return _mention(page, Form.NARRATIVE, names, year)._replace(strict=True) if names else None


def _remote(page: Page, year: Year, previous: Mention | None, position: int) -> Mention | None:
    """A year whose author the sentence names further off, or "the same author (2003)"."""
    again = same_author(words_before(page.text, year.open, position))
    if again and previous:
        mention = _mention(page, Form.NARRATIVE, previous.names, year, again.start)
        return mention._replace(carried=True)
    names = names_in_sentence(page.text, year, page.known, position)
    return _mention(page, Form.NARRATIVE, names, year)._replace(strict=True) if names else None


def _may_end_in_name(text: str) -> bool:
    """Whether the last word of *text*, a preposition aside, is capitalised or shortened."""
    words = text.split()
    if words and words[-1] in _PREPOSITIONS:
        words.pop()
    last = words[-1].rstrip(",:;") if words else ""
    return bool(last) and (not last.islower() or last[-1] in ".)" or last in _SHORT)


def _word_before(words: Sequence[Word], start: int) -> str:
    """The folded word that ends before *start*, "" if a sign or nothing does."""
    return next((word.folded for word in reversed(words) if word.end <= start), "")


def _is_entry(page: Page, names: Names, year: Year) -> bool:
    """Whether this begins an entry of some list: "Smith, J. (2001). Title" on a line of its own."""
    first = names.persons[0]
    inverted = bool(first.given) and first.first == first.start
    at_start = page.text[max(0, names.start - 1) : names.start] in ("", "\n")
    close = page.closes.get(year.open, -1)
    return inverted and at_start and close >= 0 and page.text[close + 1 : close + 2] in (".", ",")


def _reports(page: Page, year: Year) -> bool:
    """Whether a verb such as "argues" stands behind the parenthesis of *year*."""
    close = page.closes.get(year.open, -1)
    after = _NEXT_WORD.match(page.text, close + 1) if close >= 0 else None
    return after is not None and fold(after[1]) in REPORTS


def _without_nouns(words: Sequence[Word]) -> Sequence[Word]:
    """*words* without the "criteria" of "Smith's criteria (2001)"."""
    cut = len(words)
    while cut > len(words) - 2 and cut > 0 and words[cut - 1].kind is Kind.LOWER:
        cut -= 1
    return words[:cut] if cut < len(words) else ()


def _running(page: Page, year: Year, previous: Mention | None, position: int) -> Mention | None:
    if not _may_end_in_name(page.text[max(position, year.start - _NEAR) : year.start]):
        return None
    words = words_before(page.text, year.start, position)
    if not words or words[-1].kind is Kind.BREAK:
        return None
    if previous and year.start - previous.end < _ADJOINING and (again := _ibidem(words)):
        mention = _mention(page, Form.RUNNING, previous.names, year, again.start)
        return mention._replace(carried=True)
    strict = words[-1].folded in _PREPOSITIONS
    names = read_names(words[: len(words) - strict], _scope(page, in_group=False))
    if names is None:
        return None
    mention = _mention(page, Form.RUNNING, names, year)
    return mention._replace(prefix=prefix_word(words, names.start), strict=strict)


def _in_group(page: Page, year: Year, previous: Mention | None, position: int) -> Mention | None:
    words = words_before(page.text, year.start, position)
    if not words:
        return None
    if previous and previous.year.open == year.open and (again := _ibidem(words)):
        return _mention(page, Form.GROUP, previous.names, year, again.start)._replace(carried=True)
    undated = _without_day(words)
    if title := quoted_title(words, page.known, year.number):
        return _mention(page, Form.GROUP, title, year)._replace(confirmed=True)
    names = read_names(undated, _scope(page, in_group=True)) or whole_name(undated, page.known)
    if names is None:
        return None
    mention = _mention(page, Form.GROUP, names, year)
    prefix, clear = prefix_of(page.text[position : names.start])
    strict = len(undated) < len(words) or (not year.number and _ends_a_sentence(page, names, year))
    return mention._replace(prefix=prefix, clear=clear, strict=strict)


def _ends_a_sentence(page: Page, names: Names, year: Year) -> bool:
    """Whether only a full stop parts the names from "n.d.", as in entries: "Title. Paper. n.d."."""
    end = names.persons[-1].end
    return names.et_al is None and page.text[end : year.start].strip() == "."


def _without_day(words: Sequence[Word]) -> Sequence[Word]:
    """*words* without the "12 May" of "(TASS, 12 May 2020)"."""
    cut = len(words) - (words[-1].text in SEPARATORS)
    if cut < 2 or words[cut - 1].folded not in MONTHS:
        return words
    cut -= 1
    cut -= words[cut - 1].kind is Kind.NUMBER
    return words[:cut] if cut and words[cut - 1].text in SEPARATORS else words


def _scope(page: Page, *, in_group: bool) -> Scope:
    return Scope(page.known, in_group=in_group, semicolons=page.semicolons)


def _ibidem(words: Sequence[Word]) -> Word | None:
    bare = [word for word in words[-3:] if word.text not in ".,"]
    return bare[-1] if bare and bare[-1].folded in IBIDEM else None


def _mention(page: Page, form: Form, names: Names, year: Year, start: int | None = None) -> Mention:
    return Mention(
        form=form,
        names=names,
        year=year,
        start=names.start if start is None else start,
        end=year.end,
        group=_group(page, year),
    )


def _group(page: Page, year: Year) -> tuple[int, int] | None:
    close = page.closes.get(year.open, -1)
    return (year.open, close + 1) if close >= 0 else None


def _finished(page: Page, mention: Mention, limit: int) -> Iterator[Mention]:
    """*mention* with its locator, and one more for every further letter of its year."""
    year, text = mention.year, page.text
    if year.letters:
        end = mention.date(text).span
        mention = mention._replace(end=end.end if end else mention.end)
    locator = None if year.letters else read_locator(text, year.end, limit)
    if locator and _same_group(page, year, locator[1]):
        mention = mention.with_locator(locator)
    sure = _SURE_END.match(text, max(mention.end, year.end)) is not None
    yield mention._replace(sure_end=sure)
    for letter, start in year.letters:
        yield mention._replace(
            start=start,
            end=start + 1,
            letter=letter,
            carried=True,
            prefix="",
            locator=None,
        )


def _same_group(page: Page, year: Year, end: int) -> bool:
    close = page.closes.get(year.open, -1)
    return close < 0 or end <= close
