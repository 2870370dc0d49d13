"""Whole drafts fixed: what is made, what is refused, and that nothing else changes."""

import re
from functools import partial

import pytest

from citecheck.config import Settings
from citecheck.errors import UnwritableEdit, UnwritableOutput
from citecheck.fixing import FileDraft, Fixed, fixed_draft
from citecheck.model import (
    Document,
    Edit,
    Finding,
    Fix,
    Report,
    Safety,
    Severity,
    Span,
)
from citecheck.model.report import Coverage
from citecheck.pipeline import check_document

DRAFT = """\
Trade grew (Hansen et.al., 2019), and fell again (Hanson et.al., 2019). Prices rose (Brandt, 2020).

References
Brandt, Ida, “The town`s market”, Harbour Press, 2020.
Hansen, Per, Lise Moe and Jon Lie, “Trade in the North”, Fjord Review, 2019.
Olsen, Kari, “A river`s course”, River House, 2018.
"""
ALL = Settings()


def safe(finding: Finding, _document: Document) -> bool:
    return bool(finding.fix) and finding.fix is not None and finding.fix.safety == Safety.SAFE


def everything(_finding: Finding, _document: Document) -> bool:
    return True


def fixed(data: bytes, *, unsafe: bool = False) -> Fixed[FileDraft]:
    draft = FileDraft.read(data, None, "text")
    return fixed_draft(draft, partial(check_document, settings=ALL), everything if unsafe else safe)


def test_safe_fixes_alone() -> None:
    done = fixed(DRAFT.encode())
    assert done.draft.document.text == DRAFT.replace("et.al.", "et al.").replace("`", "’")
    assert {a.finding.code for a in done.applied} == {"NAM209", "FRM604"}


def test_all_fixes() -> None:
    done = fixed(DRAFT.encode(), unsafe=True)
    assert "(Hansen et al., 2019), and fell again (Hansen et al., 2019)" in done.draft.document.text
    assert not {f.code for f in done.report.findings} & {"NAM201", "NAM209", "FRM604"}


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixing_twice_changes_nothing_more(unsafe: bool) -> None:
    once = fixed(DRAFT.encode(), unsafe=unsafe)
    twice = fixed(once.draft.data, unsafe=unsafe)
    assert twice.draft.data == once.draft.data
    assert not twice.applied


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_bytes_outside_the_edits_stay(encoding: str) -> None:
    text = DRAFT.replace("`", "'").replace("\n", "\r\n")
    data = text.encode(encoding)
    assert fixed(data).draft.data == text.replace("et.al.", "et al.").encode(encoding)


def test_marked_big_endian_stays_so() -> None:
    data = b"\xfe\xff" + DRAFT.encode("utf-16-be")
    assert fixed(data).draft.data.startswith(b"\xfe\xff\x00T")


def test_damaged_bytes_are_not_lost() -> None:
    data = DRAFT.encode() + "Ærlig, Åse, “Æøå ærlig øl på åsen”, 2017.".encode() + b"\xff\n"
    with pytest.raises(UnwritableOutput, match="save it as UTF-8"):
        fixed(data)


def test_a_character_that_the_encoding_lacks() -> None:
    draft = FileDraft.read("Пётр жил в деревне.\n".encode("cp1251"), "a.txt", "text")
    with pytest.raises(UnwritableEdit, match="“é”, which cp1251 lacks"):
        draft.with_edits([Edit(span=Span(start=0, end=1), text="é")])


# A toy check in which every "a" is a finding: its fix writes "b", or the harmful "X!".


def _toy(document: Document, wrong: str, right: dict[str, str]) -> Report:
    findings = [
        Finding(
            code="TOY101" if match.group() in right else "TOY102",
            name="toy",
            severity=Severity.WARNING,
            confidence=1.0,
            message=match.group(),
            span=Span(start=match.start(), end=match.end()),
            fix=Fix(
                safety=Safety.SAFE,
                edits=(
                    Edit(
                        span=Span(start=match.start(), end=match.end()), text=right[match.group()]
                    ),
                ),
            )
            if match.group() in right
            else None,
        )
        for match in re.finditer(wrong, document.text)
    ]
    return Report(
        document=document,
        findings=tuple(findings),
        coverage=Coverage(
            entries_found=0, entries_parsed=0, citations_found=0, citations_resolved=0
        ),
    )


def toy(text: str, wrong: str, right: dict[str, str]) -> Fixed[FileDraft]:
    draft = FileDraft.read(text.encode(), None, "text")
    return fixed_draft(draft, lambda document: _toy(document, wrong, right), everything)


def test_a_fix_that_brings_a_new_finding_is_not_made() -> None:
    done = toy("a c a c", "[ac]|X!", {"a": "b", "c": "X! "})
    assert done.draft.document.text == "b c b c"
    assert [finding.message for finding in done.refused] == ["c", "c"]


def test_fixes_that_undo_one_another_end() -> None:
    done = toy("a", "[ab]", {"a": "b", "b": "a"})
    assert done.draft.document.text in ("a", "b")


def test_declined_fixes_are_asked_about_once() -> None:
    asked = []

    def decline(finding: Finding, _document: Document) -> bool:
        asked.append(finding.message)
        return finding.message == "a"

    draft = FileDraft.read(b"a c a c", None, "text")
    fixed_draft(draft, lambda d: _toy(d, "[ac]", {"a": "bbb", "c": "d"}), decline)
    assert asked == ["a", "c", "a", "c"]


def test_a_fix_that_shows_what_was_hidden_is_made() -> None:
    text = (
        "Nets hold (Dean, 2021). Dean (2021) and Dean's (2021) views, as Dean et al. (2021) say.\n"
        "See also Dean, Roe, and Poe (2021).\n\nReferences\n\n"
        "Deen, B., Roe, A., & Poe, E. (2021). Nets of the North. Fjord Review, 3(2), 10-30.\n\n"
        "Marks, U. (2019). Tides. Harbour Press.\n"
    )
    done = fixed(text.encode(), unsafe=True)
    assert done.draft.document.text.startswith(
        "Nets hold (Deen et al., 2021). Deen et al. (2021) and Deen et al.'s (2021) views, as "
    )
    assert not done.refused


def test_an_address_with_escapes_is_no_place_for_a_fix() -> None:
    text = (
        "\\documentclass{article}\n\\begin{document}\nTides turn (Roe 2001).\n\n"
        "\\section*{References}\n\nDoe, J. 2003. ``Salt''. Leeds: Fen Press.\n\n"
        "Roe, J. 2001. ``Tides''. \\url{https://example.org/a?utm_source=x\\&b=1}\n\n"
        "\\end{document}\n"
    )
    draft = FileDraft.read(text.encode(), None, "latex")
    done = fixed_draft(draft, partial(check_document, settings=ALL), everything)
    assert "utm_source=x\\&b=1" in done.draft.document.text
