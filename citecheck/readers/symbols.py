"""Characters that a document names by the place in a symbol font."""

# Adobe's encoding of the font Symbol, from 0x20 on; "\0" where it has pieces of brackets.
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\0"
    + "\0" * 32
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
    + "\0" * 10
    + "\0〉∫⌠\0⌡"
)
_PRIVATE = 0xF000


def symbol(font: str, code: str) -> str:
    """The character with the hexadecimal *code* in *font*; U+FFFD where none is known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= number <= 0xFFFF or 0xD800 <= number < 0xE000:
        return ""
    if font.lower() == "symbol" or _PRIVATE <= number < _PRIVATE + 0x100:
        index = number % 0x100 - 0x20
        known = _SYMBOL[index] if 0 <= index < len(_SYMBOL) else "\0"
        is_symbol = font.lower() == "symbol" and known != "\0"
        return known if is_symbol else "\ufffd"
    return chr(number)
