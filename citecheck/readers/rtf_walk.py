"""The text of an RTF file, from its tokens, one pass; nesting costs no depth of calls."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from citecheck.errors import UnreadableInput
from citecheck.model import Span
from citecheck.model.document import CitationField, Link, Note
from citecheck.readers.citation_codes import Code, read_code
from citecheck.readers.composing import Composition
from citecheck.readers.raised import raised
from citecheck.readers.rtf_fonts import codec, decoded, page_of
from citecheck.readers.rtf_tokens import Token, tokens

_DEEPEST = 500
_SKIPPED = frozenset(
    "colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr "
    "footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation tc xe listtable filetbl "
    "listoverridetable revtbl rsidtbl generator themedata datafield nonshppict atnauthor atnid "
    "atndate atnref template operator private shpgrp bkmkstart bkmkend comment upr".split()
)
_CHARACTERS = {
    "tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "endash": "–", "emdash": "—", "bullet": "•", "enspace": " ", "emspace": " ", "qmspace": " ",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "-", "\n": "\n", "\r": "\n"}
_PARAGRAPHS = frozenset(("par", "cell", "nestcell", "row", "nestrow", "sect", "page"))
_RAISING = {"super": True, "nosupersub": False, "sub": False, "plain": False}


@dataclass(slots=True)
class _Group:
    """What holds between two braces. ``target`` is where its text goes."""

    target: Literal["text", "code", "fonts", "nowhere"] = "text"
    page: str = ""
    skip: int = 1
    is_raised: bool = False
    is_hidden: bool = False
    starred: bool = False
    is_field: bool = False
    result: int = -1
    code: Code | None = None
    note: "_Open | None" = None


@dataclass(slots=True)
class _Open:
    """A note that is being read."""

    note: Note
    strings: list[tuple[str, bool]] = field(default_factory=list)


class RtfWalk:
    """Reads *source*, which must be RTF, into ``out``."""

    def __init__(self, source: str, name: str) -> None:
        """Read it all. Raises UnreadableInput for what nests too deep."""
        self.out, self.name = Composition(), name
        self.groups = [_Group()]
        self.fonts: dict[int, str] = {}
        self.font = 0
        self.default = "cp1252"
        self.bytes: list[str] = []
        self.codes: list[str] = []
        self.skipping = 0
        self.surrogate = 0
        self.counts: dict[str, int] = {"footnote": 0, "endnote": 0}
        self.pending: list[_Open] = []
        self.reading: _Open | None = None
        self.words: dict[str, Callable[[int | None], None]] = {
            "ansicpg": self._codepage, "mac": lambda _: self._codepage(10000),
            "pc": lambda _: self._codepage(437), "f": self._use_font, "fcharset": self._charset,
            "u": self._unicode, "uc": self._uc, "v": self._hide, "deleted": self._hide,
            "footnote": self._note, "ftnalt": self._is_endnote, "fldinst": self._instruction,
            "field": self._field, "fldrslt": self._result, "fonttbl": self._font_table,
            "up": lambda number: self._raise(number != 0),
            "shptxt": self._shown, "listtext": self._shown, "plain": self._plain,
        }  # fmt: skip
        self.out.begin("paragraph {}")
        for token in tokens(source):
            self._take(token)
        self._decode()
        self._end_paragraph()

    def _take(self, token: Token) -> None:
        kind, group = token.kind, self.groups[-1]
        if kind == "byte":
            self._byte(token.text)
            return
        self._decode()
        if kind == "text":
            self._text(token.text)
        elif kind == "word":
            self._word(token.text, token.number)
        elif kind == "open":
            if len(self.groups) > _DEEPEST:
                raise UnreadableInput(f"{self.name}: nested too deep for a draft")
            self.groups.append(
                _Group(group.target, group.page, group.skip, group.is_raised, group.is_hidden)
            )
        elif kind == "close" and len(self.groups) > 1:
            self._close(self.groups.pop())
        elif kind == "sign":
            group.starred |= token.text == "*"
            self._put(_SIGNS.get(token.text, token.text if token.text in "\\{}" else ""))

    def _word(self, word: str, number: int | None) -> None:
        group = self.groups[-1]
        if word in _SKIPPED:
            group.target = "nowhere"
        elif word in self.words:
            self.words[word](number)
        elif word in _PARAGRAPHS:
            self._paragraph(word)
        elif word in _RAISING:
            self._raise(_RAISING[word] and number != 0)
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif group.starred:
            group.target = "nowhere"
        group.starred = False

    def _byte(self, char: str) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            self.bytes.append(char)

    def _decode(self) -> None:
        """Write the bytes read so far, which together make characters."""
        if self.bytes:
            page = self.groups[-1].page or self.default
            text, self.bytes = decoded("".join(self.bytes), page), []
            self._put(text)

    def _text(self, text: str) -> None:
        if self.skipping:
            skipped = min(self.skipping, len(text))
            self.skipping -= skipped
            text = text[skipped:]
        if not text.isascii() or self.groups[-1].page == "symbol":
            text = decoded(text, self.groups[-1].page or self.default)
        self._put(text)

    def _put(self, text: str) -> None:
        group = self.groups[-1]
        text = text.replace("\xad", "")
        if not text or group.target in ("nowhere", "fonts"):
            return
        if group.target == "code":
            self.codes.append(text)
        elif not group.is_hidden:
            note = self.reading
            text = raised(text) if group.is_raised else text
            if note:
                note.strings.append((text, group.is_raised))
            else:
                self.out.add(text)

    def _paragraph(self, word: str) -> None:
        if self.groups[-1].target != "text" or word == "page":
            return
        if note := self.reading:
            note.strings.append((" ", False))
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        """Write the notes of the paragraph behind it and begin the next."""
        pending, self.pending = self.pending, []
        for opened in pending:
            text = "".join(string for string, _ in opened.strings).strip()
            self.out.begin(f"{opened.note.kind} {opened.note.label}")
            self.out.add(f"[^{opened.note.label}]: ")
            start = self.out.length
            self.out.add(text)
            span = Span(start=start, end=self.out.length)
            self.out.notes.append(opened.note.model_copy(update={"span": span}))
        self.out.begin("paragraph {}")

    def _codepage(self, number: int | None) -> None:
        self.default = codec(number)

    def _font_table(self, _: int | None) -> None:
        self.groups[-1].target = "fonts"

    def _use_font(self, number: int | None) -> None:
        self.font = number or 0
        if self.groups[-1].target != "fonts":
            self.groups[-1].page = self.fonts.get(self.font, "")

    def _charset(self, number: int | None) -> None:
        if self.groups[-1].target == "fonts":
            self.fonts[self.font] = page_of(number or 0)

    def _uc(self, number: int | None) -> None:
        self.groups[-1].skip = min(max(number if number is not None else 1, 0), 99)

    def _unicode(self, number: int | None) -> None:
        """A character by its number; of a pair of surrogates the first waits for the second."""
        code = (number or 0) % 0x10000
        self.skipping = self.groups[-1].skip
        if 0xD800 <= code < 0xDC00:
            self.surrogate = code
        elif 0xDC00 <= code < 0xE000:
            if self.surrogate:
                self._put(chr(0x10000 + ((self.surrogate - 0xD800) << 10) + code - 0xDC00))
            self.surrogate = 0
        elif code >= 0x20:
            self._put(chr(code))

    def _raise(self, on: bool) -> None:
        self.groups[-1].is_raised = on

    def _plain(self, _: int | None) -> None:
        self.groups[-1].is_raised = self.groups[-1].is_hidden = False

    def _hide(self, number: int | None) -> None:
        self.groups[-1].is_hidden = number != 0

    def _shown(self, _: int | None) -> None:
        if self.groups[-2:-1] and self.groups[-2].target != "nowhere":
            self.groups[-1].target = "text"

    def _field(self, _: int | None) -> None:
        self.groups[-1].is_field = True

    def _instruction(self, _: int | None) -> None:
        if self.groups[-1].target != "nowhere":
            self.groups[-1].target = "code"
            self.codes = []

    def _result(self, _: int | None) -> None:
        if self.groups[-1].target == "code":
            self.groups[-1].target = "text"
        opener = next((group for group in reversed(self.groups) if group.is_field), None)
        if opener:
            opener.result = self.out.length
            opener.code = read_code("".join(self.codes))
            if opener.code and opener.code.role == "contents":
                self.groups[-1].target = "nowhere"

    def _note(self, _: int | None) -> None:
        if self.reading or self.groups[-1].target != "text":
            self.groups[-1].target = "nowhere"
            return
        empty = Span(start=self.out.length, end=self.out.length)
        note = Note(kind="footnote", label="", anchor=empty, span=empty)
        group = self.groups[-1]
        group.note = self.reading = _Open(note)
        group.is_raised = group.is_hidden = False

    def _is_endnote(self, _: int | None) -> None:
        opened = self.reading
        if opened:
            opened.note = opened.note.model_copy(update={"kind": "endnote"})

    def _close(self, group: _Group) -> None:
        if group.note:
            self.reading = None
            self._anchor(group.note)
        elif group.code and self.out.length > group.result:
            self._end_field(group.code, Span(start=group.result, end=self.out.length))

    def _anchor(self, opened: _Open) -> None:
        """Write the anchor of a note that has been read, and keep the note for later."""
        kind = opened.note.kind
        self.counts[kind] += 1
        label = str(self.counts[kind])
        start = self.out.length
        self.out.add(f"[^{label}]")
        anchor = Span(start=start, end=self.out.length)
        opened.note = opened.note.model_copy(update={"label": label, "anchor": anchor})
        self.pending.append(opened)

    def _end_field(self, code: Code, span: Span) -> None:
        if code.role == "link":
            self.out.links.append(Link(span=span, target=code.target))
        elif code.role != "contents":
            self.out.fields.append(
                CitationField(
                    kind=code.kind, role=code.role, span=span, keys=code.keys, items=code.items
                )
            )
