"""Numbers as lists and notes print them: 4, d, D, iv, IV."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
# What Word, OpenDocument and HTML call the same numerals.
_KINDS = {
    "a": "letter", "lowerLetter": "letter", "lower-alpha": "letter", "lower-latin": "letter",
    "A": "LETTER", "upperLetter": "LETTER", "upper-alpha": "LETTER", "upper-latin": "LETTER",
    "i": "roman", "lowerRoman": "roman", "lower-roman": "roman",
    "I": "ROMAN", "upperRoman": "ROMAN", "upper-roman": "ROMAN",
    "": "", "none": "", "bullet": "", "disc": "", "circle": "", "square": "",
}  # fmt: skip


def numeral(number: int, form: str) -> str:
    """*number* in the *form* that a document names; "" for bullets and for none."""
    kind = _KINDS.get(form, "decimal")
    if not kind:
        return ""
    if kind.lower() == "letter" and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if kind == "LETTER" else letter
    if kind.lower() == "roman" and 0 < number <= _LARGEST_ROMAN:
        roman = _roman(number)
        return roman.upper() if kind == "ROMAN" else roman
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = []
    for value, sign in _ROMAN:
        signs.append(sign * (number // value))
        number %= value
    return "".join(signs)
