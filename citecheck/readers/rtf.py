"""Rich Text Format."""

from citecheck.model import Document
from citecheck.readers.rtf_walk import RtfWalk
from citecheck.readers.signatures import refuse


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput for what is no RTF or nests too deep."""
    source = data if isinstance(data, str) else data.decode("latin-1")
    source = source.lstrip("\ufeff \r\n\t").removeprefix("ï»¿")
    if not source.startswith("{\\rtf"):
        raise refuse(data, name, "an RTF file")
    return RtfWalk(source, name or "the file").out.document(name, "rtf")
