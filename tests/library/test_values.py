"""The typed values: frozen, closed, compared by content; validated where data enter."""

import pickle
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import citecheck
from citecheck.config import Settings
from citecheck.errors import ConfigurationError
from citecheck.model import Name, PartialDate, Provenance, Report, Severity, Span, Value
from citecheck.model.document import Part
from citecheck.model.validating import as_json, read_json, validated

DRAFT = (
    "It is so (Deen, 2021; Lind, 1999).\n\nReferences\n"
    "Deen, B. (2021). Nets of the North. Fjord Press. https://example.org/nets\n"
)


def test_content_is_what_is_compared() -> None:
    one, same = (
        Value(value="4", span=Span(start=0, end=1)),
        Value(value="4", span=Span(start=0, end=1)),
    )
    assert one == same
    assert hash(one) == hash(same)
    assert one != one.model_copy(update={"value": "5"})
    assert Span(start=0, end=0) != PartialDate(), "another class"


def test_what_is_written_of_a_value() -> None:
    assert repr(Value(value="4", span=Span(start=0, end=1))) == (
        "Value(value='4', span=Span(start=0, end=1))"
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "cell 3"}, "Part: no start"),
        ({"name": "cell 3", "start": 2, "stop": 3}, "Part: no field stop"),
        ({"start": 1, "stop": 3}, "Part: no field stop; no name"),
    ],
)
def test_fields_are_those_declared(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=f"^{said}$"):
        Part(**fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"start": 1}, "'end'"), ({"start": 1, "end": 2, "stop": 3}, "'stop'")],
)
def test_fields_of_what_is_made_often_are_those_declared(fields: dict[str, int], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Span(**fields)


def test_defaults_of_what_is_made_often() -> None:
    assert dict(Value(value="4")) == {
        "value": "4", "span": None, "provenance": Provenance.WRITTEN, "confidence": 1.0,
    }  # fmt: skip


def test_no_copy_has_more_fields() -> None:
    with pytest.raises(TypeError, match="no field stop"):
        Span(start=1, end=2).model_copy(update={"stop": 3})


def test_values_are_frozen() -> None:
    span = Span(start=1, end=2)
    with pytest.raises(AttributeError):
        span.start = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del span.start
    assert span == Span(start=1, end=2)


def test_a_copy_forgets_what_was_worked_out() -> None:
    document = citecheck.check(DRAFT).document
    assert len(document.line_starts) == 5
    assert document.model_copy(update={"text": "one line"}).line_starts == (0,)


def test_defaults_are_not_shared() -> None:
    one, other = Settings(), Settings()
    one.aliases["a"] = "b"
    assert other.aliases == {}


def test_a_report_survives_pickling_and_json() -> None:
    report = citecheck.check(DRAFT)
    assert report.findings
    assert pickle.loads(pickle.dumps(report)) == report
    assert read_json(Report, as_json(report)) == report


def test_pydantic_validates_values_of_any_depth() -> None:
    date = {"year": "2001", "end": {"year": 2003}}
    assert validated(PartialDate, date) == PartialDate(year=2001, end=PartialDate(year=2003))
    names = TypeAdapter(tuple[Name, ...])
    assert names.validate_python([{"family": "Lind"}, Name(given="Bo")]) == (
        Name(family="Lind"), Name(given="Bo"),
    )  # fmt: skip
    with pytest.raises(ValidationError) as caught:
        validated(PartialDate, {"end": {"yaer": 2003}})
    assert [error["loc"] for error in caught.value.errors()] == [("end", "yaer")]


def test_settings_of_callers_are_validated() -> None:
    given = Settings(severity={"CIT": "info"})  # type: ignore[dict-item]
    found = citecheck.check(DRAFT, settings=given).findings
    assert [finding.severity for finding in found] == [Severity.INFO]
    with pytest.raises(ConfigurationError, match="severity"):
        citecheck.check(DRAFT, settings=Settings(severity={"CIT": "grave"}))  # type: ignore[dict-item]
