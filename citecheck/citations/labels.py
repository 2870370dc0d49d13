"""Citations by printed label: "[Smi01]", "[e.g., Smi01; ABC+02, p. 3]".

The labels are those of DIN 1505-2 and of BibTeX's style "alpha".
"""

import re
from collections.abc import Iterator, Sequence

from citecheck.citations.locators import locator_within
from citecheck.citations.vocabulary import PREFIX_WORDS
from citecheck.language.folding import fold
from citecheck.model import Citation, CitationSystem, Reference, Span

_BRACKET = re.compile(r"\[([^\[\]]{1,400})\]")
_PIECE = re.compile(r"[^;,]+")
_LABEL = re.compile(r"[^\W\d_][^\W\d_+-]{0,11}\+?\d{2}(?:\d\d)?[a-z]?")


def find_labels(text: str, references: Sequence[Reference]) -> list[Citation]:
    """The citations by label in *text*, [] where the list has none."""
    keys = frozenset(r.key for r in references if r.key and not r.key.isdigit())
    if len(keys) <= len(references) / 2:
        return []
    found = [c for match in _BRACKET.finditer(text) for c in _read(text, match, keys)]
    return found if any(c.labels[0] in keys for c in found) else []


def _read(text: str, match: re.Match[str], keys: frozenset[str]) -> Iterator[Citation]:
    """The labels within one pair of brackets; an unlisted one must look like a label."""
    position = match.start(1)
    for piece in _PIECE.finditer(text, position, match.end(1)):
        if piece.start() < position:
            continue
        label, prefix = _label(piece.group(), keys)
        if not label:
            if not _only_introduces(piece.group()):
                return
            continue
        start = piece.start() + piece.group().rindex(label)
        end = start + len(label)
        locator = locator_within(text, end, match.end(1))
        position = locator[1] if locator else end
        yield Citation(
            id="",
            span=Span(start=start, end=position),
            raw=text[start:position],
            system=CitationSystem.LABEL,
            group=Span(start=match.start(), end=match.end()),
            labels=(label,),
            locator=text[slice(*locator)] if locator else "",
            prefix=prefix,
        )


def _only_introduces(piece: str) -> bool:
    return all(fold(word).strip(".:") in ("", *PREFIX_WORDS) for word in piece.split())


def _label(piece: str, keys: frozenset[str]) -> tuple[str, str]:
    """The label that ends *piece*, and what stands before it; "" if none does."""
    words = piece.split(" ")
    for cut in range(len(words)):
        label, before = " ".join(words[cut:]).strip(), words[:cut]
        if label in keys or _LABEL.fullmatch(label):
            return label, " ".join(before).strip()
        if fold(words[cut]).strip(".:") not in ("", *PREFIX_WORDS):
            break
    return "", ""
