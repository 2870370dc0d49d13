"""Capital letters in titles.

Headline style (MLA 9, 2.90; Chicago 18, 8.160) is given to titles that look English and were
written in small letters. Sentence case (APA 7, 6.17) is given to English titles written in
headline style, and so that no name is damaged: see ``sentence``.
"""

import re
from functools import lru_cache

from citecheck.language.title_words import COMMON, ENGLISH, FOREIGN, NAMING, SAFE_ENDINGS
from citecheck.styles.markup import capital

SMALL = frozenset(
    "a amid an and as at but by for from if in into nor of off on onto or over per so than the to "
    "upon via vs vs. v. with yet near down past out".split()
)
"""Words that headline style leaves small: articles, conjunctions, prepositions of at most four
letters (Chicago 18, 8.160, capitalises the longer ones).
"""
LONG_PREPOSITIONS = frozenset(
    "about above across after against along among around before behind below beneath beside "
    "between beyond despite during except inside outside since through throughout toward towards "
    "under underneath until within without".split()
)
"""These too stay small in MLA (9, 2.90)."""
_SMALL_AND_LONG = SMALL | LONG_PREPOSITIONS
_ADVERBS = frozenset(
    ("up", "down", "off", "over", "out", "so", "past", "near", "yet", "if", "than")
)
"""Of these only the small form is kept, a capital never taken: they may be adverbs."""
_WEAK_HEADS = frozenset("state time point stage system development health plan".split())
"""Before "of the" these are no names: "The State of the Union"."""
_OPENING = "“‘\"'«([\u00bf\u00a1"
_ENDING = (":", "?", "!", ".", "—", "–")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PIECE = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|[^\w\s]|\s+|[\w]+")


@lru_cache(maxsize=2048)
def is_english(title: str, language: str = "") -> bool:
    """Whether *title* is in English: by *language* if that is known, or else by its small words;
    a title without any counts as English if all its letters are ASCII.
    """
    if language:
        return language[:2].lower() == "en"
    words = title.lower().split()
    if not FOREIGN.isdisjoint(words):
        foreign = sum([word in FOREIGN for word in words])
        return foreign < sum([word in ENGLISH for word in words])
    if title.isascii() or not ENGLISH.isdisjoint(words):
        return True
    return "".join(_WORD.findall(title)).replace("’", "").isascii()


@lru_cache(maxsize=4096)  # a title is wanted in the list and in each citation of it
def headline(title: str, language: str = "", *, long_prepositions: bool = False) -> str:
    """*title* in headline style if it is English. Capitals inside words stay, as do capitals of
    words that may be adverbs; *long_prepositions* makes "between" and the like small too.
    """
    if not title or not is_english(title, language):
        return title
    small = _SMALL_AND_LONG if long_prepositions else SMALL
    words = title.split(" ")
    if title[1:].islower() and "".join(words).isalpha():  # nothing but words in small letters
        raised = title.title()
        for word in small.intersection(words[1:-1]):
            raised = raised.replace(f" {word.capitalize()} ", f" {word} ")
        return raised
    return " ".join(_headline_words(words, small))


def _headline_words(words: list[str], small: frozenset[str]) -> list[str]:
    """*words* of a title, the first, the last and those behind a colon always with a capital."""
    begins, last = True, len(words) - 1
    for index, word in enumerate(words):
        stands_out = begins or index == last
        if word.isalpha() and word.islower():
            begins = False
            if stands_out or word not in small:
                words[index] = word.capitalize()
            continue
        if stands_out or word[:1] in _OPENING:
            words[index] = _raised(word)
        elif word.lower() in small:
            if word.istitle() and word.lower() not in _ADVERBS:
                words[index] = word.lower()
        elif word[:1].islower():
            words[index] = _raised(word)
        begins = word.endswith(_ENDING)
    return words


@lru_cache(maxsize=4096)
def _raised(word: str) -> str:
    """*word* and what follows its hyphens with capitals; "iPhone", "e-mail" and URLs stay."""
    start = 0
    while start < len(word) and word[start] in _OPENING:
        start += 1
    core = word[start:]
    if not core or not core.rstrip(".,:;?!”’)").replace("-", "").replace("’", "").isalpha():
        return word
    if core[1:].lower() != core[1:] and "-" not in core:
        return word
    first, *rest = core.split("-")
    tail = [piece if piece in SMALL else piece[:1].upper() + piece[1:] for piece in rest]
    return word[:start] + "-".join((first[:1].upper() + first[1:], *tail))


