"""Sentences and tables in which nothing is amiss, one table a check: no clerk would ask about them."""

from typing import Any

import pytest

from reading.building import codes, read, table

DAY = {"title": "Tổ chức phong trào thi đua năm 2026", "day": "Bình An, ngày 10 tháng 3 năm 2026"}

BLANKS = [
    "- Điền số / NQ vào mẫu.", "- Thông tin về số /tỷ lệ hội viên.", "- Số điện thoại: 0912345678; Số: 5 người.",
    "- Lấy kết quả ngày/tháng/năm sinh của hội viên.", "- Thống kê theo ngày tháng năm.",
    "- Ghi ngày tháng năm sinh đầy đủ.", "- Họ tên, ngày tháng năm sinh, địa chỉ.", "- Họ tên, ngày ... tháng ... năm sinh.",
    "- Mỗi ngày/hộ; 50.000 đồng/ngày/người.", "- Phụ cấp 2 ngày/đợt.", "- một số/nhiều hội viên; số/SỐ LƯỢNG; số - CT.",
    "- Gửi danh sách trước ngày 30/11./.", "- Báo cáo số liệu số /Đ.", "- Vận động một số/Ủy ban; một số / Hội.", "- số/KH",
]  # fmt: skip

DATES = [
    "- Tỷ lệ đạt từ 8/10 đến 24/24 xã.", "- Phấn đấu đến 15/18 chi hội đạt danh hiệu.", "- Nâng từ 10/18 trước 12/18 lên.",
    "- Trực đường dây nóng 24/7, phấn đấu đến 24/24 giờ.", "- Từ ngày 15-20/6 tổ chức ra quân.",
    "- Từ ngày 25-30 tháng 6 tổ chức.", "- Từ ngày 15 - 20 hằng tháng.", "- Trong các ngày 20-21 tháng 11 năm 2026.",
    "- Sinh hoạt ngày 15 - 16 hằng tháng tại chi hội.", "- Trước ngày 30/2 âm lịch.", "- Lễ vào ngày 30 tháng 2 âm lịch.",
    "- Đến 70-80 hội viên tham gia; đến 12-13 giờ.", "- Thời lượng đến 30/60 phút; trước 15-30 phút.",
    "- Khai giảng lúc 8 giờ, đến 5-15 em mỗi lớp.", "- Trước 30/45 thôn hoàn thành.", "- Đạt chuẩn từ ngày 29/2 hằng năm.",
]  # fmt: skip

PENDING = [
    "- Hội viên chờ văn bản.", "- Không trông chờ vào hướng dẫn của cấp trên mà chủ động thực hiện.",
    "- Không chờ văn bản hướng dẫn mới triển khai.", "- Khắc phục tư tưởng trông chờ, ỷ lại vào chính sách hỗ trợ của Nhà nước.",
    "- Chống tư tưởng trông chờ chính sách.", "- Thực hiện khi có hướng dẫn của bác sĩ.",
    "- Chi khi có quyết định phê duyệt của Chủ tịch.", "- Triển khai sau khi có văn bản chấp thuận của UBND xã.",
    "- Thực hiện khi được hướng dẫn.", "- Nhiều hội viên chưa có hướng dẫn về kỹ năng số.",
    "- Phòng chờ văn bản được bố trí tại trụ sở.", "- Trong thời gian chờ phê duyệt hồ sơ vay vốn, hội viên được tư vấn.",
    "- Hiện tỉnh chưa có nghị quyết riêng về bình đẳng giới nên cần tuyên truyền.",
    "- Trẻ em chưa có quyết định công nhận hộ nghèo.", "- Giúp người dân xếp hàng chờ giải quyết theo quy định.",
    "- Nơi chưa có văn bản hướng dẫn thì thực hiện theo mức cũ.", "- Hỗ trợ hội viên đợi nhận quyết định.", "- Thực hiện sau khi được UBND xã ban hành văn bản đồng ý.",
]  # fmt: skip

