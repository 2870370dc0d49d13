"""Where a note gives a title of the list in other words.

A title cut short, its subtitle left out, or written with other capitals, accents and signs is no
other title, and a translation shares no words with it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from citecheck.citations.titles import ARTICLES
from citecheck.language.connectors import AND_WORDS
from citecheck.language.folding import expand_umlauts, fold, romanise
from citecheck.language.slips import slip_distance
from citecheck.language.subtitles import main_title

_WORD = re.compile(r"[^\W_]+")
_DELIMITER = re.compile(r"[,.;:()\[\]“”\"«»‘„‹›…?!/*_]|[’'](?!\w)| [-–—] |\n")
_MOST_WORDS = 60
_FEWEST_LETTERS = 7
_SHORT = 4
_TELLING = 4
"""Letters from which on a word is more than an article or a preposition."""
_GAP = 2
"""Words in a row that may be others."""
_SHARE = 3
"""So many words are as listed for each that is not."""


class Word(NamedTuple):
    """A word of a title, folded, and where it stands."""

    folded: str
    start: int
    end: int


class Change(NamedTuple):
    """Words ``text[start:end]`` of a note, and those that the title has instead."""

    start: int
    end: int
    listed: str


class _Title(NamedTuple):
    value: str
    words: Sequence[Word]
    main: int


class _Written(NamedTuple):
    text: str
    words: Sequence[Word]


class _Block(NamedTuple):
    """Words that both have: ``size`` from ``listed`` on in one, from ``cited`` on in the other."""

    listed: int
    cited: int
    size: int


def changes(text: str, start: int, end: int, title: str) -> tuple[Change, ...]:
    """In what words the reference ``text[start:end]`` gives *title* otherwise; () where it does
    not, or does not give it.
    """
    listed, written = _title(title), _Written(text, _words(text, start, end))
    blocks = _chain(listed, written)
    shared = [w.folded for b in blocks for w in listed.words[b.listed : b.listed + b.size]]
    if sum(map(len, shared)) < _FEWEST_LETTERS:
        return ()
    found = tuple(_changes(listed, written, blocks))
    altered = sum(len(_WORD.findall(change.listed)) for change in found)
    if altered == 1 and len(shared) > 1:
        telling = [word for word in shared if len(word) >= _TELLING]
        slip = is_slip(text[found[0].start : found[0].end], found[0].listed)
        return found if slip or len(telling) > 1 or len(shared) >= _SHARE else ()
    return found if len(shared) >= altered * _SHARE else ()


def is_slip(one: str, other: str) -> bool:
    """Whether two words, not short ones, are one letter or one swap of neighbours apart."""
    one, other = fold(one), fold(other)
    return min(len(one), len(other)) > _SHORT and slip_distance(one, other, 1) <= 1


def _title(value: str) -> _Title:
    """*value*, without a leading article that many leave out."""
    words = _words(value, 0, len(value))
    article = len(words) > 1 and words[0].folded in ARTICLES
    main = len(_WORD.findall(main_title(value)))
    return _Title(value, words[article:], main - article)


def _words(text: str, start: int, end: int) -> list[Word]:
    places = list(_WORD.finditer(text, start, end))[:_MOST_WORDS]
    return [Word(fold(place.group()), place.start(), place.end()) for place in places]


def _chain(title: _Title, written: _Written) -> list[_Block]:
    """The longest words in a row that both have, and those beside them beyond small gaps."""
    from difflib import SequenceMatcher

    one, other = [w.folded for w in title.words], [w.folded for w in written.words]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    blocks = [_Block(*block) for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return []
    first = last = blocks.index(max(blocks, key=lambda block: block.size))
    while first and _adjoin(title, written, blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and _adjoin(title, written, blocks[last], blocks[last + 1]):
        last += 1
    return blocks[first : last + 1]


def _adjoin(title: _Title, written: _Written, left: _Block, right: _Block) -> bool:
    """Whether few words part the two, and in the note no sign that the title has not."""
    missing = right.listed - left.listed - left.size
    added = right.cited - left.cited - left.size
    if max(missing, added) > _GAP:
        return False
    before, behind = written.words[left.cited + left.size - 1], written.words[right.cited]
    if not added:
        return True
    if not _DELIMITER.search(written.text, before.end, behind.start):
        return True
    before, behind = title.words[left.listed + left.size - 1], title.words[right.listed]
    return bool(_DELIMITER.search(title.value, before.end, behind.start))


def _changes(title: _Title, written: _Written, blocks: Sequence[_Block]) -> Iterator[Change]:
    first, last = blocks[0], blocks[-1]
    before = _words_before(written, first.cited)
    if 0 < before == first.listed <= _GAP:
        yield from _change(title, written, _Block(0, first.cited - before, 0), first)
    for left, right in pairwise(blocks):
        yield from _change(title, written, left, right)
    listed, cited = last.listed + last.size, last.cited + last.size
    end = title.main if listed <= title.main else len(title.words)
    behind = _words_behind(written, cited)
    if 0 < behind == end - listed <= _GAP:
        yield from _change(title, written, last, _Block(end, cited + behind, 0))


def _words_before(written: _Written, index: int) -> int:
    """How many words stand before the one at *index* and behind a sign, an article apart."""
    count = 0
    while count <= _GAP and index - count > 0:
        one, other = written.words[index - count - 1 : index - count + 1]
        if _DELIMITER.search(written.text, one.end, other.start):
            break
        count += 1
    return count - (count > 0 and written.words[index - count].folded in ARTICLES)


def _words_behind(written: _Written, index: int) -> int:
    """How many words stand from *index* on before a sign."""
    count = 0
    while count <= _GAP and 0 < index + count < len(written.words):
        one, other = written.words[index + count - 1 : index + count + 1]
        if _DELIMITER.search(written.text, one.end, other.start):
            break
        count += 1
    return count


def _change(title: _Title, written: _Written, left: _Block, right: _Block) -> Iterator[Change]:
    """What stands between the two, if the note has other words there, or one too many."""
    listed = title.words[left.listed + left.size : right.listed]
    cited = written.words[left.cited + left.size : right.cited]
    if not cited or _are_alike(title.value, listed, written.text, cited):
        return
    if not listed:  # a word too many is shown with the one before it
        listed = title.words[left.listed + left.size - 1 : left.listed + left.size]
        cited = [written.words[left.cited + left.size - 1], *cited]
    yield Change(cited[0].start, cited[-1].end, title.value[listed[0].start : listed[-1].end])


def _are_alike(title: str, listed: Sequence[Word], text: str, cited: Sequence[Word]) -> bool:
    """Whether the words are the same, but for spelling, joining, shortening or a short number."""
    if not listed:
        return False
    one, other = ("".join(word.folded for word in words) for words in (listed, cited))
    written = (title[listed[0].start : listed[-1].end], text[cited[0].start : cited[-1].end])
    return (
        one == other
        or expand_umlauts(written[0]) == expand_umlauts(written[1])
        or romanise(written[0]) == romanise(written[1])
        or (one in AND_WORDS and other in AND_WORDS)
        or (one.isdecimal() and other.isdecimal() and one.endswith(other))
        or (one.startswith(other) and text[cited[-1].end : cited[-1].end + 1] == ".")
    )
