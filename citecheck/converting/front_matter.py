"""The name of the .bib in the front matter of a Markdown draft."""

import re

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


def with_bibliography(text: str, name: str) -> str:
    """*text* whose front matter names the bibliography *name*, beside others it may have."""
    head = _HEAD.match(text)
    line = f"bibliography: {name}\n"
    if head is None:
        return f"---\n{line}---\n\n{text}"
    if re.search(rf"(?m)^bibliography:[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*$", head[1]):
        return text
    kept = re.sub(r"(?m)^bibliography:[^\n]*\n(?:[ \t]+[^\n]*\n|-[^\n]*\n)*", "", head[1])
    return f"---\n{kept}{line}{text[head.end(1) :]}"
