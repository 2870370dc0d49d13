"""A regular expression engine that counts its steps, to tell linear from quadratic searches.

It walks the parse tree of ``re`` as a backtracking matcher does and counts one step for every
item tried at every place. Bounds of repetitions are cut down (``CUT``), so that a short text shows
what a long one costs: ``\\w{1,200}`` grows like ``\\w{1,8}``, while ``\\w+`` keeps growing.
"""

import importlib
import re
from collections.abc import Callable, Iterator
from typing import Any

codes: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

CUT = 8
Groups = dict[int, tuple[int, int]]
States = Iterator[tuple[int, Groups]]
Node = tuple[Any, Any]

CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_DIGIT: str.isdecimal,
    codes.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    codes.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    codes.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


class TooManyStepsError(Exception):
    """The search took more steps than it was allowed."""


class Counting:
    """One pattern over one text."""

    def __init__(self, pattern: re.Pattern[str], text: str, budget: int) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self.flags = self.tree.state.flags
        self.text = text
        self.budget = budget
        self.steps = 0

    def search_all(self) -> int:
        """Steps of ``finditer`` over the text. Raises TooManyStepsError above the budget."""
        place = 0
        while place <= len(self.text):
            found = next(self.sequence(list(self.tree), place, {}), None)
            place = found[0] if found and found[0] > place else place + 1
        return self.steps

    def match_at_start(self) -> int:
        """Steps of ``match`` at the beginning of the text."""
        next(self.sequence(list(self.tree), 0, {}), None)
        return self.steps

    def sequence(self, nodes: list[Node], place: int, groups: Groups) -> States:
        """Every way in which *nodes* match one after the other from *place*."""
        if not nodes:
            yield place, groups
            return
        for end, inner in self.node(nodes[0], place, groups):
            yield from self.sequence(nodes[1:], end, inner)

    def node(self, node: Node, place: int, groups: Groups) -> States:
        """Every way in which one node matches from *place*."""
        self.steps += 1
        if self.steps > self.budget:
            raise TooManyStepsError
        code, argument = node
        if code in SINGLE:
            if place < len(self.text) and self.one(code, argument, self.text[place]):
                yield place + 1, groups
        else:
            yield from HANDLERS[code](self, argument, place, groups)

    def one(self, code: Any, argument: Any, char: str) -> bool:
        """Whether a node that takes one character takes *char*."""
        if code is codes.ANY:
            return char != "\n" or bool(self.flags & re.DOTALL)
        same = {char, char.lower(), char.upper()} if self.flags & re.IGNORECASE else {char}
        if code is codes.LITERAL:
            return chr(argument) in same
        if code is codes.NOT_LITERAL:
            return chr(argument) not in same
        negated = argument[0][0] is codes.NEGATE
        return negated != any(in_set(item, one) for item in argument[negated:] for one in same)

    def branch(self, argument: Any, place: int, groups: Groups) -> States:
        """Alternatives, each with what it leads to."""
        for alternative in argument[1]:
            yield from self.sequence(list(alternative), place, groups)

    def group(self, argument: Any, place: int, groups: Groups) -> States:
        """A group, remembered if it has a number."""
        number, _, _, inside = argument
        for end, inner in self.sequence(list(inside), place, groups):
            yield end, inner if number is None else {**inner, number: (place, end)}

    def greedy(self, argument: Any, place: int, groups: Groups) -> States:
        """A repetition, as many as there are first."""
        least, most, inside = argument
        yield from self.repeat(list(inside), (least, cut(least, most)), place, groups)

    def lazy(self, argument: Any, place: int, groups: Groups) -> States:
        """A repetition, as few as will do first; the steps of all are counted alike."""
        least, most, inside = argument
        ways = list(self.repeat(list(inside), (least, cut(least, most)), place, groups))
        yield from reversed(ways)

    def possessive(self, argument: Any, place: int, groups: Groups) -> States:
        """A repetition that gives nothing back."""
        yield from list(first(self.greedy(argument, place, groups)))

    def atomic(self, argument: Any, place: int, groups: Groups) -> States:
        """A group that gives nothing back."""
        yield from list(first(self.sequence(list(argument), place, groups)))

    def repeat(
        self, inside: list[Node], bounds: tuple[int, int], place: int, groups: Groups
    ) -> States:
        """*inside* between ``bounds`` times."""
        least, most = bounds
        if len(inside) == 1 and inside[0][0] in SINGLE:
            yield from self.run(inside[0], bounds, place, groups)
            return
        if most > 0:
            for end, inner in self.sequence(inside, place, groups):
                if end > place:
                    yield from self.repeat(inside, (max(0, least - 1), most - 1), end, inner)
        if least == 0 or (most > 0 and self.width(inside)[0] == 0):
            yield place, groups

    def width(self, inside: list[Node]) -> tuple[int, int]:
        """How few and how many characters a sequence can take."""
        least, most = parser.SubPattern(self.tree.state, inside).getwidth()
        return least, most

    def run(self, node: Node, bounds: tuple[int, int], place: int, groups: Groups) -> States:
        """A repeated single character, without recursion."""
        least, most = bounds
        end = place
        while end - place < most and next(self.node(node, end, groups), None):
            end += 1
        for stop in range(end, place + least - 1, -1):
            self.steps += 1
            yield stop, groups

    def at(self, argument: Any, place: int, groups: Groups) -> States:
        """A place without length: line, text and word boundaries."""
        word = [self.is_word(place - 1), self.is_word(place)]
        before = self.text[place - 1 : place]
        multiline = bool(self.flags & re.MULTILINE)
        holds = {
            codes.AT_BEGINNING: place == 0 or (multiline and before == "\n"),
            codes.AT_BEGINNING_STRING: place == 0,
            codes.AT_END: self.text[place:] in ("", "\n")
            or (multiline and self.text[place] == "\n"),
            codes.AT_END_STRING: place == len(self.text),
            codes.AT_BOUNDARY: word[0] != word[1],
            codes.AT_NON_BOUNDARY: word[0] == word[1],
        }
        if holds[argument]:
            yield place, groups

    def is_word(self, place: int) -> bool:
        """Whether a letter, digit or underscore stands at *place*."""
        char = self.text[place] if 0 <= place < len(self.text) else " "
        return char.isalnum() or char == "_"

    def look(self, argument: Any, place: int, groups: Groups) -> States:
        """A look ahead or behind that must succeed."""
        if self.seen(argument, place, groups):
            yield place, groups

    def look_not(self, argument: Any, place: int, groups: Groups) -> States:
        """A look ahead or behind that must fail."""
        if not self.seen(argument, place, groups):
            yield place, groups

    def seen(self, argument: Any, place: int, groups: Groups) -> bool:
        """Whether the inside of a look matches."""
        direction, inside = argument
        begin = place - self.width(list(inside))[0] if direction < 0 else place
        ends = self.sequence(list(inside), begin, groups) if begin >= 0 else iter(())
        return any(direction > 0 or end == place for end, _ in ends)

    def same_again(self, argument: Any, place: int, groups: Groups) -> States:
        """What a group matched, once more."""
        if argument in groups:
            begin, end = groups[argument]
            if self.text.startswith(self.text[begin:end], place):
                yield place + end - begin, groups


