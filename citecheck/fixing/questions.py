"""A finding as the question that a teacher or an editor would ask in the margin."""

from citecheck.model import Finding

# By rule code: what is asked behind the message; "{}" is the suggestion, without which the second
# form is asked. A rule that stands in no line is asked about by _WITH and _WITHOUT.
_ASKED: dict[str, tuple[str, str]] = {
    "CIT101": ("Is {} meant?", "Which work is meant? It should stand in the list."),
    "CIT102": ("Is {} meant?", "Does the entry belong in the list, or is a citation missing?"),
    "CIT103": ("Which one is meant: {}?", "Which one is meant?"),
    "CIT104": ("Should there be {}?", "Is the list of sources missing?"),
    "NAM201": ("Should it be {}?", "Which spelling is right?"),
    "NAM203": ("Should it be {}?", "Were the others left out on purpose?"),
    "NAM208": ("Should it be {}?", "Does the entry lack co-authors?"),
    "DAT301": ("Should it be {}?", "Which year is right?"),
    "DAT302": ("Could the years be written {}?", "Which letter goes with which work?"),
    "DAT303": ("Should it be {}?", "Could a letter after the year take its place?"),
    "DAT304": ("Is it {}?", "Which year was it published, or is it undated (n.d.)?"),
    "DAT305": ("Is it {}?", "Which year is right?"),
    "LST401": ("Should it move to {}?", "Should it move there?"),
    "LST402": ("Is it {}?", "Are the two the same work?"),
    "LST403": ("Should it be {}?", "Does it belong to an entry, or elsewhere?"),
    "REF501": ("Is it {}?", "Which address did you take it from?"),
    "REF502": ("Is it {}?", "Is there a DOI or an address?"),
    "REF503": ("Is it {}?", "Where was it published?"),
    "REF504": ("Should it be {}?", "Is the title as it stands on the page?"),
}
_WITH, _WITHOUT = "Should it be {}?", "Is that intended?"


def question(finding: Finding) -> str:
    """The message of *finding* as a sentence, a question, what speaks for it, and its rule."""
    with_suggestion, without = _ASKED.get(finding.code, (_WITH, _WITHOUT))
    asked = with_suggestion.format(_quoted(finding.suggestion)) if finding.suggestion else without
    lines = [f"{_sentence(finding.message)} {asked}"]
    lines += [_sentence(statement) for statement in finding.evidence[:3]]
    others = sum(1 for place in finding.related if place.message == "also here")
    if others:
        lines.append(f"The same in {others} more place{'s' * (others > 1)}.")
    return "\n".join((*lines, f"({finding.code} {finding.name})"))


def _sentence(message: str) -> str:
    """*message* with a capital and a full stop."""
    text = message[:1].upper() + message[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _quoted(suggestion: str) -> str:
    return suggestion if "“" in suggestion or suggestion.startswith("the ") else f"“{suggestion}”"
