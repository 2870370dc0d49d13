"""Who marks a change, and when."""

import datetime
from typing import NamedTuple

AUTHOR = "citecheck"


class Stamp(NamedTuple):
    """The author and the moment that tracked changes and comments carry.

    ``moment`` is None where nobody said; the marks then have no date.
    """

    author: str = AUTHOR
    moment: datetime.datetime | None = None

    @property
    def date(self) -> str:
        """The moment as Word writes it, "" if there is none."""
        return self.moment.strftime("%Y-%m-%dT%H:%M:%SZ") if self.moment else ""


UNDATED = Stamp()