PAST = [
    "- Hộ nghèo theo chuẩn rà soát vào ngày 31/12/2025 được hỗ trợ.",
    "- Rà soát hội viên có tên trong danh sách vào thời điểm 31/12/2025.", "- Đối tượng: trẻ sinh từ ngày 01/01/2020 đến nay.",
    "- Trẻ sinh trước ngày 01/01/2018 được vào lớp 1.", "- Trẻ sinh trước ngày 01/01/2026 được tặng quà.",
    "- Hội viên tham gia tổ chức Hội từ ngày 20/10/2010.", "- Tìm đường cứu nước (trong ngày 05/6/1911).",
    "- Tập trung tuyên truyền các sự kiện diễn ra vào ngày 30/4/1975.", "- Duy trì mô hình từ ngày 01/01/2026 đến hết năm.",
    "- Các khoản vay phát sinh trước ngày 01/7/2025 được cơ cấu lại.", "- Áp dụng với văn bản phát hành trước ngày 01/3/2026.",
    "- Tiếp tục thực hiện nhiệm vụ chưa hoàn thành trước 31/12/2025.",
    "- Chế độ chính sách theo Nghị định có hiệu lực từ 01/01/2026.", "- Nhập số liệu phát sinh từ ngày 01/01/2026.",
    "- Phát huy kết quả đợt ra quân tháng 01/2026, tiếp tục làm sạch đường làng.",
    "- Nhân rộng mô hình đã ra mắt tháng 10 năm 2025.", "- Tuyên truyền kết quả bầu cử trong tháng 02/2026.",
    "- Tiếp tục thi đua quý I/2026.",
    "- Tổ chức lễ vào ngày 30 tháng 2 âm lịch.",
]  # fmt: skip


@pytest.mark.parametrize("line", BLANKS)
def test_nothing_is_left_blank(line: str) -> None:
    assert not {"blank_number", "blank_date"} & set(codes("I. NỘI DUNG", line))


@pytest.mark.parametrize("line", DATES)
def test_no_date_is_impossible(line: str) -> None:
    assert "ambiguous_deadline" not in codes("I. NỘI DUNG", line)


@pytest.mark.parametrize("line", PENDING)
def test_nothing_waits_for_a_rule(line: str) -> None:
    assert "pending_basis" not in codes("I. NỘI DUNG", line)


@pytest.mark.parametrize(
    "line",
    [
        "- Mức hỗ trợ: Chờ tỉnh sửa đổi theo Thông tư 03 - 09.", "- Mức chi (Chờ HD 04 thay đổi).", "- Mức chi chờ hướng dẫn mới.",
        "- Nội dung này chưa có hướng dẫn của Trung ương.", "- Thực hiện khi có hướng dẫn của Bộ Tài chính.",
        "- Tiêu chí (chờ Bộ Xây dựng ban hành tiêu chí nhà ở).",
        "- Mức chi thực hiện sau khi Sở Y tế có văn bản hướng dẫn.",
        "- Việc này thực hiện sau khi tỉnh ban hành định mức kinh tế.",
        "- Hiện chưa có thông tư hướng dẫn mức chi.",
    ],
)  # fmt: skip
def test_a_rule_is_waited_for(line: str) -> None:
    assert codes("I. NỘI DUNG", line) == ["pending_basis"]


@pytest.mark.parametrize("line", PAST)
def test_no_deadline_has_passed(line: str) -> None:
    assert "past_deadline" not in codes("I. NỘI DUNG", line, **DAY)


@pytest.mark.parametrize(
    "line",
    ["- Gửi danh sách hộ đăng ký trước ngày 05/3/2026.", "- Gửi danh sách học sinh trước ngày 05/3/2026."],
)
def test_a_list_was_due_before_the_paper(line: str) -> None:
    assert codes("I. NỘI DUNG", line, **DAY) == ["past_deadline"]


WORK = ["TT", "Nội dung", "Đơn vị thực hiện"]
LEADS: dict[str, list[list[str]]] = {
    "bullets in the content": [["1", "Mở lớp", "Hội LHPN xã"], ["", "- Lớp tại thôn A", ""], ["", "- Lớp tại thôn B", ""], ["2", "Ra quân", "Hội LHPN xã"]],
    "bullets in the first column": [["1", "Mở lớp", "Hội LHPN xã"], ["-", "Lớp tại thôn A", ""], ["2", "Ra quân", "Hội LHPN xã"]],
    "deeper numbers": [["1", "Mở lớp", "Hội LHPN xã"], ["1.1", "Lớp tại thôn A", ""], ["1.2", "Lớp tại thôn B", ""], ["2", "Ra quân", "Hội LHPN xã"]],
}  # fmt: skip


