"""Findings that are known already, kept in a file, so that only new ones are reported.

The file is JSON, a finding on each line, by draft and fingerprint: easy to read, compare and merge.
Paths count from the folder of the file.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from citecheck import files
from citecheck.errors import ConfigurationError
from citecheck.fingerprints import place_fingerprints, same_cause
from citecheck.model import Report
from citecheck.policy.narrowing import narrowed

VERSION = 1
NAME = ".citecheck-baseline.json"


class Baseline:
    """The known findings of several drafts; which of them were met again is remembered."""

    def __init__(self, path: Path, known: Mapping[str, frozenset[str]]) -> None:
        """*known* are fingerprints by the path of the draft, from the folder of *path* on."""
        self.path = path
        self.known = known
        self.gone = 0
        """Known findings of the drafts asked for so far that these no longer have."""

    def new(self, report: Report) -> Report:
        """*report* with those findings, at those places, that are not known."""
        known = self.known.get(_name(self.path, report.document.path), frozenset())
        if not known:
            return report
        found = place_fingerprints(report)
        self.gone += len(known - {one for group in found for one in group})
        left = []
        for finding, group in zip(report.findings, found, strict=True):
            old = {p for p, one in zip(same_cause(finding), group, strict=True) if one in known}
            if kept := narrowed(finding, lambda place, old=old: place not in old):  # type: ignore[misc]
                left.append(kept)
        return report.model_copy(update={"findings": tuple(left)})


def read(path: Path) -> Baseline:
    """The baseline in the file at *path*. Raises ConfigurationError if there is none in it."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ValueError(f"version {data['version']!r} is not known here")
        known = {
            str(name): frozenset(str(one["fingerprint"]) for one in found)
            for name, found in data["drafts"].items()
        }
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigurationError(
            f"{path}: no baseline of citecheck ({type(error).__name__}: {error}); "
            "write it anew with “citecheck baseline”"
        ) from error
    return Baseline(path, known)


def write(path: Path, reports: Iterable[Report]) -> int:
    """Write the findings of *reports* as known ones to *path*; how many places they have.

    Raises UnwritableOutput.
    """
    drafts = {
        _name(path, report.document.path): found
        for report in reports
        if (found := sorted(_entries(report), key=lambda one: str(one["fingerprint"])))
    }
    blocks = [
        f"  {_dumped(name)}: [\n" + ",\n".join(f"   {_dumped(one)}" for one in found) + "\n  ]"
        for name, found in sorted(drafts.items())
    ]
    inside = "\n" + ",\n".join(blocks) + "\n " if blocks else ""
    text = f'{{\n "version": {VERSION},\n "drafts": {{{inside}}}\n}}\n'
    files.write(path, text.encode("utf-8", "replace"))
    return sum(map(len, drafts.values()))


def _entries(report: Report) -> Iterable[dict[str, object]]:
    for finding, group in zip(report.findings, place_fingerprints(report), strict=True):
        for one in group:
            yield {"fingerprint": one, "code": finding.code, "message": finding.message}


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _name(baseline: Path, draft: str | None) -> str:
    """How the baseline calls the draft."""
    return os.path.relpath(draft or "<text>", baseline.parent).replace(os.sep, "/")
