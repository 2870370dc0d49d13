"""What a style is: how an entry reads, how a work is cited, how the list is ordered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from citecheck.model import Reference


class Cited(NamedTuple):
    """One citation of a work. ``locator`` as printed ("p. 4"), ``narrative`` where the name is
    part of the sentence, ``number`` that of the entry in a numbered list.
    """

    locator: str = ""
    narrative: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class Style:
    """A style of reference lists.

    ``entry`` gives a reference as marked text, ``cited`` one citation of it, ``heading`` the name
    or title under which it stands. ``numbering`` is what stands before an entry of a list in the
    order of citation ("[{}] "); "" where lists are alphabetical. ``letters`` says how works of
    one author and year are told apart by letters: in the order of their "date" or their "title";
    "" where they are not. ``repeated`` stands for the names of the entry above (MLA).
    ``demoted_particles`` files "van den Berg" under B. ``whole``, where a style can only be had for
    a list as a whole, gives the entries by id, in its order, numbers included.
    """

    name: str
    title: str
    entry: Callable[[Reference], str]
    cited: Callable[[Reference, Cited], str]
    heading: Callable[[Reference], str] | None = None
    numbering: str = ""
    letters: str = ""
    repeated: str = ""
    demoted_particles: bool = False
    whole: Callable[[Sequence[Reference]], Mapping[str, str]] | None = None
