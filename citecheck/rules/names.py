"""NAM2xx: the name in the citation against the name in the list."""

import re
from collections.abc import Iterator

from citecheck.language.folding import fold, letters
from citecheck.matching.names import acronyms
from citecheck.model import DeviationKind, Severity
from citecheck.rules.context import Context, Deviating
from citecheck.rules.conventions import cite_as, either_way
from citecheck.rules.grouping import (
    difference,
    grouped,
    replace_names,
    shown,
    statements,
)
from citecheck.rules.rule import Problem, rule

_OTHER = "its publisher or site"
_REACH = 150
_MINOR = 4
"""So many words of a name, "of the", may have no letter in its acronym."""


def same_difference(item: Deviating) -> tuple[str, str]:
    """Citations that write one name for another are one cause, whichever works they cite."""
    return letters(item.deviation.cited), letters(item.deviation.listed)


@rule("NAM201", "misspelt-author", Severity.ERROR)
def misspelt_author(context: Context) -> Iterator[Problem]:
    """A name is spelt one way in the citation and another in the list.

    ## What it does
    Reports citations that fit no entry as written, but fit one in year and co-authors when a slip
    or two in the name is allowed. Which of the two spellings is right is not decided.

    ## Why is this bad
    The reader looks in vain under the cited name, and one of the two spellings is wrong.

    ## Example
    The text cites "(Dean, 2021)"; the list has "Deen, Bob", 2021.

    ## Fix safety
    Unsafe: the listed name replaces the cited one; the entry may be the one that is wrong.
    """
    for group in grouped(context.deviating(DeviationKind.MISSPELT), same_difference):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        others = _spelt_as_listed(context, listed)
        problem = difference(
            group,
            f"the citation writes “{cited}”, the list “{listed}”",
            suggestion=either_way(context, group),
            confidence=first.match.confidence,
        )
        yield problem._replace(evidence=(*statements(group), *others))


def _spelt_as_listed(context: Context, listed: str) -> tuple[str, ...]:
    count = context.name_counts[letters(listed)]
    return (f"{count} other citation{'s' * (count > 1)} write “{listed}”",) if count else ()


@rule("NAM202", "given-name-cited", Severity.ERROR)
def given_name_cited(context: Context) -> Iterator[Problem]:
    """A work is cited by its author's given name.

    ## What it does
    Reports citations whose name is the given name of an author of the list, with the same year.

    ## Why is this bad
    Works are listed, and looked up, by family name (APA 7, 8.10).

    ## Example
    "(Valerie, 2023)" for the entry "Hopkins, Valerie", 2023.

    ## Fix safety
    Unsafe: the family name replaces the given name.
    """
    for group in grouped(context.deviating(DeviationKind.GIVEN_NAME), same_difference):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        yield difference(
            group,
            f"“{cited}” is the given name of {listed}; cite by the family name",
            suggestion=cite_as(context, first.citation, first.reference),
            confidence=first.match.confidence,
        )


@rule("NAM206", "lost-diacritics", Severity.WARNING)
def lost_diacritics(context: Context) -> Iterator[Problem]:
    """A name has accents in one place and none, or others, in another.

    ## What it does
    Reports citations that differ from their entry in diacritics alone; as information only if
    the list prints its capitals without accents, as is the custom of some printers.

    ## Why is this bad
    "Muller" and "Müller" are two names; databases and readers keep them apart.

    ## Example
    "(Muller, 2004)" for the entry "Müller, H.", 2004.

    ## Fix safety
    Unsafe: the listed spelling replaces the cited one.
    """
    for group in grouped(context.deviating(DeviationKind.DIACRITICS), _exact_difference):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        yield difference(
            group,
            f"the citation writes “{cited}”, the list “{listed}”: the accents differ",
            suggestion=listed,
            confidence=0.85,
        )._replace(severity=Severity.INFO if _is_bare_capitals(context, listed) else None)


