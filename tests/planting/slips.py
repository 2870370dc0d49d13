"""Slips of the hand, as people make them."""

import random
import unicodedata

VOWELS = "aeiou"
CONSONANTS = "bcdfghklmnprstvz"


def misspelt(name: str, chance: random.Random) -> str:
    """*name* with one slip behind its second letter; capitals and accented letters are kept."""
    while True:
        at = chance.choice([i for i in range(2, len(name)) if name[i].isascii()])
        letter, slip = name[at], chance.choice(("other", "dropped", "doubled", "swapped"))
        if not letter.islower():
            continue
        if slip == "other":
            pool = VOWELS if letter in VOWELS else CONSONANTS
            new = name[:at] + chance.choice(pool.replace(letter, "")) + name[at + 1 :]
        elif slip == "dropped" and len(name) > 5:
            new = name[:at] + name[at + 1 :]
        elif slip == "doubled":
            new = name[:at] + letter + name[at:]
        else:
            new = name[:at] + name[at + 1 : at + 2] + letter + name[at + 2 :]
        if new != name:
            return new


def wrong_year(year: int, chance: random.Random) -> int:
    """An earlier year, the last digit or the last two of *year* mistyped."""
    digits = str(year)
    swapped = int(digits[:2] + digits[3] + digits[2])
    others = [year - step for step in (1, 2, 3) if digits[3] >= str(step)]
    return chance.choice([*others, *([swapped] if swapped < year else [])] or [year - 10])


def plain(name: str) -> str:
    """*name* without its accents."""
    kept = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return kept.translate(str.maketrans("øØłŁ", "oOlL"))
