"""Facts from small papers: targets, activities, sums, quotas, responsibilities and citations."""

from typing import Any

import pytest

from reading.building import read, table, wide


def targets(*items: str) -> list[tuple[Any, ...]]:
    found = read("I. CHỈ TIÊU", *items)["targets"]
    return [(t["quantity"], t["unit"], t["comparator"], t["per"]) for t in found]


@pytest.mark.parametrize(
    ("item", "target"),
    [
        ("- Ít nhất 04 cuộc đối thoại chính sách.", (4, "cuộc đối thoại", ">=", None)),
        ("- Trên 90% tin báo được xử lý.", (90, "%", ">", None)),
        ("- Mỗi chi đoàn giúp 01 hộ thoát nghèo.", (1, "hộ", "=", "Mỗi chi đoàn")),
        ("- Mỗi Hội LHPN xã, phường giúp 01 hộ.", (1, "hộ", "=", "Mỗi Hội LHPN xã, phường")),
        ("- Mỗi hội viên tiết kiệm 02 kg gạo.", (2, "kg", "=", "Mỗi hội viên")),
        ("- Hỗ trợ 20 hộ nghèo vùng sâu.", (20, "hộ", "=", None)),
        ("- Không quá 2% nợ quá hạn.", (2, "%", "<=", None)),
        ("- Giảm tỷ lệ hộ nghèo từ 12,5% xuống còn 10,2%.", (10.2, "%", "=", None)),
        ("- Nâng từ 5 lên trên 8 tổ.", (8, "tổ", ">", None)),
        ("- Duy trì 05 và thành lập mới 02 tổ tiết kiệm.", (5, "tổ", "=", None)),
        ("- Hoàn thành vượt chỉ tiêu được giao.", (None, None, ">", None)),
        ("- Xây ít nhất 05 “Mái ấm tình thương”.", (5, "Mái ấm tình thương", ">=", None)),
        ("- Xây dựng 19 tổ tư vấn, mỗi xã, thị trấn 01 tổ.", (19, "tổ", "=", None)),
        ("- Mỗi năm xây mới 02 nhà.", (2, "nhà", "=", None)),
        ("- Trồng mới 1.200m đường hoa.", (1200, "m", "=", None)),
        ("- Nâng cao nhận thức của hội viên.", (None, None, "=", None)),
    ],
)
def test_a_target_has_its_count(item: str, target: tuple[Any, ...]) -> None:
    assert targets(item) == [target]


def test_only_the_lowest_items_are_targets() -> None:
    found = read(
        "I. CHỈ TIÊU",
        "1. Về kinh tế",
        "- Giúp 12 hộ thoát nghèo:",
        "+ 5 hộ trong quý I.",
        "+ 7 hộ trong quý II.",
        "2. Về xã hội",
        "- Mở 3 lớp tập huấn.",
    )
    assert [(t["quantity"], t["section"]) for t in found["targets"]] == [(5, "I/1"), (7, "I/1"), (3, "I/2")]


@pytest.mark.parametrize(
    ("line", "count"),
    [("- Chọn ít nhất 5 thôn.", 1), ("- Địa bàn: 4 xã của 2 huyện.", 0), ("- Hội viên phụ nữ nghèo.", 0), ("- Giúp đỡ ít nhất 70 chi hội.", 1)],
)  # fmt: skip
def test_scope_holds_a_target_only_where_it_commits(line: str, count: int) -> None:
    assert len(read("I. ĐỐI TƯỢNG, ĐỊA BÀN", line)["targets"]) == count


def test_a_table_of_targets_has_figures_and_units_in_columns() -> None:
    found = read(
        "I. CHỈ TIÊU",
        table(
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Số lượng"],
            ["1", "Hộ được giúp thoát nghèo", "hộ", "12"],
            ["2", "Lớp tập huấn", "lớp", "3"],
        ),
    )
    assert [(t["text"], t["quantity"], t["unit"]) for t in found["targets"]] == [
        ("Hộ được giúp thoát nghèo", 12, "hộ"),
        ("Lớp tập huấn", 3, "lớp"),
    ]


