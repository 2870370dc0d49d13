"""Where a title ends and its subtitle begins."""

import re
from functools import cache


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"[:?!]|\. | [-–—] ")


def main_title(title: str) -> str:
    """*title* without its subtitle: "Ports" of "Ports: A History"."""
    return _sign().split(title, maxsplit=1)[0]
