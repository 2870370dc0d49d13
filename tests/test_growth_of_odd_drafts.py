"""Drafts made to be slow: many of one thing, or one thing without end. Calls are counted."""

from collections.abc import Callable

import pytest

from tests.test_growth import calls

FEW, MANY = 50, 150
SLACK = 1.4
ENTRY = "{name}, J. ({year}) The {word} of the shore. Bristol: Harbour Press."


def letters_of(number: int) -> str:
    """A word of four letters for each number."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


def with_list(said: str, entries: list[str]) -> str:
    return f"{said}\n\nReferences\n" + "\n".join(entries) + "\n"


def all_ambiguous(count: int) -> str:
    twins = [ENTRY.format(name="Marlow", year=2001, word=word) for word in ("sand", "rope")]
    return with_list("\n".join(["It is so (Marlow, 2001)."] * count), twins)


def one_author_and_year(count: int) -> str:
    words = [letters_of(number) for number in range(count)]
    entries = [ENTRY.format(name="Marlow", year=2001, word=word) for word in words]
    return with_list("It is so (Marlow, 2001), they say.", entries)


def one_title(count: int) -> str:
    entries = [
        ENTRY.format(name=f"Mar{letters_of(number)}", year=2001, word="sand")
        for number in range(count)
    ]
    return with_list("It is so (Marlow, 2001), they say.", entries)


def similar_and_unlisted(count: int) -> str:
    said = [f"It is so (Marb{letters_of(number)}erg, 2001)." for number in range(count)]
    entries = [
        ENTRY.format(name=f"Marl{letters_of(number)}ert", year=2001, word="sand")
        for number in range(count)
    ]
    return with_list("\n".join(said), entries)


def one_slip_each(count: int) -> str:
    names = [f"Hal{letters_of(number)}berg" for number in range(count)]
    said = [f"It is so ({name.replace('berg', 'borg')}, 2001)." for name in names]
    entries = [ENTRY.format(name=name, year=2001, word="sand") for name in names]
    return with_list("\n".join(said), entries)


def shared_given_name(count: int) -> str:
    said = "\n".join(["It is so (Valerie, 2001)."] * count)
    entries = [
        f"Hal{letters_of(number)}, Valerie (2001) The sand. Bristol: Harbour Press."
        for number in range(count)
    ]
    return with_list(said, entries)


def long_name(count: int) -> str:
    name = "Mar" + "lo" * 10 * count
    return with_list(f"It is so ({name}, 2001).", [ENTRY.format(name=name, year=2001, word="sand")])


def name_of_many_words(count: int) -> str:
    name = " ".join(["Marlow"] * count)
    return with_list(f"It is so ({name}, 2001).", [ENTRY.format(name=name, year=2001, word="sand")])


def citation_by_many(count: int) -> str:
    names = ", ".join(f"Mar{letters_of(number)}" for number in range(count))
    return with_list(
        f"It is so ({names} and Marlow, 2001).", [ENTRY.format(name="Marlow", year=2001, word="x")]
    )


def entry_by_many(count: int) -> str:
    names = ", ".join(f"Mar{letters_of(number)}, J." for number in range(count))
    return with_list(
        "It is so (Maraaaa et al., 2001).", [f"{names} (2001) The sand. Bristol: Harbour Press."]
    )


def both_by_many(count: int) -> str:
    cited = ", ".join(f"Mar{letters_of(number)}" for number in range(count))
    listed = ", ".join(f"Mar{letters_of(number)}, J." for number in range(count))
    return with_list(
        f"It is so ({cited}, 2001).", [f"{listed} (2001) The sand. Bristol: Harbour Press."]
    )


def many_years(count: int) -> str:
    years = ", ".join(str(1900 + number % 120) for number in range(20 * count))
    return with_list(
        f"It is so (Marlow {years}).", [ENTRY.format(name="Marlow", year=1901, word="x")]
    )


def open_parentheses(count: int) -> str:
    return with_list("(" * 50 * count, [ENTRY.format(name="Marlow", year=2001, word="sand")])


def nested_citations(count: int) -> str:
    said = "(see Marlow, 2001, " * count + ")" * count
    return with_list(said, [ENTRY.format(name="Marlow", year=2001, word="sand")])


def open_quotes(count: int) -> str:
    said = "“so it is (Marlow, 2001) " * count
    return with_list(said, [ENTRY.format(name="Marlow", year=2001, word="sand")])


def capitals(count: int) -> str:
    said = "Marlow And " * count + "(2001)."
    return with_list(said, [ENTRY.format(name="Marlow", year=2001, word="sand")])


def numbers(count: int) -> str:
    said = " ".join(f"so [{number}]" for number in range(1, count + 1))
    entries = [
        f"[{number}] J. Mar{letters_of(number)}, The sand. Bristol: Harbour Press, 2001."
        for number in range(1, count + 1)
    ]
    return with_list(said, entries)


def wide_ranges(count: int) -> str:
    said = " ".join(f"so [1-{count}]" for _ in range(20))
    entries = [
        f"[{number}] J. Mar{letters_of(number)}, The sand. Bristol: Harbour Press, 2001."
        for number in range(1, count + 1)
    ]
    return with_list(said, entries)


def one_number(count: int) -> str:
    entries = [
        f"[1] J. Mar{letters_of(number)}, The sand. Bristol: Harbour Press, 2001."
        for number in range(count)
    ]
    return with_list("so [1] and [1] and [1]", entries)


def dashes_for_names(count: int) -> str:
    entries = [f"———. ({1900 + number % 120}) The {letters_of(number)}." for number in range(count)]
    first = ENTRY.format(name="Marlow", year=1901, word="sand")
    return with_list("It is so (Marlow, 1901).", [first, *entries])


def reversed_list(count: int) -> str:
    names = sorted((f"Mar{letters_of(7919 * number)}" for number in range(count)), reverse=True)
    entries = [ENTRY.format(name=name, year=2001, word="sand") for name in names]
    return with_list(f"It is so ({names[0]}, 2001).", entries)


def whole_names(count: int) -> str:
    """One given name for all, cited with it."""
    names = [f"Hal{letters_of(number)}" for number in range(count)]
    said = [f"It is so (Valerie {name}, 2001)." for name in names]
    entries = [f"{name}, Valerie (2001) The sand. Bristol: Harbour Press." for name in names]
    return with_list("\n".join(said), entries)


def partly_shuffled(count: int) -> str:
    """Every eighth entry out of order."""
    names = sorted(f"{letters_of(7919 * number).title()}berg" for number in range(count))
    names[::8] = reversed(names[::8])
    entries = [ENTRY.format(name=name, year=2001, word="sand") for name in names]
    return with_list(f"It is so ({names[0]}, 2001).", entries)


def one_publisher(count: int) -> str:
    """Every entry's site is cited for its author."""
    said = ["It is so (Reuters, 2001)."] * count
    entries = [
        f"Hal{letters_of(number)}, J. (2001) The {letters_of(number)} of sand. Reuters. "
        f"Available at: https://www.reuters.com/{letters_of(number)}"
        for number in range(count)
    ]
    return with_list("\n".join(said), entries)


DRAFTS = [
    whole_names, partly_shuffled, one_publisher,
    all_ambiguous, one_author_and_year, one_title, similar_and_unlisted, one_slip_each,
    shared_given_name, long_name, name_of_many_words, citation_by_many, entry_by_many,
    both_by_many, many_years, open_parentheses, nested_citations, open_quotes, capitals, numbers,
    wide_ranges, one_number, dashes_for_names, reversed_list,
]  # fmt: skip


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.__name__)
def test_calls_grow_with_the_text(draft: Callable[[int], str]) -> None:
    calls(draft(3))
    few, many = draft(FEW), draft(MANY)
    assert calls(many) <= calls(few) * len(many) / len(few) * SLACK
