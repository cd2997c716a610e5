"""Web pages kept in one file: which part is read, in which encoding, and what is refused."""

import base64
import quopri

import pytest

from donghanh.reading import errors
from donghanh.reading.blocks import FileKind, Table
from donghanh.reading.formats import read_blocks
from donghanh.reading.formats.mht import read

TEXT = "Kế hoạch tổ chức Ngày hội của Hội Liên hiệp Phụ nữ xã"
PAGE = f"<html><body><p>{TEXT}</p></body></html>"


def part(content: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """One part, in base64 unless a header says otherwise."""
    if "Content_Transfer_Encoding" not in headers:
        headers["Content_Transfer_Encoding"] = "base64"
        content = base64.encodebytes(content)
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([f"Content-Type: {kind}", *lines, "", ""]).encode() + content


def mail(*parts: bytes, kind: str = "related", extra: str = "") -> bytes:
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/{kind}; boundary="b0"{extra}\r\n\r\n'
    return head.encode() + b"".join(b"--b0\r\n" + each + b"\r\n" for each in parts) + b"--b0--\r\n"


def texts(data: bytes) -> list[str]:
    return [getattr(block, "text", "bảng") for block in read(data).blocks]


@pytest.mark.parametrize(
    "page",
    [
        part(PAGE.encode()),
        part(quopri.encodestring(PAGE.encode()), Content_Transfer_Encoding="quoted-printable"),
        part(PAGE.encode(), Content_Transfer_Encoding="8bit"),
        part(PAGE.encode("cp1252", errors="xmlcharrefreplace"), "text/html; charset=windows-1252"),
        part(PAGE.encode("utf-16"), "text/html; charset=unicode"),
        part(PAGE.encode("utf-16-le"), "text/html; charset=utf-16"),
        part(PAGE.encode(), "text/html; charset=khong-co"),
        part(PAGE.encode(), "TEXT/HTML"),
    ],
)
def test_a_page_is_read_in_whichever_way_it_is_packed(page: bytes) -> None:
    document = read_blocks(mail(page, part(b"\x89PNG", "image/png")))
    assert (document.kind, [getattr(block, "text", None) for block in document.blocks]) == (
        FileKind.MHT,
        [TEXT],
    )


def test_the_page_that_starts_is_read_and_not_its_header() -> None:
    header = part(b"<html><body>Trang 2</body></html>", Content_ID="<h>")
    assert texts(mail(header, part(PAGE.encode(), Content_ID="<p>"), extra='; start="<p>"')) == [TEXT]
    assert texts(mail(part(PAGE.encode()), header)) == [TEXT]


def test_the_sheets_of_a_workbook_are_tables_in_their_order() -> None:
    frame = "<html><head><frameset rows='*,39'><frame src='a_files/sheet001.htm'><frame src='tabstrip.htm'></frameset></html>"
    sheet = "<html><body><table border=1><tr><td>TT<td>Xã<tr><td>{0}<td>Xã {0}</table></body></html>"
    data = mail(
        part(frame.encode(), Content_Location="file:///C:/a.htm"),
        part(sheet.format(1).encode(), Content_Location="file:///C:/a_files/sheet001.htm"),
        part(sheet.format(2).encode(), Content_Location="file:///C:/a_files/sheet002.htm"),
        part(b"<html><body>Sheet1</body></html>", Content_Location="file:///C:/a_files/tabstrip.htm"),
    )
    tables = [block for block in read(data).blocks if isinstance(block, Table)]
    assert [[cell.text for cell in table.rows[1].cells] for table in tables] == [["1", "Xã 1"], ["2", "Xã 2"]]


def test_a_mail_is_read_from_its_page_else_from_its_text_and_attachments_are_told() -> None:
    plain = part(f"{TEXT}\n\n- Một việc\n".encode(), "text/plain; charset=utf-8")
    attached = part(b"PK", "application/zip", Content_Disposition='attachment; filename="phu-luc.zip"')
    both = mail(plain, part(PAGE.encode()), attached, kind="mixed")
    assert (texts(both), [doubt.code for doubt in read(both).doubts]) == ([TEXT], ["attachments"])
    assert "phu-luc.zip" in read(both).doubts[0].message
    assert texts(mail(plain, kind="alternative")) == [TEXT, "- Một việc"]


def test_parts_within_parts_are_found() -> None:
    inner = mail(part(PAGE.encode()), kind="alternative").replace(b"b0", b"b1")
    assert texts(mail(inner, kind="mixed")) == [TEXT]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n", errors.EmptyFile),
        (mail(part(b"x", "image/png")), errors.DamagedFile),
        (mail(part(PAGE.encode()))[:80], errors.DamagedFile),
        (mail(*[part(b"x")] * 2_001), errors.HostileFile),
        (b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" * 2_000, errors.HostileFile),
        (mail(part(PAGE.encode())) + bytes(41 * 1024 * 1024), errors.FileTooLarge),
        (mail(part(b"<html><body><img src=cid:x></body></html>")), errors.NoText),
    ],
    ids=range(7),
)
def test_a_bad_file_is_refused_for_what_it_is(data: bytes, reason: type[errors.UnreadableFile]) -> None:
    with pytest.raises(errors.UnreadableFile) as caught:
        read(data)
    assert type(caught.value) is reason


@pytest.mark.parametrize("tenth", range(4, 10))
def test_a_truncated_file_is_read_as_far_as_it_goes_or_refused(tenth: int) -> None:
    data = mail(part(PAGE.encode()), part(b"\x89PNG", "image/png"))
    try:
        found = texts(data[: len(data) * tenth // 10])
    except errors.UnreadableFile:
        return
    assert all(text in TEXT for text in found)
    assert [doubt.code for doubt in read(data[: len(data) * tenth // 10]).doubts] == ["truncated"]
