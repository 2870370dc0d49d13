"""Vancouver as NLM has it: Citing Medicine, 2nd ed., and the samples of the ICMJE."""

import re
from collections.abc import Sequence
from functools import lru_cache

from citecheck.model import Name, PartialDate, Reference
from citecheck.styles import dates
from citecheck.styles.chicago_author_date import law
from citecheck.styles.dates import THREE_LETTERS
from citecheck.styles.markup import double_inside, sentences
from citecheck.styles.names import family, initials
from citecheck.styles.style import Cited, Style
from citecheck.styles.titles import sentence, subtitle_small
from citecheck.styles.work import Work, bare_number, edition

_MOST_NAMES = 6
_MEDIA = {
    "thesis": "dissertation", "preprint": "preprint", "dataset": "dataset", "video": "video",
    "report": "",
}  # fmt: skip


def entry(reference: Reference) -> str:
    """Authors. Title. Source. Date;volume(issue):pages. Link."""
    work = Work(reference)
    kind = work.kind
    if kind in ("case", "law"):
        return law(work)
    body: tuple[str, ...]
    if kind in ("article", "magazine", "newspaper"):
        body = (_who(work), _title(work), _periodical(work))
    elif kind in ("chapter", "entry", "paper"):
        body = (_who(work), _title(work), _in_book(work), _location(work))
    elif kind == "web":
        body = _site(work)
    else:
        body = (_who(work), *_whole(work))
    return " ".join(filter(None, (sentences(*body), _link(work))))


def _who(work: Work) -> str:
    """Six names, then "et al." (ICMJE); "editor" behind editors."""
    if work.authors:
        return _names(work.authors, work.others)
    if work.kind in ("chapter", "entry", "paper"):
        return ""
    for people, role in ((work.editors, "editor"), (work.translators, "translator"),
                         (work.directors, "director")):  # fmt: skip
        if people:
            return f"{_names(people, work.others)}, {role}{'s' if len(people) > 1 else ''}"
    return ""


def _names(people: Sequence[Name], others: bool = False) -> str:
    written = [_name(name) for name in people[:_MOST_NAMES]]
    if others or len(people) > _MOST_NAMES:
        written.append("et al")
    return ", ".join(written)


def _name(name: Name) -> str:
    """ "van den Berg J", "King ML Jr", "Ford H 3rd" (chapter 1, author)."""
    if name.literal:
        return name.literal
    given = initials(name.given, "", "", "")
    written = f"{family(name)} {given}" if given else family(name)
    if name.dropping_particle:
        written = f"{name.dropping_particle} {written}"
    return f"{written} {_suffix(name.suffix)}" if name.suffix else written


@lru_cache(maxsize=64)
def _suffix(suffix: str) -> str:
    """ "Jr" without a stop; "III" as "3rd"."""
    return {"II": "2nd", "III": "3rd", "IV": "4th"}.get(suffix, suffix.replace(".", ""))


def _title(work: Work) -> str:
    title = double_inside(small_subtitle(work)) or work.genre
    medium = work.genre or _MEDIA[work.kind] if work.kind in _MEDIA else ""
    if medium:
        title += f" [{medium}]"
    in_itself = work.kind not in ("article", "magazine", "newspaper", "chapter", "entry", "paper")
    return title + (" [Internet]" if in_itself and work.url and not work.doi else "")


def small_subtitle(work: Work) -> str:
    """The title in small letters, those of the subtitle included (chapter 1, article title)."""
    return subtitle_small(sentence(work.title, work.language), work.language)


def _periodical(work: Work) -> str:
    """Journal. 2004 Dec;56(8):1191–205."""
    online = " [Internet]" if work.url and not work.doi else ""
    numbers = work.volume + (f"({work.issue})" if work.issue else "")
    date = _date(work.issued) + _cited_on(work)
    place = shortened(work.page) or work.number
    source = date
    if numbers:
        source = f"{date};{numbers}" if date else numbers
    if place:
        source += f":{place}"
    return sentences(work.container + online, source)


