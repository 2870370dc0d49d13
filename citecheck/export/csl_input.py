"""CSL-JSON items as entries."""

import re
from collections.abc import Mapping
from typing import Any

from citecheck.errors import UnreadableInput
from citecheck.export.csl_json import DATE_VARIABLES, NAME_PARTS, NAME_VARIABLES, TEXT_VARIABLES
from citecheck.model import Name, PartialDate, Reference, Span, Value

_ISO_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(~)?")


def from_csl(item: Mapping[str, Any]) -> Reference:
    """The entry that a CSL-JSON item describes; it stands in no text, so ``raw`` is empty.

    Variables that ``Reference`` has no field for are left out. Raises UnreadableInput if a
    variable has a type that CSL-JSON does not allow.
    """
    fields: dict[str, Any] = {}
    try:
        for field in NAME_VARIABLES:
            fields[field] = tuple(map(_name, item.get(field.replace("_", "-"), ())))
        for field, variable in TEXT_VARIABLES.items():
            fields[field] = _value(item.get(variable))
        for field in DATE_VARIABLES:
            fields[field] = _date(item.get(field.replace("_", "-")))
        fields |= _special(item, fields)
    except (TypeError, ValueError, AttributeError) as error:
        raise UnreadableInput(f"CSL-JSON item {item.get('id', '')!r}: {error}") from error
    return Reference(
        id=str(item.get("id", "")),
        span=Span(start=0, end=0),
        raw="",
        type=str(item.get("type", "document")),
        **fields,
    )


def _special(item: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """What stands elsewhere in CSL than in ``Reference``."""
    special: dict[str, Any] = {}
    if suffix := item.get("year-suffix"):
        issued: PartialDate = fields["issued"] or PartialDate()
        special["issued"] = issued.model_copy(update={"suffix": str(suffix)})
    if item.get("archive") == "arXiv" and (number := item.get("archive_location")):
        special |= {"archive": None, "arxiv": _value(number)}
    custom = item.get("custom", {})
    special["others"] = bool(custom.get("others"))
    special["disambiguator"] = _value(custom.get("disambiguator"))
    return special


def _value(value: object) -> Value | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(f"{value!r} is neither text nor a number")
    return Value(value=str(value))


def _name(name: Mapping[str, Any]) -> Name:
    parts = {part: str(name.get(part.replace("_", "-"), "")) for part in NAME_PARTS}
    return Name.model_validate(parts)


def _date(date: Mapping[str, Any] | None) -> PartialDate | None:
    """A date in any of CSL's forms: date-parts, literal, or text in ``raw``."""
    if not date:
        return None
    if parts := date.get("date-parts"):
        first, *more = [[int(part) for part in one if part not in ("", None)] for one in parts]
        return _partial(first).model_copy(
            update={
                "end": _partial(more[0]) if more else None,
                "season": int(date["season"]) if date.get("season") else None,
                "circa": bool(date.get("circa")),
            }
        )
    written = str(date.get("literal") or date.get("raw") or "")
    iso = _ISO_DATE.fullmatch(written)
    if iso and "literal" not in date:
        parts = [int(part) for part in iso.groups()[:3] if part]
        return _partial(parts).model_copy(update={"circa": bool(iso[4])})
    return PartialDate(literal=written) if written else None


def _partial(parts: list[int]) -> PartialDate:
    return PartialDate.model_validate(dict(zip(("year", "month", "day"), parts, strict=False)))
