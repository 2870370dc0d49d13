"""Entries as CSL-YAML, as Pandoc reads it in metadata or by ``--bibliography refs.yaml``."""

from citecheck.export.csl_json import items
from citecheck.export.reference_list import ReferenceList


def render(listing: ReferenceList) -> str:
    """A mapping whose "references" are the items."""
    import yaml

    document = {"references": items(listing)}
    written = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{written}---\n" if document["references"] else "---\nreferences: []\n---\n"
