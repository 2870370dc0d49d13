"""The base of every typed value: frozen, closed, compared by content."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value with no fields beyond those declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
