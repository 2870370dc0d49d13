"""What marks in an entry show against the trained tagger: roles, emphasis, the mark "In:"."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.language.connectors import HOST
from citecheck.parsing.originals import UNIFORM
from citecheck.parsing.roles import LONGEST_PHRASE, role_behind, role_phrase
from citecheck.parsing.tagged_borders import undivided, with_given, with_more_names
from citecheck.parsing.tagged_heads import with_names
from citecheck.parsing.tagged_imprint import imprinted
from citecheck.parsing.tagged_notes import past_sentences, past_titles, renamed
from citecheck.parsing.tagged_numbers import renumbered

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_HOST = re.compile(rf"(?:(?<!\w)(?:{HOST})|收入|载|见|//)\s?[:：]?\s?[\"“«*_]{{0,3}}$")
# A title ends where the mark of what contains it stands behind it: "Salt. In: Rivers".
_HOST_INSIDE = re.compile(
    r"[.,;?!)*_]?[”\"»’“]{0,2}[.,]?\s(?:"
    rf"(?<=[.,;?!)*_”\"»’“] )(?:{HOST}|В)\s?[:：]\s"
    r"|In:\s(?=[^\W\d_a-z])"
    rf"|(?:(?<=[”\"»“] )|(?<=[”\"»“][.,] ))(?:{HOST})\s(?=[^\W\d_a-z]|[\"“«*_])"
    r"|收入\s|//\s)|(?<=\])//\s?"
)
# Short cuts, the quickest first.
_MARKED = re.compile(r"[:：”\"»“收/]")
_MAY_HOLD_HOST = re.compile(r"[NnMmSsВ]\s?[:：]|[”\"»“]|收入|//")
_QUOTES = tuple('“”"„«»')
_WORD = re.compile(r"[^\W\d_]{2}")
_EMPHASIS = re.compile(r"(?<![*_\w])[*_]{1,3}(?=[^\W_])")
_EMPHASIS_END = re.compile(r"(?<=[^\s*_])[*_]{1,3}(?![^\W_])")
_ROLE = re.compile(r"[\s,]{1,2}\([^\W\d_]{2,6}\.?\)(?=[:.,]? )")
_NAMED = re.compile(r", ([^\W\d_a-z][^\W\d_]*\.?(?: [^\W\d_a-z][^\W\d_]*\.?){1,2})$")
_INITIALS = re.compile(r",? (?:[^\W\d_a-z]\. ?){1,4}")
_FOREIGN = re.compile("(?<=[a-z][.] )[\u3041-\u30ff\u4e00-\u9fff]{4}")
_MAY_BEGIN_NAME = re.compile(r"\W*[^\Wa-z][^a-z]")  # a short cut
_CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{1,30}")
_LISTED = re.compile(r"[,;&/\d]| (?:and|und|et|y|e|i|og|och|en|и) (?=[^\W\d_a-z])|\bet al\b")
_TEXT_BEHIND = {"author": "title", "editor": "container"}
_BEFORE_PHRASE = frozenset(".,;:([)]?!")
_EDITION = re.compile(r"第?\d{1,2}\s?版")
_LONGEST_HEAD = 120  # characters
_NO_DATE = re.compile(r"年[^\W\d_]{4}")
_TEXTS = frozenset(("title", "container"))
_CUT_AT_PHRASE = _TEXTS | {"publisher"}
_NAMES = frozenset(("author", "editor", "translator", "publisher"))
_TEXT_ROLES = frozenset(("editor", "translator"))
_LONGEST_NAME = 40  # characters
_LONGEST_GAP = 4  # characters between a label and its value, or between two fields
_SEVERAL = 2
_DASHES = (" - ", " – ", " — ")
_JOINED = ("author", "container")
_EDGES = " .,:;()[]"


def relabelled(entry: str, fields: "Sequence[Tagged]", *, phrased: bool = True) -> "list[Tagged]":
    """The *fields* of *entry*, in order, as the marks around and inside them show them to be.

    Where the entry is not *phrased*, no phrase such as "edited by" stands in it.
    """
    found: list[Tagged] = []
    for field in _without_uniform(entry, fields):
        found += _parts(entry, field, phrased)
    found = undivided(entry, _joined(entry, _behind_names(entry, past_titles(entry, found))))
    found = with_names(entry, with_more_names(entry, with_given(entry, found)))
    found = imprinted(entry, renumbered(entry, renamed(entry, found)))
    if phrased:
        found = past_sentences(entry, [_by_phrase(entry, field) for field in found])
    found = [_by_role(entry, field, found) if field.label in _TEXTS else field for field in found]
    return _with_container(entry, _from_emphasis(entry, found))


def _without_uniform(entry: str, fields: "Sequence[Tagged]") -> "Sequence[Tagged]":
    """The fields without a uniform title in brackets, "BRAZIL. [Constitution (1988)]. ...", whose
    year is not that of publication.
    """
    mark = UNIFORM.search(entry, 0, _LONGEST_HEAD) if "[" in entry[:_LONGEST_HEAD] else None
    if mark is None:
        return fields
    found = []
    for field in fields:
        if field.start < mark.start() < field.end:
            found.append(_trimmed(entry, field._replace(end=mark.start())))
        elif field.end <= mark.start() or mark.end() <= field.start:
            found.append(field)
    return [field for field in found if field]


def _parts(entry: str, field: "Tagged", phrased: bool) -> "Sequence[Tagged]":
    """The field, cut at a phrase such as "edited by", or behind a mark such as "(ed.)", in it."""
    label = field.label
    if label == "title" and (host := _host_inside(entry, field)):
        title = field._replace(end=host.start() + (host[0][0] in "?!)"))
        container = field._replace(label="container", start=host.end())
        return [title, *_at_phrase(entry, container)]
    if label == "title" and (named := _named_behind(entry, field)):
        return named
    if phrased and label in _CUT_AT_PHRASE:
        return _at_phrase(entry, field)
    if label == "editor":
        return _behind_role(entry, field)
    if label == "volume" and _EDITION.fullmatch(entry, field.start, field.end):
        return [field._replace(label="edition")]
    if label == "date" and "年" in entry and _NO_DATE.search(entry, field.start, field.end):
        return [field._replace(label="container")]  # "2015年学术会议论文集", proceedings of a year
    return (field,)


def _named_behind(entry: str, field: "Tagged") -> "Sequence[Tagged]":
    """A title, and the editor or translator whose mark stands behind it: "Salt, Bo Lie (ed.)"."""
    if not _ROLE.match(entry, field.end):
        return ()
    role = role_behind(entry, field.end)
    name = _NAMED.search(entry, max(field.start, field.end - _LONGEST_NAME), field.end)
    if not name or not role or role.variable not in _TEXT_ROLES:
        return ()
    person = field._replace(label=role.variable, start=name.start(1))
    return [field._replace(end=name.start()), person]


def _behind_role(entry: str, field: "Tagged") -> "Sequence[Tagged]":
    """Editors up to their mark, and the container behind it."""
    role = _ROLE.search(entry, field.start, field.end)
    if role is None:
        return (field,)
    rest = _trimmed(entry, field._replace(label="container", start=role.end()))
    editors = field._replace(end=role.end())
    return [editors, rest] if rest and role_behind(entry, role.start()) else [editors]


def _host_inside(entry: str, field: "Tagged") -> re.Match[str] | None:
    """The mark of what contains the work, inside its title; none behind but a quoted word."""
    if not _MARKED.search(entry, field.start, field.end):
        return None
    if not _MAY_HOLD_HOST.search(entry, field.start, field.end):
        return None
    host = _HOST_INSIDE.search(entry, field.start, field.end)
    if host and host[0][0] in '”"»“' and ":" not in host[0]:
        opens = entry[max(0, field.start - 2) : field.start + 1]
        return host if any(mark in opens for mark in '“”"„«»') else None
    if host and entry[field.start - 1 : field.start] in _QUOTES and host[0][0] == " ":
        return host if entry[field.end :].lstrip(",.")[:1] not in _QUOTES else None
    return host


def _joined(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """The container whole, where a mark cut its beginning from a title; and authors with a dash
    between them: "SFN - Silt Fund of the North".
    """
    labels = [field.label for field in fields]
    if labels.count("container") < _SEVERAL and labels.count("author") < _SEVERAL:
        return fields
    found = fields[:1]
    for field in fields[1:]:
        between = entry[found[-1].end : field.start]
        near = len(between) <= _LONGEST_GAP if field.label == "container" else between in _DASHES
        if near and field.label == found[-1].label and field.label in _JOINED:
            share = min(found[-1].confidence, field.confidence)
            found[-1] = found[-1]._replace(end=field.end, confidence=share)
        else:
            found.append(field)
    return found


def _behind_names(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """Titles begin right behind the initials that close a list of names: "LIE, B. Rivers"."""
    tails = [_tail(entry, field) if field.label in _TEXT_BEHIND else 0 for field in fields]
    if not any(tails):
        return fields
    found: list[Tagged] = []
    for field, at, cut in zip(fields, tails, [0, *tails], strict=False):
        if at:
            text = field._replace(label=_TEXT_BEHIND[field.label], start=at)
            found += [field._replace(end=at), text]
        elif cut and field.label == found[-1].label:
            found[-1] = found[-1]._replace(end=field.end)
        else:
            found.append(field)
    return found


def _tail(entry: str, field: "Tagged") -> int:
    """Where, behind the initials of the last name, a title begins; 0 if none does.

    The family name is in capitals, or Cyrillic with two initials behind it: there no given name
    follows the initials. A sentence in Chinese or Japanese behind Latin letters is a title too.
    """
    if not entry.isascii() and (foreign := _FOREIGN.search(entry, field.start, field.end)):
        return foreign.start()
    last = max(entry.rfind(mark, field.start, field.end) for mark in ";&")
    start = max(field.start, last + 1)
    if not _MAY_BEGIN_NAME.match(entry, start):
        return 0
    initials = _INITIALS.search(entry, start, field.end)
    if initials is None:
        return 0
    family, tail = entry[start : initials.start()].strip(), entry[initials.end() : field.end]
    shouted = family.isupper() and len(family) > 2 and initials[0][0] == ","
    if not (shouted or (_CYRILLIC.fullmatch(family) and initials[0].count(".") > 1)):
        return 0
    tail = tail.partition(" / ")[0]  # those responsible stand behind the title once more
    worded = tail[:1].isupper() and not tail.isupper() and not _LISTED.search(tail)
    return initials.end() if worded else 0


def _at_phrase(entry: str, field: "Tagged") -> "Sequence[Tagged]":
    """The text before a phrase such as "edited by", and the names behind it."""
    found = role_phrase(entry, field.start, field.end)
    if found is None or not entry[found[1].end : found[1].end + 1].isupper():
        return (field,)
    begin, role = found
    translated = role.variable == "translator"
    worded = " " in entry[begin : role.end - 1]  # and no "Trans." of a journal
    if begin <= field.start + 1:
        named = translated and (worded or field.label == "publisher")
        return (field._replace(label=role.variable) if named else field,)
    if entry[:begin].rstrip()[-1:] not in _BEFORE_PHRASE or (
        translated and not worded and field.label == "container"
    ):
        return (field,)
    text, names = _trimmed(entry, field._replace(end=begin)), field._replace(start=begin)
    names = names._replace(label=role.variable)
    return [text, names] if text else [names]


def _trimmed(entry: str, field: "Tagged") -> "Tagged | None":
    """The field without punctuation around it; none if no word is left."""
    start, end = field.start, field.end
    while start < end and entry[start] in _EDGES:
        start += 1
    while start < end and entry[end - 1] in _EDGES:
        end -= 1
    return field._replace(start=start, end=end) if _WORD.search(entry, start, end) else None


def _by_phrase(entry: str, field: "Tagged") -> "Tagged":
    """Names right behind a phrase such as "Translated by", or with one of several words at their
    beginning, have the role that it gives them.
    """
    if field.label not in _NAMES:
        return field
    start = max(0, field.start - LONGEST_PHRASE)
    end = min(field.end, field.start + LONGEST_PHRASE)
    found = role_phrase(entry, start, end if field.label == "author" else field.start)
    if found is None:
        return field
    begin, role = found
    leads = begin == field.start and " " in entry[begin : role.end - 1]
    if role.end != field.start and not leads:
        return field
    if field.label == "publisher" and role.variable != "translator":
        return field  # "2nd ed. Salt Press"
    return field._replace(label=role.variable)


def _by_role(entry: str, field: "Tagged", fields: "list[Tagged]") -> "Tagged":
    """A title is an editor where "(ed.)" stands behind it, and another title follows that."""
    role = _ROLE.match(entry, field.end) if "(" in entry[field.end : field.end + 3] else None
    known = role and role_behind(entry, field.end)
    if role is None or not known or known.variable != "editor":
        return field
    follows = any(
        other.label in _TEXTS and 0 <= other.start - role.end() <= _LONGEST_GAP for other in fields
    )
    return field._replace(label="editor") if follows else field


def _from_emphasis(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """A title begins with the emphasis that the names before it ran over."""
    if not fields or fields[0].label != "author" or ("*" not in entry and "_" not in entry):
        return fields
    names, rest = fields[0], fields[1:]
    mark = _EMPHASIS.search(entry, names.start + 1, names.end)
    if mark is None or not rest or rest[0].label != "title":
        return fields
    if not _EMPHASIS_END.search(entry, rest[0].start):  # "*Lie, B.", who is but marked
        return fields
    return [names._replace(end=mark.start()), rest[0]._replace(start=mark.end()), *rest[1:]]


def _with_container(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """A second title behind "In" or the editors is that of the container, if there is no other."""
    titles = [field for field in fields if field.label == "title"]
    if len(titles) < 2 or any(field.label == "container" for field in fields):
        return fields
    second = titles[1]
    edited = any(
        field.label == "editor" and titles[0].end <= field.start and field.end <= second.start
        for field in fields
    )
    if not edited and not _HOST.search(entry, max(0, second.start - 12), second.start):
        return fields
    return [f._replace(label="container") if f is second else f for f in fields]
