"""A full note in Chicago 18: Names, Title (Publisher, year), page, link (13.19 to 13.31)."""

from collections.abc import Sequence

from citecheck.model import Name, Reference
from citecheck.styles import chicago, dates
from citecheck.styles.chicago_author_date import law
from citecheck.styles.markup import comma, commas, sentences
from citecheck.styles.names import joined
from citecheck.styles.style import Cited
from citecheck.styles.work import Work, edition


def cited(reference: Reference, call: Cited) -> str:
    """The note on one citation, narrative or not."""
    work = Work(reference)
    if work.kind in ("case", "law"):
        return law(work)
    people = work.authors or work.editors or work.directors or work.translators
    note = _joined([_names(work, people), chicago.title(work), *_facts(work)])
    if call.locator:
        joint = ": " if work.kind == "article" and note.endswith(")") else ", "
        note += joint + chicago.locator(call.locator)
    return sentences(f"{comma(note)} {work.link}" if work.link else note)


def _joined(parts: Sequence[str]) -> str:
    """The parts with commas between, but none before a parenthesis (6.18)."""
    note = ""
    for part in filter(None, parts):
        if note:
            note = f"{note} {part}" if part[0] == "(" else f"{comma(note, always=True)} {part}"
        else:
            note = part
    return note


def _names(work: Work, people: Sequence[Name]) -> str:
    """Up to two names; of more the first and "et al." (13.23)."""
    if not people:
        return ""
    if len(people) > 2 or work.others:
        written = f"{chicago.spoken(people[0])} et al."
    else:
        written = joined([chicago.spoken(name) for name in people], " and ", "")
    if people is work.editors:
        written += ", eds." if len(people) > 1 else ", ed."
    return written


def _facts(work: Work) -> list[str]:
    kind, year = work.kind, dates.year(work.issued)
    if kind in ("article", "magazine", "newspaper"):
        return [chicago.volume_and_issue(work)]
    if kind in ("chapter", "entry", "paper"):
        book = chicago.within(work).replace("edited by", "ed.").replace("translated by", "trans.")
        inside = commas((work.publisher, year))
        return [f"{book[:1].lower()}{book[1:]}", f"({inside})" if inside else ""]
    if kind == "web":
        site = "" if work.is_own(work.container) else work.container
        seen = chicago.seen(work)
        return [site, dates.month_day_year(work.issued), seen[:1].lower() + seen[1:]]
    inside = commas((work.genre if kind == "thesis" else "", work.publisher, year))
    roles = [role.replace("edited by", "ed.").replace("translated by", "trans.")
             for role in chicago.roles(work)]  # fmt: skip
    return [
        *roles,
        edition(work.edition, "ed."),
        chicago.volume(work),
        f"({inside})" * bool(inside),
    ]
