"""ZIP archives that strangers packed: what is read from them is bounded, and nothing written."""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from citecheck.errors import UnreadableInput
from citecheck.readers.signatures import refuse

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 48 * 2**20
"""Bytes of one member when unpacked: the text of a document of 5,000 pages."""
MAX_TOTAL = 128 * 2**20
MAX_TAGS = 3_000_000
_MAX_DIRECTORY = 4 * 2**20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError,
    RuntimeError,
)  # fmt: skip


class Archive:
    """The members of a ZIP file, unpacked when asked for.

    Every method raises UnreadableInput, with the file's name and the member, for what is missing,
    damaged, encrypted or beyond the limits of this module.
    """

    def __init__(self, data: bytes | str, name: str | None, wanted: str) -> None:
        """Open the archive in *data*, which should be *wanted* ("a Word document")."""
        self.name = name or "the file"
        self._left = MAX_TOTAL
        if isinstance(data, str) or not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            raise refuse(data, name, wanted)
        self._check_directory(data)
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._error(f"damaged or cut short: {error}") from error
        self._members = {info.filename: info for info in self._file.infolist()}

    def _check_directory(self, data: bytes) -> None:
        """Object to a table of contents that is too long to be a document's."""
        end = data.rfind(b"PK\x05\x06")
        if end < 0 or end + 22 > len(data):
            raise self._error("damaged or cut short: its table of contents is missing")
        if int.from_bytes(data[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
            raise self._error("it has more members than any document")

    def _error(self, cause: str) -> UnreadableInput:
        return UnreadableInput(f"{self.name}: {cause}")

    def __contains__(self, member: str) -> bool:
        """Whether the archive has *member*."""
        return member in self._members

    @property
    def members(self) -> list[str]:
        """The names of all members, in order."""
        return list(self._members)

    def read(self, member: str) -> bytes:
        """The bytes of *member*."""
        info = self._members.get(member)
        if info is None:
            raise self._error(f"{member} is missing; the document is damaged")
        if info.flag_bits & 1:
            raise self._error("protected by a password; save it without one")
        limit = min(MAX_PART, self._left)
        try:
            with self._file.open(info) as file:
                data = file.read(limit + 1)
        except _BROKEN as error:
            raise self._error(f"{member} is damaged or cut short: {error}") from error
        if len(data) > limit:
            raise self._error(
                f"{member} unpacks to more than {limit // 2**20} MiB, which no draft needs"
            )
        self._left -= len(data)
        return data

    def tree(self, member: str) -> "_Element":
        """The root element of the XML in *member*."""
        return parse_xml(self.read(member), f"{self.name}: {member}")


def parse_xml(data: bytes, place: str) -> "_Element":
    """The root element of the XML in *data*. Nothing outside *data* is looked at.

    Raises UnreadableInput, which begins with *place*, for what is not well-formed, declares a
    document type (and with it entities), nests over 255 deep or has over ``MAX_TAGS`` tags.
    """
    from lxml import etree

    if data.count(b"<") > MAX_TAGS:
        raise UnreadableInput(f"{place}: more than {MAX_TAGS:,} tags, which no draft needs")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"{place}: not well-formed XML: {error}") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise UnreadableInput(f"{place}: it declares a document type, which drafts do not")
    return root
