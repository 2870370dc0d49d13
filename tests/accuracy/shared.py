"""Where the texts with known answers lie: in a folder ``shared`` beside the repository."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"


class MissingDataError(Exception):
    """The texts are not there; the message names the one that is missing."""


def shared(relative: str) -> Path:
    """The path of a file or folder in ``shared``. Raises MissingDataError if it is not there."""
    path = SHARED / relative
    if not path.exists():
        raise MissingDataError(
            f"the texts with known answers are missing: ../shared/{relative} "
            "(they are not part of the project and lie beside its folder)"
        )
    return path
