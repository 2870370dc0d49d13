"""What the tagger is trained on: labels made alike, strings made from templates, the model file."""

import random
from collections.abc import Iterator
from itertools import pairwise, takewhile
from pathlib import Path

import numpy as np
import pytest

from citecheck.parsing.inputs import read_input, read_inputs
from citecheck.parsing.network import Network
from citecheck.parsing.train.__main__ import TEMPLATES
from citecheck.parsing.train.batches import Example, Numbering, example, label_words
from citecheck.parsing.train.exchange import Exchange
from citecheck.parsing.train.harmonise import Labelled, harmonise, harmonise_linkedbooks
from citecheck.parsing.train.names import initials
from citecheck.parsing.train.pack import pack
from citecheck.parsing.train.synthetic import make
from citecheck.parsing.train.variants import Variants

TEXT = "Nordby, K. (1999). Sea ice. Polar Notes, 4, 1-9."
SPANS = (
    (0, 10, "author"), (12, 16, "date"), (19, 26, "title"), (28, 39, "container"),
    (41, 42, "volume"), (44, 47, "pages"),
)  # fmt: skip
OWN = (
    Labelled(TEXT, SPANS),
    Labelled(
        "Berg, A. Salt. In Proc. of the Sea Conference. Oslo: Tiden, 2001.",
        (
            (0, 8, "author"), (9, 13, "title"), (15, 45, "container"), (47, 51, "location"),
            (53, 58, "publisher"), (60, 64, "date"),
        ),
    ),
)  # fmt: skip


def quoted(string: Labelled) -> list[tuple[str, str]]:
    """Label and text of each field."""
    return [(label, string.text[start:end]) for start, end, label in string.spans]


def test_words_are_labelled_by_field() -> None:
    labels = label_words(read_input(TEXT).spans, Labelled(TEXT, SPANS))
    assert labels[:5] == ["B-author", "I-author", "B-date", "B-title", "I-title"]
    assert labels[-2:] == ["B-pages", "I-pages"]


def test_labels_of_one_meaning_become_one() -> None:
    assert harmonise(Labelled("DVD", ((0, 3, "medium"),))).spans == ((0, 3, "genre"),)


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        (
            "Dalla Riva G, Le barche nuove, «Quaderni lagunari», IV",
            ((0, 12, "author"), (14, 49, "title"), (52, 54, "volume")),
            [("title", "Le barche nuove"), ("container", "Quaderni lagunari")],
        ),
        (
            "Dalla Riva G, Le barche nuove, in Studi di mare, Pisa",
            ((0, 12, "author"), (14, 29, "title"), (31, 33, "conjunction"), (34, 47, "title")),
            [("title", "Le barche nuove"), ("container", "Studi di mare")],
        ),
    ],
)
def test_containers_are_told_from_titles(
    text: str, labels: tuple[tuple[int, int, str], ...], expected: list[tuple[str, str]]
) -> None:
    string = harmonise_linkedbooks(Labelled(text, labels))
    assert string is not None
    assert [pair for pair in quoted(string) if pair[0] in ("title", "container")] == expected


def test_made_strings_are_labelled_and_repeatable() -> None:
    made = make(300, TEMPLATES, OWN, seed=11)
    assert made == make(300, TEMPLATES, OWN, seed=11)
    for string in made:
        assert "<author" not in string.text
        assert all(0 <= start < end <= len(string.text) for start, end, _ in string.spans)
        edges = [edge for start, end, _ in string.spans for edge in (start, end)]
        assert edges == sorted(edges)
    assert {label for string in made for *_, label in string.spans} >= {"author", "url", "note"}


@pytest.mark.parametrize(
    ("given", "expected"), [("John Alan", "J. A."), ("Min-jun", "M. J."), ("А. В.", "А. В.")]
)
def test_initials(given: str, expected: str) -> None:
    assert initials(given) == expected


def invented() -> list[Example]:
    """Strings made from the templates, as the network sees them."""
    return [example(read_input(one.text), one) for one in make(80, TEMPLATES, OWN, seed=3)]


def test_values_are_exchanged_whole() -> None:
    rng = random.Random(4)
    examples = invented()
    exchange = Exchange(examples)
    varied = [exchange.vary(one, rng) for one in examples]
    assert varied != examples
    for one in varied:
        assert len(one.words) == len(one.states) == len(one.labels) == len(one.gaps) - 1
        for before, after in pairwise(["O", *one.labels]):
            assert not after.startswith("I-") or after[2:] == before[2:]
    assert {names for one in varied for names in authors(one)} <= {
        names for one in examples for names in authors(one)
    }


