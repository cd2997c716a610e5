"""Who is responsible for what, in headings, sentences and tables."""

from typing import Any

import pytest

from reading.building import read, table


def duties(*body: Any, **parts: Any) -> list[tuple[list[str], list[str]]]:
    found = read("I. TỔ CHỨC THỰC HIỆN", *body, **parts)["responsibilities"]
    return [(entry["units"], entry["duties"]) for entry in found]


def test_a_heading_that_lists_units_behind_a_colon_names_each() -> None:
    assert duties("1. Các Phòng: Kinh tế, Văn hóa - Xã hội", "- Bố trí kinh phí.") == [
        (["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"], ["Bố trí kinh phí."])
    ]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Về phía Đồn Biên phòng Bờ Y", "Đồn Biên phòng Bờ Y"),
        ("Các ông, bà Trưởng thôn", "Trưởng thôn"),
        ("Hội LHPN xã (cơ quan thường trực)", "Hội LHPN xã"),
    ],
)
def test_what_stands_around_the_name_of_a_unit_is_left_out(heading: str, unit: str) -> None:
    assert duties(f"1. {heading}", "- Bố trí kinh phí.") == [([unit], ["Bố trí kinh phí."])]


def test_a_table_of_units_and_their_duties_has_an_entry_a_row() -> None:
    rows = table(
        ["TT", "Đơn vị", "Nhiệm vụ"],
        ["1", "Hội LHPN xã; Đoàn xã", "Chủ trì truyền thông."],
        ["2", "Trạm Y tế xã", "Khám sức khỏe."],
    )
    assert duties(rows) == [
        (["Hội LHPN xã", "Đoàn xã"], ["Chủ trì truyền thông."]),
        (["Trạm Y tế xã"], ["Khám sức khỏe."]),
    ]


def test_a_table_of_work_makes_nobody_responsible() -> None:
    rows = table(
        ["TT", "Nội dung", "Đơn vị thực hiện"], ["1", "Mở lớp", "Hội LHPN xã"], ["2", "Họp", "Đoàn xã"]
    )
    assert duties(rows) == []


@pytest.mark.parametrize(
    "closing",
    [
        "Rất mong nhận được sự phối hợp của quý Hội./.",
        "Trên đây là kết luận, xin thông báo để các đơn vị biết, thực hiện./.",
        "Văn phòng HĐND và UBND xã thông báo đến các đơn vị biết, thực hiện./.",
    ],
)
def test_the_last_words_of_a_paper_are_no_duty(closing: str) -> None:
    found = read("I. TỔ CHỨC THỰC HIỆN", "1. Công an xã", "- Giữ trật tự.", closing)
    assert [entry["duties"] for entry in found["responsibilities"]] == [["Giữ trật tự."]]
    assert found["document"]["closing"] == [closing]
