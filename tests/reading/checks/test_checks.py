"""Each kind of finding: papers in which a careful clerk would ask, and near misses in which none would."""

from typing import Any

import pytest

from reading.building import codes, read, table

BUDGET = ["TT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]
SOURCES = ["TT", "Nội dung", "Tổng kinh phí", "Ngân sách xã", "Xã hội hóa"]
WORK = ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"]

FIRES: dict[str, tuple[str, list[Any], dict[str, Any]]] = {
    "a total that its items do not add up to": ("total_mismatch", ["I. KINH PHÍ", "Tổng kinh phí: 50.000.000 đồng, trong đó:", "- Tập huấn: 20.000.000 đồng.", "- Tặng quà: 20.000.000 đồng."], {}),
    "a heading that shares out a total": ("total_mismatch", ["I. KINH PHÍ", "1. Phân bổ 640.000.000 đồng cho các đơn vị, cụ thể:", "- Hội LHPN xã: 420.000.000 đồng;", "- Trạm Y tế: 210.000.000 đồng."], {}),
    "a total that is planned": ("total_mismatch", ["I. KINH PHÍ", "Tổng kinh phí dự kiến 50 triệu đồng, trong đó:", "- Ngân sách: 20 triệu đồng.", "- Xã hội hóa: 20 triệu đồng."], {}),
    "a total within one sentence": ("total_mismatch", ["I. KINH PHÍ", "- Tổng kinh phí 85 triệu đồng, trong đó ngân sách 60 triệu đồng, xã hội hóa 20 triệu đồng."], {}),
    "a total row that its rows do not add up to": ("total_mismatch", ["I. KINH PHÍ", table(["TT", "Nội dung", "Thành tiền"], ["1", "Tập huấn", "20.000.000"], ["2", "Tặng quà", "20.000.000"], ["", "Tổng cộng", "50.000.000"])], {}),
    "a quota table whose total is wrong": ("total_mismatch", ["I. CHỈ TIÊU", table(["TT", "Đơn vị", "Số lượng"], ["1", "Xã Bình An", "10"], ["2", "Xã Bình Hòa", "15"], ["", "Tổng cộng", "30"])], {}),
    "sources that do not come to their whole": ("total_mismatch", ["I. KINH PHÍ", table(SOURCES, ["1", "Tập huấn", "100", "60", "40"], ["2", "Tặng quà", "80", "50", "30"], ["3", "In tài liệu", "60", "30", "20"])], {}),
    "sources before their whole": ("total_mismatch", ["I. KINH PHÍ", table(["TT", "Nội dung", "NSTW", "Xã hội hóa", "Tổng cộng"], ["1", "Tập huấn", "60", "40", "100"], ["2", "Tặng quà", "50", "30", "80"], ["3", "In tài liệu", "30", "20", "60"])], {}),
    "a subtotal by the name of its part": ("total_mismatch", ["I. KINH PHÍ", table(["TT", "Nội dung", "Thành tiền"], ["A", "Hội thi", ""], ["1", "Nước uống", "200"], ["2", "Giải thưởng", "300"], ["", "Cộng mục A", "600"])], {}),
    "a list side by side whose total is wrong": ("total_mismatch", ["I. CHỈ TIÊU", table(["TT", "Xã", "SL"] * 2, ["1", "Bình An", "10", "3", "Bình Sơn", "5"], ["2", "Bình Hòa", "15", "", "Tổng cộng", "40"])], {}),
    "a total that closes its items": ("total_mismatch", ["I. KINH PHÍ", "- Tập huấn: 20.000.000 đồng.", "- Tặng quà: 20.000.000 đồng.", "Tổng cộng: 45.000.000 đồng."], {}),
    "a product written with x": ("product_mismatch", ["I. KINH PHÍ", "- Tập huấn: 02 lớp x 18.000.000 đồng/lớp = 35.000.000 đồng."], {}),
    "a product of a count and a rate": ("product_mismatch", ["I. NỘI DUNG", "- Tặng 10 suất quà, 500.000 đồng/suất, tổng trị giá 6.000.000 đồng."], {}),
    "a row of a budget": ("product_mismatch", ["I. KINH PHÍ", table(BUDGET, ["1", "Tập huấn", "2", "18.000.000", "35.000.000"], ["2", "Tặng quà", "10", "500.000", "5.000.000"])], {}),
    "a list shorter than announced": ("count_mismatch", ["I. NỘI DUNG", "Thực hiện 04 nhiệm vụ sau:", "- Phát tin.", "- Đăng bài.", "- Tặng quà."], {}),
    "places fewer than announced": ("count_mismatch", ["I. ĐỊA BÀN", "- Địa bàn: 05 xã: Bình An, Bình Hòa, Bình Minh, Bình Sơn."], {}),
    "a section number that stands twice": ("duplicate_label", ["I. NỘI DUNG", "- Phát tin.", "I. KINH PHÍ", "- Xã hội hóa."], {}),
    "a number that stands twice under one heading": ("duplicate_label", ["I. NỘI DUNG", "1. Tuyên truyền", "- Phát tin.", "2. Hỗ trợ", "- Tặng quà.", "2. Tập huấn", "- Mở lớp."], {}),
    "a rate for what is called otherwise": ("product_mismatch", ["I. NỘI DUNG", "- Hỗ trợ 04 “Mái ấm tình thương”, mức 40 triệu đồng/nhà, tổng cộng 150 triệu đồng."], {}),
    "fewer numbered units than announced": ("count_mismatch", ["I. NỘI DUNG", "- Kiểm tra tại 04 chi hội: Chi hội 2, Chi hội 5, Chi hội 7."], {}),
    "sections that jump": ("label_gap", ["I. NỘI DUNG", "- Phát tin.", "III. KINH PHÍ", "- Xã hội hóa."], {}),
    "letters that jump": ("label_gap", ["I. NỘI DUNG", "a) Phát tin.", "b) Đăng bài.", "c) Tặng quà.", "h) Mở lớp."], {}),
    "separators that contradict each other": ("number_format", ["I. KINH PHÍ", "- Hỗ trợ 2.500,000đ cho mỗi hộ."], {}),
    "points in the wrong place": ("number_format", ["I. KINH PHÍ", "- Hỗ trợ 50.00.000 đồng cho các hộ."], {}),
    "a number left blank": ("blank_number", ["I. NỘI DUNG", "- Phát tin."], {"number": "Số:    /KH-BTV"}),
    "a number of dots": ("blank_number", ["I. NỘI DUNG", "- Phát tin."], {"number": "Số: ......./KH-BTV"}),
    "a cited number left blank": ("blank_number", ["I. NỘI DUNG", "- Phát tin."], {"opening": ["Căn cứ Kế hoạch số   /KH-BTV ngày 05/01/2025 của Hội LHPN tỉnh;"]}),
    "a day left blank": ("blank_date", ["I. NỘI DUNG", "- Phát tin."], {"day": "Bình An, ngày      tháng 01 năm 2025"}),
    "a day of dots": ("blank_date", ["I. NỘI DUNG", "- Phát tin."], {"day": "Bình An, ngày ... tháng ... năm 2025"}),
    "a cited day left blank": ("blank_date", ["I. NỘI DUNG", "- Phát tin."], {"opening": ["Căn cứ Kế hoạch số 02/KH-BTV ngày   /01/2025 của Hội LHPN tỉnh;"]}),
    "a day that no calendar has": ("ambiguous_deadline", ["I. CHẾ ĐỘ BÁO CÁO", "- Báo cáo Hội LHPN tỉnh trước ngày 31/6."], {}),
    "a leap day in a common year": ("ambiguous_deadline", ["I. CHẾ ĐỘ BÁO CÁO", "- Báo cáo Hội LHPN tỉnh trước ngày 29/02/2025."], {}),
    "a day of Tết beside a quarter": ("ambiguous_deadline", ["I. CHẾ ĐỘ BÁO CÁO", "- Báo cáo quý vào ngày 5 tết đầu quý sau."], {}),
    "a deadline before the paper's own day": ("past_deadline", ["I. NỘI DUNG", "- Lập danh sách gửi Hội LHPN tỉnh trước ngày 05/01/2025."], {}),
    "a month before the paper's own day": ("past_deadline", ["I. NỘI DUNG", "- Mở lớp trong tháng 11/2024."], {}),
    "a time clause of another year than the title's": ("period_conflict", ["I. THỜI GIAN THỰC HIỆN", "- Từ tháng 3 đến tháng 10 năm 2026."], {}),
    "a rule that is still to come": ("pending_basis", ["I. KINH PHÍ", "- Mức chi: chờ hướng dẫn mới của Bộ Tài chính."], {}),
    "an empty cell of who does it": ("missing_lead", ["I. NỘI DUNG", table(WORK, ["1", "Phát tin", "Hội LHPN xã", "Tháng 3"], ["2", "Đăng bài", "", "Tháng 4"])], {}),
    "a district after June 2025": ("abolished_unit", ["I. ĐỊA BÀN", "- Xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An."], {}),
    "a merged province after June 2025": ("abolished_unit", ["I. ĐỊA BÀN", "- Xã Mô Rai, tỉnh Kon Tum."], {}),
}  # fmt: skip

NEAR: dict[str, tuple[str, list[Any], dict[str, Any]]] = {
    "items that add up": ("total_mismatch", ["I. KINH PHÍ", "Tổng kinh phí: 40.000.000 đồng, trong đó:", "- Tập huấn: 20.000.000 đồng.", "- Tặng quà: 20.000.000 đồng."], {}),
    "sources of which only some are named": ("total_mismatch", ["I. KINH PHÍ", table(SOURCES, ["1", "Tập huấn", "100", "60", "20"], ["2", "Tặng quà", "80", "50", "10"], ["3", "In tài liệu", "60", "30", "20"])], {}),
    "sources that come to their whole but for the last digit": ("total_mismatch", ["I. KINH PHÍ", table(SOURCES, ["1", "Tập huấn", "100,4", "60,2", "40,1"], ["2", "Tặng quà", "80", "50", "30"], ["3", "In tài liệu", "50", "30", "20"])], {}),
    "a list side by side": ("total_mismatch", ["I. CHỈ TIÊU", table(["TT", "Xã", "SL"] * 2, ["1", "Bình An", "10", "3", "Bình Sơn", "5"], ["2", "Bình Hòa", "15", "", "Tổng cộng", "30"])], {}),
    "numbers that count across a list side by side": ("label_gap", ["I. CHỈ TIÊU", table(["TT", "Xã", "SL"] * 2, ["1", "Bình An", "10", "2", "Bình Sơn", "5"], ["3", "Bình Hòa", "15", "4", "Bình Minh", "7"])], {}),
    "an item without a sum": ("total_mismatch", ["I. KINH PHÍ", "Tổng kinh phí: 50.000.000 đồng, trong đó:", "- Tập huấn: 20.000.000 đồng.", "- Tặng quà: xã hội hóa."], {}),
    "a total row that adds up": ("total_mismatch", ["I. KINH PHÍ", table(["TT", "Nội dung", "Thành tiền"], ["1", "Tập huấn", "20.000.000"], ["2", "Tặng quà", "30.000.000"], ["", "Tổng cộng", "50.000.000"])], {}),
    "a total row with parts of rows": ("total_mismatch", ["I. KINH PHÍ", table(["TT", "Nội dung", "Thành tiền"], ["1", "Tập huấn", "20.000.000"], ["-", "Giảng viên", "15.000.000"], ["-", "Nước uống", "5.000.000"], ["2", "Tặng quà", "30.000.000"], ["", "Tổng cộng", "50.000.000"])], {}),
    "sums that are no parts of another": ("total_mismatch", ["I. NỘI DUNG", "- Tặng 10 suất quà, mỗi suất 500.000 đồng.", "- Hỗ trợ 2.000.000 đồng cho mỗi lớp."], {}),
    "a rate for what is called otherwise, and is right": ("product_mismatch", ["I. NỘI DUNG", "- Tặng 10 xe đạp trị giá 2 triệu đồng/chiếc, tổng 20 triệu đồng."], {}),
    "a rate for those who take part in what is counted": ("product_mismatch", ["I. NỘI DUNG", "- Mở 02 “Lớp học gia đình”, mức 500.000 đồng/người, tổng cộng 30.000.000 đồng."], {}),
    "a product that is right": ("product_mismatch", ["I. KINH PHÍ", "- Tập huấn: 02 lớp x 18.000.000 đồng/lớp = 36.000.000 đồng."], {}),
    "a rate by the month for a year": ("product_mismatch", ["I. NỘI DUNG", "- Đỡ đầu 5 cháu, 200.000đ/tháng/cháu, tổng 12.000.000đ."], {}),
    "a row of a budget that is right": ("product_mismatch", ["I. KINH PHÍ", table(BUDGET, ["1", "Tập huấn", "2", "18.000.000", "36.000.000"], ["2", "Tặng quà", "10", "500.000", "5.000.000"])], {}),
    "as many numbered units as announced": ("count_mismatch", ["I. NỘI DUNG", "- Kiểm tra tại 03 chi hội: Chi hội 2, Chi hội 5, Chi hội 7."], {}),
    "communes whose names begin with another level": ("count_mismatch", ["I. ĐỊA BÀN", "- Địa bàn: 03 xã: Bản Lầu, Bản Phiệt, Nậm Chảy."], {}),
    "a list as long as announced": ("count_mismatch", ["I. NỘI DUNG", "Thực hiện 03 nhiệm vụ sau:", "- Phát tin.", "- Đăng bài.", "- Tặng quà."], {}),
    "at least so many": ("count_mismatch", ["I. NỘI DUNG", "Thực hiện ít nhất 02 nhiệm vụ sau:", "- Phát tin.", "- Đăng bài.", "- Tặng quà."], {}),
    "places of two districts": ("count_mismatch", ["I. ĐỊA BÀN", "- Địa bàn: 02 xã: xã Nậm Cắn, huyện Kỳ Sơn và xã Mường Típ, huyện Kỳ Sơn."], {}),
    "as many places as announced": ("count_mismatch", ["I. ĐỊA BÀN", "- Địa bàn: 04 xã: Bình An, Bình Hòa, Bình Minh, Bình Sơn."], {}),
    "numbers that begin anew under another heading": ("duplicate_label", ["I. NỘI DUNG", "1. Tuyên truyền", "- Phát tin.", "II. KINH PHÍ", "1. Nguồn kinh phí", "- Xã hội hóa."], {}),
    "dashes that repeat": ("duplicate_label", ["I. NỘI DUNG", "- Phát tin.", "- Phát tin.", "- Phát tin."], {}),
    "sections in order": ("label_gap", ["I. NỘI DUNG", "- Phát tin.", "II. KINH PHÍ", "- Xã hội hóa.", "III. TỔ CHỨC THỰC HIỆN", "- Giao Văn phòng."], {}),
    "d and đ": ("label_gap", ["I. NỘI DUNG", "a) Phát tin.", "b) Đăng bài.", "c) Mở lớp.", "d) Tặng quà.", "đ) Thăm hỏi.", "e) Họp mặt."], {}),
    "d without đ": ("label_gap", ["I. NỘI DUNG", "a) Phát tin.", "b) Đăng bài.", "c) Mở lớp.", "d) Tặng quà.", "e) Họp mặt."], {}),
    "e and g, as the Vietnamese alphabet goes": ("label_gap", ["I. NỘI DUNG", "a) Phát tin.", "b) Đăng bài.", "c) Mở lớp.", "d) Tặng quà.", "đ) Thăm hỏi.", "e) Họp mặt.", "g) Tổng kết.", "h) Khen thưởng."], {}),
    "i and k, as the Vietnamese alphabet goes": ("label_gap", ["I. NỘI DUNG", *[f"{c}) Phát tin lần {n}." for n, c in enumerate("abcdđeghikl")]], {}),
    "points between thousands": ("number_format", ["I. KINH PHÍ", "- Hỗ trợ 2.500.000đ cho mỗi hộ, 19,451 tỷ đồng cho cả tỉnh."], {}),
    "a number that stands there": ("blank_number", ["I. NỘI DUNG", "- Phát tin."], {}),
    "a paper without a header": ("blank_number", ["I. NỘI DUNG", "- Phát tin."], {"number": None, "day": None}),
    "no day at all": ("blank_date", ["I. NỘI DUNG", "- Phát tin."], {"number": None, "day": None}),
    "the day of a month": ("blank_date", ["I. CHẾ ĐỘ BÁO CÁO", "- Báo cáo trước ngày 15 tháng cuối quý, ngày 20 hằng tháng."], {}),
    "a day that some calendar has": ("ambiguous_deadline", ["I. CHẾ ĐỘ BÁO CÁO", "- Báo cáo trước ngày 30/6 và ngày 29/02/2028."], {}),
    "vague words": ("ambiguous_deadline", ["I. CHẾ ĐỘ BÁO CÁO", "- Báo cáo kịp thời, theo quy định."], {}),
    "days from one to another": ("ambiguous_deadline", ["I. NỘI DUNG", "- Họp ngày 15-17/6/2025."], {}),
    "a deadline after the paper's own day": ("past_deadline", ["I. NỘI DUNG", "- Lập danh sách gửi Hội LHPN tỉnh trước ngày 15/01/2025."], {}),
    "a cited document's day": ("past_deadline", ["I. NỘI DUNG", "- Thực hiện Kế hoạch số 12/KH-BTV ngày 05/01/2024 của Hội LHPN tỉnh."], {}),
    "an unknown day of the paper": ("past_deadline", ["I. NỘI DUNG", "- Lập danh sách gửi Hội LHPN tỉnh trước ngày 05/01/2025."], {"day": None}),
    "a time clause within the title's year": ("period_conflict", ["I. THỜI GIAN THỰC HIỆN", "- Từ tháng 3 đến tháng 10 năm 2025."], {}),
    "the span of a larger programme": ("period_conflict", ["I. MỤC ĐÍCH", "- Thực hiện Chương trình giai đoạn 2021-2030."], {}),
    "a rule that is there": ("pending_basis", ["I. KINH PHÍ", "- Mức chi theo hướng dẫn của Bộ Tài chính, không chờ đợi, ỷ lại."], {}),
    "an empty cell of who helps": ("missing_lead", ["I. NỘI DUNG", table(["TT", "Nội dung", "Chủ trì", "Phối hợp"], ["1", "Phát tin", "Hội LHPN xã", ""], ["2", "Đăng bài", "Hội LHPN xã", "Đoàn xã"])], {}),
    "an item that names nobody": ("missing_lead", ["I. NỘI DUNG", "- Phát tin."], {}),
    "a heading row without who does it": ("missing_lead", ["I. NỘI DUNG", table(WORK, ["I", "Tuyên truyền", "", ""], ["1", "Phát tin", "Hội LHPN xã", ""], ["2", "Đăng bài", "Đoàn xã", ""], ["II", "Hỗ trợ", "", ""], ["1", "Tặng quà", "Hội LHPN xã", ""])], {}),
    "a district before July 2025": ("abolished_unit", ["I. ĐỊA BÀN", "- Xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An."], {"title": "Chăm lo trẻ em mồ côi năm 2024", "day": "Bình An, ngày 10 tháng 01 năm 2024"}),
    "a province that goes on": ("abolished_unit", ["I. ĐỊA BÀN", "- Xã Nậm Cắn, tỉnh Nghệ An."], {}),
}  # fmt: skip


@pytest.mark.parametrize(("code", "body", "parts"), FIRES.values(), ids=FIRES)
def test_it_is_asked_about(code: str, body: list[Any], parts: dict[str, Any]) -> None:
    assert codes(*body, **parts) == [code]


@pytest.mark.parametrize(("code", "body", "parts"), NEAR.values(), ids=NEAR)
def test_it_is_left_alone(code: str, body: list[Any], parts: dict[str, Any]) -> None:
    assert code not in codes(*body, **parts)


WHOLE = [
    "I. CHỈ TIÊU", "- Ít nhất 04 cuộc đối thoại.", "II. NỘI DUNG", "- Phát tin.", "III. KINH PHÍ", "- Nguồn xã hội hóa.",
    "IV. CHẾ ĐỘ BÁO CÁO", "- Định kỳ 6 tháng báo cáo Hội LHPN tỉnh.",
]  # fmt: skip


def missing(*body: Any, **parts: Any) -> list[str]:
    return [f["code"] for f in read(*body, **parts)["findings"] if f["code"].startswith("missing")]


@pytest.mark.parametrize(
    ("left_out", "code"), [(0, "missing_targets"), (4, "missing_budget"), (6, "missing_reporting")]
)
def test_a_plan_is_asked_for_the_part_that_it_lacks(left_out: int, code: str) -> None:
    assert missing(*WHOLE[:left_out], *WHOLE[left_out + 2 :]) == [code]


def test_a_whole_plan_lacks_nothing() -> None:
    assert missing(*WHOLE) == []


def test_a_sum_anywhere_stands_for_a_budget() -> None:
    assert missing(*WHOLE[:4], "- Tặng quà 500.000 đồng.", *WHOLE[6:]) == []


def test_an_official_letter_needs_reporting_only() -> None:
    found = read(
        "1. Nội dung", "- Phát tin trên loa.", "2. Thời gian", "- Từ ngày 01/6/2025.",
        kind="V/v tuyên truyền tháng hành động vì trẻ em", title="Kính gửi: Chi hội các thôn", opening=(),
    )  # fmt: skip
    assert found["document"]["kind"] == "cong_van"
    assert [f["code"] for f in found["findings"] if f["code"].startswith("missing")] == ["missing_reporting"]


def test_an_annex_lacks_nothing() -> None:
    found = read("I. NỘI DUNG", "- Phát tin.", kind="PHỤ LỤC", number=None, day=None, opening=())
    assert found["document"]["kind"] == "phu_luc"
    assert not [f for f in found["findings"] if f["code"].startswith("missing")]


def test_findings_say_in_vietnamese_what_stands_where() -> None:
    plan = read(*WHOLE, "- Hỗ trợ 02 lớp x 18.000.000 đồng/lớp = 35.000.000 đồng.")
    [finding] = plan["findings"]
    assert (finding["code"], finding["severity"]) == ("product_mismatch", "error")
    assert "36.000.000 đồng" in finding["message"] and "35.000.000 đồng" in finding["message"]


def test_a_district_named_many_times_is_asked_about_once() -> None:
    body = ["I. ĐỊA BÀN", "- Xã Nậm Cắn, huyện Kỳ Sơn.", "- Xã Mường Típ, huyện Kỳ Sơn và huyện Tương Dương."]
    assert codes(*body).count("abolished_unit") == 1
