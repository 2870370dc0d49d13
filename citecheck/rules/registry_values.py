"""REG91x, values: the entry against the record of the same work, neither of them preferred."""

from collections.abc import Iterator

from citecheck.agreement.containers import container_agrees
from citecheck.agreement.locators import page_agrees, volume_agrees
from citecheck.agreement.people import SAME_PERSON, name_agreement, person_similarity
from citecheck.agreement.titles import title_agrees, title_is_within
from citecheck.agreement.years import year_agrees
from citecheck.language.folding import expand_umlauts, letters, romanise
from citecheck.model import Name, Reference, Severity, Value
from citecheck.model.verification import RegistryRecord
from citecheck.rules.context import Context
from citecheck.rules.registered import Standing
from citecheck.rules.registries import problem
from citecheck.rules.rule import Problem, rule


def _recorded(context: Context) -> Iterator[tuple[Standing, RegistryRecord]]:
    """Entries with the record of the same work, in the same form."""
    for standing in context.registered.values():
        same = standing.same
        if same and same.record and not same.other_form and standing.other is None:
            yield standing, same.record


def _text(value: Value | None) -> str:
    return value.value if value else ""


@rule("REG911", "title-against-registry", Severity.WARNING)
def title_against_registry(context: Context) -> Iterator[Problem]:
    """The title of an entry is not that of its record.

    ## What it does
    With `--verify`, compares titles of entries found by their DOI or other number. Case, accents,
    markup and left-out subtitles do not count.

    ## Why is this bad
    Readers search for the title.

    ## Example
    "Rethinking Western polity" for "Rethinking Western policy towards Belarus".

    ## Fix safety
    Shown, not applied: both may be right, of two versions.
    """
    for standing, record in _recorded(context):
        reference, title = standing.reference, standing.reference.title
        titles = (record.title, f"{record.title}: {record.subtitle}", *record.other_titles)
        if title is None or not standing.identified:
            continue
        if any(title_agrees(title.value, t) or title_is_within(title.value, t) for t in titles):
            continue
        message = f"the entry has “{title.value}”, {record.registry} “{record.title}”"
        found = problem(standing, title.span or reference.span, message, 0.8)
        yield found._replace(suggestion=record.title)


@rule("REG912", "author-against-registry", Severity.WARNING)
def author_against_registry(context: Context) -> Iterator[Problem]:
    """The authors of an entry are not those of its record, or are spelt otherwise.

    ## What it does
    With `--verify`, reports listed people whom the record lacks, and surnames that differ in more
    than accents and script. Lists cut short on either side stay silent.

    ## Why is this bad
    Names are what works are found and credited by.

    ## Example
    "Deen, Bob" where Crossref has "Dean, Bob".

    ## Fix safety
    Shown, not applied: registries have slips too.
    """
    for standing, record in _recorded(context):
        listed, given = standing.reference.names, record.author or record.editor
        agreement = name_agreement(listed, given)
        if agreement is None:
            continue
        names = ", ".join(name.sort_name for name in given[:4])
        if agreement.found < agreement.of and standing.identified:
            strange = next((n for n in listed if not _is_among(n, given)), listed[0])
            message = (
                f"“{strange.sort_name}” is not among the authors in {record.registry}: {names}"
            )
            yield problem(standing, strange.span, message, 0.7)
        else:
            yield from _misspelt(standing, record, given)


def _is_among(name: Name, given: tuple[Name, ...]) -> bool:
    return any(person_similarity(name, other) >= SAME_PERSON for other in given)


def _misspelt(
    standing: Standing, record: RegistryRecord, given: tuple[Name, ...]
) -> Iterator[Problem]:
    """Surnames that are one person's and differ in letters."""
    for name in standing.reference.names:
        if not name.family or not given:
            continue
        other = max(given, key=lambda one: person_similarity(name, one))
        alike = person_similarity(name, other)
        if not other.family or alike < SAME_PERSON or _spellings(name) & _spellings(other):
            continue
        message = f"the entry has “{name.sort_name}”, {record.registry} “{other.sort_name}”"
        found = problem(standing, name.span, message, 0.7)
        yield found._replace(suggestion=other.sort_name)


def _spellings(name: Name) -> set[str]:
    """The surname in bare letters, as written, in Latin script and with or without particle."""
    forms = (name.sort_name, name.family, name.family.split("-")[0])
    return {
        spelt
        for form in forms
        for spelt in (letters(form), letters(romanise(form)), letters(expand_umlauts(form)))
        if spelt
    }


@rule("REG913", "year-against-registry", Severity.WARNING)
def year_against_registry(context: Context) -> Iterator[Problem]:
    """The year of an entry is none of those in its record.

    ## What it does
    With `--verify`, compares the year with all dates of publication that the registry has. One
    year more or less is tolerated, since works appear online in one year and in print in the next.

    ## Why is this bad
    The year is half of the citation.

    ## Example
    "2012" for an article of 2021.

    ## Fix safety
    Shown, not applied: the entry may mean another edition.
    """
    for standing, record in _recorded(context):
        issued = standing.reference.issued
        if issued and year_agrees(issued, record.issued) is False:
            years = sorted({date.year for date in record.issued if date.year})
            said = " and ".join(map(str, years))
            message = f"the entry says {issued.year}, {record.registry} {said}"
            found = problem(standing, issued.span, message, 0.8)
            yield found._replace(suggestion=str(years[0]) if len(years) == 1 else said)


@rule("REG914", "container-against-registry", Severity.WARNING)
def container_against_registry(context: Context) -> Iterator[Problem]:
    """The journal or book that an entry names is not that of its record.

    ## What it does
    With `--verify`, compares containers of entries found by their DOI or other number.
    Abbreviations, acronyms and subtitles are the same name.

    ## Why is this bad
    The reader looks in another journal.

    ## Example
    "Europe-Asia Review" for "Europe-Asia Studies".

    ## Fix safety
    Shown, not applied: journals change their names.
    """
    for standing, record in _recorded(context):
        listed = standing.reference.container_title
        if not listed or not standing.identified:
            continue
        if container_agrees(listed.value, record.container_title) is False:
            given = record.container_title[0]
            message = f"the entry has “{listed.value}”, {record.registry} “{given}”"
            yield problem(standing, listed.span, message, 0.65)._replace(suggestion=given)


@rule("REG915", "locator-against-registry", Severity.INFO)
def locator_against_registry(context: Context) -> Iterator[Problem]:
    """Volume, issue or first page of an entry are not those of its record.

    ## What it does
    With `--verify`, compares them for entries found by their DOI or other number.

    ## Why is this bad
    In print, they are the only way to the work.

    ## Example
    "Vol. 65" for volume 56.

    ## Fix safety
    Shown, not applied: registries number articles that have no pages.
    """
    for standing, record in _recorded(context):
        if standing.identified:
            for what, listed, given in _different(standing.reference, record):
                message = f"the entry has {what} {listed.value}, {record.registry} {given}"
                yield problem(standing, listed.span, message, 0.7)._replace(suggestion=given)


def _different(reference: Reference, record: RegistryRecord) -> Iterator[tuple[str, Value, str]]:
    for what, listed, given, agrees in (
        ("volume", reference.volume, record.volume, volume_agrees),
        ("issue", reference.issue, record.issue, volume_agrees),
        ("page", reference.page, record.page, page_agrees),
    ):
        if listed and agrees(_text(listed), given) is False:
            yield what, listed, given
