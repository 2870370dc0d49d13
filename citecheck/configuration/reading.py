"""One configuration file, read and validated; whatever is wrong is said with its line and key."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from citecheck.config import Choices, Settings, written
from citecheck.configuration.file import File, Keys
from citecheck.configuration.finding import SHARED
from citecheck.configuration.locating import key_lines, line_of
from citecheck.errors import ConfigurationError
from citecheck.rules import all_rules, matching

_MOST = 20  # mistakes of one file that are told
_LARGEST = 2**20
# What is in the name of a mistake of pydantic -> what was expected.
_EXPECTED = {
    "dict_type": 'a table, as in { "one" = "other" }',
    "string_type": "text in quotation marks",
    "bool": "true or false",
    "int": "a whole number",
    "date": "a day, as in 2027-01-31",
}


def read(path: Path) -> File:
    """The configuration in *path*.

    Raises ConfigurationError, which names file, line and key of every mistake, and the nearest
    valid key or value.
    """
    import tomllib

    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{_shown(path)}: no valid TOML: {error}") from error
    head = ("tool", "citecheck") if path.name == SHARED else ()
    for key in head:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    lines = key_lines(text)
    own = {keys[len(head) :]: line for keys, line in lines.items() if keys[: len(head)] == head}
    data = _by_field(data)
    return File(path, _validated(data, path, own), own, _chosen(data))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{_shown(path)}: {error.strerror or error}") from error
    except ValueError as error:
        raise ConfigurationError(f"{_shown(path)}: not UTF-8: {error}") from error


def _shown(path: Path) -> str:
    """*path* from the working folder if it lies below it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _validated(data: Any, path: Path, lines: dict[Keys, int]) -> Settings:
    from pydantic import ValidationError

    from citecheck.model.validating import validated

    try:
        settings = validated(Settings, data)
    except ValidationError as error:
        faults = [_fault(detail) for detail in error.errors(include_url=False)]
    else:
        faults = [*_strange_rules(settings), *_strange_values(settings)]
    if faults:
        faults.sort(key=lambda fault: line_of(fault[0], lines) or 0)
        raise ConfigurationError("\n".join(_told(path, lines, *f) for f in faults[:_MOST]))
    return settings


def _by_field(data: object) -> Any:
    """*data* with the names of fields for those that files write ("per-file")."""
    if not isinstance(data, dict):
        return data
    fields = {written(name): name for name in Settings.model_fields}
    found = {fields.get(key, key): value for key, value in data.items()}
    if isinstance(tables := found.get("per_file"), dict):
        found["per_file"] = {pattern: _by_field(table) for pattern, table in tables.items()}
    return found


def _chosen(data: dict[str, Any]) -> frozenset[Keys]:
    """The fields that *data* name."""
    tables = data.get("per_file", {}).items()
    inside = {("per_file", pattern, name) for pattern, table in tables for name in table}
    return frozenset({(name,) for name in data} | inside)


def _told(path: Path, lines: dict[Keys, int], keys: Keys, fault: str) -> str:
    line = line_of(keys, lines)
    place = f"{_shown(path)}:{line}" if line else _shown(path)
    return f"{place}: {'.'.join(_named(keys)) or 'citecheck'}: {fault}"


def _named(keys: Keys) -> Keys:
    """*keys* without the item of a list, which the description names."""
    return keys[:-1] if keys[-2:-1] in (("select",), ("ignore",)) else keys


def _fault(detail: Any) -> tuple[Keys, str]:
    """Key and description of one mistake that pydantic found."""
    keys = _written(tuple(str(key) for key in detail["loc"] if key != "[key]"))
    given = detail.get("input")
    if detail["type"] == "extra_forbidden":
        for_files = keys[:1] == ("per-file",)
        known = [written(n) for n in (Choices if for_files else Settings).model_fields]
        if for_files and keys[-1].replace("-", "_") in Settings.model_fields:
            return keys, "this holds for a whole run, not for single files"
        return keys, f"there is no such setting{_nearest(keys[-1], known)}"
    if detail["type"] == "enum":
        expected = detail.get("ctx", {}).get("expected", "")
        options = expected.replace(" or ", ", ").replace("'", "").split(", ")
        return keys, f"“{given}” is not one of {', '.join(options)}{_nearest(given, options)}"
    if detail["type"] == "dict_type" and keys[:-1] == ("per-file",):
        return keys, f"expected a table of settings, not {given!r}"
    if detail["type"] == "tuple_type":
        return keys, f"expected a list, as in [{given!r}]".replace("'", '"')
    kind = next((said for sign, said in _EXPECTED.items() if sign in detail["type"]), None)
    return keys, f"expected {kind}, not {given!r}" if kind else f"{detail['msg']}, not {given!r}"


def _written(keys: Keys) -> Keys:
    """*keys* with what files write for the names of fields."""
    return tuple(written(key) if key in Settings.model_fields else key for key in keys)


def _nearest(given: object, known: list[str]) -> str:
    near = get_close_matches(str(given).lower(), known, n=1, cutoff=0.5)
    return f"; did you mean “{near[0]}”?" if near else ""


def _strange_values(settings: Settings) -> list[tuple[Keys, str]]:
    """A language and styles that do not exist, and a number below 0."""
    found: list[tuple[Keys, str]] = []
    if settings.max_findings < 0:
        fault = f"expected 0 or more, not {settings.max_findings}"
        found.append((("max-findings",), fault))
    chosen: list[tuple[Keys, str | None]] = [(("style",), settings.style)]
    chosen += [(("per-file", p, "style"), one.style) for p, one in settings.per_file.items()]
    for keys, style in chosen:
        if style is not None:
            from citecheck.styles import STYLES

            found += _not_among(keys, style, list(STYLES))
    from citecheck.locale import LANGUAGES

    return found + _not_among(("language",), settings.language, list(LANGUAGES))


def _not_among(keys: Keys, given: str, known: list[str]) -> list[tuple[Keys, str]]:
    if given in known:
        return []
    return [(keys, f"“{given}” is not one of {', '.join(known)}{_nearest(given, known)}")]


def _strange_rules(settings: Settings) -> list[tuple[Keys, str]]:
    """Choices of rules that do not exist, in the settings and those for single files."""
    try:
        rules = all_rules(settings.plugins)
    except ConfigurationError as error:
        return [(("plugins",), str(error))]
    places: list[tuple[Keys, Choices]] = [((), settings)]
    places += [(("per-file", pattern), one) for pattern, one in settings.per_file.items()]
    found = []
    for before, choices in places:
        for key, names in (
            ("select", choices.select),
            ("ignore", choices.ignore),
            ("severity", tuple(choices.severity)),
        ):
            for name in names:
                try:
                    matching((name,), rules)
                except ConfigurationError as error:
                    found.append(((*before, key, name), str(error)))
    return found
