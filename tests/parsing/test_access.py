"""Notes of access in the languages of the lists, and what they point at."""

import pytest

from tests.parsing.entry import iso, place, read


@pytest.mark.parametrize(
    ("note", "accessed"),
    [
        ("Downloaded 5 February 2024 from: {}", "2024-02-05"),
        ("Retrieved February 5, 2024, from {}", "2024-02-05"),
        ("Available at: {} (Accessed: 5 February 2024).", "2024-02-05"),
        ("{} (accessed 5 February 2024)", "2024-02-05"),
        ("<{}> accessed February 5, 2024", "2024-02-05"),
        ("[cited 2024 Feb 5]. Available from: {}", "2024-02-05"),
        ("Zugriff am 5.2.2024: {}", "2024-02-05"),
        ("{}, zuletzt abgerufen am 5. Februar 2024.", "2024-02-05"),
        ("{} (zugegriffen: 5. Februar 2024).", ""),
        ("Consulté le 5 février 2024, sur {}", "2024-02-05"),
        ("Recuperado el 5 de febrero de 2024 de {}", "2024-02-05"),
        ("Disponível em: {}. Acesso em: 5 fev. 2024.", "2024-02-05"),
        ("URL: {} (дата обращения: 05.02.2024).", "2024-02-05"),
        ("Hentet 5. februar 2024 fra {}", "2024-02-05"),
        ("Hämtad 5 februari 2024 från {}", "2024-02-05"),
        ("Geraadpleegd op 5 februari 2024, van {}", "2024-02-05"),
        ("[dostęp: 5 lutego 2024] {}", "2024-02-05"),
        ("[Online]. Available: {}", ""),
        ("{} (5 February, 2024).", "2024-02-05"),
    ],
)
def test_day_and_address(note: str, accessed: str) -> None:
    url = "https://rivers.example/a_(b)/c.pdf"
    reference = read(f"Okafor, Bola, “Rivers”, Salt, 2020. {note.format(url)}")
    assert iso(reference.accessed) == accessed
    assert reference.url
    assert reference.url.value == url
    assert iso(reference.issued) == "2020"


@pytest.mark.parametrize(
    ("entry", "whole", "preposition", "target"),
    [
        ("Okafor, B., “Tides”, Salt, 2020. Downloaded 5 May 2024 from: https://a.example/b",
         "Downloaded 5 May 2024 from:", "from", "https://a.example/b"),
        ("Okafor, B., “Tides”, Salt, 2020. Downloaded 5 May 2024 form: https://a.example/b",
         "Downloaded 5 May 2024 form:", "form", "https://a.example/b"),
        ("Office, “Tides”, 2 April 1997. Downloaded 5 May 2024 from: Сайт | Портал (gov.example)",
         "Downloaded 5 May 2024 from:", "from", "Сайт | Портал (gov.example)"),
        ("OKAFOR, B. Marés. 2020. Disponível em: https://a.example/b. Acesso em: 5 maio 2024.",
         "Disponível em:", "em", "https://a.example/b"),
    ],
)  # fmt: skip
def test_parts_of_a_note(entry: str, whole: str, preposition: str, target: str) -> None:
    note = read(entry).access_note
    assert note
    assert note.preposition
    assert note.target
    spans = (note.span, note.preposition, note.target)
    assert [place(entry, span) for span in spans] == [whole, preposition, target]


def test_words_of_a_title_are_no_note() -> None:
    reference = read("Okafor, B. (2010). Songs downloaded from 2001 to 2005. Salt Press.")
    assert reference.access_note is None
    assert reference.accessed is None
