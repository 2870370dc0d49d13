"""``citecheck config``: what holds for a draft, and where that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from citecheck.cli import choices, options, terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citecheck.configuration import Holding


@click.command()
@click.argument("file", metavar="[FILE]", required=False, type=options.FILE)
@choices.selecting
def config(file: str | None, **given: Any) -> None:
    """Show the settings that hold, and where each is set.

    They are those for FILE, or for the working folder. Settings stand in citecheck.toml, or in
    pyproject.toml under [tool.citecheck]; the nearest one above a draft holds for it. Options win
    over them.
    """
    from pathlib import Path

    configurations = choices.configurations(given)
    path = Path(file) if file else None
    found = configurations.file_for(path)
    where = terminal.shown_path(found.path) if found else "none found"
    terminal.write([f"# configuration: {where}\n", *_lines(configurations.holding(path))])


def _lines(holding: Holding) -> Iterator[str]:
    """A line of TOML for each setting, its origin behind it."""
    from citecheck.config import written

    settings = holding.settings
    rows = [
        (f"{written(name)} = {_toml(getattr(settings, name))}", holding.origins.get(name, ()))
        for name in settings.model_fields
        if name != "per_file"
    ]
    wide = min(max(len(row[0]) for row in rows), 48)
    for line, origins in rows:
        shown = ", ".join(map(_shown, origins)) or "default"
        yield f"{line:{wide}}  # {shown}\n"


def _shown(origin: str) -> str:
    from pathlib import Path

    file, colon, line = origin.rpartition(":")
    return f"{terminal.shown_path(Path(file))}:{line}" if colon else origin


def _toml(value: Any) -> str:
    """*value* as TOML writes it; "(unset)" for None, which TOML cannot say."""
    import json

    if value is None:
        return "(unset)"
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {_toml(item)}"
                           for key, item in value.items())  # fmt: skip
        return f"{{ {inside} }}" if inside else "{}"
    return json.dumps(str(value), ensure_ascii=False)
