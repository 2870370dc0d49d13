"""What changed since a revision in git: which drafts, and which of their lines."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from citecheck.errors import ConfigurationError
from citecheck.model import Document, Report, Span
from citecheck.policy.narrowing import narrowed

_SECONDS = 60
_HUNK = re.compile(r"^@@ -\S{1,30} \+(\d{1,9})(?:,(\d{1,9}))? @@", re.MULTILINE)
_LINE_BY_LINE = ("text", "markdown", "latex", "typst")
"""Formats whose lines are those of the file."""


class Changes:
    """The changes in the repository around one folder, from the last common ancestor with a
    revision up to the files as they stand.
    """

    def __init__(self, folder: Path, revision: str) -> None:
        """Asks git. Raises ConfigurationError without git, a repository, or the revision."""
        self.root = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
        commit = f"{revision}^{{commit}}"
        at = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", commit).strip()
        if not at:
            raise ConfigurationError(f"git knows no revision “{revision}”")
        self.base = _git(folder, "merge-base", at, "HEAD", may_fail=True).strip() or at
        self._former = self._changed()

    def _changed(self) -> dict[Path, tuple[str, ...]]:
        """Each changed file, with its names in the diff: the old one too, if it was renamed."""
        told = _git(self.root, "diff", "--name-status", "-M", "-z", "--diff-filter=d", self.base)
        words = iter(told.split("\0"))
        found: dict[Path, tuple[str, ...]] = {}
        for status in words:
            if status:
                names = (next(words), next(words)) if status[0] in "RC" else (next(words),)
                found[self.root / names[-1]] = names
        untracked = _git(self.root, "ls-files", "--others", "--exclude-standard", "-z")
        found |= {self.root / name: () for name in untracked.split("\0") if name}
        return found

    def touches(self, path: Path) -> bool:
        """Whether the file at *path* changed."""
        return path.resolve() in self._former

    def lines(self, path: Path) -> tuple[range, ...] | None:
        """The changed lines of the file at *path*, counted from 1; None if all are new."""
        names = self._former.get(path.resolve(), ())
        if not names:
            return None
        told = _git(
            self.root, "diff", "-U0", "-M", "--no-color", "--no-ext-diff", self.base, "--", *names
        )
        hunks = [(int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(told)]
        if not hunks and "\nBinary files " in told:
            return None
        return tuple(range(start, start + count) for start, count in hunks)

    def only(self, report: Report) -> Report:
        """*report* with those findings, at those places, that touch a changed line."""
        document = report.document
        changed = self.lines(Path(document.path)) if document.path else None
        if changed is None or document.format not in _LINE_BY_LINE:
            return report

        def is_touched(span: Span) -> bool:
            first, last = _lines_of(document, span)
            return any(first < lines.stop and lines.start <= last for lines in changed)

        left = (narrowed(finding, is_touched) for finding in report.findings)
        return report.model_copy(update={"findings": tuple(f for f in left if f)})


def _lines_of(document: Document, span: Span) -> tuple[int, int]:
    last = max(span.start, span.end - 1)
    return document.position(span.start).line, document.position(last).line


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    """What git prints. Raises ConfigurationError if it cannot, unless that *may_fail*."""
    command: Sequence[str] = ("git", "-c", "core.quotePath=false", *arguments)
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ConfigurationError(f"git cannot be asked what changed: {error}") from error
    told = done.stdout.decode("utf-8", "surrogateescape")
    if done.returncode and not may_fail and "--verify" not in arguments:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ConfigurationError(f"git cannot tell what changed: {(said or ['no reason'])[0]}")
    return told if not done.returncode else ""
