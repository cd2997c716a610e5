"""Files as other programs write them: LibreOffice, python-docx, and a plan that was really issued."""

import io
import shutil
import subprocess
from pathlib import Path

import docx as python_docx
import pytest

from donghanh.reading.blocks import Block, Paragraph, Table
from donghanh.reading.formats.docx import read
from reading.formats.docx.reading_it import cells

SHARED = Path(__file__).parents[5] / "shared"

PAGE = """<html><head><meta charset="utf-8"></head><body>
<table width="100%"><tr><td align="center">ỦY BAN NHÂN DÂN<br>XÃ MƯỜNG LẠN<br>Số: 15/KH-UBND</td>
<td align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b></td></tr></table>
<p align="center"><b>KẾ HOẠCH<br>Hỗ trợ tổ tiết kiệm năm 2025</b></p>
<h1>I. MỤC TIÊU</h1><p>Nâng cao nhận thức của hội viên.</p>
<ol><li>Mở 03 lớp tập huấn<ol type="a"><li>cho tổ trưởng</li></ol></li><li>Thăm 10 hộ</li></ol>
<ul><li>Phát tờ rơi</li></ul>
<table border="1"><tr><th rowspan="2">TT</th><th colspan="2">Kinh phí</th></tr>
<tr><th>TW</th><th>ĐP</th></tr><tr><td>1</td><td>5</td><td>7</td></tr></table></body></html>"""

FLAT = """<?xml version="1.0" encoding="UTF-8"?><office:document
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info>
<dc:creator>A</dc:creator><dc:date>2025-01-01T00:00:00</dc:date></office:change-info><text:p>đã bỏ</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<text:p>Khung:<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="1cm"><draw:text-box>
<text:p>Chữ trong khung</text:p></draw:text-box></draw:frame> sau khung</text:p>
<text:p>Tổ chức<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Theo Luật Thanh niên.</text:p></text:note-body></text:note> lớp<text:change text:change-id="ct1"/> học.</text:p>
<text:p>một<text:line-break/>dòng<text:tab/>nữa</text:p></office:text></office:body></office:document>"""


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Block, ...]]:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    (folder / "page.html").write_text(PAGE)
    (folder / "flat.fodt").write_text(FLAT)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
    ]
    for source, importer in (("page.html", ["--infilter=HTML (StarWriter)"]), ("flat.fodt", [])):
        subprocess.run(
            [*command, *importer, str(folder / source)], check=True, capture_output=True, timeout=180
        )
    return {name: read((folder / f"{name}.docx").read_bytes()).blocks for name in ("page", "flat")}


@pytest.mark.slow
def test_a_plan_written_by_libreoffice_reads_as_it_looks(converted: dict[str, tuple[Block, ...]]) -> None:
    head, *blocks, money = converted["page"]
    assert isinstance(head, Table)
    assert isinstance(money, Table)
    assert (head.borderless, money.borderless) == (True, False)
    assert [[x.text for x in cell.paragraphs] for cell in head.rows[0].cells] == [
        ["ỦY BAN NHÂN DÂN", "XÃ MƯỜNG LẠN", "Số: 15/KH-UBND"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    ]
    assert cells(money) == [["TT", "Kinh phí"], ["TW", "ĐP"], ["1", "5", "7"]]
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    assert [x.text for x in paragraphs] == [
        "KẾ HOẠCH",
        "Hỗ trợ tổ tiết kiệm năm 2025",
        "I. MỤC TIÊU",
        "Nâng cao nhận thức của hội viên.",
        "1. Mở 03 lớp tập huấn",
        "a. cho tổ trưởng",
        "2. Thăm 10 hộ",
        "- Phát tờ rơi",
    ]
    assert [x.heading for x in paragraphs[:3]] == [None, None, 1]
    assert all(x.all_bold and x.centred for x in paragraphs[:2])


@pytest.mark.slow
def test_frames_notes_and_changes_of_libreoffice_are_read(converted: dict[str, tuple[Block, ...]]) -> None:
    found = [block.text for block in converted["flat"] if isinstance(block, Paragraph)]
    assert found == [
        "Chữ trong khung",
        "Khung: sau khung",
        "Tổ chức lớp học.",
        "một dòng nữa",
        "[1] Theo Luật Thanh niên.",
    ]


def test_lists_and_headings_of_python_docx_are_read() -> None:
    document = python_docx.Document()
    document.add_heading("Mục tiêu", 2)
    document.add_paragraph("Mở lớp", style="List Number")
    document.add_paragraph("Thăm hỏi", style="List Number")
    document.add_paragraph("Phát tờ rơi", style="List Bullet")
    table = document.add_table(1, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Tổng"
    target = io.BytesIO()
    document.save(target)
    *paragraphs, last = read(target.getvalue()).blocks
    assert [(x.text, x.heading) for x in paragraphs if isinstance(x, Paragraph)] == [
        ("Mục tiêu", 2),
        ("1. Mở lớp", None),
        ("2. Thăm hỏi", None),
        ("- Phát tờ rơi", None),
    ]
    assert isinstance(last, Table)
    assert (last.borderless, last.rows[0].cells[0].columns) == (False, 2)


def test_an_issued_plan_comes_out_whole() -> None:
    path = SHARED / "contract/files/phong_chong_mua_ban_nguoi.docx"
    if not path.exists():
        pytest.skip("the shared documents are not beside this repository")
    document = read(path.read_bytes())
    head, *middle, end = document.blocks
    assert isinstance(head, Table)
    assert isinstance(end, Table)
    assert head.borderless
    assert end.borderless
    labels = [x.text.split()[0] for x in middle if isinstance(x, Paragraph) and x.all_bold and not x.centred]
    assert [label for label in labels if label.rstrip(".") in {"I", "II", "III", "IV", "V", "VI"}] == [
        "I.", "II.", "III.", "IV.", "V.", "VI.",
    ]  # fmt: skip
    source = python_docx.Document(str(path))
    words = " ".join(x.text for x in source.paragraphs).split()
    assert " ".join(x.text for x in middle if isinstance(x, Paragraph)).split() == words
