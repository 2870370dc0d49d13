"""The list as HTML: a fragment with a hanging indent, or rather the class for one."""

from html import escape

from citecheck.export.reference_list import QUESTION_MARK, ReferenceList
from citecheck.styles.markup import Rich, Run


def render(listing: ReferenceList) -> str:
    """A section of paragraphs, each with the key of its entry as id; questions are marks whose
    title says what is asked.
    """
    paragraphs = []
    for key, (rich, asked) in zip(listing.keys, listing.printed(), strict=True):
        marks = "".join(
            f' <mark title="{escape(question)}">{QUESTION_MARK}</mark>' for question in asked
        )
        paragraphs.append(f'<p id="ref-{escape(key)}">{marked(rich)}{marks}</p>\n')
    indent = "padding-left:2em;text-indent:-2em"
    body = "".join(paragraphs)
    return f'<section class="references" style="{indent}">\n{body}</section>\n'


def marked(rich: Rich) -> str:
    """Typed runs as HTML."""
    return "".join([_run(run) for run in rich])


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.href:
        text = f'<a href="{escape(run.href)}">{text}</a>'
    return f"<i>{text}</i>" if run.italic else text
