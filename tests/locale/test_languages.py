"""The catalogues: complete, and true to the English texts."""

import ast
from collections import Counter
from collections.abc import Iterator
from string import Formatter

import pytest

from citecheck.coverage import _UNKNOWN
from citecheck.errors import ConfigurationError
from citecheck.fixing.questions import _ASKED, _WITH, _WITHOUT, question
from citecheck.locale import LANGUAGES, phrases
from citecheck.locale.catalogue import Entry, entries, read
from citecheck.locale.findings import template, translate, translated
from citecheck.model import Finding, MatchStatus, Severity
from citecheck.reports import FORMATS
from citecheck.reports.page.overview import STATUSES
from citecheck.rules import RULES
from citecheck.sources.faults import KINDS
from citecheck.sources.http import UNASKED
from citecheck.sources.links import SAID
from citecheck.sources.verdicts import BLOCKED, GONE
from tests.reports.building import FINDING, rendered, report
from tests.reports.drafts import EXAMPLE, checked, hostile
from tests.rules.cases import all_cases
from tests.rules.test_cases import check
from tests.source import modules

OTHERS = [code for code in LANGUAGES if code != "en"]


def said_in_reports() -> Iterator[str]:
    """The English texts of reports and of fixing, as said by say(...) and say.count(n, ...)."""
    for module in modules():
        if module.part not in ("reports", "fixing", "cli"):
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("say", "say.count")):
                first = node.args[1 if ast.unparse(node.func).endswith("count") else 0]
                asked = any(keyword.arg == "context" for keyword in node.keywords)
                if isinstance(first, ast.Constant) and not asked:
                    yield str(first.value)
    yield from (severity.value for severity in Severity)
    yield from STATUSES.values()
    yield from ("Previous", "Next")


def known(language: str) -> dict[str, Entry]:
    return {entry.text: entry for entry in entries(language) if not entry.context}


@pytest.mark.parametrize("language", OTHERS)
def test_the_frame_is_complete(language: str) -> None:
    assert sorted(set(said_in_reports()) - set(known(language))) == []
    assert set(STATUSES) == set(MatchStatus)


@pytest.mark.parametrize("language", OTHERS)
def test_summaries_of_rules(language: str) -> None:
    assert [rule.summary for rule in RULES if rule.summary not in known(language)] == []


def findings() -> list[Finding]:
    """The findings of every case of every rule."""
    found = [finding for case in all_cases("fail") for finding in check(case).findings]
    return [*found, *checked(EXAMPLE).findings]


@pytest.mark.parametrize("language", OTHERS)
def test_messages_of_rules(language: str) -> None:
    told = {finding.message: translate(finding, language).message for finding in findings()}
    assert [message for message, translated in told.items() if message == translated] == []
    places = {place.message for finding in findings() for place in finding.related}
    translated = {place.message for f in findings() for place in translate(f, language).related}
    assert sorted(places & translated) == []


@pytest.mark.parametrize("language", OTHERS)
def test_evidence_of_rules(language: str) -> None:
    """All but records of registries, which are no words of ours: "Crossref: Roe, “Tides”, 2011"."""
    told = {
        (said, here)
        for finding in findings()
        for said, here in zip(finding.evidence, translate(finding, language).evidence, strict=True)
    }
    same = sorted(said for said, here in told if said == here)
    assert [said for said in same if not said.startswith(("Crossref: ", "arXiv: "))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_placeholders(language: str) -> None:
    def names(text: str) -> Counter[str]:
        return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)

    for entry in entries(language):
        for string in entry.strings:
            assert names(string) == names(entry.text), entry
        assert len(entry.strings) == (2 if entry.plural else 1)
    seen = Counter((entry.context, entry.text) for entry in entries(language))
    assert [key for key, number in seen.items() if number > 1] == []


def test_catalogues_have_the_same_texts() -> None:
    one, *others = ({(e.context, e.text, e.plural) for e in entries(code)} for code in OTHERS)
    assert all(one == other for other in others)


def test_reading() -> None:
    text = (
        '# a comment\nmsgid ""\nmsgstr "Language: de\\n"\n\n'
        '#: where.py:3\nmsgctxt "NAM201"\nmsgid "a “{b}”\\n"\n"and on"\nmsgstr "x {b}"\n"y"\n\n'
        'msgid "{n} file"\nmsgid_plural "{n} files"\n'
        'msgstr[0] "{n} Datei"\nmsgstr[1] "{n} Dateien"\n'
        '\n#, fuzzy\nmsgid "guessed"\nmsgstr "geraten"\n\nmsgid "open"\nmsgstr ""\n'
    )
    assert list(read(text)) == list(read(text.replace("\n", "\r\n"))) == [
        Entry("NAM201", "a “{b}”\nand on", "", ("x {b}y",)),
        Entry("", "{n} file", "{n} files", ("{n} Datei", "{n} Dateien")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "text", "values"),
    [
        ("plain", "plain", {}),
        ("plain", "plainer", None),
        ("the “{a}”", "the “x”", {"a": "x"}),
        ("the “{a}”", "the “x”!", None),
        ("“{a}” is {b}", "“x” is “y” is z", {"a": "x", "b": "“y” is z"}),
        ("{a}, line {b}", "line 4, line 5, line 6", {"a": "line 4", "b": "5, line 6"}),
        ("a{x}a", "a", None),
        ("{x}", "", {"x": ""}),
    ],
)
def test_templates(pattern: str, text: str, values: dict[str, str] | None) -> None:
    assert template(pattern, "").values(text) == values


