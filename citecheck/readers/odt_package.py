"""The members of an OpenDocument text, packed (.odt) or as one flat file (.fodt)."""

from typing import TYPE_CHECKING

from citecheck.errors import UnreadableInput
from citecheck.readers.archive import Archive, parse_xml
from citecheck.readers.signatures import refuse

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_NS}office:1.0}}"
TEXT = f"{{{_NS}text:1.0}}"
TABLE = f"{{{_NS}table:1.0}}"
DRAW = f"{{{_NS}drawing:1.0}}"
STYLE = f"{{{_NS}style:1.0}}"
FO = f"{{{_NS}xsl-fo-compatible:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
CONTENT = "content.xml"
_WANTED = "an OpenDocument text (.odt)"
_FLAT = b"office:document"


class OdtPackage:
    """An OpenDocument text. Raises UnreadableInput when made, as ``Archive`` and its trees do.

    ``content`` and ``styles`` are live root elements, the same one in a flat file; ``archive`` is
    None there.
    """

    def __init__(self, data: bytes | str, name: str | None) -> None:
        """Open the document in *data*, called *name* in messages."""
        self.name = name or "the file"
        raw = data.encode() if isinstance(data, str) else data
        self.archive: Archive | None = None
        if raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and _FLAT in raw[:4096]:
            self.content = self.styles = parse_xml(raw, self.name)
        else:
            self.archive = Archive(data, name, _WANTED)
            self._check(data, name)
            self.content = self.archive.tree(CONTENT)
            has_styles = "styles.xml" in self.archive
            self.styles = self.archive.tree("styles.xml") if has_styles else self.content
        text = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if text is None:
            raise UnreadableInput(f"{self.name}: an OpenDocument file that is no text")
        self.body: _Element = text

    def _check(self, data: bytes | str, name: str | None) -> None:
        """Object to what is encrypted or some other archive."""
        assert self.archive is not None
        manifest = "META-INF/manifest.xml"
        if manifest in self.archive and b"encryption-data" in self.archive.read(manifest):
            raise UnreadableInput(f"{self.name}: protected by a password; save it without one")
        if CONTENT not in self.archive and "mimetype" not in self.archive:
            raise refuse(data, name, _WANTED)
