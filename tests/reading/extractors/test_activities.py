"""Activities: which rows of tables are some, who carries them out, and when they take place."""

import pytest

from reading.building import read, table, wide


@pytest.mark.parametrize(
    "heads", [("Bắt đầu", "Kết thúc"), ("Từ ngày", "Đến ngày"), ("Thời gian", "Thời hạn hoàn thành")]
)
def test_columns_for_beginning_and_end_make_one_time(heads: tuple[str, str]) -> None:
    rows = table(
        ["TT", "Nội dung", "Đơn vị thực hiện", *heads],
        ["1", "Phát tin", "Hội LHPN xã", "Tháng 3", "Tháng 9"],
        ["2", "Tặng quà", "Hội LHPN xã", "01/5/2025", ""],
    )
    first, second = read("I. NỘI DUNG", rows)["activities"]
    assert first["period"] == {"text": "Tháng 3 - Tháng 9", "from": "2025-03-01", "to": "2025-09-30"}
    assert second["period"]["from"] == "2025-05-01"


def test_ticks_in_columns_of_quarters_make_their_span() -> None:
    rows = table(
        [
            wide("TT", 1, 2),
            wide("Nội dung", 1, 2),
            wide("Chủ trì", 1, 2),
            wide("Thời gian thực hiện năm 2025", 4),
        ],
        [None, None, None, "Quý I", "Quý II", "Quý III", "Quý IV"],
        ["1", "Phát tin", "Hội LHPN xã", "x", "", "", ""],
        ["2", "Mở lớp", "Hội LHPN xã", "", "X", "X", ""],
        ["3", "Tổng kết", "Hội LHPN xã", "", "", "", ""],
    )
    periods = [activity["period"] for activity in read("I. NỘI DUNG", rows)["activities"]]
    assert periods == [
        {"text": "Quý I", "from": "2025-01-01", "to": "2025-03-31"},
        {"text": "Quý II - Quý III", "from": "2025-04-01", "to": "2025-09-30"},
        None,
    ]


def test_a_row_with_a_unit_and_nothing_under_it_is_no_heading() -> None:
    rows = table(
        ["TT", "Nội dung", "Chủ trì"],
        ["I", "Tuyên truyền", ""],
        ["1", "Tổ truyền thông", ""],
        ["1.1", "Ra mắt tổ", "Hội LHPN xã"],
        ["II", "Đối thoại", ""],
        ["1", "Đối thoại chính sách", "UBND xã"],
        ["2", "Ra mắt câu lạc bộ", ""],
    )
    found = read("I. NỘI DUNG", rows)
    assert [section["id"] for section in found["sections"]] == ["I", "I/I", "I/I/1", "I/II", "I/II/2"]
    assert [activity["label"] for activity in found["activities"]] == ["1.1", "1", "2"]


@pytest.mark.parametrize(
    ("item", "lead", "partners"),
    [
        ("- Ngành Y tế, Công an xã có trách nhiệm tiếp nhận nạn nhân.", ["Ngành Y tế", "Công an xã"], []),
        ("- Chi hội họp bình xét công khai.", ["Chi hội"], []),
        ("- Trạm Y tế phối hợp với Hội LHPN xã chi trả các gói hỗ trợ.", ["Trạm Y tế"], ["Hội LHPN xã"]),
    ],
)
def test_a_name_ends_before_what_it_does(item: str, lead: list[str], partners: list[str]) -> None:
    [activity] = read("I. NỘI DUNG", item)["activities"]
    assert (activity["lead"], activity["partners"]) == (lead, partners)
