"""Duties to report: how often, by when, from whom, to whom, through whom."""

from typing import Any

import pytest

from reading.building import read


def duties(*lines: str, title: str = "I. CHẾ ĐỘ BÁO CÁO") -> list[tuple[str, str | None]]:
    return [(d["cycle"], d["due"]) for d in read(title, *lines)["reporting"]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "- Định kỳ hằng tháng báo cáo Hội LHPN tỉnh trước ngày 20 hằng tháng.",
            [("monthly", "ngày 20 hằng tháng")],
        ),
        (
            "- Báo cáo quý trước ngày 05 của tháng đầu quý sau.",
            [("quarterly", "ngày 05 của tháng đầu quý sau")],
        ),
        (
            "- Báo cáo quý chậm nhất ngày 25 của tháng cuối quý.",
            [("quarterly", "ngày 25 của tháng cuối quý")],
        ),
        (
            "- Báo cáo 6 tháng (trước ngày 10/6), năm (trước ngày 10/11).",
            [("semiannual", "--06-10"), ("annual", "--11-10")],
        ),
        ("- Định kỳ 6 tháng, năm báo cáo kết quả.", [("semiannual", None), ("annual", None)]),
        (
            "- Định kỳ 3 tháng, 6 tháng, 9 tháng, năm báo cáo kết quả.",
            [("quarterly", None), ("semiannual", None), ("nine_month", None), ("annual", None)],
        ),
        ("- Hằng tháng và năm báo cáo Hội LHPN tỉnh.", [("monthly", None), ("annual", None)]),
        (
            "- Báo cáo 6 tháng và năm trước ngày 15/6 và 15/12 hằng năm.",
            [("semiannual", "--06-15"), ("annual", "--12-15")],
        ),
        ("- Báo cáo kết quả về Hội LHPN tỉnh trước ngày 20/11/2025.", [("once", "2025-11-20")]),
        ("- Báo cáo kết quả về Hội LHPN tỉnh trước ngày 20/11.", [("once", "2025-11-20")]),
        (
            "- Báo cáo 6 tháng trước 10/6, cả năm trước 10/12.",
            [("semiannual", "--06-10"), ("annual", "--12-10")],
        ),
        (
            "- Báo cáo tháng (ngày 18), quý (ngày 15 tháng cuối quý), 6 tháng (ngày 05/6).",
            [("monthly", "ngày 18"), ("quarterly", "ngày 15 tháng cuối quý"), ("semiannual", "--06-05")],
        ),
        ("- Hằng năm báo cáo trước ngày 20/11.", [("annual", "--11-20")]),
        (
            "- Báo cáo UBND xã trước ngày 15/6 và 15/12 hằng năm.",
            [("annual", "--06-15"), ("annual", "--12-15")],
        ),
        ("- Lập danh sách gửi Hội LHPN tỉnh trước ngày 15/01/2025.", [("once", "2025-01-15")]),
        ("- Báo cáo kịp thời khi có vụ việc.", [("unspecified", None)]),
        ("- Báo cáo theo yêu cầu của cấp trên.", [("unspecified", None)]),
        ("- Báo cáo tại giao ban tháng của Hội.", [("monthly", None)]),
        ("- Hằng tuần báo cáo vào thứ Sáu.", [("weekly", "thứ Sáu")]),
    ],
)
def test_each_cycle_is_an_entry_with_its_own_due(line: str, found: list[tuple[str, str | None]]) -> None:
    assert duties(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "- Xây dựng báo cáo tổng kết.", "- Mời báo cáo viên của tỉnh.", "- Nghe báo cáo chuyên đề.", "- Tặng quà trước ngày 15/6/2025.", "- Phát tin trên loa.",
    ],
)  # fmt: skip
def test_what_tells_nobody_to_report_is_no_duty(line: str) -> None:
    assert duties(line, title="I. NỘI DUNG") == []


@pytest.mark.parametrize("title", ["I. NỘI DUNG", "I. TỔ CHỨC THỰC HIỆN", "I. MỤC ĐÍCH", "I. KINH PHÍ"])
def test_a_duty_is_found_in_any_section(title: str) -> None:
    assert duties("- Chi hội báo cáo kết quả về Hội LHPN xã trước ngày 20/11/2025.", title=title) == [
        ("once", "2025-11-20")
    ]


