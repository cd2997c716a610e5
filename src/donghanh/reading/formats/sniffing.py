"""What kind of file this is, told from its content and never from its name."""

import re

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import EmptyFile, EncryptedFile, FileTooLarge, UnsupportedFile
from donghanh.reading.formats.archive import check_word_archive
from donghanh.reading.formats.text.decoding import decode

LARGEST_FILE = 100 * 1024 * 1024

_SEND = "Hãy gửi tệp Word (.docx), PDF có chữ hoặc văn bản (.txt, .md)."
_IMAGE = f"Đây là ảnh, không có chữ để đọc. {_SEND}"
_PACKED = "Đây là tệp nén ({}). Hãy giải nén rồi gửi từng tệp kế hoạch."
_PROGRAM = "Đây là chương trình máy tính, không phải kế hoạch. Hãy kiểm tra xem đã chọn đúng tệp chưa."
_MEDIA = "Đây là tệp âm thanh hoặc phim, không phải kế hoạch. Hãy kiểm tra xem đã chọn đúng tệp chưa."
_WEB = "Đây là trang web (HTML), hiện chưa đọc được. Hãy mở bằng Word, chọn Lưu thành .docx rồi gửi."
_XML = "Đây là tệp XML, hiện chưa đọc được. Hãy mở bằng Word, chọn Lưu thành .docx rồi gửi."
_RTF = "Đây là tệp RTF, hiện chưa đọc được. Hãy mở bằng Word, chọn Lưu thành .docx rồi gửi."
_OLD = "Đây là tệp {} đời cũ ({}), hiện chưa đọc được. Hãy mở bằng {}, chọn Lưu thành {} rồi gửi."

_MAGIC = (
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"\x00\x00\x01\x00", _IMAGE),
    (b"AT&TFORM", _IMAGE),
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
    (b"{\\rtf", _RTF),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams inside an old Office file, in the order in which they are believed.
_OLE_STREAMS = (
    ("WordDocument", _OLD.format("Word", ".doc", "Word", ".docx")),
    (
        "Workbook",
        "Đây là tệp Excel đời cũ (.xls), hiện chưa đọc được. Hãy sao chép nội dung sang Word rồi gửi .docx.",
    ),
    (
        "Book",
        "Đây là tệp Excel đời cũ (.xls), hiện chưa đọc được. Hãy sao chép nội dung sang Word rồi gửi .docx.",
    ),
    ("PowerPoint Document", f"Đây là tệp trình chiếu đời cũ (.ppt), hiện chưa đọc được. {_SEND}"),
    ("__substg1.0_", "Đây là thư Outlook (.msg). Hãy mở thư, lưu tệp đính kèm rồi gửi tệp đó."),
)
_WEB_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)


def sniff(data: bytes) -> FileKind:
    """The kind of `data`, where it is one that is read.

    Raises: EmptyFile, EncryptedFile, FileTooLarge, HostileFile, DamagedFile, NotVietnamese (text in a
        legacy encoding) and UnsupportedFile, whose message names what the file looks like.
    """
    if not data:
        raise EmptyFile()
    if len(data) > LARGEST_FILE:
        raise FileTooLarge("Tệp quá lớn (trên 100 MB). Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi.")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        check_word_archive(data)
        return FileKind.DOCX
    if data.startswith(_OLE):
        raise _about_old_office(data)
    if (message := _foreign(data)) is not None:
        raise UnsupportedFile(message)
    if _is_pdf(data):
        return FileKind.PDF
    text, _ = decode(data)
    _check_plain(text)
    return FileKind.TEXT


def _is_pdf(data: bytes) -> bool:
    """A PDF may carry rubbish before its header; a text that talks of "%PDF-" has no objects."""
    at = data.find(b"%PDF-", 0, 1024)
    return at == 0 or (at > 0 and (not data[:at].strip(b"\xef\xbb\xbf\r\n\t ") or b" obj" in data))


def _foreign(data: bytes) -> str | None:
    for magic, message in _MAGIC:
        if data.startswith(magic):
            return message
    if data.startswith(b"MZ") and b"\x00" in data[:256]:
        return _PROGRAM
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return _IMAGE if data[8:12] == b"WEBP" else _MEDIA
    if data[4:8] == b"ftyp":
        return _IMAGE if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else _MEDIA
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":
        return _IMAGE
    if data[257:262] == b"ustar":
        return _PACKED.format(".tar")
    if data.startswith(b"%!PS"):
        return "Đây là tệp PostScript, hiện chưa đọc được. Hãy in ra PDF có chữ hoặc gửi tệp Word (.docx)."
    return None


def _about_old_office(data: bytes) -> UnsupportedFile | EncryptedFile:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedFile()
    for name, message in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return UnsupportedFile(message)
    return UnsupportedFile(
        "Đây là tệp Office đời cũ, hiện chưa đọc được. Hãy mở bằng Word, lưu thành .docx rồi gửi."
    )


def _check_plain(text: str) -> None:
    """Text that is the source of something else: a web page, a drawing, a saved mail."""
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if _WEB_PAGE.search(head[:2048]) and ("<body" in text.lower() or head[:1] == "<"):
        raise UnsupportedFile(_WEB)
    if head[:5].lower() == "<?xml" or head[:4].lower() == "<svg":
        raise UnsupportedFile(_IMAGE if "<svg" in head.lower() else _XML)
    if "MIME-Version:" in head[:1024] and "Content-Type:" in head:
        raise UnsupportedFile(_WEB.replace("(HTML)", "(MHT)"))
