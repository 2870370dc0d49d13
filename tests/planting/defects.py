"""The kinds of defect: where each may be planted, how, and the one finding that must come of it.

A kind is a function from a sound draft and a source of chance to every ``Planted`` there is room
for, in ``KINDS``. To add one, write the function and put it there with the drafts it fits.
"""

from tests.planting import in_keys, in_names, in_works
from tests.planting.planted import Kind

AUTHOR_YEAR = ("example", "harbour")
KINDS: dict[Kind, tuple[str, ...]] = {
    in_names.misspelt_in_citation: AUTHOR_YEAR,
    in_names.misspelt_in_entry: AUTHOR_YEAR,
    in_works.wrong_year_in_citation: AUTHOR_YEAR,
    in_works.wrong_year_in_entry: AUTHOR_YEAR,
    in_works.entry_removed: AUTHOR_YEAR,
    in_works.entry_added: AUTHOR_YEAR,
    in_names.given_name: AUTHOR_YEAR,
    in_names.et_al_for_one_or_two: AUTHOR_YEAR,
    in_names.co_author_missing: AUTHOR_YEAR,
    in_names.co_author_extra: AUTHOR_YEAR,
    in_names.co_author_extra_once: AUTHOR_YEAR,
    in_names.authors_swapped: AUTHOR_YEAR,
    in_names.diacritics_lost: ("harbour",),
    in_works.year_letter_missing: ("harbour",),
    in_works.year_letter_missing_in_entry: ("harbour",),
    in_works.year_letter_needless: AUTHOR_YEAR,
    in_works.year_letter_needless_in_entry: AUTHOR_YEAR,
    in_works.duplicated: AUTHOR_YEAR,
    in_works.duplicated_short_title: ("harbour",),
    in_works.out_of_order: AUTHOR_YEAR,
    in_names.acronym: ("harbour",),
    in_works.accessed_too_early: AUTHOR_YEAR,
    in_works.accessed_in_future: AUTHOR_YEAR,
    in_keys.number_skipped: ("numbered",),
    in_keys.number_repeated: ("numbered",),
    in_keys.number_undefined: ("numbered",),
    in_keys.label_undefined: ("labels", "keys"),
    in_keys.key_mistyped: ("keys",),
    in_keys.key_unused: ("keys",),
}
