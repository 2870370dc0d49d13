import pytest

from citecheck.model import Name, Reference, Span
from citecheck.rules.ordering import misplaced


def entries(names: str) -> list[Reference]:
    return [
        Reference(
            id=f"r{i}",
            span=Span(start=i, end=i + 1),
            raw=name,
            author=(Name(family=name),),
        )
        for i, name in enumerate(names.split(", "))
    ]


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        ("Abel, Berg, Cole, Dahl", []),
        ("Abel, Nowak, Berg, Cole", [1]),
        ("Abel, Berg, Aas, Cole", [2]),
        ("De Vries, Deen, Dunay", []),
        ("Deen, De Vries, Dunay", []),
        ("Mueller, Müller, Munk", []),
        ("Muck, Müller, Munk", []),
        ("Zeeman, Ødegård, Åsen", []),
    ],
)
def test_the_fewest_misplaced_entries(names: str, wrong: list[int]) -> None:
    assert misplaced(entries(names)) == wrong
