"""Letters to years, so that no two works are cited alike: in citations and in the list."""

import string
from collections import defaultdict
from collections.abc import Sequence

from citecheck.converting.printing import named_and_dated
from citecheck.model import Reference
from citecheck.styles.style import Style


def told_apart(order: Sequence[Reference], style: Style) -> list[Reference]:
    """*order* with letters where *style* would cite two works of it in the same words."""
    alike: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in order:
        alike[named_and_dated(reference, "", style)].append(reference)
    letters = {
        reference.id: letter
        for group in alike.values()
        if 1 < len(group) <= len(string.ascii_lowercase)
        for letter, reference in zip(string.ascii_lowercase, group, strict=False)
    }
    return [_with_letter(reference, letters.get(reference.id, "")) for reference in order]


def _with_letter(reference: Reference, letter: str) -> Reference:
    if not letter or reference.issued is None or reference.issued.year is None:
        return reference
    issued = reference.issued.model_copy(update={"suffix": letter})
    return reference.model_copy(update={"issued": issued})


def spelt(reference: Reference, known: Reference) -> Reference:
    """*reference* whose raw text says the letter of its year, if *known*, as read, had another."""
    old, new = known.issued, reference.issued
    if not (old and new and old.span and old.year) or old.suffix == new.suffix:
        return reference
    start = max(old.span.start - known.span.start, 0)
    digits = str(old.year)
    at = known.raw.find(digits, start, start + len(old.span))
    if at < 0:
        return reference
    before, after = known.raw[: at + len(digits)], known.raw[at + len(digits) :]
    raw = f"{before}{new.suffix}{after.removeprefix(old.suffix)}"
    return reference.model_copy(update={"raw": raw})