def test_a_finding_in_german() -> None:
    told = translate(FINDING, "de")
    assert told.message == "das Zitat schreibt „Morlow“, das Verzeichnis „Marlow“"
    assert [place.message for place in told.related] == [
        "auch hier", "auch hier", "der Eintrag im Verzeichnis",
    ]  # fmt: skip
    assert told.evidence == FINDING.evidence
    assert translate(FINDING, "en") is FINDING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("links (use --verify)", "Links (dafür --verify)"),
        ("3 links: did not answer in time", "3 Links: haben nicht rechtzeitig geantwortet"),
        ("1 link: of its own accord {x}", "1 Link: of its own accord {x}"),
        ("something else", "something else"),
    ],
)
def test_what_was_not_checked(text: str, said: str) -> None:
    assert translated(text, "unchecked", "de") == said
    assert translated(text, "unchecked", "en") == text


REASONS = (
    *(f"{said} (HTTP 404)" for said in (*GONE.values(), *BLOCKED.values())),
    *UNASKED.values(),
    *SAID.values(),
    *_UNKNOWN.values(),
    *(reason for _, reason, _ in KINDS if reason),
    *("scheme ftp", "no host", "private address", "not a valid host", "too long an answer"),
    *("the server asks to wait 40 seconds", "the server asks to wait an hour"),
    *("no answer within 20 seconds", "Crossref answered with status 500"),
    *("not in the recording", "GND: its registry is asked, not the page"),
    "the certificate is not valid: self-signed certificate",
)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("reason", dict.fromkeys(REASONS))
def test_reasons(reason: str, language: str) -> None:
    """Why a link was not checked, or is dead; as counted, and within a message."""
    counted = translated(f"3 links: {reason}", "unchecked", language)
    assert counted.endswith(translated(reason, "part", language))
    assert reason not in counted
    dead = FINDING.model_copy(update={"code": "LNK801", "message": f"the link is dead: {reason}"})
    assert reason not in translate(dead, language).message


def test_what_the_draft_says_stays_as_it_is() -> None:
    finding = FINDING.model_copy(
        update={"code": "REF504", "message": "the title has “correction”, its URL “line 5”"}
    )
    assert translate(finding, "de").message == "der Titel hat „correction“, seine URL „line 5“"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("line 3", "Zeile 3"),
        ("page 3, line 4", "Seite 3, Zeile 4"),
        ("page 2, paragraph 14", "Seite 2, Absatz 14"),
        ("footnote iv", "Fußnote iv"),
        ("line 3, line 4, line 5, line 6, line 7", "Zeile 3, Zeile 4, Zeile 5, Zeile 6, Zeile 7"),
        ("chapter1.xhtml, line 5", "chapter1.xhtml, Zeile 5"),
        ("refs.bib:12", "refs.bib:12"),
        ("line of thought", "line of thought"),
        ("page 3, see there", "page 3, see there"),
    ],
)
def test_places(text: str, said: str) -> None:
    assert translated(text, "part", "de") == said


@pytest.mark.parametrize("language", OTHERS)
def test_questions(language: str) -> None:
    texts = {text for asked in (*_ASKED.values(), (_WITH, _WITHOUT)) for text in asked}
    told = {entry.text for entry in entries(language) if entry.context == "question"}
    assert texts - told == set()
    assert question(FINDING) != question(FINDING, language)


def test_a_question_in_german() -> None:
    assert question(FINDING, "de").splitlines() == [
        "Das Zitat schreibt „Morlow“, das Verzeichnis „Marlow“. Sollte es „Marlow, 2011“ heißen?",
        "The year agrees.",
        "Ebenso an 2 weiteren Stellen.",
        "(NAM201 misspelt-author)",
    ]


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        (1, "en", "1 error"), (2, "en", "2 errors"), (0, "en", "0 errors"),
        (1, "de", "1 Fehler"), (1, "nb", "1 feil"), (1_000, "en", "1,000 errors"),
    ],
)  # fmt: skip
def test_counts(number: int, language: str, said: str) -> None:
    assert phrases(language).count(number, "{n} error", "{n} errors") == said


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("de_DE.UTF-8", "de"),
        ("no", "nb"),
        ("NB", "nb"),
        ("en", "en"),
    ],
)
def test_codes(language: str, code: str) -> None:
    assert phrases(language).language == code


@pytest.mark.parametrize("language", ["", "fr", "../de", "german"])
def test_unknown_languages(language: str) -> None:
    with pytest.raises(ConfigurationError, match="only in: en, de, nb"):
        phrases(language)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", OTHERS)
def test_reports_in_other_languages(form: str, language: str) -> None:
    said = rendered([checked(EXAMPLE), hostile(), report(FINDING)], form, language=language)
    assert "{n}" not in said.replace('data-form="', "").replace("{n} von {all}", "").replace(
        "{n} av {all}", ""
    ).replace('"{n}"', "")
    if form in ("text", "concise", "grouped", "markdown", "html"):
        assert "did you mean" not in said
        assert "also here" not in said
