"""Phrases that introduce the editors, translators or directors of a work."""

# Before the names; compared in lower case.
EDITED_BY: tuple[str, ...] = (
    "edited by", "ed. by", "eds. by", "ed", "eds", "hg. von", "hg. v", "hrsg. von", "hrsg. v",
    "herausgegeben von", "sous la direction de", "sous la dir. de", "dirigé par", "éd. par",
    "éd", "éds", "édité par", "editado por", "ed. por", "eds. por", "editado por", "org. por",
    "organizado por", "organização de", "organização", "coord. por", "coordenado por",
    "a cura di", "redigert av", "red. av", "redigerad av", "red. af", "onder redactie van",
    "pod redakcją", "pod red", "под ред", "под редакцией", "за ред", "szerk", "toim",
)  # fmt: skip
TRANSLATED_BY: tuple[str, ...] = (
    "translated by", "trans. by", "transl. by", "trans", "transl", "tr. by", "übersetzt von",
    "übers. von", "übers. v", "aus dem englischen von", "traduit par", "trad. par",
    "traduction de", "trad. de", "traducción de", "traducido por", "tradução de",
    "tradução", "trad", "traduzido por", "tradotto da", "trad. di", "vertaald door", "oversatt av",
    "översatt av", "пер. с англ", "перевод",
)  # fmt: skip
DIRECTED_BY: tuple[str, ...] = ("directed by", "dir. by", "réalisé par", "dirigido por")
DIRECTOR_MARKS: tuple[str, ...] = (
    "dir by", "director", "regisseur", "realisateur", "directed by", "regie", "regi",
)  # fmt: skip
# Behind names that are cited as an author's all the same.
AUTHOR_MARKS: tuple[str, ...] = (
    "producer", "producers", "executive producer", "writer", "writers", "host", "narrator",
    "presenter", "author", "authors", "autor", "autores", "auteur", "verfasser", "compiler", "comp",
    "comps", "composer", "artist", "photographer", "illustrator",
)  # fmt: skip
