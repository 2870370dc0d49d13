"""How a line of a PDF joins the line above it: a blank, nothing, a hyphen less, a new paragraph."""

import re
from collections.abc import Set as AbstractSet

from citecheck.language.folding import letters

_ADDRESS = re.compile(r"https?://\S*|www\.\S*|(?:doi:\s?)?10\.\d{4,9}/\S*|\S{1,80}\.\S{1,80}/\S*")
_PIECE = re.compile(r"[\w~%./?=&#:;+@,()-]*[/_=&%?#\d.-][\w~%./?=&#:;+@,()-]*")
_NAME = re.compile(r"[^\W\d_]{2,40}[,.:]?")
_LETTERS = re.compile(r"[^\W\d_]+")
# "Roe, Jane", "World Health Organization. ", "[12]", "3. ".
_ENTRY = re.compile(r"(?:[(\w][\w'’.()-]{0,40} ){0,8}[(\w][\w'’()-]{0,40}[,.] |\[?\d{1,4}[\].] ")
_NUMBER = re.compile(r"\[?(\d{1,4})[\].] ")
_SAME = 5  # letters by which beginnings are compared
_NEAR = 300
_ENDS = (".", "!", "?", ":", ")", "”", '"', "»", "’", "…", "]")
# Prefixes that keep their hyphen where nothing in the text tells.
_KEPT = frozenset(
    "co non self well ex quasi pseudo semi half all cross high low long short mid post pre anti "
    "pro neo inter socio so much vice".split()
)


def joint(above: str, below: str, words: AbstractSet[str], targets: AbstractSet[str]) -> str | None:
    """What stands between two lines of one paragraph; None to take away the hyphen of *above*.

    *words* are the words of the document in lower case, with their hyphens, *targets* the
    addresses that its links lead to.
    """
    last = _last_word(above)
    if not last or not below:
        return " "
    if _ADDRESS.search(last):
        return "" if _goes_on(last, below, targets) else " "
    if last.endswith("\xad"):
        return None
    if last.endswith("-") and last[-2:-1].isalpha():
        behind = _LETTERS.match(below)
        before = _LETTERS.match(last[-2::-1])
        return _hyphen(before[0][::-1] if before else "", behind[0] if behind else "", words)
    if above[-1] in "-–—/" and above[-2:-1].strip() and below[0].isalnum():
        return ""
    return " "


def _last_word(text: str) -> str:
    """What stands behind the last blank of *text*."""
    return text.rsplit(None, 1)[-1] if text and not text[-1].isspace() else ""


def _hyphen(before: str, behind: str, words: AbstractSet[str]) -> str | None:
    """None if the hyphen was only set to break "before-behind"; "" if it belongs there."""
    if not behind or not behind[0].islower():
        return "" if behind or before.isdecimal() else " "
    whole, parted = (before + behind).lower(), f"{before}-{behind}".lower()
    if parted in words and whole not in words:
        return ""
    if whole not in words and before.lower() in _KEPT:
        return ""
    return None


def may_part(above: str, below: str) -> bool:
    """Whether *below* may begin an entry: it has the shape, and *above* ends as one may.

    That is with a sentence or an address, and outside brackets.
    """
    last, near = _last_word(above), above[-_NEAR:]
    if not last or not _ENTRY.match(below) or near.count("(") > near.count(")"):
        return False
    return last.endswith(_ENDS) or bool(_ADDRESS.search(last))


def is_between(above: str, line: str, below: str) -> bool:
    """Whether *line* stands in alphabetical or numerical order between two beginnings.

    In a list what does is an entry; in other text few lines do. *below* is "" at the end.
    """
    numbers = [_NUMBER.match(text) for text in (above, line)]
    if all(numbers):
        first, second = (int(number[1]) for number in numbers if number)
        return second == first + 1
    first_key, key, last_key = (letters(text[:40])[:_SAME] for text in (above, line, below))
    return not any(numbers) and first_key <= key and (not below or key <= last_key)


def _goes_on(last: str, below: str, targets: AbstractSet[str]) -> bool:
    """Whether *last*, an address that the line's end broke, goes on with the next line."""
    found = _ADDRESS.search(last)
    if not found:
        return False
    begun, piece = found[0], below.split(maxsplit=1)[0]
    whole = begun + piece.rstrip(".,;)")
    if any(target.startswith(whole) for target in targets):
        return True
    if begun in targets or begun.rstrip(".,;)") in targets:
        return False
    if piece[0].isupper() and (begun[-1] in ".,;)" or _NAME.fullmatch(piece)):
        return False
    if begun[-1] in ".,;)" and not piece[0].islower() and not piece[0].isdigit():
        return False
    return begun[-1] in "/-_=&?#%~." or bool(_PIECE.fullmatch(piece) and not piece[0].isupper())
