"""The archive that the library of values is given."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import DamagedFile
from donghanh.reading.formats.sheets import packing, read
from reading.formats.sheets.making import put, short, workbook
from reading.formats.sheets.test_hidden import changed

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\\/"), min_size=1).map("xl/{}".format)


@pytest.mark.parametrize("room", [0, 1 << 20])
@given(st.dictionaries(NAMES, st.binary(min_size=1), max_size=5))
def test_an_archive_holds_its_parts(room: int, parts: dict[str, bytes]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "_MOST_STORED", room)
        archive = zipfile.ZipFile(io.BytesIO(packing.packed(parts.items())))
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()[1:]} == parts


def test_a_name_that_no_archive_holds_is_damaged() -> None:
    with pytest.raises(DamagedFile):
        packing.packed([("xl/" + "\u212a" * 30_000, b"<x/>")])


@pytest.mark.parametrize("room", [0, 1 << 20])
def test_what_is_deflated_again_reads_the_same(room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST_STORED", room)
    data = workbook(
        {"Sheet1": [[put("PHỤ LỤC", 3, bold=True)], ["TT", "Nội dung", "Ghi chú"], [1, "Mở lớp", "x"]]}
    )
    assert short(read(data, FileKind.XLSX)) == [
        "PHỤ LỤC",
        [["TT", "Nội dung", "Ghi chú"], ["1", "Mở lớp", "x"]],
    ]


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize(
    "merges", ['<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>', "<mergeCells/>", ""]
)
def test_merged_areas_stand_before_the_cells(prefix: str, merges: str) -> None:
    areas = merges.replace("<m", f"<{prefix}m").replace("</m", f"</{prefix}m")
    cells = f"<{prefix}sheetData><row/></{prefix}sheetData>"
    xml = f"<{prefix}worksheet>{cells}{areas}</{prefix}worksheet>".encode()
    before, _, _ = packing.merges_first(xml).partition(cells.encode())
    assert before.endswith(areas.encode() if "ref" in areas else b"<mergeCells></mergeCells>")


def test_merges_of_a_sheet_with_prefixed_names_are_read() -> None:
    data = workbook({"Sheet1": [[put("Đơn vị", 2), "Số"], ["Hội", "xã", 5]]})
    prefixed = changed(data, "xl/worksheets/sheet1.xml", (r"<(/?)(\w)", r"<\1x:\2"), ("xmlns=", "xmlns:x="))
    assert short(read(prefixed, FileKind.XLSX)) == short(read(data, FileKind.XLSX))
