"""Values made of parts whose types are certain, without the validation that input needs.

Reading makes some thirty values of every entry of a list; validation would take most of the time.
The type checker sees to it that the parts are of the right types, and tests that they would pass.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from citecheck.model.base import Model
from citecheck.model.document import Span
from citecheck.model.reference import Name, PartialDate, Provenance, Reference, Value

M = TypeVar("M", bound=Model)

_new = object.__new__
_set_values, _set_names, _set_extra, _set_private = (
    BaseModel.__dict__[f"__{name}__"].__set__
    for name in ("dict", "pydantic_fields_set", "pydantic_extra", "pydantic_private")
)


def _defaults(cls: type[Model]) -> dict[str, Any]:
    """The fields of *cls* in order, each with its default; one that must be given with None."""
    fields = cls.model_fields.items()
    return {name: None if field.is_required() else field.default for name, field in fields}


def _maker(cls: type[M]) -> Callable[[dict[str, Any]], M]:
    """What makes a *cls* of a dictionary, which it keeps, of all its fields in order."""
    names = set(cls.model_fields)  # the values are frozen, so that they can share it

    def make(values: dict[str, Any]) -> M:
        made = _new(cls)
        _set_values(made, values)
        _set_names(made, names)
        _set_extra(made, None)
        _set_private(made, None)
        return made

    return make


_SPAN = set(Span.model_fields)
_make_value, _make_name = _maker(Value), _maker(Name)
_make_date, _make_reference = _maker(PartialDate), _maker(Reference)
_REFERENCE = _defaults(Reference)


def span(start: int, end: int) -> Span:
    """The range of code points from *start* to *end*."""
    made = _new(Span)  # as ``_maker`` does it; most values are spans
    _set_values(made, {"start": start, "end": end})
    _set_names(made, _SPAN)
    _set_extra(made, None)
    _set_private(made, None)
    return made


def value(
    text: str, place: Span | None, provenance: Provenance = Provenance.WRITTEN, sure: float = 1.0
) -> Value:
    """A text variable, how *sure* it is from 0 to 1."""
    return _make_value({"value": text, "span": place, "provenance": provenance, "confidence": sure})


def person(
    family: str, given: str, place: Span | None, suffix: str = "", particle: str = ""
) -> Name:
    """A person; *particle* does not drop."""
    return _make_name(
        {
            "family": family, "given": given, "literal": "", "suffix": suffix,
            "non_dropping_particle": particle, "dropping_particle": "", "span": place,
        }
    )  # fmt: skip


def organisation(literal: str, place: Span | None) -> Name:
    """A name that is no person's."""
    return _make_name(
        {
            "family": "", "given": "", "literal": literal, "suffix": "",
            "non_dropping_particle": "", "dropping_particle": "", "span": place,
        }
    )  # fmt: skip


_DATE = _defaults(PartialDate)


def date(**parts: int | str | bool | PartialDate | Span | None) -> PartialDate:
    """The date with these *parts*, which are fields of ``PartialDate``."""
    return _make_date(_DATE | parts)


def placed(undated: PartialDate, place: Span) -> PartialDate:
    """The same date with its place."""
    return _make_date(undated.__dict__ | {"span": place})


def reference(fields: Mapping[str, Any]) -> Reference:
    """The entry with these *fields*, each of its type; ``id``, ``span`` and ``raw`` are among
    them.
    """
    return _make_reference({**_REFERENCE, **fields})
