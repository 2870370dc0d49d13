"""Labelled strings made from the templates in ``references/templates``."""

import random
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from citecheck.parsing.train.harmonise import Labelled
from citecheck.parsing.train.values import Values

_FIELD = re.compile(r"<([a-z]+)(?::([a-z-]+))?>")
_OPTION = re.compile(r"\{([^{}]*)\}")
_LABELS = {"number": "citation-number", "accessed": "note"}
_SHARES = {"articles": 3, "books": 5, "web": 7, "scripts": 4, "bibtex": 12, "social": 12}
# What a typist may write in place of a mark.
_SLIPS = (
    (", ", ","), (". ", "."), (" (", "("), ("“", '"'), ("”", '"'), (": ", " : "), ("–", "-"),
    (", ", " "), (". ", ", "), (".", " ."), (",", " ,"),
)  # fmt: skip


def make(count: int, templates: Path, strings: Iterable[Labelled], seed: int = 7) -> list[Labelled]:
    """*count* strings from the TOML files of *templates*, with values of *strings* reused."""
    rng = random.Random(seed)
    values = Values(rng, templates, strings)
    sets = {
        name: tomllib.loads((templates / f"{name}.toml").read_text("utf-8")) for name in _SHARES
    }
    kinds = [name for name, share in _SHARES.items() for _ in range(share)]
    made = []
    for _ in range(count):
        kind = rng.choice(kinds)
        values.script = ""
        chosen = sets[kind]
        if kind == "scripts":
            values.script = rng.choice([*chosen, "cyrillic", "cyrillic"])
            chosen = chosen[values.script]
        string = _render(rng.choice(chosen["templates"]), values)
        made.append(_slip(string, rng) if rng.random() < 0.25 else string)
    return made


def _render(template: str, values: Values) -> Labelled:
    rng = values.rng
    while option := _OPTION.search(template):
        kept = option[1] if rng.random() < 0.6 else ""
        template = template[: option.start()] + kept + template[option.end() :]
    text, place = "", 0
    spans = []
    for match in _FIELD.finditer(template):
        text += template[place : match.start()]
        place = match.end()
        field, variant = match[1], match[2] or ""
        value = values.draw(field, variant)
        if field != "repeated" and (field, variant) != ("accessed", "from"):
            spans.append((len(text), len(text) + len(value), _LABELS.get(field, field)))
        text += value
        if value.endswith(".") and template[place : place + 1] == ".":
            place += 1
    return Labelled(text + template[place:], tuple(spans))


def _slip(string: Labelled, rng: random.Random) -> Labelled:
    """The string with one kind of mark mistyped in some of its places."""
    mark, wrong = rng.choice(_SLIPS)
    share = rng.choice([0.15, 0.5, 1])
    whole = [(a, b) for a, b, label in string.spans if label in ("url", "doi")]
    text, moved, place = "", {}, 0
    while place < len(string.text):
        fits = string.text.startswith(mark, place) and rng.random() < share
        kept = any(a < place < b for a, b in whole)
        width = len(mark) if fits and not kept else 1
        moved.update(dict.fromkeys(range(place, place + width), len(text)))
        text += wrong if fits and not kept else string.text[place]
        place += width
    moved[len(string.text)] = len(text)
    return Labelled(text, tuple((moved[a], moved[b], label) for a, b, label in string.spans))
