"""arXiv: preprints by number, many in one question.

Source: https://info.arxiv.org/help/api/user-manual.html; one request every three seconds.
"""

from collections.abc import Sequence
from typing import ClassVar

from citecheck.agreement.people import read_name
from citecheck.model.reference import Reference
from citecheck.model.verification import RegistryRecord
from citecheck.sources.record_parts import arxiv_of, dated, parameters
from citecheck.sources.registry import Answered, Registry

API = "https://export.arxiv.org/api/query"
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"


class Entry(Answered):
    """A preprint. ``doi`` and ``journal_ref`` are those of its publication."""

    id: str
    title: str
    published: str
    authors: list[str]
    doi: str = ""
    journal_ref: str = ""

    def record(self) -> RegistryRecord:
        """The preprint as it is compared."""
        number = self.id.rsplit("/abs/", 1)[-1].rpartition("v")[0] or self.id
        related = {
            "is-preprint-of": (self.doi.lower(),) if self.doi else (),
            "is-published-in": (self.journal_ref,) if self.journal_ref else (),
        }
        return RegistryRecord(
            registry=Arxiv.name,
            identifier=number.lower(),
            type="article",
            title=self.title,
            author=tuple(read_name(name) for name in self.authors if name),
            issued=dated([self.published]),
            container_title=("arXiv",),
            publisher="arXiv",
            doi=f"10.48550/arxiv.{number.lower()}",
            url=f"https://arxiv.org/abs/{number}",
            related={name: found for name, found in related.items() if found},
        )


class Arxiv(Registry):
    """Preprints of physics, mathematics, computer science and others."""

    name: ClassVar[str] = "arXiv"
    host: ClassVar[str] = "export.arxiv.org"
    accept: ClassVar[str] = "application/atom+xml"
    batch: ClassVar[int] = 50
    gap: ClassVar[float] = 3.0

    def identifier(self, reference: Reference) -> str:
        """The number without version."""
        return arxiv_of(reference)

    def address(self, identifiers: Sequence[str]) -> str:
        """All the numbers at once."""
        return f"{API}?{parameters(id_list=','.join(identifiers), max_results=len(identifiers))}"

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The preprints that are there; the feed holds an entry "Error" for a wrong number."""
        entries = [Entry.model_validate(fields) for fields in _entries(body)]
        return tuple(entry.record() for entry in entries if "/abs/" in entry.id)


def _entries(body: bytes) -> list[dict[str, object]]:
    """The entries of an Atom feed as their fields. Raises ValueError if it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        feed = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("no XML") from error
    if feed is None or feed.tag != f"{_ATOM}feed":
        raise ValueError("no Atom feed")
    return [
        {
            "id": entry.findtext(f"{_ATOM}id"),
            "title": " ".join((entry.findtext(f"{_ATOM}title") or "").split()),
            "published": entry.findtext(f"{_ATOM}published") or "",
            "authors": [name.text or "" for name in entry.iterfind(f"{_ATOM}author/{_ATOM}name")],
            "doi": entry.findtext(f"{_ARXIV}doi") or "",
            "journal_ref": " ".join((entry.findtext(f"{_ARXIV}journal_ref") or "").split()),
        }
        for entry in feed.iterfind(f"{_ATOM}entry")
    ]
