"""What the tagger is trained on: labels made alike, strings made from templates, the model file."""

from pathlib import Path

import pytest

from citecheck.parsing import tagger
from citecheck.parsing.features import features
from citecheck.parsing.surroundings import keys
from citecheck.parsing.train.__main__ import TEMPLATES, label_words
from citecheck.parsing.train.harmonise import Labelled, harmonise, harmonise_linkedbooks
from citecheck.parsing.train.names import initials
from citecheck.parsing.train.pack import pack
from citecheck.parsing.train.synthetic import make

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
    spans, _ = features(TEXT)
    labels = label_words(spans, Labelled(TEXT, SPANS))
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


def test_the_model_file_keeps_weights(tmp_path: Path) -> None:
    path = tmp_path / "tagger.bin"
    weights = {("w=sea", "B-title"): 1.5, ("w=sea", "I-title"): -2.25, ("s=Y", "B-date"): 30.0}
    size = pack(["O", "B-title", "I-title", "B-date"], {("B-title", "I-title"): 1.0}, weights, path)
    assert size["weights"] == 3
    model = tagger.Model(path)
    assert model.labels == ["O", "B-title", "I-title", "B-date"]
    (label, share), *_ = model.decode(keys("1999"))
    assert label == "B-date"
    assert share > 0.99
