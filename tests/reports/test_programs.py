"""Reports for programs: valid for those who read them, whatever the draft holds."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import junitparser
import pytest
from jsonschema import Draft4Validator, Draft7Validator
from lxml import etree

from citecheck import reports
from citecheck.fingerprints import fingerprints
from citecheck.model import Report
from citecheck.reports import FORMATS
from citecheck.reports.github import escaped_data, escaped_property
from tests.reports.building import FINDING, TEXT, rendered, report
from tests.reports.drafts import ESSAY, EXAMPLE, checked, hostile, in_parts

SCHEMAS = Path(__file__).with_name("schemas")


def several() -> list[Report]:
    """Reports on very different drafts; the essay among them where it is at hand."""
    given = [checked(EXAMPLE), report(), report(FINDING), hostile(), in_parts()]
    return [*given, checked(ESSAY)] if ESSAY.exists() else given


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def encoded(text: str) -> bytes:
    """The bytes as the command writes them."""
    return text.encode("utf-8", "backslashreplace")


@pytest.mark.parametrize(
    ("form", "validator"),
    [
        ("sarif", Draft4Validator(schema("sarif-2.1.0-rtm.5.json"))),
        ("gitlab", Draft7Validator(schema("gitlab.json"))),
        ("rdjson", Draft7Validator(schema("rdjson.json"))),
    ],
)
def test_json_formats_are_valid(form: str, validator: Any) -> None:
    for given in ([], [report()], several()):
        data = json.loads(encoded(rendered(given, form, several=len(given) > 1)))
        errors = [
            f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(data)
        ]
        assert not errors


def test_junit_is_valid() -> None:
    grammar = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
    for given in ([], [report()], several()):
        document = etree.fromstring(encoded(rendered(given, "junit")))
        assert grammar.validate(document), grammar.error_log
    read = junitparser.JUnitXml.fromstring(rendered(several(), "junit").encode())
    assert [suite.name for suite in read][:3] == ["references/draft.txt", "draft.txt", "draft.txt"]
    found = checked(EXAMPLE).findings
    first = next(iter(read))
    assert (first.tests, first.failures) == (
        len(found), sum(finding.severity != "info" for finding in found),
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_every_finding_is_told(form: str) -> None:
    text = rendered([checked(EXAMPLE)], form)
    for finding in checked(EXAMPLE).findings:
        if form != "csv" or finding.citation_ids:
            assert finding.code in text or finding.name in text


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_any_report(form: str) -> None:
    for given in ([], [report()], several()):
        assert all(isinstance(piece, str) for piece in reports.render(given, form, reports.Look()))


def test_sarif() -> None:
    given = several()
    (run,) = json.loads(encoded(rendered(given, "sarif")))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules if "help" not in rule] == ["XYZ999"]
    assert len(run["results"]) == sum(len(one.findings) for one in given)
    for result in run["results"]:
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][where["index"]]["location"]["uri"] == where["uri"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    own = [r for r in run["results"] if r["ruleId"] == "NAM201"][-1]
    assert own["partialFingerprints"]["citecheck/v1"]
    prints = [r["partialFingerprints"]["citecheck/v1"] for r in run["results"]]
    assert prints[: len(given[0].findings)] == list(fingerprints(given[0]))


def test_a_result_in_sarif() -> None:
    (run,) = json.loads(rendered([report(FINDING)], "sarif"))["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]["region"]
    assert place == {"startLine": 1, "startColumn": 13, "endLine": 1, "endColumn": 25}
    assert [r["physicalLocation"]["region"]["startLine"] for r in result["relatedLocations"]] == [
        2, 2, 5,
    ]  # fmt: skip
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 13, "endLine": 1, "endColumn": 19},
            "insertedContent": {"text": "Marlow"},
        }
    ]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "links: not asked"


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a b.txt", "a%20b.txt"), ("c:d.txt", "c%3Ad.txt"), ("é/ü.md", "%C3%A9/%C3%BC.md")],
)
def test_uris(path: str, uri: str) -> None:
    given = report(FINDING)
    document = given.document.model_copy(update={"path": path})
    text = rendered([given.model_copy(update={"document": document})], "sarif")
    assert json.loads(text)["runs"][0]["artifacts"][0]["location"]["uri"] == uri


def test_columns_of_rdjson_count_bytes() -> None:
    (diagnostic,) = json.loads(rendered([report(FINDING)], "rdjson"))["diagnostics"]
    assert diagnostic["location"]["range"]["start"] == {"line": 1, "column": 13}
    accented = TEXT.replace("Tides rise", "Tïdes rïse", 1)
    (diagnostic,) = json.loads(rendered([report(FINDING, text=accented)], "rdjson"))["diagnostics"]
    assert diagnostic["location"]["range"]["start"] == {"line": 1, "column": 15}


def test_github() -> None:
    assert rendered([report(FINDING)], "github") == (
        "::error file=draft.txt,line=1,endLine=1,col=13,endColumn=24,title=NAM201 misspelt-author::"
        "the citation writes “Morlow”, the list “Marlow”%0Aalso here: 2:12, 2:43%0A"
        "the entry in the list: 5:1%0Athe year agrees%0Adid you mean: Marlow, 2011\n"
    )
    said = rendered(several(), "github").splitlines()
    assert len(said) == sum(len(one.findings) for one in several())
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in said)


@pytest.mark.parametrize(
    ("text", "data", "attribute"),
    [
        ("100%", "100%25", "100%25"),
        ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ("x: y, z", "x: y, z", "x%3A y%2C z"),
        ("%0A", "%250A", "%250A"),
    ],
)
def test_escapes_of_github(text: str, data: str, attribute: str) -> None:
    assert (escaped_data(text), escaped_property(text)) == (data, attribute)


def test_places_in_a_file_that_is_no_text() -> None:
    assert rendered([in_parts()], "github").startswith(
        "::error file=a.ipynb,title=CIT101 missing-entry::cell 2, line 1, character 9: nothing fits"
    )
    (issue,) = json.loads(rendered([in_parts()], "gitlab"))
    assert issue["location"]["lines"] == {"begin": 1}
    (result,) = json.loads(rendered([in_parts()], "sarif"))["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_fingerprints_of_gitlab_differ_between_files() -> None:
    other = report(FINDING)
    document = other.document.model_copy(update={"path": "other.txt"})
    given = [report(FINDING), other.model_copy(update={"document": document})]
    one, two = json.loads(rendered(given, "gitlab", several=True))
    assert one["fingerprint"] != two["fingerprint"]


def test_json_lines() -> None:
    given = [checked(EXAMPLE), report()]
    lines = [json.loads(line) for line in rendered(given, "jsonl").splitlines()]
    assert [line["kind"] for line in lines].count("finding") == len(given[0].findings)
    assert [line["path"] for line in lines if line["kind"] == "file"] == [
        "references/draft.txt", "draft.txt",
    ]  # fmt: skip


def test_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(rendered([checked(EXAMPLE)], "csv"), newline="")))
    citations = {(row["line"], row["column"]) for row in rows if row["kind"] == "citation"}
    assert len(citations) == len(checked(EXAMPLE).citations)
    first = rows[0]
    assert (first["author"], first["issued"]) == ("Shraibman, Artyon", "2021")
    cells = [c for row in csv.reader(io.StringIO(rendered([hostile()], "csv"))) for c in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
