"""Reading of the case files ``CODE.toml``.

A file holds tables ``[[fail]]``, ``[[pass]]`` and ``[[fixed]]``, each with a ``name`` and a
``draft`` (body and list). A failing case says under ``expect`` which texts are underlined, in
order, each with ``text``, and where it matters ``severity``, ``suggestion`` and ``also`` (the
texts of the further places of the same cause). A fixed case says under ``fixed`` what the draft
becomes when every edit is made. What the network said stands under ``verification``: ``links`` by
URL, ``pages`` by URL, ``lookups``, each with the fields of ``citecheck.model.verification``.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
KINDS = ("fail", "pass", "fixed")


@dataclass(frozen=True, eq=False)
class Case:
    """One small draft and what the rule must make of it."""

    code: str
    kind: str
    name: str
    draft: str
    expect: tuple[dict[str, Any], ...] = ()
    fixed: str = ""
    verification: dict[str, Any] | None = None

    def __str__(self) -> str:
        """The name of the test."""
        return f"{self.code}-{self.kind}-{self.name}"


def files() -> dict[str, Path]:
    """The case files by rule code."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


@cache
def cases(code: str) -> list[Case]:
    """Every case of the rule *code*."""
    tables = tomllib.loads(files()[code].read_text(encoding="utf-8"))
    assert set(tables) <= set(KINDS), f"{code}.toml: tables are {KINDS}"
    return [
        Case(code, kind, **{**record, "expect": tuple(record.get("expect", ()))})
        for kind in KINDS
        for record in tables.get(kind, [])
    ]


def all_cases(*kinds: str) -> list[Case]:
    """The cases of these kinds in every file."""
    return [case for code in files() for case in cases(code) if case.kind in kinds]
