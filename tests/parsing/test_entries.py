"""A list is split into its entries, however its lines are laid out."""

import textwrap

import pytest

from citecheck.model import Document
from citecheck.parsing import find_sections, read_references

ENTRIES = [
    "Adeyemi, Tunde. 2009. Ships of the south and the men who sailed them between the wars. "
    "Lagos: Coast Books.",
    "Berg, Anna, and Ole Lie. 2014. “What the tide left.” Journal of Coastal History 12 (3): "
    "201–219. https://doi.org/10.5555/jch.2014.12.3.201.",
    "Dock Workers’ Union. 2018. Annual report. https://union.example.org/reports/2018.pdf.",
    "Lindqvist, Karin. 2015. “Letters from the quay: family, work and faith in a small town, "
    "1890–1914.” In The Northern Harbour, edited by Peter Marsh, 33–47. Bergen: North Press.",
    "Okafor, Ngozi. 2011. The Return of the Sailors. Cambridge, MA: Harbour University Press.",
    "Silva, Maria da. n.d. “The lighthouse keepers.” Accessed 3 May 2020. "
    "https://light.example.org/keepers.",
    "van der Meer, Joost. 2003. De haven van morgen: een studie over groei, krimp en wat daarna "
    "komt. Rotterdam: Kade.",
    "Zander, Eva. 1998. Das Meer und die Stadt. Hamburg: Hafenverlag.",
]


def split(listing: str, heading: str = "References") -> list[str]:
    """The entries found under *heading*, white space made single."""
    text = f"{heading}\n\n{listing}\n" if heading else listing
    found = [s.of(text) for section in find_sections(Document(text=text)) for s in section.entries]
    return [" ".join(entry.split()) for entry in found]


