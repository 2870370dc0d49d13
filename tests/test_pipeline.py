"""Any text at all goes through the whole pipeline: no exception, and places that exist."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.config import Settings
from citecheck.model import Document, MatchStatus, Report, Span
from citecheck.pipeline import check_document

PIECES = (
    "Marlow Okafor Müller Ærø van der O’Neil MARLOW Соколов 王 J. P.-J. WKC TASS editorial "
    "2011 2011a n.d. forthcoming 1995-99 31.12.2014 May (2011) (Marlow, 2011) [12] [1-3] "
    "(see [@ ; , . : “ ” \" ' ’ « » ` ( ) [ ] { } & and und et al. et.al., (2) pp. 3-9 12(2) Vol. "
    "No. doi:10.1/x https://a.example/2014/03/a-b(c) Downloaded from: Retrieved Zugriff am "
    "References LITERATURE Literaturverzeichnis 参考文献 # - * 1. ———. _ ~~~ ``` <!-- -->"
).split(" ")
GAPS = (" ", "\n", "\r\n", "\t", "", ", ", "\u00a0", "\n\n", "    ")

drafts = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), min_size=1, max_size=80
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
lists = st.builds(lambda body, entries: f"{body}\nReferences\n{entries}", drafts, drafts)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


def check(text: str) -> Report:
    """The report on *text*."""
    return check_document(Document(text=text), Settings())


def places(report: Report) -> list[Span]:
    """Every place that the report names."""
    found = [span for section in report.sections for span in (section.span, *section.entries)]
    found += [reference.span for reference in report.references]
    found += [span for reference in report.references for span in reference.leftovers]
    found += [citation.span for citation in report.citations]
    found += [name.span for citation in report.citations for name in citation.names]
    for finding in report.findings:
        found += [finding.span, *(place.span for place in finding.related)]
        found += [edit.span for edit in finding.fix.edits] if finding.fix else []
    return found


def assert_sound(report: Report) -> None:
    """What holds for every report, whatever was read."""
    text = report.document.text
    assert all(0 <= span.start <= span.end <= len(text) for span in places(report))
    assert [reference.id for reference in report.references] == [
        f"r{number}" for number in range(1, len(report.references) + 1)
    ]
    assert [match.citation_id for match in report.matches] == [c.id for c in report.citations]
    known = {reference.id for reference in report.references}
    for match in report.matches:
        assert set(match.reference_ids) <= known
        assert bool(match.reference_ids) == (match.status != MatchStatus.UNMATCHED)
    for reference in report.references:
        assert reference.raw == reference.span.of(text)
    for citation in report.citations:
        assert citation.raw == citation.span.of(text)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(drafts, lists, anything))
def test_any_text(text: str) -> None:
    assert_sound(check(text))


@settings(deadline=None, max_examples=25)
@given(lists)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    assert check(text) == check(text)


ENTRY = "Marlow, J. (2011) Tides and shores. Bristol: Harbour Press.\n"
BODY = "Tides shape the coast (Marlow, 2011), and dunes move (Okafor, 2015).\n"

HOSTILE = {
    "nothing": "",
    "blanks": " \n\t\r\n\u00a0\n",
    "one character": "(",
    "nested parentheses": "(" * 10_000 + "Marlow, 2011" + ")" * 10_000,
    "nested brackets in a list": "References\n" + "[" * 10_000 + "\n" + ENTRY,
    "list without body": "References\n" + ENTRY * 3,
    "body without list": BODY * 20,
    "heading alone": "References",
    "many headings": "References\n" * 500,
    "one line": (BODY + ENTRY).replace("\n", " ") * 200,
    "no spaces": "Marlow2011" * 3_000,
    "only capitals": "MARLOW, " * 3_000,
    "only years": "2011 " * 5_000,
    "only initials": "J. " * 5_000,
    "quotation marks": "“‘\"'«„" * 1_500,
    "control characters": "\x00\x01\x07\x1b[31m(Marlow, 2011)\x7f\n\nReferences\n" + ENTRY,
    "right to left": "\u202e(1102 ,wolraM)\u202c\n\nReferences\n" + ENTRY,
    "combining marks": "(Ma" + "\u0301" * 3_000 + "rlow, 2011)\n\nReferences\n" + ENTRY,
    "a long address": "References\nMarlow, J. (2011) https://a.example/" + "a-(" * 5_000,
    "one long entry": "References\n" + "Marlow, J., " * 3_000 + "(2011) Tides.\n",
    "one long citation": "(" + "Marlow, 2011; " * 3_000 + ")\n\nReferences\n" + ENTRY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name: str) -> None:
    assert_sound(check(HOSTILE[name]))


def test_a_body_without_a_list_is_no_heap_of_errors() -> None:
    report = check(BODY * 20)
    assert not report.references
    assert len(report.findings) <= 2  # one a work at most, however often it is cited


def test_a_list_without_a_body_has_its_entries_read() -> None:
    report = check("References\n" + ENTRY)
    assert [reference.names[0].family for reference in report.references] == ["Marlow"]
    assert not report.citations


def test_a_clean_draft_is_clean() -> None:
    report = check(
        "Tides shape the coast (Marlow, 2011), and dunes move (Okafor & Finch, 2015, p. 4).\n"
        "Marlow (2011) walked both.\n\nReferences\n"
        "Marlow, J. (2011). Tides and shores. Bristol: Harbour Press.\n"
        "Okafor, N., & Finch, P. (2015). Walking dunes. Cape Town: Sandpiper.\n"
    )
    assert [finding.message for finding in report.findings] == []
    assert [match.status for match in report.matches] == [MatchStatus.MATCHED] * 3
