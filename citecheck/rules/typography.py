"""FRM6xx: stops and quotation marks."""

import re
from collections import Counter
from collections.abc import Iterator

from citecheck.language.folding import fold
from citecheck.model import Citation, Edit, Reference, Severity, Span
from citecheck.rules.context import Context
from citecheck.rules.fixes import safe, unsafe
from citecheck.rules.grouping import also_here, shown
from citecheck.rules.rule import Problem, rule

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘", '"': '"', "「": "」"}
_OPENING = {"”": "“", "»": "«", "’": "‘", '"': '"', "」": "「"}
# What a citation may stand behind within its sentence: "cf. [3]", "Ash et al. [3]".
_ABBREVIATED = frozenset(
    "al cf cfr vgl s siehe bspw z.b usw vid cit ref refs e.g eg i.e jf jfr zob por np bijv f.eks"
    " t.ex p.ex p.ej w r st c jh jhdt g г гг в вв см ср напр др див пор".split()
)
_LEAD_IN = 12
_BACKTICK = re.compile(r"(?<=[^\W\d_])`")
_LONE_CLOSING = re.compile(r"(?<=[^\W_])’(?=[:;,.!?]|$)")
_STRAIGHT_OPENING = re.compile(r"(?<![\w'])'(?=\w)")


@rule("FRM601", "stop-before-citation", Severity.INFO)
def stop_before_citation(context: Context) -> Iterator[Problem]:
    """The full stop stands before the citation instead of behind it.

    ## What it does
    Reports citations in parentheses that follow a full stop and begin no sentence of their own,
    once for the document, unless the writer does so as a rule.

    ## Why is this bad
    The citation belongs to the sentence (APA 7, 8.11; MLA 9, 6.43); behind the stop it belongs to
    none, or to the next. Block quotations are the exception.

    ## Example
    "... turning away from Russia. (Astapeni, 2021). Despite ..."

    ## Fix safety
    Unsafe: the stop moves behind the citation; a block quotation rightly ends with its stop.
    """
    text = context.document.text
    enclosed = [c for c in context.citations if c.group and not c.narrative]
    late = [c for c in enclosed if _follows_stop(text, c)]
    if not late or 2 * len(late) > len(enclosed):
        return
    first = late[0]
    yield Problem(
        span=first.group or first.span,
        message=f"the full stop stands before “{_enclosed(text, first)}” instead of after it",
        confidence=0.8,
        related=also_here(c.group or c.span for c in late[1:]),
        citation_ids=tuple(citation.id for citation in late),
        fix=unsafe(edit for citation in late for edit in _stop_moved(text, citation)),
    )


def _enclosed(text: str, citation: Citation) -> str:
    """The citation in its brackets; of those by name the one work alone."""
    if citation.names or not citation.group:
        return f"({shown(citation)})"
    return " ".join(citation.group.of(text).split())


def _stop_moved(text: str, citation: Citation) -> Iterator[Edit]:
    """The stop before the citation gone, and one behind it."""
    group = citation.group or citation.span
    stop = text.rindex(".", 0, group.start)
    yield Edit(span=Span(start=stop, end=stop + 1), text="")
    if text[group.end : group.end + 1] != ".":
        yield Edit(span=Span(start=group.end, end=group.end), text=".")


def _follows_stop(text: str, citation: Citation) -> bool:
    group = citation.group or citation.span
    before = text[max(0, group.start - _LEAD_IN) : group.start].rstrip()
    after = text[group.end : group.end + 2].lstrip()
    if fold(before.rpartition(" ")[2]).strip(".(") in _ABBREVIATED:
        return False
    return before.endswith(".") and not before.endswith("..") and after[:1] in ("", ".", "\n")


def _inside(reference: Reference) -> str:
    """The title as it stands between its outer quotation marks."""
    span = reference.title.span if reference.title else None
    if span is None:
        return ""
    offset = reference.span.start
    return reference.raw[span.start - offset : span.end - offset]


@rule("FRM602", "unbalanced-quote", Severity.WARNING)
def unbalanced_quote(context: Context) -> Iterator[Problem]:
    """The quotation mark before or after a title has no partner.

    ## What it does
    Reports titles that open with a quotation mark and never close, or close without opening.

    ## Why is this bad
    Where the title ends is anyone's guess, for readers and for reference managers.

    ## Example
    "“Belarus Is Fast Becoming a ‘Vassal State’ of Russia, The New York Times, 2023."

    ## Fix safety
    Unsafe: the partner goes where the title seems to end; the author has to say where it does.
    """
    for reference in context.references:
        quotes, title = reference.quotes, reference.title
        if quotes is None or title is None or (quotes.open and quotes.close):
            continue
        mark = quotes.open or quotes.close
        if mark and _has_partner(mark.of(context.document.text), title.value):
            continue
        missing = "closes" if quotes.open else "opens"
        yield Problem(
            span=mark or reference.span,
            message=f"the title's quotation mark never {missing}",
            confidence=0.85,
            reference_ids=(reference.id,),
            suggestion=f"the title seems to be “{title.value}”",
            fix=unsafe(_partner(context, reference)),
        )


