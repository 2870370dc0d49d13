"""Invented works that the styles are tried on, as CSL-JSON items."""

from typing import Any


def people(*names: str) -> list[dict[str, str]]:
    """ "Family|Given" or "Family|Given|Suffix" for a person, anything else an organisation."""
    return [person(name) for name in names]


def person(name: str) -> dict[str, str]:
    parts = name.split("|")
    if len(parts) == 1:
        return {"literal": name}
    return dict(zip(("family", "given", "suffix"), parts, strict=False))


def date(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


SEEN = date(2024, 2, 5)
MANY = people(*(f"{family}|{family[0]}a" for family in (
    "Abel Bauer Cole Dorn Engel Fisk Gale Hahn Iversen Jung Kern Lang Moss Nagel Otto Pohl Quist "
    "Rath Sand Thorn Ulm Voss".split()
)))  # fmt: skip
WORKS: dict[str, dict[str, Any]] = {
    "web page of an organisation": {
        "type": "webpage", "author": people("Harbour Authority of Lindow"),
        "title": "Tides and currents", "container-title": "Lindow Port", "issued": date(2021, 8, 4),
        "accessed": SEEN, "URL": "https://port.example/tides",
    },
    "organisation on its own site": {
        "type": "webpage", "author": people("Dune Watch"), "title": "Heights of dunes",
        "publisher": "Dune Watch", "issued": date(2020), "accessed": SEEN,
        "URL": "https://dunes.example/heights",
    },
    "no date": {
        "type": "webpage", "author": people("Okafor|Ngozi"), "title": "Glossary of terms",
        "container-title": "Coastal Notes", "accessed": SEEN,
        "URL": "https://coast.example/glossary",
    },
    "no author": {
        "type": "webpage", "title": "Measuring the height of dunes",
        "container-title": "Dune Watch", "issued": date(2020), "accessed": SEEN, "URL": "https://dunes.example/height",
    },
    "Cyrillic organisation": {
        "type": "webpage", "author": people("Министерство морского флота"),
        "title": "План развития портов", "issued": date(2024), "accessed": SEEN,
        "URL": "https://morflot.example/plan",
    },
    "article with a DOI": {
        "type": "article-journal", "author": people("Dunay|Pal", "Herd|Graeme P."),
        "title": "Drivers of dune migration", "container-title": "Journal of Sand", "volume": "12",
        "issue": "3", "page": "45-67", "issued": date(2020, 5), "DOI": "10.1234/sand.45",
    },
    "three authors": {
        "type": "article-journal", "author": people("Deen|Bob", "Rogge|Bo", "Zweer|Wouter"),
        "title": "Three rivers", "container-title": "River Research", "volume": "7",
        "page": "101-119", "issued": date(2015),
    },
    "four authors": {
        "type": "article-journal",
        "author": people("Deen|Bob", "Rogge|Bo", "Zweer|Wouter", "Masters|Jo Ann"),
        "title": "Four rivers", "container-title": "River Research", "volume": "8", "page": "9",
        "issued": date(2016),
    },
    "twenty-two authors": {
        "type": "article-journal", "author": MANY, "title": "A census of gauges",
        "container-title": "Hydrology Letters", "volume": "9", "number": "e300",
        "issued": date(2013),
    },
    "particles and suffixes": {
        "type": "book",
        "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            {"family": "King", "given": "Martin L.", "suffix": "Jr."},
        ],
        "title": "Levees", "publisher": "Quay Press", "publisher-place": "Bergen",
        "issued": date(2001),
    },
    "editor for author": {
        "type": "book", "editor": people("Jonsson|Gareth"), "title": "Harbours of the north",
        "publisher": "Quay Press", "publisher-place": "Bergen", "issued": date(2019),
    },
    "edition and volume": {
        "type": "book", "author": people("Marsh|Peter", "Reed|Ola"), "edition": "3rd ed.",
        "title": "Coastal engineering", "volume": "2", "publisher": "Norfolk University Press",
        "publisher-place": "Norwich", "issued": date(2012),
    },
    "translation": {
        "type": "book", "author": people("Bredsdorff|Åse"), "translator": people("Hill|Nora"),
        "title": "The grey fjord", "publisher": "Quay Press", "publisher-place": "Bergen",
        "issued": date(2003), "original-date": date(1957),
    },
    "chapter": {
        "type": "chapter", "author": people("Nizhny|Rya"),
        "editor": people("Jonsson|Gareth", "Lind|Maja"), "title": "Ice and salt",
        "container-title": "Islands in winter", "edition": "2", "publisher": "Quay Press",
        "publisher-place": "Bergen", "page": "33-58", "issued": date(2018),
    },
    "thesis": {
        "type": "thesis", "author": people("Ferry|Emily"), "title": "Sand budgets",
        "genre": "PhD thesis", "publisher": "University of Lindow", "issued": date(2016),
        "URL": "https://lindow.example/t/5",
    },
    "report": {
        "type": "report", "author": people("Deen|Bob", "Rogge|Bo"), "title": "Closing the estuary",
        "genre": "Technical report", "number": "5", "publisher": "Institute for Water",
        "publisher-place": "The Hague", "issued": date(2021), "URL": "https://water.example/5.pdf",
    },
    "newspaper": {
        "type": "article-newspaper", "author": people("Hopper|Valerie"),
        "title": "Storm reaches the ‘old town’", "container-title": "The Lindow Times",
        "issued": date(2023, 6, 22), "accessed": SEEN, "URL": "https://times.example/storm",
    },
    "question for a title": {
        "type": "article-newspaper", "author": people("Loginov|Olga"),
        "title": "Who owns the beach?", "container-title": "Morning Courier", "page": "A4",
        "issued": date(2019, 8, 23),
    },
    "video": {
        "type": "motion_picture", "author": people("Coastal Film Society"),
        "title": "A year on the spit", "publisher": "StreamSea", "issued": date(2020, 9, 14),
        "URL": "https://video.example/spit",
    },
    "preprint": {
        "type": "article", "author": people("Kraus|Tom"), "title": "Bubbles in waves",
        "publisher": "arXiv", "number": "2101.00001", "genre": "Preprint",
        "issued": date(2021, 1, 3), "DOI": "10.48550/arXiv.2101.00001",
    },
    "conference paper": {
        "type": "paper-conference", "author": people("Singh|Kanish"), "editor": people("Brand|Eva"),
        "title": "Forecasting surges", "container-title": "Proceedings of the Workshop on Tides",
        "publisher": "Tidal Society", "page": "55-62", "issued": date(2014),
    },
    "data set": {
        "type": "dataset", "author": people("Iverson|Kari"), "title": "Gauge readings, 1950–2010",
        "publisher": "Sea Data Centre", "issued": date(2012), "DOI": "10.1234/data.77",
    },
    "law case": {
        "type": "legal_case", "title": "Marsh v. Harbour Board", "container-title": "Q.B.",
        "volume": "2", "page": "112", "issued": date(1971),
    },
    "in press": {
        "type": "article-journal", "author": people("Silva|Inês"), "title": "Spray",
        "container-title": "Coast", "issued": {"literal": "in press"},
    },
}  # fmt: skip
