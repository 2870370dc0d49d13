"""Names of authors as pages give them, freed of what stands around them."""

import re
from collections.abc import Collection, Iterable, Iterator

from citecheck.language.connectors import SUFFIXES
from citecheck.language.folding import fold, letters, words
from citecheck.language.organisation_words import organisation_words
from citecheck.sources.page_titles import without_site
from citecheck.sources.told import Told

_BY = re.compile(
    r"(?i:(?:written |posted |published |reported |text )?(?:by|von|par|por|di|door|av|af|da)):?\s+"
    r"(?=[^\Wa-z\d_])"
)
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|i|&|\+|with)\s")
_ADDRESS = re.compile(r"https?:|www\.|@|\d{3}|[{}<>]")
_NOBODY = frozenset(
    "admin administrator webmaster editor editors staff newsroom redaktion redaction redaccion "
    "redacao author guest unknown anonymous none null user root default".split()
)
_OFFICES = frozenset(
    "reporter correspondent editor writer journalist columnist contributor author staff producer "
    "analyst fellow director professor researcher press news phd md msc ma mba dr prof reuters afp "
    "by chief senior special redakteur redakteurin korrespondent journaliste periodista".split()
)
_LONGEST = 150


def authors(told: Iterable[Told], site_names: Iterable[str]) -> Iterator[Told]:
    """The authors in *told*, one name each, in order; who is only the site is half believed."""
    names = list(site_names)
    sites = {letters(name) for name in names}
    for one in told:
        for name in _split(without_site(without_office(one.value, sites), names)):
            bare = letters(name)
            if not bare or len(name) > _LONGEST or _ADDRESS.search(name) or fold(name) in _NOBODY:
                continue
            trust = one.confidence * (0.5 if bare in sites else 1.0)
            yield Told("author", name, one.source, round(trust, 3))


def without_office(text: str, sites: Collection[str] = ()) -> str:
    """*text* without what a person is or for whom one writes ("Jane Roe, Example News").

    "Roe, Jane" stays: only behind a whole name can there be an office.
    """
    name, _, rest = text.partition(",")
    parts = [part.strip() for part in rest.split(",")]
    if len(name.split()) < 2 or ";" in text:
        return text
    kept = [part for part in parts if not _is_known_office(part, sites)]
    return ", ".join([name.strip(), *filter(None, kept)])


def _is_known_office(part: str, sites: Collection[str]) -> bool:
    is_acronym = part.isupper() and part.isalpha() and len(part) > 1 and not _is_suffix(part)
    is_office = not _OFFICES.isdisjoint(words(part)) or _is_office(part)
    return is_acronym or is_office or letters(part) in sites


def _split(text: str) -> list[str]:
    """The names in *text*: divided at semicolons, and at commas and "and" where what stands on
    either side is a whole name. "Smith, John" is one name.
    """
    text = _BY.sub("", text.strip(), count=1) if _BY.match(text.strip()) else text.strip()
    found: list[str] = []
    for part in text[:5_000].split(";"):
        commas = [piece.strip() for piece in part.split(",")]
        whole = all(len(piece.split()) > 1 for piece in commas if not _is_suffix(piece))
        for piece in _rejoined(commas) if len(commas) > 1 and whole else [part.strip()]:
            names = [name.strip() for name in _AND.split(piece)]
            both = all(1 < len(name.split()) < 5 for name in names) and not _is_office(piece)
            found += names if both or ("," in part and whole) else [piece]
    return [name.removeprefix("and ").strip(" ,|") for name in found if name.strip(" ,|")]


def _is_office(name: str) -> bool:
    """Whether a name has a word of an organisation ("Fish and Wildlife Service")."""
    return not organisation_words().isdisjoint(words(name))


def _is_suffix(piece: str) -> bool:
    return fold(piece).rstrip(".") in SUFFIXES


def _rejoined(pieces: list[str]) -> list[str]:
    """Names with the "Jr." behind them."""
    found: list[str] = []
    for piece in pieces:
        if found and _is_suffix(piece):
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found
