"""The texts to measure with."""

import re
from pathlib import Path

from citecheck.model import Reference

REPOSITORY = Path(__file__).resolve().parents[2]
ESSAY = REPOSITORY.parent / "shared" / "essay" / "essay.txt"
EXAMPLE = REPOSITORY / "references" / "draft.txt"


def draft() -> Path:
    """The essay where it is at hand, else the bundled example."""
    return ESSAY if ESSAY.exists() else EXAMPLE


def enlarged(text: str, times: int) -> str:
    """*text* with its body and its list *times* as long, names unlike in every copy.

    Each name gets letters of its own in each copy ("Ferris", "Ferrisbac", "Ferrisbad"), so that
    entries, citations and their matches grow as the text does.
    """
    import citecheck

    report = citecheck.check(text)
    names = {word for reference in report.references for word in words_of_names(reference)}
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, sorted(names))) + r")\b")
    begin = report.sections[0].span.start
    entries = [reference.raw for reference in report.references]
    heading = text[begin:].split("\n", 1)[0]
    bodies = [renamed(pattern, text[:begin], copy) for copy in range(times)]
    lists = [renamed(pattern, entry, copy) for entry in entries for copy in range(times)]
    return "".join(bodies) + "\n".join([heading, *lists]) + "\n"


def words_of_names(reference: Reference) -> list[str]:
    """Family and given names, and of organisations the first word; initials left out."""
    words = [w for n in reference.names for w in (n.family, *n.given.split(), n.literal) if w]
    return [word.split()[0] for word in words if not word.endswith(".")]


def renamed(pattern: re.Pattern[str], text: str, copy: int) -> str:
    """*text* with the names of copy number *copy*; the first keeps its own."""
    if copy == 0:
        return text
    ending = "ba" + "bcdfghklmnprstvz"[copy]
    return pattern.sub(lambda match: match.group(1) + ending, text)
