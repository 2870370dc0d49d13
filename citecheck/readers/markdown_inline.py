"""Inline Markdown that is no prose: code spans, tags, autolinks, targets of links."""

import re
from collections.abc import Iterator

_SPECIAL = re.compile(r"`+|[<\[\]]")
# Possessive throughout: from one start no character is read twice.
_TITLE = r"""(?:"[^"]*+"|'[^']*+'|\([^()]*+\))"""
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\n]*+>|[^\s()<]*+(?:\([^\s()]*+\)[^\s()]*+)*+)" + rf"(?:\s++{_TITLE})?+\s*+\)"
)
_DEFINITION = re.compile(
    r":[ \t]*+\n?[ \t]*+(?:<[^<>\n]*+>|[^\s<]\S*+)" + rf"(?:\s++{_TITLE})?+[ \t]*+\r?(?=\n|\Z)"
)
_TAG = re.compile(
    r"""<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+"""
    r"""|[^\s<>@]{1,64}@[^\s<>@]{1,255}"""
    r"""|/?[A-Za-z][A-Za-z0-9-]*+"""
    r"""(?:\s++[A-Za-z_:@][\w:.-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?)>"""
)


def inline_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the paragraph ``text[start:end]`` that are no prose, sorted and disjoint."""
    position = start
    brackets: list[int] = []
    closings = _closings(text, start, end)
    while special := _SPECIAL.search(text, position, end):
        position, mark = special.end(), special[0]
        found: re.Match[str] | tuple[int, int] | None = None
        if mark[0] == "`":
            found = _code(text, special, closings, start)
        elif _is_escaped(text, special.start(), start):
            continue
        elif mark == "[":
            brackets.append(special.start())
        elif mark == "<":
            found = _TAG.match(text, special.start(), end)
        elif brackets:
            found = _target(text, brackets.pop(), position, (start, end))
        if found:
            yield found if isinstance(found, tuple) else found.span()
            position = found[1] if isinstance(found, tuple) else found.end()


def _target(
    text: str, opened: int, position: int, paragraph: tuple[int, int]
) -> re.Match[str] | None:
    """What follows the bracket that was *opened* and closes before *position*."""
    start, end = paragraph
    if text.startswith(":", position):
        indent = text[max(start, opened - 4) : opened].rpartition("\n")[2]
        is_footnote = text.startswith("^", opened + 1)
        if len(indent) < 4 and not indent.strip(" ") and not is_footnote:
            return _DEFINITION.match(text, position, end)
    return _TARGET.match(text, position, end)


def _closings(text: str, start: int, end: int) -> dict[int, int]:
    """Of each run of backticks, by its offset, the end of the next run of the same length."""
    closings: dict[int, int] = {}
    last: dict[int, int] = {}
    for run in re.finditer("`+", text[start:end]):
        length = len(run[0])
        if length in last:
            closings[last[length]] = start + run.end()
        last[length] = start + run.start()
    return closings


def _code(
    text: str, run: re.Match[str], closings: dict[int, int], start: int
) -> tuple[int, int] | None:
    """The code span that *run* opens. A single backtick behind a letter is an apostrophe."""
    before = text[run.start() - 1 : run.start()] if run.start() > start else ""
    if _is_escaped(text, run.start(), start) or (len(run[0]) == 1 and before.isalnum()):
        return None
    close = closings.get(run.start())
    return (run.start(), close) if close else None


def _is_escaped(text: str, position: int, start: int) -> bool:
    """Whether an odd number of backslashes stands before *position*."""
    before = position
    while before > start and text[before - 1] == "\\":
        before -= 1
    return (position - before) % 2 == 1
