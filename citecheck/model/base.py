"""The base of every typed value: frozen, closed, compared by content.

Values are made by the thousand out of parts that are typed already, so nothing is validated here;
pydantic validates what enters from outside, into the same classes (see ``validating``). A check of
a draft needs none of it, and does not load it: half of its time would go there.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any, ClassVar, NamedTuple, Self, dataclass_transform

_REQUIRED: Any = object()


class Field(NamedTuple):
    """One field of a class: its default, or what makes one, and what it is for."""

    default: Any = _REQUIRED
    default_factory: Callable[[], Any] | None = None
    description: str = ""

    def is_required(self) -> bool:
        """Whether it must be given."""
        return self.default is _REQUIRED and self.default_factory is None

    def initial(self) -> Any:
        """Its value where none is given."""
        return self.default_factory() if self.default_factory else self.default


def field(
    *,
    default: Any = _REQUIRED,
    default_factory: Callable[[], Any] | None = None,
    description: str = "",
) -> Any:
    """A field with more to say than its default."""
    return Field(default, default_factory, description)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Model:
    """A frozen value with no fields beyond those declared."""

    model_fields: ClassVar[Mapping[str, Field]] = {}
    _required: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _factories: ClassVar[tuple[tuple[str, Callable[[], Any]], ...]] = ()
    _content: ClassVar[Any]  # takes the content out of a dictionary, to be compared

    def __init_subclass__(cls, *, made_often: bool = False) -> None:
        """Note the fields of *cls*: those of its base, then its own, in order.

        Of a class that is *made_often* values are made several times as fast, and are smaller.
        """
        own = {name: vars(cls).get(name, _REQUIRED) for name in inspect.get_annotations(cls)}
        fields = {
            n: given if isinstance(given, Field) else Field(given) for n, given in own.items()
        }
        fields = {**cls.model_fields, **fields}
        cls.model_fields = fields
        cls._required = frozenset(name for name, one in fields.items() if one.is_required())
        cls._defaults = {n: one.default for n, one in fields.items() if n not in cls._required}
        cls._factories = tuple(
            (name, one.default_factory) for name, one in fields.items() if one.default_factory
        )
        cls._content = itemgetter(*fields)
        if made_often:
            cls.__init__ = _initialiser(cls)  # type: ignore[method-assign]

    def __init__(self, **values: Any) -> None:
        """A value with these fields, the others having their defaults.

        Raises TypeError for a field that does not exist, or is missing.
        """
        content = self.__dict__
        content.update(self._defaults)
        for name, make in self._factories:
            content[name] = make()
        content.update(values)
        if len(content) != len(self.model_fields) or not self._required <= values.keys():
            name = type(self).__name__
            raise TypeError(_misfit(name, values.keys(), self.model_fields, self._required))

    def model_content(self) -> dict[str, Any]:
        """The values of the fields, in order."""
        content = self.__dict__  # beside cached properties
        return {name: content[name] for name in self.model_fields}

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """The fields with their values, in order."""
        return iter(self.model_content().items())

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """The same value but for the fields in *update*. Raises TypeError for other names."""
        given = (update or {}).keys()
        if not given <= self.model_fields.keys():
            raise TypeError(_misfit(type(self).__name__, given, self.model_fields, frozenset()))
        content = self.__dict__
        if len(content) > len(self.model_fields):
            content = self.model_content()  # without cached properties
        made = object.__new__(type(self))
        made.__dict__.update(content, **(update or {}))
        return made

    def __eq__(self, other: object) -> bool:
        """Whether *other* is of the same class and has the same content."""
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._content(self.__dict__) == self._content(other.__dict__))

    def __hash__(self) -> int:
        """That of the content."""
        return hash(self._content(self.__dict__))

    def __repr__(self) -> str:
        """As one would write it, defaults left out."""
        shown = (
            f"{name}={value!r}"
            for name, value in self
            if name not in self._defaults or value != self._defaults[name]
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def __setattr__(self, name: str, value: object) -> None:
        """Raises AttributeError."""
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        """Raises AttributeError."""
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be deleted")

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: Any) -> Any:
        """How pydantic validates and writes such a value."""
        from citecheck.model.validating import schema

        return schema(cls, handler)


def _initialiser(cls: type[Model]) -> Callable[..., None]:
    """What makes a value of *cls*, as one would write it by hand for that class alone."""
    fields = cls.model_fields
    given = (n if fields[n].is_required() else f"{n}=defaults[{n!r}]" for n in fields)
    body = "".join(f"    content[{name!r}] = {name}\n" for name in fields)
    source = f"def __init__(self, *, {', '.join(given)}):\n    content = self.__dict__\n{body}"
    made: dict[str, Any] = {"defaults": cls._defaults}
    exec(source, made)
    initialiser: Callable[..., None] = made["__init__"]
    return initialiser


def _misfit(name: str, given: Any, fields: Mapping[str, Field], required: frozenset[str]) -> str:
    """What is wrong with the fields *given* to the class of that *name*."""
    strange = ", ".join(sorted(given - fields.keys()))
    missing = ", ".join(sorted(required - given))
    return f"{name}: " + "; ".join(
        said
        for said, names in ((f"no field {strange}", strange), (f"no {missing}", missing))
        if names
    )
