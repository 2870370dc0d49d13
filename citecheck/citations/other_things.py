"""What bears a name and a year without being cited: cases, statutes, conferences, films, pictures.

None of them need stand in a literature list; where one does, it counts as cited all the same.
"""

import re

from citecheck.citations.mentions import Form, Mention
from citecheck.citations.vocabulary import EVENTS, LINKS, NUMBERED
from citecheck.language.folding import fold
from citecheck.language.named_documents import is_named_document, is_product

_BEFORE, _FEW_WORDS = 80, 8
# "Donoghue v Stevenson", "R (Miller) v Prime Minister", "Marckx c. Belgique", "In re Gault".
_PARTY = re.compile(
    r"(?:[\w.)’']\s(?:vs?\.?|c\.|c/)\s(?:the\s)?|\b(?:[Ee]x parte|[Ii]n re|Re|Matter of)\s)"
    r"(?:[A-Z][\w.’'-]{0,20},?\s(?:of\s|for\s|and\s|&\s)?){0,5}$"
)
_PARTIES = re.compile(r"\s(?:vs?\.?|c\.|c/)\s")
# "[1932] AC 562", "[2019] UKSC 41", "(1998) 2 BvR 1": a volume or a court, and a number.
_REPORT = re.compile(
    r"[\])],?\s(?:\d{1,3}\s)?[A-Z][A-Za-z.]{1,8}(?:\s[A-Z][A-Za-z.]{0,8}){0,2}(?:\s\([A-Z]\w{0,9}\))?\s\d"
)
_COURT = re.compile(
    r"BVerfGE?|BVerwG|BGH|BAG|BSG|BFH|EuGH|EuG|EGMR|O?LG|O?VG|ECt?HR|CJEU|CEDH|CJUE|TEDH|TJUE"
    r"|SCOTUS|UKSC|OGH|VfGH|\w*[a-zäöü]\w*(?:G|GB|VO|PO|GO)"
)
_PARAGRAPH = re.compile(r"§§?\s?\d[\w .,]{0,40}$")
# What is made or shown, right before its own title: "the film Vertigo (1958)".
_MADE = frozenset(
    """
    film films movie movies novel novels painting paintings play opera album song series sculpture
    poem symphony documentary musical sitcom comic blockbuster videogame painted directed composed
    filmed sculpted choreographed
    filme filmen spielfilm dokumentarfilm roman romane romans gemalde bild oper lied serie ballett
    stummfilm theaterstuck gedicht malte drehte komponierte
    tableau peinture piece chanson ballet documentaire poeme peignit
    pelicula peliculas novela novelas cuadro pintura cancion poema documental pinto dirigio
    filmes romance romances quadro obra cancao tela documentario pintou dirigiu
    romanzo romanzi dipinto canzone poesia dipinse
    schilderij gedicht lied toneelstuk romanen filmen filmene maleri maleriet tavla tavlan
    encyclical bull exhortation manifesto enzyklika encyclique enciclica encykliek encyklika
    powiesc obraz piosenka энциклика серіал фильм фильме роман романе картина картине опера фільм
    """.split()
)
_CREDIT = re.compile(
    r"(?:\b(?:photo(?:graph|graphy|s)?|fotos?|fotografia|fotografie|images?|pictures?|bild|bilder"
    r"|bildnachweis|credits?|credit line|copyright|aufnahme|illustration|foto)\s?"
    r"(?:[:/]|by|von|de|di|av|door|af)|©|\bcourtesy(?: of)?:?)\s{0,2}(?:the\s)?$",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b(?:Corp|Inc|GmbH|Ltd|LLC|AG|SAS?|Co)\b\.?")
_LAWS = EVENTS | NUMBERED
_WITHIN = LINKS | {"uber", "sobre", "against", "gegen", "contra", "om", "relative"}
_OF_LAWS = EVENTS | frozenset(
    """
    law bill code directive regulation decree charter protocol gesetz gesetzbuch verordnung
    richtlinie code decret charte convenio convencion declaracion declaracao dichiarazione
    codigo carta decreto codice wetboek besluit forskrift forordning ustawa kodeks кодекс указ
    """.split()
)


def is_other_thing(text: str, mention: Mention) -> bool:
    """Whether *mention*'s name is a party's, law's, meeting's, title's or photographer's."""
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    raw = text[mention.start : mention.end]
    family = mention.names.persons[-1].family
    if _PARTY.search(before) or _PARTIES.search(raw) or _REPORT.match(text, mention.end):
        return True
    if is_named_document(_whole(text, mention)):
        return True
    if _COURT.fullmatch(family) or _PARAGRAPH.search(before) or _CREDIT.search(before):
        return True
    if mention.form is Form.GROUP:
        return _is_short_for_a_law(text, mention) or _is_maker(mention)
    if _ends_a_law(before) or (not mention.attributed and is_product(_whole(text, mention))):
        return True
    last = before.split()[-1:]
    return bool(last) and fold(last[0]) in _MADE and len(mention.names.persons) == 1


def _whole(text: str, mention: Mention) -> str:
    return text[mention.start : mention.names.persons[-1].end]


def _ends_a_law(before: str) -> bool:
    """Whether *before* leaves a law's name open: "the Ley General de", before "Aguas (1985)"."""
    words = before.split()
    if not words or fold(words[-1]) not in _WITHIN:
        return False
    for word in reversed(words):
        folded = fold(word)
        if word[:1].isupper() and folded in _OF_LAWS:
            return True
        if not (word.isalpha() and (word[0].isupper() or folded in _WITHIN)):
            return False
    return False


def _is_short_for_a_law(text: str, mention: Mention) -> bool:
    """Whether this is the "GDPR, 2018" of "the General Data Protection Regulation (GDPR, 2018)"."""
    persons, opened = mention.names.persons, mention.year.open
    if len(persons) > 1 or not persons[0].family.isupper() or opened < 0:
        return False
    if text[opened + 1 : mention.start].strip():
        return False
    words = text[max(0, opened - _BEFORE) : opened].split()[-_FEW_WORDS:]
    return any(fold(word) in _LAWS and word[0].isupper() for word in words)


def _is_maker(mention: Mention) -> bool:
    """Whether a company and its seat stand behind a product: "SPSS (IBM Corp., Armonk 2017)"."""
    persons = mention.names.persons
    company = any(_COMPANY.search(person.family) for person in persons[:-1])
    return company and not mention.names.comma and not mention.names.conjunction
