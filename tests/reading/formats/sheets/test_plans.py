"""Workbooks as offices send them are read like any other plan: budgets, quotas, work breakdowns."""

from pathlib import Path
from typing import Any

import pytest

from donghanh.reading import read_file
from reading.formats.sheets.making import lined, put, title, workbook


@pytest.fixture
def plan(tmp_path: Path) -> Any:
    def read(sheets: dict[str, list[Any]]) -> dict[str, Any]:
        path = tmp_path / "phu_luc.xlsx"
        path.write_bytes(workbook(sheets))
        return dict(read_file(path).plan)

    return read


def money(value: float) -> Any:
    return put(value, num_format="#,##0.0" if value % 1 else "#,##0")


def totals(plan: dict[str, Any]) -> list[int]:
    return [a["value"] for a in plan["amounts"] if a["kind"] == "total"]


def codes(plan: dict[str, Any]) -> list[str]:
    return [finding["code"] for finding in plan["findings"]]


ANNEX = "(Kèm theo Kế hoạch số 15/KH-BTV ngày 12/01/2026 của Ban Thường vụ Hội LHPN tỉnh Đồng Tháp)"
BUDGET = [
    title("PHỤ LỤC 01", 8),
    title("DỰ TOÁN KINH PHÍ THỰC HIỆN ĐỀ ÁN “PHỤ NỮ KHỞI NGHIỆP” NĂM 2026", 8),
    [put(ANNEX, 8, italic=True, align="center")],
    [*[None] * 6, put("Đơn vị tính: triệu đồng", 2, italic=True)],
    *lined(
        [put("TT", rows=3), put("Nội dung", rows=3), put("Tổng số", rows=3), put("Nguồn kinh phí", 4), put("Ghi chú", rows=3)],
        [None, None, None, put("NSTW", rows=2), put("NSĐP", 2), put("Vốn khác", rows=2), None],
        [None, None, None, None, "Tỉnh", "Xã", None, None],
        ["A", "B", "1=2+3+4+5", "2", "3", "4", "5", "C"],
        [put("I", bold=True), put("Truyền thông", bold=True), *map(money, (150, 60, 50, 30, 10)), None],
        [1, "Tổ chức hội nghị triển khai Đề án", *map(money, (50, 20, 20, 10)), None, None],
        [2, "Xây dựng phóng sự truyền hình", *map(money, (100, 40, 30, 20, 10)), "02 phóng sự"],
        [None, put("Cộng mục I", bold=True), *map(money, (150, 60, 50, 30, 10)), None],
        [put("II", bold=True), put("Hỗ trợ khởi nghiệp", bold=True), *map(money, (1450.5, 800, 400.5, 200, 50)), None],
        [1, "Tập huấn khởi sự kinh doanh", *map(money, (250.5, 100, 100.5, 50)), None, None],
        [2, "Hỗ trợ ý tưởng khởi nghiệp", *map(money, (1200, 700, 300, 150, 50)), None],
        [None, put("Cộng mục II", bold=True), *map(money, (1450.5, 800, 400.5, 200, 50)), None],
        [put("TỔNG CỘNG (I+II)", 2, bold=True), *map(money, (1600.5, 860, 450.5, 230, 60)), None],
    ),
    [put("Bằng chữ: Một tỷ sáu trăm triệu năm trăm nghìn đồng./.", 8, italic=True)],
    [],
    [None, put("NGƯỜI LẬP BIỂU", 2, bold=True), None, put("TM. BAN THƯỜNG VỤ", 3, bold=True)],
    [None, None, None, None, put("PHÓ CHỦ TỊCH", 3, bold=True)],
    [],
    [None, put("Lê Thị Hoa", 2, bold=True), None, put("Nguyễn Thị Thu Hà", 3, bold=True)],
]  # fmt: skip
DETAIL = [
    title("PHỤ LỤC 02", 6),
    title("Chi tiết kinh phí tập huấn", 6),
    [*[None] * 4, "ĐVT: đồng"],
    *lined(
        ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "Bồi dưỡng báo cáo viên", "buổi", 6, money(600_000), money(3_600_000)],
        [2, "Nước uống đại biểu", "người", 120, money(40_000), money(4_800_000)],
        [put("Tổng cộng", 5, bold=True), money(8_400_000)],
    ),
]


