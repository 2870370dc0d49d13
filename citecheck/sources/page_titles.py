"""Titles of pages without the name of the site, which most pages append to them."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from citecheck.language.folding import letters, words

_SEPARATOR = re.compile(r"\s(?:\||-|–|—|::|»|«|·|•|/|~|›|>|<|:)\s|\s?(?:\||»|·|•)\s?")
_LEAST = 4
_MOST_PARTS = 12


def without_site(title: str, site_names: Iterable[str]) -> str:
    """*title* without the parts at its ends that are one of *site_names*.

    "The tides | Example News" is "The tides" on the site "Example News"; a title that is the
    site's name and nothing else stays.
    """
    names = {letters(name).removeprefix("the") for name in site_names} - {""}
    cuts = list(_SEPARATOR.finditer(title))[:_MOST_PARTS]
    start, end = 0, len(title)
    for cut in reversed(cuts):
        if not _is_like_site(title[cut.end() : end], names) or not letters(title[: cut.start()]):
            break
        end = cut.start()
    for cut in cuts:
        if cut.end() >= end or letters(title[start : cut.start()]).removeprefix("the") not in names:
            break
        start = cut.end()
    return title[start:end].strip() or title.strip()


def _is_like_site(part: str, names: set[str]) -> bool:
    """Whether *part* is a site's name, perhaps with a word beside it ("BBC News" on "bbc")."""
    bare, inside = letters(part).removeprefix("the"), words(part)
    if not bare or bare in names:
        return True
    if len(inside) > _LEAST:
        return False
    return inside[0] in names or any(_is_half(bare, name) for name in names)


def _is_half(one: str, other: str) -> bool:
    """Whether the shorter of two names is in the longer one and makes up half of it."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST and shorter in longer and 2 * len(shorter) >= len(longer)


def host_names(url: str) -> tuple[str, ...]:
    """What a host calls itself: "news.example.co.uk" gives "news.example.co.uk" and "example"."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ()
    labels = host.split(".")
    inner = labels[:-1] if len(labels) > 1 else []
    if len(inner) > 1 and len(inner[-1]) <= 3:  # co.uk, com.br, gov.au
        inner = inner[:-1]
    return tuple(dict.fromkeys(name for name in (host, *inner[-1:]) if name))


def is_front(shorter: str, longer: str) -> bool:
    """Whether *longer* is *shorter* with something behind a separator."""
    one, other = shorter.strip(), longer.strip()
    if len(one) >= len(other) or not one or not other.startswith(one):
        return False
    return bool(_SEPARATOR.match(other, len(one)))
