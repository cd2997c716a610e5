"""What a .docx of ours holds besides its story: styles, page numbers, properties. Prepared once for each layout.

Source: ECMA-376 parts 1 and 2.
"""

import zipfile
from functools import cache
from io import BytesIO

from donghanh.writing.layout import Layout, Style, layout
from donghanh.writing.model import Look

_ZIPPED = (1980, 1, 1, 0, 0, 0)  # a zip bears the time at which it was made; this one says nothing
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DEPTHS = {Look.PART: 0, Look.HEADING: 1, Look.SUBHEADING: 2}

_FIXED = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
        f'<Override PartName="/word/header2.xml" ContentType="{_TYPE}.header+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    ),
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>vi-VN</dc:language></cp:coreProperties>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rIdStyles" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rIdSettings" Type="{_OFFICE}/settings" Target="settings.xml"/>'
        f'<Relationship Id="rIdPages" Type="{_OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="rIdFirst" Type="{_OFFICE}/header" Target="header2.xml"/>'
        "</Relationships>"
    ),
    "word/settings.xml": (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    ),
    # A page number, centred in the top margin; the first page has none.
    "word/header1.xml": (
        f'<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="page_number"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
    ),
    "word/header2.xml": f'<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="page_number"/></w:pPr></w:p></w:hdr>',
}


def style_id(look: Look) -> str:
    """What a style is called inside the file; people see its Vietnamese name."""
    return look.value


def packed(story: str, used: Layout) -> bytes:
    """The file: a story, and what goes with it in this layout."""
    document = f"{_XML}<w:document {_W} {_R}><w:body>{story}</w:body></w:document>"
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (
            *_prepared(),
            ("word/styles.xml", _styles(used.key, used.font)),
            ("word/document.xml", document.encode()),
        ):
            info = zipfile.ZipInfo(name, _ZIPPED)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return target.getvalue()


@cache
def _prepared() -> tuple[tuple[str, bytes], ...]:
    return tuple((name, (_XML + text).encode()) for name, text in _FIXED.items())


@cache
def _styles(key: str, font: str) -> bytes:
    """The styles of a layout in the font of an office."""
    made = "".join(_style(look, style) for look, style in layout(key).styles.items())
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    size = layout(key).styles[Look.BODY].size
    return (
        f"{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(size)}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{made}</w:styles>"
    ).encode()


def _style(look: Look, style: Style) -> str:
    justified = "both" if style.align == "justify" else style.align
    depth = f'<w:outlineLvl w:val="{_DEPTHS[look]}"/>' if look in _DEPTHS else ""
    keep = "<w:keepNext/>" if look in _DEPTHS else ""
    emphasis = ("<w:b/>" if style.bold else "") + ("<w:i/>" if style.italic else "")
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(look)}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}'
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="{round(style.indent_cm * 567)}"/><w:jc w:val="{justified}"/>{depth}</w:pPr>'
        f"<w:rPr>{emphasis}{_size(style.size)}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    halves = round(points * 2)
    return f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>'
