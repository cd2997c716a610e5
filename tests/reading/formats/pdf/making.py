"""Invented plans as LibreOffice sets them: run this file to make the PDFs in files/ anew.

    python tests/reading/formats/pdf/making.py

The texts stand here so that tests can hold what is read against them.
"""

import json
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FILES = Path(__file__).parent / "files"

ISSUER = ("HỘI NÔNG DÂN XÃ AN BÌNH", "BAN CHẤP HÀNH", "Số: 12/KH-HND")
MOTTO = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "An Bình, ngày 05 tháng 3 năm 2026",
)
TITLE = ("KẾ HOẠCH", "Phát triển mô hình Vườn rau sạch tại các thôn", "năm 2026")
BODY = (
    "Căn cứ Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân xã An Bình về phát triển kinh tế hợp tác, "
    "kinh tế - xã hội vùng bãi ven sông giai đoạn 2021 - 2030, giai đoạn II từ năm 2026 đến năm 2030;",
    "Ban Chấp hành Hội Nông dân xã xây dựng Kế hoạch phát triển mô hình Vườn rau sạch năm 2026, cụ thể như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "- Giúp hội viên biết cách làm đất, ủ phân, ghi chép thu chi và bán rau qua tổ hợp tác; nâng mức thu của mỗi "
    "vườn lên ít nhất 2.500.000 đồng/tháng, tiến tới 3.000.000 đồng/tháng vào cuối năm 2026.",
    "- Vận động 60% hội viên tham gia.",
    "2. Yêu cầu",
    "a) Việc chọn hộ phải công khai, đúng đối tượng, có xác nhận của trưởng thôn và chi hội trưởng; không chọn hộ "
    "đã nhận hỗ trợ trong ba năm 2023, 2024 và 2025 từ bất cứ chương trình nào khác của tỉnh hoặc của trung ương.",
    "b) Báo cáo kịp thời khi có khó khăn, vướng mắc.",
    "II. CHỈ TIÊU",
    "1. Thành lập mới 08 tổ hợp tác trồng rau.",
    "2. Tập huấn cho 240 hội viên về kỹ thuật trồng rau an toàn theo quy trình do Trạm Khuyến nông ban hành.",
    "3. Hỗ trợ 40 hộ nghèo, hộ cận nghèo làm vườn.",
    "III. NỘI DUNG",
)
LONG = (
    "Tổ chức khảo sát hiện trạng đất vườn, nguồn nước và nhu cầu của từng hộ, lập danh sách theo thôn, lấy ý kiến "
    "chi hội và trưởng thôn, niêm yết công khai tại nhà văn hóa trong thời gian 05 ngày làm việc trước khi trình "
    "Ban Chấp hành Hội Nông dân xã quyết định, thông báo trên hệ thống truyền thanh."
)
ROWS = tuple(
    (
        str(n),
        f"Việc thứ {n}: làm đất, gieo giống, chăm bón và thu hái cùng các hộ trong tổ, ghi sổ hằng tuần "
        "rồi gửi bản chụp về chi hội trước thứ sáu",
        "Hội Nông dân xã" if n % 3 else "Chi hội các thôn",
        f"Tháng {n % 12 + 1}/2026",
        "" if n % 4 else "Chia 02 đợt, mỗi đợt 20 hộ",
    )
    for n in range(1, 31)
)
HEAD = ("TT", "Nội dung", "Đơn vị chủ trì", "Thời gian", "Ghi chú")
AFTER = (
    "IV. KINH PHÍ",
    "Nguồn vốn sự nghiệp năm 2026 và đóng góp của hội viên, tổng cộng 120.000.000 đồng.",
    "Trên đây là Kế hoạch phát triển mô hình Vườn rau sạch năm 2026, đề nghị các chi hội triển khai thực hiện./.",
)
RECIPIENTS = (
    "Nơi nhận:",
    "- Hội Nông dân tỉnh (b/c);",
    "- Đảng ủy, UBND xã (b/c);",
    "- Các chi hội (t/h);",
    "- Lưu: VT.",
)
SIGNATURE = ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Trần Văn Mẫu")
FOOTNOTE = "Theo danh sách được phê duyệt của xã."
ANNEX = ("PHỤ LỤC", "PHÂN BỔ CHỈ TIÊU CHO CÁC THÔN")
ANNEX_ROWS = (
    ("1", "Thôn Thượng", "10", "3", "60"),
    ("2", "Thôn Hạ", "12", "3", "90"),
    ("3", "Thôn Trung", "18", "2", "90"),
)

