"""What the user can choose. The defaults stand here and nowhere else."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from citecheck.model import Model, Severity
from citecheck.model.base import field


class Profile(StrEnum):
    """A set of choices with a name: "draft" while writing, "submission" before handing in."""

    DRAFT = "draft"
    SUBMISSION = "submission"


def written(name: str) -> str:
    """The name of a field as files and the command line write it: "per_file", "per-file"."""
    return name.replace("_", "-")


class Choices(Model):
    """What can be chosen for some files and not for others."""

    select: tuple[str, ...] = field(
        default=(), description="Rules to run: codes, names or prefixes of codes; none means all."
    )
    ignore: tuple[str, ...] = field(default=(), description="Rules not to run, named likewise.")
    severity: dict[str, Severity] = field(
        default_factory=dict, description="Another severity for rules: error, warning or info."
    )
    profile: Profile | None = field(
        default=None,
        description="draft: uncited entries are allowed; submission: even information fails.",
    )
    style: str | None = field(
        default=None, description="The citation style that references are written in."
    )
    aliases: dict[str, str] = field(
        default_factory=dict,
        description="Names that may stand for one another: the name cited, the name listed.",
    )
    accept_names: tuple[str, ...] = field(
        default=(), description="Spellings of names that are right as they stand."
    )
    not_cited: tuple[str, ...] = field(
        default=(), description="Entries listed on purpose without being cited: key or words."
    )


class Settings(Choices):
    """Choices of one run.

    ``select`` and ``ignore`` hold rule codes, names or code prefixes ("NAM", "NAM201",
    "misspelt-author"); an empty ``select`` means every rule. ``today`` is the date that rules
    take as the present; None means that no rule may judge by it.
    """

    today: datetime.date | None = field(
        default=None, description="The day that rules take as the present; else that of the clock."
    )
    language: str = field(default="en", description="The language in which findings are told.")
    fail_on: Severity = field(
        default=Severity.WARNING, description="The least severity that makes the command fail."
    )
    max_findings: int = field(
        default=0, description="So many findings of that severity do not yet fail."
    )
    baseline: str | None = field(
        default=None, description="A file of known findings, which are not reported again."
    )
    exclude: tuple[str, ...] = field(
        default=(), description="Files and folders left out, as patterns, when a folder is named."
    )
    verify: bool = field(
        default=False, description="Whether entries are looked up in registries and on pages."
    )
    cache: str | None = field(
        default=None, description="The folder in which answers from the network are kept."
    )
    mailto: str | None = field(
        default=None, description="The address that registries ask for from polite programs."
    )
    allow_hosts: tuple[str, ...] = field(
        default=(), description="Private hosts that links may be checked on."
    )
    plugins: tuple[str, ...] = field(
        default=(), description="Entry points of other packages whose rules run as well."
    )
    per_file: dict[str, Choices] = field(
        default_factory=dict, description="Choices for the files that a pattern fits."
    )


PROFILES: Mapping[Profile, Mapping[str, Any]] = MappingProxyType(
    {
        Profile.DRAFT: {"ignore": ("uncited-entry",)},
        Profile.SUBMISSION: {"fail_on": Severity.INFO},
    }
)
"""What each profile chooses; whatever is chosen beside it wins or is added."""
