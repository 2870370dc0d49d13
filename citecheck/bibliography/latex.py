"""LaTeX as Unicode text: accents, symbols, commands and braces resolved, in one pass.

pylatexenc was weighed and left: it takes "%" for a comment and loses the rest of a URL, it
recurses into braces and so fails on deep ones, and it does not tell where a character stood.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_SPECIAL = re.compile(r"[\\{}$~`]|--|''")
_TOKEN = re.compile(r"\\(?:([A-Za-z]+)\*?+\s*+|([^A-Za-z]|\Z))|([{}$~]|-{2,3}|``?|'')", re.DOTALL)
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "~": "\u00a0", "$": ""}
_ESCAPED = {",": " ", ";": " ", ":": " ", "!": "", "/": "", "-": "", "\\": " ", "\n": " "}
_COMMANDS = (
    "ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ "
    "DJ Đ ng ŋ NG Ŋ ldots … dots … textellipsis … textendash – textemdash — textquoteleft ‘ "
    "textquoteright ’ textquotedblleft “ textquotedblright ” quotedblbase „ glqq „ grqq “ glq ‚ "
    "grq ‘ flqq « frqq » og « fg » guillemotleft « guillemotright » guillemetleft « "
    "guillemetright » lq ‘ rq ’ textquotesingle ' textquotedbl \" textbackslash \\ "
    "textasciitilde ~ textasciicircum ^ textbraceleft { textbraceright } textunderscore _ "
    "textbar | textless < textgreater > textdollar $ textpercent % textasciiacute ´ slash / "
    "textdegree ° degree ° copyright © textcopyright © textregistered ® texttrademark ™ pounds £ "
    "euro € texteuro € S § P ¶ dag † ddag ‡ textperiodcentered · cdot · times × pm ± leq ≤ geq ≥ "
    "rightarrow → textsection § textparagraph ¶ textordfeminine ª textordmasculine º sim ~ "
    "textexclamdown ¡ textquestiondown ¿ LaTeX LaTeX TeX TeX bibrangedash – hyphen -"
).split(" ")
# Commands whose first argument is not printed.
_UNPRINTED = frozenset(
    "noopsort label vspace hspace bibinfo bibfield href textcolor color foreignlanguage "
    "selectlanguage begin end providecommand urlstyle fontsize phantom natexlabel".split()
)
_SPACES = frozenset("newblock quad qquad par newline hfill space thinspace enspace".split())
_ENQUOTE = frozenset(("enquote", "mkbibquote"))


class Piece(NamedTuple):
    """Text that LaTeX prints and where it stands; *exact* if the source has the same characters."""

    text: str
    start: int
    exact: bool


def decode(text: str) -> str:
    """What LaTeX prints for *text*; white space as it stands. Never raises."""
    if not _SPECIAL.search(text):
        return text
    return "".join(piece.text for piece in pieces(text))


def plain(text: str) -> str:
    """What LaTeX prints for *text*, on one line."""
    return " ".join(decode(text).split())


def decode_with_offsets(text: str) -> tuple[str, list[int]]:
    """What LaTeX prints for *text*, and for each of its characters the offset in *text*; one
    offset more, for the end.
    """
    found = list(pieces(text))
    offsets: list[int] = []
    for piece in found:
        if piece.exact:
            offsets += range(piece.start, piece.start + len(piece.text))
        else:
            offsets += [piece.start] * len(piece.text)
    return "".join(piece.text for piece in found), [*offsets, len(text)]


def pieces(text: str) -> Iterator[Piece]:
    """The printed pieces of *text*, in order; linear in its length."""
    state = _State()
    position = 0
    for token in _TOKEN.finditer(text):
        if token.start() > position:
            yield from state.run(text[position : token.start()], position)
        position = token.end()
        start = token.start()
        if token[1] is not None:
            yield from state.command(token[1], start)
        elif token[2] is not None:
            yield from state.escape(token[2], start)
        else:
            yield from state.sign(token[3], start)
    if position < len(text):
        yield from state.run(text[position:], position)


class _State:
    """What the commands read so far mean for the next character."""

    def __init__(self) -> None:
        self.accent = ""
        self.accent_start = 0
        self.depth = 0
        self.skips_next = False
        self.skipped_depth: int | None = None
        self.quotes_next = False
        self.quoted: list[int] = []

    def run(self, text: str, start: int) -> Iterator[Piece]:
        """Characters that mean themselves."""
        if self.skipped_depth is not None:
            return
        if self.accent and (lead := len(text) - len(text.lstrip())) < len(text):
            letter = text[lead]
            yield self._accented(letter)
            start, text = start + lead + 1, text[lead + 1 :]
        if text and not self.accent:
            yield Piece(text, start, True)

    def command(self, name: str, start: int) -> Iterator[Piece]:
        """A command of letters; unknown ones print their arguments."""
        if self.skipped_depth is not None:
            return
        if name in _ACCENTS:
            self.accent, self.accent_start = _ACCENTS[name], start
        elif name in _UNPRINTED:
            self.skips_next = True
        elif name in _SPACES:
            yield Piece(" ", start, False)
        elif name in _ENQUOTE:
            self.quotes_next = True
        elif symbol := _symbols().get(name) or _greek(name):
            yield self._accented(symbol) if self.accent else Piece(symbol, start, False)

    def escape(self, char: str, start: int) -> Iterator[Piece]:
        """A backslash before a character that is no letter."""
        if self.skipped_depth is not None:
            return
        if char in _ACCENTS:
            self.accent, self.accent_start = _ACCENTS[char], start
        elif written := _ESCAPED.get(char, char):
            yield Piece(written, start, False)

    def sign(self, sign: str, start: int) -> Iterator[Piece]:
        """A brace, a dollar, a tie, a dash or a quotation mark."""
        if sign == "{":
            yield from self._open(start)
        elif sign == "}":
            yield from self._close(start)
        elif self.skipped_depth is None:
            if sign == "`" and self.accent:  # behind an accent it is no letter; both stand
                self.accent = ""
            if written := _SIGNS[sign]:
                yield Piece(written, start, False)

    def _open(self, start: int) -> Iterator[Piece]:
        self.depth += 1
        if self.skips_next and self.skipped_depth is None:
            self.skipped_depth = self.depth
        self.skips_next = False
        if self.quotes_next:
            self.quotes_next = False
            self.quoted.append(self.depth)
            yield Piece("“", start, False)

    def _close(self, start: int) -> Iterator[Piece]:
        if self.skipped_depth == self.depth:
            self.skipped_depth = None
        if self.quoted and self.quoted[-1] == self.depth:
            self.quoted.pop()
            yield Piece("”", start, False)
        if self.accent and self.skipped_depth is None:
            if alone := {"\u0303": "~", "\u0302": "^"}.get(self.accent):  # "\~{}"
                yield Piece(alone, self.accent_start, False)
            self.accent = ""
        self.depth -= 1

    def _accented(self, letter: str) -> Piece:
        base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
        written = unicodedata.normalize("NFC", base + self.accent) if base.isalpha() else letter
        self.accent = ""
        return Piece(written, self.accent_start, False)


@cache
def _symbols() -> dict[str, str]:
    return dict(zip(_COMMANDS[::2], _COMMANDS[1::2], strict=True))


def _greek(name: str) -> str:
    """The letter that mathematics calls *name*: "alpha", "Omega"."""
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.upper()}")
    except KeyError:
        return ""
