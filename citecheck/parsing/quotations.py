"""The quoted title of an entry, in any quotation marks, nested, mismatched or left open."""

import re

from citecheck.language.connectors import HOST
from citecheck.language.folding import fold
from citecheck.language.organisation_words import linking_words
from citecheck.model import QuotedTitle
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.dates import find_dates

# Opening mark to the marks that close it; what closes it by rights comes first.
_PAIRS: dict[str, str] = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"', "``": "''", "‘": "’",
    "‹": "›", "'": "'", "`": "'`’", "「": "」", "『": "』", "《": "》", "〈": "〉", "‚": "‘’",
}  # fmt: skip
_OPENING = re.compile(r"[“„«»”\"‘‹'`「『《〈‚](?:(?<=`)`)?")
_DOUBLE = '“”"«»„'
_SINGLE = frozenset("‘'`‚’")
_CLAUSE_START = frozenset(",.:;)]–—-*_(\x00")
_BEHIND = re.compile(rf"\s*(?:[.,;)\]\x00–—*_/]|\(|\[|$|\b(?:{HOST})\b)")
_STOPS = frozenset(".,?!…")
_SENTENCE = re.compile(r"[.?!]\s")
_LONGEST = 600


def read_quoted_title(claims: Claims) -> Claims:
    """Claim the title if it stands in quotation marks, and note the marks themselves."""
    text = claims.free
    for match in _OPENING.finditer(text, claims.body):
        if not _opens(text, match):
            continue
        end = min(len(text), match.end() + _LONGEST)
        close = _closing(text, match[0], match.end(), end)
        if close and (_is_whole(text, close) or _precedes_container(text, match.start(), close)):
            return _claim_title(claims, match.span(), match.end(), close)
        if close is None and match[0] in '“„«"':
            stop = _unclosed_end(text, match.end(), end)
            return _claim_title(claims, match.span(), stop, None) if stop else claims
    return claims


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark stands where a title may begin: at the start, or behind punctuation."""
    start, end = match.span()
    if end >= len(text) or (text[end] in " .,;:)" and match[0] not in ("``", "«")):
        return False
    if match[0] in "「『《":
        return True
    before = text[max(0, start - 2) : start].rstrip(" ")
    return not before or before[-1] in _CLAUSE_START


def _closing(text: str, mark: str, start: int, end: int) -> Place | None:
    """The mark that closes a title opened by *mark*: its partner, or else any of its weight."""
    partners = _PAIRS[mark]
    if mark == "``":
        at = text.find("''", start, end)
        return (at, at + 2) if at >= 0 else _closing(text, '"', start, end)
    if mark in _SINGLE:
        return _single_closing(text, partners, start, end)
    return _partner(text, mark, partners, start, end) or _any_double(text, start, end)


def _partner(text: str, mark: str, partners: str, start: int, end: int) -> Place | None:
    depth, last = 1, None
    nests = mark not in partners and mark not in "„"
    for at in range(start, end):
        char = text[at]
        if char == mark and nests:
            depth += 1
        elif char in partners:
            depth, last = depth - 1, (at, at + 1)
            if depth == 0 and (nests or _BEHIND.match(text, at + 1) or text[at - 1] in _STOPS):
                return last
            depth = max(depth, 1)
    return last


def _any_double(text: str, start: int, end: int) -> Place | None:
    for at in range(start, end):
        if text[at] in _DOUBLE and (_BEHIND.match(text, at + 1) or text[at - 1] in _STOPS):
            return at, at + 1
    return None


def _single_closing(text: str, partners: str, start: int, end: int) -> Place | None:
    """The single mark that closes, as against an apostrophe: no letter follows it."""
    for at in range(start, end):
        if text[at] not in partners or text[at + 1 : at + 2].isalnum():
            continue
        if text[at - 1] in _STOPS or _BEHIND.match(text, at + 1):
            return at, at + 1
    return None


def _is_whole(text: str, close: Place) -> bool:
    """Whether the quotation is the title, and no word within one."""
    return (
        text[close[0]] in "」』》"
        or text[close[0] - 1] in _STOPS
        or _BEHIND.match(text, close[1]) is not None
    )


def _precedes_container(text: str, start: int, close: Place) -> bool:
    """Whether a name follows a title that a comma precedes: ``Doe A, “Title” Journal`` (OSCOLA)."""
    behind = text[close[1] : close[1] + 2]
    return text[max(0, start - 2) : start].rstrip(" ")[-1:] == "," and behind.lstrip(" ").isupper()


def _unclosed_end(text: str, start: int, end: int) -> int | None:
    """Where a title without its closing mark ends: before ", Publisher, 2023" or a full stop."""
    gap = text.find(GAP, start, end)
    end = gap if gap >= 0 else end
    if sentence := _SENTENCE.search(text, start, end):
        end = sentence.start() + (text[sentence.start()] in "?!")
    dates = list(find_dates(text, start, end))
    if not dates or text[dates[-1].end : end].strip(" .)"):
        return end if sentence else None
    stop = len(text[: dates[-1].start].rstrip(" ,(."))
    comma = text.rfind(", ", start, stop)
    if comma > start and _is_imprint(text[comma + 2 : stop]):
        return comma
    return stop if stop > start else None


def _is_imprint(segment: str) -> bool:
    words = segment.split()
    links = linking_words()
    return len(words) <= 8 and all(
        word[0].isupper() or word == "&" or fold(word) in links for word in words
    )


def _claim_title(claims: Claims, mark: Place, stop: int, close: Place | None) -> Claims:
    start, end = mark[1], close[0] if close else stop
    while end > start and claims.free[end - 1] in " ,.;:":
        end -= 1
    while start < end and claims.free[start] == " ":
        start += 1
    if end <= start:
        return claims
    quotes = QuotedTitle(open=claims.span(*mark), close=claims.span(*close) if close else None)
    whole = (mark[0], close[1] if close else end)
    return claims.titled(whole, title=claims.value(start, end), quotes=quotes)
