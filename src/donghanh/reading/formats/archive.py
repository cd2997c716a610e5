"""ZIP archives: which kind of document one is, and whether opening it is safe.

Only the directory at the archive's end is read, nothing is inflated but the few bytes of "mimetype".
"""

import zipfile
import zlib
from io import BytesIO

from donghanh.reading.errors import DamagedFile, EncryptedFile, FileTooLarge, HostileFile, UnsupportedFile

MOST_PARTS = 5_000
MOST_BYTES = 400 * 1024 * 1024
# Word's XML shrinks 10 to 40 times, a long table of equal rows up to 150 times; deflate's end is 1,032.
MOST_RATIO = 250
_RATIO_FROM = 4 * 1024 * 1024

_ENTRY = b"PK\x01\x02"
_BOMB = "Tệp phình ra quá lớn khi mở nên không được đọc. Hãy mở bằng Word, lưu lại thành .docx rồi gửi."
_PARTS = "Tệp có quá nhiều thành phần. Hãy mở bằng Word, lưu lại thành .docx rồi gửi."

_BY_PART = (
    ("xl/", "tệp Excel (.xlsx)", "Hãy sao chép nội dung sang Word, lưu thành .docx rồi gửi."),
    ("ppt/", "tệp trình chiếu PowerPoint (.pptx)", "Hãy gửi bản kế hoạch bằng Word (.docx) hoặc PDF có chữ."),
    ("visio/", "tệp hình vẽ Visio (.vsdx)", "Hãy gửi bản kế hoạch bằng Word (.docx) hoặc PDF có chữ."),
    ("documents/1/", "tệp XPS (.xps)", "Hãy in ra PDF có chữ hoặc gửi tệp Word (.docx)."),
    ("index/document.iwa", "tệp Pages của máy Mac", "Hãy mở bằng Pages, xuất thành Word (.docx) rồi gửi."),
    ("androidmanifest.xml", "ứng dụng điện thoại (.apk)", "Hãy kiểm tra xem đã chọn đúng tệp chưa."),
    ("meta-inf/manifest.mf", "chương trình Java (.jar)", "Hãy kiểm tra xem đã chọn đúng tệp chưa."),
)
_BY_MIMETYPE = (
    (
        "opendocument.text",
        "tệp OpenDocument (.odt)",
        "Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx rồi gửi.",
    ),
    (
        "opendocument.spreadsheet",
        "bảng tính OpenDocument (.ods)",
        "Hãy sao chép nội dung sang Word, lưu thành .docx.",
    ),
    ("opendocument.presentation", "bản trình chiếu (.odp)", "Hãy gửi bản kế hoạch bằng Word (.docx)."),
    ("epub", "sách điện tử (.epub)", "Hãy gửi bản kế hoạch bằng Word (.docx) hoặc PDF có chữ."),
)


def check_word_archive(data: bytes) -> None:
    """Pass if `data` is a Word document (.docx) that is safe to inflate.

    Raises: UnsupportedFile (another kind of archive, named), DamagedFile, EncryptedFile, HostileFile,
        FileTooLarge.
    """
    if data.count(_ENTRY) > 2 * MOST_PARTS:  # counted first: even the directory alone may fill the memory
        raise FileTooLarge(_PARTS)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename.replace("\\", "/").lstrip("/").lower() for part in parts}
            if not any(n.startswith("word/document") and n.endswith(".xml") for n in names):
                raise _unsupported(names, _mimetype(archive, parts))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise DamagedFile() from error
    _check_sizes(parts, len(data))


def _check_sizes(parts: list[zipfile.ZipInfo], size: int) -> None:
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


def _mimetype(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str:
    part = next((p for p in parts if p.filename == "mimetype" and p.file_size < 200), None)
    if part is None:
        return ""
    try:
        return archive.read(part).decode("ascii", errors="replace")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, OSError, EOFError):
        return ""


def _unsupported(names: set[str], mimetype: str) -> UnsupportedFile:
    for key, what, advice in _BY_MIMETYPE:
        if key in mimetype:
            return UnsupportedFile(f"Đây là {what}, hiện chưa đọc được. {advice}")
    for key, what, advice in _BY_PART:
        if any(name.startswith(key) for name in names):
            return UnsupportedFile(f"Đây là {what}, hiện chưa đọc được. {advice}")
    if "[content_types].xml" in names:
        return UnsupportedFile(
            "Tệp Office này không có phần văn bản Word. Hãy mở bằng Word, lưu thành .docx rồi gửi."
        )
    return UnsupportedFile("Đây là tệp nén (.zip). Hãy giải nén rồi gửi từng tệp kế hoạch.")
