"""Lists are found under headings in many languages, or by their shape; nothing else is a list."""

import pytest

from citecheck.language.headings import LIST_HEADINGS
from tests.parsing.lists import BODY, ENTRIES, LIST, entries, sections

HEADINGS = """LITERATURE|References|Works cited|Bibliography|Sources|SOURCES AND LITERATURE|
List of references|Selected Bibliography|References cited|Primary and secondary sources|
Literaturverzeichnis|Quellen|Quellen- und Literaturverzeichnis|Bibliographie|Literatur|
Literatuurlijst|Bronnen|Geraadpleegde literatuur|Litteraturliste|Kilder|Referanser|Kildeliste|
Referencer|Litteraturförteckning|Källor|Källförteckning|Heimildaskrá|Lähteet|Kirjallisuus|
Kasutatud kirjandus|Izmantotā literatūra|Literatūros sąrašas|Références bibliographiques|
Ouvrages cités|Referencias|Bibliografía|Fuentes|Referências|Referências bibliográficas|Fontes|
Bibliografia|Riferimenti bibliografici|Referències|Referințe bibliografice|Piśmiennictwo|
Wykaz literatury|Použitá literatura|Zoznam použitej literatúry|Viri in literatura|
Popis literature|Литература|Список литературы|Список использованных источников|
Список використаних джерел|Використана література|Спіс літаратуры|Использованная литература|
Библиография|Irodalomjegyzék|Felhasznált irodalom|Βιβλιογραφία|Kaynakça|KAYNAKLAR|Ədəbiyyat|
Daftar Pustaka|Tài liệu tham khảo|参考文献|參考文獻|引用文献|参考文献一覧|참고문헌|المراجع|منابع|
ביבליוגרפיה|संदर्भ ग्रंथ सूची|เอกสารอ้างอิง|ლიტერატურა|Գրականություն""".replace("\n", "").split("|")


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_in_many_languages(heading: str) -> None:
    text = f"{BODY}\n\n{heading}\n\n{LIST}\n"
    (section,) = sections(text)
    assert section.heading is not None
    assert section.heading.of(text) == heading
    assert entries(text) == ENTRIES


def test_how_many_languages() -> None:
    assert len(LIST_HEADINGS) >= 25


@pytest.mark.parametrize(
    "heading",
    [
        "7. References", "7 References", "VII. REFERENCES", "VII References", "A. References",
        "7.1. References", "References:", "References.", "**References**", "**7. References**",
        "*References*", "__References__", "<b>References</b>", "<h2>References</h2>",
        "# References", "## 7. References ##", "### References {.unnumbered}",
        r"\section*{References}", r"\chapter{References}", "== References ==", "[References]",
        "— References —", "R E F E R E N C E S", "References\n==========", "References\n-----",
        "REFERENCES\n~~~~~~~~~~", "     References     ", "\u200bReferences", "\u00a0References",
        "\fReferences", "references",
    ],
)  # fmt: skip
def test_dress_of_headings(heading: str) -> None:
    assert entries(f"{BODY}\n\n{heading}\n\n{LIST}\n") == ENTRIES


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("between", ["{0}", "{0}{0}", "{0}{0}{0}{0}"])
def test_blank_lines_and_line_ends(newline: str, between: str) -> None:
    gap = between.format(newline)
    text = gap.join([BODY.replace("\n", newline), "References", *ENTRIES])
    assert entries(text) == ENTRIES
    for section in sections(text):
        assert all(span.of(text).strip() == span.of(text) for span in section.entries)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n  \n",
        BODY,
        f"{BODY}\n\nReferences\n",
        f"{BODY}\n\nReferences\n\nNotes\n\n1. This was seen in the archive.\n",
        f"Contents\n\nIntroduction\nReferences\nAppendix\n\n{BODY}",
        f"Contents\n\nIntroduction .... 1\nReferences .... 12\n\n{BODY}",
        f"Literature review\n\n{BODY}\n",
        f"2. Literature review\n\n{BODY}\n",
        f"Literature\n\n{BODY}\n",
        f"Literature\n\nOkafor (2011), Lindqvist (2015) and Berg (2001) hold that trade came back, "
        f"though Marsh (2009) and Lie (2014) see no sign of it before 1950; so do Zander (1998), "
        f"Silva (2003) and, more loosely, Adeyemi (2009).\n\n{BODY}\n",
        f"Sources\n\n{BODY}\n\nMethod\n\n{BODY}\n",
        f"{BODY}\n\nAll of the\nreferences\nwere checked (Marsh, 2015).\n",
        "Anna Berg was born in Oslo in 1950. She wrote (in 1980) that the sea is cold.",
    ],
)
def test_documents_without_a_list(text: str) -> None:
    assert sections(text) == ()


