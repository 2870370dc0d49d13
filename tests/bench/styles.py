"""1,000 references in every style of ours against bibtexparser reading them."""

import gc
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.bench.processes import verdict

ENTRIES, LIMIT, ROUNDS = 1_000, 0.3, 7
WORDS = ("tides harbours estuary sediment reading of the in under winter early gauges coastal "
         "dunes salt birds movement history policy northern").split()  # fmt: skip
FAMILIES = "Okafor Marsh Reed Jonsson Lind Quarry Nizhny Silva Kraus Deen".split()
GIVENS = "Ngozi|Peter|Ola R.|Gareth|Maja|Alice|Rya|Inês|Tom|Bob".split("|")


def run() -> bool:
    """Rendering in CPU time against parsing the same list in BibTeX; ordering it stands beside."""
    from bibtexparser.entrypoint import parse_string

    from citecheck import export, styles
    from citecheck.bibliography.csl import from_csl
    from citecheck.styles.arranging import arranged

    rolls = random.Random(7)
    references = [from_csl(item(number, rolls)) for number in range(ENTRIES)]
    bibtex = export.render(references, "bibtex")
    held = True
    for name in styles.STYLES:
        style = styles.load(name)
        ordered = arranged(references, style)
        parsing, rendering, ordering = medians(
            lambda: parse_string(bibtex),
            partial(styles.render, ordered, style),
            partial(arranged, references, style),
        )
        ratio = rendering / parsing
        held = held and ratio <= LIMIT
        shown = verdict(ratio <= LIMIT)
        print(f"  {shown} {name:20} {rendering * 1000:5.1f} ms, {ratio:.2f} times", end="")
        print(f" bibtexparser's {parsing * 1000:.1f} (limit {LIMIT:g}), ", end="")
        print(f"ordering {ordering * 1000:.1f} ms")
    return held


def item(number: int, rolls: random.Random) -> dict[str, Any]:
    """An invented entry: every second a page, else an article or a chapter."""
    title = " ".join(rolls.choices(WORDS, k=9)).capitalize()
    people = [
        {"family": rolls.choice(FAMILIES), "given": rolls.choice(GIVENS)}
        for _ in range(rolls.randint(1, 4))
    ]
    entry: dict[str, Any] = {
        "id": f"r{number}", "author": people, "title": title, "container-title": "Coastal Studies",
        "issued": {"date-parts": [[rolls.randint(1980, 2024), rolls.randint(1, 12)]]},
    }  # fmt: skip
    if number % 2:
        address = f"https://coast.example/{title.replace(' ', '-')}/{number}"
        seen = {"date-parts": [[2024, 2, 1 + number % 28]]}
        return entry | {"type": "webpage", "URL": address, "accessed": seen}
    first = rolls.randint(1, 900)
    entry |= {"volume": str(number % 40), "issue": "3", "page": f"{first}-{first + 12}"}
    if number % 4:
        return entry | {"type": "article-journal", "DOI": f"10.1234/coast.{number}"}
    place = {"publisher": "Quay Press", "publisher-place": "Bergen", "editor": people[:1]}
    return entry | {"type": "chapter"} | place


def medians(*works: Callable[[], object]) -> list[float]:
    """CPU seconds of each of *works*, done in turn, the medians of some rounds."""
    rounds = [[cpu_time(work) for work in works] for _ in range(ROUNDS + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def cpu_time(work: Callable[[], object]) -> float:
    """CPU seconds of one run, which clears away none of the garbage that others left."""
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin
