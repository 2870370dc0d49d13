"""The place in a work that a number in brackets cites: "[2, p. 4]", "[2, pp. 11, 13 and 17 f.]"."""

import re

from citecheck.citations.locators import locator_within
from citecheck.language.folding import fold

_FURTHER = re.compile(
    r"\s{0,2}(?:,|,?\s?(?:&|and|und|et|y|e|og|och|en|и|i))\s{0,2}"
    r"((\d{1,6})[a-z]{0,2}(?:\s?[-‐‑–—]\s?\d{1,6}[a-z]{0,2})?(?:\s?ff?\b\.?)?\.?)(?![\w.])"
)
_PLURAL = re.compile(r"(§§|[^\W\d_]{1,8})\.?\s{0,2}(\d{1,6})(?![\w]|\s?[-‐‑–—])")
_PLURALS = frozenset("pp pgs pages ss seiten pags paginas §§".split())
_PAGE = re.compile(r"\d{1,6}")
_MOST = 24


def locator_behind(text: str, start: int, end: int, last: int) -> tuple[int, int] | None:
    """The locator in ``text[start:end]``, behind a number; *last* is the highest that can cite.

    A further number behind a comma cites another work, unless it is too high for that, or the
    label says that there is more than the one page before it: "pp. 11, 13".
    """
    span = locator_within(text, start, end)
    if span is None:
        return None
    begin, stop = span
    stop += text[stop - 1 : min(stop + 1, end)] == "f."
    pages = [int(page) for page in _PAGE.findall(text, begin, stop)]
    if not pages:
        return span
    plural = _PLURAL.fullmatch(text, begin, stop)
    is_list = plural is not None and fold(plural[1]) in _PLURALS
    previous = pages[-1]
    for _ in range(_MOST):
        further = _FURTHER.match(text, stop, end)
        if further is None:
            break
        page = int(further[2])
        if page <= previous or not (is_list or page > last):
            break
        stop, previous = further.end(), page
    return begin, stop