@pytest.mark.parametrize("rows", LEADS.values(), ids=LEADS)
def test_the_lead_of_a_row_stands_for_its_parts(rows: list[list[str]]) -> None:
    assert "missing_lead" not in codes("I. NỘI DUNG", table(WORK, *rows))


def test_a_part_is_asked_about_where_other_parts_name_who_does_it() -> None:
    rows = [["1", "Mở lớp", "Hội LHPN xã"], ["-", "Thôn A", "Đoàn xã"], ["-", "Thôn B", ""]]
    assert codes("I. NỘI DUNG", table(WORK, *rows)) == ["missing_lead"]


SUCH = ["I. NỘI DUNG", "- Mở lớp."]
PERIODS: dict[str, tuple[str, list[str]]] = {
    "the year of a longer programme": ("Thực hiện Đề án giai đoạn 2026-2030 năm 2026", [*SUCH, "II. THỜI GIAN", "Năm 2026."]),
    "a year and those after it": ("Thực hiện Đề án “Bếp ấm” giai đoạn 2026-2030", [*SUCH, "II. THỜI GIAN THỰC HIỆN", "Năm 2026 và các năm tiếp theo."]),
    "a month's drive over its edge": ("Hưởng ứng Tháng hành động tháng 11 năm 2026", [*SUCH, "II. THỜI GIAN", "Từ ngày 15/11 đến ngày 15/12/2026."]),
    "two classes": ("Tổ chức tập huấn năm 2026", ["I. MỤC ĐÍCH", "1. Nâng cao.", "II. THỜI GIAN, ĐỊA ĐIỂM, ĐỐI TƯỢNG", "1. Lớp thứ nhất", "- Thời gian: ngày 15/4/2026.", "- Địa điểm: Hội trường xã.", "2. Lớp thứ hai", "- Thời gian: ngày 20/5/2026.", "- Địa điểm: Hội trường xã."]),
    "enrolment before the event": ("Tổ chức Hội thi năm 2026", ["I. MỤC ĐÍCH", "1. Vui.", "II. THỜI GIAN, ĐỊA ĐIỂM HỘI THI", "Ngày 20/10/2026 tại xã.", "III. THỜI GIAN ĐĂNG KÝ", "Từ ngày 01/9 đến 30/9/2026."]),
    "a list to send before the event": ("Tổ chức Ngày hội năm 2026", [*SUCH, "II. THỜI GIAN, ĐỊA ĐIỂM", "1. Thời gian: 01 ngày, dự kiến ngày 20/10/2026.", "2. Địa điểm: xã.", "III. TỔ CHỨC THỰC HIỆN", "1. Thời gian: gửi danh sách trước ngày 01/10/2026.", "2. Địa điểm: nộp tại Văn phòng."]),
    "the programme's years in the closing": ("Tuyên truyền năm 2026", [*SUCH, "Trên đây là Kế hoạch triển khai Đề án giai đoạn 2021-2030 trên địa bàn, đề nghị các chi hội thực hiện."]),
    "months within months": ("Tuyên truyền năm 2026", ["I. MỤC ĐÍCH", "1. Kế hoạch được triển khai từ tháng 3 đến tháng 11/2026.", "II. THỜI GIAN", "Từ tháng 3/2026 đến hết tháng 12/2026."]),
}  # fmt: skip


@pytest.mark.parametrize(("title", "body"), PERIODS.values(), ids=PERIODS)
def test_no_time_contradicts_another(title: str, body: list[str]) -> None:
    assert "period_conflict" not in codes(*body, title=title, day="Bình An, ngày 10 tháng 3 năm 2026")


CONFLICTS: dict[str, tuple[str, list[str]]] = {
    "two spans that only overlap": ("Y tế trường học năm học 2025-2026", ["I. MỤC ĐÍCH", "1. Thời gian thực hiện: từ tháng 9/2025 đến tháng 5/2026.", "II. TỔ CHỨC THỰC HIỆN", "- Kế hoạch này được thực hiện từ tháng 10/2025 đến tháng 6/2026."]),
    "years that the title does not name": ("Hoạt động giai đoạn 2021 - 2025", ["I. MỤC ĐÍCH", "1. Thời gian thực hiện: từ tháng 4/2021 đến hết năm 2024."]),
    "the year before": ("Tuyên truyền năm 2025", [*SUCH, "II. THỜI GIAN THỰC HIỆN", "Từ tháng 3 đến tháng 10 năm 2024."]),
}  # fmt: skip


