"""Comments in a draft that ask citecheck to be silent about a place.

``citecheck: ignore[CODE, CODE] reason, until 2027-01-01`` stands in a comment of the draft's
format: ``<!-- -->`` in Markdown and HTML, ``%`` in LaTeX, ``//`` or ``/* */`` in Typst, in the
margin in Word and OpenDocument. Anywhere else it stands in brackets: ``[citecheck: ignore[CODE]
reason]``. It holds for its line (paragraph), or, where nothing else stands on that, for the next
line with text; ``ignore-file`` holds for the whole draft. Without codes it holds for every rule.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from citecheck.model import Document, Span

_ASKS = r"citecheck:\s{0,3}(ignore-file|ignore)(?!\w|-\w)\s{0,3}(\[[^\[\]\n]{0,300}\])?"
_REST = r"([^\n]{0,400}?)"
_FORMS: dict[str, tuple[str, ...]] = {
    "markup": (rf"<!--\s{{0,20}}{_ASKS}{_REST}\s{{0,20}}-->",),
    "latex": (rf"%[%\s]{{0,5}}{_ASKS}{_REST}[^\S\n]{{0,5}}$",),
    "typst": (
        rf"//\s{{0,5}}{_ASKS}{_REST}[^\S\n]{{0,5}}$",
        rf"/\*\s{{0,5}}{_ASKS}{_REST}\s{{0,5}}\*/",
    ),
    "remark": (rf"\s{{0,20}}{_ASKS}{_REST}\s{{0,20}}(?:\n|$)",),
    "words": (rf"\[\s{{0,5}}{_ASKS}([^\n\[\]]{{0,400}}?)\s{{0,5}}\]",),
}
_MARKUP = ("markdown", "notebook")
_UNTIL = re.compile(r"(?:^|[\s,;])until\s{1,3}(\S{1,40})$")
_SIGN = "citecheck:"


class Ignore(NamedTuple):
    """One such comment.

    ``span`` is the comment, ``covers`` the text that it is about. ``rules`` are codes, names or
    beginnings of codes as written, none for all. ``until`` is the last day on which it holds, None
    if it always does or if ``fault`` says in words what is wrong with it. ``is_apart``: it is no
    part of the text, and its span only a place in that.
    """

    span: Span
    covers: Span
    rules: tuple[str, ...] = ()
    reason: str = ""
    until: datetime.date | None = None
    fault: str = ""
    is_apart: bool = False

    def has_expired(self, today: datetime.date | None) -> bool:
        """Whether its last day lies before *today*; False where the day is not known."""
        return today is not None and self.until is not None and self.until < today


def find_ignores(document: Document) -> tuple[Ignore, ...]:
    """The comments of *document* that ask for silence, in order. Never raises."""
    apart = tuple(_apart(document))
    return tuple(sorted((*_in_text(document), *apart), key=lambda one: one.span.start))


def _apart(document: Document) -> Iterator[Ignore]:
    """Those in the margin or in the markup, of the lines that they stand in."""
    asks = re.compile(_FORMS["remark"][0]) if document.remarks else None
    for remark in document.remarks:
        if asks and (match := asks.match(remark.text)):
            first, last = (
                document.line(document.position(offset).line)
                for offset in (remark.span.start, remark.span.end)
            )
            lines = Span(start=first.start, end=last.end)
            yield _read(match, remark.span, lines, document)._replace(is_apart=True)


def _in_text(document: Document) -> tuple[Ignore, ...]:
    if _SIGN not in document.text:
        return ()
    kind = "markup" if document.format in _MARKUP else document.format
    forms = _FORMS.get(kind, _FORMS["words"])
    found = [
        match
        for form in forms
        for match in re.compile(form, re.MULTILINE).finditer(document.text)
        if forms is _FORMS["words"] or _is_comment(document, match.start())
    ]
    found.sort(key=lambda match: match.start())
    bare = _blanked(document.text, [match.span() for match in found])
    return tuple(
        _read(
            match,
            Span(start=match.start(), end=match.end()),
            _lines(match, document, bare),
            document,
        )
        for match in found
    )


def without_ignores(document: Document, ignores: tuple[Ignore, ...]) -> Document:
    """*document* with blanks for *ignores*: what the stages read. Offsets and lines stay."""
    places = [(one.span.start, one.span.end) for one in ignores if not one.is_apart]
    if not places:
        return document
    text = _blanked(document.text, places)
    return document.model_copy(update={"text": text})


def _is_comment(document: Document, start: int) -> bool:
    """Whether a hidden part begins at *start*: in code, or in a formula, it would begin before."""
    hidden = [span for span in document.not_prose if span.start <= start < span.end]
    return any(span.start == start for span in hidden) or (
        document.format == "latex" and bool(hidden)  # the preamble is hidden as a whole
    )


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    pieces, position = [], 0
    for start, end in places:
        if start >= position:
            pieces += [text[position:start], re.sub(r"[^\r\n]", " ", text[start:end])]
            position = end
    return "".join((*pieces, text[position:]))


def _read(match: re.Match[str], span: Span, lines: Span, document: Document) -> Ignore:
    """The comment that *match* reads, which stands at *span* and is about *lines*, or all."""
    scope, codes, rest = match[1], match[2], match[3].strip(" \t.;,")
    until, fault = None, ""
    if ends := _UNTIL.search(rest):
        rest = rest[: ends.start()].strip(" \t.;,")
        try:
            until = datetime.date.fromisoformat(ends[1])
        except ValueError:
            fault = f"“{ends[1]}” is no date; write it as in 2027-01-31"
    rules = tuple(part.strip() for part in (codes or "")[1:-1].split(",") if part.strip())
    if codes and not rules:
        fault = "the brackets name no rule"
    whole = Span(start=0, end=len(document.text))
    return Ignore(
        span=span,
        covers=whole if scope == "ignore-file" else lines,
        rules=rules,
        reason=rest.lstrip("-–—: "),
        until=until,
        fault=fault,
    )


def _lines(match: re.Match[str], document: Document, bare: str) -> Span:
    """The lines of the comment; where they hold nothing else, also those up to the next text."""
    start = document.line(document.position(match.start()).line).start
    end = document.line(document.position(match.end()).line).end
    if bare[start:end].strip():
        return Span(start=start, end=end)
    following = re.compile(r"\S").search(bare, end)
    if following:
        end = document.line(document.position(following.start()).line).end
    return Span(start=start, end=end)
