""" "et al." and its like, read backwards: "et.al.", "et al", "u. a.", "y cols.", "и др.", "等"."""

from collections.abc import Sequence
from typing import NamedTuple

from citecheck.citations.words import Kind, Word
from citecheck.language.connectors import ET_AL_WORDS
from citecheck.language.folding import letters

_MORE = (
    "et autres", "and coworkers", "and associates", "and collaborators", "und andere",
    "und kollegen", "und mitarbeiter", "u. mitarb", "et collaborateurs", "y col", "y colaboradores",
    "y otras", "e colaboradores", "e colegas", "e altre", "e colleghi", "ed altri", "en anderen",
    "e.a", "en collega's", "og andre", "og kolleger", "och andra", "m. flere", "i inni", "i wspol",
    "и соавт", "с соавт", "і ін", "та інші", "et alli", "et al al", "等人", "など", "ら",
)  # fmt: skip
# "and", whose, and who: "et ses collègues", "and her team", "i jego współpracownicy".
_COMPANIONS = (
    ("and", "his her their", "colleagues coworkers co-workers collaborators associates team "
     "co-authors coauthors students group"),
    ("et", "ses leurs son", "collègues collaborateurs collaboratrices coauteurs équipe coll"),
    ("und", "seine ihre deren sein ihr", "Kollegen Kolleginnen Mitarbeiter Mitarbeiterinnen "
     "Mitarbeitende Mitarbeitern Team weitere"),
    ("y", "sus su", "colegas colaboradores colaboradoras equipo"),
    ("e", "seus suas sua", "colegas colaboradores colaboradoras equipe"),
    ("e", "i_suoi i_loro le_sue", "colleghi collaboratori colleghe"),
    ("en", "zijn haar hun", "collega collega's collegas medewerkers"),
    ("og", "hans hendes hennes deres", "kolleger kollegaer medarbeidere medarbejdere"),
    ("och", "hans hennes deras", "kollegor kolleger medarbetare"),
    ("i", "jego jej ich", "współpracownicy współpracowników współpracownikami koledzy współaut"),
    ("a", "jeho její", "kol kolektiv spolupracovníci"),
    ("ve", "", "diğerleri ark arkadaşları"),
    ("és", "", "mtsai munkatársai társai"),
    ("ja", "", "muut kollegat kumpp"),
    ("и", "его её их", "коллеги соавторы соавторами сотрудники"),
    ("та", "його її їх", "колеги співавт співавтори"),
)  # fmt: skip
_ALONE = ("med flera", "med flere", "vd", "ym", "зі співавт", "с соавторами", "со соавт")
_TOGETHER = (
    f"{conjunction} {whose.replace('_', ' ')} {who}"
    for conjunction, possessives, companions in _COMPANIONS
    for whose in ("", *possessives.split())
    for who in companions.split()
)
_FORMS = frozenset(letters(form) for form in (*ET_AL_WORDS, *_MORE, *_ALONE, *_TOGETHER))
_NOUNS = frozenset(
    who.casefold() for _, _, companions in _COMPANIONS for who in companions.split()
    if who[0].isupper()
)  # fmt: skip
_LONGEST = 4
_POSSESSIVE = "'s"
_LETTERED = (Kind.LOWER, Kind.AND, Kind.LINK, Kind.PARTICLE)


class EtAl(NamedTuple):
    """The words ``text[start:end]`` without a comma behind, and the index of the word before."""

    start: int
    end: int
    before: int


def read_et_al(words: Sequence[Word], last: int) -> EtAl | None:
    """The longest such phrase that ends at index *last* of *words*, a possessive ending cut."""
    index, phrase, found = last, "", None
    ending = words[last].folded if 0 <= last < len(words) else ""
    possessive = len(_POSSESSIVE) if ending.endswith(_POSSESSIVE) else 0
    while index >= 0 and index > last - 2 * _LONGEST:
        word = words[index]
        if possessive and index == last:
            word = word._replace(folded=word.folded[:-possessive])
        if word.text != ".":
            if word.kind not in _LETTERED and not _is_its_word(word):
                break
            phrase = ("et" if word.text == "&" else letters(word.folded)) + phrase
            if phrase in _FORMS:
                found = EtAl(word.start, words[last].end - possessive, index - 1)
        index -= 1
    return found


def _is_its_word(word: Word) -> bool:
    """Whether *word* belongs to such a phrase though it has a capital: "ET AL", "Kollegen"."""
    shouted = word.text.isupper() and word.folded in ("et", "al", "et.al")
    return shouted or word.folded in ("et", "u.a") or word.folded in _NOUNS
