"""A list's lines as entries: which lines begin one, and which go on."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from citecheck.language.folding import words
from citecheck.parsing.arrangement import (
    Arrangement,
    ListLine,
    Style,
    could_go_on,
    find_arrangement,
)
from citecheck.parsing.markers import follows
from citecheck.parsing.shape import Start, starts_with_dash

# A single line shorter than this does not begin an entry if anything speaks against it.
_SHORTEST = 30


def split_entries(lines: Sequence[ListLine]) -> list[list[ListLine]]:
    """*lines* of one list, without headings and page debris, grouped into pieces in order.

    Every line is in exactly one piece; a piece is usually an entry. Takes time linear in the
    number of lines.
    """
    if not lines:
        return []
    arrangement = find_arrangement(lines)
    begins = _resolve(lines, _judge(lines, arrangement))
    pieces: list[list[ListLine]] = []
    for item, begin in zip(lines, begins, strict=True):
        if begin:
            pieces.append([])
        pieces[-1].append(item)
    return pieces


def _judge(lines: Sequence[ListLine], arrangement: Arrangement) -> list[bool | None]:
    """For each line: whether an entry begins there, None if that is open."""
    verdicts: list[bool | None] = [True]
    number = lines[0].marker.number if lines[0].marker else 0
    twice = _repeated_ahead(lines, arrangement.kind)
    for index, (before, item) in enumerate(pairwise(lines), 1):
        verdict: bool | None
        if item.leads or _is_credit_behind(before, item, arrangement):
            verdict = True
        elif arrangement.style is not Style.MARKED:
            verdict = _judge_unmarked(before, item, arrangement)
        elif index in twice and item.start is not Start.YES:
            verdict = False
        else:
            verdict = _judge_marked(before, item, arrangement, number)
        if verdict and item.marker and item.marker.kind == arrangement.kind:
            number = item.marker.number
        verdicts.append(verdict)
    return verdicts


def _is_credit_behind(before: ListLine, item: ListLine, arrangement: Arrangement) -> bool:
    """Whether *item* is a caption or credit, and no broken line of an entry."""
    if not item.credit or before.unfinished:
        return False
    return not arrangement.width or not could_go_on(before.line, item.line, arrangement)


def _repeated_ahead(lines: Sequence[ListLine], kind: str) -> set[int]:
    """Lines whose number the next line with a marker of *kind* bears again."""
    marked = [(n, item.marker) for n, item in enumerate(lines) if item.marker]
    of_kind = [(n, marker.number) for n, marker in marked if marker.kind == kind]
    return {n for (n, number), (_, later) in pairwise(of_kind) if number == later > 0}


def _judge_marked(
    before: ListLine, item: ListLine, arrangement: Arrangement, number: int
) -> bool | None:
    marker = item.marker
    apart = item.line.gap > 0 and not item.after_break
    if marker and marker.kind == arrangement.kind:
        if follows(marker, number):
            return True
        full = arrangement.width > 0 and could_go_on(before.line, item.line, arrangement)
        return item.start is Start.YES and not before.unfinished and (apart or not full)
    return None if apart and item.start is Start.YES else False


def _judge_unmarked(before: ListLine, item: ListLine, arrangement: Arrangement) -> bool | None:
    if starts_with_dash(item.line.text):
        return True
    if arrangement.style in (Style.HANGING, Style.INDENTED):
        shallow = item.line.indent <= arrangement.edge
        if shallow != (arrangement.style is Style.HANGING):
            return None if item.line.gap and not item.after_break else False
        return not (item.is_lower and before.unfinished) or None
    if item.line.gap and not item.after_break:
        return _judge_after_gap(before, item)
    if arrangement.width:
        return _judge_wrapped(before, item, arrangement)
    return _judge_line(before, item, arrangement)


def _judge_after_gap(before: ListLine, item: ListLine) -> bool | None:
    if _is_address_of(before, item):
        return before.dated and " " in item.line.text
    if item.is_lower and not _is_address(item):
        return False if before.unfinished else None
    if before.unfinished and item.start is not Start.YES:
        return None
    return True


def _judge_wrapped(before: ListLine, item: ListLine, arrangement: Arrangement) -> bool | None:
    if before.unfinished or _is_address_of(before, item):
        return False
    if could_go_on(before.line, item.line, arrangement) or item.after_break:
        if arrangement.style is Style.BLOCKS and not item.after_break:
            return False
        return None if item.start is not Start.NO else False
    if arrangement.style is Style.BLOCKS:
        return None if item.start is Start.YES else False
    if arrangement.exact:
        return True if item.start is not Start.NO else None
    if item.start is Start.MAYBE:
        return None
    return item.start is Start.YES


def _judge_line(before: ListLine, item: ListLine, arrangement: Arrangement) -> bool | None:
    """A line of a list that is not wrapped: an entry of its own unless it shows otherwise."""
    if item.is_lower or _is_address_of(before, item):
        return item.dated and before.dated and not before.unfinished and item.is_lower
    if item.start is Start.NO and not item.dated:
        return False
    if arrangement.style is Style.BLOCKS:
        return None if item.start is Start.YES else False
    if before.unfinished and not (item.start is Start.YES and item.dated):
        return None if item.dated else False
    return None if before.line.text.endswith((",", "&", " and", ";")) else True


def _is_address_of(before: ListLine, item: ListLine) -> bool:
    """Whether *item* is a bare address, which belongs to the line before unless that has one."""
    return _is_address(item) and "http" not in before.line.text


def _is_address(item: ListLine) -> bool:
    return item.line.text[:12].lstrip("<(").lower().startswith(("http", "www.", "doi"))


def _resolve(lines: Sequence[ListLine], verdicts: Sequence[bool | None]) -> list[bool]:
    """Decide the open lines: both the piece before and the piece from there must be dated, and
    its first word must not break the alphabetical order of a list that has one.
    """
    dated = list(accumulate((item.dated for item in lines), initial=0))
    next_start = _next_starts(verdicts)
    keys = _sort_keys(lines, verdicts)
    begins: list[bool] = []
    current = 0
    for index, verdict in enumerate(verdicts):
        begin = verdict
        if begin is None:
            following = next_start[index]
            begin = dated[index] > dated[current] and dated[following] > dated[index]
            if following - index == 1 and len(lines[index].line.text) < _SHORTEST:
                begin = False
            if begin and keys:
                begin = keys[current] <= keys[index] <= keys[following]
            if begin and lines[index].start is not Start.YES:
                begin = bool(keys) and index - current > 1
        if begin:
            current = index
        begins.append(bool(begin))
    return begins


def _next_starts(verdicts: Sequence[bool | None]) -> list[int]:
    """For each line the next certain start behind it, or the number of lines."""
    following = len(verdicts)
    starts = [following] * following
    for index in range(len(verdicts) - 1, -1, -1):
        starts[index] = following
        if verdicts[index]:
            following = index
    return starts


def _sort_keys(lines: Sequence[ListLine], verdicts: Sequence[bool | None]) -> list[str]:
    """The words by which lines sort and a last one behind all; empty if the list is unsorted."""
    keys = _inherit([_sort_key(item) for item in lines])
    certain = [key for key, verdict in zip(keys, verdicts, strict=True) if verdict]
    ordered = sum(first <= second for first, second in pairwise(certain))
    if len(certain) < 5 or ordered < 0.9 * (len(certain) - 1):
        return []
    return [*keys, "\U0010ffff"]


def _inherit(keys: list[str]) -> list[str]:
    """*keys* with each empty one, where a dash stands for the author, as the one before it."""
    for index in range(1, len(keys)):
        keys[index] = keys[index] or keys[index - 1]
    return keys


def _sort_key(item: ListLine) -> str:
    return "" if starts_with_dash(item.line.text) else next(iter(words(item.line.text[:40])), "")
