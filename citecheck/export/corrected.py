"""The list as it should be: safe corrections applied, duplicates merged, order and letters right,
and what is left to ask.

Safe corrections are those that findings carry; besides, whatever has one right form gets it: a DOI
loses what stands before it, a DOI given as an address becomes one, an address its tracking
parameters. Names, years and titles stay as the writer has them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from citecheck.export.reference_list import ReferenceList
from citecheck.model import (
    Citation,
    Edit,
    Finding,
    Match,
    Name,
    PartialDate,
    Reference,
    Report,
    Safety,
    Severity,
    Span,
    Value,
)
from citecheck.rules.duplicates import twins
from citecheck.rules.url_witness import without_tracking
from citecheck.styles.arranging import arranged
from citecheck.styles.style import Style
from citecheck.styles.work import Work

_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s?", re.IGNORECASE)
_DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)", re.IGNORECASE)
SETTLED = frozenset(
    (
        "duplicate-entry", "list-order", "missing-year-letter", "numbered-disambiguator",
        "year-letter-order", "unbalanced-quote", "access-note-typo", "stray-line",
        "missing-identifier", "missing-container",
    )
)  # fmt: skip
"""Names of rules whose cause is gone when the list is written anew, or that ask for what many
lists leave out on purpose.
"""


def corrected(
    references: Sequence[Reference], style: Style, report: Report | None = None
) -> ReferenceList:
    """The right form of *references* in the order of *style*; *report* has what a check of the
    draft found out about them, None where there is no draft.
    """
    findings = report.findings if report else ()
    edits = [edit for finding in findings for edit in _safe_edits(finding)]
    entries = [_with_right_forms(_edited(entry, edits)) for entry in references]
    same = {one: other for one, other in twins(entries).items() if _mergeable(entries, one, other)}
    merged = _merged(entries, same)
    cited = _order_of_citing(report.citations, report.matches, same) if report else {}
    return ReferenceList(
        references=tuple(arranged(merged, style, cited)),
        style=style,
        questions=_questions(references, findings, same),
    )


def _safe_edits(finding: Finding) -> Iterable[Edit]:
    fix = finding.fix
    return fix.edits if fix and fix.safety == Safety.SAFE else ()


def _edited(reference: Reference, edits: Iterable[Edit]) -> Reference:
    """*reference* with the *edits* that lie in its values."""
    if reference.source:
        return reference
    for edit in edits:
        if not reference.span.contains(edit.span):
            continue
        update: dict[str, Any] = {}
        for field, value in reference:
            if isinstance(value, Value) and value.span and value.span.contains(edit.span):
                update[field] = _edited_value(value, reference, edit)
            elif isinstance(value, tuple) and value and isinstance(value[0], Name):
                update[field] = tuple(_edited_name(name, reference, edit) for name in value)
        if update:
            reference = reference.model_copy(update=update)
    return reference


def _piece(reference: Reference, span: Span) -> str:
    start = reference.span.start
    return reference.raw[span.start - start : span.end - start]


def _edited_value(value: Value, reference: Reference, edit: Edit) -> Value:
    """The edit made in the cleaned value, if what it replaces stands there just once or the value
    is exactly as written.
    """
    assert value.span is not None
    old = _piece(reference, edit.span)
    offset = edit.span.start - value.span.start
    if value.value[offset : offset + len(old)] == old:
        written = value.value[:offset] + edit.text + value.value[offset + len(old) :]
    elif old and value.value.count(old) == 1:
        written = value.value.replace(old, edit.text)
    else:
        return value
    return value.model_copy(update={"value": written})


def _edited_name(name: Name, reference: Reference, edit: Edit) -> Name:
    if not name.span or not name.span.contains(edit.span):
        return name
    old = _piece(reference, edit.span)
    for part in ("family", "given", "literal"):
        if getattr(name, part).count(old) == 1:
            return name.model_copy(update={part: getattr(name, part).replace(old, edit.text)})
    return name


def _with_right_forms(reference: Reference) -> Reference:
    """DOI and address in their one right form; a number behind the name is no part of it."""
    update: dict[str, Any] = {}
    url, doi = reference.url, reference.doi
    if url and (found := _DOI_ADDRESS.fullmatch(url.value)):
        doi = doi or url.model_copy(update={"value": found[1]})
        update["url"] = None
    elif url and (clean := without_tracking(url.value)) != url.value:
        update["url"] = url.model_copy(update={"value": clean})
    if doi:
        update["doi"] = doi.model_copy(update={"value": _DOI.sub("", doi.value, count=1).strip()})
    if reference.disambiguator:
        update["disambiguator"] = None
    return reference.model_copy(update=update) if update else reference


def _mergeable(entries: Sequence[Reference], one: str, other: str) -> bool:
    """Whether two entries for one work say nothing against each other: a preprint and the paper,
    of different years, are both kept.
    """
    by_id = {entry.id: entry for entry in entries}
    years = {entry.issued.year for entry in (by_id[one], by_id[other]) if entry.issued}
    return len(years) < 2


def _merged(entries: Iterable[Reference], same: Mapping[str, str]) -> list[Reference]:
    """The entries without those that repeat another, which gains what only they say."""
    kept: dict[str, Reference] = {}
    for entry in entries:
        first = same.get(entry.id)
        if first in kept:
            kept[first] = _completed(kept[first], entry)
        else:
            kept[entry.id] = entry
    return list(kept.values())


def _completed(reference: Reference, other: Reference) -> Reference:
    """*reference* with the fields that only *other* has, and the finer of their dates."""
    update: dict[str, Any] = {}
    for field, value in other:
        mine = getattr(reference, field)
        is_data = isinstance(value, Value | PartialDate) or (
            isinstance(value, tuple) and value and isinstance(value[0], Name)
        )
        if is_data and not mine:
            update[field] = value
        elif isinstance(value, PartialDate) and len(value.parts) > len(mine.parts):
            update[field] = value.model_copy(update={"suffix": mine.suffix})
    return reference.model_copy(update=update) if update else reference


def _order_of_citing(
    citations: Iterable[Citation], matches: Iterable[Match], same: Mapping[str, str]
) -> dict[str, int]:
    """For each entry that is cited, its place in the order of first citation."""
    starts = {citation.id: citation.span.start for citation in citations}
    cited = [
        (starts[match.citation_id], same.get(match.reference_ids[0], match.reference_ids[0]))
        for match in matches
        if match.reference_ids and match.citation_id in starts
    ]
    order: dict[str, int] = {}
    for _, reference in sorted(cited):
        order.setdefault(reference, len(order))
    return order


def _questions(
    references: Sequence[Reference], findings: Iterable[Finding], same: Mapping[str, str]
) -> dict[str, list[str]]:
    """For ids of entries, what errors and warnings about the entry itself are left."""
    spans = {reference.id: reference.span for reference in references}
    stray = {reference.id for reference in references if not _is_paired(Work(reference).title)}
    asked: dict[str, list[str]] = {}
    for finding in findings:
        is_stray = finding.name == "mixed-quotes" and not stray.isdisjoint(finding.reference_ids)
        is_minor = finding.severity == Severity.INFO and not is_stray
        if is_minor or finding.name in SETTLED or _is_safe(finding):
            continue
        for name in _entries_meant(finding, spans):
            questions = asked.setdefault(same.get(name, name), [])
            if finding.message not in questions:
                questions.append(finding.message)
    return asked


def _is_paired(title: str) -> bool:
    """Whether quotation marks open in a title in which some close, or may be apostrophes."""
    return "’" not in title or "‘" in title or "“" in title


def _is_safe(finding: Finding) -> bool:
    return bool(finding.fix and finding.fix.safety == Safety.SAFE)


def _entries_meant(finding: Finding, spans: Mapping[str, Span]) -> Iterator[str]:
    """The entries in which the finding or one of its places stands, not those that a wrong
    citation merely means.
    """
    for name in finding.reference_ids:
        span = spans.get(name)
        if span and span.contains(finding.span):
            yield name