def _partner(context: Context, reference: Reference) -> Iterator[Edit]:
    """The mark that is missing, at the other end of the title."""
    quotes, span = reference.quotes, reference.title.span if reference.title else None
    if quotes is None or span is None:
        return
    text = context.document.text
    if quotes.open and (mark := _PAIRS.get(quotes.open.of(text)[:1], "")[:1]):
        yield Edit(span=Span(start=span.end, end=span.end), text=mark)
    elif quotes.close and (mark := _OPENING.get(quotes.close.of(text)[:1], "")):
        yield Edit(span=Span(start=span.start, end=span.start), text=mark)


def _has_partner(mark: str, title: str) -> bool:
    """Whether the mark belongs to a quotation inside the title, not to the title itself."""
    partners = _PAIRS.get(mark[:1], "") if mark[:1] != '"' else ""
    return any(partner in title for partner in partners)


@rule("FRM603", "mixed-quotes", Severity.INFO)
def mixed_quotes(context: Context) -> Iterator[Problem]:
    """Quotation marks of two kinds, or one without its partner, in or around a title.

    ## What it does
    Reports outer marks that are no pair («...”), a straight mark closed by a curved one, and a
    lone closing mark inside a title.

    ## Why is this bad
    It is a slip of the keyboard that survives into every copy of the list.

    ## Example
    "“Analysts over 'harming national security’”".

    ## Fix safety
    Safe where most titles of the list stand between one pair, which then replaces the odd one.
    """
    text, usual = context.document.text, _usual_pair(context)
    for reference in context.references:
        quotes = reference.quotes
        if quotes is None or reference.title is None:
            continue
        span = reference.title.span or reference.span
        if quotes.open and quotes.close and not _is_pair(text, quotes.open, quotes.close):
            pair = f"{quotes.open.of(text)}…{quotes.close.of(text)}"
            message = f"the title's quotation marks are no pair: {pair}"
            fix = safe(_as_usual(quotes.open, quotes.close, usual))
            span = Span(start=quotes.open.start, end=quotes.close.end)
        elif _is_mixed(_inside(reference)):
            message = "a quotation mark inside the title has no partner of its kind"
            fix = None
        else:
            continue
        yield Problem(
            span=span, message=message, confidence=0.7, reference_ids=(reference.id,), fix=fix
        )


def _usual_pair(context: Context) -> tuple[str, str] | None:
    """The marks between which more than half of the quoted titles stand."""
    text = context.document.text
    pairs = Counter(
        (quotes.open.of(text), quotes.close.of(text))
        for reference in context.references
        if (quotes := reference.quotes) and quotes.open and quotes.close
    )
    pair, count = max(pairs.items(), key=lambda item: item[1], default=(None, 0))
    return pair if 2 * count > pairs.total() and count > 2 else None


def _as_usual(opening: Span, closing: Span, usual: tuple[str, str] | None) -> Iterator[Edit]:
    if usual and len(opening) == len(closing) == 1:
        yield Edit(span=opening, text=usual[0])
        yield Edit(span=closing, text=usual[1])


def _is_pair(text: str, opening: Span, closing: Span) -> bool:
    one, other = opening.of(text), closing.of(text)
    return one[:1] not in _PAIRS or other[:1] in _PAIRS[one[:1]]


def _is_mixed(title: str) -> bool:
    lone = len(_LONE_CLOSING.findall(title))
    return lone > title.count("‘") + title.count("‚")


@rule("FRM604", "backtick-apostrophe", Severity.INFO)
def backtick_apostrophe(context: Context) -> Iterator[Problem]:
    """A backtick stands where an apostrophe belongs.

    ## What it does
    Reports ` or ´ after a letter in the title of an entry.

    ## Why is this bad
    It looks wrong, and a search for the title with an apostrophe misses it.

    ## Example
    "Could Russia`s Reliance on Belarus be its Soft Underbelly?"

    ## Fix safety
    Safe: the character alone changes.
    """
    for reference in context.references:
        inside = _inside(reference)
        span = reference.title.span if reference.title else None
        places = [match.start() for match in _BACKTICK.finditer(inside.replace("´", "`"))]
        if span is None or not places or _is_code(inside):
            continue
        spans = [Span(start=span.start + at, end=span.start + at + 1) for at in places]
        yield Problem(
            span=spans[0],
            message=f"“{inside[places[0]]}” stands for an apostrophe",
            confidence=0.9,
            related=also_here(spans[1:]),
            reference_ids=(reference.id,),
            suggestion="’",
            fix=safe(Edit(span=s, text="’") for s in spans),
        )


def _is_code(title: str) -> bool:
    """Backticks in pairs around a word are Markdown or LaTeX, not apostrophes."""
    return bool(re.search(r"(?<![\w`])`{1,3}\w", title))