@pytest.mark.parametrize(("title", "body"), CONFLICTS.values(), ids=CONFLICTS)
def test_one_time_contradicts_another(title: str, body: list[str]) -> None:
    assert codes(*body, title=title) == ["period_conflict"]


LABELS: dict[str, list[Any]] = {
    "small Roman": ["1. Các việc:", "i) Mở lớp.", "ii) Ra quân.", "iii) Giám sát.", "iv) Sơ kết.", "v) Tổng kết.", "vi) Khen thưởng."],
    "Roman in brackets": ["1. Các việc:", "(i) Mở lớp.", "(ii) Ra quân.", "(iii) Giám sát.", "(iv) Sơ kết.", "(v) Tổng kết.", "(vi) Khen."],
    "a figure before a dash": ["1. Một.", "5 - Mô hình mới", "2. Hai."],
    "a figure before a dash at the end": ["1. Một.", "2. Hai.", "10 - Mô hình mới được thành lập."],
    "a day at the head of a line": ["1. Một.", "2. Hai.", "20. 11 là ngày nhà giáo."],
    "so many a month": ["1. Một.", "2/ Hai.", "05/ tháng."],
    "two tables under one heading": [table(WORK, ["I", "Nhóm A", ""], ["1", "Mở lớp", "Hội LHPN xã"], ["2", "Ra quân", "Hội LHPN xã"]), "Biểu hai:", table(WORK, ["I", "Nhóm B", ""], ["1", "Thăm hỏi", "Hội LHPN xã"], ["2", "Tặng quà", "Hội LHPN xã"])],
    "numbers that begin anew under a mark": ["1. Chi hội Đông:", "- Mở lớp.", "2. Chi hội Đoài:", "- Ra quân.", "* Khối hai", "1. Chi hội Bắc:", "- Thăm hỏi.", "2. Chi hội Nam:", "- Tặng quà."],
    "dashes as the scheme": ["1 - Mở lớp.", "2 - Ra quân.", "3 - Giám sát."],
}  # fmt: skip


@pytest.mark.parametrize("body", LABELS.values(), ids=LABELS)
def test_numbers_are_in_order(body: list[Any]) -> None:
    assert not {"label_gap", "duplicate_label"} & set(codes("I. NỘI DUNG", *body))


def test_dashes_that_jump() -> None:
    assert codes("I. NỘI DUNG", "1 - Mở lớp.", "2 - Ra quân.", "4 - Giám sát.") == ["label_gap"]


