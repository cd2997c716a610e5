"""Telling headings from items: a numbered line that names what follows, and one that says something itself."""

from typing import Any

import pytest

from donghanh.reading.blocks import Paragraph
from donghanh.reading.headings import run_in_colon
from reading.building import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Phòng Y tế: Cấp phát thuốc.", "Phòng Y tế"),
        ("Nội dung 1: Dạy nghề", None),
        ("Nội dung 1: Dạy nghề: Mở 2 lớp.", "Nội dung 1: Dạy nghề"),
        ("Hoạt động 2: Tuyên truyền", None),
        ("Giai đoạn I: Chuẩn bị", None),
        ("Thời gian: 15:30 ngày 5/6", "Thời gian"),
        ("Họp lúc 15:30", None),
        ("Hội thi (gồm: nấu ăn, cắm hoa): Mở tại xã", "Hội thi (gồm: nấu ăn, cắm hoa)"),
        ("Mô hình “Nhà: sạch”: Mở tại xã", "Mô hình “Nhà: sạch”"),
        ("Tuyên truyền", None),
        ("", None),
    ],
)
def test_a_run_in_title_ends_at_its_own_colon(text: str, title: str | None) -> None:
    colon = run_in_colon(text)
    assert (None if colon is None else text[:colon]) == title


def titles(*body: Any) -> list[str]:
    return [section["title"] for section in read(*body)["sections"]][1:]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (["I. MỤC ĐÍCH", "1. Nâng cao nhận thức của hội viên về tiết kiệm.", "2. Tạo phong trào thi đua sôi nổi."], []),
        (["I. NỘI DUNG", "1. Tuyên truyền", "- Phát tin.", "2. Hỗ trợ", "- Tặng quà."], ["Tuyên truyền", "Hỗ trợ"]),
        (["I. NỘI DUNG", "1. Tuyên truyền: Phát tin trên loa của thôn.", "2. Hỗ trợ: Tặng quà cho trẻ mồ côi."], ["Tuyên truyền", "Hỗ trợ"]),
        (["I. TỔ CHỨC THỰC HIỆN", "1. Phòng Y tế", "- Khám bệnh.", "2. Công an xã", "- Giữ trật tự."], ["Phòng Y tế", "Công an xã"]),
        (["I. CHỈ TIÊU", "1. Ít nhất 04 cuộc đối thoại.", "2. 100% chi hội tham gia.", "3. Giúp 12 hộ: 5 hộ nghèo, 7 hộ cận nghèo."], []),
        (["I. CHỈ TIÊU", "1. Về kinh tế", "- Giúp 12 hộ.", "2. Về xã hội", "- Mở 3 lớp."], ["Về kinh tế", "Về xã hội"]),
        (["I. NỘI DUNG", "a) Tặng quà cho 10 cháu mồ côi.", "b) Mở 3 lớp tập huấn."], []),
        (["I. NỘI DUNG", "a) Tuyên truyền", "- Phát tin.", "b) Hỗ trợ", "- Tặng quà."], ["Tuyên truyền", "Hỗ trợ"]),
        (["I. NỘI DUNG", "- Tuyên truyền:", "+ Phát tin.", "- Hỗ trợ:", "+ Tặng quà."], []),
    ],
)  # fmt: skip
def test_only_lines_that_name_what_follows_are_headings(body: list[str], found: list[str]) -> None:
    assert titles(*body) == found


def test_bold_type_tells_where_a_run_in_heading_ends() -> None:
    one = "1. Hội thi nấu ăn: Mở tại xã trong tháng 3."
    two = "2. Hội thi cắm hoa: Mở tại xã trong tháng 4."
    body = [Paragraph(t, bold=t.index(":") + 1) for t in (one, two)]
    assert titles("I. NỘI DUNG", *body) == ["Hội thi nấu ăn", "Hội thi cắm hoa"]


def test_a_bold_line_by_itself_is_a_heading() -> None:
    line = "1. Tuyên truyền, vận động"
    assert titles("I. NỘI DUNG", Paragraph(line, bold=len(line)), "Phát tin trên loa của thôn.") == [
        "Tuyên truyền, vận động"
    ]
