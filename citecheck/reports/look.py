"""How a report is to look, as the command line decides it."""

from typing import NamedTuple

_SGR = {
    "bold": "1", "dim": "2", "red": "1;31", "yellow": "1;33", "blue": "1;34", "green": "1;32",
}  # fmt: skip


class Look(NamedTuple):
    """``colour``: whether to use ANSI colours. ``width``: of a line, in terminal columns.

    ``several``: whether reports on several files were asked for, however many there are.
    ``language``: of what is said to people, a key of ``locale.LANGUAGES``.
    """

    colour: bool = False
    width: int = 100
    several: bool = False
    language: str = "en"

    def paint(self, text: str, style: str) -> str:
        """*text* in a style: "bold", "dim", "red", "yellow", "blue" or "green"."""
        return f"\033[{_SGR[style]}m{text}\033[0m" if self.colour and text else text
