"""The network of the tagger: what it computes, and that company changes nothing."""

import random
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from citecheck.model import Span
from citecheck.parsing import tagger
from citecheck.parsing.inputs import STATES, Texts, gap_features, read_input, read_inputs
from citecheck.parsing.lattices import Lattices
from citecheck.parsing.network import Network
from citecheck.parsing.reading import parse_reference, read_entries
from citecheck.parsing.train.pack import pack
from citecheck.parsing.words import word_features

TEXTS = [
    "Lindqvist, A. B., & Okafor, C. (2011). Tidal memory. Coastal Studies, 12(3), 45–67.",
    "Horvat, Ana. “Bread ([and) Borders.” In Food on the Move, ed. J. Berg, 33–58. Salt, 1998.",
    "7. Tamm K, Silva J. Sleep after shifts. J Sleep Res. 2004;13(2):101-9. doi: 10.1000/x1",
    'Орлова Т. К. "История" северных городов. – Москва: Наука, 1987. – 312 с.',
    "Vos, M. \"Sand\" and \"salt\" . http://a.example/b(c). Accessed 5 May 2020 . ISBN 3 540 1",
    "王小明. 河流的记忆，盐出版社，2018", "1999", "x", "12 13 2001 1999",
    "It is no entry but a sentence of many small words that goes on for some time without an end",
]  # fmt: skip
LABELS = ["O", "B-title", "I-title", "B-date"]
WIDTH, MEMORY = 5, 3


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("a (b c) d", [0, 1, 1, 0]),
        ("a “b c” d", [0, 6, 6, 2]),
        ('a "b" c "d', [0, 6, 2, 6]),
        ("a) b (c", [0, 0, 1]),
    ],
)
def test_states_tell_quotes_and_brackets(text: str, states: list[int]) -> None:
    assert read_input(text).states == states


def test_gaps_stand_around_all_words() -> None:
    read = read_input("(Moe, 1999).")
    assert read.words == ["Moe", "1999"]
    assert read.gaps == ["(", ", ", ")."]


def test_strings_are_read_together_as_each_by_itself() -> None:
    texts = ["", " . ", *TEXTS, "a" * 100 + " (b", "c"]
    together, single = read_inputs(texts), [read_input(text) for text in texts]
    assert together.sizes.tolist() == [len(one.words) for one in single]
    assert spelt(together.gaps) == [gap for one in single for gap in one.gaps]
    assert spelt(together.words) == [word for one in single for word in [*one.words, ""]]
    assert together.states.tolist() == [state for one in single for state in one.states]
    spans = list(zip(together.starts.tolist(), together.ends.tolist(), strict=True))
    assert spans == [span for one in single for span in one.spans]


def spelt(texts: Texts) -> list[str]:
    """Each of *texts*."""
    return [texts.distinct[number] for number in texts.numbers]


