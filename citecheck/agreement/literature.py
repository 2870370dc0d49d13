"""Which literature registries know, and which is grey: web pages, news, government, films."""

from citecheck.language.folding import letters, words
from citecheck.model.reference import Reference

GREY_TYPES = frozenset(
    "webpage post post-weblog article-newspaper article-magazine broadcast motion_picture song "
    "legislation legal_case bill regulation treaty hearing patent standard interview speech "
    "personal_communication manuscript map graphic figure musical_score pamphlet software "
    "performance collection report document".split()
)
_PERIODICAL = frozenset("article article-journal article-magazine document".split())
_JOURNALS = frozenset(
    "acta annales annals archiv bulletin cahiers cuadernos jahrbuch journal letters proceedings "
    "quarterly research revista revue rivista studies studien tidskrift tidsskrift tijdschrift "
    "transactions zeitschrift вестник".split()
)
_PREPRINT_SERVERS = frozenset(
    "arxiv biorxiv medrxiv chemrxiv ssrn psyarxiv socarxiv edarxiv engrxiv osf preprint preprints "
    "techrxiv researchsquare corr".split()
)


def has_identifier(reference: Reference) -> bool:
    """Whether the entry names a registered number that a registry can be asked for."""
    return any((reference.doi, reference.isbn, reference.pmid, reference.arxiv))


def is_grey(reference: Reference) -> bool:
    """Whether no registry need know the entry: then none is asked, and none has "no record".

    Entries with a registered number are never grey. Of those whose kind is uncertain, the ones
    with volume and pages, or with a journal and a volume, are articles.
    """
    if has_identifier(reference) or is_preprint(reference):
        return False
    if reference.type not in GREY_TYPES:
        return False
    if reference.type not in _PERIODICAL or not reference.container_title:
        return True
    is_journal = not _JOURNALS.isdisjoint(words(reference.container_title.value))
    return not (reference.volume or is_journal)


def is_preprint(reference: Reference) -> bool:
    """Whether the entry is on a preprint server, by its number or by the name of the server."""
    if reference.arxiv:
        return True
    named = (reference.container_title, reference.publisher, reference.archive, reference.genre)
    return any(
        part in _PREPRINT_SERVERS
        for value in named
        if value
        for part in map(letters, value.value.replace(":", " ").split())
    )
