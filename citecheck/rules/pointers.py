"""CIT111: notes that point to others by number, "Ash (n 6) 12"."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from citecheck.language.folding import letters
from citecheck.model import Citation, CitationSystem, Edit, RelatedPlace, Severity, Span
from citecheck.rules.context import Context
from citecheck.rules.fixes import unsafe
from citecheck.rules.grouping import shown
from citecheck.rules.rule import Problem, rule


class _Pointer(NamedTuple):
    """A citation in note number ``at`` that sends the reader to another note for its work."""

    citation: Citation
    work: str
    at: int
    number: int
    digits: Span


class _Notes(NamedTuple):
    """The notes by number, the citations in each with their works, and the pointers."""

    text: str
    spans: Mapping[int, Span]
    works: Mapping[int, dict[str, Citation]]
    pointers: Sequence[_Pointer]


@rule("CIT111", "wrong-note", Severity.WARNING)
def wrong_note(context: Context) -> Iterator[Problem]:
    """A note sends the reader to a note that cites other works.

    ## What it does
    Reports "(n 6)", "supra note 6" and their like behind a name, where note 6 cites works of
    others only, and an earlier note has the work that is meant. Silent where most numbers point
    astray: such notes are counted in a way of their own.

    ## Why is this bad
    The numbers of notes shift when a note is added; those that were typed stay (OSCOLA 4, 1.2.1).

    ## Example
    Note 9 says "Ferrar (n 6) 12", note 6 cites Colet, note 7 Ferrar.

    ## Fix safety
    Unsafe: the number of the first note with that work; another note may be meant.
    """
    notes = _notes(context)
    astray = [pointer for pointer in notes.pointers if _is_astray(pointer, notes)]
    if 2 * len(astray) > len(notes.pointers):
        return
    for citation, work, at, number, digits in astray:
        first = min((n for n in notes.works if n < at and work in notes.works[n]), default=0)
        if first:
            place = RelatedPlace(span=notes.works[first][work].span, message="first cited here")
            yield Problem(
                span=citation.span,
                message=f"“{shown(citation)}”: note {number} cites other works; this one is in "
                f"note {first}",
                confidence=0.85,
                related=(place,),
                reference_ids=(work,),
                citation_ids=(citation.id,),
                suggestion=str(first),
                fix=unsafe((Edit(span=digits, text=str(first)),)),
            )


def _is_astray(pointer: _Pointer, notes: _Notes) -> bool:
    """Whether the note pointed to stands before, cites other works, and has not even the name."""
    works = notes.works.get(pointer.number, {})
    if not works or pointer.work in works or pointer.number >= pointer.at:
        return False
    said = letters(notes.spans[pointer.number].of(notes.text))
    return not any(letters(name.family) in said for name in pointer.citation.names)


def _notes(context: Context) -> _Notes:
    found = [
        (citation, match.reference_ids[0])
        for citation, match in context.resolved
        if citation.system is CitationSystem.NOTE
    ]
    if not found:
        return _Notes("", {}, {}, ())
    from citecheck.citations.footnotes import definitions
    from citecheck.citations.note_references import NOTE_NUMBER
    from citecheck.citations.prose import prose_of

    text = prose_of(context.document, context.sections)
    spans = max(definitions(text), definitions(text, plain=True), key=len)
    starts = [span.start for span in spans.values()]
    works: dict[int, dict[str, Citation]] = {}
    pointers = []
    for citation, work in found:
        at = bisect_right(starts, citation.span.start)
        number = NOTE_NUMBER.search(text, citation.span.start, citation.span.end)
        works.setdefault(at, {}).setdefault(work, citation)
        if number and citation.names:
            group = number.lastindex or 0
            digits = Span(start=number.start(group), end=number.end(group))
            pointers.append(_Pointer(citation, work, at, int(number[group]), digits))
    return _Notes(text, spans, works, pointers)
