r"""LaTeX: the decoded file, and which parts of it are no prose.

Those are comments, the preamble, listings, mathematics, printed lists (thebibliography, read as
data elsewhere) and the arguments of commands that print none of them: labels, references, files,
lengths, addresses. Citing commands stay visible. Offsets are those of the file. What a macro would
expand to is not known here; \input is not followed.
"""

import re
from collections.abc import Iterator

from citecheck.model import Document, Span
from citecheck.readers import text as plain_text

_TOKEN = re.compile(r"%|\\([A-Za-z]++)\*?+|\\.|\$\$?", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)%[^\n]*+\n?")
_BEGIN_DOCUMENT = re.compile(r"^[^%\n]{0,200}\\begin\s?\{document\}", re.MULTILINE)
_ENVIRONMENT = re.compile(r"\s?\{([A-Za-z]{1,40}\*?)\}")
_ARGUMENT = re.compile(r"\s?(?:\[[^\[\]\n]{0,300}\]|\{[^{}]{0,1000}\})")
_NO_PROSE = frozenset(
    "verbatim verbatim* Verbatim lstlisting minted comment filecontents filecontents* tikzpicture "
    "equation equation* align align* gather gather* multline multline* eqnarray eqnarray* math "
    "displaymath flalign flalign* alignat alignat* thebibliography luacode python".split()
)
# Commands with how many of their arguments are hidden; brackets do not count.
_HIDDEN_ARGUMENTS = {
    **dict.fromkeys(
        "label ref eqref pageref autoref nameref vref cref Cref includegraphics input include "
        "subfile usepackage documentclass bibliographystyle bibliography nobibliography "
        "addbibresource printbibliography url hypersetup vspace hspace pagestyle thispagestyle "
        "lstinputlisting nocite graphicspath setcounter addtocounter hyphenation geometry "
        "pagenumbering index glossary gls selectlanguage bibitem end cline tag ensuremath".split(),
        1,
    ),
    **dict.fromkeys("setlength addtolength newcommand renewcommand providecommand def "
                    "DeclareMathOperator newtheorem definecolor inputminted fontsize".split(), 2),
    "href": 1, "hyperref": 0, "textcolor": 1, "foreignlanguage": 1,
}  # fmt: skip
_LINE = 500  # characters of a \\verb at most
_VERBS = frozenset(("verb", "lstinline", "mintinline"))


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput as ``decoding.decode`` does."""
    document = plain_text.read(data, name)
    hidden = tuple(Span(start=start, end=end) for start, end in not_prose(document.text))
    return document.model_copy(update={"format": "latex", "not_prose": hidden})


def not_prose(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part of *text* that is no prose, sorted and disjoint."""
    begin = _BEGIN_DOCUMENT.search(text)
    position = begin.end() if begin else 0
    scan = _Scan(text)
    start = 0
    for comment in _COMMENT.finditer(text, 0, position):  # apart, for a preamble names files
        yield start, comment.start()
        yield comment.span()
        start = comment.end()
    if start < position:
        yield start, position
    while token := _TOKEN.search(text, position):
        end = scan.end_of(token)
        position = max(end, token.end())
        if end > token.start():
            yield token.start(), end


class _Scan:
    """Finds where hidden parts end; asked at rising offsets, it passes over the text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next: dict[str, int] = {}

    def _next(self, sought: str, start: int) -> int:
        """Where *sought* stands next from *start* on; the text's length if nowhere."""
        if self.next.get(sought, -1) < start:
            found = self.text.find(sought, start)
            self.next[sought] = found if found >= 0 else len(self.text)
        return self.next[sought]

    def end_of(self, token: re.Match[str]) -> int:
        """Where the hidden part that *token* begins ends; 0 if it begins none."""
        start, command = token.end(), token[1]
        if token[0] == "%":
            return self._next("\n", start)
        if command == "begin":
            return self._environment(start)
        if command in _VERBS:
            return self._verb(start)
        if command in _HIDDEN_ARGUMENTS:
            return self._arguments(start, _HIDDEN_ARGUMENTS[command])
        closing = {"$": "$", "$$": "$$", r"\(": r"\)", r"\[": r"\]"}.get(token[0])
        return self._mathematics(start, closing) if closing else 0

    def _environment(self, start: int) -> int:
        name = _ENVIRONMENT.match(self.text, start)
        if name and name[1] in _NO_PROSE:
            closing = f"\\end{{{name[1]}}}"
            end = self._next(closing, name.end())
            return end + len(closing) if end < len(self.text) else name.end()
        return self._arguments(start, 1)

    def _mathematics(self, start: int, closing: str) -> int:
        """Up to *closing*, which stands in the same paragraph, or there is none."""
        end = self._next(closing, start)
        if end == len(self.text) or self._next("\n\n", start) < end:
            return 0
        return end + len(closing)

    def _verb(self, start: int) -> int:
        mark = self.text[start : start + 1]
        line = self._next("\n", start)
        if not mark or mark.isalnum() or mark.isspace():
            return 0
        end = self.text.find("}" if mark == "{" else mark, start + 1, min(line, start + _LINE))
        return end + 1 if end >= 0 else 0

    def _arguments(self, start: int, count: int) -> int:
        """Behind *count* arguments in braces and all in brackets before and between them."""
        position = start
        while argument := _ARGUMENT.match(self.text, position):
            is_braced = argument[0].lstrip().startswith("{")
            if is_braced and not count:
                break
            count -= is_braced
            position = argument.end()
        return position
