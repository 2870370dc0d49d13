"""Features of every word of a reference string, for training and for use alike.

A feature belongs to a *group*, and a group's features depend on one small key: the word before,
say, or the shapes and the gap on both sides. Training spells the features out; the tagger adds
up their weights once per key and remembers the sum (see ``tagger``). For many texts at once the
keys are columns of hashed strings (see ``bulk``), so that features are joined by ``+`` alone.
"""

from collections.abc import Callable, Sequence
from typing import Any

from citecheck.parsing.surroundings import Key, keys
from citecheck.parsing.words import word_features


def _given(text: Key, feature: Key) -> Key:
    """A feature that only some words have: where *text* is not empty."""
    if isinstance(text, str):
        return feature if text else ""
    return feature.only_if(text)


def _left1(key: tuple[Key, Key, Key]) -> list[Key]:
    form, kind, lists = key
    return ["w-1=" + form, "c-1=" + kind, _given(lists, "l-1=" + lists)]


def _left2(key: tuple[Key, Key]) -> list[Key]:
    return ["w-2=" + key[0], "c-2=" + key[1]]


def _right1(key: tuple[Key, Key, Key]) -> list[Key]:
    form, kind, lists = key
    return ["w+1=" + form, "c+1=" + kind, _given(lists, "l+1=" + lists)]


def _right2(key: tuple[Key, Key]) -> list[Key]:
    return ["w+2=" + key[0], "c+2=" + key[1]]


def _pairs(key: tuple[Key, Key, Key]) -> list[Key]:
    before, own, after = key
    return ["b=" + before + "_" + own, "b+=" + own + "_" + after]


def _gap_before(key: tuple[Key, ...]) -> list[Key]:
    before, text, core, kind1, shape, kind = key
    return [
        "g=" + text, "h=" + core, "gs=" + core + shape, "cc-1=" + kind1 + core + kind,
        "g-1=" + before, "gg-1=" + before + kind1 + core + shape,
    ]  # fmt: skip


def _gap_after(key: tuple[Key, ...]) -> list[Key]:
    text, core, after, kind1, shape, kind = key
    return [
        "gn=" + text, "hn=" + core, "sg=" + shape + core, "cc+1=" + kind + core + kind1,
        "g+1=" + after, "gg+1=" + shape + core + kind1 + after,
    ]  # fmt: skip


def _gaps(key: tuple[Key, ...]) -> list[Key]:
    before, kind, after, lists, lists_before, lists_after = key
    return [
        "gsg=" + before + "|" + kind + "|" + after,
        _given(lists, "glg=" + before + "|" + lists + "|" + after),
        _given(lists + lists_before, "ll=" + lists_before + before + "|" + lists),
        _given(lists + lists_after, "lr=" + lists + after + "|" + lists_after),
    ]


def _three_back(key: tuple[Key, ...]) -> list[Key]:
    return [_joined("ccc=", key)]


def _three_on(key: tuple[Key, ...]) -> list[Key]:
    return [_joined("ccn=", key)]


def _joined(name: str, texts: tuple[Key, ...]) -> Key:
    feature = name + texts[0]
    for text in texts[1:]:
        feature = feature + "|" + text
    return feature


def _far(key: tuple[Key, Key]) -> list[Key]:
    return ["c-3=" + key[0], "c+3=" + key[1]]


def _state(key: tuple[Key, ...]) -> list[Key]:
    where, years, last, since, shape = key
    return [
        "q" + where,
        "st=" + where + years + last,
        "lk=" + last + since,
        "y" + years + shape,
        "qs=" + where + shape,
    ]


def _number(key: tuple[Key, Key, Key]) -> list[Key]:
    following, previous, kind = key
    return ["nn=" + following, "pn=" + previous, "nns=" + following + kind]


def _keyword(key: tuple[Key, ...]) -> list[Key]:
    following, last, gap, shape = key
    return ["nk=" + following, "nkl=" + following + "|" + last, "nks=" + following + gap + shape]


def _chunk(key: tuple[Key, ...]) -> list[Key]:
    before, gap, own, gap_after, after = key
    return [
        "ch=" + own, "pch=" + before, "nch=" + after, _joined("pcn=", (before, own, after)),
        "hch=" + gap + own + gap_after, "chn=" + own + gap_after + after,
        "pch2=" + before + gap + own,
    ]  # fmt: skip


def _chunk_place(key: tuple[Key, ...]) -> list[Key]:
    before2, after2, index, left = key
    return ["p2=" + before2, "n2=" + after2, "ci=" + index, "ce=" + left]


def _first(key: tuple[Key, Key]) -> list[Key]:
    return ["chf=" + key[0] + key[1]]


def _chunk_words(key: tuple[Key, ...]) -> list[Key]:
    first, last, following, previous, stops, length = key
    return [
        "c0=" + first,
        "cz=" + last,
        "nc0=" + following,
        "pcz=" + previous,
        "ab" + stops + length,
    ]


def _sentence(key: tuple[Key, ...]) -> list[Key]:
    before, own, after, index, inner, count = key
    return [
        "sd=" + own, "psd=" + before, "nsd=" + after, "sdn=" + own + "|" + after,
        "sis=" + index + own, "cis=" + inner + own, "si=" + index + "|" + count,
    ]  # fmt: skip


def _style(key: tuple[Key, ...]) -> list[Key]:
    place, sentence, start = key
    return ["sig=" + place + sentence, "fs=" + start + sentence]


def _tenth(key: tuple[Key, Key]) -> list[Key]:
    place, tenth = key
    return ["pos" + tenth, "sgp=" + place + tenth]


def _style_here(key: tuple[Key, ...]) -> list[Key]:
    place, words, spaced, shape, kind, gap = key
    return ["stl=" + place + shape + gap, "sig2=" + words + kind, _given(spaced, spaced + kind)]


# Features of the surroundings of a word, in the order of the keys of ``Keys.rows``.
PLACE_GROUPS: tuple[Callable[[Any], list[Key]], ...] = (
    _left1, _left2, _right1, _right2, _pairs, _far, _gap_before, _gap_after, _gaps, _three_back,
    _three_on, _state, _number, _keyword, _first, _tenth, _style_here,
)  # fmt: skip
# Features that all words of a chunk share, in the order of the keys of ``Keys.chunk_rows``.
CHUNK_GROUPS: tuple[Callable[[Any], list[Key]], ...] = (
    _chunk, _chunk_place, _chunk_words, _sentence, _style,
)  # fmt: skip


def features(text: str) -> tuple[list[tuple[int, int]], list[list[str]]]:
    """Spans of the words of *text* and each word's features, spelt out for training."""
    found = keys(text)
    shared = [spell(CHUNK_GROUPS, row) for row in found.chunk_rows]
    spelt = []
    for form, row, chunk in zip(found.forms, found.rows, found.chunks, strict=True):
        own = [*word_features(form), *spell(PLACE_GROUPS, row), *shared[chunk]]
        spelt.append([feature for feature in own if feature])
    return found.spans, spelt


def spell(groups: Sequence[Callable[[Any], list[Key]]], row: Sequence[Key]) -> list[Key]:
    """The features of all *groups*, each from its key in *row*."""
    return [feature for group, key in zip(groups, row, strict=True) for feature in group(key)]
