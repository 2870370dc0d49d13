"""Reports on whole drafts, to be rendered in every format."""

from functools import cache
from pathlib import Path

import citecheck
from citecheck.model import Document, Finding, RelatedPlace, Report, Severity, Span
from citecheck.model.document import Part
from citecheck.model.report import Coverage
from tests.accuracy.shared import SHARED
from tests.source import REPOSITORY

EXAMPLE = REPOSITORY / "references" / "draft.txt"
ESSAY = SHARED / "essay" / "essay.txt"
HOSTILE = (
    "<script>alert(1)</script> and </style> & --> ]]> (Roe, 2001) &amp; \x01\x9b \u202eabc\n"
    "%0A::error::x | `a` @someone #12 **b** (Nobody, 2002) <img src=x onerror=alert(2)>\n\n"
    "References\n"
    'Roe, J. (2001). =1+1 </script><script>document.title="no"</script>. Press, Town.\n'
    "Doe, A. (2002). </style><style>*{display:none}</style> Title of it. Press, Town.\n"
)


@cache
def checked(path: Path) -> Report:
    """The report on one file."""
    return citecheck.check(path)


@cache
def hostile() -> Report:
    """A report on a draft that is full of other languages' markup, its name too."""
    report = citecheck.check(HOSTILE)
    document = report.document.model_copy(update={"path": "<b> %,:'\"&.txt"})
    said = "two\nlines %0A::error:: <script>x</script> ]]> \ud800"
    finding = Finding(
        code="XYZ999", name="of-a-plugin", severity=Severity.WARNING, confidence=0.5, message=said,
        span=Span(start=0, end=8),
        related=(RelatedPlace(span=Span(start=9, end=12), message=said),),
        evidence=(said,), suggestion=said,
    )  # fmt: skip
    return report.model_copy(update={"document": document, "findings": (*report.findings, finding)})


def in_parts() -> Report:
    """A report on a file whose lines are not those of the text, such as a notebook."""
    text = "first\nsecond (Roe, 2001)\n"
    finding = Finding(
        code="CIT101", name="missing-entry", severity=Severity.ERROR, confidence=0.9,
        message="nothing fits", span=Span(start=14, end=23),
    )  # fmt: skip
    parts = (Part(name="cell 1", start=0), Part(name="cell 2", start=6))
    return Report(
        document=Document(text=text, path="a.ipynb", format="notebook", parts=parts),
        findings=(finding,),
        coverage=Coverage(
            entries_found=0, entries_parsed=0, citations_found=0, citations_resolved=0
        ),
    )
