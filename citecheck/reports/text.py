"""The report for people: coverage, then each finding with its line, then a summary."""

from collections import Counter
from collections.abc import Iterable, Iterator

from citecheck.locale import Phrases, phrases
from citecheck.model import Document, Finding, RelatedPlace, Report, Severity
from citecheck.reports.cells import cut, visible, wrapped
from citecheck.reports.excerpt import Excerpt, excerpt
from citecheck.reports.findings import (
    ENCODINGS,
    by_message,
    counted,
    counts,
    coverage,
    not_checked,
    told,
    verdict,
)
from citecheck.reports.look import Look
from citecheck.reports.region import address, label, line_number, listed, name_of

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_SHOWN = 4  # related places of one kind, and pieces of evidence
_GUTTER = 2  # blanks before line numbers


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One piece for each report, and the sum if they were several."""
    total: Counter[Severity] = Counter()
    number = 0
    for number, report in enumerate(reports, 1):
        findings = told(report, look)
        total += counted(findings)
        parts = [
            header(report, look),
            *(_finding(finding, report.document, look) for finding in findings),
            footer(report, counted(findings), look),
        ]
        yield ("\n" if number > 1 else "") + "\n".join(parts)
    if look.several and number > 1:
        say = phrases(look.language)
        yield f"\n{say.count(number, '{n} file', '{n} files')}: {counts(total, say)}.\n"


def header(report: Report, look: Look) -> str:
    """The draft, how it was read, and how much of it."""
    name = look.paint(visible(name_of(report.document)), "bold")
    encoding = ENCODINGS.get(report.document.encoding)
    say = phrases(look.language)
    known = say(" (read as {encoding})", encoding=encoding) if encoding else ""
    return f"{name}{known}: {', '.join(coverage(report, look))}\n"


def _finding(finding: Finding, document: Document, look: Look) -> str:
    """A block of lines for one finding."""
    style, say = STYLES[finding.severity], phrases(look.language)
    number = line_number(document, finding.span.start)
    digits = max(2, len(number))
    shown = excerpt(document, finding.span, look.width - digits - _GUTTER - 3)
    lines = [
        f"{look.paint(visible(address(document, finding.span.start, look.language)), 'bold')}: "
        f"{look.paint(say(finding.severity.value), style)} "
        f"{look.paint(finding.code, 'bold')} {finding.name}",
        *wrapped(finding.message, look.width, " " * _GUTTER),
        *_source(shown, number.rjust(digits), style, look),
    ]
    indent = " " * (_GUTTER + digits + 3)
    mark = f"{indent[:-2]}{look.paint('=', 'blue')} "
    for note in _notes(finding, document, look.width - len(indent), say):
        first, *more = wrapped(note, look.width, indent)
        lines += [mark + first[len(indent) :], *more]
    if finding.suggestion:
        lead = say("did you mean: {text}", text="")
        first, *more = wrapped(f"{lead}{finding.suggestion}", look.width, indent)
        better = look.paint(first[len(indent) + len(lead) :], "green")
        lines += [mark + lead + better, *(look.paint(line, "green") for line in more)]
    return "\n".join(lines) + "\n"


def _source(shown: Excerpt, number: str, style: str, look: Look) -> Iterator[str]:
    """The line of the draft, with its *number* before it, and the marks under it."""
    blank = " " * (_GUTTER + len(number))
    bar = look.paint("|", "blue")
    yield f"{blank} {bar}"
    yield f"{' ' * _GUTTER}{look.paint(number, 'blue')} {bar} {shown.text}".rstrip()
    more = phrases(look.language).count(
        shown.more_lines, " and {n} more line", " and {n} more lines"
    )
    marks = look.paint("^" * shown.marked + (more if shown.more_lines else ""), style)
    yield f"{blank} {bar} {' ' * shown.indent}{marks}"


def _notes(finding: Finding, document: Document, columns: int, say: Phrases) -> Iterator[str]:
    """Related places, those with one message together, and the evidence."""
    for message, places in by_message(finding).items():
        if len(places) > 1:
            yield _several_places(message, places, document, say)
        else:
            yield _place(message, places[0], document, columns, say)
    yield from finding.evidence[:_SHOWN]
    if len(finding.evidence) > _SHOWN:
        yield say("and {n} more reasons", n=len(finding.evidence) - _SHOWN)


def _several_places(
    message: str, places: list[RelatedPlace], document: Document, say: Phrases
) -> str:
    shown = [label(document, place.span.start, say.language) for place in places[:_SHOWN]]
    more = say(" and {n} more", n=len(places) - _SHOWN) if len(places) > _SHOWN else ""
    return f"{message}: {listed(shown)}{more}"


def _place(
    message: str, place: RelatedPlace, document: Document, columns: int, say: Phrases
) -> str:
    """A place with what stands there; an entry, or a short line, from its beginning."""
    at = document.position(place.span.start)
    said = f"{message}, {label(document, place.span.start, say.language)}: "
    span, line = place.span, document.line(at.line)
    if span.start - line.start < columns:
        span = line
    end = min(span.end, line.end, span.start + 4 * columns)
    return said + cut(document.text[span.start : end], max(columns - len(said), 20))


def footer(report: Report, number: Counter[Severity], look: Look) -> str:
    """What was not checked, and the sum."""
    say, lines = phrases(look.language), []
    if unchecked := "; ".join(map(visible, not_checked(report, look))):
        lines.append(look.paint(say("Not checked: {what}", what=unchecked), "dim"))
    lines.append(look.paint(verdict(number, say), "bold"))
    return "\n".join(lines) + "\n"
