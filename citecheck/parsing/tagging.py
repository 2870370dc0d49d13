"""What the trained tagger finds in an entry, and how far to trust it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.model import Reference, Value
from citecheck.parsing.claims import Claims, Place
from citecheck.parsing.roles import may_hold_phrase
from citecheck.parsing.tagged import CERTAIN, TEXTS, Fields

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

LONGEST = 1_500
"""Characters of an entry that the tagger reads; what is longer is no single entry."""

# From which confidence the tagger decides alone; measured on labelled strings and on real drafts.
_SURE = 0.4
_LABELS = {"title": "title", "container_title": "container", "publisher": "publisher"}
_DECISIVE = frozenset(("author", "editor", "title", *TEXTS))


class Tagging:
    """The fields that the tagger found in an entry, by label and in order."""

    def __init__(self, quoted: Claims, fields: Fields) -> None:
        """Take the *fields* of an entry whose quoted title is claimed in *quoted*."""
        self.fields = fields
        self._quoted = quoted
        shares = [
            field.confidence for name in fields if name in _DECISIVE for field in fields[name]
        ]
        self.share = min(shares, default=0.0)
        """How sure the tagger is of the fields between which only it decides, 0 to 1."""

    @property
    def has_text(self) -> bool:
        """Whether a title or container was found at all."""
        return bool(self.fields.get("title") or self.fields.get("container"))

    def has_names_into(self, place: Place | None) -> bool:
        """Whether names were found, for certain, that run into *place*."""
        names = [name for name in self.fields.get("author", ()) if name.confidence >= CERTAIN]
        return place is not None and any(name.start < place[0] < name.end for name in names)

    def contradicts(self, stepped: Claims) -> bool:
        """Whether the steps read a text that was found for certain as something else, or with
        something else in it: as container its place, as publisher the city behind it too.
        """
        certain = [
            (label, field)
            for label in _DECISIVE
            for field in self.fields.get(label, ())[:1]
            if field.confidence >= CERTAIN
        ]
        for name, own in _LABELS.items():
            place = stepped.place_of(name)
            for label, field in certain:
                if label == own and (
                    place is None or place[1] <= field.start or field.end <= place[0]
                ):
                    return True
                if label != own and place and place[0] <= field.start and field.end <= place[1]:
                    return True
        if self._ends_names_before(stepped):
            return True
        edited = stepped.has("editor") and not self.fields.get("editor")
        named = stepped.has("author") or edited
        return not named and any(label == "author" for label, _ in certain)

    def _ends_names_before(self, stepped: Claims) -> bool:
        """Whether the steps read on past the names that were found for certain, in the title."""
        people = stepped.fields.get("author")
        last = people[-1].span if people else None
        found = self.fields.get("author", ())[-1:]
        titles = self.fields.get("title", ())[:1]
        if last is None or not found or not titles or found[0].confidence < CERTAIN:
            return False
        return found[0].end <= titles[0].start <= stepped.at(last.start)

    @property
    def is_unsure(self) -> bool:
        """Whether a sure reading of the steps is rather to be believed."""
        return self.share < _SURE

    def compose(self, certain: Claims, quoted: Claims, previous: Reference | None) -> Claims:
        """The entry as the tagger reads it, see ``composing.compose``."""
        from citecheck.parsing.composing import compose  # not needed where marks show everything

        return compose(certain, quoted, previous, self.fields)


class Taggings:
    """What the tagger finds in some entries of a list, which it reads together once one needs it.

    Entries whose title and address are marked may do without, so that it reads each of these
    by itself.
    """

    def __init__(self, quoted: Sequence[Claims]) -> None:
        """Take the entries, their quoted titles claimed."""
        self._quoted = quoted
        self._fields: dict[int, list[Tagged]] = {}

    def __getitem__(self, index: int) -> Tagging:
        """Of an entry of ``LONGEST`` characters at most; loads the model."""
        if index not in self._fields:
            self._tag([index] if self._may_do_without(index) else self._alike(index))
        fields: defaultdict[str, list[Tagged]] = defaultdict(list)
        for field in self._fields.pop(index):
            fields[field.label].append(field)
        return Tagging(self._quoted[index], fields)

    def _tag(self, numbers: Sequence[int]) -> None:
        """Read the entries of these *numbers*."""
        from citecheck.parsing.relabelling import relabelled
        from citecheck.parsing.tagger import tag_all

        chosen = [self._quoted[number] for number in numbers]
        found = tag_all([quoted.entry for quoted in chosen])
        for number, quoted, tags in zip(numbers, chosen, found, strict=True):
            phrased = may_hold_phrase(quoted.words)
            self._fields[number] = relabelled(quoted.entry, tags, phrased=phrased)

    def _alike(self, index: int) -> list[int]:
        """That entry and those behind it that need the tagger as well."""
        rest = range(index + 1, len(self._quoted))
        return [index] + [
            number
            for number in rest
            if len(self._quoted[number].entry) <= LONGEST and not self._may_do_without(number)
        ]

    def _may_do_without(self, index: int) -> bool:
        """Whether marks show title and address, here or, in the same style, in the entry above."""
        near = self._quoted[max(0, index - 1) : index + 1]
        return near[-1].has("quotes") and any(q.has("quotes") and q.has("url") for q in near)


def weigh(stepped: Claims, tagged: Tagging) -> Claims:
    """The reading of the steps, with less confidence in values that the tagger has elsewhere."""
    lowered = {}
    for label, name in (("title", "title"), *TEXTS.items()):
        value, place = stepped.fields.get(name), stepped.place_of(name)
        if not isinstance(value, Value) or place is None:
            continue
        same = any(f.start <= place[1] and place[0] <= f.end for f in tagged.fields.get(label, ()))
        if not same:
            share = round(1 - tagged.share / 2, 2)
            lowered[name] = value.model_copy(update={"confidence": min(share, 0.9)})
    return _contained(stepped.having(**lowered) if lowered else stepped, tagged)


def _contained(stepped: Claims, tagged: Tagging) -> Claims:
    """What the steps took for the publisher is the container where the tagger has that there."""
    place = stepped.place_of("publisher")
    if place is None or stepped.has("container_title"):
        return stepped
    for field in tagged.fields.get("container", ()):
        if (field.start, field.end) == place:
            return stepped.having(container_title=stepped.fields["publisher"], publisher=None)
    return stepped