BLOCK_STYLE = (
    "1. Nâng cao nhận thức của hội viên về vệ sinh môi trường, phân loại rác tại nguồn và giảm rác thải nhựa; phối "
    "hợp với Trạm Y tế tuyên truyền ít nhất mỗi tháng một lần.",
    "2. Xây dựng tuyến đường hoa.",
    "Mỗi chi hội đăng ký một việc làm cụ thể, gửi về Hội trước ngày 20/3/2026 để tổng hợp, theo dõi, đánh giá và "
    "biểu dương vào dịp cuối năm.",
    "3. Duy trì tổ tự quản.",
)
BULLETS = (
    "- Thu gom, phân loại rác tại hộ gia đình, tổ chức đổi rác lấy cây xanh vào sáng thứ bảy hằng tuần tại nhà văn "
    "hóa các thôn, bản.",
    "- Ra quân tổng vệ sinh.",
    "- Vận động các hộ chăn nuôi ký cam kết không xả thải ra kênh, mương và di dời chuồng trại ra xa nguồn nước "
    "sinh hoạt.",
)


def plan(document: Any) -> None:
    """First lines indented, justified; everything that an official plan has."""
    section = _a4(document)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    _letterhead(document)
    for text in TITLE:
        _paragraph(document, text, bold=True, centred=True)
    for text in BODY:
        heading = text.isupper() or text in ("1. Mục đích", "2. Yêu cầu")
        _paragraph(document, text, bold=heading, first=Cm(1.27))
    for _ in range(3):
        _paragraph(document, LONG, first=Cm(1.27))
    table = document.add_table(1, len(HEAD), style="Table Grid")
    _row(table.rows[0], HEAD, bold=True)
    _repeat(table.rows[0])
    for row in ROWS:
        _row(table.add_row(), row)
    _set_widths(table, (1.1, 6.5, 3.4, 2.6, 2.9))
    for text in AFTER:
        _paragraph(document, text, bold=text.isupper(), first=Cm(1.27))
    _signature(document)
    annex = document.add_section()
    annex.orientation = WD_ORIENT.LANDSCAPE
    annex.page_width, annex.page_height = annex.page_height, annex.page_width
    for text in ANNEX:
        _paragraph(document, text, bold=True, centred=True)
    grid = document.add_table(2, 5, style="Table Grid")
    for column, text in ((0, "TT"), (1, "Tên thôn")):
        merged = grid.cell(0, column).merge(grid.cell(1, column))
        merged.text = text
    grid.cell(0, 2).merge(grid.cell(0, 4)).text = "Chỉ tiêu"
    for column, text in ((2, "Số hộ"), (3, "Số tổ"), (4, "Số hội viên tập huấn")):
        grid.cell(1, column).text = text
    for texts in ANNEX_ROWS:
        _row(grid.add_row(), texts)


def block_style(document: Any) -> None:
    """No first-line indents: paragraphs are told by the space between; bullets hang; a running head."""
    section = _a4(document)
    section.header.paragraphs[0].text = "Hội Nông dân xã An Bình - Kế hoạch vệ sinh môi trường"
    _page_number(section.footer.paragraphs[0], before="Trang ", of=True)
    for _ in range(7):
        for text in BLOCK_STYLE:
            _paragraph(document, text, after=8)
        for text in BULLETS:
            paragraph = _paragraph(document, text.replace("- ", "-\t", 1), after=4)
            paragraph.paragraph_format.left_indent = Cm(1.25)
            paragraph.paragraph_format.first_line_indent = Cm(-0.63)


