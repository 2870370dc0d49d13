"""Text as HTML, and nothing but text."""

import html

_SHOWN = {code: 0x2400 + code for code in range(0x20) if code not in (0x9, 0xA, 0xD)}
_SHOWN |= {0x7F: 0x2421, 0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
_SHOWN |= dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD)


def text(said: str) -> str:
    """*said* as the content of an element or the value of an attribute in double quotes.

    Control characters are shown ("␛"), lone surrogates become U+FFFD.
    """
    shown = said if said.isprintable() else said.translate(_SHOWN)
    return html.escape(shown, quote=True)


def element(name: str, content: str, **attributes: object) -> str:
    """An element with markup as its content: ``element("p", text(said), class_="note")``.

    Attributes are escaped here; those that are None or "" are left out, True stands alone.
    """
    return f"<{name}{''.join(map(_attribute, attributes.items()))}>{content}</{name}>"


def _attribute(item: tuple[str, object]) -> str:
    name, value = item[0].rstrip("_").replace("_", "-"), item[1]
    if value is None or value in ("", False):
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
