"""Names as styles print them: initials, the order of the parts, and how lists are joined."""

from collections.abc import Sequence
from functools import lru_cache

from citecheck.model import Name

_MOST_CAPITALS = 3
_FIRST_CASELESS = "\u2e80"
"""From here on scripts have no capitals to shorten names to (Chinese, Japanese, Korean)."""


@lru_cache(maxsize=4096)
def initials(given: str, stop: str = ".", between: str = " ", hyphen: str = "-") -> str:
    """ "Graeme P." as "G. P.", "Jean-Luc" as "J.-L."; particles and names that have no capitals
    stay. *stop* follows each letter, *between* parts them, *hyphen* joins double names.
    """
    if given.isupper() and given.isalpha() and 1 < len(given) <= _MOST_CAPITALS:
        given = " ".join(given)
    words: list[str] = []
    for word in given.replace(".", ". ").split():
        if word[0].islower() or word[0] >= _FIRST_CASELESS:
            words.append(word)
            continue
        pieces = [piece for piece in word.split("-") if piece.strip(".")]
        words.append(hyphen.join([piece[0].upper() + stop for piece in pieces]))
    return between.join(filter(None, words))


@lru_cache(maxsize=4096)
def spelt(given: str) -> str:
    """Given names as they stand, but initials pointed and parted: "SF" as "S. F."."""
    bare = given.replace(".", "").replace(" ", "").replace("-", "")
    is_short = bare.isupper() and len(bare) <= _MOST_CAPITALS
    return initials(given) if is_short else given


def inverted(name: Name, given: str, *, before_suffix: str = ", ") -> str:
    """ "van den Berg, J." with *given* names as the style writes them; an organisation whole."""
    if name.literal:
        return name.literal
    family = name.family
    if name.non_dropping_particle:
        family = _attached(name.non_dropping_particle, family)
    if name.dropping_particle:
        given = f"{given} {name.dropping_particle}"
    written = f"{family}, {given}" if given else family
    return f"{written}{before_suffix}{name.suffix}" if name.suffix else written


def direct(name: Name, given: str, *, before_suffix: str = " ") -> str:
    """ "J. van den Berg Jr."."""
    if name.literal:
        return name.literal
    family = name.family
    if name.non_dropping_particle:
        family = _attached(name.non_dropping_particle, family)
    if name.dropping_particle:
        family = _attached(name.dropping_particle, family)
    written = f"{given} {family}" if given else family
    return f"{written}{before_suffix}{name.suffix}" if name.suffix else written


def family(name: Name) -> str:
    """The name under which a work is cited."""
    if name.literal or not name.non_dropping_particle:
        return name.literal or name.family or name.given
    return _attached(name.non_dropping_particle, name.family)


def _attached(particle: str, family: str) -> str:
    """ "van den Berg", but "d’Arc"."""
    return particle + family if particle.endswith(("'", "’")) else f"{particle} {family}"


def joined(names: Sequence[str], pair: str, last: str) -> str:
    """ "A", "A[pair]B", "A, B[last]C"."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return f"{names[0]}{pair}{names[1]}"
    return f"{', '.join(names[:-1])}{last}{names[-1]}" if names else ""
