"""Whatever a workbook holds, reading yields blocks or says why not, in little memory."""

import contextlib
import io
import resource
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import (
    DamagedFile,
    EncryptedFile,
    FileTooLarge,
    HostileFile,
    UnreadableFile,
)
from donghanh.reading.formats import read_blocks
from donghanh.reading.formats.sheets import read, values
from reading.corpus.workbook import Set, ods, ods_file, xls
from reading.formats.sheets.making import lined, short, title, workbook
from reading.formats.sheets.test_hidden import changed

PLAN = [
    title("PHỤ LỤC", 4),
    *lined(["TT", "Nội dung", "Đơn vị", "Ghi chú"], [1, "Mở lớp tập huấn", "Hội", "x"]),
]
SMALL = {
    FileKind.XLSX: workbook({"Phụ lục": PLAN}),
    FileKind.XLS: xls([Set(0, 0, "PHỤ LỤC"), Set(1, 0, "TT"), Set(1, 1, "Nội dung")]),
    FileKind.ODS: ods([Set(0, 0, "PHỤ LỤC"), Set(1, 0, "TT"), Set(1, 1, "Nội dung")]),
}
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_sheet(xml: str, **parts: str) -> bytes:
    """The small workbook with another sheet1.xml; parts: others, with "/" written as "__"."""
    target = io.BytesIO()
    others = {name.replace("__", "/"): text for name, text in parts.items()}
    with (
        zipfile.ZipFile(io.BytesIO(SMALL[FileKind.XLSX])) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            replaced = xml if name == "xl/worksheets/sheet1.xml" else others.get(name)
            new.writestr(name, old.read(name) if replaced is None else replaced)
    return target.getvalue()


def sheet(rows: str) -> str:
    return f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>"


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


FAR = [
    text("B1048576", "xa"),
    text("XFD1048576", "xa"),
    '<c t="inlineStr" r="XFD1048576"><is><t>xa</t></is></c>',
    "<c r='XFD1048576' t='inlineStr'><is><t>xa</t></is></c>",
    '<c  r = "XFD1048576" t="inlineStr"><is><t>xa</t></is></c>',
    '<c\tr="ZZ1000000" t="inlineStr"><is><t>xa</t></is></c>',
]


@pytest.mark.parametrize("cell", FAR)
def test_a_cell_at_the_far_corner_is_left_out_and_told(cell: str) -> None:
    rows = f'<row r="1">{text("A1", "Kế hoạch")}</row><row r="2">{cell}</row>'
    document = read(with_sheet(sheet(rows)), FileKind.XLSX)
    assert short(document)[0] == "Kế hoạch"
    assert "far_cells" in [doubt.code for doubt in document.doubts] or "xa" in str(document.blocks)


def test_a_million_empty_rows_with_a_style_are_nothing() -> None:
    rows = "".join(
        f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(3, 1_000_000, 4)
    )
    document = read(with_sheet(sheet(f'<row r="1">{text("A1", "Kế hoạch")}</row>{rows}')), FileKind.XLSX)
    assert short(document) == ["Kế hoạch"]


def test_too_many_cells_are_too_large() -> None:
    row = "".join(f'<c r="{chr(65 + n)}1"><v>1</v></c>' for n in range(26)).replace('1"', '{n}"')
    rows = "".join(f'<row r="{n}">{row.replace("{n}", str(n))}</row>' for n in range(1, 30_000))
    with pytest.raises(FileTooLarge):
        read(with_sheet(sheet(rows)), FileKind.XLSX)


@pytest.mark.parametrize(
    "start", ['<!DOCTYPE x [<!ENTITY a "aaaa">]>', '<!DOCTYPE x SYSTEM "http://example.vn/x.dtd">']
)
@pytest.mark.parametrize("part", ["xl__workbook.xml", "xl__styles.xml", "xl__sharedStrings.xml", "sheet"])
def test_entities_are_hostile(start: str, part: str) -> None:
    head = '<?xml version="1.0"?>' + start
    data = with_sheet(
        head + sheet("") if part == "sheet" else sheet(""),
        **({part: head + "<x/>"} if part != "sheet" else {}),
    )
    with pytest.raises(HostileFile):
        read(data, FileKind.XLSX)


def test_a_zip_bomb_is_hostile() -> None:
    with pytest.raises(HostileFile):
        read(with_sheet(sheet(" " * 60_000_000)), FileKind.XLSX)


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(SMALL[FileKind.XLSX])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.rfind(size.to_bytes(4, "little"))
    data[at : at + 4] = (size // 2).to_bytes(4, "little")
    with pytest.raises(DamagedFile):
        read(bytes(data), FileKind.XLSX)


def test_a_part_is_not_inflated_beyond_what_it_says() -> None:
    data = bytearray(with_sheet(sheet(" " * 90_000_000)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.rfind(size.to_bytes(4, "little"))
    data[at : at + 4] = (2000).to_bytes(4, "little")
    tracemalloc.start()
    try:
        with pytest.raises(DamagedFile):
            read(bytes(data), FileKind.XLSX)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_parts_that_share_bytes_are_hostile() -> None:
    data = bytearray(SMALL[FileKind.XLSX])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, second = sorted(archive.infolist(), key=lambda info: info.header_offset)[:2]
    at = data.rfind(second.header_offset.to_bytes(4, "little") + second.filename.encode())
    data[at : at + 4] = first.header_offset.to_bytes(4, "little")
    with pytest.raises(HostileFile):
        read(bytes(data), FileKind.XLSX)


def test_a_part_packed_in_a_way_that_no_office_writes_is_damaged() -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SMALL[FileKind.XLSX])) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with pytest.raises(DamagedFile):
        read(target.getvalue(), FileKind.XLSX)


def test_another_workbook_in_the_same_file_is_not_read() -> None:
    """Another reader would follow what the file says of its main part, to a sheet that nobody checked."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SMALL[FileKind.XLSX])) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b'"xl/workbook.xml"', b'"x2/workbook.xml"'))
            far = sheet(f'<row r="1">{FAR[1]}</row>').encode()
            new.writestr(
                name.replace("xl/", "x2/"), far if "sheet1" in name else part
            ) if "xl/" in name else None
    assert read(target.getvalue(), FileKind.XLSX) == read(SMALL[FileKind.XLSX], FileKind.XLSX)


@pytest.mark.parametrize(
    "disguise", ['Target="sharedStrings.xml"', 'Target="sharedStrings.xml" TargetMode="External"']
)
def test_far_cells_in_a_part_that_is_no_sheet_are_cut_too(disguise: str) -> None:
    """The list of texts is called a sheet, which only one of two readers of the list of parts may believe."""
    far = sheet(f'<row r="1">{FAR[1]}{text("A1", "Kế hoạch")}</row>')
    data = with_sheet(sheet(""), **{"xl__sharedStrings.xml": f"<sst {NS}>{far}</sst>"})
    data = changed(data, "xl/_rels/workbook.xml.rels", ('Target="worksheets/sheet1.xml"', disguise))
    assert short(read(data, FileKind.XLSX)) == ["Kế hoạch"]


@pytest.mark.parametrize("kind", SMALL)
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.99])
def test_a_truncated_file_is_damaged(kind: FileKind, share: float) -> None:
    data = SMALL[kind]
    with pytest.raises(UnreadableFile):
        read(data[: int(len(data) * share)], kind)


@pytest.mark.parametrize("kind", SMALL)
@given(st.data())
def test_flipped_bytes_never_break_out(kind: FileKind, data: st.DataObject) -> None:
    content = bytearray(SMALL[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UnreadableFile):
        read(bytes(content), kind)


@given(st.lists(st.sampled_from([*FAR, text("XFD1", "x"), text("B2", "x"), "<c><v>1</v></c>", '<c r="B3" s="99"><v>1e999</v></c>', '<c r="C1" t="s"><v>9999</v></c>', '<c r="A5" t="d"><v>2026</v></c>', '<c r="A6"><f>A1</f></c>', "<row", '<mergeCell ref="A1:XFD9"/>']), max_size=8))  # fmt: skip
def test_any_cells_are_read_or_refused(cells: list[str]) -> None:
    rows = "".join(f'<row r="{n}">{cell}</row>' for n, cell in enumerate(cells, 1))
    with contextlib.suppress(UnreadableFile):
        read(with_sheet(sheet(rows)), FileKind.XLSX)


def test_merged_areas_without_end_are_damaged() -> None:
    areas = '<mergeCell ref="A1:Z9999"/>' * 2000
    rows = f'<row r="1">{text("A1", "x")}</row><row r="9999">{text("Z9999", "x")}</row>'
    xml = sheet(rows).replace("</worksheet>", f"<mergeCells>{areas}</mergeCells></worksheet>")
    with pytest.raises(DamagedFile):
        read(with_sheet(xml), FileKind.XLSX)


def test_a_far_cell_of_an_old_workbook_is_left_out_and_told() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("A")
    page.write(0, 0, "gần")
    page.write(65535, 255, "xa")
    target = io.BytesIO()
    book.save(target)
    document = read(target.getvalue(), FileKind.XLS)
    assert short(document) == ["gần"]
    assert [doubt.code for doubt in document.doubts] == ["far_cells"]


def test_a_sheet_repeated_without_end_is_too_large() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    with pytest.raises(FileTooLarge):
        read(ods_file("", f'<table:table table:name="A">{row}</table:table>'), FileKind.ODS)


def test_a_protected_workbook_asks_for_the_password_to_be_taken_off() -> None:
    data = bytearray(SMALL[FileKind.XLS])
    # The first record behind the beginning of the workbook becomes the one that says how it is encrypted.
    at = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 20
    data[at : at + 2] = b"\x2f\x00"
    with pytest.raises(EncryptedFile):
        read(bytes(data), FileKind.XLS)


def test_a_protected_ods_is_encrypted() -> None:
    target = io.BytesIO(SMALL[FileKind.ODS])
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<x><encryption-data/></x>")
    with pytest.raises(EncryptedFile):
        read(target.getvalue(), FileKind.ODS)


def test_a_panic_of_the_library_is_a_damaged_file() -> None:
    class PanicException(BaseException):
        """What the library raises has this name and no other."""

    def fails() -> None:
        raise PanicException

    with pytest.raises(DamagedFile):
        values.guarded(fails)


def test_an_interruption_is_not_swallowed() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        values.guarded(interrupted)


_CHILD = """
import sys
from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats import read_blocks
try:
    print(len(read_blocks(open(sys.argv[1], "rb").read()).blocks))
except UnreadableFile as error:
    print(error.code)
"""


def _big() -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("Danh sách")
    page.write_row(
        0, 0, ["TT", "Nội dung", "Đơn vị", "Thời gian", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"]
    )
    for n in range(1, 30_000):
        page.write_row(
            n, 0, [n, f"Việc số {n}", f"Xã {n % 99}", "Quý I", n % 9, 5000 + n, n * 7, f"Ghi chú {n}"]
        )
    book.close()
    return target.getvalue()


@pytest.mark.parametrize(
    "made", [_big, lambda: with_sheet(sheet(f'<row r="1">{FAR[1]}{text("A1", "Kế hoạch")}</row>'))]
)
def test_a_large_workbook_stays_within_the_memory_of_a_reader(tmp_path: Path, made: object) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(made())  # type: ignore[operator]
    limit = 512 * 1024 * 1024
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(path)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert done.stdout.strip().isdigit(), done.stderr[-500:]


@pytest.mark.parametrize("kind", SMALL)
def test_what_is_told_by_its_content_is_read(kind: FileKind) -> None:
    assert read_blocks(SMALL[kind], f"phu_luc.{kind}").kind is kind
