"""The code pages of RTF: of the document, and of each font by its character set."""

_PAGES = {
    0: "cp1252", 2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab",
    134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip


def page_of(charset: int) -> str:
    """The Python codec of a font's character set, "" for the document's own."""
    return _PAGES.get(charset, "") if charset != 1 else ""


def codec(number: int | None) -> str:
    """The Python codec of code page *number*, Windows-1252 if there is none."""
    if number in (None, 0):
        return "cp1252"
    name = {65001: "utf-8", 10000: "mac_roman", 1361: "johab"}.get(number or 0, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def decoded(data: str, page: str) -> str:
    """The characters that the bytes *data*, one a character, are in code page *page*."""
    from citecheck.readers.symbols import symbol

    if page == "symbol":
        return "".join(symbol("symbol", f"{ord(char):x}") for char in data)
    return data.encode("latin-1", "replace").decode(page or "cp1252", "replace")