def _is_bare_capitals(context: Context, listed: str) -> bool:
    """Whether the list prints this name, as all its capitals, without accents."""
    if not (listed.isupper() and listed.isascii()):
        return False
    names = (name.family for reference in context.references for name in reference.names)
    return all(name.isascii() for name in names if name.isupper())


def _exact_difference(item: Deviating) -> tuple[str, str]:
    return item.deviation.cited, item.deviation.listed


@rule("NAM207", "cited-by-other-name", Severity.WARNING)
def cited_by_other_name(context: Context) -> Iterator[Problem]:
    """An organisation is cited by another name than the one it is listed under.

    ## What it does
    Reports citations by title, publisher, site or host where the entry stands under its author;
    and, as information only, short forms of the listed name and other capitals.

    ## Why is this bad
    The reader looks for the cited name in the list and does not find it (APA 7, 8.21: author in
    the text and in the list must agree).

    ## Example
    "(RUSSIAEU.RU, 2024)" for an entry listed under "Permanent Mission of the Russian Federation".

    ## Fix safety
    Unsafe: the listed name replaces the cited one; renaming the entry may be the better answer.
    """
    kinds = (DeviationKind.OTHER_NAME, DeviationKind.LETTER_CASE)
    for group in grouped(context.deviating(*kinds), same_difference):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        mild = fold(listed).startswith(fold(cited)) or fold(cited).startswith(fold(listed))
        how = "a form of its name" if mild else "its title" if _is_title(first) else _OTHER
        problem = difference(
            group,
            f"cited by {how}, “{cited}”; the entry stands under “{listed}”",
            suggestion=cite_as(context, first.citation, first.reference),
            confidence=0.8 if mild else first.match.confidence,
        )
        yield problem._replace(severity=Severity.INFO if mild else None)


def _is_title(item: Deviating) -> bool:
    """Whether the cited name is in the entry's title."""
    title = item.reference.title
    return title is not None and letters(item.deviation.cited) in letters(title.value)


@rule("NAM210", "undeclared-acronym", Severity.WARNING)
def undeclared_acronym(context: Context) -> Iterator[Problem]:
    """An organisation is cited by an acronym that neither text nor list explains.

    ## What it does
    Reports citations by initials of a listed organisation, unless the entry shows the acronym or
    the text introduces it: "World Health Organization (WHO)".

    ## Why is this bad
    The reader looks under the letters and finds nothing (APA 7, 8.21: define it on first use).

    ## Example
    "(WHO, 2020)" for the entry "World Health Organization", 2020, with no "(WHO)" anywhere.

    ## Fix safety
    Unsafe: the listed name replaces the acronym.
    """
    for group in grouped(context.deviating(DeviationKind.ACRONYM), same_difference):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        short, full = sorted((cited, listed), key=len)
        if _is_explained(context, short, full) or short in first.reference.raw.split(listed)[-1]:
            continue
        problem = difference(
            group,
            f"“{cited}” is cited, the list has “{listed}”, and nothing links the two",
            suggestion=f"{listed} [{cited}]" if short == cited else shown(first.citation),
            confidence=0.8,
        )
        yield problem._replace(fix=replace_names(group) if short == cited else None)


def _is_explained(context: Context, short: str, full: str) -> bool:
    """Whether the text sets the letters behind the name, or somewhere by themselves in brackets."""
    text = context.document.text
    signs = (f"({short})", f"[{short}]", f"({short};", f"“{short}”", f"{full} ({short}")
    return any(sign in text for sign in signs) or _is_spelt_out(text, short)


def _is_spelt_out(text: str, short: str) -> bool:
    """Whether the letters stand in brackets behind words that begin so, if in another spelling
    than the list's: "World Health Organisation (WHO, 2022)".
    """
    for place in re.finditer(rf"[(\[]{re.escape(short)}[,:;]", text):
        before = text[max(0, place.start() - _REACH) : place.start()].split()
        tails = (" ".join(before[-size:]) for size in range(len(short), len(short) + _MINOR))
        if any(letters(short) in acronyms(tail) for tail in tails):
            return True
    return False
