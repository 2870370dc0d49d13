"""What stands between the names and the year: "et al.", "(2)", "ed.", an apostrophe, a comma."""

from collections.abc import Sequence
from typing import NamedTuple

from citecheck.citations.et_al import EtAl, read_et_al
from citecheck.citations.words import Kind, Word
from citecheck.language.connectors import EDITOR_MARKS

_MOST_ASIDE = 6
_APOSTROPHES = frozenset("'’ʼ`´")
_NAME_KINDS = (Kind.CAPITALISED, Kind.INITIAL)


class Ending(NamedTuple):
    """What stands between the names and the year, and the index of the word before it."""

    before: int
    comma: bool
    disambiguator: str
    et_al: EtAl | None


def read_ending(words: Sequence[Word], *, in_group: bool) -> Ending:
    """What follows the names in *words*, which end where the year begins."""
    index, disambiguator = len(words) - 1, ""
    comma = index >= 0 and (words[index].text in (",", ";", ":"))
    index -= comma
    index -= index > 0 and _is_possessive(words[index], words[index - 1])
    if aside := _aside_before(words, index):
        disambiguator, index = aside
        if not comma and index > 0 and words[index].text == ",":  # "Marx, (1867) 1976"
            comma, index = True, index - 1
    index = _before_editor_mark(words, index)
    et_al = read_et_al(words, index)
    if et_al:
        index = et_al.before
        index -= index >= 0 and words[index].text == ","
    elif in_group and _ends_by_mistake(words, index):
        comma, index = True, index - 1
    return Ending(index, comma, disambiguator, et_al)


def _is_possessive(sign: Word, word: Word) -> bool:
    """Whether *sign* is the apostrophe of "Jones' (2001)"."""
    return sign.text in _APOSTROPHES and sign.start == word.end and word.folded[-1] in "sxz"


def _aside_before(words: Sequence[Word], last: int) -> tuple[str, int] | None:
    """The number in "TASS (2)", or "" for "(eds.)" or an acronym; and the index before it."""
    if last < 2 or words[last].text not in (")", "]"):
        return None
    opened = last - 1
    while opened > max(0, last - _MOST_ASIDE) and words[opened].text not in ("(", "["):
        opened -= 1
    inside = words[opened + 1 : last]
    if words[opened].text not in ("(", "[") or not inside:
        return None
    if len(inside) == 1 and inside[0].kind is Kind.NUMBER:
        return inside[0].text if len(inside[0].text) < 3 else "", opened - 1
    if all(w.kind in _NAME_KINDS or w.text == "." or w.folded in EDITOR_MARKS for w in inside):
        return "", opened - 1
    return None


def _before_editor_mark(words: Sequence[Word], last: int) -> int:
    """Skip the "ed." of "Smith, ed., 2001"."""
    index = last - 1 if last > 0 and words[last].text == "." else last
    if index < 1 or words[index].folded not in EDITOR_MARKS:
        return last
    return index - 2 if words[index - 1].text == "," else index - 1


def _ends_by_mistake(words: Sequence[Word], last: int) -> bool:
    """Whether a point stands where the comma should: "(Reyes. 2011)"."""
    if last < 1 or words[last].text != ".":
        return False
    before = words[last - 1]
    return before.kind is Kind.CAPITALISED and len(before.text) > 3
