"""Fenced code blocks of Markdown, each found in constant time once the fences are listed."""

import re
from dataclasses import dataclass, field

_OPENING = re.compile(r"[ \t>]*+(`{3,}+(?![^\n]*`)|~{3,}+)")
_CLOSING = re.compile(r"^[ \t>]*+(`{3,}+|~{3,}+)[ \t]*+(?=\r?$)", re.MULTILINE)


@dataclass
class _Closings:
    """Closing fences of one character: their places, lengths, and the longest still to come."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    longest_from: list[int] = field(default_factory=list)
    passed: int = 0


class Fences:
    """The fences of one text. Openings must be asked for in order."""

    def __init__(self, text: str) -> None:
        """List the fences of *text*."""
        self._text = text
        self._closings = {"`": _Closings(), "~": _Closings()}
        for fence in _CLOSING.finditer(text) if "```" in text or "~~~" in text else ():
            closings = self._closings[fence[1][0]]
            closings.starts.append(fence.start())
            closings.ends.append(fence.end())
            closings.lengths.append(len(fence[1]))
        for closings in self._closings.values():
            longest = 0
            for length in reversed(closings.lengths):
                longest = max(longest, length)
                closings.longest_from.append(longest)
            closings.longest_from.reverse()

    def close_of(self, start: int, line_end: int) -> int | None:
        """Where the block ends that a fence in the line at *start* opens; None without one."""
        opening = _OPENING.match(self._text, start, line_end)
        if not opening:
            return None
        closings, length = self._closings[opening[1][0]], len(opening[1])
        while closings.passed < len(closings.starts):
            candidate = closings.passed
            if closings.starts[candidate] >= line_end:
                if length > closings.longest_from[candidate]:
                    return None
                if length <= closings.lengths[candidate]:
                    return closings.ends[candidate]
            closings.passed += 1
        return None