def test_variants_are_strings_with_whole_fields() -> None:
    rng = random.Random(4)
    examples = invented()
    variants = Variants(examples, examples)
    varied = [variants.vary(one, rng) for one in examples]
    assert sum(a != b for a, b in zip(varied, examples, strict=True)) > len(examples) / 2
    for one in varied:
        pieces = [gap + word for gap, word in zip(one.gaps, [*one.words, ""], strict=True)]
        read = read_input("".join(pieces))
        assert (read.words, read.gaps, read.states) == (one.words, one.gaps, one.states)
        assert len(one.labels) == len(one.words)
        for before, after in pairwise(["O", *one.labels]):
            assert not after.startswith("I-") or after[2:] == before[2:]


def test_variants_lack_fields_or_have_other_marks_and_letters() -> None:
    [one] = [example(read_input(TEXT), Labelled(TEXT, SPANS))]
    other = OWN[1]
    lends = [one, example(read_input(other.text), other)]
    rng = random.Random(2)
    found = set()
    for _ in range(400):
        varied = Variants(lends, lends).vary(one, rng)
        found.add("".join(a + b for a, b in zip(varied.gaps, [*varied.words, ""], strict=True)))
    assert any(text.startswith("NORDBY, K") for text in found)
    assert any("Sea ice. In Proc. of the Sea Conference" in text for text in found)
    assert any("(1999)" not in text and "Polar Notes, 4, 1-9." in text for text in found)
    assert any("SEA ICE" in text for text in found)


def authors(example: Example) -> Iterator[tuple[str, ...]]:
    """The words of each list of authors in *example*."""
    starts = [n for n, label in enumerate(example.labels) if label == "B-author"]
    for start in starts:
        rest = takewhile("I-author".__eq__, example.labels[start + 1 :])
        yield tuple(example.words[start : start + 1 + len(list(rest))])


def test_features_met_often_have_rows() -> None:
    examples = invented()
    numbering = Numbering(examples)
    assert sorted(numbering.words.values()) == list(range(1, len(numbering.words) + 1))
    batch = numbering.batch(examples[:3])
    assert sum(batch.sizes) == len(batch.words) == len(batch.before) == len(batch.states)
    unknown = numbering.batch(examples[:3], random.Random(1))
    assert sum(map(len, unknown.words)) < sum(map(len, batch.words))


def test_shares_count_beside_labels_and_alone() -> None:
    pytest.importorskip("torch", reason="the extra train is not installed")
    from citecheck.parsing.train.teaching import TAUGHT, Lesson, of_labels, wanted

    one = Example(["Lie", "1999"], ["", ", ", ""], [0, 0], ["B-author", "B-date"])
    labels = {"O": 0, "B-author": 1, "B-date": 2}
    shares = np.array([[1, 0], [2, 0]]), np.array([[0.75, 0.25], [1.0, 0.0]])
    own, taught, alone = wanted(
        [of_labels(one), Lesson(one, *shares), Lesson(one._replace(labels=[]), *shares)], labels
    )
    assert own.tolist() == [[0, 1, 0], [0, 0, 1]]
    assert alone.tolist() == [[0.25, 0.75, 0], [0, 0, 1]]
    assert taught == pytest.approx(TAUGHT * alone + (1 - TAUGHT) * own)


def test_a_network_learns_what_the_shipped_form_then_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch", reason="the extra train is not installed")
    from citecheck.parsing.train import learning
    from citecheck.parsing.train.learner import Sizes

    first = learning.Course(5, Sizes((24, 24), 0.1, 24), steps=400, cleanest=2, varied=0.3)
    last = learning.Course(5, Sizes((20, 16), 0.0, 24), steps=1_000)
    monkeypatch.setattr(learning, "TEACHERS", (first, first._replace(widely=True)))
    monkeypatch.setattr(learning, "SPECIALS", (learning.Special("made", 0, seed=2, steps=20),))
    monkeypatch.setattr(learning, "PUPIL", last)
    monkeypatch.setattr(learning, "REPEATS", {6: 50})
    examples = invented()
    unlabelled = [one._replace(labels=[]) for one in examples[:20]]
    strings = learning.Strings({"made": examples}, ["made"], "made", examples[:20], unlabelled)
    numbering, weights = learning.train(strings, say=lambda _: None)
    path = tmp_path / "tagger.safetensors"
    names = {"words": list(numbering.words), "gaps": list(numbering.gaps)}
    pack(numbering.labels, names, weights, path)
    texts = [one.text for one in make(80, TEMPLATES, OWN, seed=3)]
    network = Network(path)
    found = [network.labels[number] for number in network.decode(read_inputs(texts))[0]]
    wanted = [label for one in examples for label in one.labels]
    pairs = list(zip(wanted, found, strict=True))
    assert sum(a == b for a, b in pairs) > 0.9 * len(pairs)
