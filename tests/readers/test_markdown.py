"""Markdown: what of it is no prose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.readers import read_text
from citecheck.readers.markdown import not_prose


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("plain (Roe, 2001) text", []),
        ("---\ntitle: A (Roe, 2001)\n---\nBody", ["---\ntitle: A (Roe, 2001)\n---"]),
        ("---\r\ntitle: A\r\n---\r\nBody", ["---\r\ntitle: A\r\n---"]),
        ("---\n\nA rule, not front matter: b\n\n---\n", []),
        ("---\nNo key here (Roe, 2001)\n---\n", []),
        ("a\n```\n(Roe, 2001)\n```\nb", ["```\n(Roe, 2001)\n```"]),
        ("a\n````r\n```\nx\n```\n````\nb", ["````r\n```\nx\n```\n````"]),
        ("- a\n  ~~~\n  x\n  ~~~\nb", ["  ~~~\n  x\n  ~~~"]),
        ("> ```\n> x\n> ```\nb", ["> ```\n> x\n> ```"]),
        ("LITERATURE\n~~~~~~~~~~\n\nRoe, J. 2001.", []),
        ("``` no `fence` here\n(Roe, 2001)", ["`fence`"]),
        ("a\n\n    code(Roe, 2001)\n    more\nb", ["    code(Roe, 2001)\n    more\n"]),
        ("a\n\n\tBegun with a tab " + "word " * 30 + "(Roe, 2001).\n", []),
        ("a\n    continued (Roe, 2001)\n", []),
        ("- item\n\n    continued (Roe, 2001)\n", []),
        ("- item\n\n  more\n\n    continued (Roe, 2001)\n", []),
        ("[^1]: Note\n\n    continued (Roe, 2001)\n", []),
        ("- item\n\nend of list\n\n    code\n", ["    code\n"]),
        ("a `x` and ``y ` z`` b", ["`x`", "``y ` z``"]),
        ("a `x\n\ny` b", []),
        (r"a \`x` b", []),
        ("Belarusians` views and Russians` views (Roe, 2001)", []),
        ("a <!-- (Roe, 2001)\n\n``` --> b", ["<!-- (Roe, 2001)\n\n``` -->"]),
        ("a <!-- x --> b <!-- y --> c", ["<!-- x -->", "<!-- y -->"]),
        ("a `<!--` b (Roe, 2001) `-->` c", ["`<!--`", "`-->`"]),
        ("a <!-- never closed (Roe, 2001)", []),
        ("<style>\np (x)\n\ny\n</style> b", ["<style>\np (x)\n\ny\n</style"]),
        ('a <a href="x?(Roe, 2001)">b</a> c', ['<a href="x?(Roe, 2001)">', "</a>"]),
        ("p <b (Roe, 2001) and c> d", []),
        ("a <https://example.org/(x)> b <j.roe@example.org>",
         ["<https://example.org/(x)>", "<j.roe@example.org>"]),
        ("see [Roe (2001)](https://example.org/a_(b) \"Roe, 2001\") b",
         ["(https://example.org/a_(b) \"Roe, 2001\")"]),
        ("![a [b] c](x.png) [d](<e f>)", ["(x.png)", "(<e f>)"]),
        ("[sic](Roe, 2001)", []),
        ("no bracket](x)", []),
        (r"\[a](x)", []),
        ("[1]: https://example.org/(2001) \"Roe\"\n", [": https://example.org/(2001) \"Roe\""]),
        ("[1]: Roe, J. (2001). A title.\n", []),
        ("[^1]: https://example.org\n", []),
        ("so [he]: https://example.org\n", []),
    ],
)  # fmt: skip
def test_not_prose(text: str, hidden: list[str]) -> None:
    assert [text[start:end] for start, end in not_prose(text)] == hidden


MARKS = st.lists(
    st.sampled_from(["`", "``", "```", "~~~", "<", ">", "<!--", "-->", "<pre>", "</pre", "[", "]",
                     "(", ")", "](", "]:", '"', "'", "\\", "\n", "\r\n", "\n\n", "    ", "\t",
                     "- ", "---\n", "a:", "a", " ", "é", "<a ", "="]),
    max_size=60,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(st.text() | MARKS)
def test_markdown_is_never_altered(text: str) -> None:
    document = read_text(text, name=None, format="markdown")
    assert len(document.text) == len(text)
    ends = [0]
    for span in document.not_prose:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
