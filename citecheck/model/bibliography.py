"""A structured literature list in a file of its own, or in the draft's front matter."""

from citecheck.model.base import Model
from citecheck.model.document import Document
from citecheck.model.reference import Reference


class Bibliography(Model):
    """One list as read.

    ``references`` have their places in ``document``. ``notes`` say what could not be read, with
    file and line ("refs.bib:12: ..."); ``is_complete`` is False if entries may be missing for that.
    """

    document: Document
    references: tuple[Reference, ...] = ()
    notes: tuple[str, ...] = ()
    is_complete: bool = True
