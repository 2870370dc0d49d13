"""Values made without validation are those that validation gives."""

import pytest
from pydantic import TypeAdapter

import citecheck
from citecheck.model import Name, PartialDate, Provenance, Reference, Span, Value, making
from citecheck.model.base import Model
from citecheck.model.validating import as_json, validated

PLACE = Span(start=3, end=8)
ENTRIES = (
    "Lie, B., van der Moe, C. and Sund Jr., D. (2010 [1975]). “Tides”. Sea Letters 12(3): 4–9.",
    "[Lie09] World Tide Agency. 2009a. *Sea levels*. 2nd ed. Oslo: Kyst. ISBN 978-3-16-148410-0",
    "Moe, C. (ed.), n.d., Harbours, in press. https://a.example/b Accessed 3 May 2020 from here.",
    "Lie, B. et al. In: Handbook of tides / ed. by A. Roe. — Oslo : Kyst, 1999–2004. — 312 p.",
    "———. Sand and salt. PhD thesis, University of Sund, March 2011. doi:10.1000/xyz.12",
)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (making.span(3, 8), PLACE),
        (making.value("Tides", PLACE), Value(value="Tides", span=PLACE)),
        (
            making.value("12", None, Provenance.URL, 0.5),
            Value(value="12", provenance=Provenance.URL, confidence=0.5),
        ),
        (
            making.person("Moe", "C.", PLACE, "Jr.", "van der"),
            Name(
                family="Moe", given="C.", suffix="Jr.", non_dropping_particle="van der", span=PLACE
            ),
        ),
        (making.organisation("Tide Agency", None), Name(literal="Tide Agency")),
        (making.date(year=2010, suffix="a"), PartialDate(year=2010, suffix="a")),
        (
            making.placed(making.date(year=2010, end=making.date(year=2012)), PLACE),
            PartialDate(year=2010, end=PartialDate(year=2012), span=PLACE),
        ),
        (
            making.reference({"id": "r1", "raw": "x", "span": PLACE, "key": "7"}),
            Reference(id="r1", raw="x", span=PLACE, key="7"),
        ),
    ],
)
def test_made_is_as_validated(made: Model, expected: Model) -> None:
    assert made == expected
    assert hash(made) == hash(expected)
    assert repr(made) == repr(expected)
    assert as_json(made) == as_json(expected)
    assert made.model_copy() == made


def test_a_changed_copy_leaves_the_others_alone() -> None:
    changed = making.span(1, 2).model_copy(update={"end": 5})
    assert (changed, making.span(1, 2)) == (Span(start=1, end=5), Span(start=1, end=2))


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_is_read_would_pass_validation(entry: str) -> None:
    read = citecheck.parse_reference(entry)
    data = TypeAdapter(Reference).dump_python(read, warnings="error")
    assert validated(Reference, data) == read
