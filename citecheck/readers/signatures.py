"""What kind of file some bytes are, whatever the file is called."""

from citecheck.errors import UnreadableInput

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES = (
    (b"%PDF-", "a PDF file (.pdf)"),
    (b"{\\rtf", "an RTF file (.rtf)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
)
# A member that only archives of this kind have.
_MEMBERS = (
    (b"word/document.xml", "a Word document (.docx)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/vnd.oasis.opendocument.", "an OpenDocument file that is no text"),
    (b"application/epub+zip", "an EPUB book (.epub)"),
    (b"xl/workbook.xml", "an Excel workbook"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
    (b"Index/Document.iwa", "a Pages document; export it from Pages as Word (.docx)"),
)
_HTML = (b"<!doctype html", b"<html")


def kind_of(data: bytes) -> str:
    """What *data* is, in words, "" if it bears no signature that is known here."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "a document protected by a password; save it without one"
        return "an old Word file (.doc); open it in Word or LibreOffice and save it as .docx"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind for member, kind in _MEMBERS if member in data), "a ZIP archive")
    if head[:15].lower().startswith(_HTML):
        return "a web page (.html)"
    return next((kind for mark, kind in _SIGNATURES if head.startswith(mark)), "")


def refuse(data: bytes | str, name: str | None, wanted: str) -> UnreadableInput:
    """The error for *data* that should be *wanted* ("a Word document") and is not."""
    shown = name or "the file"
    if not data or not data.strip():
        return UnreadableInput(f"{shown}: at byte 0: the file is empty")
    kind = "text" if isinstance(data, str) else kind_of(data) or _nameless(data)
    ending = "; give the file that ending" if kind.endswith(")") else ""
    return UnreadableInput(f"{shown}: at byte 0: not {wanted} but {kind}{ending}")


def _nameless(data: bytes) -> str:
    return "damaged or of an unknown kind" if b"\0" in data[:4096] else "text or damaged"
