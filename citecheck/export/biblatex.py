"""Entries as biblatex (manual 3.20): its own types, ``date``, ``journaltitle``, ``location``.

What the two dialects share stands in ``bibtex``.
"""

from citecheck.export import bibtex
from citecheck.export.reference_list import ReferenceList


def render(listing: ReferenceList) -> str:
    """One biblatex entry for each reference, in order."""
    return bibtex.written(listing, bibtex.BIBLATEX)
