"""Lists of names: how many names follow one another, and where the list ends."""

from typing import NamedTuple

from citecheck.language.connectors import PARTICLES
from citecheck.language.folding import fold
from citecheck.parsing.inverted_names import bracketed, family_end, family_first, inverted
from citecheck.parsing.name_parts import NAME_PARTS, WORDS, Found, is_given
from citecheck.parsing.names import bare, ideographic, mononym, natural, organisation
from citecheck.parsing.tokens import Kind, Token

_SEPARATORS = frozenset((Kind.COMMA, Kind.SEMICOLON, Kind.AND))
_IN_SERIES = NAME_PARTS | {Kind.COMMA, Kind.AND}


class NameList(NamedTuple):
    """Names in a row. ``end`` is the index of the first token behind them.

    ``others`` says that "et al." follows, ``closed`` that "and", "et al." or a full stop showed
    the end of the list.
    """

    names: list[Found]
    end: int
    others: bool = False
    closed: bool = False


def read_name_list(tokens: list[Token], natural_first: bool = False) -> NameList:
    """The names that begin with the first token; none if no name begins there.

    *natural_first* prefers "Jane Doe" to the inverted "Jane Doe, London".
    """
    name = _first_name(tokens, natural_first)
    if name is None:
        return NameList([], 0)
    names, joined = [name], False
    while not names[-1].final or _comma_missing(tokens, names[-1]):
        separator, conjunction = _separator(tokens, names[-1].end)
        if tokens[separator].kind == Kind.OTHERS:
            return NameList(names, separator + 1, others=True, closed=True)
        only_comma = not conjunction and tokens[separator - 1].kind == Kind.COMMA
        if (joined and only_comma) or (separator == names[-1].end and not names[-1].final):
            break
        following = _next_name(tokens, separator, names, conjunction)
        if following is None and not only_comma and names[0].form != "bare":
            following = organisation(tokens, separator)
        if following is None:
            following = _mononym(tokens, separator, name)
        if following is None:
            break
        names.append(following)
        joined = joined or conjunction
    closed = joined or names[-1].final
    return _finish(tokens, NameList(names, names[-1].end, closed=closed), joined)


def _mononym(tokens: list[Token], first: int, before: Found) -> Found | None:
    """A name of its own among inverted ones, if another of these follows it."""
    found = mononym(tokens, first) if before.form == "inverted" and before.initials else None
    following = _inverted(tokens, _separator(tokens, found.end)[0]) if found else None
    return found if following and following.initials else None


def _inverted(tokens: list[Token], first: int) -> Found | None:
    return inverted(tokens, first, family_end(tokens, first))


def _comma_missing(tokens: list[Token], name: Found) -> bool:
    """Whether another inverted name follows a full stop: "VIBRANS, A.C. GASPER, A.L."."""
    if name.form != "inverted":
        return False
    following = _inverted(tokens, name.end)
    if following is None:
        return False
    shouted = name.family.isupper() and following.family.isupper() and len(following.family) > 2
    return shouted or (name.initials and following.initials)


def _separator(tokens: list[Token], index: int) -> tuple[int, bool]:
    """Past ",", ";", "and", ", and" or an ellipsis; whether a conjunction was among them."""
    conjunction = False
    while tokens[index].kind in _SEPARATORS or tokens[index].text in (".", "…"):
        stop = tokens[index].text == "."
        if stop and tokens[index + 1].text not in (".", "…") and tokens[index - 1].text != ".":
            break
        conjunction = conjunction or tokens[index].kind == Kind.AND
        index += 1
    return index, conjunction


def _first_name(tokens: list[Token], natural_first: bool) -> Found | None:
    if tokens[0].kind == Kind.IDEOGRAPHIC:
        return ideographic(tokens, 0)
    end = family_end(tokens, 0)
    if tokens[1].kind == Kind.COMMA:
        return inverted(tokens, 0, end) or bare(tokens, 0)
    if found := family_first(tokens, 0) or bracketed(tokens, 0, end):
        return found
    comma_name, plain = inverted(tokens, 0, end), natural(tokens, 0)
    if comma_name and plain:
        prefer_plain = natural_first and not comma_name.initials
        if prefer_plain or _series_of_full_names(tokens, comma_name, plain):
            return plain
    return comma_name or plain or bare(tokens, 0)


