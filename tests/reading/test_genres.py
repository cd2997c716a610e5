"""What is read, and missed, differs with the kind of paper."""

from typing import Any

import pytest

from reading.building import read, table

DONE = [
    "I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
    "1. Hoạt động tuyên truyền",
    "- Mở 05 lớp tập huấn cho 200 hội viên.",
    "- Các chi hội báo cáo chậm, hoàn thành trước ngày 05/01/2025.",
    "II. TỒN TẠI, HẠN CHẾ",
    "- Chưa có hướng dẫn mới của Bộ Tài chính.",
]
AHEAD = [
    "III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026",
    "- Tổ chức hội thi.",
    "- Chi hội báo cáo Hội LHPN xã trước ngày 10/02/2026.",
]


def texts(found: dict[str, Any], name: str) -> list[str]:
    return [entry["text"] for entry in found[name]]


@pytest.mark.parametrize("kind", ["BÁO CÁO", "BIÊN BẢN"])
def test_what_a_paper_tells_of_the_past_is_no_task(kind: str) -> None:
    found = read(*DONE, kind=kind, title="Công tác Hội năm 2025")
    assert not found["activities"] and not found["targets"] and not found["reporting"]
    assert found["findings"] == []


def test_what_a_report_sets_for_the_time_ahead_is_read() -> None:
    found = read(*DONE, *AHEAD, kind="BÁO CÁO", title="Kết quả năm 2025, nhiệm vụ năm 2026")
    assert texts(found, "activities")[0] == "Tổ chức hội thi."
    assert [duty["due"] for duty in found["reporting"]] == ["2026-02-10"]
    assert found["document"]["period"] == {"from": "2025-01-01", "to": "2025-12-31"}


def test_the_same_sections_of_a_plan_are_tasks() -> None:
    assert texts(read("I. HOẠT ĐỘNG", "- Mở 05 lớp tập huấn."), "activities") == ["Mở 05 lớp tập huấn."]


def test_minutes_set_tasks_where_they_conclude() -> None:
    found = read("I. NỘI DUNG", "- Bà An nêu ý kiến.", "II. KẾT LUẬN", "- Mở lớp tập huấn.", kind="BIÊN BẢN")
    assert texts(found, "activities") == ["Mở lớp tập huấn."]


@pytest.mark.parametrize(
    ("kind", "missed"),
    [
        ("KẾ HOẠCH", ["missing_targets", "missing_budget", "missing_reporting"]),
        ("CHƯƠNG TRÌNH PHỐI HỢP", ["missing_targets", "missing_budget", "missing_reporting"]),
        ("HƯỚNG DẪN", ["missing_budget", "missing_reporting"]),
        ("ĐỀ ÁN", ["missing_targets", "missing_budget", "missing_reporting"]),
        ("BÁO CÁO", []),
        ("QUYẾT ĐỊNH", []),
        ("THÔNG BÁO", []),
        ("BIÊN BẢN", []),
        ("TỜ TRÌNH", []),
    ],
)
def test_what_a_paper_may_lack_follows_from_its_kind(kind: str, missed: list[str]) -> None:
    found = read("I. NỘI DUNG", "- Phát tin.", kind=kind)
    assert {finding["code"] for finding in found["findings"]} == set(missed)


def test_the_articles_of_a_decision_are_headings_where_they_name_what_follows() -> None:
    found = read(
        "Điều 1. Thành lập Tổ hỗ trợ phụ nữ khởi nghiệp, gồm các ông, bà có tên sau:",
        "1. Bà Lê Thị Minh, Phó Chủ tịch UBND xã: Tổ trưởng;",
        "2. Ông Trần Văn Khánh, Trưởng phòng Kinh tế: Tổ phó.",
        "Điều 2. Nhiệm vụ của Tổ hỗ trợ",
        "1. Tư vấn ý tưởng khởi nghiệp.",
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký ban hành.",
        "Điều 4. Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế và các ông, bà có tên tại Điều 1 chịu trách "
        "nhiệm thi hành Quyết định này./.",
        kind="QUYẾT ĐỊNH",
        title="Về việc thành lập Tổ hỗ trợ phụ nữ khởi nghiệp",
    )
    assert [section["label"] for section in found["sections"]] == ["Điều 1", "Điều 2"]
    assert texts(found, "activities") == ["Tư vấn ý tưởng khởi nghiệp."]
    assert [entry["units"] for entry in found["responsibilities"]] == [
        ["Chánh Văn phòng HĐND và UBND xã", "Trưởng phòng Kinh tế", "các ông, bà có tên tại Điều 1"]
    ]


