"""Bytes to text, and the encoding they were in.

In this order: a byte order mark decides; NUL bytes mean UTF-16 or no text at all; what is valid
UTF-8 is UTF-8 (text of another encoding that happens to be valid is next to impossible beyond a
few characters); the rest is Windows-1252 or Windows-1251, told apart by what stands beside a
letter above 0x7F: in Western languages an ASCII letter ("Müller", "école"), in Cyrillic ones
another such letter. Quotation marks and dashes have the same bytes in both and count for neither.

charset-normalizer was tried and left: it took English text with one "Müller", "García" or
nothing but curly quotes for cp852, cp1250 and mac-iceland, German and French for cp1250, and
English with one Cyrillic name for Big5. A draft is mostly ASCII, and statistics of letters need
more than it has.

The decoded text equals the file: carriage returns stay, and only a leading byte order mark goes,
as with Python's ``utf-8-sig``. Offsets therefore count code points behind the mark.
"""

import codecs
import re
import unicodedata

from citecheck.errors import UnreadableInput
from citecheck.readers.signatures import kind_of, refuse

# The longer mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))
_SURROGATE = re.compile("[\ud800-\udfff]")
# Letters of Windows-1251, and the bytes at which Windows-1252 has accented letters.
_HIGH_LETTERS = bytes({*range(0xC0, 0x100), *b"\xa1\xa2\xa5\xa8\xaa\xaf\xb2\xb3\xb4\xb8\xba\xbf"})
_CLASSES = bytes(
    ord("h") if byte in _HIGH_LETTERS else ord("a") if chr(byte).isalpha() and byte < 128 else 32
    for byte in range(256)
)
_SAMPLE = 4_096  # characters that are enough to tell text from noise


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text in *data*, and the Python name of its encoding.

    A byte that is wrong in otherwise sound text becomes U+FFFD. Raises UnreadableInput, with
    *name* and the offset of the byte, if *data* is empty, binary, or in no encoding known here.
    """
    text, encoding = _decode(data, name)
    if not text or text.isspace():
        raise UnreadableInput(f"{name}: at byte 0: the file is empty")
    return text, encoding


def _decode(data: bytes, name: str) -> tuple[str, str]:
    if kind_of(data) and not data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise refuse(data, name, "text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if b"\0" in data:
        return _utf16(data, name)
    if _is_noisy(data):
        first = next(index for index, byte in enumerate(data) if byte in _CONTROLS)
        raise UnreadableInput(f"{name}: at byte {first}: control characters; this is no text")
    return _utf8(data) or _one_byte(data, name)


def without_surrogates(text: str) -> str:
    """*text* with every lone surrogate replaced by U+FFFD, so that offsets stay."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _utf16(data: bytes, name: str) -> tuple[str, str]:
    """UTF-16 without a mark: the byte order that yields text, not noise."""
    is_utf8 = not _is_noisy(data) and _decoded(data, "utf-8") is not None
    found = [
        (_likeness(text[:_SAMPLE]), text, encoding)
        for encoding in (() if is_utf8 else ("utf-16-le", "utf-16-be"))
        if (text := _decoded(data, encoding)) is not None
    ]
    likeness, text, encoding = max(found, default=((-1.0, 0), "", ""), key=lambda order: order[0])
    if likeness[0] < -0.01:
        raise UnreadableInput(f"{name}: at byte {data.index(0)}: a NUL byte; this is no text")
    return text, encoding


def _likeness(text: str) -> tuple[float, int]:
    """How much *text* is like one: 0 less the share of noise, and the number of ASCII characters.

    Noise is what no text has: control characters, private or unassigned code points.
    """
    noise = sum(
        1 for char in text if unicodedata.category(char)[0] == "C" and char not in "\t\n\v\f\r\x1b"
    )
    return -noise / len(text), sum(map(str.isascii, text))


def _utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8, with lone surrogates or a few damaged bytes replaced; None if it is none."""
    text = _decoded(data, "utf-8")
    if text is None and (text := _decoded(data, "utf-8", "surrogatepass")) is not None:
        text = without_surrogates(text)
    if text is None:
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        sound = len(text) - len(text.encode("ascii", "ignore")) - damaged
        if sound <= 4 * damaged:
            return None
    return text, "utf-8"


def _one_byte(data: bytes, name: str) -> tuple[str, str]:
    """Windows-1251 or Windows-1252, by the neighbours of the letters above 0x7F."""
    classes = data.translate(_CLASSES)
    western = classes.count(b"ah") + classes.count(b"ha")
    encoding = "cp1251" if classes.count(b"hh") > western else "cp1252"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            f"{name}: at byte {error.start}: 0x{data[error.start]:02X} is neither UTF-8 nor "
            "Windows-1252 or 1251; save the draft as UTF-8"
        ) from error


def _is_noisy(data: bytes) -> bool:
    """Whether more than one byte in twenty is a control character."""
    return (len(data) - len(data.translate(None, _CONTROLS))) * 20 > len(data)


def _decoded(data: bytes, encoding: str, errors: str = "strict") -> str | None:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
