"""Requests for silence in the margin or the markup of drafts that are no plain text."""

import datetime

import pytest

from citecheck.config import Settings
from citecheck.ignores import find_ignores
from citecheck.model import Document, Finding
from citecheck.pipeline import check_document
from citecheck.readers import read_text
from tests.readers.test_odt import odt
from tests.readers.word import docx, paragraph, part, run

LINES = (
    "Tides shape the coast (Morlow, 2011).",
    "Kelp grows (Adler, 2001).",
    "References",
    "Adler, A. (2001). Walking dunes of the coast. London: Sandpiper.",
    "Marlow, J. (2011). Tides and shores. Bristol: Harbour Press.",
)
WRONG = "misspelt-author"


def word(*remarks: tuple[int, str]) -> Document:
    """A Word draft with comments at the ends of paragraphs."""
    bodies = [[run(line)] for line in LINES]
    for number, (index, _) in enumerate(remarks):
        bodies[index].append(f'<w:r><w:commentReference w:id="{number}"/></w:r>')
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="A. Roe">{paragraph(text)}</w:comment>'
        for number, (_, text) in enumerate(remarks)
    )
    data = docx(
        *(paragraph(*body) for body in bodies), members={"comments": part("comments", comments)}
    )
    return read_text(data, name="a.docx", format="docx")


def open_document(*remarks: tuple[int, str]) -> Document:
    """The same in OpenDocument."""
    bodies = [f"<text:p>{line}</text:p>" for line in LINES]
    for index, text in remarks:
        comment = f"<office:annotation><text:p>{text}</text:p></office:annotation>"
        bodies[index] = bodies[index].replace("</text:p>", f"{comment}</text:p>")
    return read_text(odt("".join(bodies)), name="a.odt", format="odt")


def page(*remarks: tuple[int, str], before: str = "") -> Document:
    """The same as a web page."""
    bodies = [f"<p>{line}</p>" for line in LINES]
    for index, text in remarks:
        bodies[index] = bodies[index].replace("</p>", f" <!-- {text} --></p>")
    text = f"{before}<html><head><title>T</title></head><body>{''.join(bodies)}</body></html>"
    return read_text(text, name="a.html", format="html")


def found(document: Document) -> list[Finding]:
    settings = Settings(today=datetime.date(2026, 6, 1), ignore=("REF",))
    return list(check_document(document, settings).findings)


@pytest.mark.parametrize("made", [word, open_document, page])
@pytest.mark.parametrize(
    ("remarks", "names"),
    [
        ((), [WRONG]),
        (((0, "citecheck: ignore[NAM201] so on the title page"),), []),
        (((0, "citecheck: ignore"),), []),
        (((3, "citecheck: ignore-file[NAM]"),), []),
        (((0, "see the archive"),), [WRONG]),
        (((0, "we said: citecheck: ignore"),), [WRONG]),
        (((1, "citecheck: ignore[NAM201]"),), [WRONG, "unused-ignore"]),
        (((0, "citecheck: ignore[NAM201] until 2025-01-01"),), [WRONG, "expired-ignore"]),
        (((0, "citecheck: ignore[NAM999]"),), [WRONG, "faulty-ignore"]),
    ],
)
def test_remarks(made: object, remarks: tuple[tuple[int, str], ...], names: list[str]) -> None:
    document = made(*remarks)  # type: ignore[operator]
    assert sorted(f.name for f in found(document)) == sorted(names)
    assert all(line in document.text for line in LINES)
    assert "citecheck" not in document.text


def test_an_unused_remark_stays_where_it_is() -> None:
    (finding,) = (f for f in found(word((1, "citecheck: ignore[DAT]"))) if f.name != WRONG)
    assert (finding.name, finding.fix) == ("unused-ignore", None)


@pytest.mark.parametrize(
    "before",
    [
        "<!-- citecheck: ignore-file[NAM201] -->",
        "<!doctype html><!-- citecheck: ignore-file[NAM201] -->",
        "<!-- other --><!-- citecheck: ignore-file[NAM201] -->\n",
    ],
)
def test_above_the_page(before: str) -> None:
    assert found(page(before=before)) == []
    assert page(before=before).text == page().text


def test_between_paragraphs() -> None:
    text = "<p>One.</p><!-- citecheck: ignore[NAM201] --><p>Tides rise.</p><p>Two.</p>"
    document = read_text(f"<article>{text}</article>", name=None, format="html")
    (ignore,) = find_ignores(document)
    assert ignore.covers.of(document.text) == "Tides rise."


def test_outside_the_article() -> None:
    text = "<article><p>Tides rise.</p></article>"
    whole = f"<html><body><!-- citecheck: ignore-file --><nav>Home</nav>{text}</body></html>"
    document = read_text(whole, name=None, format="html")
    (ignore,) = find_ignores(document)
    assert ignore.covers.of(document.text) == document.text == "Tides rise."


def test_damaged_comments_are_left_out() -> None:
    text = paragraph(run(LINES[0]), '<w:r><w:commentReference w:id="0"/></w:r>')
    data = docx(text, members={"comments": "<w:comments"})
    assert read_text(data, name="a.docx", format="docx").remarks == ()