BEHIND = {
    "appendix": "Appendix A: Questions\n\n1. Where did you live in 1995?\n2. What did you do?",
    "capitals": "APPENDIX\n\nTable 1. Ships in 2001\n\nYear Ships\n2001 14\n2002 15",
    "endnotes": "[1] See Okafor, The Return, 2011, p. 12.\n\n[2] Ibid., p. 14.\n\n[3] Ibid.",
    "notes": "Notes\n\n1. See Marsh, John, The Sea, London: Quay, 1999, p. 3.\n2. Ibid.",
    "ruled notes": "__________\n1 The film is at https://film.example.org (16.8.2024).\n2 Ibid.",
    "footnotes": "[^1]: See Marsh, John, The Sea, London: Quay, 1999.\n[^2]: Ibid.",
    "thanks": "Acknowledgements\n\nI thank Prof. Karin Lindqvist (Oslo), who read this in 2019.",
    "author": "About the author\n\nNgozi Okafor is a writer. In 2011 she went to sea.",
    "photo": "Photo: The quay in 2019/Open Pictures",
    "figures": "Figure 1: Ships from 1995 to 2010. Source: Port Authority, 2018.",
    "words": "Word count: 2,945",
    "page": "- 12 -",
    "declaration": "Eidesstattliche Erklärung\n\nIch erkläre, dass ich alles selbst schrieb.\n2019",
    "prose": BODY + "\n\n" + BODY,
    "markdown": "# Afterword\n\nThe year 2020 was hard (Okafor, 2011).",
    "bold": f"**What came later**\n\n{BODY}",
    "latex": "\\section{Annex}\n\nNothing else was found in 2019.",
    "biography": "Ngozi Okafor teaches history at the college of the town. She has written two "
    "books about the sea and is at work on a third, which is to come out when it is done.",
}


@pytest.mark.parametrize("behind", BEHIND.values(), ids=BEHIND)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_follows_is_no_list(behind: str, gap: str) -> None:
    text = f"{BODY}\n\nReferences\n\n{gap.join(ENTRIES)}\n\n{behind}\n"
    assert entries(text) == ENTRIES


def test_a_stray_line_is_kept_apart() -> None:
    text = f"{BODY}\nLITERATURE\n{LIST}\nPhoto: The quay in 2019/Open Pictures"
    (section,) = sections(text)
    assert [span.of(text) for span in section.strays] == ["Photo: The quay in 2019/Open Pictures"]
    assert entries(text) == ENTRIES
    assert section.span.of(text).endswith("/r/2018")


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: A. Berg/Open Pictures", "Foto: Karin Lindqvist, 2019", "Bild: Hafen im Jahr 2001",
        "Cover image: The quay, 1999", "Figure 2. The harbour in 1950", "Abb. 3: Der Hafen, 1950",
        "Фото: порт, 2019", "图1：港口，2019", "Words: 3012", "© 2019 Karin Lindqvist",
    ],
)  # fmt: skip
def test_credits_are_strays(credit: str) -> None:
    text = f"References\n\n{LIST}\n{credit}\n"
    assert entries(text) == ENTRIES
    assert [span.of(text) for span in sections(text)[0].strays] == [credit]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Primary sources", "Secondary sources"),
        ("Quellen", "Sekundärliteratur"),
        ("Sources", "Literature"),
        ("Books", "Websites"),
        ("# Sources primaires", "# Sources secondaires"),
        ("Источники", "Литература"),
    ],
)
def test_several_lists(first: str, second: str) -> None:
    other = "Adeyemi, Tunde. 2009. Ships of the south. Lagos: Coast Books."
    text = f"{BODY}\n\n{first}\n\n{LIST}\n\n{second}\n\n{other}\n"
    assert entries(text) == [*ENTRIES, other]


@pytest.mark.parametrize("dress", ["{}", "**{}**", "### {}", "{}:", "<i>{}</i>", "2.1 {}"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_subheadings(dress: str, gap: str) -> None:
    other = "Adeyemi, Tunde. 2009. Ships of the south. Lagos: Coast Books."
    heads = [dress.format("Books"), dress.format("Websites")]
    parts = ["Works cited", heads[0], LIST.replace("\n", gap), heads[1], other]
    text = BODY + "\n\n" + "\n\n".join(parts)
    assert entries(text) == [*ENTRIES, other]
    found = [span.of(text) for section in sections(text) for span in section.subheadings]
    assert found == heads


def test_letters_as_subheadings() -> None:
    text = f"References\n\nL\n\n{ENTRIES[0]}\n\nO\n\n{ENTRIES[1]}\n\nP\n\n{ENTRIES[2]}\n"
    assert entries(text) == ENTRIES


def test_lists_at_the_end_of_each_chapter() -> None:
    chapter = f"{BODY}\n\nReferences\n\n{LIST}\n\n"
    text = f"Chapter 1\n\n{chapter}Chapter 2\n\n{chapter}"
    assert len(sections(text)) == 2
    assert entries(text) == ENTRIES * 2


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("before", [BODY + "\n\n", f"{BODY}\n\nWhat I have read\n\n", ""])
def test_a_list_without_a_known_heading(before: str, gap: str) -> None:
    text = before + gap.join(ENTRIES)
    (section,) = sections(text)
    assert section.heading is None
    assert entries(text) == ENTRIES


def test_a_document_that_is_only_a_list() -> None:
    assert entries(f"References\n{LIST}") == ENTRIES
    assert entries(ENTRIES[0]) == ENTRIES[:1]


def test_an_annotated_list() -> None:
    note = (
        "This book gives a broad view of the matter and was used for the second part. It argues "
        "that much of what is known rests on weak ground, which makes it worth reading."
    )
    text = "Annotated bibliography\n\n" + "\n\n".join(f"{entry}\n\n{note}" for entry in ENTRIES)
    assert entries(text) == ENTRIES
