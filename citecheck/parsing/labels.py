"""What precedes an entry: its number, label or bullet."""

import re

from citecheck.parsing.claims import Claims

_LABEL = re.compile(
    r"""\s*(?:
        \[\^?@?([^\]\[\s]{1,40}|[^\W\d_]{1,9}\ [^\W\d_]{1,9}\d\d[a-z]?)\]:?(?!\()  # [12]  [Smi01]
      | \((\d{1,4})\)(?=\s?[^\W\d])                   # (12)
      | \\?(\d{1,4})\\?(?:[.)](?=\s|[^\W\d])|\t)      # 12.  12)
      | (\d{1,4})(?=\s[^\W\d]\S*(?:,|\s[A-Z]{1,3}\b[.,])) # 12 Smith J,
      | (\d{1,4})(?=\s(?:[A-Z]\.[\ -]?){1,3}[A-Z][^\W\d_])  # 12 J. Smith
    )\s*""",
    re.VERBOSE,
)
_BULLET = re.compile(r"\s*(?:[•▪●◦·‣∙*+-]|–(?=\s?\w))\s+|\s+")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?$")
_ELLIPSIS = frozenset(("…", "...", "sic"))


def read_label(claims: Claims) -> Claims:
    """Claim a bullet and a number or label such as "[12]", "12.", "[Smi01]" at the start."""
    if claims.entry[:1].isalpha():  # as most do
        return claims
    start = 0
    if bullet := _BULLET.match(claims.free):
        start = bullet.end()
    label = _LABEL.match(claims.free, start)
    key = next((group for group in label.groups() if group), "") if label else ""
    if label and not _YEAR.match(key) and key not in _ELLIPSIS:
        start = label.end()
        claims = claims.having(key=key)
    return claims.take((0, start)).from_body(start)
