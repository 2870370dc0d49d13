"""What the user can choose. The defaults stand here and nowhere else."""

import datetime

from citecheck.model import Model


class Settings(Model):
    """Choices of one run.

    ``select`` and ``ignore`` hold rule codes, names or code prefixes ("NAM", "NAM201",
    "misspelt-author"); an empty ``select`` means every rule. ``today`` is the date that rules
    take as the present; None means that no rule may judge by it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: datetime.date | None = None