def _series_of_full_names(tokens: list[Token], comma_name: Found, plain: Found) -> bool:
    """Whether "Bob Deen, Barbara Roggeveen" are two persons rather than one."""
    if comma_name.initials or plain.initials:
        comma = next(i for i, token in enumerate(tokens) if token.kind == Kind.COMMA)
        return plain.initials and tokens[comma + 1].kind in (Kind.INITIAL, Kind.CAPS)
    if " " not in comma_name.given:
        return False
    if is_given(tokens[plain.first].text):
        return not is_given(comma_name.given.rsplit(" ", 1)[1])
    return _are_full_names(tokens)


def _are_full_names(tokens: list[Token]) -> bool:
    """Whether three pieces or more between commas are all of two words: "A B, C D, and E F"."""
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in NAME_PARTS:
            pieces[-1].append(token)
        elif token.kind in (Kind.COMMA, Kind.AND):
            pieces += [[]] if pieces[-1] else []
        if (token.dotted and token.kind != Kind.INITIAL) or token.kind not in _IN_SERIES:
            break
    whole = [piece for piece in pieces if piece]
    if len(whole) < 3 or any(len(piece) < 2 or piece[-1].kind not in WORDS for piece in whole):
        return False
    if is_given(whole[1][-1].text):  # "Costa Leite, Neusa Maria, e Marina Reis"
        return False
    second, third = is_given(whole[1][0].text), is_given(whole[2][0].text)
    return third or not second


def _next_name(
    tokens: list[Token], first: int, names: list[Found], conjunction: bool
) -> Found | None:
    """The name at *first*, in a form that may follow the names before it."""
    form = names[0].form
    if form == "bare":
        return bare(tokens, first)
    if form == "ideographic":
        return ideographic(tokens, first)
    if form == "natural":
        return natural(tokens, first)
    end = family_end(tokens, first)
    if form == "family-first":
        found = family_first(tokens, first, settled=True) or inverted(tokens, first, end)
        if found and found.initials:
            return found
        plain = natural(tokens, first)
        return plain if plain and (plain.initials or conjunction) else None
    comma_name = bracketed(tokens, first, end) or inverted(tokens, first, end)
    plain = natural(tokens, first)
    if comma_name and plain:
        return plain if _rather_plain(tokens, plain, comma_name, conjunction) else comma_name
    if comma_name or plain is None:
        return comma_name or family_first(tokens, first, settled=True)
    return plain if plain.initials or conjunction or not names[0].initials else None


def _rather_plain(tokens: list[Token], plain: Found, comma_name: Found, conjunction: bool) -> bool:
    """Whether two words before a comma are a whole name, not a double family name."""
    if comma_name.initials and not plain.initials:
        return False
    if fold(tokens[plain.first].text) in PARTICLES:
        return False
    if is_given(tokens[plain.first].text) or plain.initials:
        return True
    words = [word for word in comma_name.given.split(" ") if len(word.rstrip(".")) > 1]
    if len(words) < 2:
        return conjunction and not (words and is_given(words[0]))
    return not all(is_given(word) for word in words)


def _finish(tokens: list[Token], listed: NameList, joined: bool) -> NameList:
    """Drop names at the end that only look like names: "Smith, J., Deep Learning, MIT"."""
    names, end = listed.names, listed.end
    if _is_bounded(tokens, end):
        return listed
    doubtful = [name for name in names[1:] if _is_doubtful(name)]
    if joined and (not names[0].initials or _any_given(doubtful)):
        return listed
    known = names[0].form == "natural"
    while len(names) > 1 and _is_doubtful(names[-1]) and not (known and _any_given(names[-1:])):
        names = names[:-1]
        end = names[-1].end
    return listed._replace(names=names, end=end)


def _is_bounded(tokens: list[Token], end: int) -> bool:
    """Whether a date or a quoted title stands right behind the names."""
    if tokens[end].kind in (Kind.OPEN, Kind.COMMA, Kind.STOP):
        end += 1
    return tokens[end].kind == Kind.END


def _is_doubtful(name: Found) -> bool:
    return name.form == "natural" and not name.initials


def _any_given(names: list[Found]) -> bool:
    return any(is_given(name.given.split(" ")[0]) for name in names)