def activities(*body: Any) -> list[str]:
    return [a["text"] for a in read("I. NỘI DUNG", *body)["activities"]]


def test_lowest_items_are_activities() -> None:
    assert activities("1. Tuyên truyền", "- Phát tin.", "- Đăng bài.", "2. Hỗ trợ", "a) Tặng quà.", "b) Mở lớp.") == [
        "Phát tin.", "Đăng bài.", "Tặng quà.", "Mở lớp.",
    ]  # fmt: skip


def test_an_item_that_leads_in_is_no_activity_whatever_the_marks() -> None:
    assert activities("- Tập trung các việc sau:", "- Phát tin.", "- Đăng bài.") == ["Phát tin.", "Đăng bài."]
    assert activities("- Tập trung các việc sau:", "+ Phát tin.", "+ Đăng bài.") == ["Phát tin.", "Đăng bài."]


def test_a_paragraph_counts_only_where_there_are_no_items() -> None:
    assert activities("Tổ chức hội thi nấu ăn.") == ["Tổ chức hội thi nấu ăn."]
    assert activities("Các cấp Hội cần làm tốt việc này.", "- Phát tin.", "Trong đó ưu tiên vùng sâu.") == [
        "Phát tin."
    ]


def test_a_run_in_body_is_an_activity() -> None:
    assert activities("1. Tuyên truyền: Phát tin trên loa của thôn.", "2. Hỗ trợ: Tặng quà cho trẻ em mồ côi.") == [
        "Phát tin trên loa của thôn.", "Tặng quà cho trẻ em mồ côi.",
    ]  # fmt: skip


def test_a_time_line_above_items_is_their_period_and_no_activity() -> None:
    found = read(
        "I. NỘI DUNG",
        "1. Tuyên truyền",
        "- Thời gian: Tháng 3/2025",
        "- Phát tin.",
        "- Đăng bài trong tháng 5/2025.",
    )["activities"]
    assert [(a["text"], a["period"]["from"]) for a in found] == [
        ("Phát tin.", "2025-03-01"),
        ("Đăng bài trong tháng 5/2025.", "2025-05-01"),
    ]


@pytest.mark.parametrize(
    ("item", "lead", "partners"),
    [
        ("- Hội Nông dân xã chủ trì mở lớp.", ["Hội Nông dân xã"], []),
        ("- Mở lớp, phối hợp với Trạm Y tế xã tổ chức khám bệnh.", None, ["Trạm Y tế xã"]),
        ("- Phòng Y tế chủ trì, phối hợp với Công an xã tổ chức kiểm tra.", ["Phòng Y tế"], ["Công an xã"]),
        ("- Hướng dẫn chi hội các thôn sinh hoạt.", None, []),
        ("- Phát tin trên loa.", None, []),
    ],
)
def test_lead_and_partners_are_read_from_the_item(
    item: str, lead: list[str] | None, partners: list[str]
) -> None:
    [found] = read("I. NỘI DUNG", item)["activities"]
    assert (found["lead"], found["partners"]) == (lead, partners)


def test_lead_partners_time_and_note_stand_in_columns() -> None:
    found = read(
        "I. NỘI DUNG",
        table(["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Ghi chú"],
              ["1", "Phát tin", "Hội LHPN xã; Đoàn xã", "Trạm Y tế xã", "Quý I/2025", "Loa thôn"], ["2", "Đăng bài", "", "", "", ""], ["3", "Mở lớp", "Đoàn xã", "", "", ""]),
    )["activities"]  # fmt: skip
    first, second, _ = found
    assert (first["label"], first["lead"], first["partners"], first["note"]) == (
        "1",
        ["Hội LHPN xã", "Đoàn xã"],
        ["Trạm Y tế xã"],
        "Loa thôn",
    )
    assert (first["period"]["text"], first["period"]["to"]) == ("Quý I/2025", "2025-03-31")
    assert (second["lead"], second["period"], second["note"]) == (None, None, None)


