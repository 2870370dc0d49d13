"""Plain text: the decoded file and nothing else."""

from citecheck.model import Document
from citecheck.readers.decoding import decode, without_surrogates


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput as ``decoding.decode`` does."""
    if isinstance(data, str):
        return Document(text=without_surrogates(data), path=name)
    text, encoding = decode(data, name or "the text")
    return Document(text=text, path=name, encoding=encoding)
