"""Tagging many texts at once, which must give what tagging one by one gives."""

import random
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.model import Span
from citecheck.parsing import tagger
from citecheck.parsing.bulk import BulkModel, bulk_model
from citecheck.parsing.bulk.batches import read_batch
from citecheck.parsing.bulk.hashed import encode, hashes
from citecheck.parsing.bulk.lattices import Lattices
from citecheck.parsing.bulk.vocabulary import Vocabulary
from citecheck.parsing.features import CHUNK_GROUPS, PLACE_GROUPS, spell
from citecheck.parsing.lattice import SCALE, Lattice
from citecheck.parsing.reading import parse_reference, read_entries
from citecheck.parsing.surroundings import keys
from citecheck.parsing.words import tokenise

TEXTS = [
    "Lindqvist, A. B., & Okafor, C. (2011). Tidal memory. Coastal Studies, 12(3), 45–67.",
    "Horvat, Ana. “Bread ([and) Borders.” In Food on the Move, ed. J. Berg, 33–58. Salt, 1998.",
    "7. Tamm K, Silva J. Sleep after shifts. J Sleep Res. 2004;13(2):101-9. doi: 10.1000/x1",
    'Орлова Т. К. "История" северных городов. – Москва: Наука, 1987. – 312 с.',
    "Vos, M. \"Sand\" and \"salt\" . http://a.example/b(c). Accessed 5 May 2020 . ISBN 3 540 1",
    "王小明. 河流的记忆，盐出版社，2018", "1999", "x", "12 13 2001 1999",
    "It is no entry but a sentence of many small words that goes on for some time without an end",
]  # fmt: skip


def hashed(features: list[str]) -> list[int]:
    """The hashes of features that are spelt out."""
    found: list[int] = hashes([encode(feature) for feature in features])[0].tolist()
    return found


def columns(texts: list[str]) -> tuple[list[list[int]], list[list[int]]]:
    """The hashes of the features of each word and of each chunk, as read together."""
    batch = read_batch(texts, [tokenise(text) for text in texts], Vocabulary())
    rows = [
        np.stack([one.hashes for one in spell(groups, keys)], axis=1).tolist()
        for groups, keys in ((PLACE_GROUPS, batch.rows), (CHUNK_GROUPS, batch.chunk_rows))
    ]
    return rows[0], rows[1]


def spelt(texts: list[str]) -> tuple[list[list[int]], list[list[int]]]:
    """The same from the features as training spells them."""
    found = [keys(text) for text in texts]
    return (
        [hashed(spell(PLACE_GROUPS, row)) for one in found for row in one.rows],
        [hashed(spell(CHUNK_GROUPS, row)) for one in found for row in one.chunk_rows],
    )


def test_features_are_those_of_training() -> None:
    assert columns(TEXTS) == spelt(TEXTS)


ODD = st.text(alphabet="aAx 12.,;:()[]\"“”«'-/–éЖ中1999\n", min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(ODD | st.text(max_size=40), min_size=1, max_size=4))
def test_features_of_any_text_are_those_of_training(texts: list[str]) -> None:
    worded = [text for text in texts if tokenise(text)]
    if worded:
        assert columns(worded) == spelt(worded)


def pieces(tags: tagger.Tags) -> list[tuple[Any, ...]]:
    """The fields with their confidence rounded."""
    return [(one.label, one.start, one.end, pytest.approx(one.confidence)) for one in tags]


def test_labels_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["", " . ", *TEXTS]
    monkeypatch.setattr(tagger, "_remembered", {})
    single = [tagger.tag(text) for text in texts]
    monkeypatch.setattr(tagger, "_remembered", {})
    monkeypatch.setattr(tagger, "_MANY", 2)
    assert [list(tags) for tags in tagger.tag_all(texts)] == [pieces(tags) for tags in single]


def test_forgotten_words_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    spans = [tokenise(text) for text in TEXTS]
    expected = bulk_model(tagger.MODEL).decode(TEXTS, spans)
    monkeypatch.setattr("citecheck.parsing.bulk._MEMORY", 3)
    monkeypatch.setattr("citecheck.parsing.bulk._TOGETHER", 2)
    again = BulkModel(tagger.MODEL).decode(TEXTS, spans)
    assert [[label for label, _ in one] for one in again] == [
        [label for label, _ in one] for one in expected
    ]


def test_lattices_decode_as_one_does() -> None:
    rng = random.Random(5)
    for labels, longest in product((2, 5), (1, 6)):
        steps = [[rng.randint(-SCALE, SCALE) for _ in range(labels)] for _ in range(labels)]
        sizes = [rng.randint(1, longest) for _ in range(20)]
        rows = [[rng.randint(-900, 900) for _ in range(labels)] for _ in range(sum(sizes))]
        found = Lattices(steps).decode(np.array(rows), np.array(sizes))
        one = Lattice(steps)
        rest = iter(rows)
        expected = [
            pair
            for size in sizes
            for pair in one.decode([one.pack(dict(enumerate(next(rest)))) for _ in range(size)])
        ]
        assert found[0].tolist() == [label for label, _ in expected]
        assert found[1].tolist() == pytest.approx([share for _, share in expected])


def test_a_list_is_read_as_its_entries_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "_MANY", 2)
    text, spans = "", []
    for entry in TEXTS:
        spans.append(Span(start=len(text), end=len(text) + len(entry)))
        text += entry + "\n"
    read = read_entries(text, [(span, "r1") for span in spans])
    titles = [one.title.value if one.title else "" for one in read]
    alone = [parse_reference(entry).title for entry in TEXTS]
    assert titles == [title.value if title else "" for title in alone]
