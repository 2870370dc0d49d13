"""Runs every rule alone on its cases."""

import datetime
from functools import cache
from itertools import pairwise

import pytest

from citecheck.config import Settings
from citecheck.model import Edit, Finding, Report, Safety
from citecheck.model.validating import validated
from citecheck.model.verification import Verification
from citecheck.pipeline import check_document
from citecheck.readers import read_text
from citecheck.rules import RULES
from tests.rules.cases import Case, all_cases, cases, files

TODAY = datetime.date(2026, 1, 15)
ALSO = ("also here", "the same author and year")
LEAST = {"fail": 2, "pass": 2}


@cache
def check(case: Case) -> Report:
    """The report on the draft of *case*, its rule alone selected."""
    document = read_text(case.draft, name=str(case))
    settings = Settings(select=(case.code,), today=TODAY)
    return check_document(document, settings, verification_of(case))


def verification_of(case: Case) -> Verification | None:
    """What the network said in *case*; links and pages know their own URL."""
    if case.verification is None:
        return None
    told = {"links": {}, "pages": {}, **case.verification}
    for part in ("links", "pages"):
        told[part] = {url: {"url": url, **value} for url, value in told[part].items()}
    return validated(Verification, told)


def underlined(report: Report, finding: Finding) -> str:
    """The text under the primary place of *finding*."""
    return finding.span.of(report.document.text)


def edits(report: Report) -> list[Edit]:
    """The edits of all fixes that may be applied, in order."""
    fixes = [finding.fix for finding in report.findings if finding.fix]
    chosen = [edit for fix in fixes if fix.safety != Safety.DISPLAY for edit in fix.edits]
    return sorted(set(chosen), key=lambda edit: edit.span.start)


def applied(report: Report) -> str:
    """The draft with every edit made."""
    text, done = report.document.text, edits(report)
    for edit in reversed(done):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("case", all_cases("fail"), ids=str)
def test_reports(case: Case) -> None:
    report = check(case)
    text = report.document.text
    found = [
        {
            "text": underlined(report, finding),
            "severity": str(finding.severity),
            "suggestion": finding.suggestion or "",
            "also": [p.span.of(text) for p in finding.related if p.message.startswith(ALSO)],
        }
        for finding in sorted(report.findings, key=lambda finding: finding.span.start)
    ]
    expected = [
        {key: wanted.get(key, actual[key]) for key in actual}
        for wanted, actual in zip(case.expect, found, strict=False)
    ]
    assert found == expected
    assert len(found) == len(case.expect), found
    assert {finding.code for finding in report.findings} == {case.code}


@pytest.mark.parametrize("case", all_cases("pass"), ids=str)
def test_stays_silent(case: Case) -> None:
    report = check(case)
    assert report.references, "a case whose list is not read proves nothing"
    assert [(underlined(report, finding), finding.message) for finding in report.findings] == []


@pytest.mark.parametrize("case", all_cases("fixed"), ids=str)
def test_fixes(case: Case) -> None:
    assert applied(check(case)) == case.fixed


@pytest.mark.parametrize("case", all_cases("fail", "fixed"), ids=str)
def test_edits_do_not_overlap(case: Case) -> None:
    done = edits(check(case))
    assert all(one.span.end <= two.span.start for one, two in pairwise(done))
    assert all(0 <= e.span.start <= e.span.end <= len(case.draft) for e in done)


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_enough_cases(code: str) -> None:
    assert code in files(), f"because a rule is tested alone: write tests/rules/{code}.toml"
    of_rule = cases(code)
    for kind, least in LEAST.items():
        assert sum(case.kind == kind for case in of_rule) >= least, f"{least} {kind} cases"
    if any(edits(check(case)) for case in of_rule if case.kind == "fail"):
        assert any(case.kind == "fixed" for case in of_rule), "a fix needs a fixed case"


def test_no_cases_without_a_rule() -> None:
    assert set(files()) <= {rule.code for rule in RULES}
