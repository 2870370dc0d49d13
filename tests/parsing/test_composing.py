"""What becomes of the tagger's fields, whatever model found them."""

import pytest

from citecheck.model import Span
from citecheck.parsing.claims import Claims
from citecheck.parsing.composing import compose
from citecheck.parsing.identifiers import read_identifiers
from citecheck.parsing.plain_names import plain_names
from citecheck.parsing.quotations import read_quoted_title
from citecheck.parsing.tagger import Tagged
from citecheck.parsing.tagging import Tagging, weigh
from tests.parsing.entry import shown

Pieces = dict[str, str]


def fields(entry: str, pieces: Pieces, share: float = 1.0) -> dict[str, list[Tagged]]:
    """Fields by label, given the text of each."""
    found = {}
    for label, piece in pieces.items():
        start = entry.index(piece)
        found[label] = [Tagged(label, start, start + len(piece), share)]
    return found


def quoted(entry: str) -> Claims:
    """The entry with its quoted title claimed."""
    return read_quoted_title(Claims.of(entry, Span(start=0, end=len(entry))))


def composed(entry: str, pieces: Pieces, share: float = 1.0) -> Claims:
    """The entry put together from *pieces*."""
    certain = read_identifiers(Claims.of(entry, Span(start=0, end=len(entry))))
    return compose(certain, read_quoted_title(certain), None, fields(entry, pieces, share))


def value(claims: Claims, name: str) -> str:
    """The text of a field, "" if it is not there."""
    return claims.fields[name].value if claims.has(name) else ""


@pytest.mark.parametrize(
    ("entry", "pieces", "name", "expected"),
    [
        ("A. Lie, Rivers, Salt 3 (2001) 275 p.", {"title": "Rivers", "pages": "275 p"},
         "number_of_pages", "275 p"),
        ("A. Lie, Rivers, vol. 3, pp. 4-9", {"title": "Rivers", "volume": "vol. 3"}, "volume", "3"),
        ("A. Lie, Rivers, vol. 3, pp. 4-9", {"title": "Rivers", "pages": "pp. 4-9"}, "page", "4-9"),
        ("A. Lie. Rivers. 10th ed. Salt, 2001", {"title": "Rivers. 10th ed"}, "title", "Rivers"),
        ("A. Lie, Delta 62(C7), 4", {"container": "Delta", "issue": "C7"}, "issue", "C7"),
        ("A. Lie, Delta, V349, 665", {"container": "Delta", "volume": "V349"}, "volume", "349"),
        ("A. Lie. Rivers. In Salt, volume 1. Ed. Bo Vos. Delta", {"title": "Rivers", "volume": "1"},
         "volume", "1"),
        ("A. Lie, Rivers. In: Salt. Leeds", {"title": "Rivers", "container": "In: Salt"},
         "container_title", "Salt"),
        ("王小明. 河流[M]. 北京, 2018", {"title": "河流"}, "genre", "M"),
        ("A. Lie, Rivers, http: //a.example/b c, 2001",
         {"title": "Rivers", "url": "http: //a.example/b c"}, "url", "http://a.example/bc"),
        ("A. Lie. Who: ‘I am’. Delta", {"title": "Who: ‘I am’"}, "title", "Who: ‘I am’"),
        ("A. Lie, Rivers of « la Lue ». Delta, 2001", {"title": "Rivers of « la Lue"}, "title",
         "Rivers of « la Lue »"),
        ("Salt Agency (2012) Rivers. Leeds", {"title": "Rivers", "author": "Salt Agency"},
         "title", "Rivers"),
    ],
)  # fmt: skip
def test_values(entry: str, pieces: Pieces, name: str, expected: str) -> None:
    assert value(composed(entry, pieces), name) == expected


def test_a_date_without_a_year_is_not_all_there_is() -> None:
    entry = "A. Lie, Rivers. Delta. 12/05 2013;3:4"
    claims = composed(entry, {"title": "Rivers", "date": "12/05"})
    assert claims.fields["issued"].year == 2013


