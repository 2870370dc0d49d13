"""An entry of a literature list as structured data, in the vocabulary of CSL 1.0.2."""

from enum import StrEnum
from typing import Any

from citecheck.model.base import Model
from citecheck.model.document import Span


class Provenance(StrEnum):
    """Where a value comes from."""

    WRITTEN = "as written"
    INFERRED = "inferred"
    URL = "from URL"


class Value(Model, made_often=True):
    """A text variable of an entry: its value and the place where it stands.

    ``value`` is cleaned (quotation marks, labels and trailing punctuation gone); ``span`` covers
    the characters it was read from, or is None where nothing in the text carries it.
    """

    value: str
    span: Span | None = None
    provenance: Provenance = Provenance.WRITTEN
    confidence: float = 1.0


class Name(Model, made_often=True):
    """A person (``family``, ``given`` ...) or an organisation (``literal`` alone)."""

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    span: Span | None = None

    @property
    def sort_name(self) -> str:
        """Family name with its non-dropping particle, or the literal name."""
        if self.literal:
            return self.literal
        return " ".join(part for part in (self.non_dropping_particle, self.family) if part)


class PartialDate(Model, made_often=True):
    """A date as fine as the text gives it.

    ``suffix`` is the letter that tells works of one year apart ("2021a"), ``end`` the last day or
    year of a range, ``literal`` what stands where no year can ("n.d.", "forthcoming").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    suffix: str = ""
    end: "PartialDate | None" = None
    circa: bool = False
    literal: str = ""
    span: Span | None = None

    @property
    def parts(self) -> list[int]:
        """CSL ``date-parts`` of the (first) date: year, month, day as far as known."""
        parts: list[int] = []
        for part in (self.year, self.month, self.day):
            if part is None:
                break
            parts.append(part)
        return parts


class QuotedTitle(Model):
    """The quotation marks around an entry's title, as they stand. ``close`` is None if missing."""

    open: Span | None
    close: Span | None


class AccessNote(Model):
    """A note such as "Downloaded 5 February 2024 from:", whole, and its preposition apart.

    ``target`` is what stands where the address should (a URL or whatever else follows).
    """

    span: Span
    preposition: Span | None = None
    target: Span | None = None


class Reference(Model):
    """One entry. ``span`` and ``raw`` cover it whole, number or bullet included.

    ``key`` is its citekey or printed label ("12", "Smi01") if it has one, ``aliases`` are further
    keys (biblatex's ``ids``). ``others`` is true when
    the author list ends with "et al.". ``same_author_as_above`` is true where a dash stands for
    the names, which are then copied from the entry above with provenance "inferred".
    ``leftovers`` are the pieces that were not understood. ``source`` is the path of the file in
    which all these places count, None where that is the draft itself.
    """

    id: str
    span: Span
    raw: str
    key: str = ""
    aliases: tuple[str, ...] = ()
    source: str | None = None
    type: str = "document"
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    container_author: tuple[Name, ...] = ()
    others: bool = False
    same_author_as_above: bool = False
    disambiguator: Value | None = None
    title: Value | None = None
    quotes: QuotedTitle | None = None
    container_title: Value | None = None
    collection_title: Value | None = None
    event_title: Value | None = None
    publisher: Value | None = None
    publisher_place: Value | None = None
    edition: Value | None = None
    volume: Value | None = None
    issue: Value | None = None
    page: Value | None = None
    number: Value | None = None
    number_of_pages: Value | None = None
    genre: Value | None = None
    medium: Value | None = None
    archive: Value | None = None
    note: Value | None = None
    language: Value | None = None
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    original_date: PartialDate | None = None
    access_note: AccessNote | None = None
    doi: Value | None = None
    isbn: Value | None = None
    issn: Value | None = None
    pmid: Value | None = None
    arxiv: Value | None = None
    url: Value | None = None
    leftovers: tuple[Span, ...] = ()
    confidence: float = 1.0

    @property
    def names(self) -> tuple[Name, ...]:
        """Those under whom the entry stands: authors, or else editors, or directors."""
        return self.author or self.editor or self.director or self.translator

    def to_csl(self) -> dict[str, Any]:
        """The entry as a CSL-JSON 1.0.2 item; its ``id`` is the entry's own."""
        from citecheck.model.csl import to_csl

        return to_csl(self)


class ReferenceSection(Model):
    """One literature list of the document.

    ``span`` runs from the heading (or the first entry) to the end of the last entry; ``entries``
    are the entries' own spans in order, ``subheadings`` the titles of groups between them, and
    ``strays`` lines among or right after them that are no entries (a photo credit, say).
    """

    span: Span
    heading: Span | None = None
    entries: tuple[Span, ...] = ()
    subheadings: tuple[Span, ...] = ()
    strays: tuple[Span, ...] = ()
