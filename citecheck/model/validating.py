"""Values out of data that is not ours to trust, validated by pydantic; and values as JSON."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_type_hints

from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from citecheck.model.base import Model

M = TypeVar("M", bound=Model)

_ADAPTERS: dict[type[Model], TypeAdapter[Any]] = {}


def _adapter(cls: type[Model]) -> TypeAdapter[Any]:
    if cls not in _ADAPTERS:
        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


def validated(cls: type[M], data: object) -> M:
    """*data* as a value of *cls*. Raises pydantic's ValidationError."""
    value: M = _adapter(cls).validate_python(data)
    return value


def read_json(cls: type[M], text: str | bytes) -> M:
    """The value of *cls* that ``as_json`` wrote. Raises pydantic's ValidationError."""
    value: M = _adapter(cls).validate_json(text)
    return value


def as_json(value: Model) -> str:
    """*value* as JSON."""
    return _adapter(type(value)).dump_json(value).decode("utf-8")


def schema(cls: type[M], handler: GetCoreSchemaHandler) -> CoreSchema:
    """What pydantic asks a class for; *handler* knows what it asks of the types of the fields."""
    own = f"{cls.__module__}.{cls.__qualname__}"
    inside = core_schema.nullable_schema(core_schema.definition_reference_schema(own))
    hints = get_type_hints(cls, include_extras=True)
    fields = core_schema.typed_dict_schema(
        {
            name: core_schema.typed_dict_field(
                inside if hints[name] == cls | None else handler.generate_schema(hints[name]),
                required=field.is_required(),
            )
            for name, field in cls.model_fields.items()
        },
        extra_behavior="forbid",
    )

    def made(value: Any, validate: Callable[[Any], Mapping[str, Any]]) -> M:
        return value if isinstance(value, cls) else cls(**validate(value))

    whole = core_schema.no_info_wrap_validator_function(
        made,
        fields,
        ref=own,
        serialization=core_schema.plain_serializer_function_ser_schema(
            cls.model_content, return_schema=fields
        ),
    )
    return core_schema.definitions_schema(core_schema.definition_reference_schema(own), [whole])
