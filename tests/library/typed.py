"""A program that uses the library as its documentation says; mypy reads it, nothing runs it."""

from datetime import date
from pathlib import Path
from typing import assert_type

import citecheck
from citecheck.model import Finding, Match, Reference, Severity

report = citecheck.check(Path("thesis.md"), select="NAM,CIT", today=date(2026, 1, 15))
assert_type(report, citecheck.Report)
assert_type(report.findings, tuple[Finding, ...])
assert_type(report.matches, tuple[Match, ...])
assert_type(report.findings[0].severity, Severity)

settings = citecheck.settings_for("thesis.md")
assert_type(settings, citecheck.Settings)
assert_type(settings.ignore, tuple[str, ...])
citecheck.check("thesis.md", settings=settings, ignore=["DAT301"])
citecheck.check("text\n", format="markdown", settings=citecheck.Settings(accept_names=("Morlow",)))
assert_type(citecheck.parse_references("thesis.md"), tuple[Reference, ...])

citecheck.check("thesis.md", select=1)  # type: ignore[arg-type]
citecheck.check("thesis.md", selekt="NAM")  # type: ignore[call-arg]
citecheck.check("thesis.md", settings={"select": "NAM"})  # type: ignore[arg-type]
citecheck.check(None)  # type: ignore[arg-type]
entries = citecheck.parse_references("thesis.md")
assert_type(citecheck.export_references(entries, "bibtex"), str | bytes)
assert_type(citecheck.fix("thesis.md", accept="NAM201").report, citecheck.Report)
assert_type(citecheck.verify("thesis.md", settings=settings), citecheck.Report)
citecheck.fix("thesis.md", accept=3)  # type: ignore[arg-type]
