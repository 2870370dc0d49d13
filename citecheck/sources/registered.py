"""URLs that stand for an identifier: their registry is asked, never the page they lead to."""

import re

# Scheme and host with "www." or not; then what must follow. The registry's name for people.
REGISTRIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("DOI", re.compile(r"(?i)https?://(?:www\.|dx\.)?doi\.org/\S*10\.\d{4,9}(?:/|%2F)")),
    ("DOI", re.compile(r"(?i)(?:doi:|info:doi/)\s?10\.\d{4,9}/")),
    ("arXiv", re.compile(r"(?i)https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format)/")),
    ("arXiv", re.compile(r"(?i)arxiv:\s?[\w.-]+/?\d")),
    ("PubMed", re.compile(r"(?i)https?://pubmed\.ncbi\.nlm\.nih\.gov/\d")),
    ("PubMed", re.compile(r"(?i)https?://(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/\d")),
    ("PubMed", re.compile(r"(?i)pmid:\s?\d")),
    ("handle", re.compile(r"(?i)https?://hdl\.handle\.net/\d")),
    ("handle", re.compile(r"(?i)hdl:\s?\d")),
    ("URN", re.compile(r"(?i)urn:\w")),
    ("URN", re.compile(r"(?i)https?://(?:www\.)?nbn-resolving\.(?:org|de)/\S{0,40}urn:")),
    ("ISBN", re.compile(r"(?i)isbn:?\s?[\dx]")),
)


def registry_of(url: str) -> str:
    """The name of the registry that answers for *url* ("DOI", "arXiv" ...), "" if none does."""
    return next((name for name, pattern in REGISTRIES if pattern.match(url)), "")
