"""Numbers in square brackets, in the order of the first citation (IEEE, Vancouver)."""

import re
from collections.abc import Sequence

from citecheck.citations.numeric import numbers_within
from citecheck.converting.calls import (
    BRACKETS,
    Call,
    Group,
    first_cited,
    groups,
    is_plain,
    rewritten,
    space_before,
    strung,
)
from citecheck.converting.converted import Converted
from citecheck.converting.listing import bodies, listed
from citecheck.converting.printing import printed
from citecheck.fixing.edits import edited
from citecheck.model import Report
from citecheck.styles.style import Style

_SEVERAL = re.compile(r"\d[a-z]{0,2}\s?[-‐‑–—,;&]|\d [a-z]{1,3} \d")
"""More pages than one."""


def convert(report: Report, style: Style | None) -> Converted:
    """The draft of *report* with numbers. Works that are not cited come last."""
    known, left = groups(report)
    order = list(first_cited(known))
    order += [r for r in report.references if r not in order]
    numbers = {reference.id: number for number, reference in enumerate(order, 1)}
    text = report.document.text
    edits = [
        rewritten(group, space_before(text, group) + _written(text, group, numbers))
        for group in known
    ]
    entries = bodies(order, printed(order, style))
    if style is None or not style.numbering:
        entries = [f"[{number}] {entry}" for number, entry in enumerate(entries, 1)]
    edits += listed(report, entries)
    return Converted(edited(text, edits), tuple(order), tuple(left))


def _written(text: str, group: Group, numbers: dict[str, int]) -> str:
    """*group* in brackets; those of a parenthesis with words in it have the numbers alone."""
    strings, behind = strung(text, group)
    written = [f"{words}{_string(calls, numbers)}" for words, calls in strings]
    if len(strings) == 1 and is_plain(strings[0][0]) and is_plain(behind):
        alone = _string(strings[0][1], numbers)
        if alone.endswith("]") and alone.count("[") == 1:
            return alone
    inside = f"{''.join(written)}{behind}"
    return f"({inside})" if text[group.span.start] in BRACKETS else inside


def _string(calls: Sequence[Call], numbers: dict[str, int]) -> str:
    """*calls*, between which there is nothing to say, in one pair of brackets if that can be read
    again, and else each for itself, with what cannot be read behind its brackets.
    """
    if not any(call.citation.locator for call in calls):
        return f"[{_ranges(sorted({numbers[r.id] for c in calls for r in c.references}))}]"
    cited = [_ranges(sorted({numbers[r.id] for r in call.references})) for call in calls]
    pages = [_page(call.citation.locator) for call in calls]
    both = list(zip(cited, pages, strict=True))
    together = "; ".join(f"{number}, {page}".removesuffix(", ") for number, page in both)
    if _is_read(together, both, len(numbers)):
        return f"[{together}]"
    if len(calls) > 1:
        return "; ".join(_string([call], numbers) for call in calls)
    return f"[{cited[0]}], {pages[0]}"


def _is_read(brackets: str, both: Sequence[tuple[str, str]], last: int) -> bool:
    """Whether *brackets* are read as what they say: *both* the numbers and the page of each."""
    found = [locator for _, _, locator in numbers_within(brackets, last)]
    return found == [page for number, page in both for page in _behind_the_last(number, page)]


def _behind_the_last(number: str, page: str) -> list[str]:
    return [*[""] * number.count(","), page]


def _page(locator: str) -> str:
    if not locator[:1].isdigit():
        return locator
    return f"{'pp' if _SEVERAL.search(locator) else 'p'}. {locator}"


def _ranges(numbers: list[int]) -> str:
    """ "1, 3–5": three or more in a row are a range."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    parts = [[f"{row[0]}–{row[-1]}"] if len(row) > 2 else list(map(str, row)) for row in rows]
    return ", ".join(part for row in parts for part in row)