@lru_cache(maxsize=4096)
def sentence(title: str, language: str = "") -> str:
    """*title* in sentence case, as far as that is safe.

    Only English titles in headline style are changed, and of their words only those that are no
    names: words of a list of common words or with endings that names lack ("-tion", "-ment").
    Words that names are made of ("Union", "War", "State") stay as they are beside another word
    that keeps its capital: "the Soviet Union", "World War", "the Union State Treaty", but "the
    state of the union". Unknown words, acronyms and what follows a colon stay.
    """
    if not title or not is_english(title, language):
        return title
    if not _is_headline(title):
        return opened(title)
    pieces = _PIECE.findall(title[:1].upper() + title[1:])
    kinds = [_kind(piece) for piece in pieces]
    begins = True
    for index, piece in enumerate(pieces):
        if kinds[index] == " " or piece in _OPENING:
            continue
        if kinds[index] in "cn" and not begins and not _in_name(pieces, kinds, index):
            pieces[index] = piece.lower()
        begins = piece in (":", "?", "!", ".", "—")
    return "".join(pieces)


def opened(title: str) -> str:
    """*title* with a capital where it begins with a small word such as "the"."""
    return capital(title) if title.partition(" ")[0] in ENGLISH else title


def subtitle_capital(title: str) -> str:
    """*title* with a capital after its colon (APA 7, 6.17)."""
    head, colon, tail = title.partition(": ")
    return f"{head}: {capital(tail)}" if colon else title


def subtitle_small(title: str, language: str = "") -> str:
    """*title* with a small letter after its colon, if that begins a common word of English."""
    head, colon, tail = title.partition(": ")
    word = tail.partition(" ")[0]
    if not colon or _kind(word or " ") != "c" or not is_english(title, language):
        return title
    if len(word) == 1 and word != "A":
        return title
    return f"{head}: {tail[0].lower()}{tail[1:]}"


def _is_headline(title: str) -> bool:
    """Whether all longer words after the first have capitals but prepositions, and not all letters
    are: a single verb in small letters tells that the capitals are those of names.
    """
    if title[1:].islower():
        return False
    words = [word for word in _WORD.findall(title)[1:] if len(word) > 3]
    raised = [word for word in words if word[0].isupper()]
    if len(raised) < 2 or title.isupper():
        return False
    small = [word for word in words if word[0].islower()]
    return all(word in SMALL or word in LONG_PREPOSITIONS for word in small)


@lru_cache(maxsize=8192)
def _kind(piece: str) -> str:
    """ "c" common, "n" part of names, "?" perhaps a name, "s" small already, " " blank or mark."""
    if not piece[0].isalpha():
        return " " if piece.isspace() or piece == "-" else "."
    if not piece[0].isupper():
        return "s"
    lower = piece.lower().removesuffix("’s").removesuffix("'s")
    if len(piece) > 1 and not piece[1:].islower() and not piece[1:].replace("’", "").islower():
        return "?"
    if lower in SMALL or lower in ENGLISH or lower in LONG_PREPOSITIONS:
        return "c"
    singular = lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")
    if lower in NAMING or singular in NAMING:
        return "n"
    if lower in COMMON or singular in COMMON:
        return "c"
    return "c" if len(lower) > 7 and lower.endswith(SAFE_ENDINGS) else "?"


def _in_name(pieces: list[str], kinds: list[str], index: int) -> bool:
    """Whether a word that names are made of stands beside another word of a name, or before "of"
    and a word that may be one: "the Republic of Georgia", "the Ministry of Defence".
    """
    if kinds[index] != "n":
        return False
    before, after = _near(kinds, index, -1), _near(kinds, index, 1)
    if any(kinds[near] in "n?" for near in (before, after) if near is not None):
        return True
    head = _across_of(pieces, kinds, index, -1)
    if head is not None and kinds[head] == "n":
        return _heads_name(pieces, kinds, head)
    beyond = _across_of(pieces, kinds, index, 1)
    if beyond is None or _is_qualified(pieces, kinds, before):
        return False
    return kinds[beyond] == "?" or (kinds[beyond] == "n" and _heads_name(pieces, kinds, index))


def _heads_name(pieces: list[str], kinds: list[str], index: int) -> bool:
    """Whether the word before "of" may begin a name by itself."""
    before = _near(kinds, index, -1)
    return pieces[index].lower() not in _WEAK_HEADS and not _is_qualified(pieces, kinds, before)


def _across_of(pieces: list[str], kinds: list[str], index: int, step: int) -> int | None:
    """The word on the other side of "of" or "of the" next to this one; None if there is none."""
    near = _near(kinds, index, step)
    if near is not None and pieces[near].lower() == "the":
        near = _near(kinds, near, step)
    if near is None or pieces[near].lower() != "of":
        return None
    near = _near(kinds, near, step)
    if near is not None and pieces[near].lower() == "the":
        near = _near(kinds, near, step)
    return near


def _is_qualified(pieces: list[str], kinds: list[str], before: int | None) -> bool:
    """Whether a common adjective stands before: "a vassal state of ..."."""
    return before is not None and kinds[before] == "c" and pieces[before].lower() in COMMON


def _near(kinds: list[str], index: int, step: int) -> int | None:
    """The next piece on that side that is no blank; None at an end."""
    near = index + step
    while 0 <= near < len(kinds) and kinds[near] == " ":
        near += step
    return near if 0 <= near < len(kinds) else None
