"""A long draft made up by chance from a fixed seed: many works by many people, often cited."""

import random
from dataclasses import dataclass

ONSETS = "b br ch d dr f fr g gr h j k kl l m n p pr r s sch st t tr v w z".split()
NUCLEI = "a e i o u ai ei ou".split()
CODAS = "l n r s nd ck ng rt tt x".split()
ENDINGS = ("", "", "er", "sen", "ez", "ov", "ini", "ski", "ham", "dóttir")
GIVEN = (
    "Anna Boris Clara Daniel Elena Felix Greta Hugo Ines Jonas Karin Leo Marta Nils Olga".split()
)
TOPICS = "harbours ledgers winters ferries markets orchards bridges bells canals fevers".split()
VIEWS = "history theory economy anatomy language memory failure future origins law".split()
PLACES = ("Bristol: Harbour Press", "Leeds: Aire Books", "Ghent: Leie Press", "Kiel: Fördeverlag")
SLIPS = 0.01
"""Share of citations with a letter of the name or the year mistyped."""


@dataclass(frozen=True)
class Work:
    """What an entry says."""

    families: tuple[str, ...]
    given: tuple[str, ...]
    year: int
    title: str
    imprint: str
    pages: range

    @property
    def entry(self) -> str:
        """Harvard style, names in full."""
        people = [f"{f}, {g}" for f, g in zip(self.families, self.given, strict=True)]
        names = ", ".join(people[:-1]) + " and " * (len(people) > 1) + people[-1]
        return f"{names} ({self.year}) {self.title}. {self.imprint}."

    @property
    def who(self) -> str:
        """The names as cited."""
        if len(self.families) > 2:
            return f"{self.families[0]} et al."
        return " and ".join(self.families)


def names(count: int, chance: random.Random) -> list[str]:
    """*count* different family names."""
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = [chance.choice(ONSETS) + chance.choice(NUCLEI) for _ in range(2)]
        name = "".join(syllables) + chance.choice(CODAS) + chance.choice(ENDINGS)
        found[name.capitalize()] = None
    return list(found)


def works(count: int, chance: random.Random) -> list[Work]:
    """*count* works of one to four authors, no two with the same first author."""
    families = names(2 * count, chance)
    found = []
    for first in families[:count]:
        authors = chance.choices((1, 2, 3, 4), (50, 30, 15, 5))[0]
        others = chance.sample(families[count:], authors - 1)
        subject = f"{chance.choice(TOPICS)} and {chance.choice(TOPICS)}"
        title = f"The {chance.choice(VIEWS)} of {subject} in {first.lower()}land"
        imprint, pages = chance.choice(PLACES), range(1, 300)
        if chance.random() < 0.5:
            pages = range(first_page := chance.randint(1, 400), first_page + 18)
            where = f"{chance.randint(1, 60)}(2), pp. {pages[0]}–{pages[-1]}"
            journal = f"Journal of {chance.choice(TOPICS).title()}"
            title, imprint = f"‘{title}’", f"{journal}, {where}"
        given = tuple(chance.choice(GIVEN) for _ in range(authors))
        year = chance.randint(1960, 2023)
        found.append(Work((first, *others), given, year, title, imprint, pages))
    return sorted(found, key=lambda work: work.entry)


def mention(work: Work, chance: random.Random) -> tuple[str, int]:
    """Names and year as cited, now and then with a slip."""
    if chance.random() >= SLIPS:
        return work.who, work.year
    if chance.random() < 0.5:
        return work.who, work.year - 1
    at = chance.randint(2, len(work.families[0]) - 1)
    return work.who[:at] + work.who[at] + work.who[at:], work.year


def sentence(cited: list[Work], chance: random.Random) -> str:
    """A sentence that cites *cited*: one in the running text or in parentheses, or several."""
    about = f"{chance.choice(VIEWS)} of {chance.choice(TOPICS)}"
    mentions = [mention(work, chance) for work in cited]
    if len(mentions) > 1:
        inside = "; ".join(f"{who}, {year}" for who, year in mentions)
        return f"Much has been written on the {about} ({inside})."
    who, year = mentions[0]
    return chance.choice(
        (
            f"{who} ({year}) sees the {about} otherwise.",
            f"The {about} was slow to change ({who}, {year}).",
            f"Some doubt it (see {who}, {year}, p. {chance.choice(cited[0].pages)}), and rightly.",
            f"According to {who} ({year}), nobody asked for the {about}.",
            f"{who}’s ({year}) account of the {about} is the longest.",
        )
    )


def manuscript(entries: int, citations: int, seed: int = 7) -> str:
    """A draft of *entries* works and *citations* citations, each work cited at least once."""
    chance = random.Random(seed)
    listed = works(entries, chance)
    wanted = [*listed, *chance.choices(listed, k=citations - entries)]
    chance.shuffle(wanted)
    said: list[str] = []
    while wanted:
        several = chance.choices((1, 2, 3, 4), (70, 15, 10, 5))[0]
        said.append(sentence([wanted.pop() for _ in range(min(several, len(wanted)))], chance))
    paragraphs = [" ".join(said[at : at + 8]) for at in range(0, len(said), 8)]
    return "\n\n".join([*paragraphs, "References"]) + "\n" + "\n".join(w.entry for w in listed)
