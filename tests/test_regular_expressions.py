"""No regular expression of the package goes quadratic: their steps are counted, not timed."""

import ast
import builtins
import importlib
import re
from collections.abc import Iterator
from itertools import product

import pytest

from tests.backtracking import Counting, TooManyStepsError, samples
from tests.source import PACKAGE, Module, modules

SHORT, LONG = 24, 96
SLACK = 1.5  # a linear search grows by LONG / SHORT; what it begins with does not grow
BUDGET = 200_000
ANCHORED = {"match", "fullmatch"}
FUNCTIONS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub"}


def found() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Place, pattern, and whether it is only ever tried at one place of the text."""
    for module in modules():
        for node in ast.walk(module.tree):
            if is_expression(node):
                assert isinstance(node, ast.Call)
                pattern = evaluated(module, node)
                yield f"{module.name}:{node.lineno}", pattern, is_anchored(module, node)


def is_expression(node: ast.AST) -> bool:
    """Whether *node* is a call of ``re`` with a pattern."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) == "re"
        and node.func.attr in FUNCTIONS
    )


def evaluated(module: Module, node: ast.Call) -> re.Pattern[str]:
    """The pattern that *node* gives to ``re``; names inside it are those of its module."""
    dotted = ".".join(module.path.relative_to(PACKAGE.parent).with_suffix("").parts)
    names = {**stand_ins(node), **vars(builtins), **vars(importlib.import_module(dotted))}
    flags = [k for k in node.keywords if k.arg == "flags"]
    given = ast.unparse(node.args[0])
    extra = node.args[1:2] if isinstance(node.func, ast.Attribute) and is_compile(node) else []
    if extra or flags:
        given += f", {ast.unparse((extra or [flags[0].value])[0])}"
    pattern = eval(f"re.compile({given})", {**names, "re": re})  # our own source, nothing else
    assert isinstance(pattern, re.Pattern)
    return pattern


def is_compile(node: ast.Call) -> bool:
    """Whether the call is ``re.compile``."""
    return isinstance(node.func, ast.Attribute) and node.func.attr == "compile"


def stand_ins(node: ast.Call) -> dict[str, str]:
    """A word for each name used in a pattern, for those that only exist when the code runs."""
    return {n.id: "word" for n in ast.walk(node.args[0]) if isinstance(n, ast.Name)}


def is_anchored(module: Module, node: ast.Call) -> bool:
    """Whether the pattern is only used with ``match`` and ``fullmatch``, in the whole package."""
    if not is_compile(node):
        return isinstance(node.func, ast.Attribute) and node.func.attr in ANCHORED
    name = next(
        (
            target.id
            for statement in module.tree.body
            if isinstance(statement, ast.Assign) and statement.value is node
            for target in statement.targets
            if isinstance(target, ast.Name)
        ),
        None,
    )
    return name is not None and uses(module, name) <= ANCHORED


def uses(module: Module, name: str) -> set[str]:
    """Which methods are called on *name*, "?" where it is passed on, in all modules that see it."""
    found = set()
    for other in [module] if name.startswith("_") else modules():
        called = [n for n in ast.walk(other.tree) if isinstance(n, ast.Attribute)]
        found |= {node.attr for node in called if is_load(node.value, name)}
        inside = [node.value for node in called]
        passed = (n for n in ast.walk(other.tree) if is_load(n, name) and n not in inside)
        found |= {"?" for _ in passed}
    return found


def is_load(node: ast.AST, name: str) -> bool:
    """Whether *node* is a use of *name*."""
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)


def texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Monotonous texts of the characters that the pattern tells apart, alone and in pairs."""
    chars = sorted(samples(pattern))
    for one, other in product(chars[:10], repeat=2):
        yield ((one + other) * length)[:length] + "\x01"  # which nothing asks for


def steps(pattern: re.Pattern[str], text: str, anchored: bool) -> int:
    """Steps of one search, or more than the budget."""
    counting = Counting(pattern, text, BUDGET)
    try:
        return counting.match_at_start() if anchored else counting.search_all()
    except TooManyStepsError:
        return BUDGET + 1


@pytest.mark.parametrize(
    ("pattern", "anchored"), [pytest.param(p, a, id=place) for place, p, a in found()]
)
def test_linear(pattern: re.Pattern[str], anchored: bool) -> None:
    for short, long in zip(texts(pattern, SHORT), texts(pattern, LONG), strict=True):
        few, many = steps(pattern, short, anchored), steps(pattern, long, anchored)
        assert many <= min(BUDGET, few * SLACK * LONG / SHORT), (
            f"because a text of 50 MB must not take days: {pattern.pattern!r} takes {few} steps "
            f"for {short!r} and {many} for the same, {LONG // SHORT} times as long"
        )


@pytest.mark.parametrize(
    "hopeless", [r"\w+@", r"\s+$", r"(\w+\s?)+:", r"a.*b", r"\w+\d*\w+x", r"(?:a|aa)+b"]
)
def test_the_counting_tells(hopeless: str) -> None:
    pattern = re.compile(hopeless)
    pairs = zip(texts(pattern, SHORT), texts(pattern, LONG), strict=True)
    assert any(
        steps(pattern, long, False)
        > min(BUDGET, steps(pattern, short, False) * SLACK * LONG / SHORT)
        for short, long in pairs
    )


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(\w{2,4})-\1\b", "so-so and no-go"),
        (r"(?i)vol\.? ?(\d+)", "see VOL. 12"),
        (r"(?<=\()[^()]{1,20}(?=\))", "a (b) c"),
        (r"(?m)^\s*#+ (?!x).+?$", "a\n## title\n"),
        (r"x*+x|(?>a|ab)c|[^\W\d_]+", "abc"),
    ],
)
def test_the_counting_matches_as_re_does(pattern: str, text: str) -> None:
    compiled = re.compile(pattern)
    counting = Counting(compiled, text, BUDGET)
    for place in range(len(text) + 1):
        end = next((end for end, _ in counting.sequence(list(counting.tree), place, {})), None)
        real = compiled.match(text, place)
        assert end == (real.end() if real else None)
