"""A list on its way out: the entries in order, the style, and what is still to be asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from citecheck import styles
from citecheck.export.keys import citation_keys
from citecheck.model import Reference
from citecheck.styles.markup import Rich
from citecheck.styles.style import Style

QUESTION_MARK = "[?]"
"""Stands behind an entry about which something is to be asked."""


@dataclass(frozen=True)
class ReferenceList:
    """``references`` in the order in which they are written. ``style`` matters to the formats for
    readers. ``questions`` holds for ids of references what only the writer can answer.
    """

    references: tuple[Reference, ...] = ()
    style: Style = field(default_factory=lambda: styles.load(styles.DEFAULT))
    questions: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def keys(self) -> list[str]:
        """A citation key for each reference."""
        return citation_keys(self.references)

    def questions_on(self, reference: Reference) -> Sequence[str]:
        """What is to be asked about *reference*."""
        return self.questions.get(reference.id, ())

    def keyed(self) -> Iterator[tuple[str, Reference]]:
        """Each reference with its key."""
        return zip(self.keys, self.references, strict=True)

    def printed(self) -> Iterator[tuple[Rich, Sequence[str]]]:
        """Each entry in the list's style, with the questions on it."""
        entries = styles.render(self.references, self.style)
        return zip(entries, map(self.questions_on, self.references), strict=True)
