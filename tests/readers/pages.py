"""Small PDF files, made by hand: lines of text at places of a page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Shown(NamedTuple):
    """Text at *x*, *y* points from the lower left corner, in Helvetica of that size."""

    x: float
    y: float
    text: str
    size: float = 10.0


def column(
    x: float, top: float, lines: Iterable[str], step: float = 12.0, size: float = 10.0
) -> list[Shown]:
    """Lines under each other; a leading ">" indents one, an empty one leaves a gap."""
    shown = []
    for index, line in enumerate(lines):
        indent = 15.0 if line.startswith(">") else 0.0
        if line:
            shown.append(Shown(x + indent, top - index * step, line.removeprefix(">"), size))
    return shown


def pdf(*pages: Sequence[Shown], links: Sequence[str] = (), trailer: str = "") -> bytes:
    """A PDF of *pages*, 600 by 800 points; *links* are addresses that the first leads to."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"",
                            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
                            b"/Encoding/WinAnsiEncoding>>"]  # fmt: skip
    kids = []
    for number, page in enumerate(pages):
        stream = b"\n".join(map(_operators, page))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        annotations = "".join(
            f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({link})>>>>"
            for link in (links if number == 0 else ())
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {len(objects)} 0 R"
            f"/Annots[{annotations}]/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        )
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    return _file(objects, trailer)


def _operators(shown: Shown) -> bytes:
    text = shown.text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        text = text.replace(sign, b"\\" + sign)
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (shown.size, shown.x, shown.y, text)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj" % number + content + b"endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R{trailer}>>"
    )
    return made + f"{end}\nstartxref\n{len(made)}\n%%EOF".encode()
