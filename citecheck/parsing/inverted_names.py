"""Names that begin with the family name: ``Smith, John A.`` and, in medicine, ``Smith JA``."""

from citecheck.language.connectors import PARTICLES
from citecheck.parsing.name_parts import (
    AFTER_NAME,
    FAMILY_PARTS,
    INITIALS,
    LIST_GOES_ON,
    NAME_PARTS,
    WORDS,
    Found,
    is_given,
    is_official,
    join,
    join_given,
    split_particle,
    suffix_behind,
)
from citecheck.parsing.names import natural
from citecheck.parsing.roles import variable_of
from citecheck.parsing.tokens import Kind, Token

_MAY_FOLLOW_PARTICLE = AFTER_NAME | {Kind.NAME, Kind.INITIAL, Kind.PARTICLE}
_MAY_BEGIN_TITLE = frozenset((Kind.NAME, Kind.INITIAL, Kind.OTHER, Kind.CAPS, Kind.PARTICLE))
_MOST_WORDS = 6


def inverted(tokens: list[Token], first: int, end: int) -> Found | None:
    """``Smith, John A.``, ``van der Berg, J.``, ``Doe, Jr., J.``; *end* is the ``family_end``."""
    suffix, comma = _suffix_inside(tokens, end)
    if tokens[comma].kind != Kind.COMMA:
        return None
    family = tokens[first:end]
    if not _has_word(family):
        return None
    start = comma + 1
    part = _given_part(tokens, start)
    if part is None:
        return None
    end, final = part
    given = [token for token in tokens[start:end] if token.kind != Kind.SUFFIX]
    if len(given) < end - start:
        suffix = suffix or _suffixes(tokens[start:end])
    end, suffix = suffix_behind(tokens, end, suffix)
    if _is_no_person(family, given, tokens[end].kind):
        return None
    initials = Kind.NAME not in [token.kind for token in given]
    particle, name = split_particle(family)
    return Found(name, join_given(given), suffix, particle, first, end, "inverted", final, initials)


def bracketed(tokens: list[Token], first: int, end: int) -> Found | None:
    """``ALLEN (J. P.)``: initials in parentheses, as in France; *end* is the ``family_end``."""
    family, start = tokens[first:end], end + 1
    if tokens[end].text != "(" or not _has_word(family):
        return None
    end = start
    while tokens[end].dotted and tokens[end].kind in (Kind.INITIAL, Kind.NAME) and end < start + 4:
        end += 1
    closing, after = tokens[end], tokens[end + 1]
    if closing.text != ")" or after.kind not in LIST_GOES_ON | {Kind.STOP}:
        return None
    if end == start or variable_of(tokens[start].text):  # "Rosa Lund (Eds.)."
        return None
    particle, name = split_particle(family)
    final = after.kind == Kind.STOP
    given = join(tokens[start:end])
    return Found(name, given, "", particle, first, end + 1 + final, "inverted", final, True)


def _has_word(tokens: list[Token]) -> bool:
    return not WORDS.isdisjoint([token.kind for token in tokens])


def family_end(tokens: list[Token], first: int) -> int:
    """The end of the words that may be a family name at *first*."""
    for end in range(first, first + _MOST_WORDS):
        token = tokens[end]
        if token.dotted:
            return end
        if token.kind not in FAMILY_PARTS and not _spanish_and(tokens, first, end):
            return end
    return first + _MOST_WORDS


def _spanish_and(tokens: list[Token], first: int, index: int) -> bool:
    """Whether "y" joins two family names of one person: "Ortega y Gasset, José".

    "e" is also "and" ("Marx e Engels, Manifesto"): a given name or initials must follow it.
    """
    if index != first + 1 or tokens[index].text not in ("y", "i", "I", "e", "E"):
        return False
    if tokens[index + 1].kind not in WORDS or tokens[index + 2].kind != Kind.COMMA:
        return False
    given, last = tokens[index + 3], tokens[index + 4].kind == Kind.END
    sure = given.kind == Kind.INITIAL or is_given(given.text) or (given.dotted and last)
    return tokens[index].text not in "eE" or sure


def _suffix_inside(tokens: list[Token], end: int) -> tuple[str, int]:
    """A suffix before the given names, and where the comma before them is."""
    if tokens[end].kind == Kind.SUFFIX:
        return tokens[end].text, end + 1
    if tokens[end + 1].kind == Kind.SUFFIX and tokens[end + 2].kind == Kind.COMMA:
        return tokens[end + 1].text, end + 2
    return "", end


