"""One essay in every format: the same links, entries and findings as in plain text."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from citecheck import Settings
from citecheck.model import Document, Report
from citecheck.pipeline import check_document
from citecheck.readers import read_path, read_text
from tests.accuracy.shared import MissingDataError, shared
from tests.readers.word import (
    deleted,
    docx,
    hyperlink,
    inserted,
    note,
    notes,
    paragraph,
    run,
)

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PANDOC = shutil.which("pandoc")
_ADDRESS = re.compile(r"https?://\S+")


def texts(relative: str) -> Path:
    """A file of the texts with known answers; the test is skipped without it."""
    try:
        return shared(relative)
    except MissingDataError as missing:
        pytest.skip(str(missing))


def checked(document: Document) -> Report:
    """The report on *document* without any settings."""
    return check_document(document, Settings())


def told(report: Report) -> list[tuple[str, str]]:
    """What the findings are and the words they mean, blanks aside."""
    text = report.document.text
    return [(f.code, " ".join(f.span.of(text).split())) for f in report.findings]


def linked(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    """Each citation with the beginnings of its entries."""
    entries = {reference.id: reference.raw[:20] for reference in report.references}
    return [
        (" ".join(citation.raw.split()), tuple(entries[i] for i in match.reference_ids))
        for citation, match in zip(report.citations, report.matches, strict=True)
    ]


def as_word(text: str) -> bytes:
    """*text* as a .docx with a footnote, links and a tracked change."""
    lines = [line for line in text.split("\n") if line.strip()]
    links: list[str] = []
    body = []
    for number, line in enumerate(lines):
        content, position = [], 0
        if number == 0:
            first, rest = line.split(" ", 1)
            content = [inserted(first), deleted("Since")]
            line = f" {rest}"  # noqa: PLW2901
        for match in _ADDRESS.finditer(line):
            content += [run(line[position : match.start()]), hyperlink(match[0], len(links))]
            links.append(match[0])
            position = match.end()
        content.append(run(line[position:]))
        body.append(paragraph(*content, *([note(2)] if number == 2 else [])))
    return docx(*body, links=links, members={"footnotes": notes({2: paragraph("An aside.")})})


@pytest.fixture(scope="module")
def essay(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The essay as .docx, and the report on its plain text."""
    text = read_path(texts("essay/essay.txt"))
    path = tmp_path_factory.mktemp("essay") / "essay.docx"
    path.write_bytes(as_word(text.text))
    return path, checked(text)


def by_office(path: Path, ending: str) -> Path:
    """*path* converted by LibreOffice."""
    if not OFFICE:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [OFFICE, "--headless", profile, "--convert-to", ending, str(path)]
    subprocess.run(command, cwd=path.parent, check=True, capture_output=True, timeout=120)
    return path.with_suffix(f".{ending}")


def by_pandoc(path: Path, ending: str) -> Path:
    """*path* converted by Pandoc."""
    if not PANDOC:
        pytest.skip("Pandoc is not installed")
    made = path.with_name(f"pandoc.{ending}")
    command = [PANDOC, "--standalone", "--metadata", "title=", "-o", str(made), str(path)]
    if ending == "md":
        command += ["--wrap=none"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return made


def as_it_is(path: Path, ending: str) -> Path:
    """*path* itself."""
    return path.with_suffix(f".{ending}")


@pytest.mark.parametrize(
    ("convert", "ending"),
    [
        (as_it_is, "docx"),
        (by_office, "odt"),
        (by_pandoc, "rtf"),
        (by_office, "pdf"),
        (by_pandoc, "html"),
        (by_pandoc, "epub"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_the_essay(
    essay: tuple[Path, Report], convert: Callable[[Path, str], Path], ending: str
) -> None:
    path, plain = essay
    report = checked(read_path(convert(path, ending)))
    assert len(report.citations) == 52
    assert len(report.references) == 30
    assert linked(report) == linked(plain)
    assert told(report) == told(plain)


@pytest.mark.parametrize("ending", ["md", "tex"])
def test_the_essay_in_markup(essay: tuple[Path, Report], ending: str) -> None:
    path, plain = essay
    report = checked(read_path(by_pandoc(path, ending)))
    assert [match.reference_ids for match in report.matches] == [
        match.reference_ids for match in plain.matches
    ]
    assert sorted(code for code, _ in told(report)) == sorted(code for code, _ in told(plain))


def test_drafts_as_word() -> None:
    folder = texts("drafts/clean")
    drafts = sorted(folder.glob("*/text.txt"))[::20]
    for path in drafts:
        plain = read_path(path)
        lines = plain.text.split("\n\n")
        made = docx(*(_lines(line) for line in lines))
        word = read_text(made, name="draft.docx", format="docx")
        assert told(checked(word)) == told(checked(plain)), path.parent.name


def _lines(text: str) -> str:
    """A paragraph with line breaks."""
    return paragraph("<w:r><w:br/></w:r>".join(run(line) for line in text.split("\n")))
