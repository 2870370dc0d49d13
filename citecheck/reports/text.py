"""The report for people: coverage, then each finding with its line, then a summary."""

from collections import Counter
from collections.abc import Iterable, Iterator

from citecheck.model import Document, Finding, RelatedPlace, Report, Severity
from citecheck.reports.cells import cut, visible, wrapped
from citecheck.reports.excerpt import Excerpt, excerpt
from citecheck.reports.look import Look

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_SHOWN = 4  # related places of one kind, and pieces of evidence
_SUGGESTED = "did you mean: "
_GUTTER = 2  # blanks before line numbers
_ENCODINGS = {"cp1252": "Windows-1252", "cp1251": "Windows-1251"}


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One piece for each report, and the sum if they were several."""
    total: Counter[Severity] = Counter()
    number = 0
    for number, report in enumerate(reports, 1):
        counted = Counter(finding.severity for finding in report.findings)
        total += counted
        parts = [
            _header(report, look),
            *(_finding(finding, report.document, look) for finding in report.findings),
            _footer(report, counted, look),
        ]
        yield ("\n" if number > 1 else "") + "\n".join(parts)
    if look.several and number > 1:
        yield f"\n{number} files: {_counts(total)}.\n"


def _header(report: Report, look: Look) -> str:
    document, coverage = report.document, report.coverage
    encoding = _ENCODINGS.get(document.encoding)
    known = f" (read as {encoding})" if encoding else ""
    entries = f"{coverage.entries_parsed} of {coverage.entries_found} entries read"
    if not report.sections and not coverage.entries_found:
        entries = "no literature list found"
    citations = (
        f"{coverage.citations_resolved} of {coverage.citations_found} citations resolved "
        "or explained"
    )
    if not coverage.citations_found:
        citations = "no citations found"
    return f"{look.paint(_path(document), 'bold')}{known}: {entries}, {citations}\n"


def _path(document: Document) -> str:
    return visible(document.path or "text")


def _where(document: Document, offset: int) -> str:
    """ "draft.md:12:3", or "draft.ipynb:cell 4:12:3"."""
    part = document.part(offset)
    name, at = part if part else ("", document.position(offset))
    return f"{_path(document)}:{name}{':' if name else ''}{at.line}:{at.column}"


def _finding(finding: Finding, document: Document, look: Look) -> str:
    """A block of lines for one finding."""
    style = STYLES[finding.severity]
    at = document.position(finding.span.start)
    digits = max(2, len(str(at.line)))
    shown = excerpt(document, finding.span, look.width - digits - _GUTTER - 3)
    lines = [
        f"{look.paint(_where(document, finding.span.start), 'bold')}: "
        f"{look.paint(finding.severity, style)} {look.paint(finding.code, 'bold')} {finding.name}",
        *wrapped(finding.message, look.width, " " * _GUTTER),
        *_source(shown, digits, style, look),
    ]
    indent = " " * (_GUTTER + digits + 3)
    mark = f"{indent[:-2]}{look.paint('=', 'blue')} "
    for note in _notes(finding, document, look.width - len(indent)):
        first, *more = wrapped(note, look.width, indent)
        lines += [mark + first[len(indent) :], *more]
    if finding.suggestion:
        first, *more = wrapped(f"{_SUGGESTED}{finding.suggestion}", look.width, indent)
        better = look.paint(first[len(indent) + len(_SUGGESTED) :], "green")
        lines += [mark + _SUGGESTED + better, *(look.paint(line, "green") for line in more)]
    return "\n".join(lines) + "\n"


def _source(shown: Excerpt, digits: int, style: str, look: Look) -> Iterator[str]:
    """The line of the draft and the marks under it."""
    blank = " " * (_GUTTER + digits)
    bar = look.paint("|", "blue")
    number = look.paint(str(shown.number).rjust(digits), "blue")
    yield f"{blank} {bar}"
    yield f"{' ' * _GUTTER}{number} {bar} {shown.text}".rstrip()
    more = f" and {_plural(shown.more_lines, 'more line')}" if shown.more_lines else ""
    marks = look.paint("^" * shown.marked + more, style)
    yield f"{blank} {bar} {' ' * shown.indent}{marks}"


def _notes(finding: Finding, document: Document, columns: int) -> Iterator[str]:
    """Related places, those with one message together, and the evidence."""
    by_message: dict[str, list[RelatedPlace]] = {}
    for place in finding.related:
        by_message.setdefault(place.message, []).append(place)
    for message, places in by_message.items():
        yield _places(message, places, document, columns)
    yield from finding.evidence[:_SHOWN]
    if len(finding.evidence) > _SHOWN:
        yield f"and {len(finding.evidence) - _SHOWN} more reasons"


def _places(message: str, places: list[RelatedPlace], document: Document, columns: int) -> str:
    positions = [document.position(place.span.start) for place in places[:_SHOWN]]
    listed = ", ".join(f"{position.line}:{position.column}" for position in positions)
    if len(places) > 1:
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        return f"{message}: {listed}{more}"
    said, span, line = f"{message}, {listed}: ", places[0].span, document.line(positions[0].line)
    if span.start - line.start < columns:  # an entry, or a short line: shown from its beginning
        span = line
    end = min(span.end, line.end, span.start + 4 * columns)
    return said + cut(document.text[span.start : end], max(columns - len(said), 20))


def _footer(report: Report, counted: Counter[Severity], look: Look) -> str:
    lines = []
    if report.coverage.not_checked:
        unchecked = "; ".join(map(visible, report.coverage.not_checked))
        lines.append(look.paint(f"Not checked: {unchecked}", "dim"))
    found = _counts(counted)
    lines.append(look.paint(f"Found {found}." if counted else "Found no mistakes.", "bold"))
    return "\n".join(lines) + "\n"


def _counts(counted: Counter[Severity]) -> str:
    """ "2 errors, 1 warning"."""
    counts = [
        f"{number} info" if severity == Severity.INFO else _plural(number, severity.value)
        for severity in Severity
        if (number := counted[severity])
    ]
    return ", ".join(counts) or "no mistakes"


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
