"""An entry as the styles see it: every field as plain text, gaps as "", the kind of work."""

import re
from operator import itemgetter
from typing import Any

from citecheck.model import Name, PartialDate, Reference, Value

# CSL type -> kind of work, where styles make a difference.
_KINDS: dict[str, str] = {
    **dict.fromkeys(("article-journal", "review", "review-book", "periodical"), "article"),
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
    "article": "preprint",
    **dict.fromkeys(("chapter", "figure"), "chapter"),
    **dict.fromkeys(("entry", "entry-dictionary", "entry-encyclopedia"), "entry"),
    "paper-conference": "paper",
    "thesis": "thesis",
    **dict.fromkeys(("report", "standard"), "report"),
    **dict.fromkeys(("webpage", "post", "post-weblog"), "web"),
    **dict.fromkeys(("motion_picture", "broadcast", "song"), "video"),
    "dataset": "dataset",
    "software": "software",
    "legal_case": "case",
    **dict.fromkeys(("legislation", "bill", "treaty", "regulation"), "law"),
    **dict.fromkeys(("personal_communication", "interview"), "message"),
    "speech": "speech",
    "manuscript": "manuscript",
    "patent": "patent",
}
_same = itemgetter(
    "author", "editor", "translator", "director", "container_author", "issued", "accessed",
    "original_date", "others", "type",
)  # fmt: skip
_values = itemgetter(
    "title", "container_title", "collection_title", "publisher", "publisher_place", "edition",
    "volume", "issue", "page", "number", "genre", "medium", "archive", "language", "doi", "arxiv",
    "url",
)  # fmt: skip
PARTS = frozenset(("article", "magazine", "newspaper", "chapter", "entry", "paper"))
"""Kinds that stand in something else."""
_CONTROL = dict.fromkeys([*range(32), *range(127, 160)], " ")
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip
_EDITION = re.compile(r"(?:the\s)?(\d{1,3}|[a-z]{5,7})(?:st|nd|rd|th|\.)?\s?(?:edn?|edition)?\.?")
_NUMBER_PREFIX = re.compile(r"(?:no|nr|number|report no)\.?\s", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\.\.$|\W\w\.$|\.\w{1,3}\.$|\b(?:Inc|Ltd|Co|al|etc|Jr|Sr)\.$")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?= )")
_OPENED = re.compile(r"(?<!\w)'([^'‘’]{1,300})’(?!\w)")
_STRAIGHT = re.compile(r"\"([^\"]{1,300})\"|(?<!\w)'([^']{1,300})'(?!\w)")
_DASH = re.compile(r"(?<=[\dA-Za-z])\s?-{1,3}\s?(?=[\dA-Za-z])")


class Work:
    """The fields of a ``Reference`` under short names."""

    __slots__ = (
        "accessed", "archive", "arxiv", "authors", "book_authors", "container", "directors", "doi",
        "edition", "editors", "genre", "issue", "issued", "kind", "language", "letter", "medium",
        "number", "original", "others", "page", "place", "publisher", "series", "title",
        "translators", "type", "url", "volume",
    )  # fmt: skip

    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    translators: tuple[Name, ...]
    directors: tuple[Name, ...]
    book_authors: tuple[Name, ...]
    issued: PartialDate | None
    accessed: PartialDate | None
    original: PartialDate | None
    others: bool
    type: str

    def __init__(self, reference: Reference) -> None:
        """Read *reference*."""
        given = reference.__dict__
        (
            self.authors, self.editors, self.translators, self.directors, self.book_authors,
            self.issued, self.accessed, self.original, self.others, self.type,
        ) = _same(given)  # fmt: skip
        (
            self.title, self.container, self.series, self.publisher, self.place, self.edition,
            self.volume, self.issue, self.page, self.number, self.genre, self.medium,
            self.archive, self.language, self.doi, self.arxiv, self.url,
        ) = _texts_of(given)  # fmt: skip
        self.letter = self.issued.suffix if self.issued else ""
        if self.title:
            self.title = _curled(_without_stop(self.title))
        if self.container:
            self.container = _curled(self.container)
        if self.page:
            self.page = pages(self.page)
        if self.doi:
            self.doi = f"https://doi.org/{self.doi}"
        if self.arxiv or self.publisher == "arXiv":
            self._settle_archive()
        is_page = self.type == "document" and (self.url or self.accessed)
        self.kind = _KINDS.get(self.type, "web" if is_page else "book")
        self._settle()

    def _settle_archive(self) -> None:
        """A number of arXiv, wherever it stands, and its address."""
        if self.publisher == "arXiv" and not self.arxiv:
            self.arxiv = self.number
        elif self.arxiv and not self.container:
            self.publisher, self.number = self.publisher or "arXiv", self.arxiv
        if self.arxiv and not self.doi and not self.url:
            self.url = f"https://arxiv.org/abs/{self.arxiv}"

    def _settle(self) -> None:
        """A part of nothing is no part, and a page stands on a site, by whatever name."""
        if self.kind in PARTS and not self.container and self.type != "chapter":
            self.container, self.publisher = self.publisher, ""
            if not self.container:
                self.kind = "web" if self.url else "book"
        elif self.kind == "chapter" and not self.container:
            self.kind = "book"
        elif self.kind == "web" and not self.container:
            self.container, self.publisher = self.publisher, ""
        elif self.type == "document" and self.container:
            self.kind = "article" if self.volume or self.issue else "chapter"
        elif self.type == "report" and self.container and not self.publisher:
            self.publisher, self.container = self.container, ""

    @property
    def link(self) -> str:
        """The DOI as a link, or else the address."""
        return self.doi or self.url

    def is_own(self, name: str) -> bool:
        """Whether *name* is that of the one author."""
        return bool(name) and len(self.authors) == 1 and self.authors[0].literal == name


