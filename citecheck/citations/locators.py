"""The page, chapter or other place that follows a year: ", p. 3", ": 45", ", 23–25", "S. 3 f."."""

import re
from functools import cache

from citecheck.language.folding import fold

# Labels of the CSL 1.0.2 locator terms, long and short, in the languages of the headings.
_LABELS = frozenset(
    """
    p pp pg pgs page pages s ss seite seiten str strona strony с стр c cc pag pags pagina paginas
    pagine side sider sidor sid blz bls lk стор
    ch chap chaps chapter chapters c cap caps capitulo chapitre capitolo kap kapitel
    kapittel kapitola hoofdstuk hfst rozdzial rozdz гл глава розд
    sec sect section sections § §§ abschn abschnitt abschnitte seccion secao sezione kap paragraaf
    para paras paragraph ¶ par absatz abs art arts artikel article articulo artigo
    fig figs figure figures abb abbildung tab table tables tabelle karte karten map maps rys рис
    n nn note notes anm fn fnn nota notas footnote
    vol vols volume bd bde band t tt tomo tome tom т
    v vv verse line lines l ll zeile z vers
    part parts teil parte partie book books buch app appendix anhang annex anexo
    no nos nr nrs nro number ex example bsp loc pos slide col cols sp spalte f ff fol ms item
    scene act min sek track
    eq eqs equation equations theorem thm lemma algorithm alg definition def proposition prop
    corollary cor remark listing satz gleichung gl beispiel bsp theoreme lemme teorema
    ст статья стаття разд табл п пп рисунок гл розділ том кн вып ч
    """.split()
)
# Those that need neither a sign before nor a point behind them: "Smith 2001 p 3".
# What is never counted by capital letters.
_LETTERLESS = frozenset(
    "p pp pg page pages s ss seite c ch n nn v vv vol no nr t f ff i l ll".split()
)
_BARE = frozenset(("p", "pp", "§", "§§", "¶"))
_SIGN = re.compile(r"[,:.;]")
_NUMBER = (
    r"[~～]?(?:\d{1,6}[a-zA-Z]{0,2}(?:[.:]\d{1,4}){0,3}|[ivxlcdm]{1,8}(?!\w)|[IVXLCDM]{1,8}(?!\w)|[A-Z]\d{1,4})"
    r"(?:\s?[-‐‑–—]\s?[a-zA-Z]?\d{1,6}[a-z]{0,2}(?:\.\d{1,4})?|\s?[-–—]\s?[ivxlcdm]{1,8}(?!\w))?"
    r"(?:\s?ff?\b\.?|\s?sqq?\b\.?)?"
)
_LABELLED = rf"\(\d{{1,3}}(?:\.\d{{1,3}})?[a-z]?\)|[A-Z](?![\w.’'])|{_NUMBER}"
_START = re.compile(r"\s{0,3}[,:.;]?\s{0,3}(?:(第)|(§§?|¶|[^\W\d_]{1,11})(\.?)\s{0,3})?")
_NEXT = (
    r"\s{0,2}(?:[,;&]|and|und|et|y|e|og|i|u\.|и)\s{0,2}(?:(§§?|[^\W\d_]{1,8})\.?\s{0,3})?"
    rf"(?={_NUMBER})"
)
_UNPAGED = re.compile(r"\s?[,.]?\s{0,2}(?:n\. ?p\.?|s\. ?p\.?|o\. ?S\.|passim)(?!\w)")
_LATEST_PAGE = 1399
_MOST = 24


@cache
def _first() -> re.Pattern[str]:
    return re.compile(_NUMBER)


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(_LABELLED)


@cache
def _next() -> re.Pattern[str]:
    return re.compile(_NEXT)


def read_locator(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """The span of the locator behind a year that ends at *start*, None if there is none.

    A number without a label that could be a year (``limit`` is where the next one begins) is not
    taken for a page, unless a colon or a label says so.
    """
    if match := _UNPAGED.match(text, start):
        begin = start + len(match.group()) - len(match.group().lstrip(" ,."))
        return begin, match.end()
    opened = _START.match(text, start)
    if opened is None or opened.end() == start:
        return None
    label, wide = opened[2], opened[1]
    if label and fold(label) not in _LABELS:
        return None
    if label and not opened[3] and not _SIGN.search(opened.group()) and label not in _BARE:
        return None
    marked = bool(label or wide or ":" in opened.group())
    if not marked and "," not in opened.group():
        return None
    if not marked and opened.end() >= limit:
        return None
    number = (_labelled() if label and fold(label) not in _LETTERLESS else _first()).match(
        text, opened.end()
    )
    if not number or not (marked or number.group()[0].isdigit()):
        return None
    if wide and text[number.end() : number.end() + 1] in ("页", "頁", "章"):
        end = number.end() + 1
    else:
        end = _further(text, number.end(), limit)
    begin = opened.start(2) if label else opened.start(1) if wide else number.start()
    return begin, end


def locator_within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The locator in ``text[start:end]``, where further numbers mean further works, not pages."""
    span = read_locator(text[start:end], 0, 0)
    return (span[0] + start, span[1] + start) if span else None


def _further(text: str, end: int, limit: int) -> int:
    """The end of "3, 5 and 7, n. 2": numbers that follow, years excepted."""
    for _ in range(_MOST):
        joint = _next().match(text, end)
        if joint is None or (joint[1] and fold(joint[1]) not in _LABELS):
            return end
        if not joint[1] and joint.end() >= limit:
            return end
        number = _first().match(text, joint.end())
        if number is None or not (joint[1] or number.group()[0].isdigit()):
            return end
        end = number.end()
    return end
