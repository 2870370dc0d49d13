"""One defect planted, checked, and compared with what was expected."""

import random

from citecheck.model import Finding
from tests.planting.draft import Draft, check, moved, news
from tests.planting.planted import Kind, Planted


def chosen(sound: Draft, kind: Kind, seed: int) -> Planted:
    """One of the places there are for a defect of *kind*, by *seed*."""
    chance = random.Random(f"{sound.name} {kind.__name__} {seed}")
    return chance.choice(list(kind(sound, chance)))


def complaints(sound: Draft, planted: Planted) -> list[str]:
    """In what the findings differ from the one expected; none if it came alone, at its place."""
    after = check(sound.planted(planted.edits), sound.name)
    came, went = news(sound.report, after)
    wrong = [f"lost {name} “{text}”" for name, text in went]
    came = [f for f in came if f.name != planted.consequence]
    expected = [f for f in came if f.name == planted.rule]
    wrong += [f"also {shown(f, after.document.text)}" for f in came if f not in expected[:1]]
    if not expected:
        return [f"no {planted.rule}", *wrong]
    finding = expected[0]
    place = moved(planted.edits, planted.place)
    places = [finding.span, *(p.span for p in finding.related if planted.related)]
    if not any(span.overlaps(place) for span in places):
        wrong.append(f"elsewhere: {shown(finding, after.document.text)}")
    if planted.suggestion and planted.suggestion not in (finding.suggestion or ""):
        wrong.append(f"suggests {finding.suggestion!r}, not {planted.suggestion!r}")
    return wrong


def shown(finding: Finding, text: str) -> str:
    """A finding in a message."""
    return f"{finding.name} “{finding.span.of(text)[:60]}”: {finding.message}"


def described(sound: Draft, planted: Planted) -> str:
    """The defect as a change of text."""
    edits = (f"{e.span.of(sound.text)[:80]!r} -> {e.text[:80]!r}" for e in planted.edits[:3])
    return "; ".join(edits)
