"""PubMed: articles of medicine and biology by PMID, many in one question.

Source: https://www.ncbi.nlm.nih.gov/books/NBK25497/ (E-utilities); three requests a second.
"""

import json
from collections.abc import Sequence
from typing import ClassVar

from citecheck.model.reference import Name, Reference
from citecheck.model.verification import RegistryRecord, RegistryUpdate
from citecheck.sources.record_parts import dated, parameters, people, person
from citecheck.sources.registry import Answered, Registry

API = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi"
_NOTICES = {
    "retraction in": "retraction",
    "erratum in": "erratum",
    "expression of concern in": "expression-of-concern",
    "corrected and republished in": "correction",
}


class Author(Answered):
    """A name such as "Roe JA", or that of a group."""

    name: str
    authtype: str = "Author"

    def as_name(self) -> Name | None:
        """The name divided before the initials."""
        family, _, initials = self.name.rpartition(" ")
        if self.authtype == "CollectiveName" or not family:
            return person(literal=self.name)
        return person(family, initials)


class Identifier(Answered):
    """Another number of the article."""

    idtype: str = ""
    value: str = ""


class Notice(Answered):
    """A reference to a notice about the article, or to what it is a notice of."""

    refsource: str = ""
    reftype: str = ""


class Summary(Answered):
    """An article."""

    uid: str
    title: str
    authors: tuple[Author, ...] = ()
    pubdate: str = ""
    epubdate: str = ""
    source: str = ""
    fulljournalname: str = ""
    booktitle: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    articleids: tuple[Identifier, ...] = ()
    pubtype: tuple[str, ...] = ()
    references: tuple[Notice, ...] = ()

    def record(self) -> RegistryRecord:
        """The article as it is compared."""
        dois = [one.value.lower() for one in self.articleids if one.idtype == "doi"]
        notices = [_NOTICES.get(one.reftype.strip().lower()) for one in self.references]
        if "Retracted Publication" in self.pubtype and "retraction" not in notices:
            notices.append("retraction")
        return RegistryRecord(
            registry=PubMed.name,
            identifier=self.uid,
            type="chapter" if self.booktitle else "article-journal",
            title=self.title.rstrip(".").removeprefix("[").removesuffix("]"),
            author=people(one.as_name() for one in self.authors),
            issued=dated([self.pubdate, self.epubdate]),
            container_title=tuple(
                name for name in (self.fulljournalname, self.source, self.booktitle) if name
            ),
            volume=self.volume,
            issue=self.issue,
            page=self.pages,
            doi=dois[0] if dois else "",
            url=f"https://pubmed.ncbi.nlm.nih.gov/{self.uid}/",
            updates=tuple(RegistryUpdate(type=kind) for kind in dict.fromkeys(notices) if kind),
        )


class PubMed(Registry):
    """Medicine and biology."""

    name: ClassVar[str] = "PubMed"
    host: ClassVar[str] = "eutils.ncbi.nlm.nih.gov"
    batch: ClassVar[int] = 100
    gap: ClassVar[float] = 0.35

    def identifier(self, reference: Reference) -> str:
        """The PMID, of its field or of the address of the article's page there."""
        if reference.pmid and reference.pmid.value.strip().isdecimal():
            return reference.pmid.value.strip().lstrip("0")
        url = reference.url.value if reference.url else ""
        for site in ("pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/"):
            number = url.partition(site)[2].partition("/")[0].partition("?")[0]
            if number.isdecimal() and len(number) < 10:
                return number
        return ""

    def address(self, identifiers: Sequence[str]) -> str:
        """All the numbers at once."""
        return f"{API}?" + parameters(
            db="pubmed", retmode="json", id=",".join(identifiers), tool="citecheck",
            email=self.mailto,
        )  # fmt: skip

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The articles that are there; for a number that is not, there is an error instead."""
        answer = json.loads(body)
        result = answer.get("result") if isinstance(answer, dict) else None
        if not isinstance(result, dict) or not isinstance(result.get("uids"), list):
            raise ValueError("no summaries")
        found = [result.get(str(uid)) for uid in result["uids"]]
        articles = [one for one in found if not (isinstance(one, dict) and "error" in one)]
        return tuple(Summary.model_validate(article).record() for article in articles)