def test_a_letter_may_address_all_units_of_a_kind() -> None:
    found = read(
        "1. Công an xã: Nắm tình hình.",
        "2. Các thôn",
        "- Họp dân.",
        "3. Các hoạt động",
        "- Phát tin.",
        kind="THÔNG BÁO",
    )
    assert [(entry["units"], entry["duties"]) for entry in found["responsibilities"]] == [
        (["Công an xã"], ["Nắm tình hình."]),
        (["Các thôn"], ["Họp dân."]),
    ]
    assert texts(found, "activities") == ["Phát tin."]


def test_a_letter_may_address_each_of_its_sections_to_an_office() -> None:
    found = read(
        "Kính gửi: Các sở, ngành.",
        "1. Sở Tài chính: Bố trí kinh phí.",
        "2. Đề nghị Hội LHPN tỉnh: Vận động hội viên.",
        kind="CÔNG VĂN",
    )
    assert [(entry["units"], entry["request"]) for entry in found["responsibilities"]] == [
        (["Sở Tài chính"], False),
        (["Hội LHPN tỉnh"], True),
    ]


def test_under_a_unit_of_money_the_figures_of_units_are_sums() -> None:
    rows = [["TT", "Đơn vị", "Tổng số", "NSTW", "NSĐP"], ["1", "Xã Bình An", "300", "270", "30"]]
    found = read("I. KINH PHÍ", "Đơn vị tính: triệu đồng", table(*rows))
    assert [amount["value"] for amount in found["amounts"]] == [300_000_000, 270_000_000, 30_000_000]
    assert found["allocations"] == []


def test_a_bound_in_a_column_of_norms_is_a_cap() -> None:
    rows = [
        ["TT", "Nội dung chi", "Đơn vị tính", "Mức chi (đồng)"],
        ["1", "Tiền ăn", "người/ngày", "150.000"],
        ["2", "Pa nô", "tổ/năm", "Tối đa 3.500.000"],
    ]
    found = read("I. MỨC CHI", table(*rows))
    assert [(a["value"], a["kind"], a["per"]) for a in found["amounts"]] == [
        (150_000, "rate", "người/ngày"),
        (3_500_000, "cap", "tổ/năm"),
    ]


def test_a_list_side_by_side_gives_each_unit_its_own_figure() -> None:
    rows = [
        ["TT", "Xã", "SL"] * 2,
        ["1", "Bình An", "10", "3", "Bình Sơn", "5"],
        ["2", "Bình Hòa", "15", "", "", ""],
    ]
    found = read("I. CHỈ TIÊU", table(*rows))
    assert {a["unit"]: a["quantity"] for a in found["allocations"]} == {
        "Bình An": 10,
        "Bình Hòa": 15,
        "Bình Sơn": 5,
    }


def test_no_word_of_a_list_side_by_side_is_lost() -> None:
    rows = [["TT", "Xã", "SL"] * 2, ["1", "Bình An", "10", "3", "Bình Sơn", "5", "thêm", "ghi chú rời"]]
    found = read("I. CHỈ TIÊU", table(*rows))
    assert all(word in " ".join(found["sections"][0]["body"]) for word in ("Bình Sơn", "thêm", "ghi chú rời"))


def test_the_articles_of_a_decision_that_rule_stand_behind_those_that_head_a_list() -> None:
    found = read(
        "Điều 1. Phân bổ kinh phí cho các đơn vị, cụ thể:",
        "1. Hội LHPN xã: 420.000.000 đồng;",
        "2. Trạm Y tế xã: 150.000.000 đồng.",
        "Điều 2. Giao Phòng Kinh tế hướng dẫn, kiểm tra việc sử dụng kinh phí được phân bổ.",
        "Điều 3. Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế chịu trách nhiệm thi hành./.",
        kind="QUYẾT ĐỊNH",
    )
    assert [line[:6] for line in found["document"]["closing"]] == ["Điều 2", "Điều 3"]
    assert [entry["units"] for entry in found["responsibilities"]] == [
        ["Chánh Văn phòng HĐND và UBND xã", "Trưởng phòng Kinh tế"]
    ]
