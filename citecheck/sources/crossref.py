"""Crossref: works by DOI and by search; retractions, corrections and preprints.

Source: https://api.crossref.org/swagger-ui/. Pools, as of December 2025: 5 requests a second one
at a time, or 10 and three at a time for those who tell a mail address; searches 1 and 3.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from citecheck.model.reference import Name, PartialDate, Reference
from citecheck.model.verification import RegistryRecord, RegistryUpdate
from citecheck.sources.record_parts import (
    doi_of,
    in_order,
    parameters,
    partial_date,
    people,
    person,
    quoted,
)
from citecheck.sources.registry import Answered, Registry

API = "https://api.crossref.org/works"
_ROWS = 5
_LONGEST_QUERY = 400
# Without the lists of references, which make up most of a record.
_FIELDS = (
    "DOI,type,title,subtitle,original-title,author,editor,container-title,short-container-title,"
    "publisher,volume,issue,page,issued,published,published-print,published-online,ISBN,relation,"
    "article-number"
)
CSL_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry",
    "edited-book": "book",
    "monograph": "book",
    "reference-book": "book",
    "proceedings": "book",
    "dissertation": "thesis",
    "posted-content": "article",
    "report-component": "report",
}


class Dated(Answered):
    """A date, by its parts."""

    date_parts: tuple[list[int | None], ...] = Field(default=(), alias="date-parts")

    def partial(self) -> PartialDate | None:
        """The first of the dates, None if it has no year."""
        return partial_date(self.date_parts[0]) if self.date_parts else None


class Person(Answered):
    """A contributor."""

    family: str | None = None
    given: str | None = None
    name: str | None = None
    suffix: str | None = None

    def as_name(self) -> Name | None:
        """The name; some publishers put a whole name into the family part."""
        return person(self.family or "", self.given or "", self.name or "", self.suffix or "")


class Update(Answered):
    """A notice about a work, in either direction."""

    doi: str = Field(default="", alias="DOI")
    type: str = ""
    updated: Dated | None = None


class Related(Answered):
    """A work in some relation to another."""

    id: str = ""
    id_type: str = Field(default="", alias="id-type")


class Work(Answered):
    """A work."""

    doi: str = Field(alias="DOI")
    type: str | None = None
    title: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    original_title: tuple[str, ...] = Field(default=(), alias="original-title")
    author: tuple[Person, ...] = ()
    editor: tuple[Person, ...] = ()
    container_title: tuple[str, ...] = Field(default=(), alias="container-title")
    short_container_title: tuple[str, ...] = Field(default=(), alias="short-container-title")
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    article_number: str | None = Field(default=None, alias="article-number")
    issued: Dated | None = None
    published: Dated | None = None
    published_print: Dated | None = Field(default=None, alias="published-print")
    published_online: Dated | None = Field(default=None, alias="published-online")
    posted: Dated | None = None
    isbn: tuple[str, ...] = Field(default=(), alias="ISBN")
    update_to: tuple[Update, ...] = Field(default=(), alias="update-to")
    updated_by: tuple[Update, ...] = Field(default=(), alias="updated-by")
    relation: dict[str, list[Related]] = Field(default_factory=dict)

    def record(self) -> RegistryRecord:
        """The work as it is compared."""
        titles = [*self.title, *self.original_title]
        dates = (
            self.issued, self.published, self.published_print, self.published_online, self.posted
        )  # fmt: skip
        return RegistryRecord(
            registry=Crossref.name,
            identifier=self.doi.lower(),
            type=CSL_TYPES.get(self.type or "", self.type or ""),
            title=titles[0] if titles else "",
            subtitle=self.subtitle[0] if self.subtitle else "",
            other_titles=tuple(titles[1:]),
            author=people(one.as_name() for one in self.author),
            editor=people(one.as_name() for one in self.editor),
            issued=in_order(date.partial() for date in dates if date),
            container_title=(*self.container_title, *self.short_container_title),
            publisher=self.publisher or "",
            volume=self.volume or "",
            issue=self.issue or "",
            page=self.page or self.article_number or "",
            doi=self.doi.lower(),
            isbn=tuple(self.isbn),
            url=f"https://doi.org/{self.doi}",
            updates=self._updates(titles),
            related=self._related(),
        )

    def _updates(self, titles: Sequence[str]) -> tuple[RegistryUpdate, ...]:
        """The notices about this work, and what its title tells of them."""
        found = [
            RegistryUpdate(
                type=update.type.replace("_", "-"),
                doi=update.doi.lower(),
                issued=update.updated.partial() if update.updated else None,
            )
            for update in self.updated_by
            if update.doi.lower() != self.doi.lower()
        ]
        is_marked = any(title.upper().startswith(("RETRACTED", "[RETRACTED")) for title in titles)
        if is_marked and not any("retraction" in update.type for update in found):
            found.append(RegistryUpdate(type="retraction"))
        return tuple(found)

    def _related(self) -> dict[str, tuple[str, ...]]:
        """Relations by name; "is-retraction-of" and the like for what this notice updates."""
        related = {
            relation: tuple(dict.fromkeys(one.id.lower() for one in works if one.id))
            for relation, works in self.relation.items()
        }
        for update in self.update_to:
            if update.doi.lower() != self.doi.lower():
                relation = f"is-{update.type.replace('_', '-')}-of"
                related[relation] = (*related.get(relation, ()), update.doi.lower())
        return related


class WorkAnswer(Answered):
    """The answer to a DOI; to other questions the same envelope is of another type."""

    kind: Literal["work"] = Field(alias="message-type")
    message: Work


class Items(Answered):
    """The works in a list."""

    items: list[Work]


class ListAnswer(Answered):
    """The answer to a search."""

    kind: Literal["work-list"] = Field(alias="message-type")
    message: Items


class Crossref(Registry):
    """Most journals, many books and proceedings."""

    name: ClassVar[str] = "Crossref"
    host: ClassVar[str] = "api.crossref.org"

    def pace(self) -> tuple[int, float]:
        """As the public pool allows, or the polite one for those who give an address.

        Every second question is a search, of which the polite pool takes three a second; in the
        public one the answers themselves take their time, since only one is asked for at once.
        """
        return (3, 0.17) if self.mailto else (1, 0.2)

    def identifier(self, reference: Reference) -> str:
        """The DOI."""
        return doi_of(reference)

    def address(self, identifiers: Sequence[str]) -> str:
        """A work by its DOI."""
        query = parameters(mailto=self.mailto)
        return f"{API}/{quoted(identifiers[0], safe='/:;()')}" + (f"?{query}" if query else "")

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The one work."""
        return (WorkAnswer.model_validate_json(body).message.record(),)

    def search_address(self, reference: Reference) -> str:
        """A bibliographic search by title, first name, container and year."""
        if not reference.title:
            return ""
        year = reference.issued.year if reference.issued else None
        parts = (
            reference.title.value,
            *(name.sort_name for name in reference.names[:1]),
            reference.container_title.value if reference.container_title else "",
            str(year or ""),
        )
        words = " ".join(filter(None, parts))[:_LONGEST_QUERY]
        given = parameters(query__bibliographic=words, rows=_ROWS, select=_FIELDS)
        return f"{API}?{given}" + (f"&{parameters(mailto=self.mailto)}" if self.mailto else "")

    def candidates(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The works proposed, best first."""
        return works(ListAnswer.model_validate_json(body).message.items)


def works(items: Iterable[Work]) -> tuple[RegistryRecord, ...]:
    """The works that have a title, as they are compared."""
    return tuple(item.record() for item in items if item.title)
