"""What holds for a file, and where each choice comes from.

Later ones win: the defaults, the profile, the configuration file, its table for the file, the
command line. Lists of what to leave alone and tables are added up instead, but a selection of rules
on the command line sets aside which rules the configuration selects and ignores.
"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from citecheck.config import PROFILES, Choices, Profile, Settings, written
from citecheck.configuration.file import File
from citecheck.configuration.patterns import fits

ADDED = frozenset({"ignore", "accept_names", "not_cited", "severity", "aliases"})
COMMAND_LINE = "command line"


class Holding(NamedTuple):
    """The settings for one file, and for each that is not the default where it comes from."""

    settings: Settings
    origins: Mapping[str, tuple[str, ...]]


class _Layer(NamedTuple):
    """Choices with the origin of each."""

    chosen: Mapping[str, Any]
    origins: Mapping[str, str]


def holding(
    path: PurePath | None, file: File | None, given: Mapping[str, Any] | None = None
) -> Holding:
    """What holds for the draft at *path*, None for a text without one, with the configuration
    *file* and what was *given* on the command line, by the names of the fields.
    """
    layers = [] if file is None else [*_of_file(file), *_of_path(file, path)]
    layers.append(_Layer(dict(given or {}), dict.fromkeys(given or {}, COMMAND_LINE)))
    profile = next(
        (layer.chosen["profile"] for layer in reversed(layers) if layer.chosen.get("profile")), None
    )
    if profile:
        layers.insert(0, _of_profile(Profile(profile)))
    if layers[-1].chosen.get("select"):
        layers = [_without_rules(layer) for layer in layers[:-1]] + layers[-1:]
    return _merged(layers)


def _of_profile(profile: Profile) -> _Layer:
    chosen = PROFILES[profile]
    return _Layer(chosen, dict.fromkeys(chosen, f"profile {profile}"))


def _of_file(file: File) -> list[_Layer]:
    chosen = _set_fields(file, file.settings)
    if chosen.get("baseline"):
        chosen["baseline"] = str(file.path.parent / chosen["baseline"])
    return [_Layer(chosen, {name: _place(file, (written(name),)) for name in chosen})]


def _of_path(file: File, path: PurePath | None) -> list[_Layer]:
    found = []
    for pattern, choices in file.settings.per_file.items():
        if path is not None and fits(path, pattern, file.path.parent):
            chosen = _set_fields(file, choices, "per_file", pattern)
            keys = ("per-file", pattern)
            places = {name: _place(file, (*keys, written(name))) for name in chosen}
            found.append(_Layer(chosen, places))
    return found


def _set_fields(file: File, choices: Choices, *table: str) -> dict[str, Any]:
    """What is chosen in a *table* of *file*, in the order of the fields."""
    return {
        name: getattr(choices, name)
        for name in choices.model_fields
        if (*table, name) in file.chosen
    }


def _place(file: File, keys: tuple[str, ...]) -> str:
    while keys and keys not in file.lines:
        keys = keys[:-1]
    line = file.lines.get(keys)
    return f"{file.path}:{line}" if line else str(file.path)


def _without_rules(layer: _Layer) -> _Layer:
    kept = {key: value for key, value in layer.chosen.items() if key not in ("select", "ignore")}
    return _Layer(kept, layer.origins)


def _merged(layers: list[_Layer]) -> Holding:
    values: dict[str, Any] = {}
    origins: dict[str, tuple[str, ...]] = {}
    for chosen, places in layers:
        for name, value in chosen.items():
            if name in ADDED and name in values:
                values[name] = _sum(values[name], value)
                origins[name] = (*origins[name], places[name])
            else:
                values[name], origins[name] = value, (places[name],)
    return Holding(Settings(**values), origins)


def _sum(one: Any, other: Any) -> Any:
    if isinstance(one, Mapping):
        return {**one, **other}
    return tuple(dict.fromkeys((*one, *other)))
