"""Entries and citations printed in a style, as plain text."""

from collections.abc import Sequence

from citecheck.model import Reference
from citecheck.styles import cite, render
from citecheck.styles.markup import plain
from citecheck.styles.style import Style


def printed(references: Sequence[Reference], style: Style | None) -> list[str] | None:
    """*references*, in their order, in *style*, with numbers if it has them; None without one."""
    return None if style is None else [plain(entry) for entry in render(references, style)]


def named_and_dated(reference: Reference, locator: str, style: Style) -> str:
    """Name and year without parentheses: "Deen et al., 2021, p. 4"."""
    written = plain(cite(reference, style, locator=locator))
    return written.removeprefix("(").removesuffix(")")


def dated(reference: Reference, locator: str, style: Style) -> str:
    """The year without the name, as behind a name in the sentence: "2021, p. 4"."""
    written = plain(cite(reference, style, locator=locator, narrative=True))
    return written.rpartition("(")[2].removesuffix(")")
