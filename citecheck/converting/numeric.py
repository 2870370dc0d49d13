"""Numbers in square brackets, in the order of the first citation (IEEE, Vancouver)."""

from citecheck.converting.calls import Call, Group, first_cited, groups, inner, is_bare, rewritten
from citecheck.converting.converted import Converted
from citecheck.converting.listing import bodies, listed
from citecheck.converting.printing import printed
from citecheck.fixing.edits import edited
from citecheck.model import Report
from citecheck.styles.style import Style


def convert(report: Report, style: Style | None) -> Converted:
    """The draft of *report* with numbers. Works that are not cited come last."""
    known, left = groups(report)
    order = list(first_cited(known))
    order += [r for r in report.references if r not in order]
    numbers = {reference.id: number for number, reference in enumerate(order, 1)}
    text = report.document.text
    edits = [rewritten(group, _written(text, group, numbers)) for group in known]
    entries = bodies(order, printed(order, style))
    if style is None or not style.numbering:
        entries = [f"[{number}] {entry}" for number, entry in enumerate(entries, 1)]
    edits += listed(report, entries)
    return Converted(edited(text, edits), tuple(order), tuple(left))


def _written(text: str, group: Group, numbers: dict[str, int]) -> str:
    def form(call: Call) -> str:
        cited = _ranges(sorted({numbers[r.id] for r in call.references}))
        return f"{cited}, {_page(call.citation.locator)}" if call.citation.locator else cited

    if is_bare(text, group) and not any(call.citation.locator for call in group.calls):
        return f"[{_ranges(sorted({numbers[r.id] for c in group.calls for r in c.references}))}]"
    return f"[{inner(text, group, form, '; ')}]"


def _page(locator: str) -> str:
    return f"p. {locator}" if locator[:1].isdigit() else locator


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
