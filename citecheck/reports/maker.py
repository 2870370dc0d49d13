"""What made a report, for those that say it."""

from functools import cache

NAME = "citecheck"
_DISTRIBUTION = "essay-citecheck"


@cache
def version() -> str:
    """The version of citecheck that is installed, "" in a checkout that is not."""
    from importlib import metadata

    try:
        return metadata.version(_DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return ""
