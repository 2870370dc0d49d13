"""Any style in CSL, printed by Pandoc, which comes with the extra ``csl`` or is installed already.

Pandoc reads the whole list at once; what it prints is asked for once for each list.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from shutil import which
from typing import Any

from citecheck.errors import ConfigurationError, UnreadableInput
from citecheck.model import Reference
from citecheck.styles import apa
from citecheck.styles.markup import italic
from citecheck.styles.style import Style

_SECONDS = 120
_LARGEST = 5_000_000
_ALL_ENTRIES = '---\nnocite: "@*"\n---\n'
_QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}


def read(path: str) -> Style:
    """The style in the file at *path*.

    Raises UnreadableInput if there is none, it is no CSL or names another style as its parent,
    ConfigurationError if Pandoc is missing.
    """
    _check(Path(path))
    pandoc = _pandoc()

    @lru_cache(maxsize=4)
    def printed(items: str) -> dict[str, str]:
        return _printed(pandoc, path, items)

    def whole(references: Sequence[Reference]) -> dict[str, str]:
        return printed(json.dumps([reference.to_csl() for reference in references]))

    return Style(
        name=path,
        title=Path(path).stem,
        entry=lambda reference: whole([reference]).get(reference.id, ""),
        cited=apa.cited,
        whole=whole,
    )


def _check(path: Path) -> None:
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableInput(f"{path}: too large for a style")
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if "purl.org/net/xbiblio/csl" not in text:
        raise UnreadableInput(f"{path}: no style in CSL")
    if "independent-parent" in text:
        raise UnreadableInput(f"{path}: only names another style; use that one's file")


def _pandoc() -> str:
    try:
        from pypandoc import get_pandoc_path  # type: ignore[import-not-found, unused-ignore]

        return str(get_pandoc_path())
    except (ImportError, OSError):
        found = which("pandoc")
    if not found:
        raise ConfigurationError(
            "a .csl style needs Pandoc, which is not installed: pip install 'essay-citecheck[csl]'"
        )
    return found


def _printed(pandoc: str, style: str, items: str) -> dict[str, str]:
    """For ids the entries as marked text, in the order of the style."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "items.json")
        listed.write_text(items, encoding="utf-8")
        command = [pandoc, "--citeproc", "--csl", style, "--bibliography", str(listed),
                   "--from", "markdown", "--to", "json"]  # fmt: skip
        try:
            done = subprocess.run(
                command, input=_ALL_ENTRIES.encode(), capture_output=True, timeout=_SECONDS,
                check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ConfigurationError(f"{style}: Pandoc: {error}") from error
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines()
        raise UnreadableInput(f"{style}: {why[0] if why else 'Pandoc cannot use it'}")
    return dict(_entries(json.loads(done.stdout)["blocks"]))


def _entries(blocks: list[Any]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if block["t"] != "Div":
            continue
        name = block["c"][0][0]
        if name.startswith("ref-"):
            yield name[4:], " ".join(_text(block["c"][1]).split())
        else:
            yield from _entries(block["c"][1])


def _text(element: Any) -> str:
    """An element of Pandoc's tree as marked text."""
    if isinstance(element, list):
        return "".join(map(_text, element))
    kind, content = element["t"], element.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Emph":
        return italic(_text(content))
    if kind == "Quoted":
        marks = _QUOTES[content[0]["t"]]
        return f"{marks[0]}{_text(content[1])}{marks[1]}"
    if kind in ("Span", "Link", "Div"):
        return _text(content[1]) + (" " if "csl-left-margin" in content[0][1] else "")
    return _text(content) if isinstance(content, list) else ""
