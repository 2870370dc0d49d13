"""The frame of what is said: headings, counts, names of severities, summaries of rules."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from citecheck.errors import ConfigurationError

if TYPE_CHECKING:  # English, the usual case, needs no catalogue
    from citecheck.locale.catalogue import Entry

LANGUAGES: dict[str, str] = {"en": "English", "de": "Deutsch", "nb": "Norsk bokmål"}
"""Languages of messages by their codes (ISO 639-1), with their own names."""
_ALSO = {"no": "nb", "nn": "nb"}


class Phrases:
    """Texts in one language. ``say("{n} of {all} read", n=1, all=2)`` is the phrase, filled in."""

    def __init__(self, language: str, known: tuple[Entry, ...]) -> None:
        """*known* are the translated texts of *language*."""
        self.language = language
        self._known = {(entry.context, entry.text): entry.strings for entry in known}

    def __call__(self, english: str, /, *, context: str = "", **values: object) -> str:
        """*english* in this language, its placeholders filled with *values*."""
        said = self._known.get((context, english), (english,))[0]
        return said.format(**values) if values else said

    def count(self, number: int, one: str, many: str) -> str:
        """*one* or *many* ("{n} errors") with *number* in it: these languages have two forms."""
        forms = self._known.get(("", one), (one, many))
        return forms[0 if number == 1 else -1].format(n=f"{number:,}")


def code_of(language: str) -> str:
    """The key in ``LANGUAGES`` for a code such as "de", "de-AT" or "nb_NO.UTF-8".

    Raises ConfigurationError for a language without a catalogue.
    """
    code = language.replace("_", "-").split("-")[0].split(".")[0].casefold()
    code = _ALSO.get(code, code)
    if code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise ConfigurationError(f"no messages in the language “{language}”, only in: {known}")
    return code


@lru_cache(maxsize=8)
def phrases(language: str) -> Phrases:
    """The texts in *language*.

    Raises ConfigurationError for a language without a catalogue.
    """
    code = code_of(language)
    if code == "en":
        return Phrases(code, ())
    from citecheck.locale.catalogue import entries

    return Phrases(code, entries(code))
