"""Author and year in parentheses, the list in the order of the alphabet."""

from citecheck.converting.calls import Call, Group, groups, inner, rewritten
from citecheck.converting.converted import Converted
from citecheck.converting.listing import bodies, listed
from citecheck.converting.printing import dated, named_and_dated, printed
from citecheck.errors import ConfigurationError
from citecheck.fixing.edits import edited
from citecheck.language.folding import letters
from citecheck.model import Reference, Report
from citecheck.styles import load
from citecheck.styles.arranging import arranged
from citecheck.styles.style import Style

_USUAL = "apa"
"""The style of citations where none is named."""
_BEFORE = 60  # characters before a citation in which its author may be named


def convert(report: Report, style: Style | None) -> Converted:
    """The draft of *report* with names and years.

    Raises ConfigurationError for a style that cites by number.
    """
    citing = style or load(_USUAL)
    if citing.numbering:
        raise ConfigurationError(f"the style {citing.name} cites by number, not by author and year")
    known, left = groups(report)
    order = list(arranged(report.references, citing))
    lettered = {reference.id: reference for reference in order}
    text = report.document.text
    edits = [rewritten(group, _written(text, group, lettered, citing)) for group in known]
    edits += listed(report, bodies(order, printed(order, style)))
    return Converted(edited(text, edits), tuple(order), tuple(left))


def _written(text: str, group: Group, entries: dict[str, Reference], style: Style) -> str:
    before = letters(text[max(0, group.span.start - _BEFORE) : group.span.start])

    def form(call: Call) -> str:
        cited = [entries.get(r.id, r) for r in call.references]
        locator = call.citation.locator
        if all(_is_named(reference, before) for reference in cited) or group.narrative:
            return ", ".join(dated(reference, locator, style) for reference in cited)
        return "; ".join(named_and_dated(reference, locator, style) for reference in cited)

    return f"({inner(text, group, form, '; ')})"


def _is_named(reference: Reference, before: str) -> bool:
    """Whether the words before end with the name of the first author, or with "et al."."""
    if not reference.names:
        return False
    before = before.removesuffix("etal").removesuffix("s")
    return before.endswith(letters(reference.names[0].sort_name).removesuffix("s"))
