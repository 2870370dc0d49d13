"""The fields of ``Reference``, by kind, and the variables of CSL 1.0.2 that they are."""

NAME_VARIABLES = ("author", "editor", "translator", "director", "container_author")
DATE_VARIABLES = ("issued", "accessed", "original_date")
# Field of Reference -> variable of CSL.
TEXT_VARIABLES: dict[str, str] = {
    "title": "title",
    "container_title": "container-title",
    "collection_title": "collection-title",
    "event_title": "event-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "genre": "genre",
    "medium": "medium",
    "archive": "archive",
    "note": "note",
    "language": "language",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "url": "URL",
}
NAME_PARTS = ("family", "given", "literal", "suffix", "non_dropping_particle", "dropping_particle")
