"""What introduces a citation: "see", "cf. also", "as quoted in"."""

import re
from collections.abc import Sequence

from citecheck.citations.vocabulary import INTRODUCERS
from citecheck.citations.words import Word
from citecheck.language.connectors import AND_WORDS

_SENTENCE_END = re.compile(r"\w{4}\.$")
_SIGNS = " ,;:&()[]"
_LONGEST_PREFIX = 80


def prefix_of(text: str) -> tuple[str, bool]:
    """What introduces the names behind *text*, and whether nothing or a sign parts it from them."""
    words = text.strip(_SIGNS).split()
    bare = " ".join(words[1:] if words and words[0] in AND_WORDS else words)
    clear = not bare or text.rstrip()[-1] in _SIGNS or _SENTENCE_END.search(bare) is not None
    return bare if len(bare) <= _LONGEST_PREFIX else "", clear


def prefix_word(words: Sequence[Word], start: int) -> str:
    """The "see" or "vgl." right before the names that begin at *start*."""
    before = [word for word in words if word.end <= start and word.text not in ".:"]
    return before[-1].text if before and before[-1].folded in INTRODUCERS else ""
