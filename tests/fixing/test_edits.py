"""Edits made together, and where places of the text are afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.fixing.edits import Taken, edited, moved, ordered
from citecheck.model import Edit, Span


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(span=Span(start=start, end=end), text=text)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    """A text and disjoint edits in it."""
    text = draw(st.text(max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, tuple(edit(a, b, draw(st.text(max_size=5))) for a, b in pairs)


def test_edits_are_made_together() -> None:
    edits = [edit(4, 7, "dog"), edit(0, 3, "One"), edit(7, 7, "s")]
    assert edited("the cat runs", edits) == "One dogs runs"


@given(texts_with_edits())
def test_what_no_edit_touches_stays(given: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = given
    changed = edited(text, edits)
    edges = [0, *(point for e in ordered(edits) for point in (e.span.start, e.span.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start > 1:
            inner = Span(start=start + 1, end=end - 1)  # its edges touch no edit
            assert moved(inner, edits).of(changed) == inner.of(text)


@given(texts_with_edits(), st.integers(0, 60), st.integers(0, 60))
def test_moved_spans_stay_in_the_text(
    given: tuple[str, tuple[Edit, ...]], one: int, other: int
) -> None:
    text, edits = given
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    place = moved(Span(start=start, end=end), edits)
    assert 0 <= place.start <= place.end <= len(edited(text, edits))


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (edit(0, 3, "a"), edit(3, 6, "b"), False),
        (edit(0, 3, "a"), edit(2, 6, "b"), True),
        (edit(3, 3, "a"), edit(3, 3, "b"), True),
        (edit(3, 3, "a"), edit(0, 3, "b"), True),
        (edit(0, 3, "a"), edit(0, 3, "a"), False),
    ],
)
def test_collisions(one: Edit, other: Edit, answer: bool) -> None:
    taken = Taken()
    assert taken.add([one])
    assert taken.add([other]) is not answer


@given(st.lists(texts_with_edits().map(lambda given: given[1]), max_size=6))
def test_those_that_are_taken_touch_no_other(given: list[tuple[Edit, ...]]) -> None:
    taken, kept = Taken(), list[tuple[Edit, ...]]()
    for edits in given:
        collides = any(touches(one, other) for one in edits for each in kept for other in each)
        assert taken.add(edits) is not collides
        if not collides:
            kept.append(edits)


def touches(one: Edit, other: Edit) -> bool:
    """Whether two edits, if they differ, replace the same characters or insert at their edge."""
    if one == other:
        return False
    if len(one.span) and len(other.span):
        return one.span.start < other.span.end and other.span.start < one.span.end
    return one.span.start <= other.span.end and other.span.start <= one.span.end


@given(texts_with_edits(), st.integers(0, 60), st.integers(0, 60))
def test_places_move_as_edit_by_edit(
    given: tuple[str, tuple[Edit, ...]], one: int, other: int
) -> None:
    edits = ordered(given[1])
    place = span = Span(start=min(one, other), end=max(one, other))
    for edit_ in reversed(edits):  # from the end, so that those before it still count
        place = moved(place, [edit_])
    assert moved(span, edits) == place
