"""A draft and its list, from which the tests on finding lists are put together."""

from citecheck.model import Document, ReferenceSection
from citecheck.parsing import find_sections

BODY = """The harbour and the town

Trade came back to the harbour in the years after the war, and with it came the people who had
left (Okafor, 2011). Nobody had expected that, as Lindqvist and Marsh (2015) showed in a study
of the letters that were kept.

The town itself grew more slowly than its neighbours did, and it is not clear why."""
LIST = """Lindqvist, Karin and Peter Marsh, "Letters from the quay", Quay Studies 12 (2015), 33-47.
Okafor, Ngozi, The Return of the Sailors, Bergen: North Press, 2011.
Port Authority, "Annual report", 2018. Accessed 3 May 2020 from: https://port.example.org/r/2018"""
ENTRIES = LIST.splitlines()


def sections(text: str) -> tuple[ReferenceSection, ...]:
    return find_sections(Document(text=text))


def entries(text: str) -> list[str]:
    """The entries of all lists in *text*, white space made single."""
    found = [span.of(text) for section in sections(text) for span in section.entries]
    return [" ".join(entry.split()) for entry in found]
