"""Values as BibTeX needs them: special characters escaped, braces balanced, names by their parts.

BibTeX counts braces even behind a backslash, so those that do not balance are written as commands.
"""

import re
from collections.abc import Sequence

from citecheck.model import Name

_COMMANDS = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{char: f"\\{char}" for char in "%&#_${}"},
    }
)
_LONE_BRACES = _COMMANDS | {ord("{"): r"{\textbraceleft}", ord("}"): r"{\textbraceright}"}
# In addresses, which BibTeX takes verbatim, only what would upset the braces.
_PERCENT = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
_SEPARATOR = re.compile(r",|\band\b", re.IGNORECASE)


def escaped(value: str) -> str:
    """*value* on one line, as LaTeX that prints it."""
    return " ".join(value.split()).translate(_COMMANDS if _is_balanced(value) else _LONE_BRACES)


def _is_balanced(value: str) -> bool:
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def verbatim(address: str) -> str:
    """A DOI or URL: not escaped, for BibTeX styles take it as it is; braces and spaces encoded."""
    return " ".join(address.split()).translate(_PERCENT)


def names(people: Sequence[Name], *, others: bool, by_parts: bool = False) -> str:
    """Names joined by "and", with "and others" for a list that ended in "et al.".

    *by_parts*: a particle with a capital, which BibTeX takes for the family name, is told from it
    in biblatex's extended format (manual 3.20, "Name lists").
    """
    written = [
        _by_parts(person) if by_parts and person.non_dropping_particle[:1].isupper()
        else _name(person)
        for person in people
    ]  # fmt: skip
    return " and ".join(written + ["others"] * others)


def _name(person: Name) -> str:
    """``von Family, Jr, Given``, or what must stay together in braces."""
    if person.literal or not person.family:
        return "{" + escaped(person.literal or person.given or person.sort_name) + "}"
    particles = (person.dropping_particle, person.non_dropping_particle)
    family = " ".join((*(particle for particle in particles if particle), _part(person.family)))
    if not person.given and not person.suffix:
        return family if " " not in family else "{" + family + "}"
    suffix = [_part(person.suffix)] if person.suffix else []
    return ", ".join((family, *suffix, _part(person.given)))


def _by_parts(person: Name) -> str:
    """ "family=Fontaine, given=Jean, prefix=La"."""
    prefix = " ".join(filter(None, (person.dropping_particle, person.non_dropping_particle)))
    parts = {"family": person.family, "given": person.given, "prefix": prefix,
             "suffix": person.suffix}  # fmt: skip
    return ", ".join(f"{name}={_part(value)}" for name, value in parts.items() if value)


def _part(value: str) -> str:
    """A part of a name, in braces if BibTeX would divide it."""
    return "{" + escaped(value) + "}" if _SEPARATOR.search(value) else escaped(value)