COUNTS: dict[str, list[str]] = {
    "the year before a verb": ["Trong năm đơn vị tổ chức các hoạt động sau:", "1. Mở lớp.", "2. Ra quân.", "3. Giám sát."],
    "the year before a commune": ["1. Trong năm xã Phú Mỹ, Tân Lập mở lớp.", "2. Cuối năm xã An Bình, Phú Mỹ sơ kết.", "3. Đầu năm huyện Mường Tè, Phong Thổ ra quân."],
    "every year": ["1. Hằng năm tổ Hội thực hiện các việc như sau:", "- Mở lớp.", "- Ra quân.", "- Giám sát."],
    "a month before the year": ["1. Ngày 8 tháng 3 năm điểm chính:", "- Mở lớp.", "- Ra quân.", "- Giám sát."],
    "when, where and who": ["1. Tổ chức 02 lớp tập huấn, cụ thể như sau:", "- Thời gian: tháng 4.", "- Địa điểm: xã.", "- Thành phần: 60 người."],
    "shares at the head": ["1. Xây dựng 5 mô hình, cụ thể:", "- 3 mô hình ở thôn A.", "- 2 mô hình ở thôn B."],
    "shares at the end": ["1. Mở 3 lớp gồm:", "- Tại thôn A: 2 lớp.", "- Tại thôn B: 1 lớp."],
    "ways of helping": ["1. Hỗ trợ 10 hộ nghèo, các hình thức cụ thể như sau:", "- Vốn.", "- Giống.", "- Kỹ thuật."],
    "contents in so many communes": ["1. Triển khai tại 5 xã với các nội dung cụ thể sau:", "- Vốn.", "- Giống.", "- Kỹ thuật."],
    "what a commune must have": ["1. Chọn 01 xã làm điểm, cụ thể:", "- Có phong trào mạnh.", "- Có cán bộ nhiệt tình."],
    "a calendar": ["1. Triển khai tại 3 xã theo lịch như sau:", "- Ngày 1/4: xã A, xã B.", "- Ngày 2/4: xã C."],
    "a list that runs into the next heading": ["Thực hiện 02 nội dung chính, cụ thể:", "1. Mở lớp.", "2. Ra quân.", "3. Tổ chức thực hiện."],
    "some of a larger number": ["1. Lựa chọn 3 tiêu chí chính trong 4 tiêu chí sau:", "- Một.", "- Hai.", "- Ba.", "- Bốn."],
    "a second list": ["1. Thực hiện 02 nhiệm vụ sau:", "a) Mở lớp.", "b) Ra quân.", "Ngoài ra:", "a) Giám sát."],
    "places in brackets behind a name": ["1. Địa bàn: 03 xã: Tân Lập, Phú Mỹ (5 thôn), An Bình."],
    "some by name": ["1. Chọn 5 xã trong đó có An Bình, Hòa Lạc làm điểm."],
    "dots and others": ["1. Khảo sát tại 5 xã An Bình, Hòa Lạc, ... và các xã lân cận."],
    "others": ["1. Tổ chức tại 3 xã: An Bình, Hòa Lạc, Phú Mỹ và các đơn vị trực thuộc."],
    "the province behind": ["1. Tổ chức tại 2 xã Thanh Chương, Đô Lương, Nghệ An."],
    "regions": ["1. Hỗ trợ 6 tỉnh Tây Bắc, Tây Nguyên và Tây Nam Bộ.", "2. Hội LHPN 5 tỉnh Tây Nguyên, Quảng Nam phối hợp."],
    "where communes lie": ["1. Kết nghĩa 8 xã miền Tây Nghệ An, Hà Tĩnh.", "2. Có 7 xã ATK Định Hóa, Phú Lương.", "3. Thực hiện tại 3 thôn biên giới Nà Lằm, Pá Khoang."],
    "a time behind": ["1. Mở lớp tại 2 xã An Bình và Hòa Lạc, Quý I/2026.", "2. Mở lớp tại 02 xã An Bình, Hòa Lạc, Tháng 3."],
    "several in one item": ["1. Chọn 03 xã điểm, gồm:", "- Xã An Bình.", "- Xã Hòa Lạc, Phú Mỹ."],
    "two in one item": ["1. Thực hiện 3 nội dung sau:", "- Mở lớp;", "- Ra quân; giám sát."],
    "one and another": ["1. Chọn 01 xã An Bình và Hòa Lạc phối hợp thực hiện."],
    "numbered villages": ["1. Khen thưởng 5 chi hội Thôn 1, Thôn 2, Thôn 3, Thôn 4, Thôn 5."],
    "places that go on behind a semicolon": ["1. Khảo sát tại 3 xã: xã An Bình, xã Hòa Lạc; xã Phú Mỹ làm điểm."],
    "points between an abbreviation and a name": ["1. Địa bàn: 03 đơn vị: 02 xã: An Bình, TP. Vinh."],
}  # fmt: skip


@pytest.mark.parametrize("body", COUNTS.values(), ids=COUNTS)
def test_as_many_are_listed_as_stated(body: list[str]) -> None:
    assert "count_mismatch" not in codes("I. NỘI DUNG", *body)


MISCOUNTS: dict[str, list[str]] = {
    "places without a colon": ["- Làm điểm tại 02 xã An Bình, Hòa Lạc và Tân Thanh Bình."],
    "places with a colon": ["- Chọn 03 xã làm điểm: xã Điền Thượng và xã Điền Quang."],
    "places before a second clause": ["- Làm điểm tại 3 xã: xã An Bình, xã Hòa Lạc; rút kinh nghiệm trước khi nhân rộng."],
    "names that begin like a village": ["- Làm điểm tại 4 chi hội: Na Lo, Bản Phố, Tà Chải."],
    "works in a heading, once": ["1. Tập trung 4 nhiệm vụ trọng tâm sau:", "- Một.", "- Hai.", "- Ba."],
    "works behind a heading, once": ["1. Mục tiêu chung: 2 việc sau:", "- Một.", "- Hai.", "- Ba."],
    "villages by name": ["1. Mở lớp tại 03 thôn, gồm:", "- Thôn Đông.", "- Thôn Đoài."],
}  # fmt: skip


