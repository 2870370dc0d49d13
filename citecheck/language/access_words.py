"""Words that introduce an address or the day on which it was visited.

Sources: the ``accessed``, ``retrieved``, ``available at``, ``cited`` and ``online`` terms of the
CSL 1.0.2 locales, NBR 6023 ("Disponível em", "Acesso em"), GOST R 7.0.100 ("дата обращения"),
and the forms that students write. All are folded, without final points.
"""

from functools import cache

# What stands before a date: "Downloaded 5 February 2024 from", "Zugriff am 5.2.2024".
_VISITED = """
downloaded|downloaded on|accessed|accessed on|last accessed|last accessed on|date accessed
date of access|access date|retrieved|retrieved on|last retrieved|viewed|viewed on|last viewed
visited|last visited|last visited on|last visit|checked|last checked|consulted|consulted on|read
cited|as of|last access|access
zugriff am|zugriff|letzter zugriff|letzter zugriff am|zuletzt abgerufen|zuletzt abgerufen am
abgerufen|abgerufen am|aufgerufen am|zuletzt aufgerufen am|eingesehen am|abruf am|abruf|stand
heruntergeladen am|zuletzt besucht am|letzter abruf|letzter aufruf|zuletzt gepruft am
datum des zugriffs
consulte le|consulte en|page consultee le|consultee le|consultation le|acces le|visite le
telecharge le|date de consultation|dernier acces|date d'acces
consultado el|consultado en|consultado|consulta|fecha de consulta|fecha de acceso|acceso
recuperado el|acceso el|ultimo acceso|accedido el|visitado el|descargado el|citado el
acesso em|acessado em|acedido em|acesso a|consultado em|consultado a|ultimo acesso em|ultimo acesso
acessado|acesso|data de acesso|visitado em|acedido a|capturado em|recuperado em|citado em|citado
consultato il|consultato|ultimo accesso|ultima consultazione|visitato il|data di consultazione
geraadpleegd op|geraadpleegd|opgehaald op|opgevraagd op|bezocht op|gedownload op
hentet|hentet den|lest|lastet ned|besokt|sist besokt|hamtad|hamtat|hamtad den|last|tilgaet|besogt
set|sidst besogt|nedladdad|haettu|luettu|viitattu
дата обращения|дата доступа|дата звернення|обращение|последнее обращение|скачано|просмотрено
dostep|data dostepu|dostep z dnia|dostep dnia|pobrano|pristup|cit|erisim tarihi|erisim
letoltve|megtekintve|访问日期|引用日期|访问时间|检索日期|访问|閲覧日|最終閲覧日|アクセス日|参照日
"""
# What stands before an address without a date: "Available from:", "Disponível em:".
_AVAILABLE = """
available at|available from|available online|available|available online at|available on
online available|available via|retrieved from|downloaded from|accessed at|accessed from|found at
obtained from|accessible at|url|link|website|online|web|internet|online at|from|via|at
verfugbar unter|verfugbar|online verfugbar|online unter|abrufbar unter|abgerufen von|unter
disponible sur|disponible a|disponible en|disponible|en ligne|recupere de|repere a|adresse
disponible desde|recuperado de|obtenido de|en linea|disponivel em|disponivel|obtido de|obtido em
retirado de|disponibile su|disponibile all'indirizzo|disponibile|reperibile su|beschikbaar op
beschikbaar via|opgehaald van|geraadpleegd via|tilgjengelig fra|tilgjengelig|hentet fra
tilgaengelig pa|tillganglig|tillganglig via|hamtad fran|saatavilla|saatavissa|noudettu osoitteesta
режим доступа|электронныи ресурс|доступ|доступно|dostepny w|dostepne|dostupne z|dostupne na
取自|网址|检索自|可访问|入手先
"""
_PREPOSITIONS = frozenset(
    "from form at on in via through of by de da do em en du sur a von unter aus auf fra fran van "
    "op su dal z na с из на по".split()
)


def _phrases(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(phrase.split()) for line in table.split("\n") for phrase in line.split("|") if phrase
    )


@cache
def visited() -> frozenset[tuple[str, ...]]:
    """Phrases, as tuples of folded words, that stand before a date of access."""
    return _phrases(_VISITED)


@cache
def available() -> frozenset[tuple[str, ...]]:
    """Phrases, as tuples of folded words, that stand before an address."""
    return _phrases(_AVAILABLE)


@cache
def first_words() -> frozenset[str]:
    """The words with which any of the phrases begins."""
    return frozenset(phrase[0] for phrase in visited() | available())


def is_preposition(word: str) -> bool:
    """Whether *word*, folded, joins a note to its address; "form" is a common slip for "from"."""
    return word in _PREPOSITIONS
