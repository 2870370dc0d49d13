"""Entries as CSL-JSON 1.0.2 items. What is to be asked stands in ``custom.questions``."""

import json
from typing import Any

from citecheck.export.reference_list import ReferenceList


def render(listing: ReferenceList) -> str:
    """A JSON array of items."""
    return json.dumps(items(listing), ensure_ascii=False, indent=2) + "\n"


def items(listing: ReferenceList) -> list[dict[str, Any]]:
    """An item for each reference, under a key such as "deen2021ever"."""
    found = []
    for key, reference in listing.keyed():
        item = {**reference.to_csl(), "id": key}
        if questions := listing.questions_on(reference):
            item["custom"] = {**item.get("custom", {}), "questions": list(questions)}
        found.append(item)
    return found
