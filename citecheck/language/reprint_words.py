"""Phrases before the year of the first edition: "Originally published 1923", "Erstausgabe 1923".

Sources: reprints in the APA manual, 7th ed., 9.41, and its translations; the forms of other
languages. All are folded, without punctuation.
"""

FIRST_PUBLISHED: tuple[str, ...] = (
    "original work published", "original work published in", "originally published",
    "originally published in", "first published", "first published in", "original publication",
    "originalmente publicado em", "originalmente publicada em", "publicado originalmente em",
    "publicada originalmente em", "obra original publicada em", "trabalho original publicado em",
    "original publicado em", "originalmente publicado en", "publicado originalmente en",
    "obra original publicada en", "trabajo original publicado en",
    "publicado por primera vez en", "publie originellement en", "publie pour la premiere fois en",
    "ouvrage original publie en", "oeuvre originale publiee en", "premiere publication",
    "erstveroffentlichung", "erstmals veroffentlicht", "erstausgabe", "originalausgabe",
    "ursprunglich veroffentlicht", "ursprunglich erschienen", "zuerst erschienen",
    "originalwerk veroffentlicht", "pubblicato originariamente nel", "prima edizione",
    "edizione originale", "opera originale pubblicata nel", "oorspronkelijk gepubliceerd in",
    "oorspronkelijk werk gepubliceerd in", "opprinnelig utgitt", "opprinnelig utgitt i",
    "oprindeligt udgivet", "oprindelig udgivet i", "ursprungligen publicerad",
    "первое издание", "впервые опубликовано", "впервые опубликована", "pierwsze wydanie",
    "puvodne vydano", "povodne vydane", "初版", "原著出版",
)  # fmt: skip
