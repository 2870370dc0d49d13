"""Words of a reference string and the gaps between them, as the tagger sees them."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

LEXICON = Path(__file__).with_name("model") / "lexicon.txt"

_LETTERS = "[^\\W\\d_]+(?:[\u0300-\u036f]+[^\\W\\d_]*)*"
_WORD = re.compile(rf"({_LETTERS}|\d+)")
_ADDRESS = r"(?:https?|ftp)\s?:\s?/\s?/\s?[^\s<>\"“”«»]+|www\.[^\s<>\"“”«»]+"
_WORD_OR_ADDRESS = re.compile(
    rf"({_ADDRESS}|\b10\.\d{{4,9}}\s?/[^\s<>\"“”«»]+|URL(?=\s?http)|{_LETTERS}|\d+)"
)
_TRAILING = ".,;:)]}>'\"’*"
_GLUED = re.compile(r"\.?(?:URL|PMID|Epub|PubMed)$")

# Folded keyword -> class. The classes are the tagger's own: they name what usually stands beside.
_KEYWORD_LISTS = {
    "vol": "vol v vols volume volumes voli band bd bde bande tome t tom jg jahrgang jahrg"
    " ano annee anno том т год år arg årg vyp cilt 卷 권 巻",
    "no": "no n nr nos num number numero nummer issue heft h hft iss fasc fascicule z"
    " zeszyt № вып numer sayi 期 号 호",
    "pp": "p pp pages page pag pags pagg s ss seiten seite с стр c pgs σ σσ 页 頁 쪽 str",
    "ed": "ed eds edd edited editor editors hrsg hg hgg herausgegeben edit dir dirs coord"
    " coords org orgs cura curr cur red ред editado editeur herausgeber organizador"
    " eds 编 編",
    "edn": "edition edn auflage aufl ausgabe edicion edicao edizione издание изд utg uppl"
    " baski wyd reprint repr reprinted rpt neudruck",
    "tr": "trans transl translated translator trad traduction ubers ubersetzt traduccion"
    " traduzione traducao пер перевод oversatt tlum 译 訳",
    "in": "in im dans en w i en",
    "and": "and und et y e en og och и ve oraz",
    "al": "al alii alia others coll др m.fl",
    "acc": "accessed retrieved available online consulte consulted downloaded abgerufen"
    " zugriff letzter disponible disponivel acesso url http https abruf visited viewed"
    " acceso consultado besokt hamtad geraadpleegd nedlastet обращения доступа ligne"
    " linea",
    "doi": "doi",
    "id": "isbn issn pmid pmcid arxiv hep astro math cs quant ph th ex abs cond mat gr qc"
    " nucl lat mr zbl",
    "month": "january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sept sep oct nov dec januar februar marz"
    " mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout"
    " septembre octobre novembre decembre enero febrero marzo abril mayo junio julio"
    " agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio"
    " giugno luglio settembre ottobre dicembre spring summer fall autumn winter"
    " printemps ete automne hiver janeiro fevereiro marco maio junho julho setembro"
    " outubro novembro dezembro января февраля марта апреля мая июня июля августа"
    " сентября октября ноября декабря januari februari maart mei augustus 月 월",
    "inst": "university universite universitat universidad universita universidade institute"
    " institut instituto department dept school college faculty ecole center centre"
    " laboratory lab universitet университет институт",
    "press": "press publisher publishers publishing verlag verl editions editorial books"
    " publications editore ediciones editora editrice edizioni presses wiley springer"
    " elsevier routledge sage macmillan forlag uitgeverij издательство wydawnictwo"
    " kitabevi 出版社",
    "jour": "journal j review rev revue revista rivista zeitschrift zs annals annales"
    " bulletin bull letters lett archives arch magazine quarterly transactions trans"
    " acta proc proceedings studies studi newsletter reports rep advances research"
    " журнал вестник tidsskrift 学报 杂志 雜誌",
    "conf": "conference conf symposium symp workshop congress congres meeting actes colloque"
    " int international annual atti convegno kongress tagung",
    "news": "times guardian post news bbc herald telegraph tribune newspaper zeitung monde spiegel",
    "web": "website blog video youtube podcast tweet twitter facebook webpage homepage instagram",
    "thesis": "thesis dissertation diss these memoire phd masters master doctoral diplomarbeit"
    " habilitation msc tesi tesis doktorarbeit",
    "rep": "report technical tech working paper memo preprint manuscript unpublished draft"
    " submitted forthcoming appear rapport bericht",
    "inc": "inc ltd gmbh corp co llc company corporation agency ministry ministere"
    " government council commission organization organisation association society"
    " committee",
    "jr": "jr sr ii iii iv",
    "part": "von van de der den du des del la le di da dos el bin ibn al ter",
    "ser": "series serie reihe collection lecture notes lncs lectures collana",
    "html": "italic b em span bold",
    "sup": "suppl supplement special pt part teil partie parte spec",
}
KEYWORDS = {word: name for name, words in _KEYWORD_LISTS.items() for word in words.split()}
_FAMILY = str.maketrans(
    dict.fromkeys("“”„«»‟″", '"') | dict.fromkeys("‘’‚‹›`´", "'") | dict.fromkeys("–—−‐‑‒―", "-")
)


class Gap(NamedTuple):
    """What stands between two words: quotes and dashes made alike; then without white space.

    ``opens``: 1 an opening quotation mark, 2 one that may open or close; ``depth`` is the number
    of brackets opened less those closed.
    """

    text: str
    core: str
    opens: int
    closes: bool
    depth: int


def split(text: str) -> list[str]:
    """A gap, a word, a gap, a word ... and a gap, which together are *text*.

    Words are runs of letters, runs of digits, and addresses and DOIs whole.
    """
    if "://" not in text and "www." not in text and "10." not in text and ": //" not in text:
        return _WORD.split(text)
    pieces: list[str] = _WORD_OR_ADDRESS.split(text)
    for place in range(1, len(pieces), 2):
        word = pieces[place]
        if len(word) > 6 and "/" in word:
            end = _end(word)
            pieces[place : place + 2] = word[:end], word[end:] + pieces[place + 1]
    return pieces


def _end(address: str) -> int:
    """Where *address* ends, without what belongs to the sentence around it."""
    end = len(address)
    if address[0] == "1" and (glued := _GLUED.search(address, end - 6)):
        end = glued.start()
    spare = address.count(")", 0, end) - address.count("(", 0, end)  # brackets opened outside
    while end and address[end - 1] in _TRAILING:
        if address[end - 1] == ")":
            if spare <= 0:
                break
            spare -= 1
        end -= 1
    return end


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def shape_of(word: str) -> str:
    """Coarse shape: Y a year, d1-d6 digits, x xx X XX XXX Xx xX letters, cjk, URL, DOI."""
    if word[0].isdigit():
        return _number_shape(word)
    if "/" in word or word.startswith("www."):
        return "URL"
    if word.islower():
        return "x" if len(word) == 1 else "xx"
    if word.isupper():
        return "X" if len(word) == 1 else ("XX" if len(word) <= 4 else "XXX")
    if word[0].isupper() and word[1:].islower():
        return "Xx"
    return "xX" if word.upper() != word.lower() else "cjk"


def _number_shape(word: str) -> str:
    if len(word) == 4:
        return "Y" if "1400" <= word < "2100" else "d4"
    return "DOI" if "/" in word else f"d{min(len(word), 6)}"


@cache
def lexicon() -> dict[str, str]:
    """Folded word -> letters of the lists that it is in (see the model's README)."""
    table: dict[str, str] = {}
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        classes, _, words = line.partition("\t")
        table.update(zip(words.split(), repeat(classes)))  # without end: no ``strict``
    return table


@lru_cache(maxsize=65_536)
def read_gap(gap: str) -> Gap:
    """Classify the characters between two words."""
    opens = 1 if any(char in gap for char in "“„«") else 2 if '"' in gap else 0
    closes = any(char in gap for char in "”»")
    depth = gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]")
    core = "".join(gap.translate(_FAMILY).split())
    text = "_".join(gap.translate(_FAMILY).split()) if core else ""
    text = "_" * gap[:1].isspace() + text + "_" * (bool(core) and gap[-1:].isspace())
    return Gap(text[:8], core[:6], opens, closes, depth)


