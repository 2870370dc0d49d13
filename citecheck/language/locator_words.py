"""Words that label volumes, issues, pages and editions; folded, without final points.

Sources: the ``volume``, ``issue``, ``page`` and ``edition`` terms of the CSL 1.0.2 locales.
"""

from functools import cache

_LABELS = {
    "volume": """vol vols volume volumes v band bd bde tome tom tomo t jg jahrgang jrg jaargang arg
        argang т том kot rocznik vuosikerta cilt 卷 卷第 第""",
    "issue": """no nos nr nrs n num number issue iss heft h fasc cahier numero numer вып выпуск ном
        № номер 期 号 br z zeszyt c sayi hft haft hefte""",
    "page": """p pp pg pgs pag pags page pages s ss str с стр side sider sid sidor sivut blz pagina
        paginas pagine seite seiten oldal ст f ff 页 頁""",
    "article": "article art artigo artikel articulo id e-location paper",
}
_EDITIONS = """ed edn edition editions aufl auflage edicao edicion edizione изд издание uitg druk
opplag upplaga upplagan udg udgave utg utgave wyd wydanie vyd kiad painos baski 版""".split()


@cache
def labels() -> dict[str, str]:
    """Folded label to "volume", "issue", "page" or "article"."""
    return {word: kind for kind, words in _LABELS.items() for word in words.split()}


@cache
def editions() -> frozenset[str]:
    """Folded words for "edition"."""
    return frozenset(_EDITIONS)
