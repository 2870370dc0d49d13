"""Small Word documents, made of XML written by hand."""

import io
import zipfile
from collections.abc import Iterable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = ("styles", "numbering", "footnotes", "endnotes", "comments")


def escaped(text: str) -> str:
    """*text* as XML has it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def run(text: str, properties: str = "") -> str:
    """A w:r with *text*."""
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A w:p; what is no XML in *content* becomes a run."""
    made = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    inner = "".join(item if item.startswith("<") else run(item) for item in content)
    return f"<w:p>{made}{inner}</w:p>"


def field(code: str, shown: str, data: str = "") -> str:
    """The runs of a complex field; *shown* is text or XML."""
    begin = f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
    result = shown if shown.startswith("<") else run(shown)
    return (
        f"<w:r>{begin}</w:r><w:r><w:instrText>{escaped(code)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def note(number: int, kind: str = "footnote", properties: str = "") -> str:
    """The mark of note *number* in the text."""
    return f'<w:r><w:{kind}Reference w:id="{number}"{properties}/></w:r>'


def notes(bodies: Mapping[int, str], kind: str = "footnote") -> str:
    """The member with the notes, separator included. Bodies are paragraphs."""
    made = "".join(
        f'<w:{kind} w:id="{number}">{body}</w:{kind}>' for number, body in bodies.items()
    )
    rule = f'<w:{kind} w:type="separator" w:id="-1">{paragraph("rule")}</w:{kind}>'
    return part(f"{kind}s", rule + made)


def part(root: str, content: str) -> str:
    """A whole member with the root element w:*root*."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{content}</w:{root}>'


def docx(
    *body: str, members: Mapping[str, str] = {}, links: Iterable[str] = (), document: str = ""
) -> bytes:
    """A .docx of paragraphs *body*; *members* by name ("footnotes" for word/footnotes.xml).

    The addresses *links* have the ids "L0", "L1" ... *document* replaces the main member.
    """
    files = {(name if "/" in name else f"word/{name}.xml"): xml for name, xml in members.items()}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{name}+xml"/>'
        for name in _RELATED
        if f"word/{name}.xml" in files
    )
    relations = "".join(
        f'<Relationship Id="R{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in _RELATED
        if f"word/{name}.xml" in files
    ) + "".join(
        f'<Relationship Id="L{index}" Type="{_OFFICE}/hyperlink" Target="{escaped(target)}" '
        'TargetMode="External"/>'
        for index, target in enumerate(links)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="R1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document or part("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        **files,
    }
    return packed(files)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of *files*."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def inserted(*content: str) -> str:
    """A tracked insertion."""
    inner = "".join(item if item.startswith("<") else run(item) for item in content)
    return f'<w:ins w:id="90" w:author="A. Roe" w:date="2024-01-01T00:00:00Z">{inner}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return (
        '<w:del w:id="91" w:author="A. Roe" w:date="2024-01-01T00:00:00Z"><w:r>'
        f'<w:delText xml:space="preserve">{escaped(text)}</w:delText></w:r></w:del>'
    )


def hyperlink(text: str, index: int) -> str:
    """A link to the address with that *index* in ``docx(links=...)``."""
    return f'<w:hyperlink r:id="L{index}">{run(text)}</w:hyperlink>'