@pytest.mark.parametrize("body", MISCOUNTS.values(), ids=MISCOUNTS)
def test_more_or_fewer_are_listed_than_stated(body: list[str]) -> None:
    assert codes("I. NỘI DUNG", *body) == ["count_mismatch"]


BUDGET = ["TT", "Nội dung", "Kinh phí"]
SUM_TABLES: dict[str, list[Any]] = {
    "parts under parts": [table(BUDGET, ["A", "Ngân sách", "30"], ["I", "Tập huấn", "20"], ["1", "Lớp", "10"], ["2", "Tài liệu", "10"], ["II", "Truyền thông", "10"], ["1", "Pano", "10"], ["B", "Nguồn khác", "5"], ["1", "Vận động", "5"], ["", "Tổng cộng (A+B)", "35"])],
    "rows of which": [table(BUDGET, ["I", "Tập huấn", "20"], ["1", "Trong đó: ngân sách", "12"], ["2", "Vận động", "8"], ["II", "Khác", "5"], ["1", "Dự phòng", "5"], ["2", "Trong đó chi ngay", "2"], ["", "Tổng", "25"])],
    "bullets of which": [table(BUDGET, ["1", "Tập huấn", "20"], ["-", "Trong đó: nước", "5"], ["2", "Truyền thông", "10"], ["3", "Khác", "10"], ["", "Tổng cộng", "40"])],
    "a share": [table(["TT", "Đơn vị", "Tổng số hội viên", "Số nghèo", "Tỷ lệ (%)"], ["1", "Chi hội A", "100", "10", "10"], ["2", "Chi hội B", "50", "10", "20"], ["3", "Chi hội C", "50", "10", "20"], ["", "Tổng cộng", "200", "30", "15"])],
    "a year": [table(["TT", "Đơn vị", "Chỉ tiêu", "Năm thực hiện"], ["1", "Chi hội A", "10", "2026"], ["2", "Chi hội B", "5", "2026"], ["3", "Chi hội C", "5", "2026"], ["", "Tổng", "20", "2026"])],
    "people and sets": [table(["TT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"], ["1", "Nước uống", "50", "10.000", "500.000"], ["2", "In tài liệu", "20", "15.000", "300.000"], ["3", "Thuê", "1", "100.000", "100.000"], ["", "Tổng cộng", "3", "", "900.000"])],
    "a target called total": [table(["TT", "Chỉ tiêu", "Kế hoạch"], ["1", "Tổng số hội viên", "1.200"], ["2", "Số chi hội", "12"], ["3", "Số tổ", "40"], ["4", "Tổng số", "5"])],
    "a group of other things": [table(["TT", "Nội dung", "Số lượng"], ["I", "Mục tiêu", "3"], ["1", "Lớp tập huấn", "5"], ["2", "Buổi truyền thông", "7"], ["II", "Khác", "2"], ["1", "Quà", "9"])],
    "thirds": [table(["TT", "Nội dung", "Kinh phí (triệu đồng)"], ["1", "A", "33,3"], ["2", "B", "33,3"], ["3", "C", "33,3"], ["", "Tổng cộng", "100"])],
    "the total first": [table(["TT", "Đơn vị", "Chỉ tiêu"], ["", "Tổng số", "20"], ["I", "Cụm 1", "15"], ["1", "Chi hội A", "10"], ["2", "Chi hội B", "5"], ["II", "Cụm 2", "5"], ["1", "Chi hội C", "5"])],
}  # fmt: skip

