"""A citation in the running text, and its match with the entries of the list."""

from enum import StrEnum

from citecheck.model.base import Model
from citecheck.model.document import Span
from citecheck.model.evidence import Evidence
from citecheck.model.reference import PartialDate


class CitationSystem(StrEnum):
    """How the document cites."""

    AUTHOR_YEAR = "author-year"
    AUTHOR_PAGE = "author-page"
    NUMERIC = "numeric"
    LABEL = "label"
    NOTE = "note"
    CITEKEY = "citekey"


class CitedName(Model):
    """A name in a citation, as written, its possessive ending gone ("Smith's" gives "Smith").

    ``given`` holds given names or initials written beside the family name ("J. Smith (2001)").
    An organisation stands whole in ``family``.
    """

    family: str
    given: str = ""
    span: Span


class Citation(Model):
    """One cited work. A group such as "(Smith, 2001; Doe and Roe, 1999)" is two citations.

    ``span`` runs from the first name to the end of the year (or of the locator, where one
    follows), without the enclosing parentheses; a second year of the same author ("Smith 2001,
    2003") has a span of its own year alone. ``group`` is the parenthesis as a whole, brackets
    included, and equal for all works cited in it; in a narrative citation, that of the year.
    ``suppress_author`` is true where the names are carried over from the citation before.
    ``et_al`` is "et al." as written, "" if it is absent; ``conjunction`` the word or sign before
    the last name. ``disambiguator`` is a number in parentheses behind the name ("TASS (2)").
    ``labels`` are the numbers, labels or citekeys of the other systems.
    """

    id: str
    span: Span
    raw: str
    system: CitationSystem = CitationSystem.AUTHOR_YEAR
    narrative: bool = False
    group: Span | None = None
    names: tuple[CitedName, ...] = ()
    suppress_author: bool = False
    et_al: str = ""
    et_al_span: Span | None = None
    conjunction: str = ""
    disambiguator: str = ""
    year: PartialDate | None = None
    locator: str = ""
    prefix: str = ""
    suffix: str = ""
    labels: tuple[str, ...] = ()
    confidence: float = 1.0


class MatchStatus(StrEnum):
    """How a citation was resolved.

    matched: one entry fits as cited. presumed: one entry is what it should have meant, with
    deviations. ambiguous: several entries fit equally. unmatched: none does.
    """

    MATCHED = "matched"
    PRESUMED = "presumed"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"


class DeviationKind(StrEnum):
    """In what a citation differs from its entry."""

    MISSPELT = "misspelt"
    DIACRITICS = "diacritics"
    GIVEN_NAME = "given-name"
    OTHER_NAME = "other-name"
    ACRONYM = "acronym"
    LETTER_CASE = "letter-case"
    YEAR = "year"
    YEAR_LETTER = "year-letter"
    MISSING_AUTHORS = "missing-authors"
    EXTRA_AUTHORS = "extra-authors"
    AUTHOR_ORDER = "author-order"
    ET_AL = "et-al"
    TITLE = "title"


class Deviation(Model):
    """One difference: what the citation says, what the entry says, and where each stands."""

    kind: DeviationKind
    cited: str
    listed: str
    cited_span: Span | None = None
    listed_span: Span | None = None


class Match(Model):
    """The entries a citation means, best first, with the reasons.

    ``reference_ids`` holds one id when matched or presumed, all candidates when ambiguous, none
    when unmatched. ``confidence`` is between 0 and 1.
    """

    citation_id: str
    status: MatchStatus
    reference_ids: tuple[str, ...] = ()
    confidence: float = 0.0
    deviations: tuple[Deviation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
