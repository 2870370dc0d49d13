"""The CSL type of an entry, from what was read of it."""

from citecheck.language.folding import words
from citecheck.language.imprint_words import proceedings_words, thesis_words
from citecheck.parsing.claims import Claims

_NEWS = frozenset(
    "times post guardian herald tribune telegraph independent observer economist zeitung spiegel "
    "zeit monde figaro pais mundo folha estado dagbladet aftenposten nyheter gazette daily".split()
)
# The document marks of the Chinese standard GB/T 7714.
_MARKED = {
    "J": "article-journal", "M": "book", "D": "thesis", "C": "paper-conference", "R": "report",
    "N": "article-newspaper", "EB": "webpage", "S": "standard", "P": "patent", "DB": "dataset",
}  # fmt: skip


def read_kind(claims: Claims) -> Claims:
    """Set ``type`` to the CSL type that the fields show, "document" if they show none."""
    return claims.having(type=_kind(claims))


def _kind(claims: Claims) -> str:
    if genre := _text(claims, "genre"):
        if marked := _MARKED.get(genre.partition("/")[0]):
            return marked
        if not thesis_words().isdisjoint(words(genre)):
            return "thesis"
    if container := words(_text(claims, "container_title")):
        return _contained(claims, container)
    if claims.has("publisher") and not claims.has("url"):
        return "book"
    if claims.has("url"):
        return "webpage"
    return "book" if claims.has("isbn") or claims.has("publisher_place") else "document"


def _contained(claims: Claims, container: list[str]) -> str:
    """The type of a work that is part of another."""
    if not proceedings_words().isdisjoint(container):
        return "paper-conference"
    if claims.has("volume") and not (claims.has("editor") or claims.has("publisher_place")):
        return "article-journal"
    if not _NEWS.isdisjoint(container):
        return "article-newspaper"
    if "report" in container or "reports" in container:
        return "report"
    if claims.has("editor") or claims.has("publisher") or claims.has("container_author"):
        return "chapter"
    return "article-journal" if claims.has("page") or claims.has("issue") else "article-magazine"


def _text(claims: Claims, name: str) -> str:
    value = claims.fields.get(name)
    return value.value if value else ""
