"""Whether volumes and pages agree."""

import re

from citecheck.language.folding import letters

_RANGE = re.compile(r"\s?[-–—−]{1,2}\s?")


def volume_agrees(listed: str, given: str) -> bool | None:
    """Whether two volumes or issues are the same ("Vol. 12" and "12"); None if one is empty."""
    one, other = _number(listed), _number(given)
    return None if not one or not other else one == other


def page_agrees(listed: str, given: str) -> bool | None:
    """Whether two ranges begin on the same page ("123-8" and "123-128"); None if one is empty."""
    one, other = _first(listed), _first(given)
    return None if not one or not other else one == other


def _number(text: str) -> str:
    digits = "".join(char for char in text if char.isdigit())
    return digits.lstrip("0") or letters(text)


def _first(text: str) -> str:
    return letters(_RANGE.split(text.strip(), maxsplit=1)[0]).lstrip("0p")