def test_a_budget_by_source_over_two_sheets(plan: Any) -> None:
    read = plan({"Tổng hợp": BUDGET, "Chi tiết": DETAIL, "Sheet3": []})
    document = read["document"]
    assert (document["kind"], document["annex_of"]["number"]) == ("phu_luc", "15/KH-BTV")
    assert document["signatory"] == {
        "capacity": "TM. BAN THƯỜNG VỤ", "position": "PHÓ CHỦ TỊCH", "name": "Nguyễn Thị Thu Hà",
    }  # fmt: skip
    assert [(s["id"], s["role"]) for s in read["sections"]] == [("I", "budget"), ("II", "budget")]
    assert totals(read)[:9] == [n * 10**6 for n in (150, 60, 50, 30, 10, 50, 20, 20, 10)]
    assert totals(read)[-5:] == [1_600_500_000, 860_000_000, 450_500_000, 230_000_000, 60_000_000]
    assert (read["activities"], codes(read)) == ([], [])
    [detail] = read["papers"]
    assert (detail["document"]["kind"], detail["document"]["title"]) == (
        "phu_luc",
        "Chi tiết kinh phí tập huấn",
    )
    assert totals(detail) == [3_600_000, 4_800_000, 8_400_000]
    rates = [(a["value"], a["per"], a["quantity"]) for a in detail["amounts"] if a["kind"] == "rate"]
    assert rates == [(600_000, "buổi", 6), (40_000, "người", 120)]
    assert (detail["activities"], codes(detail)) == ([], [])


def test_a_wrong_total_of_a_budget_is_found(plan: Any) -> None:
    wrong = [put("Tổng cộng", 5), money(8_500_000)]
    assert codes(plan({"Chi tiết": [*DETAIL[:-1], wrong]})) == ["total_mismatch"]


COMMUNES = [f"Xã {name}" for name in ("Tân Thành", "Mỹ An", "Trường Xuân", "Thanh Mỹ", "Phú Cường")] * 8


def test_a_quota_over_forty_communes(plan: Any) -> None:
    rows = [
        [n, name, put(20 + n % 7, num_format="00"), n % 3 + 1, None] for n, name in enumerate(COMMUNES, 1)
    ]
    counted = [sum(20 + n % 7 for n in range(1, 41)), sum(n % 3 + 1 for n in range(1, 41))]
    read = plan({"Chỉ tiêu": [
        title("BIỂU GIAO CHỈ TIÊU PHÁT TRIỂN HỘI VIÊN NĂM 2026", 5),
        [put(ANNEX, 5, italic=True, align="center")],
        *lined(
            [put("TT", rows=2), put("Đơn vị", rows=2), put("Chỉ tiêu giao năm 2026", 2), put("Ghi chú", rows=2)],
            [None, None, "Hội viên mới", "Tổ tiết kiệm", None],
            *rows,
            [put("Tổng cộng", 2), *counted, None],
        ),
    ]})  # fmt: skip
    found = read["allocations"]
    assert len(found) == 80
    assert [(a["unit"], a["quantity"], a["of"]) for a in found[:2]] == [
        ("Xã Tân Thành", 21, "Chỉ tiêu giao năm 2026 Hội viên mới"),
        ("Xã Tân Thành", 2, "Chỉ tiêu giao năm 2026 Tổ tiết kiệm"),
    ]
    assert codes(read) == []


