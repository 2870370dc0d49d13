"""Volume, issue, pages and edition: ``Vol. 56, No. 8``, ``56(8): 1191–1205``, ``2nd ed.``"""

import re

from citecheck.language.folding import fold
from citecheck.language.locator_words import editions, labels
from citecheck.parsing.claims import Claims, Place
from citecheck.parsing.dates import find_dates

_DASH = r"\s?(?:[-‐‑‒–—−~～]|--)\s?"
_PAGES = rf"[A-Za-z]{{0,3}}\.?\d[\w.]*?(?:{_DASH}[A-Za-z]{{0,3}}\d\w*)?(?![\w])"
_LABELLED = re.compile(
    r"(?<![\w'’])([^\W\d_]{1,10}|№)(\.?\s?[°ºo]?\.?\s?:?\s?)(?=[\dA-Ze])"
    rf"((?:[A-Za-z]{{0,4}}\d[\w.]*?|[IVXLC]{{1,7}})(?:{_DASH}[A-Za-z]{{0,3}}\d\w*|/\d+)?"
    rf"(?:,\s?\d+{_DASH}\d+){{0,4}})(?!\w)"
)
_VOLUME_PAGES = re.compile(
    r"(?<![\w.–-])([A-Z]?\d{1,4}[A-Z]?|[IVXLC]{1,6})\s?(?:\(([^()]{1,24})\))?\s?([:,.])\s?"
    rf"({_PAGES})"
)
_VOLUME_ISSUE = re.compile(
    r"(?<![\w.–(-])(\d{1,4})\s?\(\s?((?:\d{1,4}|Suppl|Pt|S|Spec)[^()\x00]{0,14})\)(?=[\s.,;:\x00]|$)"
)
_VOLUME_BEFORE = re.compile(r"(?<![\w.])(\d{1,4})\s?[,(:.]?\s?$")
_YEAR_BETWEEN = re.compile(
    rf"(?<![\w.–-])([A-Z]?\d{{1,4}})(?:[.,]\s?([\d–-]{{1,7}}))?\s?(\((?:1[4-9]|20)\d\d[a-z]?\))[,:]?\s?"
    rf"({_PAGES})(?=[.,;\x00\s]|$)"
)
_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?\.?")
_DASHED = re.compile(_DASH)
_LABEL_BEFORE = re.compile(r"([^\W\d_]{2,10})\.?\s$")
_LETTER = re.compile(r"[^\W\d_]")
_RANGE = re.compile(rf"(?<![\w–.-])([A-Za-z]?\d{{1,6}}{_DASH}[A-Za-z]?\d{{1,6}})(?![\w–-])")
_PAGE_COUNT = re.compile(
    r"(?:(?<=[.,;:(—–]\s)|(?<=[.,;:(\x00]))\d{1,4}\s?(?:pp?|S|s|с|стр|pages|Seiten|páginas)\.?(?=[\s.,;)\x00]|$)"
)
_EDITION = re.compile(
    r"(?<![\w])(?:(\d{1,2})(?:(?:st|nd|rd|th|ª|º|°|a|e|ème|ère|è|\.ª|\.º|-?(?:ое|е|я|й))(?!\w))?\.?,?|"
    r"([Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Rr]evised|[Rr]ev|[Nn]ew)\.?)\s?"
    r"((?:[^\W\d_]+\.?\s){0,4}?[^\W\d_]{2,9})(?!\w)\.?"
)
# Labels that are no words by themselves: "№ 3", "volXII".
_ODD_LABEL = re.compile(r"[№IVXLC](?:(?<=№)|(?<=[^\W\d_A-Z].))")
_PERIOD_LABEL = frozenset("vtnhszcfсi")


def read_locators(claims: Claims) -> Claims:
    """Claim labelled locators, then ``56(8): 1191–1205`` and its shorter forms."""
    claims = read_edition(claims)
    claims = read_labelled(claims)
    if not claims.has("page"):
        claims = read_around_year(claims)
    if not claims.has("page"):
        claims = _read_volume_pages(claims)
    if not claims.has("volume"):
        claims = _read_volume_issue(claims)
    if match := _PAGE_COUNT.search(claims.free, claims.body):
        claims = claims.take(match.span())
        claims = claims.having(number_of_pages=claims.value(*match.span()))
    return claims


def read_edition(claims: Claims) -> Claims:
    """Claim an edition: "2nd ed.", "3., überarb. Aufl."."""
    words = editions()
    if words.isdisjoint(claims.words):
        return claims
    for match in _EDITION.finditer(claims.free, claims.body):
        before = _LABEL_BEFORE.search(claims.free, max(0, match.start() - 12), match.start())
        if before and fold(before[1]) in labels():  # "volume 1. Ed. Bo Lie"
            continue
        if fold(match[3].rstrip(".").rsplit(" ", 1)[-1]) in words:
            number = match[1] or match[2].rstrip(".")
            value = claims.value(*match.span(), number)
            return claims.take(match.span()).having(edition=value)
    return claims


def read_labelled(claims: Claims) -> Claims:
    """Claim every number behind a label: "Vol. 56", "no. 8", "pp. 3–9"."""
    table = labels()
    if table.keys().isdisjoint(claims.words) and not _ODD_LABEL.search(claims.free):
        return claims
    if not claims.has_words():
        return claims
    for match in _LABELLED.finditer(claims.free, claims.body):
        kind = table.get(fold(match[1]).lower())
        if kind is None or not _is_label(claims.free, match, kind):
            continue
        field = "number" if kind == "article" else kind
        if not claims.has(field):
            claims = claims.having(**{field: claims.value(*match.span(3))})
            claims = claims.take(match.span())
            claims = _volume_before(claims, match.start()) if kind == "issue" else claims
    return claims