def _texts_of(given: dict[str, Any]) -> list[str]:
    """The text fields of an entry in the order of ``_values``, on one line each."""
    texts = ["" if value is None else value.value for value in _values(given)]
    if "".join(texts).isprintable():
        return texts
    return [" ".join(written.translate(_CONTROL).split()) for written in texts]


def text(value: Value) -> str:
    """The text of *value* on one line, without control characters."""
    written = value.value
    return written if written.isprintable() else " ".join(written.translate(_CONTROL).split())


def _without_stop(written: str) -> str:
    """A title without its full stop."""
    if written[-1] in ".," and not _ABBREVIATED.search(written):
        return written[:-1]
    return written


def _curled(written: str) -> str:
    """*written* with straight quotation marks and apostrophes curled."""
    if "'" in written:
        written = _APOSTROPHE.sub("’", written)
        written = _OPENED.sub("‘\\1’", written)
    if '"' in written or "'" in written:
        written = _STRAIGHT.sub(lambda m: f"“{m[1]}”" if m[1] else f"‘{m[2]}’", written)
    return written


def pages(written: str) -> str:
    """*written* with an en dash between the pages of a range."""
    if "-" not in written:
        return written
    first, _, last = written.partition("-")
    if first.isalnum() and last.isalnum():
        return f"{first}–{last}"
    return _DASH.sub("–", written)


def is_range(written: str) -> bool:
    """Whether *written* names several pages."""
    return "–" in written or "," in written or "-" in written


def edition_number(written: str) -> str:
    """The number of an edition ("3" for "3rd ed." and "third edition"), "" for words."""
    if written.isdecimal():
        return written
    found = _EDITION.fullmatch(written.lower())
    if not found:
        return ""
    return found[1] if found[1].isdecimal() else _ORDINALS.get(found[1], "")


def ordinal(number: str) -> str:
    """ "1st", "2nd", "3rd", "11th"."""
    teen = number[-2:-1] == "1" and len(number) > 1
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


def edition(written: str, word: str) -> str:
    """ "3rd ed." with the *word* of the style; what is no number stays as written. A first edition
    is not mentioned.
    """
    if not written:
        return ""
    number = edition_number(written)
    if number:
        return f"{ordinal(number)} {word}" if number != "1" else ""
    return written


def bare_number(written: str) -> str:
    """A report's number without "No." before it."""
    return _NUMBER_PREFIX.sub("", written, count=1)


def numbered(number: str, sign: str = "No.") -> str:
    """ "No. 5" for a plain number; codes such as "2101.00001" say by themselves what they are."""
    bare = bare_number(number)
    return f"{sign} {bare}" if bare.isalnum() and len(bare) < 5 else bare
