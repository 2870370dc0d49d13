"""Citations and the entries they mean, against the known answers."""

from citecheck.model import MatchStatus
from tests.accuracy.gold import Pairing


def citation_misses(pairing: Pairing) -> dict[int, str]:
    """For each citation by number what is wrong with it; "" if nothing is."""
    by_id = {match.citation_id: match for match in pairing.report.matches}
    numbers = {reference.id: number for number, reference in pairing.references.items()}
    wrong = {}
    for number, record in pairing.gold.citations.items():
        citation = pairing.citations.get(number)
        match = by_id.get(citation.id) if citation is not None else None
        if citation is None or match is None:
            wrong[number] = "not found"
            continue
        found = [numbers.get(identifier, 0) for identifier in match.reference_ids]
        several = len(record["refs"]) > 1
        right = sorted(found) == sorted(record["refs"]) and (
            not several or match.status == MatchStatus.AMBIGUOUS
        )
        wrong[number] = "" if right else f"{match.status}: {found}, expected {record['refs']}"
    return wrong
