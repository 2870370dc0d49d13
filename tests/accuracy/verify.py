"""Genuine answers of Crossref and the Wayback Machine, through the adapters: who is accepted?

Which record is right was not read off the adapter. A record that has the entry's title to the
letter (or begins with it, or it with the record's), its year and one of its surnames is right;
the rest were looked up one by one, and stand in ``JUDGED`` by DOI.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from citecheck.agreement.entries import title_likeness
from citecheck.agreement.people import read_name
from citecheck.agreement.titles import AGREES
from citecheck.language.folding import letters
from citecheck.model import PartialDate, Reference, Span, Value
from citecheck.model.verification import Lookup, LookupStatus, RegistryRecord
from citecheck.sources.answers import Answer
from citecheck.sources.crossref import Crossref
from citecheck.sources.registries import searched
from citecheck.sources.registry import ask
from citecheck.sources.wayback import INDEX, indexed_copies, nearest_copy
from tests.accuracy.replaying import recorded, replaying
from tests.accuracy.shared import shared

GOAL = 0.98
JUDGED: dict[str, bool] = dict.fromkeys(
    (
        "10.1007/0-387-36620-2",
        "10.1007/b98886",
        "10.1038/s43588-024-00662-z",
        "10.1063/5.0078310",
        "10.1109/access.2024.3351376",
        "10.1109/cvpr52733.2024.01465",
        "10.1109/tbme.2015.2468589",
        "10.1126/scitranslmed.adt4147",
        "10.1137/1.9781611970128",
        "10.18653/v1/2022.emnlp-main.608",
        "10.18653/v1/2025.findings-emnlp.283",
        "10.2139/ssrn.3726167",
        "10.52202/068431-0855",
        "10.5772/5618",
    ),
    True,
)


class Search(NamedTuple):
    """One recorded search: the entry, the answer, what the adapter made of it."""

    entry: Reference
    records: tuple[RegistryRecord, ...]
    lookup: Lookup


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; 0 if the goals are met."""
    found = list(searches())
    accepted = [one for one in found if one.lookup.record]
    wrong = [one for one in accepted if not is_right(one.entry, one.lookup.record)]
    near = [one for one in found if best_title(one) >= AGREES]
    possible = [one for one in found if any(is_right(one.entry, r) for r in one.records)]
    right = len(accepted) - len(wrong)
    precision, recall = right / max(1, len(accepted)), right / max(1, len(possible))
    print(f"searches {len(found)}, with a title above {AGREES}: {len(near)}")
    print(f"accepted {len(accepted)}, right {right}, wrong {len(wrong)}")
    print(f"precision {precision:.4f} (goal {GOAL}), recall {recall:.4f} of {len(possible)}")
    for one in wrong:
        print(f"  wrong: {one.entry.title and one.entry.title.value} -> {one.lookup.record}")
    odd = [*lookups_by_doi(), *unasked(), *archive()]
    for line in odd:
        print(f"  unexpected: {line}")
    return int(bool(wrong or odd or precision < GOAL))


def searches() -> Iterator[Search]:
    """Every recorded search whose entry is known, through the adapter."""
    folder = shared("recorded/crossref-search")
    listed = {
        item["title"].lower(): item
        for path in sorted((folder / "bibliographies").glob("*.json"))
        for item in json.loads(path.read_text("utf-8"))
    }
    index = json.loads((folder / "query_index.json").read_text("utf-8"))
    for name, query in index.items():
        response = folder / "responses" / f"{name}.json"
        if response.exists():
            yield search_again(entry_of(listed[query["title"].lower()]), response.read_bytes())


def search_again(entry: Reference, items: bytes) -> Search:
    """Ask with the recorded list of works as the answer."""
    crossref = Crossref()
    url = crossref.search_address(entry)
    body = b'{"message-type": "work-list", "message": {"items": ' + items + b"}}"
    lookup = searched(entry, crossref, replaying({url: Answer(url, status=200, body=body)}))
    return Search(entry, crossref.candidates(body), lookup)


