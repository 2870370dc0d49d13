"""Citation keys that people can read and that stay the same: "deen2021ever"."""

import re
from collections.abc import Sequence

from citecheck.language.folding import romanise
from citecheck.model import Reference

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9:_.+/-]*")
_WORD = re.compile(r"[a-z0-9]+")
# Articles and prepositions that begin titles: en, de, nl, Scandinavian, fr, es, pt, it.
_WEAK = frozenset(
    (
        "a an the on of in to for from by with at and der die das den dem ein eine einen zu zur "
        "zum uber von vom im am de het een over en et ett le la les l un une des du sur el los "
        "las una sobre o os as um uma il lo gli i"
    ).split()
)


def citation_keys(references: Sequence[Reference]) -> list[str]:
    """One key for each reference: its own, or made of family name, year and a title word.

    Where several would be equal (but for capitals), the second becomes "deen2021ever-2".
    """
    keys: list[str] = []
    times: dict[str, int] = {}
    for reference in references:
        plain = reference.key if _KEY.fullmatch(reference.key) else _made_key(reference)
        key = plain
        while key.lower() in times:
            times[plain.lower()] += 1
            key = f"{plain}-{times[plain.lower()]}"
        times[key.lower()] = 1
        keys.append(key)
    return keys


def _made_key(reference: Reference) -> str:
    name = "".join(_words(reference.names[0].sort_name)[:3]) if reference.names else ""
    title = _words(reference.title.value) if reference.title else []
    strong = [word for word in title if word not in _WEAK] or title
    issued = reference.issued
    year = f"{abs(issued.year)}{issued.suffix}" if issued and issued.year is not None else "nd"
    return f"{name or 'anon'}{year}{strong[0] if strong else ''}"


def _words(text: str) -> list[str]:
    return _WORD.findall(romanise(text))
