"""Family names as Slavic sentences inflect them: "Nowaka" of Nowak, "Беловой" of Белова."""

import re

# Endings of oblique cases, longest first, each with what the dictionary form may end with
# (Russian and Ukrainian; then Polish and Czech).
_CYRILLIC = (
    ("ского", ("ский", "ской")), ("скому", ("ский", "ской")), ("ского", ("ський",)),
    ("ого", ("ий", "ый", "ой", "ій")), ("ому", ("ий", "ый", "ой", "ій")), ("его", ("ий",)),
    ("ским", ("ский", "ской", "ський")), ("ском", ("ский", "ской")), ("ской", ("ская",)),
    ("ську", ("ська",)), ("ської", ("ська",)), ("скую", ("ская",)),
    ("ою", ("а",)), ("ой", ("а", "ая")), ("ей", ("я", "а")), ("ым", ("", "ый")), ("им", ("", "ий")),
    ("ом", ("", "о", "ый")), ("ем", ("", "ь", "й")), ("єм", ("й",)), ("ові", ("", "о")),
    ("а", ("", "о")), ("я", ("ь", "й")), ("у", ("", "а", "о")), ("ю", ("ь", "й", "я")),
    ("е", ("", "а")), ("і", ("", "а", "о")), ("ы", ("а",)), ("и", ("а", "ь")),
)  # fmt: skip
_POLISH = (
    ("iego", ("i",)), ("iemu", ("i",)), ("iej", ("a",)), ("ego", ("y", "i")), ("emu", ("y", "i")),
    ("ové", ("ová", "")), ("ovou", ("ová",)), ("ovi", ("",)),
    ("ej", ("a",)), ("owi", ("",)), ("iem", ("",)), ("kiem", ("ek", "k")), ("ka", ("ek",)),
    ("em", ("",)), ("im", ("i",)), ("ym", ("y",)), ("ca", ("ec",)), ("ą", ("a",)), ("ę", ("a",)),
    ("y", ("a",)), ("i", ("a",)), ("a", ("", "o")), ("u", ("",)),
)  # fmt: skip
_POLISH_LETTERS = re.compile(r"[ąęłśźżěřůčšžťň]")
_SHORTEST = 3
_SAMPLE = 20_000


def is_polish(text: str) -> bool:
    """Whether the beginning of *text* has the letters of Polish, or Czech, in some number."""
    sample = text[:_SAMPLE].casefold()
    return len(_POLISH_LETTERS.findall(sample)) > max(1, len(sample) // 200)


def base_forms(name: str, *, polish: bool) -> list[str]:
    """The forms of which *name* may be an oblique case: Cyrillic ones, and Polish if that is so."""
    cyrillic = "\u0400" <= name[-1:] <= "\u04ff"
    endings = _CYRILLIC if cyrillic else _POLISH if polish else ()
    return [
        name.removesuffix(ending) + base
        for ending, bases in endings
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST
        for base in bases
    ]
