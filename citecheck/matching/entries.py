"""The list as matching sees it: every name an entry may be cited by, and an index of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from citecheck.language.folding import letters
from citecheck.language.subtitles import main_title
from citecheck.matching.names import (
    ARTICLE,
    acronyms,
    family_forms,
    literal_heads,
    possible_person,
)
from citecheck.matching.neighbours import Neighbourhood
from citecheck.matching.similarity import name_similarity
from citecheck.model import CitedName, Name, Reference

_MANY = 40
"""Works of one author beyond which those of another year are not all weighed."""
_LONGEST_HEADING = 40
LABEL = "label"
"""The role of a short name that the list prints before the entry ("[Embrapa] Empresa ...") or
the text behind the name ("World Health Organization (WHO)")."""
MAIN_TITLE = "main title"
"""The role of a title without its subtitle; it counts only beside the entry's own year."""
_TELLING = 6
_FEW = 100
"""First names that are compared one by one sooner than looked up by their forms."""
_SHORT_TITLE = 8
"""Words of a title under which a work may be cited whole."""
_SECOND_LEVEL = frozenset(("co", "com", "org", "gov", "ac", "net", "edu"))


class OtherName(NamedTuple):
    """A name under which an entry does not stand but may be cited: what it is, and as shown."""

    role: str
    shown: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference with the names that stand for it.

    ``heading`` are the bare letters up to its first comma, where no name was read from them.
    """

    index: int
    reference: Reference
    names: tuple[Name, ...]
    other_names: tuple[OtherName, ...]
    heading: str = ""


def host_of(url: str) -> str:
    """The host of *url* without "www.", lower case; "" if it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def site_label(host: str) -> str:
    """The registered label of a host: "tass" for tass.com, "bbc" for news.bbc.co.uk."""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else ""


def entry_of(index: int, reference: Reference, declared: Iterable[str] = ()) -> Entry:
    """Collect the names of *reference*; one without any stands under its title.

    *declared* are the short names that the text gives its author, as bare letters.
    """
    names = reference.names
    labels = [OtherName(LABEL, short, (short,)) for short in declared]
    if reference.key and not reference.key.isdecimal():
        labels.append(OtherName(LABEL, reference.key, (letters(reference.key),)))
    others = labels + [
        OtherName(role, value.value, literal_heads(value.value))
        for role, value in (
            ("publisher", reference.publisher),
            ("container", reference.container_title),
        )
        if value
    ]
    if reference.url and (host := host_of(reference.url.value)):
        keys = (letters(host), letters(site_label(host)))
        others.append(OtherName("host", host, tuple(key for key in keys if len(key) > 1)))
    if names and reference.title:
        others += _titles(reference.title.value)
    if not names and reference.title:
        names = (Name(literal=reference.title.value, span=reference.title.span),)
    return Entry(index, reference, names, tuple(others), _heading(reference))


def _titles(title: str) -> Iterable[OtherName]:
    """A short title whole, and any without its subtitle and article: "the Pitt Review"."""
    if len(title.split()) <= _SHORT_TITLE:
        yield OtherName("title", title, (letters(title),))
    main = main_title(title)
    forms = {letters(main), letters(ARTICLE.sub("", main))} - {letters(title)}
    keys = tuple(form for form in forms if len(form) >= _TELLING)
    if keys and len(main.split()) <= _SHORT_TITLE:
        yield OtherName(MAIN_TITLE, main, keys)


def _heading(reference: Reference) -> str:
    """What stands before the first comma, if the names were read from elsewhere."""
    head, comma, _ = reference.raw[:_LONGEST_HEADING].partition(",")
    first = reference.names[0].span if reference.names else None
    if not comma or head[:1].islower() or (reference.names and not first):
        return ""
    apart = first is None or first.start > reference.span.start + len(head)
    return letters(head) if apart and not reference.source else ""


def _name_keys(name: Name) -> Iterable[str]:
    if not name.literal:
        yield from family_forms(name)
        yield letters(name.given + name.sort_name)
        yield from (letters(part) for part in name.given.split() if len(part) > 2)
        return
    yield from literal_heads(name.literal)
    yield from acronyms(name.literal)
    yield letters(name.literal.split()[0]) if name.literal.split() else ""
    if person := possible_person(name.literal):
        yield from family_forms(person)


class EntryIndex:
    """Entries by every folded name, so that a citation is weighed against few of them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Index *entries*; linear in the number of names."""
        self.entries = entries
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_year: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        self._firsts: dict[str, list[int]] = defaultdict(list)
        self._neighbourhood: Neighbourhood | None = None
        for entry in entries:
            issued = entry.reference.issued
            keys = {key for name in entry.names for key in _name_keys(name)}
            keys.update(key for other in entry.other_names for key in other.keys)
            keys.add(entry.heading)
            for key in keys - {""}:
                self._by_name[key].append(entry.index)
                self._by_year[key, issued.year if issued else None].append(entry.index)
            for name in entry.names[:3]:
                for form in family_forms(name) if not name.literal else literal_heads(name.literal):
                    self._firsts[form].append(entry.index)

    def named(self, cited: CitedName, year: int | None = None) -> list[Entry]:
        """Entries that carry the cited name, its first or last word, or its acronym.

        Of an author with very many works, those of *year* and a few others.
        """
        tokens = cited.family.split()
        keys = {letters(cited.family), letters(f"{cited.given} {cited.family}")}
        keys.update(letters(token) for token in (*tokens[:1], *tokens[-1:]))
        keys.update(acronyms(cited.family))
        found = {index for key in keys for index in self._by_name.get(key, ())}
        if len(found) > _MANY:
            dated = {index for key in keys for index in self._by_year.get((key, year), ())}
            found = {*sorted(dated)[: 5 * _MANY], *sorted(found)[:_MANY]}
        return [self.entries[index] for index in sorted(found)]

    def similar(self, cited: CitedName) -> list[Entry]:
        """Entries one of whose first names is a slip away from the cited one."""
        names = {letters(cited.family), *map(letters, cited.family.split()[-1:])} - {""}
        near = {key for bare in names for key in self._near(bare) if name_similarity(bare, key)}
        found = {index for key in near for index in self._firsts[key][:_MANY]}
        return [self.entries[index] for index in sorted(found)]

    def _near(self, name: str) -> Iterable[str]:
        """First names that may be a slip away from *name*: of a short list, all."""
        if len(self._firsts) <= _FEW:
            return self._firsts
        if self._neighbourhood is None:
            self._neighbourhood = Neighbourhood(self._firsts)
        return self._neighbourhood.of(name)
