"""Builds Word files from raw XML, so that a test shows exactly what it is about."""

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "comments": "comments",
}


def docx(body: str, /, **parts: str) -> bytes:
    """A .docx file with this content in its body and, by kind, in its other parts.

    `header` has the relationship id rIdheader, and so on.
    """
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    for kind, content in parts.items():
        root = _ROOTS[kind]
        files[f"word/{kind}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>"
    return archive(files)


def _relations(targets: dict[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}'
        "</Relationships>"
    )


def archive(files: dict[str, str] | dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return target.getvalue()


def with_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """`data` with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {info.filename: package.read(info) for info in package.infolist()}
    files[name] = content if isinstance(content, bytes) else content.encode()
    return archive(files)


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    if content and not content.startswith("<"):
        content = r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; LF in the text is a line break, TAB a tab."""
    content = ""
    for index, line in enumerate(text.split("\n")):
        content += "<w:br/>" if index else ""
        content += "<w:tab/>".join(
            f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in line.split("\t")
        )
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def listed(text: str, level: int = 0, num: int = 1) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{nums}'


def lvl(index: int, fmt: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def tbl(*rows: str, properties: str = "", lines: bool = True) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="{"single" if lines else "nil"}"/>' for side in sides)
    return (
        f"<w:tbl><w:tblPr>{properties}<w:tblBorders>{borders}</w:tblBorders></w:tblPr>{''.join(rows)}</w:tbl>"
    )


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain text becomes a cell."""
    shown = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{shown}</w:tr>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell; plain text becomes a paragraph."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