def amounts(*body: Any) -> list[tuple[Any, ...]]:
    return [(a["value"], a["kind"], a["per"], a["quantity"]) for a in read("I. KINH PHÍ", *body)["amounts"]]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("- Tổng kinh phí: 50.000.000 đồng.", [(50_000_000, "total", None, None)]),
        ("- Tặng quà trị giá 5 triệu đồng.", [(5_000_000, "total", None, None)]),
        ("- Tặng 10 suất quà, 500.000đ/suất.", [(500_000, "rate", "suất", 10)]),
        ("- Đỡ đầu 5 cháu, 500.000đ/ tháng/cháu.", [(500_000, "rate", "tháng/cháu", 5)]),
        ("- Hỗ trợ 15 triệu/1 địa chỉ.", [(15_000_000, "rate", "1 địa chỉ", None)]),
        ("- Hỗ trợ tối đa 100 triệu đồng/1 mô hình.", [(100_000_000, "cap", "1 mô hình", None)]),
        ("- Hỗ trợ không quá 30.000.000 đồng.", [(30_000_000, "cap", None, None)]),
        ("- Tiền ăn: 40.000đ/người/buổi (tối đa 2 buổi).", [(40_000, "rate", "người/buổi", None)]),
        ("- Hỗ trợ 2.500,000đ/hộ.", [(2_500_000, "rate", "hộ", None)]),
        ("- Mua dụng cụ, thành tiền 40.000.000,đ.", [(40_000_000, "total", None, None)]),
        ("- Phương tiện: 15 triệu đồng/suất, tổng số 20 suất.", [(15_000_000, "rate", "suất", 20)]),
        ("- Ngày hội: 2.000.000đ/gian hàng (30 gian hàng).", [(2_000_000, "rate", "gian hàng", 30)]),
        ("- Hỗ trợ từ 3 đến 5 triệu đồng/hộ.", [(5_000_000, "rate", "hộ", None)]),
        ("- Ngân sách cấp 320.000.000 đồng cho 40 mô hình.", [(320_000_000, "total", None, 40)]),
        ("- Mỗi cán bộ, hội viên tiết kiệm 5.000 đồng.", [(5_000, "rate", "cán bộ, hội viên", None)]),
        (
            "- Trao 460 suất quà, mỗi suất trị giá 500.000đ (gồm tiền mặt và túi hàng), tổng trị giá 230.000.000đ.",
            [(500_000, "rate", "suất", 460), (230_000_000, "total", None, 460)],
        ),
        (
            "- Hỗ trợ 04 “Mái ấm tình thương”, mức 40 triệu đồng/nhà.",
            [(40_000_000, "rate", "nhà", 4)],
        ),
        ("- Hỗ trợ 50.00.000 đồng.", [(None, "total", None, None)]),
        (
            "- Liên đoàn hỗ trợ mỗi LĐLĐ huyện, thị xã, thành phố 4 triệu đồng.",
            [(4_000_000, "rate", "LĐLĐ huyện, thị xã, thành phố", None)],
        ),
        ("- Mở lớp cho 20 đồng chí.", []),
    ],
)
def test_a_sum_is_a_total_a_rate_or_a_cap(item: str, found: list[tuple[Any, ...]]) -> None:
    assert amounts(item) == found


def test_a_parent_sum_and_its_parts_are_all_listed() -> None:
    assert [
        a[0]
        for a in amounts(
            "Tổng: 40.000.000 đồng, trong đó:", "- Quà: 30.000.000 đồng.", "- Lớp: 10.000.000 đồng."
        )
    ] == [40e6, 30e6, 10e6]


def test_every_filled_money_cell_is_a_sum_and_unit_prices_are_rates() -> None:
    found = amounts(
        table(
            ["TT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"],
            ["1", "Quà", "10", "500.000", "5.000.000"],
            ["2", "Lớp", "", "", "3.000.000"],
            ["", "Tổng cộng", "", "", "8.000.000"],
        )
    )
    assert [f[:2] for f in found] == [
        (500_000, "rate"),
        (5_000_000, "total"),
        (3_000_000, "total"),
        (8_000_000, "total"),
    ]
    assert found[0][3] == 10


