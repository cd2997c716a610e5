"""Builds OpenDocument and rich text files from raw markup, so that a test shows exactly what it is about.

And Word files that LibreOffice opens, to make other kinds of them.
"""

import io
import zipfile
from collections.abc import Iterable

from reading.formats.docx import building as word

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "svg": "svg-compatible",
        "script": "script",
        "manifest": "manifest",
    }.items()
)
NAMES = f'{_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"'
MIMETYPE = "application/vnd.oasis.opendocument.text"
LINES = (
    "HỘI LIÊN HIỆP PHỤ NỮ XÃ BÌNH AN",
    "KẾ HOẠCH",
    "Chăm lo hội viên khó khăn năm 2026",
    "I. MỤC ĐÍCH",
    "1. Giúp đỡ 12 hội viên nghèo của xã.",
    "II. TỔ CHỨC THỰC HIỆN",
    "Nơi nhận: Hội LHPN huyện.",
)


def odt(
    body: str = "", *, before: str = "", events: str = "", parts: dict[str, str | bytes] | None = None
) -> bytes:
    """An .odt file: a short plan, with `body` behind it and `before` in front of everything.

    events: what runs when. parts: further files in it, or others.
    """
    text = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    files: dict[str, str | bytes] = {
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {NAMES} '
        f'office:version="1.3">{events}<office:body><office:text>{text}{body}</office:text></office:body>'
        "</office:document-content>",
        "META-INF/manifest.xml": manifest(further=parts or ()),
    }
    return package(files | (parts or {}))


def package(files: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE)
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def manifest(inside: str = "", further: Iterable[str] = ()) -> str:
    """The list of a file's parts; `inside`: what is said of its content."""
    others = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in further
    )
    return (
        f'<manifest:manifest {NAMES} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{inside}'
        f"</manifest:file-entry>{others}</manifest:manifest>"
    )


def rtf(body: str = "", *, head: str = "") -> bytes:
    """An .rtf file: a short plan, with `body` behind it."""
    text = "".join(rf"\plain {escaped(line)}\par" + "\n" for line in LINES)
    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}" + head + text + body + "}"
    ).encode("cp1252")


def escaped(text: str) -> str:
    """Text as rich text has it: letters beyond ASCII as signed numbers."""
    return "".join(
        letter if letter.isascii() else rf"\u{ord(letter) - 0x10000 * (ord(letter) > 0x7FFF)}?"
        for letter in text
    )


def field(instruction: str, result: str) -> str:
    return rf"{{\field{{\*\fldinst {instruction}}}{{\fldrslt {escaped(result)}}}}}"


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{part}+xml"/>'
        for part in ("numbering", "footnotes", "header")
    )
    + "</Types>"
)


def word_file(body: str, /, **parts: str) -> bytes:
    """`word.docx` with the types of its parts, without which LibreOffice does not find them."""
    return word.with_part(word.docx(body, **parts), "[Content_Types].xml", _TYPES)
