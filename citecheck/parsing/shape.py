"""How much a stretch of text looks like an entry of a literature list, or like its first line.

All measures are independent of language: dates and addresses, names in the forms in which
lists give them, and the share of marks, capitals and numbers, which is high in entries.
"""

import re
from enum import IntEnum
from functools import cache
from itertools import islice

from citecheck.language.connectors import PARTICLES
from citecheck.language.folding import fold, words
from citecheck.language.headings import is_credit_label

# Patterns that begin with the class of their first character are searched for several times as
# fast as those that begin with a look behind it.
_YEAR = re.compile(r"[12](?<!\d[12])(?:(?<=1)[4-9]|(?<=2)0)\d\d(?!\d)")
_ADDRESS = re.compile(r"https?:|www\.|\b10\.\d{4,9}/|\b[a-z0-9-]{2,40}\.(?:com|org|net|gov|edu)\b")
_UNDATED = re.compile(
    r"\b(?:n\. ?d\.|s\. ?[da]\.|u\. ?å\.|o\. ?J\.|z\. ?j\.|б\. ?г\.|forthcoming|in press|undated"
    r"|im Druck|im Erscheinen|no prelo|en prensa|sous presse|i trykken|в печати|no date)"
)
_MARKS = '.,;:()[]{}"“”«»‘„&/，。：；（）《》、．'
_TOKEN = re.compile(rf"(?:https?://|www\.)\S+|[^\W_]+|[{re.escape(_MARKS)}]")
_FIRST_WORD = re.compile(r"[^\W_]+")
_NAME = r"[^\W\d_][\w'’‘`ʼ.-]{0,40}"
_INVERTED = re.compile(rf"({_NAME}(?: {_NAME}){{0,4}}),\s{{1,3}}([^\W\d_])")
_SURNAME_INITIALS = re.compile(
    rf"({_NAME}(?: {_NAME}){{0,2}}) ([^\W\d_]{{1,3}})(?:[,.;:&]| \(|$| \d)"
)
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_]{1,2}\.[ -]{0,2}){1,4}[^\W\d_]{2}")
_DASHES = re.compile(
    r"(?:[—―–_]{1,10}|-{2,10}|\*{3,6}|\\_(?:\\?_){1,9})\s?[.,;:]"
    r"|(?:[—―]|[—―–_]{2,10}|-{2,10}|\\_(?:\\?_){1,9})\s{1,3}[(\[“\"«‘„'\d*_]"
    r"|(?:[—―–_]{2,10}|-{2,10})\s{1,3}[^\W\d_]"
)
_THEN_YEAR = r"[(\[]?(?:1[5-9]|20)\d\d[a-z]?[)\].,:]{1,3}\s"
_WORDS_THEN_YEAR = re.compile(
    r"([^\d.()“\"«]{2,90})[.,]? ?(?:\([A-Z]\w{1,9}\)[.,]? ?)?" + _THEN_YEAR
)
_NAME_THEN_YEAR = re.compile(r"[^\W\d_][\w-]{2,40}\.? " + _THEN_YEAR)
# Japanese and Chinese: a name, the year in wide brackets, and a title's sign.
_WIDE_NAME_THEN_YEAR = re.compile(
    r"[^\W\d_a-zA-Z][^\d()（）「」『』。.]{1,60}（(?:1[5-9]|20)\d\d[a-z]?）\s?[『「“《.．,，、:：]"
)
_CITED = re.compile(r"\([^()\d]{0,60}(?:1[5-9]|20)\d\d[a-z]?(?:[,:;][^()]{0,40})?\)")
_DECORATION = "*_\"“”„«»‘’'`<>[(（《「『"
_UNFINISHED = tuple(",;:&(-–—/[“‘«„=+、，：；（《「『")


# So many characters of a text tell what it is like.
_SAMPLE = 3_000
# The letters of Western languages and the marks of their typography, one byte each.
_CODE = "cp1252"


class Start(IntEnum):
    """How a line begins: as no entry does, as anything might, or as entries do."""

    NO = 0
    MAYBE = 1
    YES = 2


def is_dated(text: str) -> bool:
    """Whether *text* holds what nearly every entry has: a year, an address, or "n.d."."""
    return bool(_YEAR.search(text) or _ADDRESS.search(text) or _UNDATED.search(text))


def density(text: str) -> float:
    """Marks, capitalised words and numbers per word, addresses apart: entries 0.6 to 2, prose
    0.1 to 0.5 (measured on 2,500 entries and 2,900 paragraphs of journal articles).
    """
    return _density(text[:_SAMPLE])


def _density(text: str) -> float:
    if "http" not in text and "www." not in text:
        try:
            return _density_of(text.encode(_CODE))
        except UnicodeEncodeError:
            pass  # more than Western letters and marks
    count = hits = 0.0
    for token in _TOKEN.findall(text):
        first = token[0]
        if not first.isalnum():
            hits += 1
        elif len(token) < 8 or not token.startswith(("http", "www.")):
            count += max(1.0, len(token) / 2) if _is_unspaced(first) else 1.0
            hits += first.isdigit() or first.isupper()
    return hits / count if count else 1.0


