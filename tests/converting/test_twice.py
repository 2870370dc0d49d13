"""What was converted is read again as it was meant: converting twice changes nothing more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citecheck
from citecheck.converting import convert

NAMES = ("Abel", "Berg", "Cole", "Dorn", "Elm", "Fahr", "Gray", "Holt")
LIST = "\n\n".join(
    f"{name}, A. ({2001 + number}) The {name.lower()}s of the coast. Bristol: Harbour Press."
    for number, name in enumerate(NAMES)
)
CITED = {name: f"{name} {2001 + number}" for number, name in enumerate(NAMES)}
LOCATORS = (
    "",
    "",
    ", p. 4",
    ", pp. 11–13",
    ", pp. 3, 7",
    ", pp. 9–10, 27",
    ": 12 and 19",
    ", ch. 2",
)
BEFORE = ("", "", "see ", "e.g. ", "for the older view ", "Table 1; ")
BEHIND = ("", "", "; emphasis added", ", our translation", " and the map")


def again(text: str, form: str = "text", system: str = "numeric") -> tuple[str, str]:
    """*text* converted to *system* once, and once more."""
    once = convert(citecheck.check(text, format=form), system)
    return once.text, convert(citecheck.check(once.text, format=form), system).text


def draft(*groups: str) -> str:
    said = " ".join(f"Tides rise in the harbour {group}." for group in groups)
    return f"{said}\n\nReferences\n\n{LIST}\n"


@st.composite
def parentheses(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    cited = "; ".join(CITED[name] + draw(st.sampled_from(LOCATORS)) for name in names)
    return f"({draw(st.sampled_from(BEFORE))}{cited}{draw(st.sampled_from(BEHIND))})"


@given(st.lists(parentheses(), min_size=3, max_size=6))
@settings(max_examples=60, deadline=None)
def test_converting_twice_changes_nothing_more(groups: list[str]) -> None:
    everything = f"({'; '.join(CITED.values())})"
    once, twice = again(draft(everything, *groups))
    assert once == twice
    assert "2001" not in once.partition("References")[0]


@pytest.mark.parametrize(
    ("typed", "numbered"),
    [
        ("(Abel 2001, pp. 3, 7)", "[1, pp. 3, 7]"),
        ("(Abel 2001, 3, 7)", "[1, pp. 3, 7]"),
        ("(Abel 2001, pp. 1–2, 5)", "([1], pp. 1–2, 5)"),
        ("(Abel 2001; Berg 2002, p. 4)", "[1; 2, p. 4]"),
        ("(see Abel 2001)", "(see [1])"),
        (
            "(Abel 2001; Berg 2002; but Cole 2003, our translation)",
            "([1, 2]; but [3], our translation)",
        ),
        ("[see Abel 2001]", "(see [1])"),
    ],
)
def test_words_stay_outside_the_brackets(typed: str, numbered: str) -> None:
    rest = f"({'; '.join(CITED.values())})"
    once, twice = again(draft(typed, rest))
    assert f"harbour {numbered}." in once
    assert once == twice


def test_raised_numbers_come_down() -> None:
    listed = "\n\n".join(f"{number}. {entry}" for number, entry in enumerate(LIST.split("\n\n"), 1))
    said = "Tides rise.^1,2^ Nets^3^ hold ^4–8^."
    once, twice = again(f"{said}\n\n# References\n\n{listed}\n", "markdown")
    assert once.startswith("Tides rise. [1, 2] Nets [3] hold [4–8].")
    assert once == twice


@pytest.mark.parametrize(
    ("typed", "dated", "numbered"),
    [
        ("(Norway. Ministry of Tides 2012)", "(Norway. Ministry of Tides, 2012)", "[9]"),
        ("(A. B. de Wijk 2011)", "(de Wijk, 2011)", "[9]"),
        (
            "(of tides: Abel (2001); Berg, 2002)",
            "(of tides: Abel (2001); Berg, 2002)",
            "(of tides: Abel [1]; Berg, 2002)",
        ),
    ],
)
def test_names_that_were_read_in_part(typed: str, dated: str, numbered: str) -> None:
    more = (
        "Norway. Ministry of Tides. (2012) The forests of the coast. Bristol: Harbour Press.",
        "de Wijk, A. B. (2011) The wharves of the coast. Bristol: Harbour Press.",
    )
    text = draft(f"({'; '.join(CITED.values())})", typed).strip() + "\n\n" + "\n\n".join(more)
    once, twice = again(text, system="author-year")
    assert f"harbour {dated}." in once
    assert once == twice
    assert f"harbour {numbered}." in again(text)[0]


def test_a_bare_year_follows_no_other_name() -> None:
    listed = "\n\n".join(f"{number}. {entry}" for number, entry in enumerate(LIST.split("\n\n"), 1))
    said = "Tides rise [1-8]. So it is for Abel [2, 1], and for Berg [2, 3]."
    once, twice = again(f"{said}\n\nReferences\n\n{listed}\n", system="author-year")
    assert "for Abel (Berg, 2002; Abel, 2001), and for Berg (2002; Cole, 2003)." in once
    assert once == twice
