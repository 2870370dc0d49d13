"""Training of the tagger: ``python -m citecheck.parsing.train --strings DIR``."""
