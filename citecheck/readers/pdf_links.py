"""The addresses that the links of a PDF page lead to."""

import ctypes
from typing import Any

_MOST_LINKS = 2_000
_LONGEST = 4_000  # bytes of an address


def targets_of(file: Any, page: Any) -> set[str]:
    """The web addresses behind the links of *page*, both pypdfium2's."""
    from pypdfium2 import raw as pdfium

    found: set[str] = set()
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, position, link):
            break
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(file.raw, action, None, 0) if action else 0
        if 1 < length <= _LONGEST:
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(file.raw, action, buffer, length)
            found.add(buffer.value.decode("utf-8", "replace"))
    return found
