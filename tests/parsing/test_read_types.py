"""What is read of an entry has the types that validation would demand."""

import pytest
from pydantic import TypeAdapter

import citecheck
from citecheck.model import Reference
from citecheck.model.validating import validated

ENTRIES = (
    "Lie, B., van der Moe, C. and Sund Jr., D. (2010 [1975]). “Tides”. Sea Letters 12(3): 4–9.",
    "[Lie09] World Tide Agency. 2009a. *Sea levels*. 2nd ed. Oslo: Kyst. ISBN 978-3-16-148410-0",
    "Moe, C. (ed.), n.d., Harbours, in press. https://a.example/b Accessed 3 May 2020 from here.",
    "Lie, B. et al. In: Handbook of tides / ed. by A. Roe. — Oslo : Kyst, 1999–2004. — 312 p.",
    "———. Sand and salt. PhD thesis, University of Sund, March 2011. doi:10.1000/xyz.12",
)


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_is_read_would_pass_validation(entry: str) -> None:
    read = citecheck.parse_reference(entry)
    data = TypeAdapter(Reference).dump_python(read, warnings="error")
    assert validated(Reference, data) == read
