"""How web pages say, in several languages, that there is no such page, or that we may not see it.

Forms are folded (`folded`): lower case, without punctuation. A title that is one of NOT_FOUND, and
nothing more, says so; a short page that contains one of SENTENCES may. Titles of pages that stand
in front of the one asked for only make us silent, and may go on behind a form of three words.
"""

import re
from collections import deque
from functools import cache

NOT_FOUND = """
not found | page not found | page missing | missing page | page cannot be found
page could not be found | page can t be found | page was not found | page wasn t found
page does not exist | page doesn t exist | page isn t available | page is not available
page unavailable | page no longer available | page no longer exists | page not available
content not found | content unavailable | content not available | article not found
document not found | file not found | item not found | object not found | resource not found
record not found | no such page | nothing found | story not found | product not found
publication not found | entry not found | post not found | nothing found here
requested page not found | requested page could not be found | status not found
we can t find that page | we can t find this page | we couldn t find that page
we can t find the page you re looking for | we couldn t find the page you re looking for
doi not found | invalid doi | link expired | bad request
seite nicht gefunden | die seite wurde nicht gefunden | nicht gefunden | seite existiert nicht
seite nicht verfügbar | artikel nicht gefunden | dokument nicht gefunden | datei nicht gefunden
diese seite existiert nicht | diese seite wurde nicht gefunden
page introuvable | page non trouvée | article introuvable | non trouvé | page non trouvee
cette page n existe pas | document introuvable | page inexistante | page inaccessible
contenu introuvable | la page est introuvable | cette page est introuvable
página no encontrada | no encontrado | no encontrada | no se encontró la página
la página no existe | página no disponible | página inexistente | pagina no encontrada
pagina non trovata | pagina inesistente | non trovato | la pagina non esiste
articolo non trovato | pagina non disponibile
página não encontrada | não encontrado | não encontrada | página não existe
conteúdo não encontrado | pagina nao encontrada | pàgina no trobada
pagina niet gevonden | niet gevonden | pagina bestaat niet | deze pagina bestaat niet
nie znaleziono strony | strona nie znaleziona | nie znaleziono | strona nie istnieje
strona nie została znaleziona | sidan hittades inte | sidan kunde inte hittas
siden blev ikke fundet | siden ble ikke funnet | siden finnes ikke | siden findes ikke
sivua ei löydy | sivua ei löytynyt | stránka nenalezena | stránka nebyla nalezena
stránka sa nenašla | az oldal nem található | pagina nu a fost găsită | pagina nu există
sayfa bulunamadı | η σελίδα δεν βρέθηκε | lehte ei leitud | puslapis nerastas | lapa nav atrasta
страница не найдена | не найдено | страница не существует | материал не найден
документ не найден | сторінку не знайдено | сторінка не знайдена | старонка не знойдзена
страницата не е намерена | stranica nije pronađena | страница није пронађена
stran ni bila najdena | ページが見つかりません | お探しのページは見つかりませんでした
页面不存在 | 找不到页面 | 頁面不存在 | 找不到頁面 | 页面未找到 | 网页不存在 | 您访问的页面不存在
페이지를 찾을 수 없습니다 | الصفحة غير موجودة | הדף לא נמצא | صفحه یافت نشد
halaman tidak ditemukan | không tìm thấy trang
"""

# What may stand around such a form, or alone with the number 404.
AROUND = """
404 error http status code oops ooops whoops sorry hmm uh oh ups huch hoppla leider entschuldigung
fehler erreur désolé errore erro błąd ошибка помилка fel feil fejl virhe chyba hata the this that
"""

SENTENCES = """
page you requested could not be found | page you requested was not found
page you are looking for | page you re looking for | page you were looking for
page you have requested does not exist | page you requested does not exist
page cannot be found | page could not be found | page was not found | page does not exist
page doesn t exist | page no longer exists | page has been removed | page may have been moved
content you requested | no longer available | has been moved or deleted | moved or deleted
requested url was not found | article you requested | document you requested
seite konnte nicht gefunden werden | seite wurde nicht gefunden | seite existiert nicht
seite ist nicht mehr verfügbar | gesuchte seite | angeforderte seite
page demandée | page que vous recherchez | page que vous cherchez | n existe plus | n existe pas
página que busca | página que buscas | página solicitada | ya no existe | no existe
pagina richiesta | pagina che stai cercando | non esiste più | non è stata trovata
página que procura | página solicitada não | pagina die u zoekt | opgevraagde pagina
strona której szukasz | strona nie istnieje | sidan du söker | siden du leder efter
запрашиваемая страница | страница не найдена | страница была удалена | не существует
сторінку не знайдено | сторінка не існує | запитувана сторінка
"""

