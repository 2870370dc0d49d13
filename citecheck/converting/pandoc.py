"""Typed text as Pandoc Markdown: paragraphs that stay paragraphs, signs that stay signs."""

import re
from collections.abc import Callable, Sequence
from statistics import median

from citecheck.model import Edit, Span

# What Markdown would take for markup. A sign that cannot be any there stays as it is.
_SIGNS = re.compile(
    r"[\\`*$~^|]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!])|\[|(?<!\w)@(?=\w)"
    r"|^(?: {0,3})(?:[#>]|[-+](?= )|(?:\d{1,9}|[A-Za-z]|#)[.)](?=\s))|^(?: {4,}|\t+)",
    re.MULTILINE,
)
_URL = re.compile(r"https?://[^\s<>\"“”]{1,4000}[^\s<>\"“”.,;:)\]]")
_LONG = 200  # characters of a line that is a whole paragraph


def as_markdown(text: str, edits: Sequence[Edit], headings: Sequence[Span] | None) -> str:
    """*text* with *edits*, which are Markdown already, made in it.

    What stands between them is plain text, whose lists' titles are *headings*; None where it is
    Markdown itself, which stays as it is.
    """
    if headings is None:
        return _joined(text, edits, lambda piece: piece)
    titles = [Edit(span=h, text=f"# {h.of(text).strip('# *')}\n") for h in headings]
    made = _joined(text, sorted((*edits, *titles), key=lambda e: e.span.start), _escaped)
    return _paragraphs(made)


def _joined(text: str, edits: Sequence[Edit], plain: Callable[[str], str]) -> str:
    pieces, position = [], 0
    for edit in edits:
        pieces += [plain(text[position : edit.span.start]), edit.text]
        position = edit.span.end
    return "".join((*pieces, plain(text[position:])))


def _escaped(text: str) -> str:
    """*text* with a backslash before each sign of Markdown; addresses between angle brackets."""
    pieces, position = [], 0
    for url in _URL.finditer(text):
        pieces += [_SIGNS.sub(_marked, text[position : url.start()]), f"<{url[0]}>"]
        position = url.end()
    return "".join((*pieces, _SIGNS.sub(_marked, text[position:])))


def _marked(sign: re.Match[str]) -> str:
    found = sign[0]
    if found.isspace():
        return ""  # an indented line would be code
    if found[-1] in ".)" and len(found) > 1:
        return f"{found[:-1]}\\{found[-1]}"
    return f"{found[:-1]}\\{found[-1]}"


def _paragraphs(text: str) -> str:
    """*text* with a blank line between paragraphs, if it has each on a line of its own."""
    lines = text.splitlines()
    full = [len(line) for line in lines if line.strip()]
    if not full or (median(full) < _LONG and sum(n > _LONG for n in full) < len(full) / 4):
        return text
    return "\n".join(line if not line.strip() else f"{line}\n" for line in lines).strip() + "\n"
