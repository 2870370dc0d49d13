"""What the readable part of a URL says about title and date. An offline witness, not a judge."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from citecheck.language.folding import fold, words
from citecheck.language.slips import MANY_SLIPS, slip_distance

_FULL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/_])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTH_FOLDER = re.compile(
    r"/((?:19|20)\d\d)/(?:0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?=/)"
)
_UPLOADS = re.compile(r"/(?:wp-content|uploads?|files?|media|assets|sites|static|content)/")
_COLLECTIONS = re.compile(
    r"/(?:authors?|autor(?:es|en|a|as)?|auteurs?|autori|people|persons?|profiles?|users?|staff|by|"
    r"contributors?|journalists?|tags?|topics?|themen?|temas?|categor(?:y|ies|ia|ias))/"
)
_SEPARATORS = re.compile(r"[-_+. ]+")
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?|pdf|jsp|shtml|xml|docx?|cms)$")
_OWNER = re.compile(r"(?<![^\W_])([^\W_]{1,40})'s(?!\w)")
_POSSESSIVE = re.compile(r"'s?(?!\w)")
_STOP_WORDS = frozenset(
    "a an the of in on at to for and or is are be by with as its it from that this s t "
    "der die das und in im zu von le la les de du des et el los las y o os e da do".split()
)
_GENERIC = frozenset(
    "index article articles news analysis report reports update updates video review interview "
    "opinion full text online print page story blog post press release final paper eng english "
    "en version".split()
)
MIN_RUN = 2
"""Equal words in a row that must stand beside two words before they count as one miswritten."""
MAX_WORDS = 60
"""Words of a title or slug that are compared; longer ones are no titles."""
_SHORTEST = 5
"""Letters of a word whose slip can be told from another word."""


class SlugDate(NamedTuple):
    """A date in a URL: its year, and the characters that say so."""

    year: int
    written: str


def slug_date(url: str) -> SlugDate | None:
    """The publication date that a URL's path states, if it does so clearly.

    A day, or a folder per month, counts; folders of uploads do not, since files are put there
    later; nor do pages of an author or a topic, which change; nor do bare years or numbers.
    """
    path = urlsplit(url).path if url.count("//") else url
    if _COLLECTIONS.search(path.lower()):
        return None
    if match := _FULL_DATE.search(path):
        return SlugDate(int(match[1]), match[0])
    folder = _MONTH_FOLDER.search(path)
    if folder and not _UPLOADS.search(path):
        return SlugDate(int(folder[1]), folder[0].strip("/"))
    return None


def slug_words(url: str) -> list[str]:
    """The folded words of the URL's last readable path segment; [] if there is none."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return []
    path = _FULL_DATE.sub("", path)
    for segment in reversed(path.split("/")):
        tokens = words(_SEPARATORS.sub(" ", _EXTENSION.sub("", segment.lower())))
        while tokens and (tokens[-1].isdigit() or len(tokens[-1]) == 1):
            tokens.pop()
        if len(tokens) > MIN_RUN:
            return tokens
    return []


def title_words(title: str) -> list[str]:
    """The folded words of a title, possessive endings joined as slugs join them."""
    joined = _POSSESSIVE.sub(lambda match: match[0].strip("'"), fold(title))
    return words(joined.replace("'", ""))


def content(tokens: list[str]) -> list[str]:
    """Without the small words that slugs drop."""
    return [token for token in tokens if token not in _STOP_WORDS]


def miswritten_word(title: str, slug: list[str]) -> tuple[str, str] | None:
    """A word of the title and the different word that the slug has in its place.

    The two must be slips of one another and stand beside a run of equal words; what only
    shortens, paraphrases or transliterates the title yields nothing.
    """
    listed = content(title_words(title))[:MAX_WORDS]
    owners = set(_OWNER.findall(fold(title)))
    spoken = [f"{word}s" if word in owners else word for word in content(slug)[:MAX_WORDS]]
    for i, word in _only_in(listed, spoken):
        for j, other in _only_in(spoken, listed):
            if _slip(word, other) and _is_framed(listed, spoken, i, j):
                return word, other
    return None


def _only_in(tokens: list[str], others: list[str]) -> list[tuple[int, str]]:
    """The words of *tokens* that are not in *others* and long enough to be miswritten."""
    return [
        (index, word)
        for index, word in enumerate(tokens)
        if len(word) >= _SHORTEST and not word.isdigit() and word not in others
    ]


def _is_framed(listed: list[str], spoken: list[str], i: int, j: int) -> bool:
    """Whether equal words stand on both sides, a run of them on one, or the texts end there."""
    before, after = _run(listed, spoken, i, j, -1), _run(listed, spoken, i, j, 1)
    begins = i == before and j == before
    ends = i + after + 1 == len(listed) and j + after + 1 == len(spoken)
    enough = before + after > MIN_RUN
    return enough and (
        (before >= MIN_RUN and (after > 0 or ends)) or (after >= MIN_RUN and (before > 0 or begins))
    )


def _slip(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    if longer - shorter > 2:
        return False
    if one[:-1] == other or other[:-1] == one:
        return {one[-1], other[-1]} & {"s"} != set()
    common = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    allowed = min(max(1, shorter // 3), MANY_SLIPS - 1)
    return common >= shorter // 2 and slip_distance(one, other, allowed) <= allowed


def _run(listed: list[str], spoken: list[str], i: int, j: int, step: int) -> int:
    length = 0
    while True:
        i, j = i + step, j + step
        inside = 0 <= i < len(listed) and 0 <= j < len(spoken)
        if not inside or listed[i] != spoken[j]:
            return length
        length += 1


def cut_tail(title: str, slug: list[str], known: frozenset[str]) -> list[str]:
    """The words with which the slug goes on after the whole title, one or two at most.

    *known* are words of author, publisher and site, with which slugs often end.
    """
    listed, spoken = content(title_words(title)), content(slug)
    tail = spoken[len(listed) :]
    if len(listed) < MIN_RUN + 1 or spoken[: len(listed)] != listed or not 0 < len(tail) <= 2:
        return []
    plain = all(t.isalpha() and len(t) > 3 and t not in known and t not in _GENERIC for t in tail)
    return tail if plain and title.rstrip()[-1:].isalnum() else []
