"""Whether the place in a page that a URL points to is there."""

from urllib.parse import unquote, urldefrag

from citecheck.sources.answers import Answer
from citecheck.sources.soft404 import parsed

# Fragments that name no place: the top, a route of a script, words to highlight.
NO_PLACE = ("top", "/", "!", ":~:", "page=", "search=")


def fragment_of(url: str) -> str:
    """The place in the page that *url* names, "" if it names none."""
    fragment = unquote(urldefrag(url).fragment).partition(":~:")[0]
    return "" if fragment.lower() == "top" or fragment.startswith(NO_PLACE[1:]) else fragment


def is_found(fragment: str, answer: Answer) -> bool | None:
    """Whether the page of *answer* has an element with that id or name; None if nobody can tell."""
    if not fragment or not answer.ok or not answer.is_html:
        return None
    tree = parsed(answer)
    if tree is None:
        return None
    wanted = {fragment, f"user-content-{fragment}"}
    names = (element.get(key) for element in tree.iter() for key in ("id", "name"))
    if not wanted.isdisjoint(name for name in names if name):
        return True
    return None if answer.truncated else False
