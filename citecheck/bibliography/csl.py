"""CSL-JSON and CSL-YAML items as ``Reference``.

https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
"""

from collections.abc import Iterable, Mapping
from typing import Any

from citecheck.bibliography.dates import edtf
from citecheck.bibliography.listing import Listing
from citecheck.bibliography.nodes import Misplaced, Node, json_items, plain
from citecheck.errors import UnreadableInput
from citecheck.model import Name, PartialDate, Reference, Span, Value
from citecheck.model.csl import (
    DATE_VARIABLES,
    NAME_PARTS,
    NAME_VARIABLES,
    TEXT_VARIABLES,
)


def parse_json(text: str) -> Listing:
    """The items of a CSL-JSON file: an array, or the "items" of an object."""
    return listing(text, *json_items(text))


def parse_yaml(text: str) -> Listing:
    """The items of a CSL-YAML file: a list, or the "references" of a mapping."""
    from citecheck.bibliography.yaml_nodes import yaml_items

    return listing(text, *yaml_items(text))


def listing(text: str, items: Iterable[Node], end: Misplaced | None) -> Listing:
    """*items* as entries; what is none is noted, as is why the reading ended early."""
    references: list[Reference] = []
    notes: list[tuple[int, str]] = []
    budget = [len(text) + 1_000]
    for node in items:
        try:
            references.append(_placed(node, text, budget))
        except UnreadableInput as error:
            notes.append((node.start, str(error)))
    if end:
        notes.append((end.offset, str(end)))
    return Listing(tuple(references), tuple(notes), is_complete=not notes)


def from_csl(item: Mapping[str, Any]) -> Reference:
    """The entry that a CSL-JSON item describes; it stands in no text, so ``raw`` is empty.

    Variables that ``Reference`` has no field for are left out. Raises UnreadableInput if a
    variable has a type that CSL-JSON does not allow.
    """
    fields: dict[str, Any] = {}
    try:
        for field in NAME_VARIABLES:
            people = item.get(field.replace("_", "-")) or ()
            fields[field] = tuple(map(_name, [people] if isinstance(people, dict) else people))
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
        type=str(item.get("type") or "document"),
        **fields,
    )


def _placed(node: Node, text: str, budget: list[int]) -> Reference:
    """The entry of *node* with the place of each value."""
    if not isinstance(node.value, dict):
        raise UnreadableInput("an item is no object")
    reference = from_csl(plain(node, budget))
    span = Span(start=node.start, end=node.end)
    update: dict[str, Any] = {"span": span, "raw": span.of(text), "key": reference.id}
    for field, variable in TEXT_VARIABLES.items():
        place = node.value.get(variable)
        if place and (value := getattr(reference, field)):
            update[field] = value.model_copy(update={"span": _span(place)})
    for field in NAME_VARIABLES:
        place = node.value.get(field.replace("_", "-"))
        if place and (names := getattr(reference, field)) and isinstance(place.value, list):
            spans = map(_span, place.value)
            pairs = zip(names, spans, strict=False)
            update[field] = tuple(name.model_copy(update={"span": span}) for name, span in pairs)
    for field in DATE_VARIABLES:
        place = node.value.get(field.replace("_", "-"))
        if place and (date := getattr(reference, field)):
            update[field] = date.model_copy(update={"span": _span(place)})
    return reference.model_copy(update=update)


def _span(node: Node) -> Span:
    return Span(start=node.start, end=node.end)


def _special(item: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """What stands elsewhere in CSL than in ``Reference``."""
    special: dict[str, Any] = {}
    if suffix := item.get("year-suffix"):
        issued: PartialDate = fields["issued"] or PartialDate()
        special["issued"] = issued.model_copy(update={"suffix": str(suffix)})
    if item.get("archive") == "arXiv" and (number := item.get("archive_location")):
        special |= {"archive": None, "arxiv": _value(number)}
    custom = item.get("custom") or {}
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
    parts: dict[str, Any] = {
        part: str(name.get(part.replace("_", "-")) or "") for part in NAME_PARTS
    }
    return Name(**parts)


def _date(date: Any) -> PartialDate | None:
    """A date in any of CSL's forms (date-parts, literal, text in ``raw``) or Pandoc's (EDTF as
    plain text, or a list of mappings with year, month and day).
    """
    if not date:
        return None
    if isinstance(date, str | int):
        return edtf(str(date)) or PartialDate(literal=str(date))
    if isinstance(date, list):
        names = ("year", "month", "day")
        date = {"date-parts": [[part[n] for n in names if part.get(n)] for part in date]}
    if parts := date.get("date-parts"):
        first, *more = [[int(part) for part in one if part not in ("", None)] for one in parts]
        return _partial(first).model_copy(
            update={
                "end": _partial(more[0]) if more else None,
                "season": int(date["season"]) if date.get("season") else None,
                "circa": str(date.get("circa") or "").lower() not in ("", "false", "no", "0"),
            }
        )
    written = str(date.get("literal") or date.get("raw") or "")
    if "literal" not in date and (found := edtf(written)):
        return found
    return PartialDate(literal=written) if written else None


def _partial(parts: list[int]) -> PartialDate:
    named: dict[str, Any] = dict(zip(("year", "month", "day"), parts, strict=False))
    return PartialDate(**named)
