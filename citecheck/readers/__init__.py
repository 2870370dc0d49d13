"""From a file or a string to a ``Document``. A format is a module and a line in ``READERS``."""

import importlib
from collections.abc import Callable
from pathlib import Path, PurePath

from citecheck.errors import UnreadableInput
from citecheck.model import Document
from citecheck.readers.decoding import decode

# Format -> its module, which has ``read(data: bytes | str, name: str) -> Document``.
READERS: dict[str, str] = {
    "text": "citecheck.readers.text",
    "markdown": "citecheck.readers.markdown",
    "latex": "citecheck.readers.latex",
    "typst": "citecheck.readers.typst",
    "notebook": "citecheck.readers.notebook",
    "docx": "citecheck.readers.docx",
    "odt": "citecheck.readers.odt",
    "rtf": "citecheck.readers.rtf",
    "html": "citecheck.readers.html",
    "epub": "citecheck.readers.epub",
    "pdf": "citecheck.readers.pdf",
}
EXTENSIONS: dict[str, str] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".tex": "latex",
    ".ltx": "latex",
    ".typ": "typst",
    ".ipynb": "notebook",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".fodt": "odt",
    ".rtf": "rtf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".epub": "epub",
    ".pdf": "pdf",
}
# Formats that only their own program reads, and what to do there.
_SAVE_AS: dict[str, str] = {
    ".doc": "is the old format of Word; open it in Word or LibreOffice and save it as .docx",
    ".dot": "is the old format of Word; open it in Word or LibreOffice and save it as .docx",
    ".pages": "is a Pages document; in Pages choose File > Export To > Word and check the .docx",
    ".gdoc": "is only a link to Google Docs; there choose File > Download > Microsoft Word (.docx)",
    ".wps": "is a Works document; open it in LibreOffice and save it as .docx",
    ".wpd": "is a WordPerfect document; open it in LibreOffice and save it as .docx",
}
# Above any book, and an end to what a mistaken file name can cost: some 16,000 pages.
MAX_SIZE = 32 * 2**20
_DIRECTORY = "a directory, not a file; name the files in it"


def format_of(name: str) -> str:
    """The format that a file called *name* has, by its extension.

    Raises UnreadableInput for an extension that is not in ``EXTENSIONS``.
    """
    extension = PurePath(name).suffix.lower()
    if extension in _SAVE_AS:
        raise UnreadableInput(f"{name}: {extension} {_SAVE_AS[extension]}")
    if extension not in EXTENSIONS:
        known = ", ".join(key for key in EXTENSIONS if key)
        raise UnreadableInput(
            f"{name}: files ending in {extension!r} are not read, only {known}; "
            "save the draft as plain text"
        )
    return EXTENSIONS[extension]


def read_path(path: Path) -> Document:
    """The draft in the file at *path*.

    Raises UnreadableInput, which names the file, the place and the cause: not there, not
    allowed, a directory, of an unknown format, over ``MAX_SIZE`` bytes, empty, or not text.
    """
    data, name, kind = read_bytes(path)
    return read_text(data, name=name, format=kind)


def read_bytes(path: Path) -> tuple[bytes, str, str]:
    """The bytes of the draft at *path* (one more than ``MAX_SIZE`` at most), its name and format.

    Raises UnreadableInput as ``read_path`` does for what concerns the file.
    """
    name = shown_name(path)
    return _bytes_of(path, lambda: format_of(name)), name, format_of(name)


def read_decoded(path: Path) -> tuple[str, str, str]:
    """The text of the file at *path*, its name as shown, and its encoding, whatever its extension.

    Raises UnreadableInput as ``read_path`` does.
    """
    name = shown_name(path)
    data = _bytes_of(path)
    if len(data) > MAX_SIZE:
        raise UnreadableInput(f"{name}: too large; a list may have {MAX_SIZE // 2**20} MiB")
    text, encoding = decode(data, name)
    return text, name, encoding


def _bytes_of(path: Path, check: Callable[[], object] = lambda: None) -> bytes:
    """Up to one byte more than ``MAX_SIZE`` of a file that is there; *check* may object to it."""
    try:
        with path.open("rb") as file:
            check()
            return file.read(MAX_SIZE + 1)
    except (OSError, ValueError) as error:
        cause = _DIRECTORY if path.is_dir() else _cause(error)
        raise UnreadableInput(f"{shown_name(path)}: {cause}") from error


def read_text(
    data: bytes | str,
    *,
    name: str | None,
    format: str = "text",  # noqa: A002
) -> Document:
    """The draft in *data*: the bytes of a file, which are decoded, or text, which is taken as is.

    *name* stands in messages and in ``Document.path``; None for a text without a file. A str is
    always read, empty or not, lone surrogates replaced one for one by U+FFFD. Raises
    UnreadableInput for bytes that hold no text and for anything over ``MAX_SIZE`` (bytes of a
    file, characters of a str).
    """
    check_size(data, name)
    if format not in READERS:
        raise UnreadableInput(f"{name or 'the text'}: unknown format {format!r}")
    read: Callable[[bytes | str, str | None], Document]
    read = importlib.import_module(READERS[format]).read
    return read(data, name)


def check_size(data: bytes | str, name: str | None) -> None:
    """Raise UnreadableInput if *data*, called *name* in messages, is over ``MAX_SIZE``."""
    if len(data) > MAX_SIZE:
        raise UnreadableInput(
            f"{name or 'the text'}: at {'byte' if isinstance(data, bytes) else 'character'} "
            f"{MAX_SIZE:,}: too large; a draft may have {MAX_SIZE // 2**20} MiB, "
            "which is about 16,000 pages"
        )


def shown_name(path: Path) -> str:
    """*path* as text that can be printed, also where its bytes are no UTF-8."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _cause(error: OSError | ValueError) -> str:
    """What went wrong, in words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return getattr(error, "strerror", None) or str(error)
