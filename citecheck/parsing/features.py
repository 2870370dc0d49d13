"""Features of every word of a reference string, for training and for use alike.

A feature belongs to a *group*, and a group's features depend on one small key: the word before,
say, or the shapes and the gap on both sides. Training spells the features out; the tagger adds
up their weights once per key and remembers the sum (see ``tagger``).
"""

from collections.abc import Callable, Sequence
from typing import Any

from citecheck.parsing.surroundings import Key, keys
from citecheck.parsing.words import Word, read_word, word_features

_START = Word("<s>", "B", "", "B", "")
_END = Word("</s>", "E", "", "E", "")


def _left1(key: str) -> list[str]:  # "" where there is no word
    word = read_word(key) if key else _START
    found = ["w-1=" + word.form, "c-1=" + word.kind]
    return [*found, "l-1=" + word.lexicon] if word.lexicon else found


def _left2(key: str) -> list[str]:
    word = read_word(key) if key else _START
    return ["w-2=" + word.form, "c-2=" + word.kind]


def _right1(key: str) -> list[str]:
    word = read_word(key) if key else _END
    found = ["w+1=" + word.form, "c+1=" + word.kind]
    return [*found, "l+1=" + word.lexicon] if word.lexicon else found


def _right2(key: str) -> list[str]:
    word = read_word(key) if key else _END
    return ["w+2=" + word.form, "c+2=" + word.kind]


def _gap_before(key: tuple[str, str, str, str, str, str]) -> list[str]:
    before, text, core, kind1, shape, kind = key
    return [
        "g=" + text, "h=" + core, "gs=" + core + shape, f"cc-1={kind1}{core}{kind}",
        "g-1=" + before, f"gg-1={before}{kind1}{core}{shape}",
    ]  # fmt: skip


def _gap_after(key: tuple[str, str, str, str, str, str]) -> list[str]:
    text, core, after, kind1, shape, kind = key
    return [
        "gn=" + text, "hn=" + core, "sg=" + shape + core, f"cc+1={kind}{core}{kind1}",
        "g+1=" + after, f"gg+1={shape}{core}{kind1}{after}",
    ]  # fmt: skip


def _gaps(key: tuple[str, str, str, str, str, str]) -> list[str]:
    before, kind, after, lists, lists_before, lists_after = key
    found = [f"gsg={before}|{kind}|{after}"]
    if lists:
        found.append(f"glg={before}|{lists}|{after}")
    if lists or lists_before:
        found.append(f"ll={lists_before}{before}|{lists}")
    if lists or lists_after:
        found.append(f"lr={lists}{after}|{lists_after}")
    return found


def _three_back(key: tuple[str, ...]) -> list[str]:
    return ["ccc=" + "|".join(key)]


def _three_on(key: tuple[str, ...]) -> list[str]:
    return ["ccn=" + "|".join(key)]


def _far(key: tuple[str, str]) -> list[str]:
    return ["c-3=" + key[0], "c+3=" + key[1]]


def _pair_before(key: tuple[str, str]) -> list[str]:
    return [f"b={key[0]}_{key[1]}"]


def _pair_after(key: tuple[str, str]) -> list[str]:
    return [f"b+={key[0]}_{key[1]}"]


def _state(key: tuple[int, int, bool, int, str, int, str]) -> list[str]:
    quote, seen, bracket, years, last, since, shape = key
    where = f"{quote}{seen}{bracket:d}"
    return [
        "q" + where,
        f"st={where}{years}{last}",
        f"lk={last}{since}",
        f"y{years}{shape}",
        f"qs={where}{shape}",
    ]


def _number(key: tuple[str, str, str]) -> list[str]:
    following, previous, kind = key
    return ["nn=" + following, "pn=" + previous, "nns=" + following + kind]


def _keyword(key: tuple[str, str, str, str]) -> list[str]:
    following, last, gap, shape = key
    return ["nk=" + following, f"nkl={following}|{last}", f"nks={following}{gap}{shape}"]