def _suffixes(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens if token.kind == Kind.SUFFIX)


def _is_no_person(family: list[Token], given: list[Token], after: str) -> bool:
    """Whether an office or a title is meant: "Alena Ledeneva, How Russia Really Works"."""
    kinds = [token.kind for token in given]
    if Kind.INITIAL not in kinds and is_official(family + given):
        return True
    if len(given) == 1 and given[0].text in ("The", "The."):  # "River Gazette, The"
        return True
    names = [token.text for token in given if token.kind in WORDS]
    if Kind.NAME not in kinds or any(map(is_given, names)):
        return False
    return len(names) > 3 or (len(family) > 1 and len(names) > 1 and after == Kind.COLON)


def _given_part(tokens: list[Token], start: int) -> tuple[int, bool] | None:
    """Where the given names that begin at *start* end, and whether a full stop ended the list."""
    index = start
    while tokens[index].kind in NAME_PARTS and index - start < _MOST_WORDS:
        token = tokens[index]
        if token.kind == Kind.PARTICLE and not _particle_belongs(tokens, index):
            break
        index += 1
        if token.kind == Kind.SUFFIX:
            return index, token.dotted and tokens[index].kind not in LIST_GOES_ON
        if token.kind in INITIALS and not (token.kind == Kind.CAPS and token.dotted):
            if _title_behind(tokens, index):
                return (index, True) if token.dotted else None
        elif _closes(token, tokens[index]):
            return index, True
    if all(token.kind in (Kind.PARTICLE, Kind.SUFFIX) for token in tokens[start:index]):
        return None
    closed = tokens[index - 1].dotted and tokens[index].kind not in LIST_GOES_ON
    return (index, closed) if closed or tokens[index].kind in AFTER_NAME else None


def _closes(token: Token, after: Token) -> bool:
    """Whether the full stop of a whole word ends the list, and abbreviates no name ("Wm. H.")."""
    if not token.dotted or after.kind in LIST_GOES_ON:
        return False
    return not (after.kind == Kind.INITIAL and after.dotted and len(token.text) < 5)


def _title_behind(tokens: list[Token], index: int) -> bool:
    """Whether the word behind an initial is no more of the name: "Marlene B. Test", "F. O mapa"."""
    after = tokens[index]
    if after.kind == Kind.NAME:
        return not _name_goes_on(tokens, index)
    short = after.kind in (Kind.INITIAL, Kind.CAPS) and not after.dotted
    return short and tokens[index + 1].kind not in AFTER_NAME


def _particle_belongs(tokens: list[Token], index: int) -> bool:
    """Whether a particle is part of the given names: "Maria da Conceição", "A. T. de"."""
    while tokens[index].kind == Kind.PARTICLE and not tokens[index].dotted:
        index += 1
    return tokens[index].kind in _MAY_FOLLOW_PARTICLE


