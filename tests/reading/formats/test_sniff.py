"""The kind of a file is told from its content; what is not read is named, with what to do."""

import gzip
import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading import errors
from donghanh.reading.blocks import BlockDocument, FileKind
from donghanh.reading.formats import read_blocks, sniff

PLAN = "KẾ HOẠCH\nTổ chức tập huấn cho hội viên phụ nữ các xã vùng biên giới năm 2025.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def archive(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


WORD = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PLAN.encode(), FileKind.TEXT),
        (PLAN.encode("utf-8-sig"), FileKind.TEXT),
        (PLAN.encode("utf-16"), FileKind.TEXT),
        (b"\xfe\xff" + PLAN.encode("utf-16-be"), FileKind.TEXT),
        ((PLAN + "Tệp gửi kèm bắt đầu bằng %PDF-1.4").encode(), FileKind.TEXT),
        (b"%PDF-1.7\n1 0 obj\n", FileKind.PDF),
        (b"\n\n%PDF-1.4\n", FileKind.PDF),
        (b"rubbish before it %PDF-1.4\n1 0 obj\n", FileKind.PDF),
        (WORD, FileKind.DOCX),
        (archive({"word/document2.xml": b"<w:document/>"}), FileKind.DOCX),
        (
            archive({"to_trinh.pdf": b"x", "word/document.xml": b"%PDF-1.4 obj"}, zipfile.ZIP_STORED),
            FileKind.DOCX,
        ),
        (archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), FileKind.XLSX),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), FileKind.ODT),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), FileKind.ODS),
        (archive({"ke_hoach.docx": WORD}), FileKind.ZIP),
        (archive({}), FileKind.ZIP),
        (OLE + "WordDocument".encode("utf-16-le"), FileKind.DOC),
        (OLE + "Workbook".encode("utf-16-le"), FileKind.XLS),
        (b"{\\rtf1\\ansi K\\u7871? ho}", FileKind.RTF),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), FileKind.IMAGE),
        (b"\xff\xd8\xff\xe0" + bytes(64), FileKind.IMAGE),
        (b"II*\x00" + bytes(64), FileKind.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", FileKind.IMAGE),
        (f"<!DOCTYPE html>\n<html><body>{PLAN}</body></html>".encode(), FileKind.HTML),
        (f"<HTML>\n<head></head><BODY>{PLAN}</BODY>".encode(), FileKind.HTML),
        (b"From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>", FileKind.MHT),
    ],
)
def test_what_is_read_is_recognised(data: bytes, kind: FileKind) -> None:
    assert sniff(data) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "PowerPoint"),
        (archive({"mimetype": b"application/epub+zip"}), "(.epub)"),
        (OLE, "Office đời cũ"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>', "ảnh"),
        (gzip.compress(PLAN.encode()), ".gz"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(32), ".7z"),
        (b"Rar!\x1a\x07\x00" + bytes(32), ".rar"),
        (b"MZ\x90\x00\x03" + bytes(64), "chương trình"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "chương trình"),
        (bytes(range(256)) * 20, "chưa đọc được"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, words: str) -> None:
    with pytest.raises(errors.UnsupportedFile) as caught:
        sniff(data)
    assert words in caught.value.message
    assert "Hãy" in caught.value.message


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\xef\xbb\xbf", "\ufeff \n".encode("utf-16")])
def test_nothing_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(errors.EmptyFile):
        sniff(data)


def test_a_protected_word_file_asks_for_the_password_to_be_taken_off() -> None:
    with pytest.raises(errors.EncryptedFile):
        sniff(OLE + "EncryptedPackage".encode("utf-16-le") + "WordDocument".encode("utf-16-le"))


def test_a_protected_archive_is_encrypted() -> None:
    data = bytearray(WORD)
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(errors.EncryptedFile):
        sniff(bytes(data))


@pytest.mark.parametrize("cut", [30, len(WORD) // 2, len(WORD) - 5])
def test_a_word_file_cut_short_is_damaged(cut: int) -> None:
    with pytest.raises(errors.DamagedFile):
        sniff(WORD[:cut])


def test_a_file_that_inflates_is_hostile() -> None:
    with pytest.raises(errors.HostileFile):
        sniff(archive({"word/document.xml": bytes(20_000_000)}))


def test_overlapping_parts_are_hostile() -> None:
    data = bytearray(
        archive({"word/document.xml": b"x" * 5000, "word/b.xml": b"y" * 5000}, zipfile.ZIP_STORED)
    )
    for at in (data.find(b"PK\x01\x02"), data.rfind(b"PK\x01\x02")):
        struct.pack_into("<II", data, at + 20, len(data), len(data))
    with pytest.raises(errors.HostileFile):
        sniff(bytes(data))


def test_thousands_of_parts_are_too_many() -> None:
    parts = {f"word/media/{i}.png": b"" for i in range(5_100)}
    with pytest.raises(errors.FileTooLarge):
        sniff(archive({"word/document.xml": b"<w/>", **parts}, zipfile.ZIP_STORED))


def test_a_text_over_the_limit_is_too_large() -> None:
    with pytest.raises(errors.FileTooLarge):
        sniff(b"a " * (10 * 1024 * 1024 + 1))


def test_one_bad_byte_is_a_doubt_and_no_refusal() -> None:
    document = read_blocks(PLAN.encode() * 20 + b"\xff" + PLAN.encode())
    assert [doubt.code for doubt in document.doubts] == ["broken_bytes"]


@pytest.mark.parametrize(
    "text",
    [
        "Plan of the Women's Union for the year 2025, with training for all members of the communes.",
        "Plan de l'Union des femmes pour l'année 2025 : formation des adhérentes à l'égalité, été compris.",
        "Ke hoach to chuc tap huan cho hoi vien phu nu cac xa vung bien gioi nam 2025",
        "The plan of Đà Nẵng for 2025: " + "training for all members of the communes. " * 20,
    ],
)
def test_text_that_is_not_vietnamese_is_refused(text: str) -> None:
    with pytest.raises(errors.NotVietnamese):
        read_blocks(text.encode())


def test_text_without_words_has_no_text() -> None:
    with pytest.raises(errors.NoText):
        read_blocks(b"12 34 5.6\n---\n78")


def test_a_name_that_promises_another_kind_is_a_doubt() -> None:
    assert [d.code for d in read_blocks(PLAN.encode(), "Kế hoạch.pdf").doubts] == ["mislabelled"]
    assert read_blocks(PLAN.encode(), "Kế hoạch.txt").doubts == ()
    assert read_blocks(PLAN.encode(), "Kế hoạch 3.5").doubts == ()


@given(st.binary(max_size=600) | st.text(max_size=300).map(str.encode))
def test_no_content_escapes_but_as_unreadable(data: bytes) -> None:
    try:
        document = read_blocks(data)
    except errors.UnreadableFile:
        return
    assert isinstance(document, BlockDocument)


@given(st.data())
def test_a_word_file_with_changed_bytes_escapes_but_as_unreadable(data: st.DataObject) -> None:
    changed = bytearray(WORD)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        sniff(bytes(changed))
    except errors.UnreadableFile:
        return
