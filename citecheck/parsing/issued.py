"""The date of publication where it does not follow the names: "(2010)", ", 2010.", "; 2010"."""

from citecheck.parsing.claims import Claims
from citecheck.parsing.dates import Dated, find_dates, undated_at

_BEFORE = frozenset(',.;:([/–—\x00”"»、，。：（')
_BEHIND = frozenset(",.;)]\x00 、，。）")


def read_issued(claims: Claims) -> Claims:
    """Claim the date of publication, unless the names were followed by one."""
    if claims.has("issued"):
        return _repeated(claims)
    best, best_score = None, 0
    title_end = claims.body if claims.has("title") else _title_end(claims)
    for dated in find_dates(claims.free, claims.body):
        score = _score(claims.free, dated, title_end)
        if _in_imprint_bracket(claims.free, claims.body, dated):
            score = max(score, 5)
        if score > 0 and score >= best_score:
            best, best_score = dated, score
    best = best or _undated(claims)
    if best is None:
        return claims
    date = best.date.model_copy(update={"span": claims.span(best.start, best.end)})
    return _repeated(claims.take((best.start, best.end)).having(issued=date))


def _repeated(claims: Claims) -> Claims:
    """Claim the year of publication where it stands once more between full stops or commas."""
    year = claims.fields["issued"].year
    for dated in find_dates(claims.free, claims.body) if year else ():
        before = claims.free[max(0, dated.start - 2) : dated.start].rstrip(" ")
        behind = claims.free[dated.end : dated.end + 1]
        if dated.date.year == year and before[-1:] in _BEFORE and behind in ("", ".", ",", ";"):
            claims = claims.take((dated.start, dated.end))
    return claims


def _title_end(claims: Claims) -> int:
    """Where an unquoted title has certainly not ended yet: its first full stop or comma."""
    text, at = claims.free, claims.body + 1
    while at < len(text) - 1:
        if text[at] in ".,?!;\x00" and text[at + 1] in " \x00" and text[at - 1] not in " .":
            return at
        at += 1
    return len(text)


def _score(text: str, dated: Dated, title_end: int) -> int:
    """How surely the date is that of publication: by the punctuation around it."""
    before = text[max(0, dated.start - 2) : dated.start].rstrip(" ")
    behind = text[dated.end : dated.end + 2].lstrip(" ")
    opened = not before or before[-1] in _BEFORE
    closed = (
        not behind
        or behind[0] in _BEHIND
        or behind[0] == "["
        or text[dated.end : dated.end + 2] in (" —", " –")
    )
    if before[-1:] in ("(", "[") and behind[:1] in (")", "]"):
        score = 8
    elif text.rfind("(", 0, dated.start) > text.rfind(")", 0, dated.start):
        score = 5
    elif (opened and closed) or behind[:1] == ";" or (behind[:1] == "(" and before[-1:].isalpha()):
        score = 6
    elif closed or (dated.date.month and opened):
        score = 4
    elif dated.date.month:
        score = 2
    else:
        score = 0
    return score - 6 if dated.start < title_end else score


def _in_imprint_bracket(text: str, start: int, dated: Dated) -> bool:
    """Whether *dated* closes a bracket such as "(Oxford University Press 2010)"."""
    if text[dated.end : dated.end + 1] not in (")", "]"):
        return False
    opening = text.rfind("(", max(start, dated.start - 80), dated.start)
    inside = text[opening + 1 : dated.start].split()
    if opening < 0 or not inside or ")" in text[opening : dated.start]:
        return False
    return inside[0][0].isupper()


def _undated(claims: Claims) -> Dated | None:
    """A note such as "in press" or "n.d." behind punctuation."""
    text = claims.free
    for at in range(claims.body, len(text)):
        if text[at] in ",.;([" and (
            dated := undated_at(text, at + 1 + (text[at + 1 : at + 2] == " "))
        ):
            behind = text[dated.end : dated.end + 1]
            if not behind or behind in ".,;)] \x00":
                return dated
    return None
