"""The corpora of labelled strings, brought to one convention of labels."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Labelled(NamedTuple):
    """A string and its fields as (start, end, label) in code points."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


# Labels of the corpora that say the same as others, or nothing of use for a literature list.
_RENAMED = {
    "producer": "director", "other": "note", "medium": "genre", "isbn": "idno",
    "publicationspecifications": "note",
    "numbered_ref": "note", "tomo": "volume", "archivalreference": "note", "archive_lib": "note",
    "column": "pages", "cartulation": "pages", "foliation": "pages", "folder": "note",
    "attachment": "note", "registry": "note", "box": "note", "filza": "note",
}  # fmt: skip
# LinkedBooks has no label for containers: they are the quoted or "in" part of the title.
_JOURNAL = re.compile(r",\s?[«“\"]\s?(?=\S)")
_WHOLE = re.compile(r",\s?[Ii]n[ :,]{1,3}(?=[«“\"‘']?\s?[A-ZÀ-Ý])")
_YEAR = re.compile(r"\(?(?:1[5-9]|20)\d\d\)?")
_NUMBERS = re.compile(r"\d\s?(?:\(\d+\))?\s?[:,]\s?(?:pp?\. ?)?\w?\d")
_PARTS = {"title", "volume", "issue", "pages"}
_UNCLEAR = {"o", "ref", "abbreviation"}


def read(path: Path) -> Iterator[Labelled]:
    """The strings of a file of ``{"text": ..., "spans": [[start, end, label], ...]}`` lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            spans = sorted((int(a), int(b), str(label)) for a, b, label in record["spans"])
            yield Labelled(record["text"], tuple(spans))


def harmonise(string: Labelled) -> Labelled:
    """The same string with the labels of the tagger."""
    spans = tuple((a, b, _RENAMED.get(label, label)) for a, b, label in string.spans)
    return Labelled(string.text, spans)


def harmonise_hard(string: Labelled) -> Labelled | None:
    """A string of AnyStyle's hard set; None where a journal's numbers are labelled publisher.

    That set calls a book's title now title, now container: title, as everywhere else.
    """
    labels = {label for *_, label in string.spans}
    for start, end, label in string.spans:
        if label == "publisher" and _NUMBERS.search(string.text, start, end):
            return None
    spans = string.spans
    if "container" in labels and not labels & _PARTS and "<" not in string.text:
        first = next(span for span in spans if span[2] == "container")
        spans = tuple((*span[:2], "title") if span == first else span for span in spans)
    return harmonise(Labelled(string.text, spans))


def harmonise_linkedbooks(string: Labelled) -> Labelled | None:
    """A LinkedBooks string with containers and editors told apart, or None if it is of no use."""
    labels = [label for *_, label in string.spans]
    if len(labels) < 3 or "title" not in labels or _UNCLEAR & set(labels):
        return None
    spans: list[tuple[int, int, str]] = []
    contained = joined = False
    for start, end, label in string.spans:
        parts = [(start, end, label)]
        if label == "conjunction":
            joined, parts = True, []
        elif label == "title" and joined:
            contained, parts = True, [(start, end, "container")]
        elif label == "title" and (parts := _split_title(string.text, start, end))[1:]:
            contained = True
        elif label == "author" and contained:
            parts = [(start, end, "editor")]
        elif label == "issue" and _YEAR.fullmatch(string.text[start:end].strip()):
            parts = [(start, end, "date")]
        spans += parts
    return harmonise(Labelled(string.text, tuple(spans)))


def _split_title(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    cut = _JOURNAL.search(text, start + 8, end) or _WHOLE.search(text, start + 8, end)
    if cut is None:
        return [(start, end, "title")]
    return [(start, cut.start(), "title"), (cut.end(), end, "container")]
