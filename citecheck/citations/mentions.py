"""A work that the text may be citing by names and year, before it is decided whether it is."""

from enum import Enum
from typing import NamedTuple

from citecheck.citations.names import Names
from citecheck.citations.years import Year
from citecheck.model import Citation, CitedName, PartialDate, Span

_EMPHASIS = {ord("*"): None, ord("_"): None, ord("~"): " "}


class Form(Enum):
    """Where the names stand: "(Smith 2001)", "Smith (2001)", or both free: "see Smith 2001"."""

    GROUP = "group"
    NARRATIVE = "narrative"
    RUNNING = "running"


class Mention(NamedTuple):
    """Names with a year; ``text[start:end]`` runs from the first name to the year or locator.

    ``letter`` is a further letter of the same year ("b" in "2001a, b"), "" for the year
    itself. ``carried`` tells that the names are those of the mention before. ``prefix`` is
    what introduces it, ``clear`` that nothing or a sign stands before the names, ``sure_end`` that
    what follows is what follows citations. ``strict``: it counts only if the list has the work.
    ``confirmed``: the list has the work, though under another form of its name.
    ``attributed``: "according to" stands before it or "argues" behind; ``titled``: an article does.
    """

    form: Form
    names: Names
    year: Year
    start: int
    end: int
    letter: str = ""
    carried: bool = False
    locator: tuple[int, int] | None = None
    prefix: str = ""
    strict: bool = False
    confirmed: bool = False
    attributed: bool = False
    titled: bool = False
    clear: bool = True
    sure_end: bool = True
    group: tuple[int, int] | None = None

    @property
    def joined(self) -> bool:
        """Whether several authors are cited together."""
        return len(self.names.persons) > 1 or self.names.et_al is not None

    def with_locator(self, span: tuple[int, int]) -> "Mention":
        """This mention, reaching to the end of its locator."""
        return self._replace(locator=span, end=span[1])

    def citation(self, identifier: str, text: str) -> Citation:
        """The citation that this is, *text* being the document's."""
        names, et_al = self.names, self.names.et_al
        own = et_al is not None and not self.carried
        return Citation(
            id=identifier,
            span=Span(start=self.start, end=self.end),
            raw=text[self.start : self.end],
            narrative=self.form is not Form.GROUP,
            group=Span(start=self.group[0], end=self.group[1]) if self.group else None,
            names=tuple(
                CitedName(
                    family=person.family,
                    given=person.given,
                    span=Span(start=person.start, end=person.end),
                )
                for person in names.persons
            ),
            suppress_author=self.carried,
            et_al=text[et_al.start : et_al.end].translate(_EMPHASIS) if et_al else "",
            et_al_span=Span(start=et_al.start, end=et_al.end) if et_al and own else None,
            conjunction=names.conjunction,
            disambiguator=names.disambiguator,
            year=self.date(text),
            locator=text[slice(*self.locator)] if self.locator else "",
            prefix=self.prefix,
        )

    def date(self, text: str) -> PartialDate:
        """The year as written in *text*, its letter apart."""
        year = self.year
        if self.letter:
            span = Span(start=self.start, end=self.end)
            return PartialDate(year=year.number or None, suffix=self.letter, span=span)
        end = year.letters[0][1] if year.letters else year.end
        written = text[year.start : end].rstrip(" ,/&+;–-")
        span = Span(start=year.start, end=year.start + len(written))
        if not year.number:
            literal = written.removesuffix(year.letter).rstrip(" -")
            return PartialDate(literal=literal, suffix=year.letter, span=span)
        later = PartialDate(year=year.range_end) if year.is_range else None
        number = year.range_end if year.slash else year.number
        return PartialDate(year=number, suffix=year.letter, end=later, span=span)
