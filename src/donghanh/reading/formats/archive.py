"""ZIP archives: which kind of document one is, and whether opening it is safe.

Only the directory at the archive's end is read, nothing is inflated but the few bytes of "mimetype".
"""

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import DamagedFile, EncryptedFile, FileTooLarge, HostileFile, UnsupportedFile

MOST_PARTS = 5_000
MOST_BYTES = 400 * 1024 * 1024
# Word's XML shrinks 10 to 40 times, a long table of equal rows up to 150 times; deflate's end is 1,032.
MOST_RATIO = 250
_RATIO_FROM = 4 * 1024 * 1024

ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    IndexError,
    OverflowError,
)
"""What Python's zip reader raises on an archive that is no good."""

_ENTRY = b"PK\x01\x02"
_MEMBER = b"PK\x03\x04"
_MEMBER_HEAD = struct.Struct("<4s22x2H")
_BOMB = "Tệp phình ra quá lớn khi mở nên không được đọc. Hãy mở bằng Word, lưu lại thành .docx rồi gửi."
_OVERLAP = "Tệp có các phần chồng lên nhau nên không được mở. Hãy lưu hoặc nén lại từ các tệp gốc rồi gửi."
_PARTS = "Tệp có quá nhiều thành phần. Hãy mở bằng Word, lưu lại thành .docx rồi gửi."

_ADVICE = "Hãy gửi bản kế hoạch bằng Word (.docx) hoặc PDF."
_BY_MIMETYPE = (("opendocument.text", FileKind.ODT), ("opendocument.spreadsheet", FileKind.ODS))
_FOREIGN_MIMETYPES = (
    ("opendocument.presentation", "bản trình chiếu (.odp)", _ADVICE),
    ("epub", "sách điện tử (.epub)", _ADVICE),
)
_FOREIGN_PARTS = (
    ("ppt/", "tệp trình chiếu PowerPoint (.pptx)", _ADVICE),
    ("visio/", "tệp hình vẽ Visio (.vsdx)", _ADVICE),
    ("documents/1/", "tệp XPS (.xps)", "Hãy in ra PDF hoặc gửi tệp Word (.docx)."),
    ("index/document.iwa", "tệp Pages của máy Mac", "Hãy mở bằng Pages, xuất thành Word (.docx) rồi gửi."),
    ("androidmanifest.xml", "ứng dụng điện thoại (.apk)", "Hãy kiểm tra xem đã chọn đúng tệp chưa."),
    ("meta-inf/manifest.mf", "chương trình Java (.jar)", "Hãy kiểm tra xem đã chọn đúng tệp chưa."),
)


def archive_kind(data: bytes) -> FileKind:
    """Which kind of document an archive is, where it is safe to inflate; ZIP where it packs several files.

    Raises: UnsupportedFile (a foreign kind, named), DamagedFile, EncryptedFile, HostileFile, FileTooLarge.
    """
    if data.count(_ENTRY) > 2 * MOST_PARTS:  # counted first: even the directory alone may fill the memory
        raise FileTooLarge(_PARTS)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename.replace("\\", "/").lstrip("/").lower() for part in parts}
            kind = _kind(names, _mimetype(archive, parts))
    except ZIP_FAULTS as error:
        raise DamagedFile() from error
    check_sizes(parts, len(data))
    return kind


def check_sizes(parts: list[zipfile.ZipInfo], size: int) -> None:
    """Pass if `parts`, out of an archive of `size` bytes, are safe to inflate.

    Raises: EncryptedFile, HostileFile, FileTooLarge.
    """
    if any(part.flag_bits & 1 for part in parts):
        raise EncryptedFile()
    if len(parts) > MOST_PARTS:
        raise FileTooLarge(_PARTS)
    # More packed bytes than the file has: parts that overlap, each inflating the same bytes again.
    if sum(part.compress_size for part in parts) > size:
        raise HostileFile(_BOMB)
    inflated = sum(part.file_size for part in parts)
    if any(p.file_size > _RATIO_FROM and p.file_size > MOST_RATIO * max(p.compress_size, 1) for p in parts):
        raise HostileFile(_BOMB)
    if inflated > _RATIO_FROM and inflated > MOST_RATIO * size:
        raise HostileFile(_BOMB)
    if inflated > MOST_BYTES:
        raise FileTooLarge()


def check_apart(parts: list[zipfile.ZipInfo]) -> None:
    """Pass if no two parts share bytes: archives where they do inflate the same bytes many times over.

    Raises: HostileFile.
    """
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            raise HostileFile(_OVERLAP)
        end = part.header_offset + part.compress_size


def inflated(data: bytes, part: zipfile.ZipInfo) -> bytes:
    """The content of a part of the archive `data`, of just the size and checksum that its directory states.

    For parts of Office files, which are stored or deflated. Python's own reader of one takes three times as
    long for a small part. Raises: DamagedFile. Source: APPNOTE.TXT 4.3.7 (head of a member).
    """
    try:
        magic, *lengths = _MEMBER_HEAD.unpack_from(data, part.header_offset)
        start = part.header_offset + _MEMBER_HEAD.size + sum(lengths)
        content = data[start : start + part.compress_size]
        if part.compress_type == zipfile.ZIP_DEFLATED:
            # One byte more than stated is enough to tell a part that lies: no more is ever inflated.
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, part.file_size + 1)
        elif part.compress_type != zipfile.ZIP_STORED:
            raise DamagedFile
    except ZIP_FAULTS as error:
        raise DamagedFile from error
    if magic != _MEMBER or len(content) != part.file_size or zlib.crc32(content) != part.CRC:
        raise DamagedFile
    return content


def _mimetype(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str:
    part = next((p for p in parts if p.filename == "mimetype" and p.file_size < 200), None)
    if part is None:
        return ""
    try:
        return archive.read(part).decode("ascii", errors="replace")
    except ZIP_FAULTS:
        return ""


def _kind(names: set[str], mimetype: str) -> FileKind:
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return FileKind.DOCX
    if any(name.startswith("xl/workbook.") for name in names):
        return FileKind.XLSX
    for key, kind in _BY_MIMETYPE:
        if key in mimetype:
            return kind
    for key, what, advice in _FOREIGN_MIMETYPES:
        if key in mimetype:
            raise UnsupportedFile(f"Đây là {what}, chưa đọc được. {advice}")
    for key, what, advice in _FOREIGN_PARTS:
        if any(name.startswith(key) for name in names):
            raise UnsupportedFile(f"Đây là {what}, chưa đọc được. {advice}")
    if "[content_types].xml" in names:
        raise UnsupportedFile(
            "Tệp Office này không có phần văn bản. Hãy mở bằng Word, lưu thành .docx rồi gửi."
        )
    return FileKind.ZIP