SUMS: dict[str, list[str]] = {
    "parts of parts in brackets": ["- Tổng kinh phí 85 triệu đồng, trong đó ngân sách 60 triệu đồng (chi tập huấn 40 triệu đồng, truyền thông 20 triệu đồng), xã hội hóa 25 triệu đồng."],
    "some of the parts": ["- Tổng kinh phí 85 triệu đồng, trong đó ngân sách năm 2026 là 40 triệu đồng, riêng quý I 10 triệu đồng."],
    "debts": ["- Tổng số vốn vay 2 tỷ đồng, trong đó dư nợ 1,5 tỷ đồng và nợ quá hạn 5 triệu đồng."],
    "a part without a sum": ["- Tổng kinh phí 100 triệu đồng (gồm các khoản: giải Nhất 5 triệu đồng, giải Nhì 3 triệu đồng, giải Ba 2 triệu đồng và chi tổ chức)."],
    "prizes": ["- Giải thưởng tổng 17.000.000 đồng, gồm: 01 giải Nhất trị giá 5.000.000 đồng; 02 giải Nhì trị giá 3.000.000 đồng; 03 giải Ba trị giá 2.000.000 đồng."],
    "prizes without a worth": ["- Cơ cấu giải thưởng tổng 17.000.000 đồng, gồm 01 giải Nhất 5.000.000 đồng, 02 giải Nhì 3.000.000 đồng, 03 giải Ba 2.000.000 đồng."],
    "prizes in a list": ["1. Giải thưởng tổng 9.000.000 đồng:", "- 01 giải Nhất: 3.000.000 đồng.", "- 02 giải Nhì: 2.000.000 đồng.", "- 02 giải Ba: 1.000.000 đồng."],
    "more than so much": ["Tổng kinh phí dự kiến trên 30 triệu đồng, gồm:", "- Ngân sách 20 triệu đồng.", "- Vận động 12 triệu đồng."],
    "a last item that is none": ["- Ngân sách xã: 10.000.000 đồng.", "- Vận động: 5.000.000 đồng.", "- Tổng mức vay hiện có: 40.000.000 đồng."],
    "something beside": ["Tổng kinh phí thực hiện: 30.000.000 đồng.", "1. Ngân sách: 20.000.000 đồng.", "2. Vận động: 10.000.000 đồng.", "3. Riêng cuộc thi: 5.000.000 đồng."],
}  # fmt: skip


@pytest.mark.parametrize("body", [*SUM_TABLES.values(), *SUMS.values()], ids=[*SUM_TABLES, *SUMS])
def test_parts_add_up(body: list[Any]) -> None:
    assert "total_mismatch" not in codes("I. KINH PHÍ", *body)


MISSUMS: dict[str, list[Any]] = {
    "a bracket": ["- Tổng kinh phí 85 triệu đồng (ngân sách 60 triệu đồng, xã hội hóa 20 triệu đồng)."],
    "more than the whole": ["- Tổng kinh phí 85 triệu đồng, trong đó tập huấn 60 triệu đồng, truyền thông 40 triệu đồng."],
    "a group": [table(BUDGET, ["I", "Tập huấn", "25.000.000"], ["1", "Lớp", "10.000.000"], ["2", "Tài liệu", "10.000.000"], ["II", "Truyền thông", "10.000.000"], ["1", "Pano", "5.000.000"], ["2", "Loa", "5.000.000"])],
}  # fmt: skip


@pytest.mark.parametrize("body", MISSUMS.values(), ids=MISSUMS)
def test_parts_do_not_add_up(body: list[Any]) -> None:
    assert codes("I. KINH PHÍ", *body) == ["total_mismatch"]


def test_a_unit_above_a_table_counts_for_its_sums() -> None:
    rows = table(BUDGET, ["1", "Tập huấn", "1,5"], ["2", "Tặng quà", "2"], ["", "Tổng cộng", "4"])
    [finding] = [
        f
        for f in read("I. KINH PHÍ", "Đơn vị tính: triệu đồng", rows)["findings"]
        if f["code"] == "total_mismatch"
    ]
    assert "3.500.000 đồng" in finding["message"] and "4.000.000 đồng" in finding["message"]