SINGLE = {codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN}
HANDLERS: dict[Any, Callable[[Counting, Any, int, Groups], States]] = {
    codes.BRANCH: Counting.branch,
    codes.SUBPATTERN: Counting.group,
    codes.MAX_REPEAT: Counting.greedy,
    codes.MIN_REPEAT: Counting.lazy,
    codes.POSSESSIVE_REPEAT: Counting.possessive,
    codes.ATOMIC_GROUP: Counting.atomic,
    codes.AT: Counting.at,
    codes.ASSERT: Counting.look,
    codes.ASSERT_NOT: Counting.look_not,
    codes.GROUPREF: Counting.same_again,
}


def in_set(item: Node, char: str) -> bool:
    """Whether an item of a character set holds *char*."""
    code, argument = item
    if code is codes.LITERAL:
        return bool(argument == ord(char))
    if code is codes.RANGE:
        return bool(argument[0] <= ord(char) <= argument[1])
    return CATEGORIES[argument](char)


def cut(least: int, most: int) -> int:
    """The upper bound of a repetition, small unless there is none."""
    return 2**31 if most == codes.MAXREPEAT else max(least, min(most, CUT))


def first(states: States) -> States:
    """The first way alone."""
    for state in states:
        yield state
        return


def samples(pattern: re.Pattern[str]) -> set[str]:
    """Characters of every kind that *pattern* tells apart, one of each, as found in its tree."""
    candidates = "aA1 \n.,;:()[]“”\"'’-–/&é王_@?=#*`"
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found: set[str] = set()
    for code, argument in walk(tree):
        if code is codes.LITERAL:
            found.add(chr(argument))
        elif code is codes.IN:
            counting = Counting(pattern, "", 1)
            found.update([c for c in candidates if counting.one(code, argument, c)][:2])
        elif code is codes.ANY:
            found.add("x")
    return found


def walk(tree: Any) -> Iterator[Node]:
    """Every node of a parse tree."""
    for item in tree:
        if isinstance(item, tuple) and len(item) == 2:
            yield item
            yield from walk_argument(item[1])


def walk_argument(argument: Any) -> Iterator[Node]:
    """The nodes inside the argument of a node."""
    if isinstance(argument, parser.SubPattern):
        yield from walk(argument)
    elif isinstance(argument, tuple | list):
        for part in argument:
            yield from walk_argument(part)
