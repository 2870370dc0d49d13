"""Reference lists in the styles people are asked for. A style is a module and a line in ``STYLES``.

>>> [plain(entry) for entry in render(references, "apa")]
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what the command offers is known without loading the model
    from collections.abc import Sequence

    from citecheck.model import Reference
    from citecheck.styles.markup import Rich
    from citecheck.styles.style import Style

# Style -> its module, which has ``STYLE``.
STYLES: dict[str, str] = {
    "apa": "citecheck.styles.apa",
    "mla": "citecheck.styles.mla",
    "chicago-author-date": "citecheck.styles.chicago_author_date",
    "chicago-notes": "citecheck.styles.chicago_notes",
    "harvard": "citecheck.styles.harvard",
    "vancouver": "citecheck.styles.vancouver",
    "ieee": "citecheck.styles.ieee",
}
DEFAULT = "apa"
OWN = "own"


def load(name: str) -> Style:
    """The style *name*, a key of ``STYLES``."""
    style: Style = importlib.import_module(STYLES[name]).STYLE
    return style


def find(name: str, references: Sequence[Reference]) -> Style:
    """The style that *name* means: a key of ``STYLES``, a file in CSL, or "own", the form that
    most of *references* have.

    Raises ConfigurationError for an unknown name, UnreadableInput for a file that is no style.
    """
    if name in STYLES:
        return load(name)
    if name == OWN:
        from citecheck.styles.own import learned

        return learned(references)
    if name.lower().endswith(".csl"):
        from citecheck.styles.csl_file import read

        return read(name)
    from citecheck.errors import ConfigurationError

    known = ", ".join((*STYLES, OWN))
    raise ConfigurationError(f"unknown style {name!r}: there are {known}, and .csl files")


def render(references: Sequence[Reference], style: Style | str) -> list[Rich]:
    """One entry for each reference as typed runs, in the order given, numbered where the style
    numbers them. ``arranging.arranged`` puts them into the order of the style first.
    """
    from citecheck.styles.arranging import written
    from citecheck.styles.markup import runs

    chosen = load(style) if isinstance(style, str) else style
    return [runs(entry) for entry in written(references, chosen)]


def cite(
    reference: Reference,
    style: Style | str,
    *,
    locator: str = "",
    narrative: bool = False,
    number: int = 0,
) -> Rich:
    """One citation of *reference* in the text. *locator* as printed ("p. 4"); *number* is that of
    the entry, in styles that number them.
    """
    from citecheck.styles.markup import runs
    from citecheck.styles.style import Cited

    chosen = load(style) if isinstance(style, str) else style
    return runs(chosen.cited(reference, Cited(locator, narrative, number)))
