"""Rich Text Format."""

import pytest

from citecheck.readers import read_text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"One\par two\par\par three", "One\n\ntwo\n\nthree"),
        (r"a\tab b\line c\~d\-e\_f \{x\}", "a\tb\nc\u00a0de-f {x}"),
        (r"{\fonttbl{\f0 Times;}{\f1\fcharset204 Times Cyr;}}\f1 \'cf\'f0\f0  \'e9", "Пр é"),
        (r"\uc1 \u8220 ?x\u8221 ? \u-10179 ?\u-8704 ?", "“x” 😀"),
        (r"\uc2 \u233 \'65\'3fa", "éa"),
        (r"{\stylesheet{\s0 Normal;}}{\*\generator X;}{\info{\title T}}text", "text"),
        (r"{\header head}{\footer foot}text", "text"),
        (r"Roe{\super 1,2} and {\b bold} m{\sub 2}", "Roe¹,² and bold m2"),
        (r"a{\v hidden}{\deleted gone}b", "ab"),
        (r"{\pict\bin4 }}{{x}a", "a"),
        (r"{\listtext 1.\tab}first", "1.\tfirst"),
        (r"x\'93y\'94 \ldblquote z\rdblquote \emdash", "x“y” “z”—"),
        (r"Say{\super\chftn{\footnote\pard {\super\chftn} A note.\par}} more\par End",
         "Say[^1] more\n\n[^1]: A note.\n\nEnd"),
        (r"a\cell b\cell\row c", "a\n\nb\n\nc"),
    ],
)  # fmt: skip
def test_text(body: str, text: str) -> None:
    document = read_text(f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}".encode(), name="a", format="rtf")
    assert document.text == text


def test_links_and_fields() -> None:
    body = (
        r'See {\field{\*\fldinst HYPERLINK "https://example.org/a"}{\fldrslt the page}}. '
        r"{\field{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION "
        r'\{"citationItems":[\{"id":3,"itemData":\{"id":3,"title":"Tides"\}\}]\}}'
        r"{\fldrslt (Roe, 2001)}}"
    )
    document = read_text(f"{{\\rtf1 {body}}}", name=None, format="rtf")
    assert document.text == "See the page. (Roe, 2001)"
    assert [link.target for link in document.links] == ["https://example.org/a"]
    [cited] = document.fields
    assert (cited.kind, cited.span.of(document.text)) == ("zotero", "(Roe, 2001)")
    assert cited.items[0]["title"] == "Tides"


def test_endnotes_count_apart() -> None:
    body = r"a{\footnote one} b{\footnote\ftnalt two}\par"
    document = read_text(f"{{\\rtf1 {body}}}", name=None, format="rtf")
    assert [(note.kind, note.label) for note in document.notes] == [
        ("footnote", "1"), ("endnote", "1")]  # fmt: skip
