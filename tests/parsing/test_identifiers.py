"""Addresses and registered numbers, without the punctuation around them."""

import pytest

from tests.parsing.entry import read, values


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("https://a.example/b(2023)c_EN.pdf.", "url", "https://a.example/b(2023)c_EN.pdf"),
        ("(https://a.example/b).", "url", "https://a.example/b"),
        ("<https://a.example/b>", "url", "https://a.example/b"),
        ("[here](https://a.example/b)", "url", "https://a.example/b"),
        ("https://a.example/b?x=1&y=2, p. 3", "url", "https://a.example/b?x=1&y=2"),
        ("https://a.example/b?x=1&\xady=2.", "url", "https://a.example/b?x=1&y=2"),
        ("www.a.example/b;", "url", "www.a.example/b"),
        ("https:// www.a.example/b", "url", "https://www.a.example/b"),
        ("https://a.example/b/cut\n    off.html.", "url", "https://a.example/b/cutoff.html"),
        ("doi:10.5555/ab.12.", "doi", "10.5555/ab.12"),
        ("DOI: https://doi.org/10.5555/1058-0360(2011/10-0053)", "doi",
         "10.5555/1058-0360(2011/10-0053)"),
        ("http://dx.doi.org/10.5555/ab", "doi", "10.5555/ab"), ("10.5555/ab-1", "doi",
        "10.5555/ab-1"),
        ("ISBN 978-3-16-148410-0", "isbn", "978-3-16-148410-0"), ("ISSN: 1234-567X", "issn",
        "1234-567X"),
        ("PMID: 123456; PMCID: PMC99999", "pmid", "123456"),
        ("arXiv:1706.03762v2", "arxiv", "1706.03762v2"),
        ("hdl:10400.26/13564", "url", "10400.26/13564"),
        ("urn:nbn:de:101:1-2019", "url", "urn:nbn:de:101:1-2019"),
    ],
)  # fmt: skip
def test_identifier(written: str, name: str, value: str) -> None:
    reference = read(f"Okafor, B. (2019). Rivers of the south. Salt Press. {written}")
    assert values(reference)[name] == value
    assert reference.title
    assert reference.title.value == "Rivers of the south"
