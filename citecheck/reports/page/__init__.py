"""HTML: one file that asks for nothing, with the draft, its citations linked to the list, and the
findings in the margin.

The page runs under a Content Security Policy that allows its own style and script by their hashes
and nothing else, so whatever a draft holds can only be text. Its structure: ``document`` (the
frame), ``overview`` (what was read), ``draft`` with ``blocks`` and ``marks`` (the text), ``cards``
(the findings) and ``plots`` (years and network of sources).
"""

from citecheck.reports.page.document import render

__all__ = ["render"]
