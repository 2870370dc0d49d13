"""What a PDF tells of itself in its document information."""

import re
from collections.abc import Iterator

from citecheck.sources.page_dates import iso_date
from citecheck.sources.told import Kind, Told

SOURCE = "pdf"
_STAMP = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_FILE = re.compile(r"(?i)^(?:microsoft (?:word|powerpoint) ?- ?|untitled|document\d*$|slide \d)")
_FILE_NAME = re.compile(r"(?i)\.(?:docx?|pdf|indd|tex|dvi|pptx?|qxd|odt|rtf|xlsx?)\s*$")


def read_pdf(body: bytes) -> Iterator[Told]:
    """Title, author and dates of a PDF, if pypdfium2 is installed. Never raises.

    All of it is believed a little: the title is often that of a template, the day that on which
    the file was made.
    """
    information = _information(body)
    title = " ".join(information.get("Title", "").split())
    if len(title) > 3 and not _FILE.search(title) and not _FILE_NAME.search(title):
        yield Told("title", title, SOURCE, 0.5)
    if author := " ".join(information.get("Author", "").split()):
        is_login = " " not in author
        yield Told("author", author, SOURCE, 0.2 if is_login else 0.5)
    dates: tuple[tuple[Kind, str, float], ...] = (
        ("issued", "CreationDate", 0.4),
        ("modified", "ModDate", 0.5),
    )
    for kind, name, trust in dates:
        if date := pdf_date(information.get(name, "")):
            yield Told(kind, date, SOURCE, trust)


def pdf_date(text: str) -> str:
    """A date of PDF ("D:20210304101500+01'00'", ISO 32000-1, 7.9.4) as an ISO date."""
    stamp = _STAMP.match(text.strip())
    return iso_date("-".join(part for part in stamp.groups() if part)) if stamp else iso_date(text)


def _information(body: bytes) -> dict[str, str]:
    try:
        import pypdfium2
    except ImportError:
        return {}
    try:
        document = pypdfium2.PdfDocument(body)
        try:
            return {str(k): str(v) for k, v in document.get_metadata_dict().items() if v}
        finally:
            document.close()
    except Exception:  # whatever a damaged or locked file makes the library raise
        return {}
