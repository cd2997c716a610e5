"""Files that are broken, locked or built to do harm are refused, each with its own reason."""

import io
import zipfile

import pytest

from donghanh.reading import errors
from donghanh.reading.formats.docx import read
from reading.formats.docx.building import archive, docx, p, with_part
from reading.formats.docx.reading_it import doubts, texts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = docx(p("Kế hoạch"))


def refused(data: bytes) -> type[errors.UnreadableFile]:
    with pytest.raises(errors.UnreadableFile) as caught:
        read(data)
    return type(caught.value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", errors.EmptyFile),
        (b"\x00\n ", errors.EmptyFile),
        (b"Xin chao", errors.DamagedFile),
        (b"PK\x03\x04", errors.DamagedFile),
        (GOOD[: len(GOOD) // 2], errors.DamagedFile),
        (GOOD[:-30], errors.DamagedFile),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), errors.EncryptedFile),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), errors.UnsupportedFile),
        (archive({"a.txt": "x"}), errors.DamagedFile),
        (archive({"xl/workbook.xml": "<x/>"}), errors.UnsupportedFile),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), errors.UnsupportedFile),
        (archive({"word/document.xml": "<không phải"}), errors.DamagedFile),
        (archive({"word/document.xml": "<x/>"}), errors.DamagedFile),
        (docx(""), errors.EmptyFile),
        (docx(p("<w:r><w:drawing/></w:r>")), errors.NoText),
        (with_part(GOOD, "../etc/passwd", "x"), errors.HostileFile),
        (with_part(GOOD, "/word/x.xml", "x"), errors.HostileFile),
        (with_part(GOOD, "C:\\x.xml", "x"), errors.HostileFile),
        (with_part(GOOD, "WORD/DOCUMENT.XML", "x"), errors.HostileFile),
        (with_part(GOOD, "word/media/big.bin", bytes(2_000_000)), errors.HostileFile),
        (archive({f"x/{n}": "" for n in range(2_001)}), errors.HostileFile),
    ],
)
def test_a_bad_file_is_refused_for_what_it_is(data: bytes, reason: type[errors.UnreadableFile]) -> None:
    assert refused(data) is reason


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "declaration",
    [
        BOMB,
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "http://example.invalid/e">]>',
        "<!DOCTYPE x>",
    ],
)
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"]
)
def test_a_document_type_in_any_part_that_is_read_is_hostile(declaration: str, part: str) -> None:
    data = docx(p("Kế hoạch"), styles="")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read(part).decode()
    assert refused(with_part(data, part, declaration + content)) is errors.HostileFile


def test_a_document_type_hidden_in_another_encoding_is_hostile() -> None:
    content = '<?xml version="1.0" encoding="utf-16"?>' + BOMB + "<x/>"
    assert refused(with_part(GOOD, "word/document.xml", content.encode("utf-16"))) is errors.HostileFile


def test_sizes_in_the_directory_that_add_up_to_too_much_are_hostile() -> None:
    data = bytearray(with_part(GOOD, "word/media/a.bin", b"x" * 100))
    entry = data.rindex(b"word/media/a.bin") - 46
    data[entry + 20 : entry + 24] = (2_000_000_000).to_bytes(4, "little")
    data[entry + 24 : entry + 28] = (4_000_000_000).to_bytes(4, "little")
    assert refused(bytes(data)) is errors.HostileFile


def test_a_part_that_is_longer_than_it_says_is_damaged() -> None:
    data = bytearray(GOOD)
    entry = data.rindex(b"word/document.xml") - 46
    data[entry + 24 : entry + 28] = (40).to_bytes(4, "little")
    assert refused(bytes(data)) is errors.DamagedFile


def test_a_part_too_large_for_memory_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("donghanh.reading.formats.docx.package.MAX_PART", 100)
    assert refused(GOOD) is errors.FileTooLarge


def test_more_tags_than_memory_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("donghanh.reading.formats.docx.package.MAX_TAGS", 100)
    assert texts(GOOD) == ["Kế hoạch"]
    assert refused(docx(p("Kế hoạch") * 20)) is errors.FileTooLarge


def test_a_locked_part_is_told_as_encrypted() -> None:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    assert refused(bytes(data)) is errors.EncryptedFile


def test_deep_nesting_is_refused_or_read_and_never_breaks() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + p("x") + "</w:sdtContent></w:sdt>" * 5_000
    assert issubclass(refused(docx(deep)), errors.UnreadableFile)
    nested = p("lõi")
    for _ in range(40):
        nested = f"<w:tbl><w:tr><w:tc>{nested}{p('x')}</w:tc></w:tr></w:tbl>"
    assert read(docx(nested)).blocks


def test_macros_are_left_alone_and_told() -> None:
    data = with_part(GOOD, "word/vbaProject.bin", b"\x00" * 10)
    assert (texts(data), doubts(data)) == (["Kế hoạch"], ["macros"])


def test_parts_outside_the_file_are_never_asked_for() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="http://example.invalid/s.xml" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/numbering" Target="../../../../etc/passwd"/></Relationships>'
    )
    assert texts(with_part(GOOD, "word/_rels/document.xml.rels", relations)) == ["Kế hoạch"]


def test_the_strict_variant_of_the_format_is_read() -> None:
    content = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        "<w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document>"
    )
    assert texts(with_part(GOOD, "word/document.xml", content)) == ["Kế hoạch"]


def test_the_main_part_may_have_another_name() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="word/document2.xml"/></Relationships>'
    )
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        content = package.read("word/document.xml")
    assert texts(archive({"_rels/.rels": relations.encode(), "word/document2.xml": content})) == ["Kế hoạch"]