def _chunk(key: tuple[str, str, str, str, str]) -> list[str]:
    before, gap, own, gap_after, after = key
    return [
        "ch=" + own, "pch=" + before, "nch=" + after, f"pcn={before}|{own}|{after}",
        f"hch={gap}{own}{gap_after}", f"chn={own}{gap_after}{after}", f"pch2={before}{gap}{own}",
    ]  # fmt: skip


def _chunk_place(key: tuple[str, str, int, int]) -> list[str]:
    before2, after2, index, left = key
    return ["p2=" + before2, "n2=" + after2, f"ci={index}", f"ce={left}"]


def _first(key: tuple[bool, str]) -> list[str]:
    return [f"chf={key[0]:d}{key[1]}"]


def _chunk_words(key: tuple[str, str, str, str, int, int]) -> list[str]:
    first, last, following, previous, stops, length = key
    return [
        "c0=" + first,
        "cz=" + last,
        "nc0=" + following,
        "pcz=" + previous,
        f"ab{stops}{length}",
    ]


def _sentence(key: tuple[str, str, str, int, int, int]) -> list[str]:
    before, own, after, index, inner, count = key
    return [
        "sd=" + own, "psd=" + before, "nsd=" + after, f"sdn={own}|{after}", f"sis={index}{own}",
        f"cis={inner}{own}", f"si={index}|{count}",
    ]  # fmt: skip


def _style(key: tuple[str, int, str]) -> list[str]:
    place, sentence, start = key
    return [f"sig={place}{sentence}", f"fs={start}{sentence}"]


def _tenth(key: tuple[str, int]) -> list[str]:
    place, tenth = key
    return [f"pos{tenth}", f"sgp={place}{tenth}"]


def _style_here(key: tuple[str, str, bool, str, str, str]) -> list[str]:
    place, words, spaced, shape, kind, gap = key
    found = [f"stl={place}{shape}{gap}", f"sig2={words}{kind}"]
    if spaced:
        found.append("spc" + kind)
    return found


# Features of a word for the word itself, and for its neighbours: one key, the word as it stands.
WORD_GROUPS: tuple[Callable[[str], list[str]], ...] = (
    word_features, _left1, _left2, _right1, _right2
)  # fmt: skip
# Features of two words side by side, for the second and for the first.
PAIR_GROUPS: tuple[Callable[[tuple[str, str]], list[str]], ...] = (_pair_before, _pair_after)
# Features of the surroundings of a word, in the order of the keys of ``Keys.rows``.
PLACE_GROUPS: tuple[Callable[[Any], list[str]], ...] = (
    _far, _gap_before, _gap_after, _gaps, _three_back, _three_on, _state, _number, _keyword,
    _first, _tenth, _style_here,
)  # fmt: skip
# Features that all words of a chunk share, in the order of the keys of ``Keys.chunk_rows``.
CHUNK_GROUPS: tuple[Callable[[Any], list[str]], ...] = (
    _chunk, _chunk_place, _chunk_words, _sentence, _style,
)  # fmt: skip


def features(text: str) -> tuple[list[tuple[int, int]], list[list[str]]]:
    """Spans of the words of *text* and each word's features, spelt out for training."""
    found = keys(text)
    beside = ["", "", *found.forms, "", ""]
    shared = [_spell(CHUNK_GROUPS, row) for row in found.chunk_rows]
    spelt = []
    for i, row in enumerate(found.rows):
        around = [beside[i + 2], beside[i + 1], beside[i], beside[i + 3], beside[i + 4]]
        spelt.append(
            _spell(WORD_GROUPS, around) + _spell(PAIR_GROUPS, found.pairs[i : i + 2])
            + _spell(PLACE_GROUPS, row) + shared[found.chunks[i]]
        )  # fmt: skip
    return found.spans, spelt


def _spell(groups: Sequence[Callable[[Any], list[str]]], row: Sequence[Key]) -> list[str]:
    return [feature for group, key in zip(groups, row, strict=True) for feature in group(key)]
