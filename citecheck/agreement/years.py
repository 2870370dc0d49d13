"""Whether the year of an entry is one of those in which a work appeared."""

from collections.abc import Iterable

from citecheck.model.reference import PartialDate


def year_distance(listed: PartialDate | None, given: Iterable[PartialDate]) -> int | None:
    """How many years the listed date is from the nearest given one, 0 between two of them.

    None where one side has no year. A range ("1999-2003") is as near as its nearest end.
    """
    years = [date.year for date in given if date.year]
    if listed is None or not listed.year or not years:
        return None
    ends = {listed.year, listed.end.year if listed.end and listed.end.year else listed.year}
    if any(min(years) <= year <= max(years) for year in ends):
        return 0
    return min(abs(year - other) for year in ends for other in years)


def year_agrees(
    listed: PartialDate | None, given: Iterable[PartialDate], tolerance: int = 1
) -> bool | None:
    """Whether the year agrees; None if unknown.

    Off by one is tolerated: a work appears online in one year and in print in the next, and
    registries often know but one of the two.
    """
    distance = year_distance(listed, given)
    return None if distance is None else distance <= tolerance
