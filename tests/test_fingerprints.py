"""Fingerprints stay while the draft around the findings is edited, and tell new slips from old."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citecheck
from citecheck.fingerprints import fingerprints, place_fingerprints, same_cause
from citecheck.model import Report

PARAGRAPHS = (
    "Rivers carry more silt after a flood (Morlow, 2011).",
    "Deltas grow by what the water leaves behind (Nobody, 2019).",
    "Gauges are read twice a day (Keller, 2004), by hand (Morlow, 2011).",
    "The banks were raised again. (Brandt and Hu, 2016). Nobody asked why (Keller, 2014).",
    "Upstream the dams hold (Brandt and Hu, 2016) what the sea would need.",
)
ENTRIES = (
    "Brandt, Eva and Jun Hu, “Dams and deltas”, Journal of Silt, vol. 3, 2016, pp. 1-20.",
    "Keller, Ruth, “Reading the gauges”, Water Monthly, vol. 12, 2004, pp. 44-51.",
    "Marlow, Jon, “Floods and what they carry: silt, sand and seeds of the upper valleys”, "
    "Rivers, vol. 7, 2011, pp. 9-31.",
    "Zander, Ida, “Banks of “clay”, Soil Letters, vol. 2, 2009, pp. 3-8.",
)


def draft(paragraphs: tuple[str, ...] = PARAGRAPHS, entries: tuple[str, ...] = ENTRIES) -> str:
    """A draft with several slips."""
    return "\n\n".join((*paragraphs, "References", "\n".join(entries))) + "\n"


def checked(text: str) -> Report:
    return citecheck.check(text, today=None)


def prints(text: str) -> Counter[str]:
    return Counter(fingerprints(checked(text)))


KNOWN = prints(draft())


def test_what_is_known() -> None:
    report = checked(draft())
    assert {"NAM201", "CIT101", "CIT102", "FRM601"} <= {f.code for f in report.findings}
    assert set(KNOWN.values()) == {1}
    assert len(fingerprints(report)) == len(report.findings)


@settings(max_examples=15, deadline=None)
@given(st.permutations(PARAGRAPHS))
def test_moved_paragraphs(paragraphs: list[str]) -> None:
    assert prints(draft(tuple(paragraphs))) == KNOWN


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Water is patient.", "It rained for a week.", "", "Then came spring."]),
        min_size=5, max_size=5,
    ),
    st.booleans(),
)  # fmt: skip
def test_edits_elsewhere(extra: list[str], crlf: bool) -> None:
    paragraphs = tuple(f"{more} {old}" for more, old in zip(extra, PARAGRAPHS, strict=True))
    text = draft(paragraphs)
    assert prints(text.replace("\n", "\r\n") if crlf else text) == KNOWN


@pytest.mark.parametrize("columns", [30, 45, 60])
def test_reflowed_lines(columns: int) -> None:
    import textwrap

    wrapped = tuple("\n".join(textwrap.wrap(text, columns)) for text in PARAGRAPHS)
    assert prints(draft(wrapped)) == KNOWN


def test_a_further_entry_renumbers_and_changes_nothing() -> None:
    more = "Adler, Max, “Ice on the river”, Winter Water, vol. 1, 1999, pp. 2-9."
    paragraphs = (*PARAGRAPHS, "Ice holds until March (Adler, 1999).")
    assert prints(draft(paragraphs, (more, *ENTRIES))) == KNOWN


def test_numbers_of_a_numbered_list() -> None:
    entries = [
        "Brandt E, Hu J. Dams and deltas. J Silt. 2016;3(1):1-20.",
        "Keller R. Reading the gauges. Water Monthly. 2004;12(2):44-51.",
        "Marlow J. Floods and what they carry. Rivers. 2011;7(1):9-31.",
        "Zander I. Banks of clay. Soil Lett. 2009;2(4):3-8.",
    ]
    body = "Silt is carried [1]. Gauges tell [2]. Floods pass [3]."

    def listed(entries: list[str]) -> str:
        return "\n".join(f"[{number}] {entry}" for number, entry in enumerate(entries, 1))

    old = prints(f"{body}\n\nReferences\n{listed(entries)}\n")
    entries.insert(0, "Adler M. Ice on the river. Winter Water. 1999;1(1):2-9.")
    body = "Ice holds [1]. Silt is carried [2]. Gauges tell [3]. Floods pass [4]."
    assert prints(f"{body}\n\nReferences\n{listed(entries)}\n") == old
    assert old


def test_one_slip_more_is_one_fingerprint_more() -> None:
    new = prints(draft((*PARAGRAPHS[:2], "And so on (Nowhere, 2020).", *PARAGRAPHS[2:]))) - KNOWN
    assert new.total() == 1


def test_a_further_place_of_a_known_slip_has_a_fingerprint_of_its_own() -> None:
    before = checked(draft())
    after = checked(draft((*PARAGRAPHS, "Once more (Morlow, 2011).")))
    known = {place for group in place_fingerprints(before) for place in group}
    assert Counter(fingerprints(after)) == KNOWN
    new = [
        (finding.code, span)
        for finding, group in zip(after.findings, place_fingerprints(after), strict=True)
        for span, place in zip(same_cause(finding), group, strict=True)
        if place not in known
    ]
    assert [(code, span.of(after.document.text)) for code, span in new] == [
        ("NAM201", "Morlow, 2011")
    ]


def test_mending_the_end_of_an_entry_keeps_the_fingerprint() -> None:
    mended = tuple(entry.replace("9-31.", "9-31. doi:10.5555/floods.7") for entry in ENTRIES)
    assert not KNOWN - prints(draft(entries=mended))


def test_equal_findings_are_counted() -> None:
    report = checked(draft())
    again = report.model_copy(update={"findings": (*report.findings, report.findings[0])})
    first, *_, last = fingerprints(again)
    assert (first.removesuffix(":1"), last) == (last.removesuffix(":2"), f"{first[:-2]}:2")


def test_the_fingerprints_of_today() -> None:
    """Baselines in repositories hold these: a change makes every old finding a new one."""
    report = checked("As told before (Nobody, 2019).\n\nReferences\n" + "\n".join(ENTRIES))
    named = dict(zip((f.code for f in report.findings), fingerprints(report), strict=True))
    assert named["CIT101"] == "674e746aacec54445d64:1"
