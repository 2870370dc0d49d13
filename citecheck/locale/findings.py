"""Findings in another language: their English texts are matched with the catalogue's templates.

Rules say what they found in English. A catalogue holds what they may say as templates, under the
code of the rule (msgctxt): "the citation writes “{cited}”, the list “{listed}”". The template that
fits a text tells what stands for its placeholders, and its translation takes the same. Parts of
texts that are English themselves ("a comma") stand under "part", and
names of places ("paragraph {n}") under "place".
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from string import Formatter
from typing import NamedTuple

from citecheck.locale.catalogue import entries
from citecheck.locale.phrases import code_of
from citecheck.model import Finding

_ANYWHERE = "part"
_PLACE = "place"


class Template(NamedTuple):
    """A text with placeholders: the literals around them, their names, and the translation."""

    literals: tuple[str, ...]
    names: tuple[str, ...]
    translation: str

    @property
    def quoted(self) -> Iterator[bool]:
        """Whether each placeholder stands in quotation marks: what the draft or a page says."""
        return (literal.endswith("“") for literal in self.literals[: len(self.names)])

    def values(self, text: str) -> dict[str, str] | None:
        """What stands in *text* for the placeholders, None if the template does not fit."""
        first, *rest = self.literals
        if not text.startswith(first):
            return None
        at, found = len(first), []
        for literal in rest[:-1]:
            end = text.find(literal, at)
            if end < 0:
                return None
            found.append(text[at:end])
            at = end + len(literal)
        if rest:
            end = len(text) - len(rest[-1])
            if end < at or not text.endswith(rest[-1]):
                return None
            found.append(text[at:end])
        elif at != len(text):
            return None
        return dict(zip(self.names, found, strict=True))


class About(NamedTuple):
    """What may be said where: whole texts first, then names of places ("paragraph {n}")."""

    texts: tuple[Template, ...]
    places: tuple[Template, ...]


def translate(finding: Finding, language: str) -> Finding:
    """*finding* with message, notes and evidence in *language*; English where it has no word.

    Raises ConfigurationError for a language without a catalogue.
    """
    code = code_of(language)
    if code == "en":
        return finding
    told = _templates(code)
    about = About((*told[finding.code], *told[_ANYWHERE]), told[_PLACE])
    related = tuple(
        place.model_copy(update={"message": _said(place.message, about)})
        for place in finding.related
    )
    return finding.model_copy(
        update={
            "message": _said(finding.message, about),
            "related": related,
            "evidence": tuple(_said(text, about) for text in finding.evidence),
            "suggestion": _said(finding.suggestion, about) if finding.suggestion else None,
        }
    )


def translated(text: str, context: str, language: str) -> str:
    """*text* by the templates of *context* ("unchecked"), in *language*; itself if none fits.

    Raises ConfigurationError for a language without a catalogue.
    """
    code = code_of(language)
    told = _templates(code) if code != "en" else {}
    texts = (*told.get(context, ()), *told.get(_ANYWHERE, ()))
    return _said(text, About(texts, told.get(_PLACE, ())))


def _said(text: str, about: About, depth: int = 2) -> str:
    """*text* by the first template that fits it, *text* itself if none does."""
    for template in about.texts:
        values = template.values(text)
        if values is not None:
            inner = {
                name: _said(value, about, depth - 1) if depth and not quoted else value
                for (name, value), quoted in zip(values.items(), template.quoted, strict=True)
            }
            return template.translation.format(**inner)
    return _placed(text, about.places)


def _placed(text: str, places: tuple[Template, ...]) -> str:
    """*text* if it names places and nothing else: "paragraph 3", "page 3, line 4, line 7".

    Names of files may stand among them.
    """
    said = []
    for piece in text.split(", "):
        fitting = ((place, place.values(piece)) for place in places)
        found = next(
            (place.translation.format(**n) for place, n in fitting if n and " " not in n["n"]), ""
        )
        if not found and " " in piece:
            return text
        said.append(found or piece)
    return ", ".join(said)


@lru_cache(maxsize=8)
def _templates(language: str) -> defaultdict[str, tuple[Template, ...]]:
    """The templates of *language* by context, those with the most fixed text first."""
    found: defaultdict[str, list[Template]] = defaultdict(list)
    for entry in entries(language):
        if entry.context:
            found[entry.context].append(template(entry.text, entry.strings[0]))
    ordered = {
        context: tuple(sorted(those, key=lambda t: -sum(map(len, t.literals))))
        for context, those in found.items()
    }
    return defaultdict(tuple, ordered)


def template(text: str, translation: str) -> Template:
    """The template that *text* writes, with its *translation*."""
    literals, names = [""], []
    for literal, name, _, _ in Formatter().parse(text):
        literals[-1] += literal
        if name is not None:
            names.append(name)
            literals.append("")
    return Template(tuple(literals), tuple(names), translation)