PRICED = ["TT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]
PRODUCTS: dict[str, list[Any]] = {
    "some of them paid": ["- Hỗ trợ 5 hội viên vay vốn mức 10.000.000 đồng/hội viên, đã giải ngân 20.000.000 đồng cho 2 hội viên."],
    "some of them given": ["- Tặng 20 suất quà, mỗi suất 500.000 đồng, trong đó 10 suất do Công ty A tài trợ trị giá 5.000.000 đồng."],
    "what others add": ["- Chi hội nuôi 10 con lợn giống, hỗ trợ 2.000.000 đồng/con, vốn đối ứng của hộ 5.000.000 đồng."],
    "nearly so much": ["- Tặng 15 suất quà trị giá 300.000 đồng/suất, tổng trị giá gần 5 triệu đồng."],
    "more than so much": ["- Tặng 20 suất quà trị giá 500.000 đồng/suất, tổng trị giá trên 9 triệu đồng."],
    "two counts of one thing": ["- Tặng 10 suất quà cho 10 hộ nghèo, 05 suất học bổng, mỗi suất trị giá 500.000 đồng, tổng 7.500.000 đồng."],
    "with the tax behind it": ["- In 500 tờ rơi x 2.500 đồng = 1.250.000 đồng (đã gồm thuế 8%: 1.350.000 đồng)."],
    "classes, people and a rate": ["- Tổ chức 3 lớp tập huấn, mỗi lớp 20 người, hỗ trợ 50.000 đồng/người, tổng kinh phí 3.000.000 đồng."],
    "three factors": ["- Nước uống: 50 người x 20.000 đồng/người x 2 buổi: 2.000.000 đồng."],
    "rounded to millions": [table(["TT", "Nội dung", "Số lượng", "Đơn giá (nghìn đồng)", "Thành tiền (triệu đồng)"], ["1", "Áo", "33", "150", "5"], ["2", "Mũ", "33", "50", "1,7"])],
    "classes, people, days": [table(["TT", "Nội dung", "Số lớp", "Số người", "Số ngày", "Đơn giá", "Thành tiền"], ["1", "Tiền ăn", "2", "30", "3", "100.000", "18.000.000"])],
    "communes, classes, people, days": [table(["TT", "Nội dung", "Số xã", "Số lớp", "Số người", "Số ngày", "Đơn giá", "Thành tiền"], ["1", "Tiền ăn", "4", "2", "30", "3", "100.000", "72.000.000"])],
    "with the tax": [table(PRICED, ["1", "Thuê âm thanh (đã gồm VAT 10%)", "1", "1.000.000", "1.100.000"])],
    "a support that pays for a part": [table(["TT", "Nội dung", "Số lượng", "Mức hỗ trợ", "Kinh phí"], ["1", "Hỗ trợ xây nhà", "2", "50.000.000", "80.000.000"])],
    "two sources": [table(["TT", "Nội dung", "Số lượng", "Đơn giá", "Ngân sách", "Xã hội hóa", "Tổng kinh phí"], ["1", "Quà", "20", "500.000", "6.000.000", "4.000.000", "10.000.000"], ["2", "Lớp", "2", "5.000.000", "5.000.000", "5.000.000", "10.000.000"])],
    "days in the words": [table(PRICED, ["1", "Tiền ăn 3 ngày", "50", "100.000", "15.000.000"])],
}  # fmt: skip


@pytest.mark.parametrize("body", PRODUCTS.values(), ids=PRODUCTS)
def test_rates_come_to_their_totals(body: list[Any]) -> None:
    assert not {"product_mismatch", "total_mismatch"} & set(codes("I. KINH PHÍ", *body))


MISPRODUCTS: dict[str, list[Any]] = {
    "a rate before a colon": ["- Cho 12 tổ thành lập mới, định mức 1.500.000 đồng/tổ: 16.000.000 đồng."],
    "a total before its rate": ["- Tặng quà tổng trị giá 6.000.000 đồng cho 10 hộ, 500.000 đồng/hộ."],
    "a rate in brackets": ["- Tặng 250 suất quà cho công nhân (500.000đ/suất), trị giá 115.000.000đ."],
    "a row of four factors": [table(["TT", "Nội dung", "Số lớp", "Số người", "Đơn giá", "Thành tiền"], ["1", "Tiền ăn", "2", "30", "100.000", "7.000.000"])],
}  # fmt: skip


@pytest.mark.parametrize("body", MISPRODUCTS.values(), ids=MISPRODUCTS)
def test_a_rate_comes_to_something_else(body: list[Any]) -> None:
    assert codes("I. KINH PHÍ", *body) == ["product_mismatch"]
