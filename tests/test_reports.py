"""Reports for people (what stands under what) and for programs (the contract of the names)."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck import reports
from citecheck.model import (
    Citation,
    Coverage,
    Deviation,
    DeviationKind,
    Document,
    Edit,
    Evidence,
    Finding,
    Fix,
    Match,
    MatchStatus,
    Name,
    PartialDate,
    Reference,
    ReferenceSection,
    RelatedPlace,
    Report,
    Safety,
    Severity,
    Span,
    Value,
)
from citecheck.reports import Look
from citecheck.reports.cells import cut, visible, width, wrapped
from citecheck.reports.excerpt import excerpt

TEXT = (
    "Tides rise (Morlow, 2011).\r\n"
    "They fall (Morlow, 2011), and rise again (Morlow, 2011).\r\n\r\n"
    "References\r\nMarlow, J., Tides, 2011. https://example.org/tides ???\r\n"
)


def span(piece: str, text: str = TEXT, start: int = 0) -> Span:
    """Where *piece* stands in *text*."""
    begin = text.index(piece, start)
    return Span(start=begin, end=begin + len(piece))


CITED = [
    span("Morlow, 2011"),
    span("Morlow, 2011", start=30),
    span("Morlow, 2011", start=60),
]
ENTRY = span("Marlow, J., Tides, 2011. https://example.org/tides ???")
FINDING = Finding(
    code="NAM201",
    name="misspelt-author",
    severity=Severity.ERROR,
    confidence=0.9,
    message="the citation writes “Morlow”, the list “Marlow”",
    span=CITED[0],
    related=(
        *(RelatedPlace(span=place, message="also here") for place in CITED[1:]),
        RelatedPlace(span=span("Marlow"), message="the entry in the list"),
    ),
    evidence=("the year agrees",),
    citation_ids=("c1", "c2", "c3"),
    reference_ids=("r1",),
    suggestion="Marlow, 2011",
    fix=Fix(safety=Safety.UNSAFE, edits=(Edit(span=span("Morlow"), text="Marlow"),)),
)


def report(*findings: Finding, text: str = TEXT, **more: Any) -> Report:
    """A report on a small draft with one entry and three citations."""
    url, leftover = span("https://example.org/tides"), span("???")
    return Report(
        document=Document(text=text, path="draft.txt", **more),
        sections=(ReferenceSection(span=ENTRY, entries=(ENTRY,)),),
        references=(
            Reference(
                id="r1", span=ENTRY, raw=ENTRY.of(TEXT), type="webpage",
                author=(Name(family="Marlow", given="J."),),
                title=Value(value="Tides"), issued=PartialDate(year=2011),
                url=Value(value=url.of(TEXT), span=url), leftovers=(leftover,),
            ),
        ),
        citations=tuple(
            Citation(id=f"c{number}", span=place, raw=place.of(TEXT))
            for number, place in enumerate(CITED, 1)
        ),
        matches=(
            Match(
                citation_id="c1", status=MatchStatus.PRESUMED, reference_ids=("r1",),
                confidence=0.9,
                deviations=(
                    Deviation(kind=DeviationKind.MISSPELT, cited="Morlow", listed="Marlow"),
                ),
                evidence=(Evidence(kind="year", statement="the year agrees"),),
            ),
        ),
        findings=findings,
        coverage=Coverage(
            entries_found=1, entries_parsed=1, citations_found=3, citations_resolved=3,
            not_checked=("links: not asked",),
        ),
    )  # fmt: skip


def text_of(*several: Report, **look: Any) -> str:
    return "".join(reports.render(several, "text", Look(**look)))


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


def shown(text: str, marked: str, columns: int) -> tuple[str, str]:
    """The excerpt of *text* around *marked*, and the marks as they would stand under it."""
    found = excerpt(Document(text=text), span(marked, text), columns)
    return found.text, " " * found.indent + "^" * found.marked


LONG = "word " * 2_000 + "(Roe, 2001) " + "next " * 2_000


@pytest.mark.parametrize(
    ("text", "marked", "columns", "line", "marks"),
    [
        ("say (Roe, 2001).", "Roe, 2001", 40, "say (Roe, 2001).", "     ^^^^^^^^^"),
        ("a\n\tb (Roe)\nc", "Roe", 40, "    b (Roe)", "       ^^^"),
        ("王伟认为 (王, 2001)", "王, 2001", 40, "王伟认为 (王, 2001)", "          ^^^^^^^^"),
        ("Ande\u0301 (Mu\u0308ller)", "Mu\u0308ller", 40, "Ande\u0301 (Mu\u0308ller)",
         "      ^^^^^^"),
        ("a\x1bb (Roe)", "Roe", 40, "a␛b (Roe)", "     ^^^"),
        (LONG, "Roe, 2001", 50, "…word word word word (Roe, 2001) next next next…",
         "                      ^^^^^^^^^"),
        ("(Roe, 2001) " + "next " * 50, "Roe, 2001", 30, "(Roe, 2001) next next next…",
         " ^^^^^^^^^"),
        ("word " * 50 + "(Roe, 2001)", "Roe, 2001", 30, "…word word word (Roe, 2001)",
         "                 ^^^^^^^^^"),
        ("x" * 100 + "(Roe)" + "y" * 100, "Roe", 21, "…xxxxxxxx(Roe)yyyyyy…", "          ^^^"),
        ("ab " + "y" * 100, "y" * 100, 20, "…" + "y" * 18 + "…", " " + "^" * 18),
        ("王" * 100, "王" * 60, 20, "王" * 9 + "…", "^" * 18),
    ],
)  # fmt: skip
def test_excerpt(text: str, marked: str, columns: int, line: str, marks: str) -> None:
    assert shown(text, marked, columns) == (line, marks)


def test_place_over_several_lines() -> None:
    text = "one two\nthree\nfour"
    lines = FINDING.model_copy(update={"span": span("two\nthree\nf", text), "related": ()})
    said = text_of(report(lines, text=text))
    assert "   1 | one two\n     |     ^^^ and 2 more lines\n" in said


def test_place_at_the_end_of_the_text() -> None:
    found = excerpt(Document(text="abc\n"), Span(start=4, end=4), 40)
    assert (found.number, found.text, found.indent, found.marked) == (2, "", 0, 1)


@given(st.text(), st.integers(0, 50), st.integers(0, 50), st.integers(5, 60))
def test_any_excerpt_fits(text: str, start: int, length: int, columns: int) -> None:
    begin = min(start, len(text))
    place = Span(start=begin, end=min(begin + length, len(text)))
    found = excerpt(Document(text=text), place, columns)
    assert width(found.text) <= columns
    assert found.indent + found.marked <= columns
    assert "\n" not in found.text


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [("short", 5, "short"), ("longer text", 8, "longer…"), ("王王王王", 6, "王王…"),
     ("a" * 1_000_000, 5, "aaaa…"), ("a\nb", 5, "a⏎b")],
)  # fmt: skip
def test_cut(text: str, columns: int, expected: str) -> None:
    assert cut(text, columns) == expected


def test_wrapped() -> None:
    assert wrapped("one two three", 9, "  ") == ["  one two", "  three"]
    assert wrapped("", 9, "  ") == ["  "]
    assert wrapped("unbreakable", 5, "") == ["unbreakable"]


@given(st.text())
def test_visible_is_one_printable_line(text: str) -> None:
    said = visible(text)
    assert len(said.splitlines()) <= 1
    assert not any(char < " " or "\x7f" <= char < "\xa0" for char in said)


def json_of(given_reports: Iterable[Report], **look: Any) -> Any:
    return json.loads("".join(reports.render(given_reports, "json", Look(**look))))


def test_json() -> None:
    data = json_of([report(FINDING)])
    assert data["schema_version"] == 1
    assert data["path"] == "draft.txt"
    (entry,) = data["references"]
    assert entry["csl"] == {
        "id": "r1",
        "type": "webpage",
        "author": [{"family": "Marlow", "given": "J."}],
        "title": "Tides",
        "issued": {"date-parts": [[2011]]},
        "URL": "https://example.org/tides",
        "custom": {"leftovers": ["???"]},
    }
    assert TEXT[entry["start"] : entry["end"]] == entry["raw"]
    assert [left["text"] for left in entry["leftovers"]] == ["???"]
    first, second, _ = data["citations"]
    assert (first["status"], first["reference_ids"], first["confidence"]) == (
        "presumed", ["r1"], 0.9,
    )  # fmt: skip
    assert (second["status"], second["line"], second["column"]) == ("unmatched", 2, 12)
    (finding,) = data["findings"]
    assert {key: finding[key] for key in ("code", "name", "severity", "line", "column")} == {
        "code": "NAM201", "name": "misspelt-author", "severity": "error", "line": 1, "column": 13,
    }  # fmt: skip
    assert [place["message"] for place in finding["related"]] == [
        "also here", "also here", "the entry in the list",
    ]  # fmt: skip
    assert finding["fix"] == {
        "safety": "unsafe",
        "edits": [{"start": 12, "end": 18, "text": "Marlow"}],
    }
    assert data["coverage"] == {
        "entries_found": 1, "entries_parsed": 1, "citations_found": 3, "citations_resolved": 3,
        "not_checked": ["links: not asked"],
    }  # fmt: skip


CONTRACT = {
    "": {"schema_version", "path", "references", "citations", "findings", "coverage"},
    "references": {"id", "start", "end", "raw", "key", "csl", "leftovers"},
    "citations": {"start", "end", "raw", "line", "column", "reference_ids", "status", "confidence"},
    "findings": {
        "code", "name", "severity", "confidence", "message", "start", "end", "line", "column",
        "related", "citation_ids", "reference_ids", "suggestion", "fix",
    },
}  # fmt: skip


@pytest.mark.parametrize("part", CONTRACT)
def test_json_names(part: str) -> None:
    data = json_of([report(FINDING)])
    assert CONTRACT[part] <= set(data[part][0] if part else data)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_of_several_is_an_array(count: int) -> None:
    assert len(json_of([report()] * count, several=True)) == count


def test_json_is_streamed() -> None:
    drawn = []

    def source() -> Iterable[Report]:
        for number in range(3):
            drawn.append(number)
            yield report()

    pieces = reports.render(source(), "json", Look(several=True))
    next(pieces)
    assert drawn == [0]
