"""Reports for people: what stands under what."""

from typing import Any

import pytest

from citecheck.model import Coverage, Document, RelatedPlace, Report, Severity
from tests.reports.building import FINDING, rendered, report, span


def text_of(*several: Report, **look: Any) -> str:
    return rendered(several, "text", **look)


def test_text() -> None:
    assert text_of(report(FINDING), width=70) == (
        "draft.txt: 1 of 1 entries read, 3 of 3 citations resolved or explained\n"
        "\n"
        "draft.txt:1:13: error NAM201 misspelt-author\n"
        "  the citation writes “Morlow”, the list “Marlow”\n"
        "     |\n"
        "   1 | Tides rise (Morlow, 2011).\n"
        "     |             ^^^^^^^^^^^^\n"
        "     = also here: 2:12, 2:43\n"
        "     = the entry in the list, 5:1: Marlow, J., Tides, 2011. https://e…\n"
        "     = the year agrees\n"
        "     = did you mean: Marlow, 2011\n"
        "\n"
        "Not checked: links: not asked\n"
        "Found 1 error.\n"
    )


def test_colours_and_nothing_but_colours() -> None:
    plain, coloured = text_of(report(FINDING)), text_of(report(FINDING), colour=True)
    assert "\033" not in plain
    assert "\033[1;31m^^^^^^^^^^^^\033[0m" in coloured
    for style in ("0", "1", "2", "1;31", "1;32", "1;34"):
        coloured = coloured.replace(f"\033[{style}m", "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("change", "first"),
    [
        ({"encoding": "cp1251"}, "draft.txt (read as Windows-1251): 1 of 1 entries read, 3 of 3"),
        ({"encoding": "utf-8-sig"}, "draft.txt: 1 of 1"),
    ],
)
def test_encoding_is_said(change: dict[str, str], first: str) -> None:
    assert text_of(report(**change)).startswith(first)


def test_no_findings_several_files() -> None:
    nothing = Report(
        document=Document(text=""),
        coverage=Coverage(
            entries_found=0, entries_parsed=0, citations_found=0, citations_resolved=0
        ),
    )
    info = FINDING.model_copy(update={"severity": Severity.INFO})
    assert text_of(nothing) == (
        "text: no literature list found, no citations found\n\nFound no mistakes.\n"
    )
    said = text_of(nothing, report(FINDING, FINDING), report(FINDING, info), several=True)
    assert "Found 2 errors.\n\n" in said
    assert "Found 1 error, 1 info.\n\n" in said
    assert said.endswith("\n3 files: 3 errors, 1 info.\n")


def test_many_places_and_reasons_are_capped() -> None:
    crowded = FINDING.model_copy(
        update={
            "related": FINDING.related[:1] * 9,
            "evidence": tuple(f"reason {number}" for number in range(9)),
        }
    )
    said = text_of(report(crowded))
    assert "= also here: 2:12, 2:12, 2:12, 2:12 and 5 more\n" in said
    assert "= reason 3\n     = and 5 more reasons\n" in said


def test_nothing_in_a_draft_drives_the_terminal() -> None:
    text = "\x1b]0;title\x07 (\u202eDoe\x9b31m, 2001)\x1b[2J"
    harmful = FINDING.model_copy(
        update={
            "span": span("Doe", text), "message": "two\nlines \x1b[31m", "evidence": (text,),
            "suggestion": text, "related": (RelatedPlace(span=span(" (", text), message=text),),
        }
    )  # fmt: skip
    document = Document(text=text, path="a\x1b[31m.txt")
    said = text_of(report(harmful).model_copy(update={"document": document}))
    assert "two⏎lines ␛[31m" in said
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)
