"""Which paths a report shows: those in the working folder, from there; of others the name alone.

A report travels, to a server or to a teacher, and the folders of a machine are nobody's business.
"""

import os.path
import re
from collections.abc import Mapping
from pathlib import PurePath

from citecheck.model import Finding, Reference, Report

_PATH_FIRST = re.compile(r"(?:[A-Za-z]:)?[^:]+")


def within_working_folder(report: Report) -> Report:
    """*report* with its paths, and those in its words, as they may be shown."""
    folder = _working_folder()
    given = [path for path in (report.document.path, *report.sources) if path]
    given += _named_first(report.coverage.not_checked)
    shown = _distinct({path: shown_path(path, folder) for path in dict.fromkeys(given)})
    if all(path == name for path, name in shown.items()):
        return report
    words = _Words(shown, folder)
    path = report.document.path
    return report.model_copy(
        update={
            "document": report.document.model_copy(update={"path": shown.get(path or "", path)}),
            "sources": {shown[path]: source for path, source in report.sources.items()},
            "references": tuple(_reference(entry, shown) for entry in report.references),
            "findings": tuple(words.in_finding(finding) for finding in report.findings),
            "coverage": report.coverage.model_copy(
                update={"not_checked": tuple(map(words.shown, report.coverage.not_checked))}
            ),
        }
    )


def _named_first(notes: tuple[str, ...]) -> list[str]:
    """The absolute paths with which notes begin: "/lists/refs.bib:12: ..."."""
    begins = (_PATH_FIRST.match(note) for note in notes)
    return [begin[0] for begin in begins if begin and os.path.isabs(begin[0])]


def shown_path(path: str, folder: str) -> str:
    """*path* from *folder* on, with "/" between, if it lies inside; its last part otherwise."""
    whole = os.path.normpath(os.path.join(folder, path))
    try:
        inside = bool(folder) and os.path.commonpath([folder, whole]) == folder
    except ValueError:  # another drive
        inside = False
    shown = PurePath(os.path.relpath(whole, folder)) if inside else PurePath(whole).name
    return PurePath(shown).as_posix()


def _working_folder() -> str:
    try:
        return os.getcwd()
    except OSError:  # it was deleted meanwhile
        return ""


def _distinct(shown: dict[str, str]) -> dict[str, str]:
    """Names that two files share get a number."""
    named: dict[str, str] = {}
    for path, name in shown.items():
        number, unique = 1, name
        while unique in named.values():
            number += 1
            unique = f"{name} ({number})"
        named[path] = unique
    return named


def _reference(reference: Reference, shown: Mapping[str, str]) -> Reference:
    if reference.source is None:
        return reference
    return reference.model_copy(update={"source": shown.get(reference.source, reference.source)})


class _Words:
    """Texts that may name the paths of one report."""

    def __init__(self, shown: Mapping[str, str], folder: str) -> None:
        folders = {os.path.dirname(path) + os.sep for path in shown if os.path.isabs(path)}
        hidden = {name: "" for name in folders if name != os.sep}
        if len(folder) > 1:
            hidden[folder + os.sep] = ""
        self.told = sorted(
            ({path: name for path, name in shown.items() if path != name} | hidden).items(),
            key=lambda pair: -len(pair[0]),
        )

    def shown(self, text: str) -> str:
        """*text* with the paths that it names as they may be shown."""
        for path, name in self.told:
            text = text.replace(path, name)
        return text

    def in_finding(self, finding: Finding) -> Finding:
        """*finding* with such texts."""
        said = (finding.message, *finding.evidence, *(p.message for p in finding.related))
        if all(text == self.shown(text) for text in said):
            return finding
        return finding.model_copy(
            update={
                "message": self.shown(finding.message),
                "evidence": tuple(map(self.shown, finding.evidence)),
                "related": tuple(
                    place.model_copy(update={"message": self.shown(place.message)})
                    for place in finding.related
                ),
            }
        )
