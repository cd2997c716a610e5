"""How many of what a target promises: count, unit, comparison, and who each has to reach it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.quantities import comparator, find_quantity, per_whom


def read(text: str) -> tuple[float | None, str | None, str]:
    found = find_quantity(text)
    return (found.value if found else None, found.unit if found else None, comparator(text, found))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("02 xã", 2, "xã"),
        ("70 Chi hội", 70, "Chi hội"),
        ("Mỗi đơn vị/01 Chi hội", 1, "Chi hội"),
        ("Hỗ trợ 20 hộ nghèo vùng sâu", 20, "hộ"),
        ("4 buổi tọa đàm về giới", 4, "buổi tọa đàm"),
        ("2 tổ, nhóm thợ", 2, "tổ, nhóm thợ"),
        ("Tổ chức 04 cuộc đối thoại chính sách", 4, "cuộc đối thoại"),
        ("Mở 03 lớp tập huấn cho cán bộ", 3, "lớp tập huấn"),
        ("Mở 2 lớp dạy nghề", 2, "lớp dạy nghề"),
        ("100% hội viên được tuyên truyền", 100, "%"),
        ("trên 90% tin báo được xử lý", 90, "%"),
        ("62,5 % phụ nữ", 62.5, "%"),
        ("1.286 hội viên tham gia", 1286, "hội viên"),
        ("Tặng 50 suất quà cho học sinh", 50, "suất quà"),
        ("Thành lập mới 05 câu lạc bộ", 5, "câu lạc bộ"),
        ("Xây 10 mái ấm tình thương", 10, "mái ấm tình thương"),
        ("01 mô hình sinh kế", 1, "mô hình"),
        ("vận động 15 triệu đồng", 15, "triệu đồng"),
        ("Giúp một hộ thoát nghèo", 1, "hộ"),
        ("Năm 2025 giúp 12 hộ thoát nghèo", 12, "hộ"),
        ("Theo Kế hoạch số 15/KH-HND, mở 3 lớp tập huấn", 3, "lớp tập huấn"),
        ("Giai đoạn 2021-2025: xây dựng 8 chi hội kiểu mẫu", 8, "chi hội"),
        ("Dự án 8: thành lập 6 tổ truyền thông", 6, "tổ"),
        ("Nhận đỡ đầu 5 cháu mồ côi", 5, "cháu"),
        ("Duy trì 1.250 trẻ đang được đỡ đầu", 1250, "trẻ"),
        ("300 lượt người được tư vấn", 300, "lượt người"),
    ],
)
def test_the_promised_count_and_its_unit_are_read(text: str, value: float, unit: str) -> None:
    assert read(text)[:2] == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Nâng cao nhận thức của hội viên", "Tổ chức hội thi lần thứ 5", "ứng dụng phần mềm 2.0", "năm 2025", "Quý II năm 2025",
        "Xây dựng gia đình 5 không, 3 sạch", "Thực hiện Dự án 8", "Chỉ thị 05-CT/TW", "trẻ em dưới 16 tuổi", "kỷ niệm ngày 20/10",
        "giai đoạn 2021-2025", "Kế hoạch số 15/KH-HND", "công nghệ 4.0", "thôn 3", "trước ngày 15/6/2025", "", "theo Quyết định 1719",
    ],
)  # fmt: skip
def test_a_figure_that_promises_nothing_is_no_quantity(text: str) -> None:
    assert find_quantity(text) is None


@pytest.mark.parametrize("text", ["Thực hiện mô hình “5 có 3 sạch” 7 hộ", "Tuyên truyền (02 đợt) cho 7 hộ"])
def test_figures_in_quotes_and_brackets_promise_nothing(text: str) -> None:
    assert read(text)[:2] == (7, "hộ")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("04 cuộc đối thoại", "="),
        ("ít nhất 04 cuộc đối thoại", ">="),
        ("Tối thiểu 5 hộ", ">="),
        ("không dưới 5 hộ", ">="),
        ("không thấp hơn 80% hội viên", ">="),
        ("từ 80% hội viên trở lên", ">="),
        ("80% trở lên hội viên tham gia", ">="),
        ("5 hộ trở lên", ">="),
        ("đạt từ 95% trở lên", ">="),
        ("trên 90% tin báo", ">"),
        ("hơn 20 hộ", ">"),
        ("vượt 10% kế hoạch", ">"),
        ("không quá 5 hộ", "<="),
        ("tối đa 30 người", "<="),
        ("không vượt quá 2% tổng dư nợ", "<="),
        ("từ 5% trở xuống", "<="),
        ("dưới 1% dư nợ", "<"),
        ("thấp hơn 3% dư nợ", "<"),
        ("phấn đấu 30 hộ", "="),
        ("khoảng 30 hộ", "="),
    ],
)
def test_the_comparison_is_told_from_the_words_around_the_count(text: str, sign: str) -> None:
    assert read(text)[2] == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [("Hoàn thành vượt chỉ tiêu được giao", ">"), ("Vượt kế hoạch năm", ">"), ("Giúp hội viên vượt khó", "="), ("Nâng cao nhận thức", "=")],
)  # fmt: skip
def test_without_a_count_only_the_word_beyond_compares(text: str, sign: str) -> None:
    assert comparator(text, find_quantity(text)) == sign


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Mỗi chi đoàn giúp 01 hộ", "Mỗi chi đoàn"),
        ("Mỗi cơ sở Hội giúp ít nhất 10 hộ", "Mỗi cơ sở Hội"),
        ("mỗi chi hội 01 mô hình", "mỗi chi hội"),
        ("Mỗi xã, phường có ít nhất 02 tổ", "Mỗi xã, phường"),
        ("Phấn đấu mỗi đơn vị thành lập 01 câu lạc bộ", "mỗi đơn vị"),
        ("01 mô hình/xã", "xã"),
        ("ít nhất 2 buổi tuyên truyền/năm", "năm"),
        ("Giúp 12 hộ thoát nghèo", None),
        ("100% chi hội có câu lạc bộ", None),
    ],
)
def test_who_each_has_to_reach_it_is_read_as_written(text: str, whom: str | None) -> None:
    assert per_whom(text, find_quantity(text)) == whom


@given(
    st.integers(1, 10_000),
    st.sampled_from(["hộ", "hội viên", "mô hình", "suất quà", "chi hội", "cuộc đối thoại", "%"]),
)
def test_every_count_reads_back(value: int, unit: str) -> None:
    written = f"{value:,}".replace(",", ".")
    found = find_quantity(f"Phấn đấu đạt {written} {unit}.")
    assert found is not None
    assert (found.value, found.unit) == (value, unit)


WORDS = "Mỗi chi hội ít nhất tối đa trên dưới 5 02 1.286 62,5 % hộ / - – đến trở lên lần thứ năm (3) “4” mô hình, và xã".split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=60))
def test_no_text_makes_the_search_fail(text: str) -> None:
    found = find_quantity(text)
    assert comparator(text, found) in ("=", ">=", "<=", ">", "<")
    whom = per_whom(text, found)
    assert whom is None or whom in text
    assert found is None or 0 <= found.start < found.end <= len(text)
