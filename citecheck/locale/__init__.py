"""What citecheck says to people, in other languages than English.

A language is a gettext catalogue, ``de.po``, and a line in ``LANGUAGES``. English stands in the
code: what a catalogue does not hold stays English, so that nothing is ever left unsaid.
``phrases`` gives the frame of reports, ``findings.translate`` a finding in another language.
"""

from citecheck.locale.phrases import LANGUAGES, Phrases, phrases

__all__ = ["LANGUAGES", "Phrases", "phrases"]