def _name_goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a word behind an initial is a second given name ("R. Alexander,"), no title."""
    if tokens[index].text.isupper():
        return False
    known = is_given(tokens[index].text)
    while known and tokens[index + 1].kind == Kind.NAME and not tokens[index].dotted:
        index += 1
    after = tokens[index + 1].kind
    if tokens[index].dotted:
        return after in (Kind.END, Kind.INITIAL)
    if after == Kind.AND:
        return known and tokens[index + 2].kind in NAME_PARTS
    return after in AFTER_NAME - {Kind.COLON, Kind.STOP}


def family_first(tokens: list[Token], first: int, settled: bool = False) -> Found | None:
    """``Smith JA``, ``van Loon J. J.``: a family name with initials behind it, no comma.

    *settled* says that names before were written so.
    """
    end = _initials_end(tokens, first)
    split = _first_initial(tokens, first, end) if end > first + 1 else None
    if split is None or not all(token.kind in INITIALS for token in tokens[split + 1 : end]):
        return None
    final = tokens[end - 1].dotted and tokens[end].kind in _MAY_BEGIN_TITLE
    if not final and tokens[end].kind not in AFTER_NAME:
        return None
    # "Filho" is a suffix, unless the name begins with it; "IV" may be initials.
    family = [tokens[first]] + [t for t in tokens[first + 1 : split] if t.kind != Kind.SUFFIX]
    given = [t for t in tokens[split:end] if t.kind != Kind.SUFFIX] or tokens[split:end]
    if _is_office(family, given) or (final and not settled and _rather_natural(tokens, first)):
        return None
    suffix = "" if given[0].kind == Kind.SUFFIX else _suffixes(tokens[first + 1 : end])
    particle, name = split_particle(family)
    initials = join_given(given)
    return Found(name, initials, suffix, particle, first, end, "family-first", final, True)


def _initials_end(tokens: list[Token], first: int) -> int:
    end = first
    while tokens[end].kind in NAME_PARTS and end - first < 9:
        token = tokens[end]
        if token.dotted and token.kind == Kind.NAME and not _may_be_dotted(token, end > first):
            return first
        end += 1
        closing = token.kind in INITIALS or token.text.isupper()
        if closing and token.dotted and not _more_initials(tokens, end):
            break
    return end


def _may_be_dotted(token: Token, inside: bool) -> bool:
    """Whether a full stop behind a word ends no sentence: "St. John", "Santos ABCDE."."""
    return token.text == "St." or (inside and token.text.isupper() and len(token.text) < 8)


def _more_initials(tokens: list[Token], index: int) -> bool:
    """Whether the token behind dotted initials goes on with the name, and begins no title."""
    token = tokens[index]
    if token.kind == Kind.INITIAL and not token.dotted:
        return tokens[index + 1].kind in AFTER_NAME
    if token.kind == Kind.CAPS:
        return tokens[index - 1].kind == Kind.SUFFIX
    return token.kind in (Kind.INITIAL, Kind.PARTICLE, Kind.SUFFIX)


def _first_initial(tokens: list[Token], first: int, end: int) -> int | None:
    """Index of the first initials behind at least one word of a family name."""
    seen = False
    for index in range(first, end):
        token = tokens[index]
        if seen and token.text == "I" and _joins_families(tokens, index):
            continue
        if seen and _may_be_initials(token, tokens[index - 1], last=index == end - 1):
            return index
        if token.kind == Kind.INITIAL:
            return None
        named = token.kind in WORDS or (index == first and len(token.text) > 3)
        seen = seen or (named and not (token.text.isupper() and token.text.lower() in PARTICLES))
    return None


def _joins_families(tokens: list[Token], index: int) -> bool:
    """Whether "I" is the Catalan "and" between two family names: "Prat I Rius N"."""
    following, initials = tokens[index + 1 : index + 3]
    return following.kind == Kind.NAME and initials.kind in (Kind.INITIAL, Kind.CAPS)


def _may_be_initials(token: Token, before: Token, last: bool) -> bool:
    """Whether a token begins the initials; five capitals only behind a word that is not shouted."""
    if token.kind in (Kind.INITIAL, Kind.CAPS):
        return True
    if not token.text.isupper():
        return False
    small = token.kind in (Kind.SUFFIX, Kind.PARTICLE) and token.text not in ("II", "III")
    return (small and last) or (len(token.text) < 7 and not before.text.isupper())


def _is_office(family: list[Token], given: list[Token]) -> bool:
    """Whether capitals behind a word are no initials: "WORLD BANK", "STUDY TEAM"."""
    if len(given[0].text) < 3 or Kind.INITIAL in [token.kind for token in given]:
        return False
    shouted = all(token.text.isupper() for token in family)
    return (shouted and len(given[0].text) > 3) or is_official(family + given)


def _rather_natural(tokens: list[Token], first: int) -> bool:
    """Whether "Graeme P. Herd" is meant, not "Graeme P." before a title."""
    found = natural(tokens, first)
    if found is None or tokens[found.end - 1].kind != Kind.NAME:
        return False
    after = tokens[found.end].kind
    if after == Kind.AND:
        return tokens[found.end + 1].kind in (Kind.NAME, Kind.INITIAL)
    if after in (Kind.COMMA, Kind.OPEN, Kind.OTHERS, Kind.SEMICOLON):
        return True
    if found.final and _sentence_behind(tokens, found.end):
        return True
    whole = sum(token.kind != Kind.INITIAL for token in tokens[first : found.end])
    return whole == 2 and is_given(tokens[first].text)


def _sentence_behind(tokens: list[Token], index: int) -> bool:
    """Whether a sentence begins at *index*: a capitalised word, then words in lower case."""
    following = tokens[index : index + 5]
    if following[0].kind not in (Kind.NAME, Kind.CAPS, Kind.INITIAL):
        return False
    return any(
        token.kind in (Kind.OTHER, Kind.PARTICLE) and token.text.isalpha() for token in following
    )
