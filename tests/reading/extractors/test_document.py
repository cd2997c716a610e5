"""The paper itself: number, day, issuer, title, programme, period, signature, recipients."""

from typing import Any

import pytest

from donghanh.reading import read_document
from reading.building import OPENING, TAIL, blocks, read, table


def document(*body: str, **parts: Any) -> dict[str, Any]:
    return dict(read(*(body or ("I. NỘI DUNG", "- Phát tin.")), **parts)["document"])


def test_a_whole_header_is_read() -> None:
    found = document()
    assert (found["kind"], found["number"], found["issued_on"]) == ("ke_hoach", "05/KH-BTV", "2025-01-10")
    assert found["issuer"] == "Ban Thường vụ Hội LHPN xã Bình An"
    assert found["title"] == "Chăm lo trẻ em mồ côi năm 2025"
    assert found["period"] == {"from": "2025-01-01", "to": "2025-12-31"}


@pytest.mark.parametrize("number", ["Số:    /KH-BTV", "Số: ....../KH-BTV", "Số: …/KH-BTV", None])
def test_a_blank_or_missing_number_is_unknown(number: str | None) -> None:
    assert document(number=number)["number"] is None


@pytest.mark.parametrize("number", ["02/KH- BTV", "02/KH-BTV", "02 /KH-BTV"])
def test_a_number_stays_as_written(number: str) -> None:
    assert document(number=f"Số: {number}")["number"] == number


@pytest.mark.parametrize(
    ("day", "issued"),
    [
        ("Bình An, ngày 10 tháng 01 năm 2025", "2025-01-10"),
        ("Bình An, ngày 5 tháng 6 năm 2025", "2025-06-05"),
        ("Bình An, ngày    tháng 01 năm 2025", None),
        ("Bình An, ngày … tháng … năm 2025", None),
        ("Bình An, ngày   /3/2025", None),
        (None, None),
    ],
)
def test_the_day_is_known_only_where_all_of_it_stands_there(day: str | None, issued: str | None) -> None:
    assert document(day=day)["issued_on"] == issued


@pytest.mark.parametrize(
    ("title", "programme"),
    [
        ("Thực hiện Đề án 5 “Bếp ấm” năm 2025", "Đề án 5 Bếp ấm"),
        ("Thực hiện Chương trình “Mẹ đỡ đầu” năm 2025", "Chương trình Mẹ đỡ đầu"),
        ("Triển khai Dự án 8 năm 2025", "Dự án 8"),
        ("Triển khai Dự án 8 thuộc Chương trình mục tiêu quốc gia năm 2025", "Dự án 8"),
        (
            "Triển khai Đề án hỗ trợ phụ nữ khởi nghiệp giai đoạn 2021-2025 trên địa bàn xã",
            "Đề án hỗ trợ phụ nữ khởi nghiệp",
        ),
        ("Chăm lo trẻ em mồ côi năm 2025", None),
    ],
)
def test_the_programme_stands_without_quotes_and_year(title: str, programme: str | None) -> None:
    assert document(title=title)["programme"] == programme


@pytest.mark.parametrize(
    ("body", "title", "start", "end"),
    [
        (("I. NỘI DUNG", "- Phát tin."), "Tuyên truyền năm 2025", "2025-01-01", "2025-12-31"),
        (("I. NỘI DUNG", "- Phát tin."), "Tuyên truyền giai đoạn 2025-2027", "2025-01-01", "2027-12-31"),
        (("I. NỘI DUNG", "- Phát tin."), "Tuyên truyền 6 tháng đầu năm 2025", "2025-01-01", "2025-06-30"),
        (("I. NỘI DUNG", "- Phát tin."), "Tuyên truyền quý II năm 2025", "2025-04-01", "2025-06-30"),
        (("I. NỘI DUNG", "- Phát tin."), "Tuyên truyền", None, None),
        (("I. THỜI GIAN THỰC HIỆN", "- Từ tháng 3 đến tháng 10 năm 2025."), "Tuyên truyền năm 2025", "2025-03-01", "2025-10-31"),
        (("I. THỜI GIAN", "- Từ ngày 15/11 đến ngày 15/12/2025."), "Tuyên truyền năm 2025", "2025-11-15", "2025-12-15"),
        (("I. MỤC ĐÍCH", "- Thực hiện Chương trình giai đoạn 2021-2030."), "Tuyên truyền năm 2025", "2025-01-01", "2025-12-31"),
    ],
)  # fmt: skip
def test_the_period_is_the_plan_s_own(
    body: tuple[str, ...], title: str, start: str | None, end: str | None
) -> None:
    assert document(*body, title=title)["period"] == {"from": start, "to": end}


def test_the_period_may_stand_in_the_sentence_that_opens_the_plan() -> None:
    opening = [OPENING, "Kế hoạch này được thực hiện từ ngày 01/02/2025 đến ngày 31/01/2026."]
    found = document("I. NỘI DUNG", "- Phát tin.", title="Tuyên truyền năm 2025", opening=opening)
    assert found["period"] == {"from": "2025-02-01", "to": "2026-01-31"}


def test_recipients_come_a_line_each_without_dash_and_mark() -> None:
    tail = ["Nơi nhận:", "- Hội LHPN tỉnh; Đảng ủy xã;", "+ UBND xã (để báo cáo);", "- Lưu: VT.", *TAIL[4:]]
    assert document(tail=tail)["recipients"] == [
        "Hội LHPN tỉnh; Đảng ủy xã",
        "UBND xã (để báo cáo)",
        "Lưu: VT",
    ]


