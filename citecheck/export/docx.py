"""The list as a Word document: a package of our own with the parts that Word asks for.

Entries have the paragraph style "Bibliography" with a hanging indent; a question is a comment on
its entry, which ends with a highlighted "[?]".
"""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from citecheck.export.reference_list import QUESTION_MARK, ReferenceList
from citecheck.export.xml_elements import DECLARATION, clean
from citecheck.styles.markup import Rich, Run

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "comments": "comments"}
_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in _PARTS.items()
    )
    + "</Types>"
)
_STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Bibliography"><w:name w:val="Bibliography"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="120"/>'
    '<w:ind w:left="720" w:hanging="720"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    "</w:styles>"
)
_AUTHOR = "citecheck"


def render(listing: ReferenceList) -> bytes:
    """The package; the same list gives the same bytes."""
    package = _Package()
    body = "".join([package.paragraph(rich, asked) for rich, asked in listing.printed()])
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relationships({"rId1": (f"{_OFFICE}/officeDocument", "word/document.xml")}),
        "word/document.xml": f'<w:document {_W} xmlns:r="{_OFFICE}"><w:body>{body}<w:sectPr/>'
        "</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/comments.xml": f"<w:comments {_W}>{''.join(package.comments)}</w:comments>",
        "word/_rels/document.xml.rels": _relationships(package.targets),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), DECLARATION + text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


class _Package:
    """What the paragraphs need elsewhere in the package: link targets and comments."""

    def __init__(self) -> None:
        self.targets = {
            f"rId{number}": (f"{_OFFICE}/{part}", f"{part}.xml")
            for number, part in enumerate(("styles", "comments"), 1)
        }
        self.comments: list[str] = []

    def paragraph(self, rich: Rich, questions: Sequence[str]) -> str:
        """An entry, with its questions as comments on the whole of it."""
        runs = "".join([self.run(run) for run in rich])
        start = end = ""
        for question in questions:
            number = len(self.comments)
            self.comments.append(
                f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="c">'
                f"<w:p>{_text(question)}</w:p></w:comment>"
            )
            start += f'<w:commentRangeStart w:id="{number}"/>'
            end += f'<w:commentRangeEnd w:id="{number}"/>'
            end += f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        mark = _text(f" {QUESTION_MARK}", '<w:highlight w:val="yellow"/>') if questions else ""
        style = '<w:pPr><w:pStyle w:val="Bibliography"/></w:pPr>'
        return f"<w:p>{style}{start}{runs}{mark}{end}</w:p>"

    def run(self, run: Run) -> str:
        """Characters of one look; an address as a link."""
        italic = "<w:i/>" if run.italic else ""
        if not run.href:
            return _text(run.text, italic)
        name = f"rId{len(self.targets) + 1}"
        self.targets[name] = (f"{_OFFICE}/hyperlink", run.href)
        look = f'<w:rStyle w:val="Hyperlink"/>{italic}'
        return f'<w:hyperlink r:id="{name}">{_text(run.text, look)}</w:hyperlink>'


def _text(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    rows = []
    for name, (kind, target) in targets.items():
        outside = ' TargetMode="External"' if kind.endswith("/hyperlink") else ""
        rows.append(
            f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(clean(target))}{outside}/>'
        )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'
