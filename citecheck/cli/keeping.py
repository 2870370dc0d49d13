"""Which findings a run tells of: the new ones, on the changed lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from citecheck.cli import terminal

if TYPE_CHECKING:
    from citecheck.config import Settings
    from citecheck.model import Report
    from citecheck.policy.baseline import Baseline
    from citecheck.policy.changes import Changes


class Kept:
    """Leaves of each report what no baseline knows and what changed; reads each of these once."""

    def __init__(self, changed_since: str | None) -> None:
        """*changed_since* is a revision of git, None if unchanged lines count as well."""
        self.revision = changed_since
        self._baselines: dict[str, Baseline] = {}
        self._changes: dict[Path, Changes] = {}

    def __call__(self, report: Report, settings: Settings) -> Report:
        """*report* with the findings to tell of. Raises ConfigurationError."""
        if settings.baseline:
            report = self.baseline(settings.baseline).new(report)
        if self.revision and report.document.path:
            report = self._changes_around(report.document.path).only(report)
        return report

    def changed(self, names: list[str]) -> list[str]:
        """Those of the files *names* that changed; all without a revision."""
        if not self.revision:
            return names
        return [n for n in names if n == "-" or self._changes_around(n).touches(Path(n))]

    def baseline(self, name: str) -> Baseline:
        """The baseline in the file *name*. Raises ConfigurationError if there is none in it."""
        from citecheck.policy import baseline

        if name not in self._baselines:
            self._baselines[name] = baseline.read(Path(name))
        return self._baselines[name]

    def tell_of_gone(self) -> None:
        """Say which baselines know findings that are no more."""
        for name, baseline in self._baselines.items():
            if baseline.gone:
                shown = terminal.shown_path(Path(name))
                known = f"{baseline.gone} known finding{'s' * (baseline.gone > 1)}"
                terminal.complain(f"{shown}: {known} no longer found; write it anew to forget them")

    def _changes_around(self, name: str) -> Changes:
        from citecheck.policy.changes import Changes

        folder = Path(name).absolute().parent
        if folder not in self._changes:
            near = (c for c in self._changes.values() if folder.is_relative_to(c.root))
            self._changes[folder] = next(near, None) or Changes(folder, self.revision or "HEAD")
        return self._changes[folder]