def test_labels_are_the_same_in_company(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["", " . ", *TEXTS]
    monkeypatch.setattr(tagger, "_remembered", {})
    single = [tagger.tag(text) for text in texts]
    monkeypatch.setattr(tagger, "_remembered", {})
    together = tagger.tag_all(texts)
    assert [[field[:3] for field in tags] for tags in together] == [
        [field[:3] for field in tags] for tags in single
    ]
    monkeypatch.setattr(tagger, "_remembered", {})
    monkeypatch.setattr(tagger, "_TOGETHER", 150)
    assert [[field[:3] for field in tags] for tags in tagger.tag_all(texts)] == [
        [field[:3] for field in tags] for tags in single
    ]
    shares = [field.confidence for tags in together for field in tags]
    assert shares == pytest.approx([f.confidence for tags in single for f in tags], abs=1e-3)


def test_forgotten_words_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    expected, _ = tagger.load().decode(read_inputs(TEXTS))
    monkeypatch.setattr("citecheck.parsing.vectors._MEMORY", 3)
    monkeypatch.setattr("citecheck.parsing.network._TOGETHER", 2)
    network = Network(tagger.MODEL)
    halves = [network.decode(read_inputs(half))[0] for half in (TEXTS[:4], TEXTS[4:])]
    assert np.concatenate(halves).tolist() == expected.tolist()


def test_a_list_is_read_as_its_entries_are() -> None:
    text, spans = "", []
    for entry in TEXTS:
        spans.append(Span(start=len(text), end=len(text) + len(entry)))
        text += entry + "\n"
    read = read_entries(text, [(span, "r1") for span in spans])
    titles = [one.title.value if one.title else "" for one in read]
    alone = [parse_reference(entry).title for entry in TEXTS]
    assert titles == [title.value if title else "" for title in alone]


def test_decoding_finds_the_best_path() -> None:
    rng = np.random.default_rng(3)
    for count, length, clear in product((2, 4), (1, 2, 5), (1, 2, 8)):
        steps = rng.normal(size=(count, count))
        sizes = rng.integers(1, length + 1, size=9)
        rows = rng.normal(size=(int(sizes.sum()), count)) * clear
        labels, shares = Lattices(steps).decode(rows, sizes)
        assert ((shares >= 0) & (shares <= 1 + 1e-9)).all()
        for start, size in zip(np.cumsum(sizes) - sizes, sizes, strict=True):
            own = rows[start : start + size]
            paths = list(product(range(count), repeat=int(size)))
            best = max(total(path, own, steps) for path in paths)
            path = tuple(labels[start : start + size].tolist())
            assert total(path, own, steps) == pytest.approx(best)


def total(path: tuple[int, ...], own: Any, steps: Any) -> float:
    """Score of a path of labels."""
    within = sum(own[i][label] for i, label in enumerate(path))
    return float(within + sum(steps[a][b] for a, b in pairwise(path)))


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, dict[str, list[str]], dict[str, Any]]:
    """A model file of chance weights with its features and weights."""
    rng = np.random.default_rng(7)
    texts = [read_input(text) for text in TEXTS[:3]]
    names = {
        "words": sorted({f for one in texts for word in one.words for f in word_features(word)}),
        "gaps": sorted({f for one in texts for gap in one.gaps for f in gap_features(gap)}),
    }
    shapes: dict[str, tuple[int, ...]] = {
        "word": (len(names["words"]), WIDTH), "before": (len(names["gaps"]), WIDTH),
        "behind": (len(names["gaps"]), WIDTH), "states": (STATES, WIDTH), "scale": (WIDTH,),
        "shift": (WIDTH,), "output": (2 * MEMORY, 4), "bias": (4,), "first": (4,), "last": (4,),
        "transitions": (4, 4),
    }  # fmt: skip
    for way in "fb":
        shapes |= {
            f"memory0{way}t": (WIDTH, 4 * MEMORY),
            f"memory0{way}k": (MEMORY, 4 * MEMORY),
            f"memory0{way}b": (4 * MEMORY,),
        }
    weights = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    path = tmp_path / "tagger.safetensors"
    assert pack(LABELS, names, weights, path)["features"] == sum(map(len, names.values()))
    return path, names, weights


def test_scores_are_those_of_the_formulas(
    small: tuple[Path, dict[str, list[str]], dict[str, Any]],
) -> None:
    path, names, weights = small
    found = Network(path).scores(read_inputs(TEXTS[:3]))
    inputs = [read_input(text) for text in TEXTS[:3]]
    expected = np.concatenate([by_hand(one, names, weights) for one in inputs])
    allowed = expected > -20  # an inside label cannot begin a string
    assert found[allowed] == pytest.approx(expected[allowed], abs=0.06)
    assert (found[~allowed] < -20).all()


def by_hand(one: Any, names: dict[str, list[str]], weights: dict[str, Any]) -> Any:
    """The scores of one string, word by word, as the papers have it."""
    rows = []
    for i, word in enumerate(one.words):
        row = weights["states"][one.states[i]].copy()
        for name in word_features(word):
            row += weights["word"][names["words"].index(name)]
        for table, gap in (("before", one.gaps[i]), ("behind", one.gaps[i + 1])):
            for name in gap_features(gap):
                row += weights[table][names["gaps"].index(name)]
        row = (row - row.mean()) / np.sqrt(row.var() + 1e-5)
        rows.append(row * weights["scale"] + weights["shift"])
    ahead, behind = direction(rows, weights, "f"), direction(rows[::-1], weights, "b")[::-1]
    both = np.concatenate((ahead, behind), axis=1)
    scores = both @ weights["output"] + weights["bias"]
    scores[0] += np.where([label.startswith("I-") for label in LABELS], -30, weights["first"])
    scores[-1] += weights["last"]
    return scores


def direction(rows: list[Any], weights: dict[str, Any], way: str) -> Any:
    """Outputs of the long short-term memory in one direction."""
    taken, kept, bias = (weights[f"memory0{way}{part}"] for part in "tkb")
    last, cell = np.zeros(MEMORY), np.zeros(MEMORY)
    outputs = []
    for row in rows:
        gates = row @ taken + last @ kept + bias
        entered, forgotten, put_out = np.split(1 / (1 + np.exp(-gates[: 3 * MEMORY])), 3)
        cell = forgotten * cell + entered * np.tanh(gates[3 * MEMORY :])
        last = put_out * np.tanh(cell)
        outputs.append(last)
    return outputs


def test_no_label_goes_on_with_another_field(
    small: tuple[Path, dict[str, list[str]], dict[str, Any]],
) -> None:
    rng = random.Random(2)
    words = [word for text in TEXTS for word in text.split()]
    network = Network(small[0])
    for _ in range(30):
        numbers, _ = network.decode(read_inputs([" ".join(rng.choices(words, k=12))]))
        labels = ["O", *(network.labels[number] for number in numbers)]
        assert all(b != "I-title" or a[2:] == "title" for a, b in pairwise(labels))
