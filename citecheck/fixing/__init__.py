"""Apply fixes to a draft, in its own format: all that help, none that harms."""

from citecheck.fixing.converging import Applied, Fixed, fixed_draft
from citecheck.fixing.drafts import FileDraft

__all__ = ["Applied", "FileDraft", "Fixed", "fixed_draft"]
