"""What kind of file this is, told from its content and never from its name."""

import re

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import DamagedFile, EmptyFile, EncryptedFile, FileTooLarge, UnsupportedFile
from donghanh.reading.formats.archive import archive_kind
from donghanh.reading.formats.compound import Compound
from donghanh.reading.formats.text.decoding import decode

LARGEST_FILE = 100 * 1024 * 1024

_SEND = "Hãy gửi tệp Word, Excel, PDF, ảnh chụp văn bản hoặc văn bản (.txt)."
_IMAGE = "Đây là ảnh loại {}, chưa đọc được. Hãy lưu ảnh thành .jpg hoặc .png rồi gửi, hoặc gửi bản Word."
_PACKED = "Đây là tệp nén ({}), chưa mở được. Hãy giải nén rồi gửi từng tệp, hoặc nén lại thành .zip."
_PROGRAM = "Đây là chương trình máy tính, không phải kế hoạch. Hãy kiểm tra xem đã chọn đúng tệp chưa."
_MEDIA = "Đây là tệp âm thanh hoặc phim, không phải kế hoạch. Hãy kiểm tra xem đã chọn đúng tệp chưa."
_XML = "Đây là tệp XML, chưa đọc được. Hãy mở bằng Word, chọn Lưu thành .docx rồi gửi."

# Foreign kinds by their first bytes, with what to say of them.
_FOREIGN = (
    (b"GIF87a", _IMAGE.format("GIF")),
    (b"GIF89a", _IMAGE.format("GIF")),
    (b"\x00\x00\x01\x00", _IMAGE.format("ICO")),
    (b"AT&TFORM", _IMAGE.format("DjVu")),
    (b"\x1f\x8b", _PACKED.format(".gz")),
    (b"7z\xbc\xaf\x27\x1c", _PACKED.format(".7z")),
    (b"Rar!\x1a\x07", _PACKED.format(".rar")),
    (b"\xfd7zXZ\x00", _PACKED.format(".xz")),
    (b"(\xb5/\xfd", _PACKED.format(".zst")),
    (b"BZh91AY&SY", _PACKED.format(".bz2")),
    (b"\x7fELF", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\x00asm", _PROGRAM),
    (b"OggS", _MEDIA),
    (b"ID3\x03", _MEDIA),
    (b"ID3\x04", _MEDIA),
    (b"\x1aE\xdf\xa3", _MEDIA),
)
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams inside an old Office file, in the order in which they are believed.
_OLE_KINDS = (("WordDocument", FileKind.DOC), ("Workbook", FileKind.XLS), ("Book", FileKind.XLS))
_OLE_FOREIGN = (
    ("PowerPoint Document", f"Đây là tệp trình chiếu đời cũ (.ppt), chưa đọc được. {_SEND}"),
    ("__properties_version1.0", "Đây là thư Outlook (.msg). Hãy mở thư, lưu tệp đính kèm rồi gửi tệp đó."),
)
_WEB_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_BODY = re.compile(rb"<body[\s>]", re.IGNORECASE)
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_MAIL_HEAD = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)


def sniff(data: bytes) -> FileKind:
    """The kind of `data`, where it is one that is read.

    Raises: EmptyFile, EncryptedFile, FileTooLarge, HostileFile, DamagedFile, NotVietnamese (text in an
        unknown encoding) and UnsupportedFile, whose message names what the file looks like.
    """
    if not data:
        raise EmptyFile()
    if len(data) > LARGEST_FILE:
        raise FileTooLarge("Tệp quá lớn (trên 100 MB). Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi.")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive_kind(data)
    if data.startswith(_OLE):
        return _old_office_kind(data)
    if data.startswith(_PICTURES) or _is_bitmap(data) or _is_webp(data):
        return FileKind.IMAGE
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    if (message := _foreign(data)) is not None:
        raise UnsupportedFile(message)
    if _is_pdf(data):
        return FileKind.PDF
    if _MAIL_HEAD.search(data[:4096]) and b"text/html" in data[: 64 * 1024].lower():
        return FileKind.MHT
    return _text_kind(data)


def _is_pdf(data: bytes) -> bool:
    """A PDF may carry rubbish before its header; a text that talks of "%PDF-" has no objects."""
    at = data.find(b"%PDF-", 0, 1024)
    return at == 0 or (at > 0 and (not data[:at].strip(b"\xef\xbb\xbf\r\n\t ") or b" obj" in data))


def _foreign(data: bytes) -> str | None:
    for magic, message in _FOREIGN:
        if data.startswith(magic):
            return message
    if data.startswith(b"MZ") and b"\x00" in data[:256]:
        return _PROGRAM
    if data.startswith(b"RIFF") and data[8:12] in (b"WAVE", b"AVI "):
        return _MEDIA
    if data[4:8] == b"ftyp":
        return _IMAGE.format("HEIC") if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else _MEDIA
    if data[257:262] == b"ustar":
        return _PACKED.format(".tar")
    if data.startswith(b"%!PS"):
        return "Đây là tệp PostScript, chưa đọc được. Hãy in ra PDF có chữ hoặc gửi tệp Word (.docx)."
    return None


def _is_bitmap(data: bytes) -> bool:
    return data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00"


def _is_webp(data: bytes) -> bool:
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def _old_office_kind(data: bytes) -> FileKind:
    streams = _streams(data)
    if "EncryptedPackage" in streams:
        raise EncryptedFile()
    for name, kind in _OLE_KINDS:
        if name in streams:
            return kind
    for name, message in _OLE_FOREIGN:
        if name in streams:
            raise UnsupportedFile(message)
    raise UnsupportedFile(
        "Đây là tệp Office đời cũ không rõ loại. Hãy mở bằng Word, chọn Lưu thành .docx rồi gửi."
    )


def _streams(data: bytes) -> set[str]:
    """Which of the streams that tell a kind an old Office file has; of a broken one, which names it holds."""
    names = ("EncryptedPackage", *(name for name, _ in (*_OLE_KINDS, *_OLE_FOREIGN)))
    try:
        compound = Compound(data)
    except DamagedFile:
        return {name for name in names if name.encode("utf-16-le") in data}
    return {name for name in names if compound.has(name)}


def _text_kind(data: bytes) -> FileKind:
    """Plain text, or the source of something else: a web page, a drawing."""
    if _is_web_page(data):
        return FileKind.HTML
    text, _ = decode(data)
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if head[:5].lower() == "<?xml" or head[:4].lower() == "<svg":
        raise UnsupportedFile(_IMAGE.format("SVG") if "<svg" in head.lower() else _XML)
    return FileKind.TEXT


def _is_web_page(data: bytes) -> bool:
    """Told before anything is decoded: the page itself says in which encoding it is."""
    head = data[:4096].replace(b"\x00", b"").lstrip(_MARKS)
    if _WEB_PAGE.search(head[:2048]) is None:
        return False
    return head[:1] == b"<" or _BODY.search(data.replace(b"\x00", b"")) is not None