def _is_label(text: str, match: re.Match[str], kind: str) -> bool:
    """Whether the word labels the number behind it, and is no word of a title."""
    label, mark, number = match[1], match[2], match[3]
    if (
        len(label) == 1
        and label.casefold() in _PERIOD_LABEL
        and "." not in mark
        and "°" not in mark
    ):
        return "º" in mark
    if not any(char.isdigit() for char in number):
        return kind == "volume" and number.isupper() and len(label) > 1
    before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")
    if not mark and before[-1:] != ",":
        return False
    if kind == "page" and before[-1:] == "(" and _RANGE.search(text, max(0, match.start() - 12)):
        return _DASHED.search(number) is not None
    if kind == "volume" and len(label) > 1:
        return True
    return not before or before[-1] in ",.;:()[]/–—-\x00" or before[-1].isdigit()


def _volume_before(claims: Claims, start: int) -> Claims:
    """The number before the labelled issue that begins at *start*: ``13, no. 3``."""
    match = _VOLUME_BEFORE.search(claims.free, max(claims.body, start - 12), start)
    if match is None or claims.has("volume") or _is_year(match[1]):
        return claims
    return claims.take(match.span(1)).having(volume=claims.value(*match.span(1)))


def _read_volume_pages(claims: Claims) -> Claims:
    best: re.Match[str] | None = None
    match = _VOLUME_PAGES.search(claims.free, claims.body)
    while match:
        plausible = _plausible(claims.free, match)
        best = match if plausible else best
        match = _VOLUME_PAGES.search(claims.free, match.end() if plausible else match.end(1))
    if best is None:
        return _read_range(claims)
    claims = claims.take(best.span(1), best.span(4)).having(page=claims.value(*_stop_off(best, 4)))
    if not claims.has("volume"):
        claims = claims.having(volume=claims.value(*best.span(1)))
    if best[2] and not _is_date(best[2]) and not claims.has("issue"):
        claims = claims.take((best.start(2) - 1, best.end(2) + 1))
        claims = claims.having(issue=claims.value(*best.span(2)))
    return claims


def read_around_year(claims: Claims) -> Claims:
    """Claim ``62, 363 (2016) 242``: volume, issue, year in parentheses, page."""
    match = _YEAR_BETWEEN.search(claims.free, claims.body)
    if match is None or claims.has("volume") or _ARXIV.match(claims.free, match.start(4)):
        return claims
    claims = claims.having(
        volume=claims.value(*match.span(1)), page=claims.value(*_stop_off(match, 4))
    )
    if match[2]:
        claims = claims.having(issue=claims.value(*match.span(2)))
    return claims.take((match.start(), match.start(3)), match.span(4))


def _stop_off(match: re.Match[str], group: int) -> Place:
    start, end = match.span(group)
    return (start, end - 1) if match[group].endswith(".") else (start, end)


def _plausible(text: str, match: re.Match[str]) -> bool:
    volume, paren, mark, pages = match.groups()
    ranged = re.search(r"\d" + _DASH + r"[A-Za-z]{0,3}\d", pages) is not None
    if _is_year(volume) or (volume.isalpha() and not (ranged or paren)):
        return False
    if paren:
        return mark != "." or ranged
    if mark == ":":
        return text[match.end() : match.end() + 1] != ":"
    if mark == ".":
        return False
    behind = text[match.end() : match.end() + 3].strip(" ")
    dated = behind[:1] == "(" and _is_year(text[match.end() : match.end() + 8].lstrip(" (")[:4])
    single = dated or not behind or (behind[0] in "(.\x00," and not _is_year(pages))
    before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")
    return ranged or (single and (before[-1:].isalpha() or before[-1:] in ".,;*_\x00"))


def _read_range(claims: Claims) -> Claims:
    """A bare range of pages behind punctuation or a claimed place: ``): 313–28``."""
    for match in reversed(list(_RANGE.finditer(claims.free, claims.body))):
        before = claims.free[max(0, match.start() - 2) : match.start()].rstrip(" ")
        behind = claims.free[match.end() : match.end() + 2].lstrip(" ")
        last = not _LETTER.search(claims.free, match.end())
        opened = before[-1:] in ",.:;)\x00" or (last and before[-1:].isalpha())
        opened = opened or (before[-1:] == "(" and behind[:1] == ")")
        if opened and (not behind or behind[0] in ".,;)\x00("):
            if _is_year(match[1][:4]) and _is_year(match[1][-4:]):
                continue
            return claims.take(match.span()).having(page=claims.value(*match.span()))
    return claims


def _read_volume_issue(claims: Claims) -> Claims:
    for match in _VOLUME_ISSUE.finditer(claims.free, claims.body):
        if not _is_year(match[1]) and not _is_date(match[2]):
            return claims.take(match.span()).having(
                volume=claims.value(*match.span(1)), issue=claims.value(*match.span(2))
            )
    return claims


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and 1400 <= int(text) < 2100


def _is_date(text: str) -> bool:
    return next(find_dates(text), None) is not None
