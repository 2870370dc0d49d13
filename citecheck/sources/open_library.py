"""Open Library: books by ISBN, many in one question, and by search.

Source: https://openlibrary.org/developers/api; one request a second.
"""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import RootModel

from citecheck.agreement.people import read_name
from citecheck.model.reference import Name, Reference
from citecheck.model.verification import RegistryRecord
from citecheck.sources.record_parts import dated, parameters
from citecheck.sources.registry import Answered, Registry

BOOKS = "https://openlibrary.org/api/books"
SEARCH = "https://openlibrary.org/search.json"
_ROWS = 5
_FIELDS = "key,title,subtitle,author_name,publish_year,publisher,isbn"


class Named(Answered):
    """Something with a name."""

    name: str = ""


class Book(Answered):
    """An edition."""

    title: str
    subtitle: str | None = None
    authors: tuple[Named, ...] = ()
    publishers: tuple[Named, ...] = ()
    publish_date: str | None = None
    url: str = ""

    def record(self, isbn: str) -> RegistryRecord:
        """The edition as it is compared."""
        return RegistryRecord(
            registry=OpenLibrary.name,
            identifier=isbn,
            type="book",
            title=self.title,
            subtitle=self.subtitle or "",
            author=_names([one.name for one in self.authors]),
            issued=dated([self.publish_date]),
            publisher=self.publishers[0].name if self.publishers else "",
            isbn=(isbn,),
            url=self.url,
        )


class BooksAnswer(RootModel[dict[str, Book]]):
    """Editions by "ISBN:" and the number asked for."""


class Work(Answered):
    """A work with all its editions."""

    key: str
    title: str
    subtitle: str | None = None
    author_name: tuple[str, ...] = ()
    publish_year: tuple[int, ...] = ()
    publisher: tuple[str, ...] = ()
    isbn: tuple[str, ...] = ()

    def record(self) -> RegistryRecord:
        """The work as it is compared; it has the years of all its editions."""
        return RegistryRecord(
            registry=OpenLibrary.name,
            identifier=self.key,
            type="book",
            title=self.title,
            subtitle=self.subtitle or "",
            author=_names(self.author_name),
            issued=dated(str(year) for year in self.publish_year),
            publisher=self.publisher[0] if len(self.publisher) == 1 else "",
            isbn=tuple(self.isbn[:50]),
            url=f"https://openlibrary.org{self.key}",
        )


class SearchAnswer(Answered):
    """The answer to a search."""

    docs: list[Work]


class OpenLibrary(Registry):
    """Books."""

    name: ClassVar[str] = "Open Library"
    host: ClassVar[str] = "openlibrary.org"
    batch: ClassVar[int] = 40
    gap: ClassVar[float] = 1.0

    def identifier(self, reference: Reference) -> str:
        """The ISBN with 13 digits, "" if its check digit is wrong."""
        return isbn13(reference.isbn.value) if reference.isbn else ""

    def address(self, identifiers: Sequence[str]) -> str:
        """All the numbers at once."""
        keys = ",".join(f"ISBN:{number}" for number in identifiers)
        return f"{BOOKS}?{parameters(bibkeys=keys, format='json', jscmd='data')}"

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The editions that are there."""
        answer = BooksAnswer.model_validate_json(body).root
        return tuple(book.record(key.removeprefix("ISBN:")) for key, book in answer.items())

    def search_address(self, reference: Reference) -> str:
        """A search by title and first author or editor."""
        if not reference.title:
            return ""
        author = reference.names[0].sort_name if reference.names else ""
        title = reference.title.value.partition(":")[0]
        given = parameters(title=title, author=author, limit=_ROWS, fields=_FIELDS)
        return f"{SEARCH}?{given}"

    def candidates(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The works proposed, best first."""
        return tuple(one.record() for one in SearchAnswer.model_validate_json(body).docs)


def isbn13(text: str) -> str:
    """An ISBN as 13 digits, "" if its check digit is wrong or it has another length."""
    bare = "".join(char for char in text.upper() if char.isdecimal() or char == "X")
    if len(bare) == 10 and "X" not in bare[:9]:
        digits = [10 if char == "X" else int(char) for char in bare]
        if sum((10 - place) * digit for place, digit in enumerate(digits)) % 11:
            return ""
        bare = f"978{bare[:9]}"
        return bare + str(-_weighted(bare) % 10)
    return bare if len(bare) == 13 and bare.isdecimal() and _weighted(bare) % 10 == 0 else ""


def _weighted(digits: str) -> int:
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))


def _names(names: Sequence[str]) -> tuple[Name, ...]:
    return tuple(read_name(name) for name in names if name.strip())
