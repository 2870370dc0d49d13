"""The list as plain text: an entry a line, questions below."""

from citecheck.export.reference_list import QUESTION_MARK, ReferenceList
from citecheck.styles.markup import plain


def render(listing: ReferenceList) -> str:
    """The entries with a blank line between them; "[?1]" refers to a question at the end."""
    entries: list[str] = []
    questions: list[str] = []
    for rich, asked in listing.printed():
        marks = ""
        for question in asked:
            questions.append(question)
            marks += f" {QUESTION_MARK[:-1]}{len(questions)}]"
        entries.append(plain(rich) + marks)
    below = [f"[?{number}] {question}" for number, question in enumerate(questions, 1)]
    blocks = [*entries, *(["Open questions:\n" + "\n".join(below)] if below else [])]
    return "\n\n".join(blocks) + "\n" if blocks else ""
