"""What other packages add, by entry points; looked up only when something asks for it by name.

The groups are ``citecheck.rules`` (a Rule or several), ``citecheck.sources`` (a function
``ask(references, client) -> Iterable[Lookup]``, which asks a registry by the client's ``get``) and
``citecheck.reports`` (a function ``render(reports, look) -> Iterator[str]``, or a module with it).
Installing a package changes no result: a rule runs, and a source is asked, once ``plugins`` in the
configuration names its entry point.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from citecheck.errors import ConfigurationError

RULES, SOURCES, REPORTS = "citecheck.rules", "citecheck.sources", "citecheck.reports"


def names(group: str) -> tuple[str, ...]:
    """The entry points of *group* that are installed, sorted."""
    from importlib.metadata import entry_points

    return tuple(sorted({point.name for point in entry_points(group=group)}))


@lru_cache(maxsize=64)
def load(group: str, name: str) -> Any:
    """What the entry point *name* of *group* stands for.

    Raises ConfigurationError if there is none, with the nearest, or if it cannot be loaded.
    """
    from importlib.metadata import entry_points

    found = list(entry_points(group=group, name=name))
    if not found:
        raise ConfigurationError(
            f"no installed package adds “{name}” to {group}{_near(group, name)}"
        )
    try:
        return found[0].load()
    except Exception as error:  # whatever a module of others does when it is imported
        raise ConfigurationError(
            f"“{name}” of {group} cannot be loaded: {type(error).__name__}: {error}"
        ) from error


def _near(group: str, name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names(group), n=1, cutoff=0.5)
    return f"; did you mean “{near[0]}”?" if near else ""
