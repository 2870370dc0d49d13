"""A finding whose cause stands in several places, at some of them only."""

from collections.abc import Callable

from citecheck.fingerprints import same_cause
from citecheck.model import Finding, Span


def narrowed(finding: Finding, kept: Callable[[Span], bool]) -> Finding | None:
    """*finding* at those of its places that are *kept*; None if none is.

    Its first place is then the first of those, and the places that are left out are not edited.
    """
    places = same_cause(finding)
    stay = [place for place in places if kept(place)]
    if len(stay) == len(places):
        return finding
    if not stay:
        return None
    gone = [place for place in places if place not in stay]
    moved = {stay[0], *gone}
    related = tuple(place for place in finding.related if place.span not in moved)
    return finding.model_copy(
        update={"span": stay[0], "related": related, "fix": _fix(finding, gone)}
    )


def _fix(finding: Finding, gone: list[Span]) -> object:
    if finding.fix is None:
        return None
    edits = tuple(
        edit for edit in finding.fix.edits if not any(place.contains(edit.span) for place in gone)
    )
    return finding.fix.model_copy(update={"edits": edits}) if edits else None
