"""Comparison forms of words: without case, accents, typographic variants, or in Latin letters."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose although editors treat them as accented ones.
_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇ʹʻ", "'") | dict.fromkeys("‐‑‒–—−", "-"))
_NOT_ALNUM = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")
_COMBINING = re.compile("[\u0300-\u036f]+")


@lru_cache(maxsize=32_768)
def fold(text: str) -> str:
    """Lower case without accents; apostrophes and dashes made alike: "Müller’s" is "muller's"."""
    if text.isascii():  # a short cut
        return text.lower().replace("`", "'")
    text = text.translate(_APOSTROPHES).casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return unicodedata.normalize("NFC", _COMBINING.sub("", text))


def han_families(name: str) -> tuple[str, ...]:
    """What may be the family name in one of four or five Chinese characters: "田中" of "田中太郎".

    Shorter names may be Chinese, which are cited whole.
    """
    if len(name) not in (4, 5) or not all("\u3400" <= char <= "\u9fff" for char in name):
        return ()
    return (name[:2],) if len(name) == 4 else (name[:2], name[:3])


def expand_umlauts(text: str) -> str:
    """The spelling without umlauts that German and Scandinavian writers use: "mueller"."""
    return fold(unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))


def is_latin(text: str) -> bool:
    """Whether every letter of *text* belongs to the Latin script."""
    return text.isascii() or all(
        "LATIN" in unicodedata.name(char, "") for char in text if char.isalpha()
    )


@lru_cache(maxsize=4_096)
def romanise(text: str) -> str:
    """Folded Latin letters for any script: "Лавров" is "lavrov"."""
    if is_latin(text):
        return fold(text)
    from anyascii import anyascii  # loaded only where another script occurs

    return fold(anyascii(text))


def words(text: str) -> list[str]:
    """The folded words and numbers of *text*, in order."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=16_384)
def letters(text: str) -> str:
    """The folded letters and digits of *text* alone: "O’Brien-Smith" is "obriensmith"."""
    return _NOT_ALNUM.sub("", fold(text))
