"""Small documents for the tests, and a short way to write down what was found in them."""

from collections.abc import Sequence

from citecheck.citations import find_citations
from citecheck.model import Citation, Document, Name, PartialDate, Reference, Span


def entry(names: str, year: int | str, key: str = "") -> Reference:
    """A reference by "Smith, Ann; World Health Organization" and its year, as if read."""
    written, suffix = str(year)[:4], str(year)[4:]
    date = PartialDate(year=int(written), suffix=suffix) if written.isdigit() else None
    authors = tuple(_name(name) for name in names.split("; "))
    raw = f"{names} {year}"
    return Reference(
        id="", span=Span(start=0, end=0), raw=raw, key=key, author=authors, issued=date
    )


def _name(written: str) -> Name:
    family, comma, given = written.partition(", ")
    return Name(family=family, given=given) if comma else Name(literal=written)


def citations_in(text: str, references: Sequence[Reference] = ()) -> tuple[Citation, ...]:
    """The citations of a draft that is *text* and has the list *references*."""
    return find_citations(Document(text=text), (), references)


def found(text: str, *references: Reference) -> list[str]:
    """Each citation of *text* in a line, see `line`."""
    return [line(citation) for citation in citations_in(text, references)]


def line(citation: Citation) -> str:
    """ "see Smith, Jones et al. 2001a [p. 3]": prefix, names, year, locator.

    Given names stand in round brackets, carried names in angle brackets, "*" before a narrative
    citation, and a disambiguating number behind "#".
    """
    names = ", ".join(
        f"{name.family} ({name.given})" if name.given else name.family for name in citation.names
    )
    names += f" #{citation.disambiguator}" if citation.disambiguator else ""
    names += f" {citation.et_al}" if citation.et_al else ""
    parts = [
        citation.prefix,
        "*" * citation.narrative + (f"<{names}>" if citation.suppress_author else names),
        *([_year(citation.year)] if citation.year else []),
        f"[{citation.locator}]" if citation.locator else "",
        *citation.labels,
    ]
    return " ".join(part for part in parts if part)


def _year(date: PartialDate) -> str:
    return f"{date.year or date.literal}{date.suffix}"
