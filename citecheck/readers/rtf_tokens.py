"""RTF as tokens: groups, control words, characters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Text is scanned as Latin-1, one character a byte.
_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\(.)"
    r"|([{}])|[\r\n]++|([^\\{}\r\n]++)",
    re.DOTALL,
)


class Token(NamedTuple):
    """A control word with its number (None without one), or else a mark or plain text.

    ``kind`` is "word", "byte" (``text`` is one character of the code page), "sign" (a control
    symbol), "open", "close" or "text".
    """

    kind: str
    text: str
    number: int | None = None


def tokens(source: str) -> Iterator[Token]:
    """The tokens of *source*; binary data is skipped."""
    position = 0
    while match := _TOKEN.search(source, position):
        position = match.end()
        word, number, byte, sign, brace, text = match.groups()
        if word:
            value = int(number) if number else None
            if word == "bin":
                position += max(value or 0, 0)
                continue
            yield Token("word", word, value)
        elif byte:
            yield Token("byte", chr(int(byte, 16)))
        elif sign:
            yield Token("sign", sign)
        elif brace:
            yield Token("open" if brace == "{" else "close", brace)
        elif text:
            yield Token("text", text)