@pytest.mark.parametrize(("unit", "factor"), [("triệu đồng", 10**6), ("nghìn đồng", 1000), ("đồng", 1)])
def test_figures_of_a_table_are_in_the_unit_that_stands_above_it(unit: str, factor: int) -> None:
    found = amounts(
        f"Đơn vị tính: {unit}",
        table(["TT", "Nội dung", "Thành tiền"], ["1", "Quà", "50"], ["2", "Lớp", "30"]),
    )
    assert [f[0] for f in found] == [50 * factor, 30 * factor]


def test_a_quota_table_says_which_unit_takes_how_many() -> None:
    plan = read(
        "I. CHỈ TIÊU", "- Phân bổ 25 mô hình theo bảng.",
        table(["TT", "Đơn vị", "Số mô hình", "Ghi chú"], ["1", "Xã Bình An", "10", "điểm"], ["2", "Xã Bình Hòa", "15", ""], ["", "Tổng cộng", "25", ""]),
    )  # fmt: skip
    assert [(a["unit"], a["quantity"], a["of"], a["note"]) for a in plan["allocations"]] == [
        ("Xã Bình An", 10, "Số mô hình", "điểm"), ("Xã Bình Hòa", 15, "Số mô hình", None),
    ]  # fmt: skip
    assert [t["text"] for t in plan["targets"]] == ["Phân bổ 25 mô hình theo bảng."]


def test_counts_in_brackets_of_prose_are_no_quota() -> None:
    assert read("I. CHỈ TIÊU", "- Các xã: Bình An (10), Bình Hòa (15).")["allocations"] == []


def test_the_parts_of_a_head_in_two_rows_are_quotas_each() -> None:
    found = read(
        "I. CHỈ TIÊU",
        table(
            [wide("TT", 1, rows=2), wide("Đơn vị", 1, rows=2), wide("Số lượng", 2)],
            [None, None, "Tổ", "Hội viên"],
            ["1", "Xã Bình An", "2", "30"],
            ["2", "Xã Bình Hòa", "3", "45"],
        ),
    )["allocations"]
    assert [(a["unit"], a["quantity"]) for a in found] == [
        ("Xã Bình An", 2),
        ("Xã Bình An", 30),
        ("Xã Bình Hòa", 3),
        ("Xã Bình Hòa", 45),
    ]


def test_each_numbered_unit_heading_is_responsible_for_its_duties() -> None:
    found = read(
        "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Y tế, Công an xã", "- Khám bệnh.", "- Giữ trật tự.", "2. Đề nghị UBND các xã", "- Giao Hội LHPN xã theo dõi.",
        "3. Hội LHPN huyện/xã: Báo cáo kết quả.", "4. Kinh phí", "- Xã hội hóa.",
    )["responsibilities"]  # fmt: skip
    assert [(r["units"], r["request"], r["duties"], r["section"]) for r in found] == [
        (["Phòng Y tế", "Công an xã"], False, ["Khám bệnh.", "Giữ trật tự."], "I/1"),
        (["UBND các xã"], True, ["Giao Hội LHPN xã theo dõi."], "I/2"),
        (["Hội LHPN huyện", "Hội LHPN xã"], False, ["Báo cáo kết quả."], "I/3"),
    ]


