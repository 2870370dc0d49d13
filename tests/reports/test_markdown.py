"""Markdown for forges: what a draft holds is text there, and a comment has an end."""

import pytest

from citecheck.reports.look import Look
from citecheck.reports.markdown import MARK, Limits, document_of, escaped
from tests.reports.building import FINDING, rendered, report
from tests.reports.drafts import hostile


def test_markdown() -> None:
    assert rendered([report(FINDING)], "markdown") == (
        "<!-- citecheck -->\n"
        "## citecheck: Found 1 error.\n\n"
        "### draft.txt\n\n"
        "1 of 1 entries read; 3 of 3 citations resolved or explained\n\n"
        "| | Place | Finding | Better |\n"
        "|---|---|---|---|\n"
        "| ❌ | 1:13 | **NAM201** the citation writes “Morlow”, the list “Marlow”"
        "<details><summary>Why</summary>also here: 2:12, 2:43<br>the entry in the list: 5:1"
        "<br>the year agrees</details> | Marlow, 2011 |\n"
        "\n<sub>Not checked: links: not asked</sub>\n\n"
    )


def test_the_summary_of_a_job_has_no_mark() -> None:
    said = rendered([report(FINDING)], "github-summary")
    assert MARK not in said
    assert said in rendered([report(FINDING)], "markdown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b", "a &#124; b"),
        ("@name #12", "&#64;name &#35;12"),
        ("<b>&amp;", "&#60;b&#62;&#38;amp;"),
        ("two\nlines", "two lines"),
        ("see https://a.b", "see https&#58;//a.b"),
        ("\x1b[31m", "\ufffd&#91;31m"),
    ],
)
def test_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected


@pytest.mark.parametrize("form", ["markdown", "github-summary"])
def test_nothing_in_a_draft_is_markup(form: str) -> None:
    said = rendered([hostile()], form)
    for own in ("<details>", "</details>", "<summary>", "</summary>", "<br>", "<sub>", "</sub>"):
        said = said.replace(own, "")
    assert "<" not in said.replace(MARK, "")
    assert "@" not in said


def test_a_comment_has_an_end() -> None:
    given = report(*[FINDING] * 300)
    whole = "".join(document_of([given], Look(), Limits(characters=10_000)))
    assert len(whole) < 10_300
    assert "more findings are not shown" in whole
    assert len(rendered([report(*[FINDING] * 2_000)], "markdown")) < 65_536