def entry_of(item: dict[str, Any]) -> Reference:
    """An item of a bibliography as an entry."""
    names = [name for name in item["authors"] if letters(name) != "etal"]
    return Reference(
        id="r1",
        span=Span(start=0, end=0),
        raw=item["title"],
        title=Value(value=item["title"]),
        author=tuple(map(read_name, names)),
        issued=PartialDate(year=int(item["year"])) if item["year"] else None,
        container_title=Value(value=item["venue"]) if item["venue"] else None,
    )


def best_title(one: Search) -> float:
    """How alike the most similar title is."""
    return max((title_likeness(one.entry, record) for record in one.records), default=0.0)


def is_right(entry: Reference, record: RegistryRecord | None) -> bool:
    """Whether *record* is of the work that the entry means."""
    if record is None:
        return False
    if record.doi in JUDGED:
        return JUDGED[record.doi]
    mine, theirs = letters(entry.title.value if entry.title else ""), letters(record.title)
    same = bool(theirs) and (mine.startswith(theirs) or theirs.startswith(mine))
    year = entry.issued.year if entry.issued else None
    dated = not year or any(abs((date.year or 0) - year) <= 1 for date in record.issued)
    surnames = {letters(name.sort_name) for name in record.author}
    return same and dated and any(letters(name.sort_name) in surnames for name in entry.author)


def lookups_by_doi() -> Iterator[str]:
    """Every recorded question for a work: found, not found or not checked, as its status is."""
    due = {200: LookupStatus.FOUND, 404: LookupStatus.NOT_FOUND, 400: LookupStatus.NOT_CHECKED}
    counts: Counter[tuple[int, str]] = Counter()
    crossref, notices, preprints = Crossref(), 0, 0
    for answer in recorded(shared("recorded/habanero")):
        identifier = answer.url.partition("//api.crossref.org/works/")[2]
        if not identifier or identifier.endswith(("/agency", "csl+json")):
            continue
        client = replaying({crossref.address([identifier]): answer})
        if "?" in identifier:  # a question that no adapter asks
            client = replaying({crossref.address(["10.1/x"]): answer})
            identifier = "10.1/x"
        outcome = ask(crossref, [identifier], client)
        counts[answer.status, outcome.status] += 1
        notices += sum(len(record.updates) for record in outcome.records)
        preprints += sum("has-preprint" in record.related for record in outcome.records)
        if outcome.status != due[answer.status]:
            yield f"{answer.url}: {answer.status}, {outcome.status}"
    for (status, verdict), count in sorted(counts.items()):
        print(f"works by DOI: status {status}, {verdict}: {count}")
    print(f"works by DOI: notices of corrections {notices}, with preprints {preprints}")


def unasked() -> Iterator[str]:
    """All other traffic of Crossref as if it answered a DOI: none of it is taken for a work."""
    crossref, counts, works = Crossref(), Counter[tuple[int, str]](), 0
    address = crossref.address(["10.1/x"])
    for answer in recorded(shared("recorded/habanero")):
        is_work = b'"message-type":"work",' in answer.body[:200]
        if b'"message-type":"work-list"' in answer.body[:200]:
            works += len(crossref.candidates(answer.body))
        for status in (answer.status, 429, 504):
            changed = replace(answer, status=status, headers={})
            outcome = ask(crossref, ["10.1/x"], replaying({address: changed}))
            counts[status, outcome.status] += 1
            if outcome.status == LookupStatus.FOUND and not (is_work and status == 200):
                yield f"{answer.url}: taken for a work"
            if status in (429, 504) and outcome.status != LookupStatus.NOT_CHECKED:
                yield f"{answer.url}: {status}, {outcome.status}"
    for (status, verdict), count in sorted(counts.items()):
        print(f"all traffic: status {status}, {verdict}: {count}")
    print(f"all traffic: works read from lists: {works}")


def archive() -> Iterator[str]:
    """The index of the Wayback Machine: copies where there are any, none from refusals."""
    copies = answers = 0
    for answer in recorded(shared("recorded/wayback")):
        found = list(indexed_copies(answer.body)) if answer.ok else []
        is_index = answer.url.startswith(INDEX)
        answers += is_index
        copies += len(found) if is_index else 0
        if not is_index and found:
            yield f"{answer.url}: copies in a page"
        if answer.status in (403, 429) and nearest_copy(answer.url, None, replaying({})):
            yield f"{answer.url}: a copy from a refusal"
    print(f"archive: copies {copies} in {answers} answers of the index")