def bases(line: str) -> list[tuple[Any, ...]]:
    found = read(
        "I. NỘI DUNG", "- Phát tin.", opening=[line, "Hội LHPN xã Bình An xây dựng kế hoạch như sau:"]
    )["legal_bases"]
    return [(b["kind"], b["number"], b["issued_on"], b["issuer"]) for b in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Căn cứ Kế hoạch số 15/KH-HND ngày 03/4/2024 của Hội Nông dân tỉnh Hà Giang;",
            [("Kế hoạch", "15/KH-HND", "2024-04-03", "Hội Nông dân tỉnh Hà Giang")],
        ),
        (
            "Thực hiện Quyết định số 1719/QĐ-TTg ngày 14 tháng 10 năm 2021 của Thủ tướng Chính phủ về việc phê duyệt;",
            [("Quyết định", "1719/QĐ-TTg", "2021-10-14", "Thủ tướng Chính phủ")],
        ),
        ("Căn cứ Chỉ thị 05-CT/TW của Bộ Chính trị;", [("Chỉ thị", "05-CT/TW", None, "Bộ Chính trị")]),
        ("Căn cứ Luật số 91/2025/QH15;", [("Luật", "91/2025/QH15", None, None)]),
        (
            "Theo đề nghị của Trưởng phòng Tài chính - Kế hoạch tại Tờ trình số 18/TTr-TCKH;",
            [("Tờ trình", "18/TTr-TCKH", None, "Trưởng phòng Tài chính - Kế hoạch")],
        ),
        (
            "Hướng dẫn chi theo Thông tư số 23/2023/TT-BTC của Bộ Tài chính và Báo cáo số 44/BC-UBND;",
            [("Thông tư", "23/2023/TT-BTC", None, "Bộ Tài chính"), ("Báo cáo", "44/BC-UBND", None, None)],
        ),
        (
            "Theo Hướng dẫn số 04/HD-ĐCT ngày 28/7/2024 và Hướng dẫn số 15/HD-ĐCT của Đoàn Chủ tịch;",
            [
                ("Hướng dẫn", "04/HD-ĐCT", "2024-07-28", "Đoàn Chủ tịch"),
                ("Hướng dẫn", "15/HD-ĐCT", None, "Đoàn Chủ tịch"),
            ],
        ),
        (
            "Căn cứ Luật Phòng, chống bạo lực gia đình số 13/2022/QH15;",
            [("Luật", "13/2022/QH15", None, None)],
        ),
        (
            "Căn cứ Quyết định phê duyệt Đề án số 938/QĐ-TTg;",
            [("Quyết định", "938/QĐ-TTg", None, None)],
        ),
        (
            "Thực hiện các Kế hoạch số 21/KH-UBND ngày 15/01/2025, số 34/KH-UBND của UBND xã Bình An;",
            [
                ("Kế hoạch", "21/KH-UBND", "2025-01-15", "UBND xã Bình An"),
                ("Kế hoạch", "34/KH-UBND", None, "UBND xã Bình An"),
            ],
        ),
        (
            "Thực hiện Chương trình số 5/CTr-HPN giữa Hội LHPN tỉnh và Công an tỉnh, Hội LHPN xã Bình An xây dựng kế hoạch:",
            [("Chương trình", "5/CTr-HPN", None, "Hội LHPN tỉnh và Công an tỉnh")],
        ),
        ("Căn cứ HD 12 và Thông tư 07;", []),
        ("Căn cứ Kế hoạch số   /KH-BTV;", []),
    ],
)
def test_a_citation_keeps_what_it_says(line: str, found: list[tuple[Any, ...]]) -> None:
    assert bases(line) == found


def test_two_documents_followed_by_one_between_share_it() -> None:
    found = bases(
        "Thực hiện Kế hoạch số 967/KHPH-HLHPN-BTLBP ngày 28/12/2020 và Công văn số 2155/HLHPN-BTLBP giữa Hội LHPN Việt Nam và Bộ Tư lệnh Biên phòng về phối hợp;"
    )
    assert [f[3] for f in found] == ["Hội LHPN Việt Nam và Bộ Tư lệnh Biên phòng"] * 2


def test_a_document_cited_twice_is_listed_once() -> None:
    plan = read(
        "I. NỘI DUNG",
        "- Thực hiện Kế hoạch 15/KH-HND ngày 03/4/2024.",
        "- Theo Kế hoạch số 15/KH-HND.",
        "- Xem số 05/KH-BTV.",
    )
    assert [b["number"] for b in plan["legal_bases"]] == ["15/KH-HND"]
