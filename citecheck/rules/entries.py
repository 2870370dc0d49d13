"""REF50x: what an entry lacks, measured by what the other entries of the list have."""

from collections.abc import Callable, Iterator

from citecheck.language.folding import fold
from citecheck.language.slips import slip_distance
from citecheck.matching.entries import host_of
from citecheck.model import Edit, Reference, Severity
from citecheck.rules.context import Context
from citecheck.rules.fixes import safe
from citecheck.rules.rule import Problem, rule

_MOST = 0.6
"""Share of the list that must have a datum before its absence is reported."""
_PREPOSITIONS = ("from",)


def _as_a_rule(context: Context, has: Callable[[Reference], bool]) -> bool:
    return sum(map(has, context.references)) >= _MOST * len(context.references)


@rule("REF501", "missing-url", Severity.ERROR)
def missing_url(context: Context) -> Iterator[Problem]:
    """An entry says where it was downloaded from, but gives no address.

    ## What it does
    Reports notes such as "Downloaded 10 February 2024 from:" that no URL or DOI follows.

    ## Why is this bad
    The reader cannot go where the writer went.

    ## Example
    "Downloaded 10 February 2024 from: Official website (president.gov.by)".

    ## Fix safety
    No fix: a host is not an address.
    """
    for reference in context.references:
        note = reference.access_note
        if note is None or note.preposition is None or reference.url or reference.doi:
            continue
        what = _target(context, reference)
        yield Problem(
            span=note.target or note.span,
            message="the access note promises an address, but "
            + (f"“{what}” stands in its place" if what else "none follows"),
            confidence=0.9,
            reference_ids=(reference.id,),
        )


def _target(context: Context, reference: Reference) -> str:
    note = reference.access_note
    target = note.target.of(context.document.text) if note and note.target else ""
    return " ".join(target.split())


@rule("REF502", "missing-identifier", Severity.INFO)
def missing_identifier(context: Context) -> Iterator[Problem]:
    """A journal article has neither a DOI nor a URL.

    ## What it does
    Reports articles with volume or issue but without DOI and URL, if most entries of the list
    have one.

    ## Why is this bad
    Nearly every journal article has a DOI (APA 7, 9.34: give it where there is one).

    ## Example
    "Europe-Asia Studies, Vol. 56, No. 8 (Dec., 2004), pp. 1191-1205." at the entry's end.

    ## Fix safety
    No fix: the identifier is to be looked up.
    """
    if not _as_a_rule(context, lambda r: bool(r.doi or r.url)):
        return
    for reference in context.references:
        article = reference.container_title and (reference.volume or reference.issue)
        if article and not (reference.doi or reference.url or reference.pmid or reference.arxiv):
            yield Problem(
                span=reference.span,
                message="this journal article has neither DOI nor URL",
                confidence=0.8,
                reference_ids=(reference.id,),
            )


@rule("REF503", "missing-container", Severity.INFO)
def missing_container(context: Context) -> Iterator[Problem]:
    """An entry names no publisher, site or journal.

    ## What it does
    Reports entries with a title but neither publisher nor container, if most entries have one.

    ## Why is this bad
    The reader cannot judge who stands behind the text (APA 7, 9.29).

    ## Example
    "Belarus Governmental Office, “Belarus, Russia sign program ...”, 2024."

    ## Fix safety
    No fix.
    """

    def has(reference: Reference) -> bool:
        return bool(reference.publisher or reference.container_title or reference.genre)

    if not _as_a_rule(context, has):
        return
    for reference in context.references:
        unread = reference.leftovers or (reference.access_note and not reference.url)
        if reference.title and not has(reference) and not unread:
            yield Problem(
                span=reference.title.span or reference.span,
                message="no publisher, site or journal is named",
                confidence=0.7,
                reference_ids=(reference.id,),
            )


@rule("REF507", "access-note-typo", Severity.INFO)
def access_note_typo(context: Context) -> Iterator[Problem]:
    """The small words of an access note are misspelt.

    ## What it does
    Reports "form:" where other notes say "from:".

    ## Why is this bad
    It is a slip that a spelling checker does not see, because "form" is a word.

    ## Example
    "Downloaded 14 February 2024 form: https://..."

    ## Fix safety
    Safe: the word is in the note alone.
    """
    text = context.document.text
    for reference in context.references:
        span = reference.access_note.preposition if reference.access_note else None
        written = span.of(text) if span else ""
        for right in _PREPOSITIONS:
            if span and fold(written) != right and slip_distance(fold(written), right, 1) == 1:
                yield Problem(
                    span=span,
                    message=f"“{written}” is probably “{right}”",
                    confidence=0.9,
                    reference_ids=(reference.id,),
                    suggestion=right,
                    fix=safe((Edit(span=span, text=right),)),
                )


@rule("REF505", "publisher-against-url", Severity.INFO)
def publisher_against_url(context: Context) -> Iterator[Problem]:
    """A word of the publisher's name is a slip away from the name of its site.

    ## What it does
    Compares long words of the publisher with the labels of the URL's host.

    ## Why is this bad
    Either the name is misspelt or the address is another's.

    ## Example
    Publisher "George c. Marchall" with an address at marshallcenter.org.

    ## Fix safety
    No fix: either may be wrong.
    """
    for reference in context.references:
        labels = (
            [fold(label) for label in host_of(reference.url.value).split(".")]
            if reference.url
            else []
        )
        for source in filter(None, (reference.publisher, reference.container_title)):
            if near := _near_label(source.value, labels):
                yield Problem(
                    span=source.span or reference.span,
                    message=f"the entry says “{source.value}”, the site is “{near}”",
                    confidence=0.6,
                    reference_ids=(reference.id,),
                )


def _near_label(name: str, labels: list[str]) -> str | None:
    tokens = [fold(word) for word in name.split() if len(word) > 5 and word.isalpha()]
    for token in tokens:
        near = next((label for label in labels if _almost_begins(label, token)), None)
        if near and not any(token in label for label in labels):
            return near
    return None


def _almost_begins(label: str, word: str) -> bool:
    size = len(word)
    return label[:2] == word[:2] and any(
        slip_distance(label[:length], word, 1) == 1 for length in (size - 1, size, size + 1)
    )
