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
_VANCOUVER_YEAR = re.compile(r"(?<=[.,] )((?:19|20)\d\d)(?=;\s?\d{1,4}\s?[(:])")
_IN = re.compile(r"[Ii][Nn]\s?[:,]?\s+(?=\S)")
_LEADS = {
    "container": _IN,
    "editor": _IN,
    "pages": re.compile(r"(?:pp?|S|pages?|Seiten)\s?[.:]?\s*(?=\d)"),
    "volume": re.compile(r"(?:[Vv]ol(?:ume)?|[Bb]d|Band|Jg|[Tt]om[eo]?|v)\s?[.:]?\s*(?=\w)"),
    "issue": re.compile(
        r"(?:[Nn]o|[Nn]r|[Nn]|[Hh]eft|H|[Ii]ssue|[Nn]umber|n°|№)\s?[.:°]?\s*(?=\w)"
    ),
    "url": re.compile(r"(?:[^\s:/]{2,14}[:\s]\s*){1,4}(?=https?:|www\.)"),
    "doi": re.compile(r"doi\s?[:.]?\s*(?=10\.)", re.IGNORECASE),
}
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
    """The same string with the labels of the tagger, on the value alone: "In" is no container."""
    spans = [
        (_past_lead(string.text, a, b, name), b, name)
        for a, b, label in string.spans
        for name in [_RENAMED.get(label, label)]
    ]
    return Labelled(string.text, tuple(_dated(string.text, spans)))


def _past_lead(text: str, start: int, end: int, label: str) -> int:
    """Where a value begins behind a word that only leads to it: "pp.", "In:", "Available:"."""
    lead = _LEADS[label].match(text, start, end) if label in _LEADS else None
    return lead.end() if lead and re.search(r"\w", text[lead.end() : end]) else start


def _dated(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The fields with the year of "2008;22(4)", where the corpus left it without a label."""
    year = None if any(label == "date" for *_, label in spans) else _VANCOUVER_YEAR.search(text)
    if year is None or any(a < year.end(1) and year.start(1) < b for a, b, _ in spans):
        return spans
    return sorted([*spans, (*year.span(1), "date")])


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