def test_a_work_breakdown_with_merged_units_and_lines_in_cells(plan: Any) -> None:
    read = plan({"Sheet1": [
        [put("HỘI LHPN TỈNH ĐỒNG THÁP\nBAN THƯỜNG VỤ", 3), put("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", 3)],
        [put("Số: 33/KH-BTV", 3), put("Đồng Tháp, ngày 05 tháng 02 năm 2026", 3)],
        title("KẾ HOẠCH"),
        title("Công tác quý I năm 2026"),
        *lined(
            ["TT", "Lĩnh vực", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"],
            [put(1, rows=3), put("Tuyên truyền", rows=3), "Tổ chức tọa đàm 8/3", "Ban Tuyên giáo\nVăn phòng", "Ban Kinh tế", "05/3/2026"],
            [None, None, "Phát động tuần lễ áo dài", put("Ban Tuyên giáo", rows=2), None, put(46082, num_format="dd/mm/yyyy")],
            [None, None, "Đăng tin, bài", None, None, "Thường xuyên"],
            [2, "Kinh tế", "Khảo sát nhu cầu vay vốn", None, "- Ngân hàng CSXH tỉnh\n- Hội LHPN các xã", put(46082, num_format="mmm-yy")],
        ),
        [],
        [put("Nơi nhận:\n- Tỉnh ủy (b/c);\n- Lưu: VP.", 3), put("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nTrần Thị Mai Anh", 3)],
    ]})  # fmt: skip
    assert [(a["label"], a["lead"], a["partners"]) for a in read["activities"]] == [
        ("1", ["Ban Tuyên giáo", "Văn phòng"], ["Ban Kinh tế"]),
        (None, ["Ban Tuyên giáo"], []),
        (None, ["Ban Tuyên giáo"], []),
        ("2", None, ["Ngân hàng CSXH tỉnh", "Hội LHPN các xã"]),
    ]
    periods = [a["period"] and (a["period"]["from"], a["period"]["to"]) for a in read["activities"]]
    assert periods == [("2026-03-05", "2026-03-05"), ("2026-03-01", "2026-03-01"), None, ("2026-03-01", "2026-03-31")]  # fmt: skip
    assert read["document"]["recipients"] == ["Tỉnh ủy (b/c)", "Lưu: VP"]
    assert read["document"]["signatory"]["name"] == "Trần Thị Mai Anh"
    assert "missing_lead" in codes(read) and "duplicate_label" not in codes(read)


def test_a_plain_sheet_without_bold_lines_or_merges(plan: Any) -> None:
    read = plan({"Phu luc": [
        [None, "PHỤ LỤC"],
        [None, "Phân công nhiệm vụ thực hiện Đề án 938 năm 2026"],
        [None, ANNEX],
        [],
        [None, "STT", "Nội dung công việc", "Đơn vị thực hiện", None, "Thời gian", "Kinh phí (nghìn đồng)", "Ghi chú"],
        [None, None, None, "Chủ trì", "Phối hợp"],
        [None, "I", "Công tác truyền thông"],
        [None, 1, "Tổ chức hội nghị trực tuyến", "Ban Tuyên giáo", "Văn phòng", "T3/2026", 25000],
        [None, 2, "Biên soạn tài liệu", "Ban Tuyên giáo", None, "Quý II", "18.000", "500 cuốn"],
        [None, "II", "Công tác tập huấn"],
        [None, 1, "Tập huấn cho cán bộ Hội cơ sở", "Ban Tổ chức", "Trường Chính trị tỉnh", "6/2026", "'42.500"],
        [None, None, "Tổng cộng", None, None, None, 85500],
        [],
        [None, "* Ghi chú: Kinh phí từ ngân sách tỉnh."],
        [],
        [*[None] * 5, "Đồng Tháp, ngày 10 tháng 01 năm 2026"],
        [*[None] * 5, "CHỦ TỊCH"],
        [],
        [*[None] * 5, "Cầm Thị Thu"],
    ]})  # fmt: skip
    assert [s["id"] for s in read["sections"]] == ["I", "II"]
    assert [(a["lead"], a["partners"], a["note"]) for a in read["activities"]] == [
        (["Ban Tuyên giáo"], ["Văn phòng"], None),
        (["Ban Tuyên giáo"], [], "500 cuốn"),
        (["Ban Tổ chức"], ["Trường Chính trị tỉnh"], None),
    ]
    assert [a["period"]["to"] for a in read["activities"]] == ["2026-03-31", "2026-06-30", "2026-06-30"]
    assert totals(read) == [25_000_000, 18_000_000, 42_500_000, 85_500_000]
    assert read["document"]["signatory"]["name"] == "Cầm Thị Thu"
    assert codes(read) == []


def test_a_budget_that_names_its_office_above_its_title(plan: Any) -> None:
    read = plan({"Dự toán": [
        ["Đơn vị: Hội LHPN phường Tô Hiệu"],
        title("DỰ TOÁN KINH PHÍ NGÀY HỘI PHỤ NỮ KHỞI NGHIỆP NĂM 2026"),
        [None, None, None, None, "ĐVT: 1.000 đồng"],
        *lined(
            ["TT", "Nội dung", "ĐVT", "SL", "Đơn giá", "Thành tiền"],
            ["1", "Thuê hội trường", "ngày", "01", "5.000", "5.000"],
            ["2", "Thuê gian hàng", "gian", "10", "750", "7 500"],
            [None, "Cộng", None, None, None, "12.500"],
        ),
        [],
        [None, "Người lập", None, None, put("CHỦ TỊCH", 2)],
        [None, "Cà Thị Sen", None, None, put("Lò Thị Mai", 2)],
    ]})  # fmt: skip
    document = read["document"]
    assert document["title"] == "DỰ TOÁN KINH PHÍ NGÀY HỘI PHỤ NỮ KHỞI NGHIỆP NĂM 2026"
    assert document["issuer"] == "Hội LHPN phường Tô Hiệu"
    assert totals(read) == [5_000_000, 7_500_000, 12_500_000]
    assert (read["activities"], codes(read)) == ([], [])
