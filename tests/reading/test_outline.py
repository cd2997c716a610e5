"""From numbered lines to a tree: what stands under what."""

from typing import Any

import pytest

from donghanh.reading.blocks import Paragraph
from reading.building import outline, read, table, tree, wide

CASES: dict[str, tuple[list[Any], list[Any]]] = {
    "roman, arabic and letters nest": (
        ["I. NỘI DUNG", "1. Tuyên truyền", "a) Trên loa", "- Phát tin hằng tuần.", "- Phát bài hằng tháng.", "b) Trên mạng", "- Đăng bài.",
         "2. Hỗ trợ", "- Tặng quà.", "II. TỔ CHỨC THỰC HIỆN", "- Giao Văn phòng theo dõi."],
        [["<NỘI DUNG>", [["<Tuyên truyền>", [["<Trên loa>", ["Phát tin hằng tuần.", "Phát bài hằng tháng."]], ["<Trên mạng>", ["Đăng bài."]]]],
                         ["<Hỗ trợ>", ["Tặng quà."]]]],
         ["<TỔ CHỨC THỰC HIỆN>", ["Giao Văn phòng theo dõi."]]],
    ),
    "capitals stand above roman numbers": (
        ["A. PHẦN CHUNG", "I. MỤC ĐÍCH", "1. Mục đích", "- Nâng cao nhận thức.", "B. NỘI DUNG", "I. NHIỆM VỤ", "- Mở lớp."],
        [["<PHẦN CHUNG>", [["<MỤC ĐÍCH>", [["<Mục đích>", ["Nâng cao nhận thức."]]]]]], ["<NỘI DUNG>", [["<NHIỆM VỤ>", ["Mở lớp."]]]]],
    ),
    "parts stand above roman numbers": (
        ["Phần I. MỤC ĐÍCH", "I. YÊU CẦU", "- Nâng cao nhận thức.", "Phần II. NỘI DUNG", "I. NHIỆM VỤ", "- Mở lớp."],
        [["<MỤC ĐÍCH>", [["<YÊU CẦU>", ["Nâng cao nhận thức."]]]], ["<NỘI DUNG>", [["<NHIỆM VỤ>", ["Mở lớp."]]]]],
    ),
    "decimals stand under their number": (
        ["I. NỘI DUNG", "1. Tuyên truyền", "1.1. Trên loa", "- Phát tin.", "1.2. Trên mạng", "- Đăng bài.", "2. Hỗ trợ", "2.1. Tiền mặt", "- Trao quà."],
        [["<NỘI DUNG>", [["<Tuyên truyền>", [["<Trên loa>", ["Phát tin."]], ["<Trên mạng>", ["Đăng bài."]]]],
                         ["<Hỗ trợ>", [["<Tiền mặt>", ["Trao quà."]]]]]]],
    ),
    "numbers begin anew under each heading": (
        ["I. MỤC ĐÍCH", "1. Mục đích", "- Nâng cao.", "2. Yêu cầu", "- Kịp thời.", "II. NỘI DUNG", "1. Tuyên truyền", "- Phát tin."],
        [["<MỤC ĐÍCH>", [["<Mục đích>", ["Nâng cao."]], ["<Yêu cầu>", ["Kịp thời."]]]], ["<NỘI DUNG>", [["<Tuyên truyền>", ["Phát tin."]]]]],
    ),
    "small Roman numbers count in one row": (
        ["I. NỘI DUNG", "1. Hỗ trợ", "i) Mở lớp.", "ii) Tặng quà.", "iv) Sửa nhà.", "v) Tổng kết.", "2. Khen thưởng", "a) Tập thể.", "b) Cá nhân."],
        [["<NỘI DUNG>", [["<Hỗ trợ>", ["Mở lớp.", "Tặng quà.", "Sửa nhà.", "Tổng kết."]], ["<Khen thưởng>", ["Tập thể.", "Cá nhân."]]]]],
    ),
    "a plus stands under a dash": (
        ["I. NỘI DUNG", "- Tặng quà:", "+ Trẻ em.", "+ Người già.", "- Mở lớp."],
        [["<NỘI DUNG>", [["Tặng quà:", ["Trẻ em.", "Người già."]], "Mở lớp."]]],
    ),
    "a plus stands under a dash without a colon": (
        ["I. NỘI DUNG", "- Tặng quà dịp Tết", "+ Trẻ em.", "- Mở lớp."],
        [["<NỘI DUNG>", [["Tặng quà dịp Tết", ["Trẻ em."]], "Mở lớp."]]],
    ),
    "three kinds of marks nest": (
        ["I. NỘI DUNG", "* Tuyên truyền:", "- Trên loa:", "+ Tin.", "+ Bài.", "- Trên mạng.", "* Mở lớp."],
        [["<NỘI DUNG>", [["Tuyên truyền:", [["Trên loa:", ["Tin.", "Bài."]], "Trên mạng."]], "Mở lớp."]]],
    ),
    "a numbered sentence is an item": (
        ["I. MỤC ĐÍCH", "1. Nâng cao nhận thức của hội viên về tiết kiệm.", "2. Việc tổ chức phải thiết thực, tránh hình thức."],
        [["<MỤC ĐÍCH>", ["Nâng cao nhận thức của hội viên về tiết kiệm.", "Việc tổ chức phải thiết thực, tránh hình thức."]]],
    ),
    "a run-in heading stops at its colon": (
        ["I. TỔ CHỨC THỰC HIỆN", "1. Phòng Y tế: Cấp phát thuốc.", "2. Công an xã: Bảo đảm trật tự."],
        [["<TỔ CHỨC THỰC HIỆN>", [["<Phòng Y tế>", ["Cấp phát thuốc."]], ["<Công an xã>", ["Bảo đảm trật tự."]]]]],
    ),
    "a counter before the colon belongs to the title": (
        ["I. NỘI DUNG", "1. Nội dung 1: Dạy nghề", "- Mở lớp may.", "2. Nội dung 2: Tín chấp", "- Vay vốn."],
        [["<NỘI DUNG>", [["<Nội dung 1: Dạy nghề>", ["Mở lớp may."]], ["<Nội dung 2: Tín chấp>", ["Vay vốn."]]]]],
    ),
    "a heading may lack a closing mark or have a colon": (
        ["I. NỘI DUNG:", "1. Tuyên truyền:", "- Phát tin.", "2. Hỗ trợ.", "- Tặng quà."],
        [["<NỘI DUNG>", [["<Tuyên truyền>", ["Phát tin."]], ["<Hỗ trợ>", ["Tặng quà."]]]]],
    ),
    "a paragraph after items stays beside them": (
        ["I. NỘI DUNG", "Các cấp Hội làm các việc sau:", "- Phát tin.", "- Tặng quà.", "Trong đó ưu tiên trẻ mồ côi."],
        [["<NỘI DUNG>", ["Các cấp Hội làm các việc sau:", "Phát tin.", "Tặng quà.", "Trong đó ưu tiên trẻ mồ côi."]]],
    ),
    "a number in brackets ends a list of its own": (
        ["I. NỘI DUNG", "1. Tuyên truyền", "1) Phát tin trên loa của thôn.", "2) Đăng bài trên trang của Hội.", "2. Hỗ trợ", "- Tặng quà."],
        [["<NỘI DUNG>", [["<Tuyên truyền>", ["Phát tin trên loa của thôn.", "Đăng bài trên trang của Hội."]], ["<Hỗ trợ>", ["Tặng quà."]]]]],
    ),
    "a plain heading style makes a section": (
        [Paragraph("Mục đích", heading=2), "Nâng cao nhận thức.", Paragraph("Nội dung", heading=2), "- Phát tin."],
        [["<Mục đích>", ["Nâng cao nhận thức."]], ["<Nội dung>", ["Phát tin."]]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_lines_nest(body: list[Any], expected: list[Any]) -> None:
    assert tree(*body) == expected


def ids(*body: Any) -> list[str]:
    return [section["id"] for section in read(*body)["sections"]]


def test_ids_are_paths_of_labels() -> None:
    assert ids("I. NỘI DUNG", "1. Tuyên truyền", "1.1. Trên loa", "- Phát tin.", "II. KINH PHÍ", "- Nguồn xã hội hóa.") == [
        "I", "I/1", "I/1/1.1", "II",
    ]  # fmt: skip


def test_a_label_that_stands_twice_gets_a_number() -> None:
    assert ids("V. NỘI DUNG", "- Phát tin.", "V. TỔ CHỨC THỰC HIỆN", "1. Phòng Y tế", "- Cấp thuốc.", "2. Công an xã", "- Giữ trật tự.") == [
        "V", "V#2", "V#2/1", "V#2/2",
    ]  # fmt: skip


def test_labels_and_titles_lose_their_closing_marks() -> None:
    [first, second, *_] = read(
        "I/ NỘI DUNG:", "a) Tuyên truyền.", "- Phát tin.", "b) Hỗ trợ.", "- Tặng quà."
    )["sections"]
    assert (first["label"], first["title"]) == ("I", "NỘI DUNG")
    assert (second["label"], second["title"]) == ("a", "Tuyên truyền")


def test_opening_and_closing_stand_outside_the_sections() -> None:
    made = outline(
        "I. NỘI DUNG", "- Phát tin.",
        closing=["Trên đây là kế hoạch của Hội LHPN xã Bình An, đề nghị các chi hội thực hiện."],
        opening=["Căn cứ Kế hoạch số 15/KH-BTV ngày 03/4/2024 của Hội LHPN tỉnh;", "Hội LHPN xã xây dựng kế hoạch như sau:"],
    )  # fmt: skip
    assert [line.text[:7] for line in made.opening] == ["Căn cứ ", "Hội LHP"]
    assert [line.text[:7] for line in made.closing] == ["Trên đâ"]


def rows(node: dict[str, Any]) -> list[Any]:
    return [(s["id"], s["title"]) for s in node["sections"]]


HEAD = ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"]


def test_labelled_rows_that_group_rows_are_sections() -> None:
    plan = read(
        "I. NỘI DUNG",
        table(HEAD, ["I", "Tuyên truyền", "", ""], ["1", "Phát tin", "Hội LHPN xã", "Tháng 3"], ["2", "Đăng bài", "Đoàn xã", "Tháng 4"],
              ["II", "Hỗ trợ", "", ""], ["1", "Tặng quà", "Hội LHPN xã", "Tháng 5"]),
    )  # fmt: skip
    assert rows(plan) == [("I", "NỘI DUNG"), ("I/I", "Tuyên truyền"), ("I/II", "Hỗ trợ")]
    assert [(a["text"], a["section"]) for a in plan["activities"]] == [
        ("Phát tin", "I/I"), ("Đăng bài", "I/I"), ("Tặng quà", "I/II"),
    ]  # fmt: skip


def test_numbered_rows_with_dashes_under_them_are_no_sections() -> None:
    plan = read(
        "I. NỘI DUNG",
        table(
            HEAD,
            ["1", "Tuyên truyền", "Hội LHPN xã", ""],
            ["-", "Phát tin", "Hội LHPN xã", ""],
            ["2", "Tặng quà", "Đoàn xã", ""],
        ),
    )
    assert rows(plan) == [("I", "NỘI DUNG")]
    assert [(a["label"], a["text"]) for a in plan["activities"]] == [
        ("1", "Tuyên truyền"),
        (None, "Phát tin"),
        ("2", "Tặng quà"),
    ]


def test_an_unnumbered_band_is_a_section_without_a_label() -> None:
    plan = read(
        "I. NỘI DUNG",
        table(
            HEAD,
            [wide("Công tác tuyên truyền", 4)],
            ["1", "Phát tin", "Hội LHPN xã", ""],
            [wide("Công tác hỗ trợ", 4)],
            ["2", "Tặng quà", "Đoàn xã", ""],
        ),
    )
    assert [(s["label"], s["title"]) for s in plan["sections"]][1:] == [
        (None, "Công tác tuyên truyền"),
        (None, "Công tác hỗ trợ"),
    ]


def test_a_heading_row_with_nothing_under_it_is_an_activity_as_well() -> None:
    plan = read(
        "I. NỘI DUNG",
        table(
            ["TT", "Nội dung", "Ghi chú"],
            ["I", "Tuyên truyền", ""],
            ["1", "Phát tin", ""],
            ["2", "Đăng bài", ""],
            ["II", "Chúc Tết", "Tháng 1"],
        ),
    )
    assert ("I/II", "Chúc Tết") in rows(plan)
    [last] = [a for a in plan["activities"] if a["text"] == "Chúc Tết"]
    assert last["note"] == "Tháng 1"


def test_deep_decimals_nest_one_in_the_other_and_letters_in_them() -> None:
    lines = [
        "I. NỘI DUNG",
        "1. Một",
        "1.1. Hai",
        "1.1.1. Ba",
        "1.1.1.1. Bốn",
        "1.1.1.1.1. Năm",
        "1.1.1.1.1.1. Sáu",
        "a) Trên loa",
        "- Phát tin.",
    ]
    found = tree(*lines)
    names = []
    while isinstance(found, list) and found and isinstance(found[0], list):
        names.append(found[0][0])
        found = found[0][1]
    assert names == ["<NỘI DUNG>", "<Một>", "<Hai>", "<Ba>", "<Bốn>", "<Năm>", "<Sáu>", "<Trên loa>"]
