"""Names as they are spoken (``John A. Smith``), bare family names, organisations among persons."""

from citecheck.language.abbreviations import abbreviations
from citecheck.language.connectors import PARTICLES
from citecheck.language.folding import fold
from citecheck.parsing.name_parts import (
    AFTER_NAME,
    FAMILY_PARTS,
    LIST_GOES_ON,
    LIST_MARKS,
    NAME_PARTS,
    WORDS,
    Found,
    is_given,
    is_official,
    join,
    split_particle,
    suffix_behind,
)
from citecheck.parsing.tokens import Kind, Token

_ORGANISATION_PARTS = NAME_PARTS | {Kind.OTHER, Kind.AND}
_CLOSED_BY_STOP = WORDS | {Kind.SUFFIX}
_MOST_WORDS = 8


def natural(tokens: list[Token], first: int) -> Found | None:
    """``John A. Smith``, ``J. van der Berg``: given names or initials, then the family name."""
    if tokens[first + 1].kind not in NAME_PARTS or tokens[first].kind not in NAME_PARTS:
        return None
    end = _run(tokens, first, NAME_PARTS, _MOST_WORDS)
    words = tokens[first:end]
    final = words[-1].dotted and tokens[end].kind not in LIST_GOES_ON
    suffix = words.pop().text if words[-1].kind == Kind.SUFFIX else ""
    if len(words) < 2 or words[-1].kind not in WORDS or words[0].kind == Kind.PARTICLE:
        return None
    if not final and tokens[end].kind not in AFTER_NAME:
        return None
    if _is_title(words) or (words[-1].dotted and _is_abbreviated(words, tokens[end])):
        return None
    split = len(words) - 1
    while split > 1 and fold(words[split - 1].text) in PARTICLES:
        split -= 1
    end, suffix = suffix_behind(tokens, end, suffix)
    particle, family = split_particle(words[split:])
    initials = _has_initials(words[:split], shouted=words[-1].text.isupper())
    given = join(words[:split])
    return Found(family, given, suffix, particle, first, end, "natural", final, initials)


def _run(tokens: list[Token], first: int, kinds: frozenset[str], most: int) -> int:
    """The end of the words of *kinds* from *first* on, at a word with a full stop at the latest."""
    end = first
    while tokens[end].kind in kinds and end - first < most:
        end += 1
        if tokens[end - 1].dotted and tokens[end - 1].kind in _CLOSED_BY_STOP:
            break
    return end


def _has_initials(given: list[Token], shouted: bool) -> bool:
    """Whether initials are among the given names; in capitals throughout, "AR" may be a name."""
    kinds = [token.kind for token in given]
    return Kind.INITIAL in kinds or (Kind.CAPS in kinds and not shouted)


def _is_title(words: list[Token]) -> bool:
    """Whether the words are rather a title or an office: "A Course in Analysis", "R Core Team"."""
    kinds = [token.kind for token in words]
    count, first = kinds.count(Kind.NAME), words[0].text
    if fold(first) in ("the", "an") or (first in ("A", "O") and count > 1):
        return True
    if count > 4 and not (count < 7 and is_given(first)):
        return True
    if count > 2 and "in" in [token.text for token in words]:
        return True
    if any(token.dotted for token in words if token.kind == Kind.INITIAL):
        return False
    return is_official(words)


def _is_abbreviated(words: list[Token], after: Token) -> bool:
    """Whether a dotted word is of the title of a journal: "J. Clean. Prod."."""
    last, word = words[-1], fold(words[-1].text[:-1])
    if word in abbreviations():
        return True
    neighbours = after.dotted and after.kind == Kind.NAME and words[0].kind == Kind.INITIAL
    return neighbours and len(last.text) < 8 and len(after.text) < 8


def bare(tokens: list[Token], first: int) -> Found | None:
    """A family name alone, where "et al." or "and" shows that it is one: "Pisano et al."."""
    end = first
    while tokens[end].kind in FAMILY_PARTS and not tokens[end].dotted and end - first < 4:
        end += 1
    words = tokens[first:end]
    if not any(token.kind in WORDS for token in words) or is_official(words):
        return None
    if not (_others_follow(tokens, end) or _is_joined(tokens, first, end)):
        return None
    particle, family = split_particle(words)
    return Found(family, "", "", particle, first, end, "bare")


def _others_follow(tokens: list[Token], end: int) -> bool:
    return tokens[end + (tokens[end].kind == Kind.COMMA)].kind == Kind.OTHERS


def _is_joined(tokens: list[Token], first: int, end: int) -> bool:
    """Whether "and" stands behind a single word, or before the words."""
    if tokens[end].kind == Kind.AND:
        return end - first == 1
    return first > 0 and tokens[first - 1].kind == Kind.AND and tokens[end].kind in AFTER_NAME


def mononym(tokens: list[Token], first: int) -> Found | None:
    """A name without a comma of its own among inverted ones: "Nathan, & Vigne, P."."""
    end = first
    while tokens[end].kind in FAMILY_PARTS and not tokens[end].dotted and end - first < 3:
        end += 1
    words = tokens[first:end]
    if tokens[end].kind not in LIST_MARKS or not any(token.kind in WORDS for token in words):
        return None
    particle, family = split_particle(words)
    return Found(family, "", "", particle, first, end, "bare")


def organisation(tokens: list[Token], first: int) -> Found | None:
    """An organisation among persons: "; INTERNATIONAL EXPERT PANEL ON SPEECH."."""
    end = _run(tokens, first, _ORGANISATION_PARTS, 14)
    words = tokens[first:end]
    if not words or not is_official(words) or words[0].kind not in WORDS:
        return None
    final = words[-1].dotted
    if not final and tokens[end].kind not in AFTER_NAME:
        return None
    return Found(join(words).rstrip("."), "", "", "", first, end, "organisation", final)


def ideographic(tokens: list[Token], first: int) -> Found | None:
    """``王小明`` or ``山田 太郎``: Chinese, Japanese and Korean names, family name first."""
    token = tokens[first]
    if token.kind != Kind.IDEOGRAPHIC or not 2 <= len(token.text.rstrip(".")) <= 6:
        return None
    family, after = token.text.rstrip("."), tokens[first + 1]
    if token.dotted:
        return Found(family, "", "", "", first, first + 1, "ideographic", _apart(token, after))
    if after.kind in AFTER_NAME:
        return Found(family, "", "", "", first, first + 1, "ideographic")
    if after.kind == Kind.IDEOGRAPHIC and len(after.text) <= 3 and len(family) <= 3:
        final = after.dotted or tokens[first + 2].kind == Kind.STOP
        given = after.text.rstrip(".")
        return Found(family, given, "", "", first, first + 2, "ideographic", final)
    return None


def _apart(token: Token, after: Token) -> bool:
    return after.kind != Kind.IDEOGRAPHIC or after.start > token.end
