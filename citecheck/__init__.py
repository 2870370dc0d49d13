"""citecheck: checks the citations of a draft against its literature list.

    >>> import citecheck
    >>> report = citecheck.check(Path("draft.txt"))
    >>> [finding.message for finding in report.findings]

Only what stands in ``__all__`` is public. Importing citecheck is cheap: the stages are loaded
when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from citecheck.errors import (
    CitecheckError,
    ConfigurationError,
    UnreadableInput,
    UnwritableOutput,
)

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable

    from citecheck.config import Settings
    from citecheck.fixing import FileDraft, Fixed
    from citecheck.model import Document, Reference, Report
    from citecheck.sources.http import Access

__version__ = "0.1.0"
__all__ = [
    "CitecheckError",
    "ConfigurationError",
    "Report",
    "Settings",
    "UnreadableInput",
    "UnwritableOutput",
    "check",
    "export_references",
    "fix",
    "parse_reference",
    "parse_references",
    "settings_for",
    "verify",
]


class Choices(TypedDict, total=False):
    """What ``check`` takes beside its source: rules by codes, names or code prefixes ("NAM201",
    "misspelt-author", "NAM"), as a list or parted by commas, and the day taken as the present.
    """

    select: str | Iterable[str]
    ignore: str | Iterable[str]
    today: datetime.date | None


def check(
    source: str | os.PathLike[str],
    *,
    settings: Settings | None = None,
    format: str = "text",  # noqa: A002
    **chosen: Unpack[Choices],
) -> Report:
    """Everything found out about one draft.

    *source* is a file if it is a path; a str is a file if it has no line break and either names
    an existing file or ends as a draft's name does (".txt", ".md" ...), so that a mistyped name
    is not checked as a text; any other str is the text itself, in *format* "text", "markdown",
    "latex" or "typst".
    *select*, *ignore* and *today* are as ``Choices`` says; without a day that of the clock holds.
    They win over *settings*, which are the defaults unless given: no configuration file is read
    here, but ``settings_for`` reads those of a draft.

    Raises UnreadableInput for a file that is no draft, ConfigurationError for an unknown rule.
    Never raises for anything a text may hold. Prints nothing, and may be called from threads.
    """
    from citecheck.pipeline import check_document
    from citecheck.rules import selected

    settings = _settings(settings, chosen)
    selected(settings)  # before the work, for its error
    return check_document(_document(source, format), settings)


def verify(
    source: str | os.PathLike[str],
    *,
    access: Access | None = None,
    settings: Settings | None = None,
    format: str = "text",  # noqa: A002
    **chosen: Unpack[Choices],
) -> Report:
    """Everything that ``check`` finds, and what links, their pages and registries say of the list.

    This asks the network, and may take minutes: only URLs, identifiers and bibliographic strings
    leave the machine. *access* says with which address, cache and limits. What could not be asked
    stands in ``Report.coverage.not_checked``, and is no finding. The rest is as in ``check``.
    """
    from citecheck.pipeline import check_document, read_list
    from citecheck.rules import selected
    from citecheck.sources.http import Access, connect
    from citecheck.sources.verifying import verify as asked

    settings = _settings(settings, chosen)
    selected(settings)
    document = _document(source, format)
    entries = read_list(document)[2]
    wanted = access or Access(contact=settings.mailto or "", allow_hosts=settings.allow_hosts)
    with connect(wanted) as client:
        verification = asked(entries, client, mailto=settings.mailto or "")
    return check_document(document, settings, verification)


def fix(
    source: str | os.PathLike[str],
    *,
    accept: str | Iterable[str] = (),
    settings: Settings | None = None,
    format: str = "text",  # noqa: A002
    **chosen: Unpack[Choices],
) -> Fixed[FileDraft]:
    """The draft with the fixes made that are safe, and the unsafe ones of the rules in *accept*.

    ``draft.data`` of the result are the bytes of the fixed file (a str as *source* gives UTF-8),
    ``draft.document.text`` its text, ``applied`` the findings that were mended, ``report`` what is
    left. No file is written. The rest is as in ``check``.

    Raises UnwritableOutput for a format that cannot be written back, such as PDF.
    """
    from citecheck.fixing import FileDraft, fixed_draft
    from citecheck.model import Finding, Safety
    from citecheck.pipeline import checking, without_collection
    from citecheck.rules import matching

    settings = _settings(settings, chosen)
    accepted = {rule.code for rule in matching(_choices(accept))}

    def wanted(finding: Finding, _document: Document) -> bool:
        is_safe = finding.fix is not None and finding.fix.safety == Safety.SAFE
        return is_safe or finding.code in accepted

    data, name, kind = _file(source, format)
    with without_collection():
        draft = FileDraft.read(data, name, kind)
        return fixed_draft(draft, checking(settings), wanted)


def _file(source: str | os.PathLike[str], kind: str) -> tuple[bytes, str | None, str]:
    """Bytes, name and format of a draft; those of a text are its UTF-8."""
    from pathlib import Path

    from citecheck.readers import read_bytes

    if _is_named(source):
        return read_bytes(Path(source))
    return str(source).encode("utf-8", "replace"), None, kind


def export_references(
    references: Iterable[Reference],
    format: str,  # noqa: A002
    *,
    style: str = "apa",
) -> str | bytes:
    """*references* as data ("bibtex", "csl-json", "ris" ...) or printed in *style* ("text", "html",
    "docx" ...): bytes for docx, else text. The names are those of ``citecheck references``.

    Raises ConfigurationError for an unknown format or style.
    """
    from citecheck import export, styles
    from citecheck.export.reference_list import ReferenceList

    if format not in export.FORMATS:
        raise ConfigurationError(
            f"unknown format {format!r}: there are {', '.join(export.FORMATS)}"
        )
    listed = tuple(references)
    return export.write(ReferenceList(listed, styles.find(style, listed)), format)


def settings_for(source: str | os.PathLike[str]) -> Settings:
    """What the configuration that is nearest to the draft at *source* chooses for it.

    That is a ``citecheck.toml``, or a ``pyproject.toml`` with a table ``[tool.citecheck]``, in the
    draft's folder or above it up to the root of the repository; else the defaults.
    Raises ConfigurationError, with file, line and key, for what it does not understand.
    """
    from pathlib import Path

    from citecheck.configuration import Configurations

    return Configurations().holding(Path(source)).settings


def _settings(given: Settings | None, chosen: Choices) -> Settings:
    from datetime import date

    from citecheck.config import Settings

    settings = Settings()
    if given is not None:
        from citecheck.configuration.given import valid

        settings = valid(given)
    update: dict[str, object] = {
        "today": chosen.get("today") or settings.today or date.today(),
    }
    if "select" in chosen:
        update["select"] = _choices(chosen["select"])
    if "ignore" in chosen:
        update["ignore"] = _choices(chosen["ignore"])
    return settings.model_copy(update=update)


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
    from citecheck.pipeline import read_list, without_collection

    is_name = not isinstance(source, str) or not set(source) & {"\n", "\r", "\0"}
    if is_name and len(str(source)) < 4_096 and is_bibliography(str(source)):
        return read_bibliography(Path(source)).references
    with without_collection():
        return read_list(_document(source, format))[2]


def parse_reference(string: str) -> Reference:
    """The one entry that *string* is: its number or bullet, names, title, and all the rest.

    What is uncertain is left empty, and what was not understood stays in ``leftovers``; places
    count from the start of *string*. Never raises. Lists are read by ``parse_references``.
    """
    from citecheck.parsing.reading import parse_reference as parse

    return parse(string)


def _document(source: str | os.PathLike[str], kind: str) -> Document:
    from pathlib import Path

    from citecheck.readers import read_path, read_text

    if _is_named(source):
        return read_path(Path(source))
    return read_text(str(source), name=None, format=kind)


def _is_named(source: str | os.PathLike[str]) -> bool:
    """Whether *source* is, or names, a file, and is not the text itself."""
    from pathlib import Path

    from citecheck.readers import EXTENSIONS

    if not isinstance(source, str):
        return True
    if len(source) >= 4_096 or set(source) & {"\n", "\r", "\0"}:
        return False
    path = Path(source)
    return bool(path.suffix and path.suffix.lower() in EXTENSIONS) or _is_file(path)


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
