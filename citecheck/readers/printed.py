r"""What the markup of LaTeX and Markdown prints, in strings of the same length."""

import re

from citecheck.language.folding import words
from citecheck.model import Document

_CITE = (
    r"\\[A-Za-z]{0,12}[Cc]ite[A-Za-z]{0,12}\*?(?:\s?\[[^\[\]]{0,200}\]){0,2}\s?\{[^{}]{1,1000}\}"
)
_CITES = re.compile(r"\\[A-Za-z]{0,12}[Cc]ite[a-z]{0,12}\b")
_LISTS = re.compile(r"\\(?:no)?(?:bibliography|addbibresource|bibitem|printbibliography)\b")
_HEADING = re.compile(
    r"\\(?:part|chapter|(?:sub){0,2}section|paragraph|textbf|textsc)\*?\{([^{}\n]{1,90})\}|\\begin\{the(bibliography)\}"
)
_LIST = "\\begin{thebibliography}"
_LATEX = re.compile(
    rf"{_CITE}|\\(?:begin|end)\{{thebibliography\}}"
    r"|``|''|\\(?:textquotedbl|textquotesingle|textbackslash|textasciitilde|ldots|dots|textgreater"
    r"|textless|textbar)\b(?:\{\}|[ ])?"
    r"|\\(?:begin|end|label|hypertarget|phantomsection|href|vspace|hspace|setlength"
    r"|pdfbookmark)\b\*?(?:\{[^{}\n]{0,300}\}){0,2}"
    r"|\\(?:url|nolinkurl|emph|text[a-z]{2,3}|textnormal|underline|uline|enquote|mbox|section|"
    r"subsection|subsubsection|chapter|paragraph|footnotesize|small|noindent|item|par|raggedright"
    r"|protect|tightlist|bigskip|medskip|smallskip|newpage|clearpage|hangindent|texorpdfstring)"
    r"\b\*?|\\([&%$#_{}])|\\\\|\\,|(?<!\w)`|[{}~']"
)
_BLOCK = re.compile(
    r"\s{0,20}\\(?:begin|end|item|(?:sub){0,2}section|chapter|paragraph|par|title|author|date|maketitle)\b"
)
_PRINTED = {
    "``": "“", "''": "”", "`": "‘", "'": "’",
    r"\textquotedbl": '"', r"\textquotesingle": "'", r"\ldots": "…",
    r"\dots": "…", r"\textasciitilde": "~", r"\textbackslash": "\\", r"\textgreater": ">",
    r"\textless": "<", r"\textbar": "|",
}  # fmt: skip
_MARKDOWN = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRAIGHT = re.compile(r"\\?[\"']")
_SMART = re.compile(r"\\[\"']")
_JOINER = "\u00ad"
_OPENING = "[({<"
_ADDRESS = re.compile(r"(?:://|www\.)[^\s<>]{0,400}\Z")
_LONGEST = 400  # characters of an address
_OPENERS = "([{“‘—–-/"


def latex(document: Document) -> str | None:
    """The text of a LaTeX *document* as printed, its citing commands as they stand; None where
    its list is data, or it cites by commands and is no whole file with a list under a heading.
    """
    text = document.text
    if _LISTS.search(text) or (_CITES.search(text) and not _has_typed_list(text)):
        return None
    return _filled(document.text, _LATEX.sub(_latex, _blanked(document)))


def _has_typed_list(text: str) -> bool:
    from citecheck.language.headings import HeadingKind, heading_kind

    if "\\begin{document}" not in text:
        return False
    headings = (match[1] or match[2] for match in _HEADING.finditer(text))
    return any(heading_kind(words(heading)) is HeadingKind.LIST for heading in headings)


def markdown(text: str) -> str:
    """Markdown *text* with what its escapes print."""
    if _SMART.search(text):
        text = _STRAIGHT.sub(_curled, text)
    return _MARKDOWN.sub(_escaped, text)


def _filled(source: str, shown: str) -> str:
    """*shown* with blanks for the line ends of LaTeX's *source* that part no paragraphs."""
    filled, position = [], 0
    for line in source.splitlines(keepends=True):
        end = position + len(line)
        behind = source[end : end + 1]
        parts = _BLOCK.match(line) or _BLOCK.match(source, end) or not shown[position:end].strip()
        if parts or behind.isspace() or line.rstrip().endswith("\\\\"):
            filled.append(shown[position:end])
        else:
            filled.append(shown[position:end].replace("\n", " "))
        position = end
    return "".join(filled)


def _blanked(document: Document) -> str:
    """The text of *document* with blanks for what is no prose, but addresses kept."""
    text, pieces, position = document.text, [], 0
    for span in document.not_prose:
        hidden = span.of(text)
        if hidden.startswith(("\\url", "\\nolinkurl", _LIST)):
            continue
        blank = re.sub(r"[^\n]", " ", hidden)
        pieces += [text[position : span.start], blank]
        position = span.end
    return "".join((*pieces, text[position:]))


def _latex(match: re.Match[str]) -> str:
    """What a command prints: before its blanks if it closes, else behind them."""
    found = match[0]
    if match[1]:
        return _escaped(match)
    if found.endswith("{thebibliography}") or _CITES.match(found):
        return found
    printed = _PRINTED.get(found.rstrip("{} "), "")
    if found == "''":
        return f"{printed} "
    return printed.rjust(len(found))


def _escaped(match: re.Match[str]) -> str:
    """An escaped character, with a blank on the side where there is one already. Within a word or
    an address a sign follows that counts as nothing.
    """
    text, start, end = match.string, match.start(), match.end()
    before, behind = text[start - 1 : start], text[end : end + 1]
    if not behind.strip():
        return f"{match[1]} "
    opens = match[1] in _OPENING and not _ADDRESS.search(text, max(0, start - _LONGEST), start)
    return f" {match[1]}" if opens or not before.strip() else f"{match[1]}{_JOINER}"


def _curled(match: re.Match[str]) -> str:
    """A straight quotation mark as Pandoc sets it; one that is escaped stays straight."""
    if match[0][0] == "\\":
        return match[0]
    before = match.string[match.start() - 1 : match.start()]
    opens = not before or before.isspace() or before in _OPENERS
    if match[0] == '"':
        return "“" if opens else "”"
    return "‘" if opens else "’"