@pytest.mark.parametrize(
    ("entry", "pieces", "variable", "expected"),
    [
        ("Rivers. Lie, A. Vos, B. 2001. Delta", {"title": "Rivers", "author": "Lie, A. Vos, B"},
         "author", ["Lie|A.", "Vos|B"]),
        ("Lie, A. (eds.), Rivers, 2001", {"editor": "Lie, A", "title": "Rivers"},
         "editor", ["Lie|A."]),
        ("A. Lie. Rivers. Delta, hg. von Bo Vos, 2001",
         {"author": "A. Lie", "title": "Rivers", "editor": "hg. von Bo Vos"},
         "editor", ["Vos|Bo"]),
        ("Lund, Tom, und Rosa Vasseur (Hrsg.). 2008. Flut.",
         {"title": "Flut", "editor": "Lund, Tom, und Rosa Vasseur (Hrsg"},
         "editor", ["Lund|Tom", "Vasseur|Rosa"]),
        ("Delta Collaboration, A. Lie et al., Flow, 2001",
         {"org": "Delta Collaboration", "author": "A. Lie et al", "title": "Flow"},
         "author", ["Lie|A."]),
        ("“Salt,” by R.L. Lie and D. Vos, Delta, 2001",
         {"title": "Salt", "author": "by R.L. Lie and D. Vos"}, "author", ["Lie|R.L.", "Vos|D."]),
        ("Lund (Eds.), All of the rivers.", {"title": "All of the rivers", "editor": "Lund (Eds"},
         "editor", ["=Lund"]),
        ("Sernau (V.), Follet (Chr.), Vos-Ruz (Cl.), Un aperçu du fleuve, Leeds.",
         {"title": "Un aperçu du fleuve", "author": "Sernau (V"},
         "author", ["Sernau|V.", "Follet|Chr.", "Vos-Ruz|Cl."]),
        ("River Safety and Salt Office (RSSO). 2006. Flut.",
         {"title": "Flut", "author": "River Safety and Salt Office (RSSO"},
         "author", ["=River Safety and Salt Office (RSSO)"]),
    ],
)  # fmt: skip
def test_names(entry: str, pieces: Pieces, variable: str, expected: list[str]) -> None:
    assert [shown(name) for name in composed(entry, pieces).fields[variable]] == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Lie, S. Vos, I. Berg, O", "Lie|S.; Vos|I.; Berg|O"),
        ("F. LIE, MV. VOS, H.BERG", "LIE|F.; VOS|MV.; BERG|H."),
        ("J. Lie, R, Vos, E. Berg", "Lie|J.; Vos|R; Berg|E."),
        ("Costa LDCF, Dal FDAGD", "Costa|LDCF; Dal|FDAGD"),
        ("T .Lie ,J .Vos et al", "Lie|T .; Vos|J ."),
    ],
)
def test_names_without_a_list(names: str, expected: str) -> None:
    claims = Claims.of(names, Span(start=0, end=len(names)))
    assert "; ".join(map(shown, plain_names(claims, (0, len(names))))) == expected


@pytest.mark.parametrize(
    ("entry", "author", "expected"),
    [
        ("Lie, Bo de. Salt of the rivers. Delta 6: 3.", "Lie, Bo de. Salt of the rivers",
         "Salt of the rivers"),
        ("A. LIE, B. VOSetC. BERG. Delta 26, 14 (1987).", "A. LIE, B. VOSetC. BERG", ""),
    ],
)  # fmt: skip
def test_what_overran_the_names_is_a_title_unless_it_looks_like_a_name(
    entry: str, author: str, expected: str
) -> None:
    assert value(composed(entry, {"author": author, "container": "Delta"}), "title") == expected


def test_a_guess_lowers_confidence() -> None:
    entry = "A. Lie, Rivers, Salt House, 2001"
    pieces = {"title": "Rivers", "publisher": "Salt House"}
    assert composed(entry, pieces, 0.6).fields["title"].confidence == 0.6
    assert composed(entry, pieces, 0.99).fields["title"].confidence == 1.0


def test_what_the_tagger_has_for_a_container_is_no_publisher() -> None:
    entry = "A. Lie, Rivers, Salt House, 2001"
    stepped = composed(entry, {"title": "Rivers", "publisher": "Salt House"})
    tagged = Tagging(quoted(entry), fields(entry, {"container": "Salt House"}, 0.5))
    assert value(weigh(stepped, tagged), "container_title") == "Salt House"
    assert value(weigh(stepped, tagged), "publisher") == ""


def test_disagreement_lowers_confidence() -> None:
    entry = "A. Lie, Rivers, Salt House, 2001"
    stepped = composed(entry, {"title": "Rivers", "publisher": "Salt House"})
    other = Tagging(stepped, fields(entry, {"title": "Salt House"}, 0.6))
    assert weigh(stepped, other).fields["title"].confidence == 0.7
