"""DataCite: data sets, software, theses, reports, preprints (arXiv, Zenodo) by DOI and by search.

Source: https://support.datacite.org/docs/api; 3,000 requests in 5 minutes.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from pydantic import Field

from citecheck.model.reference import Name, Reference
from citecheck.model.verification import RegistryRecord
from citecheck.sources.record_parts import (
    dated,
    doi_of,
    parameters,
    people,
    person,
    quoted,
)
from citecheck.sources.registry import Answered, Registry

API = "https://api.datacite.org/dois"
_ROWS = 5
_PUBLISHED = ("issued", "available", "created", "submitted")
# DataCite names relations in camel case; those of preprints as Crossref names them.
_RELATIONS = {
    "IsPreprintOf": "is-preprint-of",
    "HasPreprint": "has-preprint",
    "IsVersionOf": "is-version-of",
    "HasVersion": "has-version",
    "IsPublishedIn": "is-published-in",
    "IsObsoletedBy": "is-replaced-by",
    "IsIdenticalTo": "is-identical-to",
}


class Title(Answered):
    """A title; the main one has no type."""

    title: str | None = None
    kind: str | None = Field(default=None, alias="titleType")


class Creator(Answered):
    """A person or organisation."""

    name: str | None = None
    family: str | None = Field(default=None, alias="familyName")
    given: str | None = Field(default=None, alias="givenName")
    kind: str | None = Field(default=None, alias="contributorType")

    def as_name(self) -> Name | None:
        """The name by its parts; "Roe, Jane" is divided at the comma if they are missing."""
        if self.family:
            return person(self.family, self.given or "")
        family, comma, given = (self.name or "").partition(", ")
        return person(family, given) if comma else person(literal=family)


class Dated(Answered):
    """A date of some kind."""

    date: str | None = None
    kind: str | None = Field(default=None, alias="dateType")


class Container(Answered):
    """The journal or series."""

    title: str | None = None
    volume: str | None = None
    issue: str | None = None
    first: str | None = Field(default=None, alias="firstPage")
    last: str | None = Field(default=None, alias="lastPage")


class Types(Answered):
    """The type in several vocabularies."""

    citeproc: str | None = None
    general: str | None = Field(default=None, alias="resourceTypeGeneral")


class Related(Answered):
    """Another work."""

    relation: str | None = Field(default=None, alias="relationType")
    identifier: str | None = Field(default=None, alias="relatedIdentifier")


class Publisher(Answered):
    """A publisher, where it is more than a name."""

    name: str | None = None


class Attributes(Answered):
    """What is known of a work."""

    doi: str
    titles: tuple[Title, ...] = ()
    creators: tuple[Creator, ...] = ()
    contributors: tuple[Creator, ...] = ()
    publisher: Publisher | str | None = None
    year: int | None = Field(default=None, alias="publicationYear")
    dates: tuple[Dated, ...] = ()
    container: Container | None = None
    types: Types = Types()
    related: tuple[Related, ...] = Field(default=(), alias="relatedIdentifiers")

    def record(self) -> RegistryRecord:
        """The work as it is compared."""
        container = self.container or Container()
        titles = [one for one in self.titles if one.title]
        main = [one.title or "" for one in titles if one.kind != "Subtitle"]
        dates = [one.date for one in self.dates if (one.kind or "").lower() in _PUBLISHED]
        publisher = self.publisher
        return RegistryRecord(
            registry=DataCite.name,
            identifier=self.doi.lower(),
            type=self._type(),
            title=main[0] if main else "",
            subtitle=next((one.title or "" for one in titles if one.kind == "Subtitle"), ""),
            other_titles=tuple(main[1:]),
            author=people(one.as_name() for one in self.creators),
            editor=people(one.as_name() for one in self.contributors if one.kind == "Editor"),
            issued=dated([str(self.year or ""), *dates]),
            container_title=(container.title,) if container.title else (),
            publisher=publisher
            if isinstance(publisher, str)
            else (publisher and publisher.name) or "",
            volume=container.volume or "",
            issue=container.issue or "",
            page="-".join(filter(None, (container.first, container.last))),
            doi=self.doi.lower(),
            url=f"https://doi.org/{self.doi}",
            related=dict(self._relations()),
        )

    def _type(self) -> str:
        if self.types.general == "Preprint" or self.doi.lower().startswith("10.48550/"):
            return "article"
        return self.types.citeproc or ""

    def _relations(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for kind, name in _RELATIONS.items():
            found = [
                one.identifier.lower()
                for one in self.related
                if one.relation == kind and one.identifier
            ]
            if found:
                yield name, tuple(dict.fromkeys(found))


class Data(Answered):
    """A work in the envelope of JSON:API."""

    attributes: Attributes


class WorkAnswer(Answered):
    """The answer to a DOI."""

    data: Data


class ListAnswer(Answered):
    """The answer to a search."""

    data: list[Data]


class DataCite(Registry):
    """Data, software, theses, preprints."""

    name: ClassVar[str] = "DataCite"
    host: ClassVar[str] = "api.datacite.org"
    at_once: ClassVar[int] = 3
    gap: ClassVar[float] = 0.15

    def identifier(self, reference: Reference) -> str:
        """The DOI."""
        return doi_of(reference)

    def address(self, identifiers: Sequence[str]) -> str:
        """A work by its DOI."""
        return f"{API}/{quoted(identifiers[0], safe='/:;()')}"

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The one work."""
        return (WorkAnswer.model_validate_json(body).data.attributes.record(),)

    def search_address(self, reference: Reference) -> str:
        """A search by the words of the title, and the first name."""
        from citecheck.language.folding import words

        if not reference.title:
            return ""
        query = f"titles.title:({' '.join(words(reference.title.value)[:25])})"
        if names := reference.names:
            query += f" AND creators.name:({' '.join(words(names[0].sort_name))})"
        return f"{API}?{parameters(query=query)}&page%5Bsize%5D={_ROWS}"

    def candidates(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The works proposed, best first."""
        found = ListAnswer.model_validate_json(body).data
        return tuple(one.attributes.record() for one in found)
