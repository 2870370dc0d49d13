"""The package's source code as the architecture test looks at it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "citecheck"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the package, parsed."""

    path: Path
    lines: int
    tree: ast.Module

    @property
    def name(self) -> str:
        """Path inside the package, for messages."""
        return self.path.relative_to(PACKAGE).as_posix()

    @property
    def part(self) -> str:
        """The folder, or the module itself at the top."""
        return self.path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    @property
    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    @property
    def imports(self) -> Iterator[str]:
        """Dotted names of everything imported, wherever the import stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}: imports are absolute, to be read anywhere"
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    @property
    def calls(self) -> Iterator[tuple[str, int]]:
        """Name of everything called ("print", "sys.exit") and its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node.lineno


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    paths = sorted(PACKAGE.rglob("*.py"))
    sources = [path.read_text(encoding="utf-8") for path in paths]
    return tuple(
        Module(path, source.count("\n"), ast.parse(source))
        for path, source in zip(paths, sources, strict=True)
    )


def body_lines(function: Function) -> int:
    """Lines of code of *function* below its signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return function.body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]


def is_rule(function: Function) -> bool:
    """Whether *function* is decorated as a rule."""
    return any(ast.unparse(d).startswith("rule(") for d in function.decorator_list)


def public_definitions(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Public functions, classes and methods, nested functions left out."""
    for node in tree.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from public_definitions(node)


def parameters(function: Function) -> list[str]:
    """Names of the parameters of *function* that a caller gives."""
    given = function.args
    names = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return [name for name in names if name not in ("self", "cls")]
