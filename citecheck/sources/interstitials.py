"""Pages that stand in front of the page: challenges, consent, login. They tell nothing of it."""

import re

from citecheck.language.folding import words

_TITLES = """
just a moment | attention required | access denied | access to this page has been denied | please
verify you are | are you a robot | robot check | bot verification | human verification | checking
your browser | security check | one more step | ddos protection | you have been blocked | request
rejected | pardon our interruption | please enable javascript | enable javascript | javascript is
disabled | before you continue | your privacy choices | cookies are disabled | cookie absent |
redirecting | please wait | loading | log in | login | sign in | signin | sign in to your account
| anmelden | iniciar sesion | subscribe to read | 403 forbidden | 404 not found | page not found |
error | not acceptable | web server is returning an unknown error | service unavailable | bad
gateway | captcha | too many requests | 301 moved permanently | 302 found | 404 page not found |
internal server error | 500 internal server error | 503 service unavailable | 429 too many
requests | moved permanently | validate user | client challenge | verifying you are human | vercel
security checkpoint
"""
_PHRASES = tuple(tuple(words(phrase)) for phrase in re.split(r"\|", _TITLES))
_ALONE = 2
"""A phrase of fewer words is a sign only where it is the whole title or its first part."""
_PART = re.compile(r"\s[|–—-]\s|\s?[|•·]\s?|\.\.\.|…")


def is_interstitial(title: str) -> bool:
    """Whether a page of this *title* stands in front of the one that was asked for."""
    first = tuple(words(_PART.split(title, maxsplit=1)[0]))
    return any(
        first == phrase or (len(phrase) > _ALONE and first[: len(phrase)] == phrase)
        for phrase in _PHRASES
    )
