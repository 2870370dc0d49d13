"""Edits as a set of replacements in one text: made together, and what they do to its places."""

from collections.abc import Iterable, Sequence

from citecheck.model import Edit, Span


def ordered(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """*edits* in the order of the text, each once."""
    return tuple(sorted(dict.fromkeys(edits), key=lambda edit: (edit.span.start, edit.span.end)))


def collide(one: Iterable[Edit], other: Iterable[Edit]) -> bool:
    """Whether an edit of *one* and a different one of *other* touch the same characters.

    Two insertions at one place collide: which comes first would be chance.
    """
    theirs = tuple(other)
    return any(_touch(mine, edit) for mine in one for edit in theirs if mine != edit)


def _touch(one: Edit, other: Edit) -> bool:
    if not len(one.span) or not len(other.span):
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.overlaps(other.span)


def trimmed(edit: Edit, text: str) -> Edit:
    """*edit* without the whole words with which old and new begin and end alike."""
    old, new = edit.span.of(text), edit.text
    front = _common_words(old, new)
    back = _common_words(old[front:][::-1], new[front:][::-1])
    span = Span(start=edit.span.start + front, end=edit.span.end - back)
    return Edit(span=span, text=new[front : len(new) - back])


def _common_words(one: str, other: str) -> int:
    """The length of the common beginning of both that ends where a word ends in both."""
    count = 0
    for index in range(min(len(one), len(other)) + 1):
        if _is_edge(one, index) and _is_edge(other, index):
            count = index
        if index == min(len(one), len(other)) or one[index] != other[index]:
            break
    return count


def _is_edge(text: str, index: int) -> bool:
    return index in (0, len(text)) or not (text[index - 1].isalnum() and text[index].isalnum())


def edited(text: str, edits: Iterable[Edit]) -> str:
    """*text* with all *edits*, which are disjoint, made at once."""
    pieces, position = [], 0
    for edit in ordered(edits):
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    return "".join((*pieces, text[position:]))


def moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Where *span* stands once *edits*, ordered and disjoint, are made.

    A span that an edit touches grows or shrinks with it, and then covers the whole of its text.
    """
    start = end = 0
    for edit in edits:
        growth = len(edit.text) - len(edit.span)
        if edit.span.end <= span.start and (len(edit.span) or edit.span.end < span.start):
            start += growth
            end += growth
        elif edit.span.start <= span.end:
            start += min(0, edit.span.start - span.start)
            end += growth + max(0, edit.span.end - span.end)
    return Span(start=span.start + start, end=max(span.start + start, span.end + end))