CHALLENGES = """
just a moment | attention required | are you a robot | are you human | verify you are human
verifying you are human | access denied | access to this page has been denied | robot check
pardon our interruption | client challenge | security check | security checkpoint | captcha
human verification | bot verification | checking your browser | ddos guard | one more step
please wait | request rejected | web page blocked | you have been blocked | forbidden
error 403 | 403 forbidden | zugriff verweigert | accès refusé | acceso denegado
vercel security checkpoint | anubis | making sure you re not a bot | validating request
please verify you are | ddos protection | please enable javascript | enable javascript
javascript is disabled | too many requests | 429 too many requests | validate user
"""

# Of a login, a consent, a subscription, a redirect or a failure, none of which is the page.
IN_FRONT = """
log in | login | sign in | signin | sign in to your account | anmelden | iniciar sesión
iniciar sesion | before you continue | your privacy choices | cookies are disabled | cookie absent
subscribe to read | redirecting | loading | error | not acceptable | service unavailable
503 service unavailable | bad gateway | web server is returning an unknown error
internal server error | 500 internal server error | moved permanently | 301 moved permanently
302 found
"""

# Words in the path of a page that is shown instead of any other one.
GATES = """
login signin sign-in sign_in log-in sso saml shibboleth oauth authorize wayf openathens
consent cookie-consent cookieabsent captcha challenge robots-check subscribe paywall
"""

BETWEEN = re.compile(r"\s[|–—·•»/-]+\s|[|·•»…]|\.\.\.")
COLON = re.compile(r"\s?: ")
NO_WORD = re.compile(r"[\W_]")
MOST_WORDS = 15
FEWEST_WORDS = 3  # of a form that a title may go on behind


def says_not_found(part: str) -> bool:
    """Whether *part* of a title, folded, says that there is no such page, and nothing else."""
    words = part.split()
    if len(words) > MOST_WORDS:
        return False
    said = deque(words)
    while said and said[0] in around():
        said.popleft()
    while said and said[-1] in around():
        said.pop()
    return " ".join(said) in not_found() if said else "404" in words


def asks_to_stay_out(part: str) -> bool:
    """Whether *part* of a title, folded, asks programs to stay out."""
    return _begins_with(part, challenges())


def is_in_front(title: str) -> bool:
    """Whether a page of this *title* stands in front of, or instead of, the one asked for."""
    return any(
        says_not_found(part) or asks_to_stay_out(part) or _begins_with(part, in_front())
        for part in parts_of_title(title)
    )


def _begins_with(part: str, forms: frozenset[str]) -> bool:
    words = part.split()
    begun = (" ".join(words[:end]) for end in range(FEWEST_WORDS, min(len(words), MOST_WORDS)))
    return part in forms or any(start in forms for start in begun)


@cache
def around() -> frozenset[str]:
    """Words that add nothing to such a form."""
    return frozenset(AROUND.split())


@cache
def not_found() -> frozenset[str]:
    """Whole titles, folded, that say there is no such page."""
    return _forms(NOT_FOUND)


@cache
def sentences() -> tuple[str, ...]:
    """Parts of sentences, folded, with which a short page says so."""
    return tuple(sorted(_forms(SENTENCES)))


@cache
def challenges() -> frozenset[str]:
    """Whole titles, folded, of pages that ask programs to stay out."""
    return _forms(CHALLENGES)


@cache
def in_front() -> frozenset[str]:
    """Whole titles, folded, of pages in front of others."""
    return _forms(IN_FRONT)


def gates() -> frozenset[str]:
    """Words of a path, in lower case, that lead to a login, a consent or a subscription."""
    return frozenset(GATES.split())


def _forms(table: str) -> frozenset[str]:
    return frozenset(folded(form) for line in table.split("\n") for form in line.split("|")) - {""}


def folded(text: str) -> str:
    """*text* in lower case, whatever is no letter or digit turned into single spaces."""
    return " ".join(NO_WORD.sub(" ", text.casefold()).split())


def parts_of_title(title: str) -> list[str]:
    """The parts of a page's title, folded: "Page not found | Example" has two, and the whole."""
    return [part for part in map(folded, [title, *BETWEEN.split(title)]) if part]


def smallest_parts_of_title(title: str) -> list[str]:
    """Those, and the two sides of a colon, behind which a subtitle may stand as well as a site."""
    sides = [side for part in BETWEEN.split(title) for side in COLON.split(part)]
    return list(dict.fromkeys([*parts_of_title(title), *filter(None, map(folded, sides))]))