def tabbed(document: Any) -> None:
    """Letterhead, signature and a list of figures set with tabs, not with tables."""
    _a4(document)
    for left, right in zip(ISSUER, MOTTO, strict=True):
        paragraph = _paragraph(document, f"\t{left}\t{right}", bold=True)
        for at in (3.5, 11.5):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(at), WD_TAB_ALIGNMENT.CENTER)
        for run in paragraph.runs:
            run.font.size = Pt(11)
    for text in TITLE:
        _paragraph(document, text, bold=True, centred=True)
    _paragraph(document, BODY[0], first=Cm(1.27))
    _paragraph(document, "Chỉ tiêu giao cho các thôn như sau:", first=Cm(1.27))
    for row in (("Thôn", "Số hộ", "Số tổ"), *((r[1], r[2], r[3]) for r in ANNEX_ROWS)):
        paragraph = _paragraph(document, "\t".join(row))
        for at in (6, 10):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(at))
    _paragraph(document, AFTER[2], first=Cm(1.27))
    lines = [*SIGNATURE[:2], "", "", SIGNATURE[2]]
    for left, right in zip(RECIPIENTS, lines, strict=True):
        paragraph = _paragraph(document, f"{left}\t{right}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(12), WD_TAB_ALIGNMENT.CENTER)
        paragraph.paragraph_format.space_after = Pt(0)


GROUPS = (
    ("Nhóm việc thứ nhất: tuyên truyền, vận động hội viên", 9),
    ("Nhóm việc thứ hai: tập huấn, chuyển giao kỹ thuật", 14),
    ("Nhóm việc thứ ba: kiểm tra, giám sát", 5),
)
TASK = "Việc {} của nhóm do chi hội đăng ký, làm xong thì ghi vào sổ và báo về Hội để tổng hợp"
NOTED = "Mỗi hộ được hỗ trợ một lần theo danh sách đã duyệt, diện tích vườn từ 100 m2 trở lên."
RANGE = (
    "Tiếp tục thực hiện các nội dung đã nêu trong chương trình của Ban Chấp hành, nhất là việc của giai đoạn 2021 "
    "- 2025, và tổng kết trong quý II năm 2026 tại hội nghị của xã."
)


def merged(document: Any) -> None:
    """Cells merged downwards over page breaks, shaded heads, two head rows, a note, sums at the right."""
    _a4(document)
    _paragraph(document, RANGE, first=Cm(1.27))
    paragraph = _paragraph(document, "Mỗi hộ được hỗ trợ một lần", first=Cm(1.27))
    mark = paragraph.add_run("1")
    mark.font.superscript = True
    paragraph.add_run(" theo danh sách đã duyệt, diện tích vườn từ 100 m")
    unit = paragraph.add_run("2")
    unit.font.superscript = True
    paragraph.add_run(" trở lên.")
    table = document.add_table(2, 4, style="Table Grid")
    for column, text in ((0, "Nhóm"), (1, "Việc")):
        table.cell(0, column).merge(table.cell(1, column)).text = text
    table.cell(0, 2).merge(table.cell(0, 3)).text = "Kinh phí (đồng)"
    table.cell(1, 2).text, table.cell(1, 3).text = "Ngân sách", "Đóng góp"
    for row in table.rows:
        _repeat(row)
        for cell in row.cells:
            shade = OxmlElement("w:shd")
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), "D9E2F3")
            cell._tc.get_or_add_tcPr().append(shade)
    number = 0
    for text, count in GROUPS:
        rows = []
        for _ in range(count):
            number += 1
            row = table.add_row()
            rows.append(row)
            row.cells[1].text = TASK.format(number)
            for column, amount in ((2, 1_500_000 * number), (3, 250_000)):
                cell = row.cells[column].paragraphs[0]
                cell.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                cell.add_run(f"{amount:,}".replace(",", "."))
        rows[0].cells[0].merge(rows[-1].cells[0]).text = text
    _paragraph(document, AFTER[2], first=Cm(1.27))


DOCUMENTS: dict[str, Callable[[Any], None]] = {
    "plan": plan,
    "block_style": block_style,
    "tabbed": tabbed,
    "merged": merged,
}

PROTECTED = {
    "locked": {"EncryptFile": "true", "DocumentOpenPassword": "mật khẩu"},
    "restricted": {"RestrictPermissions": "true", "PermissionPassword": "mật khẩu"},
}


def _a4(document: Any) -> Any:
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Liberation Serif", Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    return section


def _paragraph(
    holder: Any, text: str, bold: bool = False, centred: bool = False, first: Any = None, after: int = 6
) -> Any:
    paragraph = holder.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = bold
    style = paragraph.paragraph_format
    style.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    style.first_line_indent, style.space_after, style.space_before = first, Pt(after), Pt(0)
    style.line_spacing = 1.1
    return paragraph


def _row(row: Any, texts: tuple[str, ...], bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold = bold
        run.font.size = Pt(12)


def _set_widths(table: Any, widths: tuple[float, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def _repeat(row: Any) -> None:
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)


def _page_number(paragraph: Any, before: str = "", of: bool = False) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    if of:
        paragraph.add_run("/")
        _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _letterhead(document: Any) -> None:
    table = document.add_table(1, 2)
    _set_widths(table, (6.5, 10))
    for cell, texts in zip(table.rows[0].cells, (ISSUER, MOTTO), strict=True):
        for i, text in enumerate(texts):
            paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            run.bold, run.italic, run.font.size = i < 2, i == 2, Pt(11)


def _signature(document: Any) -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    for i, text in enumerate(RECIPIENTS):
        paragraph = left.paragraphs[0] if i == 0 else left.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(11), i == 0, i == 0
    for i, text in enumerate((*SIGNATURE[:2], "", "", "", SIGNATURE[2])):
        paragraph = right.paragraphs[0] if i == 0 else right.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(text).bold = True


def main() -> None:
    FILES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, make in DOCUMENTS.items():
            document = Document()
            make(document)
            paths.append(str(Path(folder) / f"{name}.docx"))
            document.save(paths[-1])
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(FILES), *paths]
        subprocess.run(command, check=True, timeout=300)
        for name, options in PROTECTED.items():
            document = Document()
            _paragraph(document, BODY[1])
            path = Path(folder) / f"{name}.docx"
            document.save(str(path))
            values = {
                k: {"type": "boolean" if v == "true" else "string", "value": v} for k, v in options.items()
            }
            target = f"pdf:writer_pdf_Export:{json.dumps(values)}"
            subprocess.run(
                ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(FILES), str(path)],
                check=True,
                timeout=300,
            )


if __name__ == "__main__":
    main()
