"""Heading lines: their words without numbering, markup and underlining."""

import re
from typing import NamedTuple

from citecheck.language.folding import words
from citecheck.language.headings import HeadingKind, heading_kind
from citecheck.parsing.lines import Line

_LONGEST = 100
_HASHES = re.compile(r"(#{1,6})(?!#)")
_TAG = re.compile(r"<[^<>]{1,80}>")
_ATTRIBUTES = re.compile(r"\{[^{}]{0,80}\}$")
_LATEX = re.compile(r"\\(?:part|chapter|(?:sub){0,2}section|paragraph|textbf)\*?\{([^{}]{1,90})\}")
_THEBIBLIOGRAPHY = re.compile(r"\\(begin|end)\{thebibliography\}")
_NUMBERING = re.compile(
    r"(?:(?:\d{1,2}\.){0,3}\d{1,2}|[IVXLC]{1,6}|[ivx]{1,4}|[A-Z])[.):]?\s+(?=\S)"
    r"|(?:\d{1,2}\.){1,3}(?=[^\W\d])|[一二三四五六七八九十]{1,3}[、.．]\s?"
)
_RULE = re.compile(r"(?:([-=~_*#^.—–―]))\1{2,}\s?$|(?:[-*_] ){2,40}[-*_]$")
_BARE = " :.：。*_=-–—―[]【】〔〕()（）«»<>•·|"


class Heading(NamedTuple):
    """A line read as a heading. ``level`` is 1 to 6 where markup gives it, else 0; ``marked``
    says whether markup, capitals or underlining show that it is one.
    """

    words: list[str]
    level: int
    marked: bool
    kind: HeadingKind | None


def is_rule(text: str) -> bool:
    """Whether a line is drawn from dashes or the like: an underline, or a separator."""
    return len(text) > 2 and not text[0].isalnum() and bool(_RULE.match(text))


def read_heading(line: Line, below: Line | None = None) -> Heading | None:
    """*line* as a heading, or None if it is too long or has no words. *below* may underline it."""
    text = line.text
    if len(text) > _LONGEST:
        return None
    if bibliography := _THEBIBLIOGRAPHY.match(text):
        opens = bibliography[1] == "begin"
        kind = HeadingKind.LIST if opens else HeadingKind.AFTER
        return Heading(["bibliography"], 0, True, kind)
    bare, level, marked = _strip_markup(text)
    if below and below.gap == 0 and is_rule(below.text):
        level, marked = (1 if below.text[0] == "=" else 2), True
    announced, found = _kind_of(bare)
    if not found:
        return None
    return Heading(found, level, marked or text.isupper(), announced)


def _strip_markup(text: str) -> tuple[str, int, bool]:
    """The text without Markdown, HTML, LaTeX and wiki markup, its level, and whether it had any."""
    level = 0
    if hashes := _HASHES.match(text):
        level = len(hashes[1])
        text = _ATTRIBUTES.sub("", text.strip("# "))
    bare = _TAG.sub("", text) if "<" in text else text
    if bare.startswith("\\") and (latex := _LATEX.match(bare)):
        bare = latex[1]
    bold = bare[:1] in ("*", "_", "=") and bare[-1:] == bare[:1] and bare[1:2] != " "
    return bare.strip(_BARE), level, bool(level or bold or bare != text)


def _kind_of(bare: str) -> tuple[HeadingKind | None, list[str]]:
    """The kind of a heading and its words, tried with its numbering and without."""
    found = words(bare)
    kind = heading_kind(found)
    if kind is None and (numbering := _NUMBERING.match(bare)):
        rest = words(bare[numbering.end() :])
        kind = heading_kind(rest)
        found = rest if kind else found
    return kind, found
