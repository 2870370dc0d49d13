"""Whether the text means an entry that it does not cite in any way that is read as citing."""

import re

from citecheck.language.folding import letters, words
from citecheck.language.subtitles import main_title
from citecheck.model import Reference
from citecheck.rules.context import Context

_FEW = 6
_SAME_START = 6
"""Letters that a name shares with its form in another language."""
_SHORT = 4
_LONGEST_HEAD = 80
_HEAD_END = re.compile(r"\)(?=[.,]? )|[^\W_](?=[.:,] [^\W\d_a-z])")
_SUBDIVISION = re.compile(r"(?<=\s)[-–—](?=\s)|[.,;(/]")


def is_named(context: Context, reference: Reference) -> bool:
    """Whether the text names the author, or the work, outside all citations; or cites other works
    of the author of an entry without a year.

    If another work of the same author is cited, the name in the text is owed to that, unless the
    entry has no year by which it could be cited.
    """
    first = reference.names[0].sort_name if reference.names else ""
    if context.name_counts[letters(first)] and reference.issued:
        return False
    if not reference.names:
        heading = words(reference.title.value)[:6] if reference.title else []
    else:
        heading = words(_SUBDIVISION.split(first, maxsplit=1)[0])
    telling = [word for word in heading if len(word) > 3] or heading
    if telling and all(word in context.prose_words for word in telling):
        return True
    return (
        _is_named_in_translation(context, reference)
        or _is_cited_by_acronym(context, reference)
        or _is_named_by_title(context, reference)
        or _is_one_of_many(context, reference)
    )


def _is_named_by_title(context: Context, reference: Reference) -> bool:
    """Whether the text has the main title: "in Hamlet", for "Shakespeare, William. Hamlet"."""
    title = main_title(reference.title.value) if reference.title else ""
    return len(letters(title)) > _SHORT and _stands_in_text(context, title)


def is_cited_by_number(context: Context, reference: Reference) -> bool:
    """Whether the text has what a nameless entry begins with, a number included: "NOU 2015: 8"."""
    if reference.names or reference.id in context.elsewhere:
        return False
    for end in _HEAD_END.finditer(reference.raw[:_LONGEST_HEAD]):
        head = reference.raw[: end.end()]
        numbered = any(map(str.isdigit, head)) and len(letters(head)) > _SHORT
        if numbered and _stands_in_text(context, head):
            return True
    return False


def _stands_in_text(context: Context, sought: str) -> bool:
    """Whether *sought* stands so outside the lists."""
    text = context.document.text
    lists = [section.span for section in context.sections]
    at = text.find(sought)
    while at >= 0:
        end = at + len(sought)
        within = next((span for span in lists if span.start <= at < span.end), None)
        if not (within or text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(sought, within.end if within else end)
    return False


def _is_one_of_many(context: Context, reference: Reference) -> bool:
    """Whether no year tells the entry from works of its author that are cited: "NBS, 2024" for
    "NBS. Yearbook, several editions" among others.
    """
    first = _author(reference)
    return not reference.issued and any(
        _author(other) == first for other in context.references if other.id in context.cited_ids
    )


def _author(reference: Reference) -> str:
    """The bare letters that the entry stands under: its author's, else its title's."""
    title = reference.title.value if reference.title else reference.id
    return letters(reference.names[0].sort_name if reference.names else title)


def _is_named_in_translation(context: Context, reference: Reference) -> bool:
    """Whether the text has a name of one word in another language's form: "Aristotle"."""
    first = reference.names[0] if reference.names else None
    name = letters(first.sort_name) if first and not first.given else ""
    start = name[:_SAME_START]
    return len(name) > _SAME_START and any(
        word.startswith(start) and abs(len(word) - len(name)) < 4 for word in context.prose_words
    )


def _is_cited_by_acronym(context: Context, reference: Reference) -> bool:
    """Whether the year follows capitals of the title: "the GTRP database (2017)"."""
    year = reference.issued.year if reference.issued else None
    if year is None or reference.title is None:
        return False
    capitals = re.findall(r"(?<!\w)[A-Z]{3,12}(?!\w)", reference.title.value)
    return any(
        re.search(rf"(?<!\w){word}(?: \w{{1,20}})? \({year}\)", context.document.text)
        for word in capitals[:_FEW]
    )
