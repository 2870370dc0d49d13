"""Names of journals and conferences: abbreviated, with acronyms, in series."""

import pytest

from citecheck.agreement.containers import are_other_meetings, container_agrees
from citecheck.agreement.locators import page_agrees, volume_agrees
from citecheck.agreement.years import year_agrees, year_distance
from citecheck.model import PartialDate


@pytest.mark.parametrize(
    ("listed", "found", "agrees"),
    [
        ("Journal of Experimental Biology", "The Journal of Experimental Biology", True),
        ("J. Exp. Biol.", "Journal of Experimental Biology", True),
        ("J Exp Biol", "Journal of Experimental Biology", True),
        ("Proc. Natl. Acad. Sci.", "Proceedings of the National Academy of Sciences", True),
        ("PNAS", "Proceedings of the National Academy of Sciences", True),
        ("Research & Practice", "Research and Practice", True),
        ("Nature", "Nature", True),
        ("Nature", "Nature Physics", False),
        ("Econometrica: Journal of the Econometric Society", "Econometrica", True),
        ("IJCAI", "Proceedings of the 26th International Joint Conference on Artificial "
         "Intelligence", True),
        ("AAAI", "Proceedings of the AAAI Conference on Artificial Intelligence", True),
        ("Proceedings of the 22nd International Conference on Tides at Sea",
         "Proceedings of the 22nd international conference on Tides at Sea  - ITS '05", True),
        ("IEEE Conference on Computer Vision and Pattern Recognition",
         "2021 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", True),
        ("ECCV", "Lecture Notes in Computer Science", None),
        ("Journal of Tides", "Journal of Harbours", False),
        ("Annals of Physics", "Annals of Mathematics", False),
        ("", "Journal of Tides", None),
        ("Journal of Tides", "", None),
    ],
)  # fmt: skip
def test_containers(listed: str, found: str, agrees: bool | None) -> None:
    assert container_agrees(listed, [found] if found else []) is agrees


def test_one_of_several_names_is_enough() -> None:
    assert container_agrees("J. Tid. Res.", ["Tide Letters", "Journal of Tidal Research"])


def test_other_meetings() -> None:
    given = ["Proceedings of the Workshop on Games and Behaviour: Future Directions"]
    assert are_other_meetings("42nd ACM Symposium on Theory of Computing", given)
    assert not are_other_meetings("Workshop on Games and Behaviour", given)
    assert not are_other_meetings("Journal of Games and Behaviour", given)
    assert not are_other_meetings("Symposium on Tides at Sea", ["Lecture Notes in Mathematics"])


@pytest.mark.parametrize(
    ("listed", "found", "agrees"),
    [
        ("12", "12", True),
        ("Vol. 12", "12", True),
        ("012", "12", True),
        ("XII", "XII", True),
        ("12", "13", False),
        ("", "12", None),
        ("12", "", None),
    ],
)
def test_volumes(listed: str, found: str, agrees: bool | None) -> None:
    assert volume_agrees(listed, found) is agrees


@pytest.mark.parametrize(
    ("listed", "found", "agrees"),
    [
        ("123-128", "123-8", True),
        ("123–128", "123-128", True),
        ("pp. 123--128", "123", True),
        ("e1234", "e1234", True),
        ("1234", "123-128", False),
        ("", "123", None),
    ],
)
def test_pages(listed: str, found: str, agrees: bool | None) -> None:
    assert page_agrees(listed, found) is agrees


def dates(*years: int) -> list[PartialDate]:
    return [PartialDate(year=year) for year in years]


@pytest.mark.parametrize(
    ("listed", "found", "distance", "agrees"),
    [
        (2020, dates(2020), 0, True),
        (2020, dates(2019), 1, True),
        (2020, dates(2018, 2022), 0, True),
        (2020, dates(2017), 3, False),
        (2020, [], None, None),
        (None, dates(2020), None, None),
    ],
)
def test_years(
    listed: int | None, found: list[PartialDate], distance: int | None, agrees: bool | None
) -> None:
    date = PartialDate(year=listed) if listed else None
    assert year_distance(date, found) == distance
    assert year_agrees(date, found) is agrees


def test_a_range_of_years_is_as_near_as_its_end() -> None:
    listed = PartialDate(year=1999, end=PartialDate(year=2003))
    assert year_distance(listed, dates(2004)) == 1