def test_a_duty_is_found_in_the_closing() -> None:
    closing = [
        "Trên đây là kế hoạch của Hội LHPN xã Bình An.",
        "Đề nghị các chi hội thực hiện và báo cáo kết quả về Hội LHPN xã trước ngày 20/11/2025.",
    ]
    assert [
        (d["cycle"], d["due"]) for d in read("I. NỘI DUNG", "- Phát tin.", closing=closing)["reporting"]
    ] == [("once", "2025-11-20")]


@pytest.mark.parametrize(
    ("line", "to", "via"),
    [
        ("- Báo cáo kết quả về Hội LHPN tỉnh trước ngày 20/11/2025.", "Hội LHPN tỉnh", None),
        (
            "- Báo cáo kết quả về UBND huyện (qua Hội LHPN huyện) trước ngày 20/11/2025.",
            "UBND huyện",
            "Hội LHPN huyện",
        ),
        (
            "- Hằng tháng báo cáo Hội LHPN tỉnh qua Ban Gia đình Xã hội.",
            "Hội LHPN tỉnh",
            "Ban Gia đình Xã hội",
        ),
        ("- Báo cáo Hội LHPN Việt Nam 6 tháng (trước ngày 05/6).", "Hội LHPN Việt Nam", None),
        ("- Hằng quý báo cáo UBND huyện, Hội LHPN tỉnh.", "UBND huyện, Hội LHPN tỉnh", None),
        (
            "- Hằng quý báo cáo UBND xã, Sở Văn hóa, Thể thao và Du lịch, Hội LHPN xã tổng hợp.",
            "UBND xã, Sở Văn hóa, Thể thao và Du lịch",
            None,
        ),
        ("- Hằng tháng gửi báo cáo về UBND xã, phường.", "UBND xã, phường", None),
        ("- Hằng tháng báo cáo Giám đốc Phòng giao dịch.", "Giám đốc Phòng giao dịch", None),
        ("- Báo cáo Thủ trưởng Phòng vào ngày 28 hằng tháng.", "Thủ trưởng Phòng", None),
        ("- Báo cáo kịp thời.", None, None),
    ],
)
def test_receiver_and_way_are_told_apart(line: str, to: str | None, via: str | None) -> None:
    [duty] = read("I. CHẾ ĐỘ BÁO CÁO", line)["reporting"]
    assert (duty["to"], duty["via"]) == (to, via)


def test_whom_one_clause_reports_to_the_next_reports_to_as_well() -> None:
    found = read(
        "I. CHẾ ĐỘ BÁO CÁO", "- Báo cáo Hội LHPN xã vào ngày 20 hằng tháng; báo cáo năm trước 15/11."
    )
    assert [(d["cycle"], d["to"]) for d in found["reporting"]] == [
        ("monthly", "Hội LHPN xã"),
        ("annual", "Hội LHPN xã"),
    ]


def test_the_unit_of_the_heading_reports() -> None:
    found: list[dict[str, Any]] = read(
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Chi hội các thôn",
        "- Báo cáo kết quả về Hội LHPN xã trước ngày 20/11/2025.",
    )["reporting"]
    assert [d["from"] for d in found] == ["Chi hội các thôn"]


@pytest.mark.parametrize(
    ("line", "sender"),
    [
        ("- Trưởng các thôn có trách nhiệm nắm tình hình, báo cáo UBND xã.", "Trưởng các thôn"),
        ("- Giao Hội LHPN xã là cơ quan thường trực; hằng quý báo cáo UBND xã.", "Hội LHPN xã"),
        ("- Giao Hội LHPN xã theo dõi. Hằng quý báo cáo UBND xã.", None),
    ],
)
def test_the_subject_of_the_sentence_reports(line: str, sender: str | None) -> None:
    [duty] = read("I. CHẾ ĐỘ BÁO CÁO", line)["reporting"]
    assert duty["from"] == sender