_RANGE = re.compile(r"(?<!\d)(\d{1,9})–(\d{1,9})")


def shortened(page: str) -> str:
    """A range without the digits that repeat: 20–4, 1191–205 (chapter 1, location)."""
    return _RANGE.sub(lambda found: f"{found[1]}–{_second(found[1], found[2])}", page)


def _second(first: str, second: str) -> str:
    same = 0
    while len(first) == len(second) and same < len(first) - 1 and first[same] == second[same]:
        same += 1
    return second[same:]


def _date(date: PartialDate | None) -> str:
    """ "2021 Aug 4"."""
    return " ".join(
        filter(None, (dates.year(date, circa=""), dates.month_day(date, THREE_LETTERS)))
    )


def _cited_on(work: Work) -> str:
    if not work.accessed or not work.url or work.doi:
        return ""
    return f" [cited {_date(work.accessed)}]"


def _in_book(work: Work) -> str:
    """In: Jonsson G, Lind M, editors. Book. 2nd ed. Place: Publisher; 2018."""
    people = work.editors or work.book_authors
    role = (", editors" if len(people) > 1 else ", editor") if work.editors else ""
    editors = _names(people) + role if people else ""
    volume = f"Vol. {work.volume}" if work.volume else ""
    numbered = sentences(edition(work.edition, "ed."), volume)
    return f"In: {sentences(editors, work.container, numbered, _imprint(work))}"


def _location(work: Work) -> str:
    return f"p. {shortened(work.page)}" if work.page else ""


def _imprint(work: Work, year: str | None = None) -> str:
    """Place: Publisher; 2018."""
    publisher = ": ".join(filter(None, (work.place, work.publisher)))
    date = (dates.year(work.issued, circa="") if year is None else year) + _cited_on(work)
    return "; ".join(filter(None, (publisher, date.strip())))


def _site(work: Work) -> tuple[str, ...]:
    """A page of a site: Author. Site [Internet]. Publisher; 2021 [cited ...]. Page (chapter 25)."""
    title = double_inside(small_subtitle(work))
    date = dates.year(work.issued, circa="") + _cited_on(work)
    publisher = ": ".join(filter(None, (work.place, work.publisher)))
    imprint = "; ".join(filter(None, (publisher, date.strip())))
    if not work.container or work.is_own(work.container):
        return (_who(work), f"{title} [Internet]", imprint)
    return (_who(work), f"{work.container} [Internet]", imprint, title)


def _whole(work: Work) -> tuple[str, ...]:
    parts = [_title(work)]
    if work.authors and work.editors:
        parts.append(f"{_names(work.editors)}, editor{'s' if len(work.editors) > 1 else ''}")
    if work.authors and work.translators:
        parts.append(
            f"{_names(work.translators)}, translator{'s' if len(work.translators) > 1 else ''}"
        )
    parts.append(edition(work.edition, "ed."))
    if work.volume:
        parts.append(f"Vol. {work.volume}")
    if work.container:
        parts.append(work.container)
    parts.append(_imprint(work))
    if work.series:
        parts.append(f"({work.series})")
    if work.kind == "report" and work.number:
        parts.append(f"{work.genre or 'Report'} no.: {bare_number(work.number)}")
    return tuple(parts)


def _link(work: Work) -> str:
    """doi:10.1234/5 or Available from: address, without a full stop."""
    if work.doi:
        return f"doi:{work.doi.removeprefix('https://doi.org/')}"
    return f"Available from: {work.url}" if work.url else ""


def cited(reference: Reference, call: Cited) -> str:
    """(3), (3 p. 4)."""
    return f"({call.number}{f' {call.locator}' if call.locator else ''})"


STYLE = Style(name="vancouver", title="Vancouver (NLM)", entry=entry, cited=cited, numbering="{}. ")
