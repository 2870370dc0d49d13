"""REG9xx, identity: whether the registries know the work, and what became of it.

The evidence was collected before; nothing asks here, and who did not answer is no evidence.
"""

from collections.abc import Iterator

from citecheck.agreement.containers import container_agrees
from citecheck.agreement.literature import is_grey, is_preprint
from citecheck.agreement.lookups import nowhere_found
from citecheck.model import Edit, Reference, Severity, Span
from citecheck.model.verification import Lookup, RegistryRecord
from citecheck.rules.context import Context
from citecheck.rules.fixes import unsafe
from citecheck.rules.registered import Standing, unknown_identifiers
from citecheck.rules.rule import Problem, rule

DOI = "https://doi.org/"
_RETRACTED = ("retraction", "withdrawal", "removal", "partial_retraction", "retracted")
_NOTICES = ("correction", "corrigendum", "erratum", "expression_of_concern", "concern", "addendum")
_COMPLETE = ("10.", "arxiv")
"""Identifiers whose registries know all of them; ISBN, handles and URNs are looked up where some
are missing."""


def described(record: RegistryRecord) -> str:
    """A record in a line: "Crossref: Deen et al., “An Ever Closer Union”, 2021"."""
    names = [name.sort_name for name in record.author or record.editor]
    who = f"{names[0]}{' et al.' * (len(names) > 1)}, " if names else ""
    year = f", {record.issued[0].year}" if record.issued else ""
    return f"{record.registry}: {who}“{record.title}”{year}"


def problem(standing: Standing, span: Span | None, message: str, confidence: float) -> Problem:
    """A problem with an entry, at *span* or at the whole of it."""
    reference = standing.reference
    return Problem(
        span=span or reference.span,
        message=message,
        confidence=confidence,
        reference_ids=(reference.id,),
        evidence=(described(standing.record),) if standing.record else (),
    )


def _identifier_span(reference: Reference) -> Span | None:
    value = reference.doi or reference.arxiv or reference.pmid or reference.isbn or reference.url
    return value.span if value else None


def _doi_of(lookup: Lookup | None) -> str | None:
    return f"{DOI}{lookup.record.doi}" if lookup and lookup.record and lookup.record.doi else None


def _replaced(reference: Reference, standing: Standing) -> tuple[Edit, ...]:
    """The right DOI in the place of the wrong one, in the form in which that stands."""
    span, record = reference.doi.span if reference.doi else None, standing.record
    if span is None or record is None or not record.doi:
        return ()
    return (Edit(span=span, text=record.doi),)


@rule("REG901", "wrong-doi", Severity.ERROR)
def wrong_doi(context: Context) -> Iterator[Problem]:
    """The DOI or other number of an entry belongs to another work.

    ## What it does
    With `--verify`, reports identifiers whose record has another title and other authors, and
    names the right one if a search finds it.

    ## Why is this bad
    The number is what programs and readers follow; it leads them elsewhere.

    ## Example
    An entry on tides with the DOI of the article on the page before.

    ## Fix safety
    Unsafe: the DOI that was found replaces the listed one; the entry may be what is wrong.
    """
    for standing in context.registered.values():
        if standing.other and standing.other.record:
            reference = standing.reference
            found = problem(
                standing,
                _identifier_span(reference),
                f"{standing.other.by} is the number of another work",
                0.9,
            )
            yield found._replace(
                evidence=(described(standing.other.record), *found.evidence),
                suggestion=_doi_of(standing.same),
                fix=unsafe(_replaced(reference, standing)),
            )


@rule("REG902", "unknown-identifier", Severity.WARNING)
def unknown_identifier(context: Context) -> Iterator[Problem]:
    """No registry has a record of an entry's DOI or other number.

    ## What it does
    With `--verify`, reports identifiers that every registry asked answers with "not found", and
    names the right one if a search finds it. Books, handles and URNs, which registries do not
    know completely, are information only.

    ## Why is this bad
    The number is mistyped, or was never registered.

    ## Example
    "10.1000/xyz132" instead of "10.1000/xyz123".

    ## Fix safety
    Unsafe: the DOI that was found replaces the listed one.
    """
    for standing in context.registered.values():
        for identifier, names in unknown_identifiers(standing):
            found = problem(
                standing,
                _identifier_span(standing.reference),
                f"no record of {identifier} found in {', '.join(names)}",
                0.8,
            )
            is_sure = identifier.lower().startswith(_COMPLETE)
            yield found._replace(
                severity=None if is_sure else Severity.INFO,
                suggestion=_doi_of(standing.same),
                fix=unsafe(_replaced(standing.reference, standing)),
            )


