"""Regular expressions that are compiled when they are first used.

Python takes a quarter of a millisecond over each, and a run uses half of those that there are.
"""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern, and has all that it has from the first use on."""

    def __init__(self, text: str, flags: int) -> None:
        self._given = (text, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        public = (known for known in dir(compiled) if not known.startswith("_"))
        vars(self).update({known: getattr(compiled, known) for known in public})
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile``, at once: an error in *text* shows at the first use."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
