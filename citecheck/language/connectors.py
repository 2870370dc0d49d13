"""The small words of name lists: "and", "et al.", "editor", particles, suffixes.

Sources: the ``and``, ``et-al`` and ``editor`` terms of the CSL 1.0.2 locales for the languages
named, and the particles of the Chicago Manual of Style, 18th ed., 8.4-8.14.
"""

# "and" between names: en, de, nl, da/no, sv, fr, es, pt, it, pl, cs, ru, uk, fi, hu, tr, el, zh
AND_WORDS: tuple[str, ...] = (
    "and", "und", "en", "og", "och", "et", "y", "e", "ed", "i", "a", "oraz", "и", "й", "та", "і",
    "ja", "és", "ve", "και", "和", "与", "および",
)  # fmt: skip
AND_SIGNS: tuple[str, ...] = ("&", "＆", "+")

# Latin and vernacular forms of "and others", without final points.
ET_AL_WORDS: tuple[str, ...] = (
    "et al", "et alii", "et alia", "et aliae", "et.al", "et. al", "etal", "et all", "and others",
    "and colleagues", "and co-workers", "u. a", "u.a", "ua", "et coll", "y otros", "y cols",
    "e outros", "e col", "e cols", "e altri", "m.fl", "m. fl", "mfl", "a kol", "a kolektiv",
    "a spol", "i sur", "i sar", "i dr", "és mtsai", "és mások", "i in", "i wsp", "и др",
    "и другие", "та ін", "和其他", "等", "ほか", "他",
)  # fmt: skip

# Before what contains a work: "In: Rivers"; en and de and la and it, pt, es, fr.
HOST_WORDS: tuple[str, ...] = ("in", "em", "en", "dans")
HOST = "|".join(form for word in HOST_WORDS for form in (word.title(), word, word.upper()))
"""Regular expression of these words, however they are capitalised."""

# Lower-case words that belong to the family name behind them.
PARTICLES: frozenset[str] = frozenset(
    (
        "van von der den de du des del della dela di da do dos das la le les lo el al ap bin ibn "
        "ben abu ter ten te zu zum zur vom af av y e i 't op in"
    ).split()
)
SUFFIXES: frozenset[str] = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "filho", "neto", "júnior", "junior")
)

# Marks that make the names before (or behind) them editors; compared folded, without brackets.
EDITOR_MARKS: tuple[str, ...] = (
    "eds", "ed", "editors", "editor", "edited by", "hrsg", "hg", "hgg", "herausgeber",
    "herausgegeben von", "dir", "dirs", "coord", "coords", "org", "orgs", "a cura di", "cur",
    "red", "редактор", "ред", "под ред", "编", "主编", "編",
)  # fmt: skip
TRANSLATOR_MARKS: tuple[str, ...] = (
    "trans", "transl", "translator", "translated by", "tr", "trad", "tradução de", "traduction de",
    "übers", "übersetzt von", "overs", "пер", "译", "訳",
)  # fmt: skip


def particles_behind(given: str) -> tuple[str, ...]:
    """The particles at the end of given names, and their ends: "in 't" and "'t" of "R. in 't"."""
    words = given.replace("’", "'").split()
    first = len(words)
    while first and words[first - 1] in PARTICLES:
        first -= 1
    return tuple(" ".join(words[index:]) for index in range(first, len(words)))
