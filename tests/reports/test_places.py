"""Places in words, where the file has no lines that people could count."""

import pytest

from citecheck.model import Document
from citecheck.model.document import Part
from citecheck.reports import FORMATS
from citecheck.reports.region import address, label, line_label, listed
from tests.reports.building import FINDING, TEXT, rendered, report


def document(*names: str, path: str = "a.docx") -> Document:
    """The text "one", "two" ... with a part for each line; without names it is the file itself."""
    parts = tuple(Part(name=name, start=4 * index) for index, name in enumerate(names))
    return Document(text="one\ntwo\nsix\nten\n", path=path, parts=parts)


@pytest.mark.parametrize(
    ("names", "offset", "language", "expected"),
    [
        ((), 5, "en", ("2:2", "a.docx:2:2", "2")),
        (
            ("paragraph 1", "paragraph 2"),
            5,
            "en",
            ("paragraph 2, character 2", "a.docx, paragraph 2, character 2", "paragraph 2"),
        ),
        (
            ("paragraph 1", "paragraph 2"),
            4,
            "en",
            ("paragraph 2", "a.docx, paragraph 2", "paragraph 2"),
        ),
        (
            ("page 1, line 1", "page 1, line 2"),
            6,
            "de",
            (
                "Seite 1, Zeile 2, Zeichen 3",
                "a.docx, Seite 1, Zeile 2, Zeichen 3",
                "Seite 1, Zeile 2",
            ),
        ),
        (
            ("paragraph 1", "footnote 3"),
            9,
            "nb",
            (
                "fotnote 3, linje 2, tegn 2",
                "a.docx, fotnote 3, linje 2, tegn 2",
                "fotnote 3, linje 2",
            ),
        ),
        (
            ("cell 1", "cell 2"),
            5,
            "en",
            (
                "cell 2, line 1, character 2",
                "a.docx, cell 2, line 1, character 2",
                "cell 2, line 1",
            ),
        ),
        (("line 12", "line 15"), 5, "en", ("line 15", "a.docx:15", "line 15")),
        (("line 12", "line 15"), 5, "de", ("Zeile 15", "a.docx:15", "Zeile 15")),
    ],
)
def test_places(
    names: tuple[str, ...], offset: int, language: str, expected: tuple[str, str, str]
) -> None:
    draft = document(*names)
    assert expected == tuple(said(draft, offset, language) for said in (label, address, line_label))


def test_several_places() -> None:
    assert listed(["12:3", "14:1"]) == "12:3, 14:1"
    assert listed(["paragraph 2", "paragraph 7, character 3"]) == (
        "paragraph 2; paragraph 7, character 3"
    )


def in_paragraphs() -> Document:
    starts = [index for index, line in enumerate(TEXT) if index == 0 or TEXT[index - 1] == "\n"]
    parts = (Part(name=f"paragraph {n}", start=start) for n, start in enumerate(starts, 1))
    return Document(text=TEXT, path="essay.docx", format="docx", parts=tuple(parts))


def test_the_report_on_a_word_draft() -> None:
    word = report(FINDING).model_copy(update={"document": in_paragraphs()})
    said = rendered([word], "text", width=70)
    assert "\nessay.docx, paragraph 1, character 13: error NAM201 misspelt-author\n" in said
    assert "     | Tides rise (Morlow, 2011).\n" in said
    assert "= also here: paragraph 2, character 12; paragraph 2, character 43\n" in said
    assert "= the entry in the list, paragraph 5: Marlow, J., Tides" in said
    assert rendered([word], "concise").startswith("essay.docx, paragraph 1, character 13: error")
    grouped = rendered([word], "grouped", width=70)
    assert "\n  paragraph 1, character 13\n            the citation writes" in grouped
    page = rendered([word], "html")
    assert ">paragraph 1, character 13<" in page
    assert ">paragraph 1</a>" in page


@pytest.mark.parametrize("form", ["text", "concise", "grouped", "markdown", "html", "junit"])
def test_no_line_of_a_text_that_nobody_sees(form: str) -> None:
    assert form in FORMATS
    word = report(FINDING).model_copy(update={"document": in_paragraphs()})
    said = rendered([word], form, language="de")
    assert "Absatz 1, Zeichen 13" in said
    assert "1:13" not in said
