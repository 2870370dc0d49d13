"""Cases, statutes, films, pictures and back matter bear names and years, and cite nothing."""

import pytest

from citecheck.citations import find_citations
from citecheck.model import Document, ReferenceSection, Span
from tests.citations.samples import entry, found

LIST = [entry("Marlow, A.", 2011), entry("Keel, B.", 1999)]
CITED = "Marlow (2011) agrees with Keel (1999), and so do others (Marlow, 2011; Keel, 1999). "


@pytest.mark.parametrize(
    "text",
    [
        "In Harbour v Ferryman [1932] AC 562 the court held it.",
        "In R (Ferryman) v Harbour Master [2019] UKSC 41 it was held.",
        "See Reed v. Board of Harbours (1954) and Ashe v. Quay (1973).",
        "L'arrêt Marée c. Belgique (1979) le dit.",
        "Nach § 5 Abs. 2 HafenG NRW (2005) gilt dies, und BVerfG (2020) sieht es so.",
        "The film Undertow (1958) is long, and her novel Saltwater (1922) longer.",
        "Sie malte Flutlicht (1937), und der Film Ebbe (1961) folgte.",
        "Photo: NASA (2015). Image courtesy of ESA (2014).",
        "The General Harbour Protection Regulation (GHPR, 2018) applies.",
        "We used TIDE (Quay Corp., Armonk 2017).",
        "COVID-19 (2020) intervened.",
        "Such models (NeurIPS, 2018) were shown at ICML (2019), and again (CVPR 2020).",
        "The council taught so (Gaudium et Spes, 1965, 12; Lumen Gentium, 1964).",
        "Laudato Si' (2015), Mater et Magistra (1961) and *Pacem in Terris* (1963) teach it.",
        "The encyclical Mare Nostrum (1902) says so.",
        "Es gilt (Hafenschutzgesetz, 1998), und die Strandverordnung (2004) folgte.",
        "It was agreed at COP26 (2021) and by the G20 (2009).",
        "En la Ley General de Mareas (1993) y el Código de Puertos (1985) se dice.",
        "Das Gesetz über Häfen (1999) gilt seit Mai 1999 (Stand: Mai 2015).",
        "We used TideNet (2019), SeaPort (2020), GPT-3 (2020), and asked on Facebook (2011).",
        "After the Harbour Games (2012) it closed (Symposium on Tides, 2014).",
    ],
)
def test_no_citation(text: str) -> None:
    assert len(found(CITED + text, *LIST)) == 4


@pytest.mark.parametrize(
    "text",
    ["(Rescue and Spes, 1965)", "(Acl, 2001)", "(Cop, 2002)", "McKay (2001)", "LeRoux (2003)"],
)
def test_a_missing_work(text: str) -> None:
    assert len(found(f"{CITED}So they say {text}.", *LIST)) == 5


def test_a_listed_film_is_cited() -> None:
    film = entry("Undertow", 1958)
    assert found("The film Undertow (1958) is long.", film) == ["*Undertow 1958"]


def test_behind_the_list_only_listed_works_are_cited() -> None:
    body = "Ports grow (Marlow, 2011), as they did (Reed, 1990). " * 4
    listed = "Marlow, A. (2011). Tides.\n"
    text = (
        f"{body}\n\n{listed}\nWe thank J. Ashe (Quay, 2019). Stations: Rees (1901). (Marlow, 2011)"
    )
    start = text.index(listed)
    span = Span(start=start, end=start + len(listed))
    section = ReferenceSection(span=span, entries=(span,))
    cited = find_citations(Document(text=text), (section,), LIST[:1])
    assert [c.raw for c in cited if c.span.start > start] == ["Marlow, 2011"]
    assert sum(c.raw == "Reed, 1990" for c in cited) == 4
