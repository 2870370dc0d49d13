"""What can be wrong: every rule in one ordered tuple, and the run over them.

To add a rule, write a documented function in the module of its family, put it into ``RULES``, and
give it a case file.
"""

from citecheck.config import Settings
from citecheck.errors import ConfigurationError
from citecheck.model import Finding
from citecheck.rules import (
    backward,
    chronology,
    citations,
    coauthors,
    consistency,
    dates,
    entries,
    ignores,
    links,
    listing,
    locator_form,
    locators,
    names,
    numbering,
    pages,
    pointers,
    prose,
    registries,
    registry_values,
    titles,
    typography,
    uncited,
    undated,
    url_witness,
)
from citecheck.rules.context import Context
from citecheck.rules.rule import Problem, Rule, rule

__all__ = [
    "RULES",
    "Context",
    "Problem",
    "Rule",
    "all_rules",
    "find_rule",
    "matching",
    "rule",
    "run_rules",
    "selected",
]

RULES: tuple[Rule, ...] = (
    citations.missing_entry,
    uncited.uncited_entry,
    citations.ambiguous_citation,
    citations.missing_list,
    citations.missing_citations,
    numbering.number_order,
    prose.mention_without_citation,
    prose.quotation_without_citation,
    backward.unclear_ibid,
    titles.altered_title,
    pointers.wrong_note,
    names.misspelt_author,
    names.given_name_cited,
    coauthors.missing_co_authors,
    coauthors.extra_co_authors,
    coauthors.author_order,
    names.lost_diacritics,
    names.cited_by_other_name,
    coauthors.et_al_for_few_authors,
    coauthors.et_al_form,
    names.undeclared_acronym,
    dates.wrong_year,
    dates.missing_year_letter,
    dates.numbered_disambiguator,
    undated.missing_year,
    url_witness.year_against_url,
    dates.year_letter_differs,
    dates.year_letter_order,
    chronology.future_date,
    chronology.accessed_before_issued,
    listing.list_order,
    listing.duplicate_entry,
    listing.stray_line,
    numbering.numbering_gap,
    entries.missing_url,
    entries.missing_identifier,
    entries.missing_container,
    url_witness.title_against_url,
    entries.publisher_against_url,
    url_witness.tracking_parameters,
    entries.access_note_typo,
    locators.locator_outside_pages,
    typography.stop_before_citation,
    typography.unbalanced_quote,
    typography.mixed_quotes,
    typography.backtick_apostrophe,
    consistency.inconsistent_conjunction,
    consistency.inconsistent_comma,
    locator_form.inconsistent_locator,
    links.dead_link,
    links.missing_page,
    links.moved_link,
    links.insecure_link,
    links.missing_fragment,
    links.unknown_host,
    pages.title_against_page,
    pages.author_against_page,
    pages.year_against_page,
    pages.accessed_before_page,
    pages.doi_against_page,
    registries.wrong_doi,
    registries.unknown_identifier,
    registries.no_record,
    registries.missing_doi,
    registries.retracted_work,
    registries.corrected_work,
    registries.published_preprint,
    registry_values.title_against_registry,
    registry_values.author_against_registry,
    registry_values.year_against_registry,
    registry_values.container_against_registry,
    registry_values.locator_against_registry,
    ignores.unused_ignore,
    ignores.expired_ignore,
    ignores.faulty_ignore,
)


def all_rules(plugins: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """The rules of citecheck, then those that *plugins* add, entry points of other packages.

    Raises ConfigurationError as ``plugged_rules`` does.
    """
    if not plugins:
        return RULES
    from citecheck.rules.plugged import plugged_rules

    taken = frozenset(text for known in RULES for text in (known.code, known.name))
    return (*RULES, *plugged_rules(plugins, taken))


def find_rule(code_or_name: str, rules: tuple[Rule, ...] = RULES) -> Rule:
    """The one of *rules* with that code or name.

    Raises ConfigurationError, with the nearest name, if there is none.
    """
    wanted = code_or_name.strip()
    for candidate in rules:
        if wanted.upper() == candidate.code or wanted.lower() == candidate.name:
            return candidate
    raise ConfigurationError(f"there is no rule “{wanted}”{_nearest(wanted, rules)}")


def _nearest(wanted: str, rules: tuple[Rule, ...]) -> str:
    from difflib import get_close_matches

    known = [text for candidate in rules for text in (candidate.code, candidate.name)]
    near = get_close_matches(wanted.lower(), [text.lower() for text in known], n=1, cutoff=0.5)
    return f"; did you mean “{next(t for t in known if t.lower() == near[0])}”?" if near else ""


def selected(settings: Settings) -> tuple[Rule, ...]:
    """The rules that *settings* choose.

    Raises ConfigurationError for a choice that names no rule and begins no rule's code.
    """
    rules = all_rules(settings.plugins)
    chosen = matching(settings.select or ("",), rules) - matching(settings.ignore, rules)
    return tuple(candidate for candidate in rules if candidate in chosen)


def matching(choices: tuple[str, ...], rules: tuple[Rule, ...] = RULES) -> set[Rule]:
    """Those of *rules* with that code, name or beginning of a code; those off by default only by
    code or name.

    Raises ConfigurationError for a choice that names no rule and begins no rule's code.
    """
    found: set[Rule] = set()
    for choice in choices:
        family = {r for r in rules if r.default and r.code.startswith(choice.upper())}
        found |= family if family else {find_rule(choice, rules)}
    return found


def run_rules(context: Context, settings: Settings) -> tuple[Finding, ...]:
    """Run the selected rules; findings stand in the order of the text, then of the codes.

    Raises ConfigurationError as ``selected`` does.
    """
    findings = [f for candidate in selected(settings) for f in candidate.findings(context)]
    return tuple(sorted(findings, key=lambda f: (f.span.start, f.code, f.span.end)))
