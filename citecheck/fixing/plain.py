"""Formats whose text is the decoded file: all bytes outside the edits stay as they are."""

import codecs
from collections.abc import Sequence

from citecheck.errors import UnwritableEdit, UnwritableOutput
from citecheck.fixing.edits import edited
from citecheck.fixing.stamp import Stamp
from citecheck.model import Document, Edit

# With a mark of the other byte order, Python's names would write that of this machine.
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


def patch(data: bytes, document: Document, edits: Sequence[Edit], _stamp: Stamp) -> bytes:
    """*data* with *edits* made, in the encoding that it has.

    Raises UnwritableOutput if the file holds bytes that are no text of its encoding (to write it
    again would lose them), and UnwritableEdit if a character is needed that the encoding lacks.
    """
    mark, encoding = _encoding(data, document.encoding)
    name = document.path or "the text"
    if _encoded(document.text, encoding) != data[len(mark) :]:
        raise UnwritableOutput(
            f"{name}: the file holds bytes that are no {encoding}; save it as UTF-8 before fixing"
        )
    text = edited(document.text, edits)
    changed = _encoded(text, encoding)
    if changed is None:
        lacking = next(char for char in text if _encoded(char, encoding) is None)
        raise UnwritableEdit(
            f"{name}: a fix needs “{lacking}”, which {encoding} lacks; save the draft as UTF-8"
        )
    return mark + changed


def _encoding(data: bytes, encoding: str) -> tuple[bytes, str]:
    """The byte order mark of *data*, and the encoding of what follows it."""
    if not encoding.endswith(("-sig", "-16", "-32")):
        return b"", encoding
    return next((found for found in _MARKED if data.startswith(found[0])), (b"", encoding))


def _encoded(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None
