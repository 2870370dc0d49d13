"""What fixes change: as a patch for programs, and word by word for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.reports.cells import fitting, visible
from citecheck.reports.region import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citecheck.fixing import Applied, FileDraft
    from citecheck.model import Document, Edit
    from citecheck.reports import Look

_NO_END = b"\n\\ No newline at end of file\n"
_MOST = 60  # characters shown of what goes, and of what comes


def patch(before: FileDraft, after: FileDraft, name: str) -> bytes:
    """The change as a unified diff that ``patch -p0`` and ``git apply -p0`` take.

    Byte for byte in the file's own encoding; of the texts, where the file is no text.
    """
    from difflib import diff_bytes, unified_diff

    shown = name.encode("utf-8", "surrogateescape")
    old, new = (_lines(draft) for draft in (before, after))
    lines = diff_bytes(unified_diff, old, new, shown, shown)
    return b"".join(line if line.endswith(b"\n") else line + _NO_END for line in lines)


def _lines(draft: FileDraft) -> list[bytes]:
    data = draft.data if b"\0" not in draft.data else draft.document.text.encode()
    *ended, last = data.split(b"\n")
    return [*(line + b"\n" for line in ended), *([last] if last else [])]


def changes(applied: Iterable[Applied], look: Look) -> Iterator[str]:
    """Each change with its place, its rule, and the words around it.

    What goes is red and what comes green, or as ``git diff --word-diff`` marks them without colour.
    """
    for finding, document in applied:
        for edit in finding.fix.edits if finding.fix else ():
            if edit.text == edit.span.of(document.text):
                continue
            place = address(document, edit.span.start, look.language)
            rule = f"{look.paint(finding.code, 'bold')} {finding.name}"
            yield f"{look.paint(visible(place), 'bold')}: {rule}\n"
            yield f"  {_change(document, edit, look)}\n"


def _change(document: Document, whole: Edit, look: Look) -> str:
    edit = _narrowed(document, whole)
    goes, comes = _short(edit.span.of(document.text)), _short(edit.text)
    room = max(look.width - len(goes) - len(comes) - 12, 20) // 2
    before, behind = around(document, edit, room)
    removed = look.paint(goes, "red") if look.colour else f"[-{goes}-]"
    added = look.paint(comes, "green") if look.colour else f"{{+{comes}+}}"
    return f"{before}{removed if goes else ''}{added if comes else ''}{behind}"


def _narrowed(document: Document, edit: Edit) -> Edit:
    """*edit* without what a long text has in common with its replacement at both ends."""
    from os.path import commonprefix  # compares characters

    goes, comes = edit.span.of(document.text), edit.text
    if max(len(goes), len(comes)) <= _MOST:
        return edit
    first = len(commonprefix((goes, comes)))  # noqa: RUF071
    last = len(commonprefix((goes[first:][::-1], comes[first:][::-1])))  # noqa: RUF071
    start, end = edit.span.start + first, edit.span.end - last
    span = edit.span.model_copy(update={"start": start, "end": end})
    return edit.model_copy(update={"span": span, "text": comes[first : len(comes) - last]})


def around(document: Document, edit: Edit, room: int) -> tuple[str, str]:
    """The text of the line before *edit* and behind it, whole words in *room* columns each."""
    start, end = edit.span.start, edit.span.end
    first = document.line(document.position(start).line)
    last = document.line(document.position(end).line)
    head = visible(document.text[max(first.start, start - 4 * room) : start])
    tail = visible(document.text[end : max(min(last.end, end + 4 * room), end)])
    before, behind = (
        head[len(head) - fitting(head[::-1], room)[0] :],
        tail[: fitting(tail, room)[0]],
    )
    if len(before) < len(head):
        before = "…" + before.partition(" ")[2]
    if len(behind) < len(tail):
        behind = behind.rpartition(" ")[0] + "…"
    return before, behind


def _short(text: str) -> str:
    """*text* on one line, its middle left out where it is long."""
    shown = visible(text)
    half = _MOST // 2
    return shown if len(shown) <= _MOST else f"{shown[:half]} … {shown[-half:]}"
