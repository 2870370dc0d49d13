"""Values whose places are carried over to another text."""

from collections.abc import Callable
from typing import Any, TypeVar

from citecheck.model.base import Model
from citecheck.model.document import Span

AnyValue = TypeVar("AnyValue")
_MAY_HAVE_SPANS = (Model, tuple)


def moved(value: AnyValue, move: Callable[[Span], Span]) -> AnyValue:
    """*value*, a Model or a tuple of them, with every span in it as *move* has it."""
    found: Any = _moved(value, move)
    return found  # type: ignore[no-any-return]


def _moved(value: Any, move: Callable[[Span], Span]) -> Any:
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        return tuple(_moved(inner, move) for inner in value)
    if not isinstance(value, Model):
        return value
    inside = vars(value).items()
    update = {name: _moved(v, move) for name, v in inside if v and isinstance(v, _MAY_HAVE_SPANS)}
    return value.model_copy(update=update) if update else value
