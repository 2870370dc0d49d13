"""FRM607: how the writer gives pages; the minority is named once."""

import re
from collections.abc import Iterator

from citecheck.language.folding import fold
from citecheck.model import Citation, CitationSystem, Severity
from citecheck.rules.consistency import minority
from citecheck.rules.context import Context
from citecheck.rules.grouping import also_here, shown
from citecheck.rules.rule import Problem, rule

_LABEL = re.compile(r"[^\W\d_]{1,8}\.?")
# Labels of pages, one and several, by the one that stands for both.
_PAGE_LABELS = {
    **dict.fromkeys(("p", "pp", "pg", "pgs", "page", "pages"), "p."),
    **dict.fromkeys(("s", "ss", "seite", "seiten", "side", "sidor", "sid"), "S."),
    **dict.fromkeys(("pag", "pags", "pagina", "paginas"), "pág."),
    **dict.fromkeys(("blz", "bls"), "blz."),
    **dict.fromkeys(("str", "strona", "strony"), "str."),
    **dict.fromkeys(("с", "стр", "стор"), "с."),
}


@rule("FRM607", "inconsistent-locator", Severity.INFO)
def inconsistent_locator(context: Context) -> Iterator[Problem]:
    """Pages are given in one form in some citations and in another in the rest.

    ## What it does
    Reports once the citations that give pages otherwise than the writer mostly does: "p. 3",
    "S. 3", ": 3" or ", 3". Chapters, figures and notes are another matter, and "p." and "pp." one.

    ## Why is this bad
    It shows that citations were typed in two styles, or copied from elsewhere.

    ## Example
    "(Zogg, 2021: 7)" among "(Ferris, 2022, p. 15)".

    ## Fix safety
    No fix yet.
    """
    text = context.document.text
    paged = [c for c in context.citations if c.system == CitationSystem.AUTHOR_YEAR and c.locator]
    usual, odd = minority(paged, lambda citation: _form(text, citation))
    if odd:
        yield Problem(
            span=odd[0].span,
            message=f"“{shown(odd[0])}” gives the page as “{_form(text, odd[0])} 3”, "
            f"most other citations as “{usual} 3”",
            confidence=0.8,
            related=also_here(citation.span for citation in odd[1:]),
            citation_ids=tuple(citation.id for citation in odd),
        )


def _form(text: str, citation: Citation) -> str:
    """What stands before the number of a page: "p.", ":" or ","; "" if that is no page."""
    year = citation.year.span if citation.year else None
    start = citation.span.end - len(citation.locator)
    if year is None or start < year.end or not text.startswith(citation.locator, start):
        return ""
    if label := _LABEL.match(citation.locator):
        return _PAGE_LABELS.get(fold(label[0]).rstrip("."), "")
    between = text[year.end : start].strip()
    return between if between in (":", ",") else ""
