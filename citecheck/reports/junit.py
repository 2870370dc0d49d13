"""JUnit XML: a suite for each draft, a test case for each finding.

Errors and warnings are failures; information is a case that passed and says something. A draft
without findings is one case that passed. The form is that of Jenkins' junit-10.xsd.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from citecheck.locale import phrases
from citecheck.model import Finding, Report, Severity
from citecheck.reports.findings import coverage, not_checked, notes, told
from citecheck.reports.look import Look
from citecheck.reports.region import address, label, name_of


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One document with all suites."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="citecheck">\n'
    for report in reports:
        yield _suite(report, look)
    yield "</testsuites>\n"


def _suite(report: Report, look: Look) -> str:
    findings, path = told(report, look), name_of(report.document)
    failures = sum(finding.severity != Severity.INFO for finding in findings)
    cases = [_case(finding, report, look) for finding in findings]
    cases = cases or [f"<testcase classname={_attribute(path)} name={_attribute(path)}/>"]
    read = ["; ".join(coverage(report, look)), *not_checked(report, look)]
    return (
        f'<testsuite name={_attribute(path)} tests="{len(cases)}" failures="{failures}" '
        f'errors="0" skipped="0">\n' + "\n".join(cases) + "\n"
        f"<system-out>{_text(chr(10).join(read))}</system-out>\n</testsuite>\n"
    )


def _case(finding: Finding, report: Report, look: Look) -> str:
    document = report.document
    where = label(document, finding.span.start, look.language)
    at = address(document, finding.span.start, look.language)
    title = f"{finding.code} {finding.name} ({where})"
    said = notes(finding, document, phrases(look.language))
    body = _text("\n".join((f"{at}: {finding.message}", *said)))
    told_of = (
        f"<system-out>{body}</system-out>"
        if finding.severity == Severity.INFO
        else f"<failure type={_attribute(finding.severity.value)} "
        f"message={_attribute(finding.message)}>{body}</failure>"
    )
    case = f"classname={_attribute(name_of(document))} name={_attribute(title)}"
    return f"<testcase {case}>{told_of}</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _text(text: str) -> str:
    return escape(_allowed(text))


def _allowed(text: str) -> str:
    """*text* with U+FFFD for the characters that XML 1.0 forbids."""
    return "".join(char if _is_allowed(ord(char)) else "\ufffd" for char in text)


def _is_allowed(code: int) -> bool:
    if code < 0x20:
        return code in (0x9, 0xA, 0xD)
    return not (0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF))
