"""URLs that are identifiers, and are asked of their registries."""

import pytest

from citecheck.model.verification import LinkStatus
from citecheck.sources.links import check_links
from citecheck.sources.registered import registry_of
from tests.sources.scripted import client


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://doi.org/10.1000/182", "DOI"),
        ("http://dx.doi.org/10.1000/182", "DOI"),
        ("doi:10.1000/182", "DOI"),
        ("https://arxiv.org/abs/2101.00001", "arXiv"),
        ("https://pubmed.ncbi.nlm.nih.gov/12345/", "PubMed"),
        ("https://hdl.handle.net/10012/3456", "handle"),
        ("urn:nbn:de:0000-1", "URN"),
        ("https://nbn-resolving.org/urn:nbn:de:0000-1", "URN"),
        ("ISBN 978-3-16-148410-0", "ISBN"),
        ("https://doi.org/", ""),
        ("https://arxiv.org/help", ""),
        ("https://example.org/10.1000/182", ""),
    ],
)
def test_identifiers_are_asked_of_their_registries(url: str, name: str) -> None:
    assert registry_of(url) == name
    if name:
        asking, transport, _ = client({})
        link = check_links([url], asking)[url]
        assert (link.status, link.reason.partition(":")[0]) == (LinkStatus.NOT_CHECKED, name)
        assert not transport.asked