@rule("REG903", "no-record", Severity.INFO)
def no_record(context: Context) -> Iterator[Problem]:
    """The registries that were asked have no record of a work.

    ## What it does
    With `--verify`, names articles, books and the like that were searched for in vain. Web pages,
    news, government papers and other grey literature are not searched for.

    ## Why is this bad
    It may not be: no registry is complete. Title, authors or year may be wrong.

    ## Example
    A chapter whose title was remembered, not copied.

    ## Fix safety
    No fix.
    """
    verification = context.verification
    for standing in context.registered.values():
        reference = standing.reference
        searched = any(lookup.by == "search" for lookup in standing.lookups)
        said = nowhere_found(verification.lookups if verification else (), reference.id)
        if searched and said and not is_grey(reference):
            yield problem(standing, None, said, 0.5)


@rule("REG904", "missing-doi", Severity.INFO)
def missing_doi(context: Context) -> Iterator[Problem]:
    """The work has a DOI, the entry does not give it.

    ## What it does
    With `--verify`, names the DOI of entries without one that a registry is sure to have found.

    ## Why is this bad
    A DOI outlives addresses (APA 7, 9.34: give it for all works that have one).

    ## Example
    A journal article with volume and pages alone.

    ## Fix safety
    No fix: where it goes depends on the style; `references --fixed` knows.
    """
    for standing in context.registered.values():
        same, reference = standing.same, standing.reference
        if same is None or reference.doi or standing.identified or same.other_form:
            continue
        if _stands_elsewhere(reference, standing.record):
            continue
        doi = _doi_of(same)
        if doi and not (reference.url and "doi.org/" in reference.url.value):
            found = problem(standing, None, "the work has a DOI, which the entry lacks", same.score)
            yield found._replace(suggestion=doi, confidence=min(0.9, same.score))


def _stands_elsewhere(reference: Reference, record: RegistryRecord | None) -> bool:
    """Whether the record is in another journal or book: perhaps another publication of the work."""
    container = reference.container_title
    if not container or not record:
        return False
    return container_agrees(container.value, record.container_title) is False


@rule("REG905", "retracted-work", Severity.ERROR)
def retracted_work(context: Context) -> Iterator[Problem]:
    """The work was retracted.

    ## What it does
    With `--verify`, reports works whose registry holds a notice of retraction or withdrawal,
    unless the entry says so itself.

    ## Why is this bad
    What it claims no longer stands; whoever cites it has to say why.

    ## Example
    An article that the journal withdrew for invented data.

    ## Fix safety
    No fix.
    """
    for standing in context.registered.values():
        notice = _notice(standing, _RETRACTED)
        if notice and "retract" not in standing.reference.raw.casefold():
            found = problem(standing, None, "the work was retracted", 0.95)
            yield found._replace(evidence=(*found.evidence, notice))


@rule("REG906", "corrected-work", Severity.INFO)
def corrected_work(context: Context) -> Iterator[Problem]:
    """The work was corrected, or its publisher has expressed concern about it.

    ## What it does
    With `--verify`, reports works whose registry holds a correction, an erratum or an expression
    of concern.

    ## Why is this bad
    What is quoted from it may be what was corrected.

    ## Example
    An article with a corrigendum to its table 2.

    ## Fix safety
    No fix.
    """
    for standing in context.registered.values():
        notice = _notice(standing, _NOTICES)
        if notice and not _notice(standing, _RETRACTED):
            found = problem(standing, None, "there is a correction or a notice to this work", 0.9)
            yield found._replace(evidence=(*found.evidence, notice))


def _notice(standing: Standing, types: tuple[str, ...]) -> str:
    """The first notice of one of *types*, in words."""
    record = standing.record
    for update in record.updates if record else ():
        if update.type.casefold().replace("-", "_").replace(" ", "_") in types:
            where = f": {DOI}{update.doi}" if update.doi else ""
            year = f" of {update.issued.year}" if update.issued else ""
            return f"{update.type.replace('-', ' ').replace('_', ' ')}{year}{where}"
    return ""


@rule("REG907", "published-preprint", Severity.INFO)
def published_preprint(context: Context) -> Iterator[Problem]:
    """A preprint is listed of a work that has been published since.

    ## What it does
    With `--verify`, reports entries on a preprint whose registry names the published version.

    ## Why is this bad
    The published version was reviewed, and may say something else (APA 7, 10.8: cite the final
    version where possible).

    ## Example
    "arXiv:1706.03762" for a paper that stands in a volume of proceedings.

    ## Fix safety
    No fix: volume and pages change too, and the preprint may be what was read.
    """
    for standing in context.registered.values():
        if is_preprint(standing.reference) and (published := _published(standing)):
            found = problem(standing, None, "the preprint has been published since", 0.85)
            yield found._replace(suggestion=published)


def _published(standing: Standing) -> str:
    """Where the published version is, "" if there is none."""
    record = standing.record
    related = record.related.get("is-preprint-of", ()) if record else ()
    if related:
        return f"{DOI}{related[0]}" if related[0].startswith("10.") else related[0]
    others = [lookup for lookup in standing.lookups if lookup.other_form and lookup.record]
    return (_doi_of(others[0]) or "") if others else ""
