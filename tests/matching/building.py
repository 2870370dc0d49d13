"""Small documents for matching tests, written as strings: no parser takes part."""

import re

from citecheck.matching import match_citations
from citecheck.model import (
    Citation,
    CitedName,
    Document,
    Match,
    Name,
    PartialDate,
    Reference,
    Span,
    Value,
)


def year(text: str) -> PartialDate | None:
    found = re.fullmatch(r"(\d{4})([a-z]?)", text)
    if found:
        return PartialDate(year=int(found[1]), suffix=found[2], span=Span(start=0, end=4))
    return PartialDate(literal=text) if text else None


def entry(number: int, text: str) -> Reference:
    """ "Deen, Bob; Zweers, Wouter | 2021 | Title | Publisher | URL"; no comma means a literal."""
    names, issued, title, publisher, url = ([*(p.strip() for p in text.split("|"))] + [""] * 5)[:5]
    people = []
    for name in filter(None, (n.strip() for n in names.split(";"))):
        family, comma, given = name.partition(", ")
        people.append(Name(family=family, given=given) if comma else Name(literal=name))
    return Reference(
        id=f"r{number}",
        span=Span(start=0, end=1),
        raw=text,
        author=tuple(people),
        issued=year(issued),
        title=Value(value=title) if title else None,
        publisher=Value(value=publisher) if publisher else None,
        url=Value(value=url) if url else None,
    )


def citation(body: str, raw: str) -> Citation:
    """ "Deen & Zweers 2021a", "Deen et al. 2021": names, an optional "et al.", a year."""
    start = body.index(raw)
    names, _, issued = raw.rpartition(" ")
    et_al = " et al." if names.endswith(" et al.") else ""
    cited, at = [], start
    for part in names.removesuffix(et_al).split(" & "):
        given, _, family = part.rpartition(". ")
        at = body.index(part, at)
        cited.append(CitedName(family=family, given=given, span=Span(start=at, end=at + len(part))))
    return Citation(
        id=f"c{start}",
        span=Span(start=start, end=start + len(raw)),
        raw=raw,
        names=tuple(cited),
        et_al=et_al.strip(),
        year=year(issued),
    )


def matched(body: str, raws: list[str], entries: list[str]) -> list[Match]:
    references = [entry(i, text) for i, text in enumerate(entries, 1)]
    citations = [citation(body, raw) for raw in raws]
    return list(match_citations(Document(text=body), citations, references))