def fill(entry: str, width: int = 72, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        entry,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


LAYOUTS = {
    "a line each": ("", "", 0),
    "wrapped": ("", "", 72),
    "wrapped narrow": ("", "", 60),
    "wrapped wide": ("", "", 100),
    "hanging": ("", "    ", 72),
    "hanging by a tab": ("", "\t", 72),
    "indented hanging": ("    ", "        ", 76),
    "first line indented": ("   ", "", 72),
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(layout: tuple[str, str, int], gap: str) -> None:
    first, rest, width = layout
    lines = [fill(entry, width, first, rest) if width else entry for entry in ENTRIES]
    assert split(gap.join(lines)) == ENTRIES


MARKS = ["{0}. ", "[{0}] ", "({0}) ", "{0}) ", "{0} ", "{0}\\. ", "**{0}.** ", "{0}.\t", "［{0}］"]


@pytest.mark.parametrize("width", [0, 72])
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbers(mark: str, width: int, gap: str) -> None:
    marked = [mark.format(number) + entry for number, entry in enumerate(ENTRIES, 1)]
    lines = [fill(entry, width, "", "    ") if width else entry for entry in marked]
    assert split(gap.join(lines)) == [" ".join(entry.split()) for entry in marked]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•", "– ", "\\item ", "· "])
@pytest.mark.parametrize("rest", ["", "  "])
def test_bullets(mark: str, rest: str) -> None:
    marked = [mark + entry for entry in ENTRIES]
    assert split("\n".join(fill(entry, 72, "", rest) for entry in marked)) == marked


def test_labels() -> None:
    marked = [f"[{entry[:3]}{number:02}] {entry}" for number, entry in enumerate(ENTRIES)]
    assert split("\n".join(fill(entry) for entry in marked)) == marked
    assert split("\n\n".join(fill(entry) for entry in marked)) == marked


def test_bibitems() -> None:
    marked = [f"\\bibitem{{key{number}}} {entry}" for number, entry in enumerate(ENTRIES)]
    body = "\n\n".join(fill(entry) for entry in marked)
    assert split(f"{body}\n\\end{{thebibliography}}\n", "\\begin{thebibliography}{9}") == marked


def test_numbers_may_be_missing_double_or_out_of_order() -> None:
    numbers = [1, 2, 4, 4, 5, 7, 6, 8]
    marked = [f"{n}. {entry}" for n, entry in zip(numbers, ENTRIES, strict=True)]
    assert split("\n".join(marked)) == marked


def test_a_number_that_wraps_to_the_start_of_a_line() -> None:
    listing = (
        "1. Berg, Anna. 2014. What the tide left. Journal of Coastal History,\n"
        "   2. series, vol. 12, pp. 201-219.\n"
        "2. Okafor, Ngozi. 2011. The Return of the Sailors. London. Accessed\n"
        "3 May 2020.\n"
        "3. Zander, Eva. 1998. Das Meer und die Stadt. Hamburg: Hafenverlag.\n"
    )
    assert [entry[:2] for entry in split(listing)] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    "dash", ["———. ", "———, ", "— . ", "---. ", "_____. ", "——— “", "--- (", "\\_\\_\\_. ", "***. "]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_dashes_for_the_same_author(dash: str, gap: str) -> None:
    again = f"{dash}2012. More sailors. London: Quay."
    entries = [*ENTRIES[:5], again, *ENTRIES[5:]]
    assert split(gap.join(entries)) == entries
    assert split(gap.join(fill(entry) for entry in entries)) == entries


def page_break(lines: list[str], every: int, form: list[str]) -> list[str]:
    out: list[str] = []
    for number, line in enumerate(lines, 1):
        out.append(line)
        if number % every == 0 and number < len(lines):
            out += form
    return out


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "form",
    [
        ["", "14", ""],
        ["", "- 14 -", ""],
        ["", "Page 14 of 20", "", ""],
        ["", "14", "\fThe harbour and the town", ""],
        ["\f"],
    ],
)
def test_page_breaks(form: list[str], gap: str) -> None:
    lines = [line for entry in ENTRIES for line in [*fill(entry, 60).split("\n"), gap]]
    lines = lines if gap else [line for line in lines if line]
    listing = "\n".join(page_break(lines, 8, form))
    assert len(split(listing)) == len(ENTRIES)
    assert [entry[:20] for entry in split(listing)] == [entry[:20] for entry in ENTRIES]


def test_words_cut_by_hyphens() -> None:
    listing = """Adeyemi, Tunde. 2009. Ships of the south and the men who sailed them be-
tween the wars. Lagos: Coast Books.
Berg, Anna, and Ole Lie. 2014. “What the tide left.” Journal of Coas-
tal History 12 (3): 201–219.
Dock Workers’ Union. 2018. Annual report of the union and its mem-
bers. https://union.example.org/reports/2018.pdf.
Zander, Eva. 1998. Das Meer und die Stadt. Hamburg: Hafenverlag."""
    assert [entry[:4] for entry in split(listing)] == ["Adey", "Berg", "Dock", "Zand"]


def test_addresses_on_lines_of_their_own() -> None:
    listing = """Berg, Anna. What the tide left, 2014.
https://tide.example.org/left
Okafor, Ngozi. The Return of the Sailors, 2011. Available at:
https://sailors.example.org/return
Zander, Eva. Das Meer und die Stadt, 1998."""
    assert [entry[:4] for entry in split(listing)] == ["Berg", "Okaf", "Zand"]


def test_a_list_of_addresses() -> None:
    addresses = [f"https://news.example.org/2020/0{n}/report" for n in range(1, 6)]
    assert split("\n".join(addresses)) == addresses
    assert split("\n\n".join(addresses)) == addresses


def test_double_spaced_lines() -> None:
    listing = "\n\n".join(fill(entry) for entry in ENTRIES).replace("\n", "\n\n")
    assert split(listing.replace("\n\n\n\n", "\n\n")) == ENTRIES


def test_entries_of_several_lines_each() -> None:
    listing = """Berg, Anna
What the tide left
Oslo, 2014

Okafor, Ngozi
The Return of the Sailors
London, 2011

Zander, Eva
Das Meer und die Stadt
Hamburg, 1998"""
    assert [entry[:4] for entry in split(listing)] == ["Berg", "Okaf", "Zand"]


def test_chinese_entries() -> None:
    entries = [
        "李明. 港口城市的历史[M]. 北京: 海洋出版社, 2001.",
        "王芳, 张伟. 海上贸易研究[J]. 历史研究, 2015(3): 12-20.",
        "Berg, Anna. 2014. What the tide left. Oslo: Kyst.",
        "赵强. 渔民的生活[D]. 上海: 沿海大学, 2010.",
    ]
    assert split("\n".join(entries), "参考文献") == entries
    numbered = [f"[{number}] {entry}" for number, entry in enumerate(entries, 1)]
    assert split("\n".join(numbered), "参考文献") == numbered


def test_spans_lie_in_the_text_and_hold_the_marker() -> None:
    text = "References\r\n\r\n1.\u00a0" + "\r\n2.\u00a0".join(ENTRIES[:2]) + "\r\n"
    (section,) = find_sections(Document(text=text))
    assert [span.of(text) for span in section.entries] == [
        f"{n}.\u00a0{entry}" for n, entry in enumerate(ENTRIES[:2], 1)
    ]


def test_references_are_numbered_through() -> None:
    lists = f"Primary sources\n\n{ENTRIES[0]}\n\nSecondary sources\n\n{ENTRIES[1]}\n{ENTRIES[2]}\n"
    document = Document(text=lists)
    references = read_references(document, find_sections(document))
    assert [reference.id for reference in references] == ["r1", "r2", "r3"]
    assert [reference.raw for reference in references] == ENTRIES[:3]
