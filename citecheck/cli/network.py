"""Asking the world for a command: its options, one client for all drafts, the exit code earned."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citecheck.cli import exit_codes, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from citecheck.config import Settings
    from citecheck.model import Reference
    from citecheck.model.verification import Lookup, Verification
    from citecheck.sources.cassette import Recorder, Replay
    from citecheck.sources.http import Client
    from citecheck.sources.verifying import Told

# Name, and what click is told of it. `verify` shows them all; `check` takes them too.
_OPTIONS: dict[str, dict[str, Any]] = {
    "--cache": {
        "metavar": "DIR",
        "help": "Keep answers there (default: ~/.cache/citecheck), or at a redis:// URL.",
    },
    "--no-cache": {"is_flag": True, "help": "Keep no answers for later runs."},
    "--refresh": {"is_flag": True, "help": "Ask everything again."},
    "--mailto": {
        "metavar": "ADDRESS",
        "help": "Your address, told to who is asked; some answer faster.",
    },
    "--allow-host": {
        "metavar": "HOST",
        "multiple": True,
        "help": "Check links on this private host or network too.",
    },
    "--deadline": {
        "metavar": "SECONDS",
        "type": click.FloatRange(1),
        "default": 600.0,
        "help": "End asking after so long (default: 600).",
    },
    "--record": {"metavar": "FILE", "help": "Write all answers to FILE."},
    "--replay": {"metavar": "FILE", "help": "Answer from FILE; touch no network."},
}
shown = tuple(click.option(name, **told) for name, told in _OPTIONS.items())
hidden = tuple(click.option(name, **told, hidden=True) for name, told in _OPTIONS.items())
"""The same for a command whose help would not fit a screen with them."""


class World:
    """The network for one run of a command. Opened when the first draft needs it."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        """Take the options *given*.

        Raises UnwritableOutput if nothing can be recorded at the place named for it.
        """
        if given["record"]:
            from citecheck import files

            if given["replay"]:
                raise click.UsageError("--record and --replay exclude one another")
            files.demand_writable(Path(given["record"]))
        self._given = given
        self._client: Client | None = None
        self._recorder: Recorder | None = None
        self._replay: Replay | None = None
        self._asked = self._answered = 0
        self._reasons: list[str] = []
        self._interrupted = False

    def ask(self, references: Sequence[Reference], settings: Settings) -> Verification:
        """What links, pages and registries say of *references*."""
        from citecheck.sources.verifying import verify

        client = self._opened(settings)
        mailto = self._given["mailto"] or settings.mailto or ""
        found = verify(references, client, mailto=mailto, progress=_progress(references))
        further = _plugged(references, client, settings.plugins)
        return self._counted(
            found.model_copy(update={"lookups": (*found.lookups, *further)}) if further else found
        )

    def ask_links(self, references: Sequence[Reference], settings: Settings) -> Verification:
        """What became of the links of *references* alone."""
        from citecheck.model.verification import Verification
        from citecheck.sources.verifying import verify_links

        client = self._opened(settings)
        links = verify_links(references, client, progress=_progress(references))
        return self._counted(Verification(links=links, interrupted=client.interrupted))

    def close(self) -> int:
        """End all requests and write the recording; the exit code that the run has earned.

        3 if it was interrupted, if nobody answered, or if a replay lacked what was asked.
        """
        if self._client:
            self._client.close()
        if self._recorder:
            from citecheck import files

            files.write(Path(self._given["record"]), self._recorder.text().encode())
        missing = self._replay.unmatched if self._replay else []
        if missing:
            terminal.complain(f"not in the recording: {len(missing)} requests, {missing[0]} first")
        if self._interrupted:
            terminal.complain("interrupted: the links not reached are not checked")
        elif self._asked and not self._answered:
            reason = max(self._reasons, key=self._reasons.count, default="nobody answered")
            terminal.complain(f"nothing could be checked: {reason}")
        is_whole = not missing and not self._interrupted and (self._answered or not self._asked)
        return exit_codes.CLEAN if is_whole else exit_codes.INCOMPLETE

    def _counted(self, found: Verification) -> Verification:
        from citecheck.model.verification import LookupStatus

        self._asked += len(found.links) + len(found.lookups)
        self._answered += sum(bool(link.http_status) for link in found.links.values())
        self._answered += sum(one.status != LookupStatus.NOT_CHECKED for one in found.lookups)
        self._reasons += (link.reason for link in found.links.values() if not link.http_status)
        self._interrupted |= found.interrupted
        return found

    def _opened(self, settings: Settings) -> Client:
        if self._client is None:
            self._client = self._replaying() if self._given["replay"] else self._live(settings)
        return self._client

    def _replaying(self) -> Client:
        from citecheck.sources.cassette import ReplayClock, read_cassette
        from citecheck.sources.http import Client

        self._replay = read_cassette(Path(self._given["replay"]))
        return Client(self._replay, clock=ReplayClock())

    def _live(self, settings: Settings) -> Client:
        from citecheck.sources.cassette import Recorder
        from citecheck.sources.http import Access, Limits, connect

        given = self._given
        access = Access(
            contact=given["mailto"] or settings.mailto or "",
            allow_hosts=(*settings.allow_hosts, *given["allow_host"]),
            cache=None if given["no_cache"] else given["cache"] or settings.cache or _folder(),
            refresh=given["refresh"],
            limits=Limits(run=given["deadline"]),
        )
        client = connect(access)
        if given["record"]:
            self._recorder = client.transport = Recorder(client.transport)
        return client


def _plugged(
    references: Sequence[Reference], client: Client, names: Sequence[str]
) -> tuple[Lookup, ...]:
    """What the sources of other packages say that the settings name.

    Raises ConfigurationError for one that cannot be loaded.
    """
    if not names:
        return ()
    from citecheck import plugins

    sources = [name for name in names if name in plugins.names(plugins.SOURCES)]
    asks = [plugins.load(plugins.SOURCES, name) for name in sources]
    return tuple(lookup for ask in asks for lookup in ask(references, client))


def _folder() -> str:
    """The user's own folder for caches (XDG Base Directory Specification)."""
    import os

    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return str(Path(base) / "citecheck")


def _progress(references: Sequence[Reference]) -> Callable[[Told], None] | None:
    """Counts in the last line of the terminal; nothing where there is none."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    counts: dict[str, str] = {}

    def show(told: Told) -> None:
        counts[told.what] = f"{told.done} of {told.known} {told.what}"
        click.echo(f"\r\x1b[K{', '.join(counts.values())}", nl=False, err=True)
        if told.done == told.known:
            click.echo("\r\x1b[K", nl=False, err=True)

    urls = {reference.url.value for reference in references if reference.url}
    if urls:
        click.echo(f"0 of {len(urls)} links", nl=False, err=True)
    return show
