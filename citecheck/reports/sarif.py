"""SARIF 2.1.0 (OASIS standard): one run with the rules, the results, and the files they are in."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from citecheck.fingerprints import fingerprints
from citecheck.model import Document, Finding, Fix, Report, Safety, Severity, Span
from citecheck.reports.findings import told
from citecheck.reports.look import Look
from citecheck.reports.maker import NAME, version
from citecheck.reports.region import label, name_of, region

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_FINGERPRINTS = ("citecheck/v1", "primaryLocationLineHash")  # the second is the one GitHub reads
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = _LEVELS | {Severity.INFO: "recommendation"}  # as GitHub code scanning words them
_PRECISION = ((0.9, "very-high"), (0.75, "high"), (0.5, "medium"), (0.0, "low"))
_MIME = {
    "text": "text/plain", "markdown": "text/markdown", "latex": "application/x-tex",
    "html": "text/html", "notebook": "application/x-ipynb+json", "pdf": "application/pdf",
}  # fmt: skip
_PROPOSALS = {
    Safety.SAFE: "Write it so (safe: the form alone changes)",
    Safety.UNSAFE: "Write it so (unsafe: a name, a year or a meaning changes; you decide)",
}

Data = dict[str, Any]


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The log with its one run: results as the reports are made, then what they refer to."""
    rules = _rules(look)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    artifacts: list[Data] = []  # no two alike
    unchecked: list[Data] = []
    yield f'{_opened({"$schema": SCHEMA, "version": "2.1.0"})}, "runs": [{{"results": [\n'
    before = ""
    for report in reports:
        of_report = _artifacts(report)
        artifacts += [artifact for artifact in of_report if artifact not in artifacts]
        rules += _rules_of_others(report, index)
        for result in _results(report, look, index, artifacts.index(of_report[0])):
            yield before + _dumped(result)
            before = ",\n"
        unchecked += _notifications(report, look)
    yield f"\n], {_run(rules, artifacts, unchecked, look)}]}}\n"


def _run(rules: list[Data], artifacts: list[Data], unchecked: list[Data], look: Look) -> str:
    """The members of the run behind its results, and the brace that closes it."""
    driver: Data = {"name": NAME, "rules": rules}
    if version():
        driver["semanticVersion"] = version()
    run = {
        "tool": {"driver": driver},
        "language": look.language,
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": unchecked}],
    }
    return _dumped(run)[1:]


def _opened(data: Data) -> str:
    """*data* without the brace at its end."""
    return _dumped(data)[:-1]


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def _rules(look: Look) -> list[Data]:
    from citecheck.locale import phrases
    from citecheck.rules import RULES

    say = phrases(look.language)
    return [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": say(rule.summary)},
            "fullDescription": {"text": _what_it_does(rule.explanation) or rule.summary},
            "help": {"text": rule.explanation, "markdown": rule.explanation},
            "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
            "properties": {"tags": [rule.code[:3]], "problem.severity": _PROBLEMS[rule.severity]},
        }
        for rule in RULES
    ]


def _what_it_does(explanation: str) -> str:
    """The first section of a rule's documentation, on one line."""
    _, _, rest = explanation.partition("## What it does\n")
    return " ".join(rest.partition("## ")[0].split())


def _rules_of_others(report: Report, index: dict[str, int]) -> list[Data]:
    """The rules of other packages that have found something, new ones; *index* learns them."""
    new = []
    for finding in report.findings:
        if finding.code not in index:
            index[finding.code] = len(index)
            new.append({"id": finding.code, "name": finding.name})
    return new


def _results(report: Report, look: Look, index: dict[str, int], artifact: int) -> Iterator[Data]:
    for finding, fingerprint in zip(told(report, look), fingerprints(report), strict=True):
        result = _result(finding, report.document, artifact)
        result["partialFingerprints"] = dict.fromkeys(_FINGERPRINTS, fingerprint)
        result["ruleIndex"] = index[finding.code]
        yield result


def _result(finding: Finding, document: Document, artifact: int) -> Data:
    better = f" ({finding.suggestion})" if finding.suggestion else ""
    precision = next(name for least, name in _PRECISION if finding.confidence >= least)
    result: Data = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "rank": round(100 * finding.confidence, 1),
        "message": {"text": f"{finding.message}{better}"},
        "locations": [_location(document, finding.span, artifact)],
        "relatedLocations": [
            {
                "id": number,
                **_location(document, place.span, artifact),
                "message": {"text": place.message},
            }
            for number, place in enumerate(finding.related, 1)
        ],
        "properties": {"precision": precision, "evidence": list(finding.evidence)},
    }
    if finding.fix and finding.fix.safety in _PROPOSALS and not document.parts:
        result["fixes"] = [_fix(finding.fix, document, artifact)]
    return result


def _location(document: Document, span: Span, artifact: int) -> Data:
    place = region(document, span)
    physical: Data = {"artifactLocation": {"uri": uri(document), "index": artifact}}
    if place.is_in_file:
        physical["region"] = _region(document, span)
        return {"physicalLocation": physical}
    name = label(document, span.start)
    return {"physicalLocation": physical, "logicalLocations": [{"name": name, "kind": "element"}]}


def _region(document: Document, span: Span) -> Data:
    place = region(document, span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(fix: Fix, document: Document, artifact: int) -> Data:
    replacements = [
        {"deletedRegion": _region(document, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    where = {"uri": uri(document), "index": artifact}
    return {
        "description": {"text": _PROPOSALS[fix.safety]},
        "artifactChanges": [{"artifactLocation": where, "replacements": replacements}],
    }


def uri(document: Document) -> str:
    """The relative URI of the draft."""
    path = quote(name_of(document).encode("utf-8", "replace"))
    head, slash, rest = path.partition("/")
    return f"{head.replace(':', '%3A')}{slash}{rest}"


def _artifacts(report: Report) -> list[Data]:
    """The draft first, then the files of its literature."""
    roles = [(report.document, "analysisTarget")]
    roles += [
        (source.model_copy(update={"path": path}), "referencedOnCommandLine")
        for path, source in report.sources.items()
    ]
    found = []
    for document, role in roles:
        artifact: Data = {"location": {"uri": uri(document)}, "roles": [role]}
        if document.format in _MIME:
            artifact["mimeType"] = _MIME[document.format]
        if not document.parts:
            artifact["encoding"] = document.encoding
        found.append(artifact)
    return found


def _notifications(report: Report, look: Look) -> list[Data]:
    """What was not checked: of no effect on the results, and worth knowing."""
    from citecheck.reports.findings import not_checked

    return [
        {
            "level": "note",
            "message": {"text": text},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": uri(report.document)}}}
            ],
        }
        for text in not_checked(report, look)
    ]