def _density_of(text: bytes) -> float:
    """The density of a text without addresses in the code of one byte a character."""
    classes = text.translate(_classes())
    words = b" " + classes.replace(b".", b" ")
    count = len(words.split())
    hits = classes.count(b".") + words.count(b" A") + words.count(b" 0")
    return hits / count if count else 1.0


@cache
def _classes() -> bytes:
    """For each character of the code: "." a mark, "A" a capital, "0" a digit, "a" a letter."""
    return "".join(map(_class, bytes(range(256)).decode(_CODE, "replace"))).encode()


def _class(char: str) -> str:
    if not char.isalnum():
        return "." if char in _MARKS else " "
    return "0" if char.isdigit() else "A" if char.isupper() else "a"


def _is_unspaced(char: str) -> bool:
    """Whether *char* belongs to a script without spaces between words (kana, Han, Hangul)."""
    return "\u3040" <= char <= "\ud7af"


def is_prose(text: str) -> bool:
    """Whether *text* reads as sentences rather than as an entry: thin in marks and capitals, or
    a paragraph with three citations in it.
    """
    if len(text) <= 120 or _WIDE_NAME_THEN_YEAR.match(text):
        return False
    paragraph = len(text) > 200 and "\n" not in text
    cited = islice(_CITED.finditer(text[:_SAMPLE]), 3) if paragraph else ()
    return len(list(cited)) == 3 or density(text) < (0.42 if is_dated(text) else 0.55)


def starts_with_dash(text: str) -> bool:
    """Whether a dash stands for the author of the entry before."""
    return bool(_DASHES.match(text))


def is_credit(text: str) -> bool:
    """Whether *text* is a caption, a picture credit or a word count: "Photo: ...", "Figure 2"."""
    head = text.lstrip(_DECORATION)[:40].replace("：", ":")
    if head.startswith(("©", "(c)")):
        return True
    label, colon, _ = head.partition(":")
    label = fold(label)
    first = _FIRST_WORD.search(label)
    if first is None:
        return False
    if colon and len(all_words := words(label)) < 3 and is_credit_label(all_words[-1]):
        return True
    word = first[0].rstrip("0123456789")
    rest = label[len(word) :].lstrip(" .*_")
    return is_credit_label(word) and (not rest or rest[0].isdigit())


def start_of(text: str) -> Start:
    """How *text*, a line without its marker, begins."""
    if starts_with_dash(text):
        return Start.YES
    text = text.lstrip(_DECORATION)[:140]
    if not text or text.startswith(("http", "www.", "doi", "DOI")):
        return Start.NO
    if _named(text) or _NAME_THEN_YEAR.match(text) or _WIDE_NAME_THEN_YEAR.match(text):
        return Start.YES
    if text[0].islower() or not text[0].isalnum():
        return Start.NO
    return Start.YES if _is_name_of_organisation(text) else Start.MAYBE


def _is_name_of_organisation(text: str) -> bool:
    """Whether *text* begins with words, most of them capitalised, and then a year."""
    if not (found := _WORDS_THEN_YEAR.match(text)):
        return False
    names = found[1].split()
    return 2 * sum(1 for name in names if name[0].isupper()) >= len(names)


def _named(text: str) -> bool:
    """Whether *text* begins with a person's name in a form that lists use."""
    for pattern in (_INVERTED, _SURNAME_INITIALS):
        if (found := pattern.match(text)) and found[2].isupper() and _is_surname(found[1]):
            return True
    return text[0].isupper() and bool(_INITIALS_FIRST.match(text))


def _is_surname(text: str) -> bool:
    """Whether *text* is capitalised words, particles apart: "van der Berg", "de Souza Lima"."""
    parts = text.split(" ")
    capitals = [part for part in parts if _is_capitalised(part)]
    return bool(capitals) and all(
        _is_capitalised(part) or part.lower().rstrip("'’") in PARTICLES for part in parts
    )


def _is_capitalised(word: str) -> bool:
    """Whether *word* begins with a capital, or does behind a joined particle ("el-Hajj")."""
    if word[0].isupper():
        return True
    return any(word[n : n + 1] in ("-", "'", "’") and word[n + 1 :][:1].isupper() for n in (1, 2))


def is_unfinished(text: str) -> bool:
    """Whether a line breaks off: at a comma, a hyphen, an open bracket, a short small word."""
    last = text.rsplit(" ", 1)[-1]
    if text.endswith(_UNFINISHED):
        return text[-1] not in "/-–=" or "://" not in last
    return len(last) < 5 and last.isalpha() and last.islower()


def is_entry(text: str) -> bool:
    """Whether *text*, a piece of a list without its marker, can be an entry."""
    if is_credit(text) or is_prose(text) or len(text) < 8:
        return False
    return (
        is_dated(text)
        or starts_with_dash(text)
        or (len(text) > 25 and density(text) >= 0.6 and start_of(text) is Start.YES)
    )
