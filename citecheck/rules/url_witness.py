"""DAT305, REF504, REF506: the entry against its own URL, without asking the network."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from citecheck.language.folding import fold, words
from citecheck.matching.entries import host_of, site_label
from citecheck.model import Edit, Reference, Severity, Span
from citecheck.rules.context import Context
from citecheck.rules.fixes import safe, unsafe
from citecheck.rules.mending import redated
from citecheck.rules.rule import Problem, rule
from citecheck.rules.slugs import cut_tail, miswritten_word, slug_date, slug_words

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi)$"
)


@rule("DAT305", "year-against-url", Severity.ERROR)
def year_against_url(context: Context) -> Iterator[Problem]:
    """The year of an entry is not the year in its URL.

    ## What it does
    Compares the listed year with a full date, or a folder per month, in the URL. Numbers, bare
    years and upload folders say nothing and stay silent.

    ## Why is this bad
    News sites put the day of publication into the address; one of the two is wrong.

    ## Example
    "Reuters, 2023. ... amid-sanctions-2022-03-14/".

    ## Fix safety
    Unsafe: the year of the URL goes into the entry and its citations; the page may have been
    republished.
    """
    for reference in context.references:
        issued, url = reference.issued, reference.url
        date = slug_date(url.value) if url else None
        if date is None or issued is None or issued.year is None or issued.year == date.year:
            continue
        last = issued.end.year if issued.end and issued.end.year else issued.year
        if issued.year <= date.year <= last:
            continue
        yield Problem(
            span=issued.span or reference.span,
            message=f"the entry says {issued.year}, its URL {date.written}",
            confidence=0.85,
            reference_ids=(reference.id,),
            suggestion=str(date.year),
            fix=unsafe(redated(context, reference, date.year)),
        )


@rule("REF504", "title-against-url", Severity.WARNING)
def title_against_url(context: Context) -> Iterator[Problem]:
    """A word of the title is written otherwise in the URL, or the title stops before the URL does.

    ## What it does
    Lays the readable words of the URL beside those of the title. Reports one word miswritten
    between equal ones, and a title whose every word the URL repeats before going on. Addresses
    that shorten, paraphrase or transliterate the title stay silent.

    ## Why is this bad
    The address was copied, the title often typed.

    ## Example
    Title "Rethinking Western polity", URL ".../rethinking-western-policy-towards-belarus".

    ## Fix safety
    Unsafe: the words of the URL go into the title; the title on the page decides.
    """
    for reference in context.references:
        if not (reference.title and reference.url):
            continue
        title, slug = reference.title, slug_words(reference.url.value)
        if not slug:
            continue
        if pair := miswritten_word(title.value, slug):
            yield _miswritten(context, reference, *pair)
        elif tail := cut_tail(title.value, slug, _known_words(reference)):
            yield Problem(
                span=title.span or reference.span,
                message=f"the title stops where its URL goes on: “{' '.join(tail)}”",
                confidence=0.6,
                reference_ids=(reference.id,),
                suggestion=f"{title.value} {' '.join(tail)}",
                fix=unsafe(_appended(title.span, f" {' '.join(tail)}")),
            )


def _miswritten(context: Context, reference: Reference, listed: str, given: str) -> Problem:
    """The word *listed* of the title, which the URL writes *given*."""
    title = reference.title.span if reference.title else None
    span = _word_span(context, title, listed) or title or reference.span
    written = span.of(context.document.text)
    word = _in_case(written, given)
    return Problem(
        span=span,
        message=f"the title has “{written}”, its URL “{given}”",
        confidence=0.8,
        reference_ids=(reference.id,),
        suggestion=word,
        fix=unsafe((Edit(span=span, text=word),) if fold(written) == listed else ()),
    )


def _appended(span: Span | None, text: str) -> tuple[Edit, ...]:
    return (Edit(span=Span(start=span.end, end=span.end), text=text),) if span else ()


def _word_span(context: Context, title: Span | None, word: str) -> Span | None:
    if title is None:
        return None
    for match in re.finditer(r"[^\W_]+", title.of(context.document.text)):
        if fold(match[0]) == word:
            return Span(start=title.start + match.start(), end=title.start + match.end())
    return None


def _in_case(written: str, word: str) -> str:
    return word.capitalize() if written[:1].isupper() else word


def _known_words(reference: Reference) -> frozenset[str]:
    values = (reference.publisher, reference.container_title)
    known = {word for value in values if value for word in words(value.value)}
    known |= {word for name in reference.names for word in words(name.sort_name + name.given)}
    host = host_of(reference.url.value) if reference.url else ""
    return frozenset(known | set(words(host)) | {site_label(host)})


@rule("REF506", "tracking-parameters", Severity.INFO)
def tracking_parameters(context: Context) -> Iterator[Problem]:
    """A URL carries parameters that only tell advertisers where the reader came from.

    ## What it does
    Reports utm_*, fbclid, gclid and the like.

    ## Why is this bad
    They lengthen the address, tell on the writer, and do not help to find the page.

    ## Example
    "https://example.org/a?utm_source=newsletter".

    ## Fix safety
    Safe: the address without them opens the same page.
    """
    for reference in context.references:
        clean = without_tracking(reference.url.value) if reference.url else ""
        if not reference.url or clean == reference.url.value:
            continue
        span = reference.url.span
        is_escaped = span is not None and "\xad" in span.of(context.document.text)  # "a\&b"
        edits = (Edit(span=span, text=clean),) if span and not is_escaped else ()
        yield Problem(
            span=span or reference.span,
            message="the URL carries tracking parameters",
            confidence=0.95,
            reference_ids=(reference.id,),
            suggestion=clean,
            fix=safe(edits),
        )


def without_tracking(url: str) -> str:
    """*url* without its tracking parameters, otherwise unaltered."""
    if "?" not in url:
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    pairs = parts.query.split("&")
    kept = [pair for pair in pairs if not _TRACKING.match(pair.lower().partition("=")[0])]
    return url if len(kept) == len(pairs) else urlunsplit(parts._replace(query="&".join(kept)))
