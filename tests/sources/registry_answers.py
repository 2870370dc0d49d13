"""Invented answers of registries about one article, in the shape of each interface."""

import json
from typing import Any

TITLE = "The slow rise of the northern tides"
DOI = "10.5555/tides.1"

CROSSREF_WORK: dict[str, Any] = {
    "DOI": "10.5555/TIDES.1",
    "type": "journal-article",
    "title": [TITLE],
    "subtitle": ["Harbours in winter"],
    "original-title": ["Nordens gezeiten"],
    "author": [
        {"family": "Roe", "given": "Jane", "sequence": "first", "affiliation": []},
        {"name": "Tide Institute"},
        {"affiliation": [{"name": "nobody"}]},
    ],
    "editor": [{"family": "Poe", "given": "Ann"}],
    "container-title": ["Journal of Tides"],
    "short-container-title": ["J. Tid."],
    "publisher": "Quay Press",
    "volume": "3",
    "issue": "2",
    "page": "123-128",
    "ISBN": ["9783161484100"],
    "issued": {"date-parts": [[2018, 12, 5]]},
    "published-print": {"date-parts": [[2019, 2]]},
    "published-online": {"date-parts": [[2018, 12, 5]]},
    "updated-by": [
        {"DOI": "10.5555/tides.9", "type": "retraction", "label": "Retraction",
         "updated": {"date-parts": [[2021, 1, 2]]}},
        {"DOI": "10.5555/TIDES.1", "type": "new_version"},
    ],
    "update-to": [{"DOI": "10.5555/tides.0", "type": "expression_of_concern"}],
    "relation": {"has-preprint": [{"id-type": "doi", "id": "10.5555/PRE.1"}]},
    "reference": [{"key": "1"}],
}  # fmt: skip
CROSSREF = {"status": "ok", "message-type": "work", "message": CROSSREF_WORK}
CROSSREF_LIST = {"message-type": "work-list", "message": {"items": [CROSSREF_WORK, {"DOI": "x"}]}}
DATACITE_DATA: dict[str, Any] = {
    "id": DOI,
    "attributes": {
        "doi": DOI,
        "titles": [{"title": TITLE}, {"title": "Harbours in winter", "titleType": "Subtitle"}],
        "creators": [
            {"name": "Roe, Jane", "nameType": "Personal"},
            {"name": "Doe, J.", "familyName": "Doe", "givenName": "John"},
            {"name": "Tide Institute", "nameType": "Organizational"},
        ],
        "contributors": [{"name": "Poe, Ann", "contributorType": "Editor"}],
        "publisher": "Zenodo",
        "publicationYear": 2019,
        "dates": [{"date": "2018-12-05", "dateType": "Issued"}, {"date": None, "dateType": None}],
        "container": {"title": "Tide Data", "volume": "3", "firstPage": "1", "lastPage": "9"},
        "types": {"citeproc": "dataset", "resourceTypeGeneral": "Dataset"},
        "relatedIdentifiers": [
            {"relationType": "IsVersionOf", "relatedIdentifier": "10.5555/TIDES.2"},
            {"relationType": "Cites", "relatedIdentifier": "10.5555/other"},
        ],
    },
}
OPENALEX: dict[str, Any] = {
    "id": "https://openalex.org/W1",
    "doi": f"https://doi.org/{DOI}",
    "title": TITLE,
    "publication_year": 2019,
    "publication_date": "2019-02-03",
    "type": "article",
    "is_retracted": True,
    "authorships": [
        {"author": {"display_name": "Jane Roe"}, "raw_author_name": "Roe, Jane"},
        {"author": {"display_name": "John Doe"}, "raw_author_name": None},
        {"author": None},
    ],
    "primary_location": {"source": {"display_name": "Journal of Tides"}},
    "biblio": {"volume": "3", "issue": "2", "first_page": "123", "last_page": "128"},
}
PUBMED: dict[str, Any] = {
    "result": {
        "uids": ["123", "999"],
        "123": {
            "uid": "123",
            "title": TITLE + ".",
            "authors": [
                {"name": "Roe JA", "authtype": "Author"},
                {"name": "Tide Group", "authtype": "CollectiveName"},
            ],
            "pubdate": "2019 Feb 3",
            "epubdate": "2018 Dec 5",
            "source": "J Tid",
            "fulljournalname": "Journal of Tides",
            "volume": "3",
            "issue": "2",
            "pages": "123-8",
            "articleids": [{"idtype": "doi", "value": "10.5555/TIDES.1"}],
            "pubtype": ["Journal Article", "Retracted Publication"],
            "references": [{"refsource": "J Tid. 2020", "reftype": "Erratum in"}],
        },
        "999": {"uid": "999", "error": "cannot get document summary"},
    }
}
ARXIV = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><entry>
<id>http://arxiv.org/abs/1901.00001v2</id><published>2019-01-02T10:00:00Z</published>
<title>The slow rise of
 the northern tides</title>
<author><name>Jane Roe</name></author><author><name>John van der Doe</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">{DOI}</arxiv:doi>
<arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Tid. 3 (2019)</arxiv:journal_ref>
</entry><entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title></entry></feed>
"""
BOOK: dict[str, Any] = {
    "ISBN:9783161484100": {
        "title": "Northern tides",
        "subtitle": "A history",
        "authors": [{"name": "Jane Roe", "url": "/authors/1"}],
        "publishers": [{"name": "Quay Press"}],
        "publish_date": "March 2019",
        "url": "https://openlibrary.org/books/OL1M",
    }
}
BOOKS: dict[str, Any] = {
    "numFound": 1,
    "docs": [
        {
            "key": "/works/OL1W",
            "title": "Northern tides",
            "author_name": ["Jane Roe"],
            "publish_year": [2019, 2005],
            "publisher": ["Quay Press", "Pier Press"],
        }
    ],
}
HANDLE = {"responseCode": 1, "handle": "10.5555/TIDES.1", "values": []}
NO_HANDLE = {"responseCode": 100, "handle": "10.5555/none"}


def body(value: object) -> bytes:
    """The bytes of an answer."""
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()
