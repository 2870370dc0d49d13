"""citecheck: checks the citations of a draft against its literature list.

    >>> import citecheck
    >>> report = citecheck.check(Path("draft.txt"))
    >>> [finding.message for finding in report.findings]

Only what stands in ``__all__`` is public. Importing citecheck is cheap: the stages are loaded
when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citecheck.errors import CitecheckError, ConfigurationError, UnreadableInput

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable

    from citecheck.config import Settings
    from citecheck.model import Document, Reference, Report

__version__ = "0.1.0"
__all__ = [
    "CitecheckError",
    "ConfigurationError",
    "Report",
    "Settings",
    "UnreadableInput",
    "check",
    "parse_references",
]


def check(
    source: str | os.PathLike[str],
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    today: datetime.date | None = None,
    format: str = "text",  # noqa: A002
) -> Report:
    """Everything found out about one draft.

    *source* is a file if it is a path; a str is a file if it has no line break and either names
    an existing file or ends as a draft's name does (".txt", ".md" ...), so that a mistyped name
    is not checked as a text; any other str is the text itself, in *format* "text", "markdown",
    "latex" or "typst".
    *select* and *ignore* hold codes, names or code prefixes of rules ("NAM201",
    "misspelt-author", "NAM"), as a list or parted by commas. *today* is the day that rules take
    as the present, by default that of the clock.

    Raises UnreadableInput for a file that is no draft, ConfigurationError for an unknown rule.
    Never raises for anything a text may hold.
    """
    from datetime import date

    from citecheck.config import Settings
    from citecheck.pipeline import check_document
    from citecheck.rules import selected

    settings = Settings(
        select=_choices(select), ignore=_choices(ignore), today=today or date.today()
    )
    selected(settings)  # before the work, for its error
    return check_document(_document(source, format), settings)


def parse_references(
    source: str | os.PathLike[str],
    *,
    format: str = "text",  # noqa: A002
) -> tuple[Reference, ...]:
    """The entries of the literature list in *source*, as ``check`` takes it, in order.

    *source* may also be the file of a structured list (.bib, CSL .json or .yaml, .ris, .bbl).
    Raises UnreadableInput for a file that is neither.
    """
    from pathlib import Path

    from citecheck.bibliography import is_bibliography, read_bibliography
    from citecheck.pipeline import read_list

    is_name = not isinstance(source, str) or not set(source) & {"\n", "\r", "\0"}
    if is_name and len(str(source)) < 4_096 and is_bibliography(str(source)):
        return read_bibliography(Path(source)).references
    return read_list(_document(source, format))[2]


def _document(source: str | os.PathLike[str], kind: str) -> Document:
    from pathlib import Path

    from citecheck.readers import EXTENSIONS, read_path, read_text

    if not isinstance(source, str):
        return read_path(Path(source))
    if len(source) < 4_096 and not set(source) & {"\n", "\r", "\0"}:
        path = Path(source)
        if (path.suffix and path.suffix.lower() in EXTENSIONS) or _is_file(path):
            return read_path(path)
    return read_text(source, name=None, format=kind)


def _is_file(path: os.PathLike[str]) -> bool:
    from os.path import isfile

    return isfile(path)  # unlike Path.is_file, False also for a name that is too long


def _choices(rules: str | Iterable[str]) -> tuple[str, ...]:
    """Rules named in a list, or in text parted by commas."""
    given = (rules,) if isinstance(rules, str) else rules
    return tuple(choice for text in given for part in text.split(",") if (choice := part.strip()))


def __getattr__(name: str) -> Any:
    if name == "Report":
        from citecheck.model import Report

        return Report
    if name == "Settings":
        from citecheck.config import Settings

        return Settings
    raise AttributeError(f"module 'citecheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
