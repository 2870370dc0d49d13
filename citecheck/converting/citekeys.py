"""Citation keys in Pandoc's Markdown, which pandoc prints in any style with a .bib.

https://pandoc.org/MANUAL.html#citation-syntax
"""

import re

from citecheck.converting.calls import Call, Group, groups, inner, rewritten
from citecheck.converting.converted import Converted
from citecheck.converting.listing import listed
from citecheck.converting.pandoc import as_markdown
from citecheck.export.keys import citation_keys
from citecheck.fixing.edits import ordered
from citecheck.model import Citation, Edit, Report, Span
from citecheck.styles.style import Style

LIST = "::: {#refs}\n:::"
_CONTINUING = re.compile(r"\w|[:.#$%&+?<>~/-]\w")
_POSSESSIVE = re.compile(r"['’`]s?\s*$")


def convert(report: Report, style: Style | None) -> Converted:
    """The draft of *report* as Pandoc Markdown. Pandoc prints the list, in whatever style."""
    known, left = groups(report)
    keys = dict(
        zip((r.id for r in report.references), citation_keys(report.references), strict=True)
    )
    document = report.document
    edits = [_written(document.text, group, keys) for group in known]
    edits += listed(report, [LIST])
    heads = [section.heading for section in report.sections if section.heading]
    is_text = document.format == "text"
    text = as_markdown(document.text, ordered(edits), heads if is_text else None)
    keyed = [r.model_copy(update={"key": keys[r.id]}) for r in report.references]
    return Converted(text, tuple(keyed), tuple(left))


def _written(text: str, group: Group, keys: dict[str, str]) -> Edit:
    def form(call: Call) -> str:
        sign = "-@" if group.narrative else "@"
        start, end = call.citation.span.start, call.citation.span.end
        page = f", {_locator(call)}" if call.citation.locator else ""
        *others, last = (f"{sign}{keys[r.id]}" for r in call.references)
        last = sign + _parted(last.removeprefix(sign), page or text[end : end + 2])
        is_inside = start > group.span.start
        space = " " if is_inside and text[start - 1].isalnum() else ""
        return f"{space}{'; '.join((*others, last))}{page}"

    only = group.calls[0]
    if group.narrative and len(group.calls) == 1 and _is_plain(text, only.citation, group.span):
        start = min(name.span.start for name in only.citation.names)
        page = f" [{_locator(only)}]" if only.citation.locator else ""
        cited = f"@{_parted(keys[only.references[0].id], page or text[group.span.end :][:2])}"
        return Edit(span=Span(start=start, end=group.span.end), text=f"{cited}{page}")
    return rewritten(group, f"[{inner(text, group, form, '; ')}]")


def _parted(key: str, after: str) -> str:
    """*key*, in braces where *after* would be taken for a part of it."""
    return f"{{{key}}}" if _CONTINUING.match(after) else key


def _locator(call: Call) -> str:
    locator = call.citation.locator
    return f"p. {locator}" if locator[:1].isdigit() else locator


def _is_plain(text: str, citation: Citation, year: Span) -> bool:
    """Whether nothing but space stands between the names, which are no genitive, and the year."""
    if not citation.names or citation.suppress_author or any(n.given for n in citation.names):
        return False
    ends = [name.span.end for name in citation.names]
    ends += [citation.et_al_span.end] if citation.et_al_span else []
    start = min(name.span.start for name in citation.names)
    if text[start - 1 : start].isalnum():
        return False  # pandoc sees no key behind a letter
    between = text[max(ends) : year.start]
    return not between.strip() and not _POSSESSIVE.search(text[: max(ends)][-3:])
