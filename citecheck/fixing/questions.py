"""A finding as the question that a teacher or an editor would ask in the margin."""

from citecheck.locale import Phrases, phrases
from citecheck.model import Finding

# By rule code: what is asked behind the message; "{it}" is the suggestion, without which the second
# form is asked. A rule that stands in no line is asked about by _WITH and _WITHOUT.
_ASKED: dict[str, tuple[str, str]] = {
    "CIT101": ("Is {it} meant?", "Which work is meant? It should stand in the list."),
    "CIT102": ("Is {it} meant?", "Does the entry belong in the list, or is a citation missing?"),
    "CIT103": ("Which one is meant: {it}?", "Which one is meant?"),
    "CIT104": ("Should there be {it}?", "Is the list of sources missing?"),
    "NAM201": ("Should it be {it}?", "Which spelling is right?"),
    "NAM203": ("Should it be {it}?", "Were the others left out on purpose?"),
    "NAM208": ("Should it be {it}?", "Does the entry lack co-authors?"),
    "DAT301": ("Should it be {it}?", "Which year is right?"),
    "DAT302": ("Could the years be written {it}?", "Which letter goes with which work?"),
    "DAT303": ("Should it be {it}?", "Could a letter after the year take its place?"),
    "DAT304": ("Is it {it}?", "Which year was it published, or is it undated (n.d.)?"),
    "DAT305": ("Is it {it}?", "Which year is right?"),
    "LST401": ("Should it move to {it}?", "Should it move there?"),
    "LST402": ("Is it {it}?", "Are the two the same work?"),
    "LST403": ("Should it be {it}?", "Does it belong to an entry, or elsewhere?"),
    "REF501": ("Is it {it}?", "Which address did you take it from?"),
    "REF502": ("Is it {it}?", "Is there a DOI or an address?"),
    "REF503": ("Is it {it}?", "Where was it published?"),
    "REF504": ("Should it be {it}?", "Is the title as it stands on the page?"),
}
_CONTEXT = "question"
_WITH, _WITHOUT = "Should it be {it}?", "Is that intended?"


def question(finding: Finding, language: str = "en") -> str:
    """The message of *finding* as a sentence, a question, what speaks for it, and its rule.

    All in *language*, a key of ``locale.LANGUAGES``.
    """
    say, told = phrases(language), _told(finding, language)
    lines = [f"{_sentence(told.message)} {_asked(told, say)}"]
    lines += [_sentence(statement) for statement in told.evidence[:3]]
    others = sum(1 for place in finding.related if place.message == "also here")
    if others:
        lines.append(
            say.count(others, "The same in {n} more place.", "The same in {n} more places.")
        )
    return "\n".join((*lines, f"({finding.code} {finding.name})"))


def _told(finding: Finding, language: str) -> Finding:
    if language == "en":
        return finding
    from citecheck.locale.findings import translate

    return translate(finding, language)


def _asked(finding: Finding, say: Phrases) -> str:
    """The question: whether the suggestion is right, or what is right."""
    with_suggestion, without = _ASKED.get(finding.code, (_WITH, _WITHOUT))
    if not finding.suggestion:
        return say(without, context=_CONTEXT)
    return say(with_suggestion, context=_CONTEXT, it=_quoted(finding.suggestion, say))


def _sentence(message: str) -> str:
    """*message* with a capital and a full stop."""
    text = message[:1].upper() + message[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _quoted(suggestion: str, say: Phrases) -> str:
    if any(mark in suggestion for mark in "“„«") or suggestion.startswith("the "):
        return suggestion
    return say("“{text}”", context=_CONTEXT, text=suggestion)