@pytest.mark.parametrize(
    ("lines", "capacity", "position", "name"),
    [
        (["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nguyễn Thị Lan"], "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nguyễn Thị Lan"),
        (["TM. BAN CHẤP HÀNH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình"], "TM. BAN CHẤP HÀNH / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình"),
        (["T/M BAN CHẤP HÀNH", "CHỦ TỊCH", "Phạm Văn Đoan"], "T/M BAN CHẤP HÀNH", "CHỦ TỊCH", "Phạm Văn Đoan"),
        (["CHỦ TỊCH", "(Đã ký)", "Nguyễn Thị Lan"], None, "CHỦ TỊCH", "Nguyễn Thị Lan"),
        (["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"], "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", None),
        ([], None, None, None),
    ],
)  # fmt: skip
def test_the_signature_has_capacity_position_and_name(
    lines: list[str], capacity: str | None, position: str | None, name: str | None
) -> None:
    assert document(tail=[*TAIL[:4], *lines])["signatory"] == {
        "capacity": capacity,
        "position": position,
        "name": name,
    }


def test_a_letterhead_in_columns_reads_as_one_in_lines() -> None:
    head = table(
        ["HỘI LHPN XÃ BÌNH AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Số: 05/KH-BTV", "Bình An, ngày 10 tháng 01 năm 2025"],
        borderless=True,
    )
    foot = table(
        ["Nơi nhận:\n".strip(), "TM. BAN THƯỜNG VỤ"],
        ["- Lưu: VT.", "CHỦ TỊCH"],
        ["", "Nguyễn Thị Lan"],
        borderless=True,
    )
    made = blocks(
        head,
        "KẾ HOẠCH",
        "Tuyên truyền năm 2025",
        "Hội LHPN xã Bình An xây dựng kế hoạch như sau:",
        "I. NỘI DUNG",
        "- Phát tin.",
        foot,
    )
    found = read_document(made).plan["document"]
    assert (found["number"], found["issued_on"]) == ("05/KH-BTV", "2025-01-10")
    assert found["recipients"] == ["Lưu: VT"]
    assert found["signatory"] == {
        "capacity": "TM. BAN THƯỜNG VỤ",
        "position": "CHỦ TỊCH",
        "name": "Nguyễn Thị Lan",
    }


def test_an_annex_names_the_document_that_it_was_issued_with() -> None:
    made = blocks(
        "PHỤ LỤC",
        "Danh mục việc làm năm 2025",
        "(Ban hành kèm theo Kế hoạch số 61/KH-HNDT ngày 05/02/2025 của Hội Nông dân tỉnh Hà Giang)",
        "I. NỘI DUNG",
        "- Phát tin.",
    )
    found = read_document(made).plan["document"]
    assert (found["kind"], found["number"], found["issued_on"]) == ("phu_luc", None, None)
    assert found["annex_of"] == {
        "number": "61/KH-HNDT",
        "issued_on": "2025-02-05",
        "issuer": "Hội Nông dân tỉnh Hà Giang",
    }
    assert found["issuer"] == "Hội Nông dân tỉnh Hà Giang"


def test_an_official_letter_keeps_its_subject_with_v_v() -> None:
    made = blocks(
        "HỘI LHPN XÃ BÌNH AN",
        "Số: 12/CV-BTV",
        "V/v tuyên truyền tháng hành động vì trẻ em",
        "Kính gửi: Chi hội các thôn",
        "1. Nội dung",
        "- Phát tin.",
        *TAIL,
    )
    found = read_document(made).plan["document"]
    assert (found["kind"], found["title"]) == ("cong_van", "V/v tuyên truyền tháng hành động vì trẻ em")


def test_an_office_whose_name_ends_like_a_place_gets_the_place_of_the_letterhead() -> None:
    found = read_document(
        blocks(
            "UBND XÃ EA SÚP", "PHÒNG VĂN HÓA - XÃ HỘI", "Số: 64/KH-PVHXH", "Ea Súp, ngày 16 tháng 3 năm 2025",
            "KẾ HOẠCH", "Chăm lo trẻ em năm 2025", "Phòng Văn hóa - Xã hội xây dựng Kế hoạch như sau:",
            "I. NỘI DUNG", "- Phát tin.", *TAIL,
        )
    )  # fmt: skip
    assert found.plan["document"]["issuer"] == "Phòng Văn hóa - Xã hội xã Ea Súp"


def test_a_body_named_by_its_level_gets_the_place_of_the_letterhead() -> None:
    found = read_document(
        blocks(
            "ỦY BAN MTTQ VIỆT NAM", "PHƯỜNG NÔNG TIẾN", "Số: 14/TB-MTTQ", "Nông Tiến, ngày 04 tháng 02 năm 2025",
            "THÔNG BÁO", "Kết luận tại Hội nghị giao ban", "Ủy ban MTTQ Việt Nam phường thông báo kết quả như sau:",
            "I. NỘI DUNG", "- Phát tin.", *TAIL,
        )
    )  # fmt: skip
    assert found.plan["document"]["issuer"] == "Ủy ban MTTQ Việt Nam phường Nông Tiến"
