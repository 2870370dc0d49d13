"""OpenAlex: works of all registries by DOI, which needs no key; and whether they are retracted.

Source: https://developers.openalex.org (works); 10 requests a second.
"""

from collections.abc import Sequence
from typing import ClassVar

from citecheck.agreement.people import read_name
from citecheck.model.reference import Reference
from citecheck.model.verification import RegistryRecord, RegistryUpdate
from citecheck.sources.record_parts import dated, doi_of, parameters, people, quoted
from citecheck.sources.registry import Answered, Registry

API = "https://api.openalex.org/works/doi:"
_FIELDS = (
    "id,doi,title,publication_year,publication_date,type,is_retracted,authorships,"
    "primary_location,biblio"
)
_CSL_TYPES = {
    "article": "article-journal", "review": "article-journal", "letter": "article-journal",
    "editorial": "article-journal", "book-chapter": "chapter", "dissertation": "thesis",
    "preprint": "article", "reference-entry": "entry", "erratum": "article-journal",
}  # fmt: skip


class Author(Answered):
    """A person."""

    display_name: str | None = None


class Authorship(Answered):
    """A person in the list of authors, with the name as printed."""

    author: Author | None = None
    raw_author_name: str | None = None

    def name(self) -> str:
        """The name as printed, or else the usual one."""
        return self.raw_author_name or (self.author and self.author.display_name) or ""


class Source(Answered):
    """A journal or repository."""

    display_name: str | None = None


class Location(Answered):
    """Where a work can be had."""

    source: Source | None = None


class Biblio(Answered):
    """Volume, issue, pages."""

    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None


class Work(Answered):
    """A work."""

    id: str
    doi: str | None = None
    title: str | None = None
    publication_year: int | None = None
    publication_date: str | None = None
    type: str | None = None
    is_retracted: bool = False
    authorships: tuple[Authorship, ...] = ()
    primary_location: Location | None = None
    biblio: Biblio | None = None

    def record(self) -> RegistryRecord:
        """The work as it is compared. A name without a comma is divided by its form."""
        source = self.primary_location.source if self.primary_location else None
        biblio = self.biblio or Biblio()
        doi = (self.doi or "").lower().removeprefix("https://doi.org/")
        return RegistryRecord(
            registry=OpenAlex.name,
            identifier=self.id,
            type=_CSL_TYPES.get(self.type or "", self.type or ""),
            title=self.title or "",
            author=people(read_name(one.name()) for one in self.authorships if one.name()),
            issued=dated([self.publication_date or str(self.publication_year or "")]),
            container_title=(source.display_name,) if source and source.display_name else (),
            volume=biblio.volume or "",
            issue=biblio.issue or "",
            page="-".join(filter(None, (biblio.first_page, biblio.last_page))),
            doi=doi,
            url=self.doi or self.id,
            updates=(RegistryUpdate(type="retraction"),) if self.is_retracted else (),
        )


class OpenAlex(Registry):
    """Works of all registries."""

    name: ClassVar[str] = "OpenAlex"
    host: ClassVar[str] = "api.openalex.org"
    at_once: ClassVar[int] = 3
    gap: ClassVar[float] = 0.12

    def identifier(self, reference: Reference) -> str:
        """The DOI."""
        return doi_of(reference)

    def address(self, identifiers: Sequence[str]) -> str:
        """A work by its DOI."""
        query = parameters(select=_FIELDS, mailto=self.mailto)
        return f"{API}{quoted(identifiers[0], safe='/:;()')}?{query}"

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The one work."""
        return (Work.model_validate_json(body).record(),)
