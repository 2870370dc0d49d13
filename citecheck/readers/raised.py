"""Superscripts as characters, one for one, so that a number's height survives in plain text."""

import re

_LOW, _HIGH = "0123456789-–‑−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁻"
_RAISE = str.maketrans(_LOW, _HIGH)
_LOWER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789–")
_NUMBERS = re.compile(r"[\d\s,;.–‑−-]*\d[\d\s,;.–‑−-]*", re.ASCII)


def raised(text: str) -> str:
    """*text*, which stands raised, with superscript digits; as it is if it has anything else."""
    if text.isascii() and text.isalpha():
        return text
    return text.translate(_RAISE) if _NUMBERS.fullmatch(text) or text in "-–,; " else text


def lowered(text: str) -> str:
    """*text* with plain digits for superscript ones, as a file with raised runs has them."""
    return text.translate(_LOWER)
