"""What several registries say of one entry, taken together."""

from collections.abc import Iterable

from citecheck.model.verification import Lookup, LookupStatus


def nowhere_found(lookups: Iterable[Lookup], reference_id: str) -> str:
    """ "no record found in Crossref and DataCite", "" if there is one or nobody could be asked.

    It names only who answered. Whoever was asked in vain may have the record.
    """
    own = [lookup for lookup in lookups if lookup.reference_id == reference_id]
    if not own or any(lookup.status != LookupStatus.NOT_FOUND for lookup in own):
        return ""
    names = list(dict.fromkeys(lookup.registry for lookup in own))
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"no record found in {listed}"