def word_features(word: str) -> list[str]:
    """Features of a word by itself."""
    if not word:
        return []
    shape = shape_of(word)
    if shape[0] in "dY":
        return _number_features(word, shape)
    if shape in ("URL", "DOI"):
        return ["s=" + shape, f"w=<{_address_kind(word, shape)}>"]
    form = fold(word)
    found = ["s=" + shape, "w=" + form]
    if len(form) > 3:
        found += ("p3=" + form[:3], "q3=" + form[-3:], "q2=" + form[-2:])
    keyword = "" if shape == "X" else KEYWORDS.get(form, "")  # a capital alone is an initial
    found += _keyword_features(shape, keyword)
    if form and not form.strip("ivxlcdm"):
        found.append("roman")
    if shape[0] == "X" and (lists := lexicon().get(form)):
        found += _list_features(shape, lists)
    return found


@cache
def _keyword_features(shape: str, keyword: str) -> tuple[str, ...]:
    own = "c=" + shape + keyword
    return (own, "k=" + keyword) if keyword else (own,)


@cache
def _list_features(shape: str, lists: str) -> tuple[str, ...]:
    return ("lx=" + lists, *("l" + name + shape for name in lists))


def _number_features(word: str, shape: str) -> list[str]:
    found = ["s=" + shape, "w=" + shape]
    if shape == "Y":
        found.append("y=" + ("old" if word < "1900" else word[:3]))
    elif len(word) <= 2:
        found.append("n=" + word)
    return found


def _address_kind(address: str, shape: str) -> str:
    if shape == "DOI":
        return "doi"
    form = fold(address)
    return "urldoi" if "doi.org" in form else "urlarxiv" if "arxiv" in form else "url"
