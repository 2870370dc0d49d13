"""Comments in a draft that ask for silence: where they stand, how long they hold, what is left."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.config import Settings
from citecheck.ignores import find_ignores
from citecheck.model import Finding
from citecheck.pipeline import check_document
from citecheck.readers import read_text

TODAY = datetime.date(2026, 6, 1)
LIST = (
    "Adler, A. (2001). Walking dunes of the coast. London: Sandpiper.\n"
    "Marlow, J. (2011). Tides and shores. Bristol: Harbour Press.\n"
)
BODY = "Tides shape the coast (Morlow, 2011).{same}\nKelp grows (Adler, 2001).\n"
TEXT = "{before}" + BODY + "\nReferences\n" + LIST


def check(text: str, kind: str = "text", **chosen: object) -> tuple[Finding, ...]:
    """The findings on *text*."""
    document = read_text(text, name=None, format=kind)
    return check_document(document, Settings(today=TODAY, **chosen)).findings  # type: ignore[arg-type]


def codes(text: str, kind: str = "text", **chosen: object) -> list[str]:
    """Their codes."""
    return [finding.code for finding in check(text, kind, **chosen)]


def with_comment(comment: str, place: str) -> str:
    """The draft with *comment* behind its mistake, above it, or at the top of the file."""
    same, before = "", ""
    if place == "same line":
        same = f" {comment}"
    elif place == "line above":
        before = f"{comment}\n"
    else:
        before = f"{comment}\n\nAn opening line without any citation.\n\n"
    return TEXT.format(same=same, before=before)


FORMS = [
    ("text", "[citecheck: {}]"),
    ("markdown", "<!-- citecheck: {} -->"),
    ("markdown", "<!--citecheck:{}-->"),
    ("markdown", "<!-- citecheck: {}\n-->"),
]


@pytest.mark.parametrize(("kind", "comment"), FORMS)
@pytest.mark.parametrize(
    ("place", "asks"),
    [
        ("same line", "ignore[NAM201] as the archive spells it"),
        ("same line", "ignore[misspelt-author]"),
        ("same line", "ignore[nam]"),
        ("same line", "ignore[CIT, NAM201], until 2026-06-01"),
        ("same line", "ignore the archive spells it so"),
        ("line above", "ignore[NAM201] - as the archive spells it"),
        ("top of the file", "ignore-file[NAM201]"),
        ("top of the file", "ignore-file"),
    ],
)
def test_silence(kind: str, comment: str, place: str, asks: str) -> None:
    assert codes(with_comment(comment.format(asks), place), kind) == []


@pytest.mark.parametrize(
    ("place", "comment", "expected"),
    [
        ("same line", "<!-- citecheck: ignore[CIT101] -->", ["NAM201", "IGN701"]),
        ("same line", "<!-- citecheck: ignore[NAM999] -->", ["NAM201", "IGN703"]),
        ("same line", "<!-- citecheck: ignore[NAM201] until 2026-05-31 -->", ["NAM201", "IGN702"]),
        ("same line", "<!-- citecheck: ignore[NAM201] until May -->", ["NAM201", "IGN703"]),
        ("same line", "`<!-- citecheck: ignore[NAM201] -->`", ["NAM201"]),
        ("same line", "<!-- citechecks: ignore[NAM201] -->", ["NAM201"]),
        ("same line", "<!-- citecheck: ignored[NAM201] -->", ["NAM201"]),
        ("top of the file", "<!-- citecheck: ignore[NAM201] -->", ["IGN701", "NAM201"]),
        ("top of the file", "```\n<!-- citecheck: ignore-file -->\n```", ["NAM201"]),
    ],
)
def test_no_silence(place: str, comment: str, expected: list[str]) -> None:
    assert codes(with_comment(comment, place), "markdown") == expected


LATEX = (
    "\\documentclass{{article}}\n{before}\\begin{{document}}\n"
    "Tides (Morlow, 2011).{same}\nKelp (Adler, 2001).\n"
    "\\begin{{thebibliography}}{{9}}\n"
    "\\bibitem[Adler(2001)]{{adler}} Adler, A. (2001). Walking dunes. London: Sandpiper.\n"
    "\\bibitem[Marlow(2011)]{{marlow}} Marlow, J. (2011). Tides and shores. Bristol: Harbour.\n"
    "\\end{{thebibliography}}\n\\end{{document}}\n"
)


@pytest.mark.parametrize(
    ("same", "before", "expected"),
    [
        ("", "", ["NAM201"]),
        (" % citecheck: ignore[NAM201] as printed", "", []),
        (" %% citecheck: ignore[NAM201]\r", "", []),
        ("", "% citecheck: ignore-file[NAM201]\n", []),
        (" \\% citecheck: ignore[NAM201]", "", ["NAM201"]),
    ],
)
def test_latex(same: str, before: str, expected: list[str]) -> None:
    assert codes(LATEX.format(same=same, before=before), "latex") == expected


@pytest.mark.parametrize(
    "comment", ["// citecheck: ignore[NAM201] so printed", "/* citecheck: ignore[NAM201] */"]
)
def test_typst(comment: str) -> None:
    document = read_text(f"Tides. {comment}\n", name=None, format="typst")
    (ignore,) = find_ignores(document)
    assert ignore.rules == ("NAM201",)
    assert ignore.span.of(document.text) == comment
    assert find_ignores(read_text(f"`{comment}`\n", name=None, format="typst")) == ()


def test_what_an_ignore_says() -> None:
    document = read_text(
        "[citecheck: ignore[NAM201 , wrong-year] the archive's form, until 2027-01-01]\n\nText.\n",
        name=None,
    )
    (ignore,) = find_ignores(document)
    assert ignore.rules == ("NAM201", "wrong-year")
    assert ignore.reason == "the archive's form"
    assert ignore.until == datetime.date(2027, 1, 1)
    assert ignore.covers.of(document.text).endswith("Text.")
    assert not ignore.has_expired(None)


def test_silence_in_one_of_several_places() -> None:
    body = "Tides (Morlow, 2011).{}\nKelp (Adler, 2001).\nWinds (Morlow, 2011).{}\n\nReferences\n"
    comment = " [citecheck: ignore[NAM201]]"
    (both,) = check(body.format("", "") + LIST)
    assert [place.message for place in both.related][:1] == ["also here"]
    (second,) = check(body.format(comment, "") + LIST)
    assert second.span.start > both.span.start
    assert "also here" not in [place.message for place in second.related]
    (first,) = check(body.format("", comment) + LIST)
    assert first.span == both.span
    assert first.fix is None or all(edit.span.end < second.span.start for edit in first.fix.edits)
    assert check(body.format(comment, comment) + LIST) == ()


def test_rules_that_did_not_run_are_not_judged() -> None:
    text = with_comment("[citecheck: ignore[DAT301]]", "same line")
    assert codes(text) == ["NAM201", "IGN701"]
    assert codes(text, select=("NAM", "IGN")) == ["NAM201"]
    assert codes(text, ignore=("DAT",)) == ["NAM201"]
    assert codes(text, ignore=("IGN",)) == ["NAM201"]


@pytest.mark.parametrize("where", ["above an entry", "behind an entry", "at the end"])
@pytest.mark.parametrize(("kind", "comment"), FORMS[:2])
def test_comments_are_no_part_of_the_list(kind: str, comment: str, where: str) -> None:
    asks = comment.format("ignore[CIT102] background reading")
    extra = "Zeller, Q. (2020). Never cited. Bonn: Weg.\n"
    entries = {
        "above an entry": f"{LIST}{asks}\n{extra}",
        "behind an entry": f"{LIST}{extra[:-1]} {asks}\n",
        "at the end": f"{LIST}{extra[:-1]}\n{asks}\n",
    }[where]
    document = read_text(BODY.format(same="") + "\nReferences\n" + entries, name=None, format=kind)
    report = check_document(document, Settings(today=TODAY))
    assert [r.raw for r in report.references] == [*LIST.splitlines(), extra[:-1]]
    found = [finding.code for finding in report.findings]
    assert found == (["NAM201"] if where != "at the end" else ["NAM201", "CIT102", "IGN701"])


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.sampled_from("[]<!-->%/*citecheck: ignore-fl, until2027\n\r "), max_size=120),
    st.sampled_from(["text", "markdown", "latex", "typst"]),
)
def test_any_comment_is_read(noise: str, kind: str) -> None:
    document = read_text(f"a citecheck: ignore {noise}\n", name=None, format=kind)
    for ignore in find_ignores(document):
        assert 0 <= ignore.span.start < ignore.span.end <= len(document.text)
    check_document(document, Settings(today=TODAY))
