"""LaTeX as Unicode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography.latex import decode, decode_with_offsets, plain

CASES = {
    r"M{\"u}ller": "Müller",
    r"M\"uller": "Müller",
    r"M\"{u}ller": "Müller",
    r"\'{\i}": "í",
    r"\c{c}\~ao": "ção",
    r"\v{S}koda \v Skoda": "Škoda Škoda",
    r"\AA{}se \o{}re \ss \L{}": "Åse øre ßŁ",
    r"{\'E}t{\'e}": "Été",
    r"Bar\c{s} \k{a}": "Barş ą",
    r"\~{}x \^{}": "~x ^",
    r"100\% \& more \#1 \_ \$": "100% & more #1 _ $",
    "100% of it": "100% of it",
    "a--b---c": "a–b—c",
    "``quoted'' `so'": "“quoted” ‘so'",
    r"\enquote{Salt} and \emph{sand}": "“Salt” and sand",
    r"The {CO$_2$} of $\alpha$": "The CO_2 of α",
    r"A~B\,C\\D": "A B C D",
    r"\textbf{x} \unknown{y}": "x y",
    r"\noopsort{1973b}1973": "1973",
    r"\href{https://a.example}{text}": "text",
    r"\bibinfo{author}{Ada}": "Ada",
    "{": "",
    "}": "",
    "\\": "",
    r"\'": "",
    r"\url{https://a.example/x}": "https://a.example/x",
}


@pytest.mark.parametrize(("latex", "text"), CASES.items())
def test_decode(latex: str, text: str) -> None:
    assert plain(latex) == text


@given(st.text(st.sampled_from("\\{}$~`'\"^=.-aeiuH v%&\n")))
def test_offsets(text: str) -> None:
    printed, offsets = decode_with_offsets(text)
    assert printed == "".join(decode(text))
    assert len(offsets) == len(printed) + 1
    assert all(0 <= offset <= len(text) for offset in offsets)


@pytest.mark.parametrize("piece", ["{", "}", "\\", "\\'", "\\enquote{", "$", "`", "\\href{"])
def test_deep(piece: str) -> None:
    assert isinstance(decode(piece * 20_000), str)
