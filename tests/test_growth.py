"""The work grows with the text, not with its square: calls are counted, no clock is read."""

import sys
from collections.abc import Callable
from itertools import product
from types import FrameType

import pytest

from citecheck.config import Settings
from citecheck.model import Document
from citecheck.pipeline import check_document

FEW, MANY = 40, 160
SLACK = 1.35
NAMES = ["".join(parts) for parts in product(("Mar", "Oka", "Lin", "Tho", "Bre"), "aeiou", "nrtls")]
FAMILIES = [one + other for one, other in product(NAMES, ("berg", "son"))]
ENTRY = "{name}, J. ({year}) The {word} of the shore. Bristol: Harbour Press."


def works(count: int) -> list[tuple[str, int]]:
    """*count* different names, each with a year."""
    return [(FAMILIES[number], 1980 + number % 40) for number in range(count)]


def listed(count: int) -> str:
    """A list of *count* entries by the alphabet."""
    entries = [ENTRY.format(name=n, year=y, word=n.lower() + "ing") for n, y in works(count)]
    return "References\n" + "\n".join(sorted(entries)) + "\n"


def cited(count: int) -> str:
    """A draft that cites each of *count* works twice."""
    said = [f"It is so ({n}, {y}), as {n} ({y}) says." for n, y in works(count)]
    return "\n".join(said) + "\n\n" + listed(count)


def misspelt(count: int) -> str:
    """A draft in which every other citation is misspelt."""
    ends = ("", "n")
    said = [f"It is so ({n}{ends[i % 2]}, {y})." for i, (n, y) in enumerate(works(count))]
    return "\n".join(said) + "\n\n" + listed(count)


def one_author(count: int) -> str:
    """A draft whose works are all by one author, each of another year or letter."""
    years = [f"{1980 + number // 20}{chr(97 + number % 20)}" for number in range(count)]
    said = "\n".join(f"It is so (Marlow, {year})." for year in years)
    entries = [
        ENTRY.format(name="Marlow", year=y, word=n) for y, n in zip(years, FAMILIES, strict=False)
    ]
    return f"{said}\n\nReferences\n" + "\n".join(entries) + "\n"


def uncited(count: int) -> str:
    """A list without a text."""
    return listed(count)


def unlisted(count: int) -> str:
    """A text without a list."""
    return cited(count).partition("References")[0]


def grouped(count: int) -> str:
    """A draft that cites all its works in one parenthesis."""
    inside = "; ".join(f"{n}, {y}" for n, y in works(count))
    return f"It is so ({inside}).\n\n{listed(count)}"


def one_line(count: int) -> str:
    """A draft without line breaks."""
    return cited(count).replace("\n", " ")


def calls(text: str) -> int:
    """How many functions one check of *text* calls."""
    document = Document(text=text)
    return calls_of(lambda: check_document(document, Settings()))


def calls_of(work: Callable[[], object]) -> int:
    """How many functions, of Python and of C, *work* calls."""
    count = 0

    def on_event(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "draft", [cited, misspelt, one_author, uncited, unlisted, grouped, one_line]
)
def test_calls_grow_with_the_text(draft: Callable[[int], str]) -> None:
    calls(draft(3))  # imports and caches are no part of the growth
    few, many = calls(draft(FEW)), calls(draft(MANY))
    length = len(draft(MANY)) / len(draft(FEW))
    assert many <= few * length * SLACK
