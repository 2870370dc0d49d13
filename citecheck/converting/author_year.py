"""Author and year in parentheses, the list in the order of the alphabet."""

import re
from collections.abc import Sequence
from itertools import accumulate
from operator import and_

from citecheck.converting.calls import Call, Group, groups, inner, rewritten, space_before
from citecheck.converting.converted import Converted
from citecheck.converting.lettering import spelt, told_apart
from citecheck.converting.listing import bodies, listed
from citecheck.converting.printing import dated, named_and_dated, printed
from citecheck.errors import ConfigurationError
from citecheck.fixing.edits import edited
from citecheck.language.folding import letters
from citecheck.model import Edit, Reference, Report, Span
from citecheck.styles import load
from citecheck.styles.arranging import arranged
from citecheck.styles.style import Style

_USUAL = "apa"
"""The style of citations where none is named."""
_YEAR = re.compile(r" ?\((\d{4})[a-z]?\)")
_NAMED = 3
"""Authors that a sentence may name."""
_BEFORE = 60  # characters before a citation in which its author may be named


def convert(report: Report, style: Style | None) -> Converted:
    """The draft of *report* with names and years.

    Raises ConfigurationError for a style that cites by number.
    """
    citing = style or load(_USUAL)
    if citing.numbering:
        raise ConfigurationError(f"the style {citing.name} cites by number, not by author and year")
    known, left = groups(report)
    as_read = {reference.id: reference for reference in report.references}
    order = [
        spelt(reference, as_read[reference.id])
        for reference in told_apart(arranged(report.references, citing), citing)
    ]
    lettered = {reference.id: reference for reference in order}
    text = report.document.text
    edits = [_written(text, group, lettered, citing) for group in known]
    edits += listed(report, bodies(order, printed(order, style)))
    return Converted(edited(text, edits), tuple(order), tuple(left))


def _written(text: str, group: Group, entries: dict[str, Reference], style: Style) -> Edit:
    start, end = group.span.start, group.span.end
    before = letters(text[max(0, start - _BEFORE) : start])
    works = [[entries.get(r.id, r) for r in call.references] for call in group.calls]
    named = [
        call.citation.narrative or all(_is_named(reference, before) for reference in cited)
        for call, cited in zip(group.calls, works, strict=True)
    ]
    named = list(accumulate(named, and_))  # a bare year behind another's name would be that one's
    if all(named) and len(works) == 1 and _year_follows(text[end : end + 12], works[0]):
        return Edit(span=Span(start=len(text[:start].rstrip(" ")), end=end), text="")
    joint = ", " if all(named) and not any(c.citation.locator for c in group.calls) else "; "

    def form(call: Call) -> str:
        index = group.calls.index(call)
        locator = call.citation.locator
        if named[index]:
            return ", ".join(dated(reference, locator, style) for reference in works[index])
        return "; ".join(named_and_dated(reference, locator, style) for reference in works[index])

    return rewritten(group, f"{space_before(text, group)}({inner(text, group, form, joint)})")


def _year_follows(after: str, works: Sequence[Reference]) -> bool:
    """Whether the text goes on with the year of the one work in parentheses."""
    year = _YEAR.match(after)
    issued = works[0].issued
    return bool(year and len(works) == 1 and issued and str(issued.year) == year[1])


def _is_named(reference: Reference, before: str) -> bool:
    """Whether the words before end with the name of one of the first authors, or "et al."."""
    before = before.removesuffix("etal").removesuffix("s")
    names = [letters(name.sort_name).removesuffix("s") for name in reference.names[:_NAMED]]
    return any(name and before.endswith(name) for name in names)
