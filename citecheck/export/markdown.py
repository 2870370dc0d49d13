"""The list as Markdown: italics as asterisks, addresses as links, questions as footnotes."""

import re

from citecheck.export.reference_list import QUESTION_MARK, ReferenceList
from citecheck.styles.markup import Rich, Run

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~^$]|(?<=\w)@")
_LIST = re.compile(r"(?:[-+]|\d{1,9}[.)])(?=\s)")
_ADDRESS = re.compile(r"https?://[^\s<>]+")


def render(listing: ReferenceList) -> str:
    """A paragraph for each entry; Pandoc and GitHub print the footnotes below."""
    entries: list[str] = []
    notes: list[str] = []
    numbered = bool(listing.style.numbering)
    for rich, asked in listing.printed():
        text = marked(rich)
        for question in asked:
            notes.append(f"[^q{len(notes) + 1}]: {_escaped(question)}")
            text += f" {_escaped(QUESTION_MARK)}[^q{len(notes)}]"
        entries.append(text if numbered else _no_list(text))
    blocks = [*entries, *(["\n".join(notes)] if notes else [])]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def marked(rich: Rich) -> str:
    """Typed runs as Markdown."""
    return "".join([_run(run) for run in rich])


def _run(run: Run) -> str:
    if run.href:
        return f"<{run.text}>" if _ADDRESS.fullmatch(run.text) else run.text
    text = _escaped(run.text)
    if not run.italic or not text.strip():
        return text
    core = text.strip()
    start = text.index(core)
    return f"{text[:start]}*{core}*{text[start + len(core) :]}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _no_list(text: str) -> str:
    """*text* not taken for an item of a list."""
    found = _LIST.match(text)
    return f"{text[: found.end() - 1]}\\{text[found.end() - 1 :]}" if found else text
