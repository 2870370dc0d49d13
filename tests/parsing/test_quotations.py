"""Titles in quotation marks of every kind, nested, mismatched or left open."""

import pytest

from tests.parsing.entry import place, read


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Okafor, Bola, “The tide”, Salt, 2020.", "The tide"),
        ('Okafor, Bola, "The tide", Salt, 2020.', "The tide"),
        ("Okafor, B. (2010) ‘The cat’s whiskers: boys’ lives’, Delta, 12(3).",
         "The cat’s whiskers: boys’ lives"),
        ("Okafor, B. (2010) 'Boys' lives', Delta, 12(3).", "Boys' lives"),
        ("Okafor, Bola: „Über die „Kunst“ der Flut“. In: Delta 3 (2010).",
         "Über die „Kunst“ der Flut"),
        ("Иванова А. Б. «О реках» // Вестник. 2010.", "О реках"),
        ("Okafor, B. «Titre « interne » du livre», Revue, 2010.", "Titre « interne » du livre"),
        ("Okafor, B. ``The tide,'' in Proc. Delta, 2010.", "The tide"),
        ("Okafor, B. ”Vuoksi ja meri”. Lehti 2010.", "Vuoksi ja meri"),
        ("王小明. 「河流」. 2010.", "河流"),
        ("山田太郎『川の記憶』東京：塩書房、2018年。", "川の記憶"),
        ("Okafor, Bola. “On “Being” Here.” Delta 12 (2010): 3–4.", "On “Being” Here"),
        ("Okafor, Bola, “Tide’s people resist’: a leader calls for west’s help”, Salt, 2020.",
         "Tide’s people resist’: a leader calls for west’s help"),
        ("Портал дельты, «Rivers sign a plan”, 2024.", "Rivers sign a plan"),
        ("Okafor, Bola, “Tide`s reach”, Salt, 2020.", "Tide`s reach"),
        ("Okafor, Bola, “A ‘vassal’ tide, The Harbour Times, 2023. Downloaded 7 May 2024 from: "
         "https://a.example/b", "A ‘vassal’ tide"),
        ("Okafor, Bola, “Rivers, tides ready for talks, Wire, 2023.",
         "Rivers, tides ready for talks"),
        ("Okafor B, “Rivers of the North” Delta Encyclopaedia (1986).", "Rivers of the North"),
        # words in quotation marks are no title
        ("Okafor, B. (2001). “Tide” studies in action. Delta Review, 1, 2–3.",
         "“Tide” studies in action"),
        ("Okafor B (2001) The ‘Low Tide Test’: a tool. Delta 1:2-3.",
         "The ‘Low Tide Test’: a tool"),
        ("OKAFOR, B. Who: ‘I am the tide’. Delta, 3 maio 2010.", "Who: ‘I am the tide’"),
    ],
)  # fmt: skip
def test_title(entry: str, title: str) -> None:
    reference = read(entry)
    assert reference.title
    assert reference.title.value == title
    assert reference.title.span
    assert place(entry, reference.title.span) == title


@pytest.mark.parametrize(
    ("entry", "opening", "closing"),
    [
        ("Okafor, Bola, “The tide”, Salt, 2020.", "“", "”"),
        ("Портал дельты, «Rivers sign a plan”, 2024.", "«", "”"),
        ("Okafor, Bola, “The tide, Salt, 2020.", "“", None),
    ],
)
def test_marks_themselves(entry: str, opening: str, closing: str | None) -> None:
    quotes = read(entry).quotes
    assert quotes
    assert quotes.open
    assert place(entry, quotes.open) == opening
    assert (quotes.close and place(entry, quotes.close)) == closing


def test_unquoted_title_has_no_marks() -> None:
    assert read("Okafor, B. (2019). Rivers. Salt Press.").quotes is None
