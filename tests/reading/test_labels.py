"""Numbers and marks at the head of a line, and heads that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.labels import BULLETS, parse_cell_label, parse_label

ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def label(line: str) -> tuple[str, str, int | None, str] | None:
    found = parse_label(line)
    return (found.style, found.text, found.value, line[found.length :]) if found else None


@pytest.mark.parametrize(
    ("line", "style", "text", "value"),
    [
        ("I. MỤC ĐÍCH", "roman", "I", 1),
        ("I.MỤC ĐÍCH", "roman", "I", 1),
        ("I MỤC ĐÍCH", "roman", "I", 1),
        ("I/ MỤC ĐÍCH", "roman", "I", 1),
        ("I) MỤC ĐÍCH", "roman", "I", 1),
        ("I - MỤC ĐÍCH", "roman", "I", 1),
        ("I- MỤC ĐÍCH", "roman", "I", 1),
        ("IV. Tổ chức thực hiện", "roman", "IV", 4),
        ("XII. Tổ chức thực hiện", "roman", "XII", 12),
        ("A. Phần chung", "upper", "A", 1),
        ("B/ Nội dung", "upper", "B", 2),
        ("Phần I. Mục tiêu", "part", "Phần I", 1),
        ("PHẦN THỨ HAI: Nhiệm vụ", "part", "PHẦN THỨ HAI", 2),
        ("Phần thứ nhất", "part", "Phần thứ nhất", 1),
        ("Chương II. Nội dung", "part", "Chương II", 2),
        ("Mục 3. Kinh phí", "part", "Mục 3", 3),
        ("Điều 4. Tổ chức", "article", "Điều 4", 4),
        ("1. Mục đích", "number", "1", 1),
        ("1.Mục đích", "number", "1", 1),
        ("1) Mục đích", "number", "1", 1),
        ("1/ Mục đích", "number", "1", 1),
        ("1/Mục đích", "number", "1", 1),
        ("1 - Mục đích", "number", "1", 1),
        ("1- Mục đích", "number", "1", 1),
        ("1: Mục đích", "number", "1", 1),
        ("01. Mục đích", "number", "01", 1),
        ("12. Mục đích", "number", "12", 12),
        ("2. 100% chi hội tham gia", "number", "2", 2),
        ("2/ 100% chi hội tham gia", "number", "2", 2),
        ("2.100% chi hội tham gia", "number", "2", 2),
        ("2) 100% chi hội tham gia", "number", "2", 2),
        ("1.1. Tập huấn", "decimal2", "1.1", 1),
        ("1.1 Tập huấn", "decimal2", "1.1", 1),
        ("1.1) Tập huấn", "decimal2", "1.1", 1),
        ("2.10. Tập huấn", "decimal2", "2.10", 10),
        ("1.2.3. Tập huấn", "decimal3", "1.2.3", 3),
        ("1.2.3.4. Tập huấn", "decimal4", "1.2.3.4", 4),
        ("1.2.Tập huấn", "decimal2", "1.2", 2),
        ("a) Tập huấn", "lower", "a", 1),
        ("a. Tập huấn", "lower", "a", 1),
        ("đ) Tập huấn", "lower", "đ", 5),
        ("c/ Tập huấn", "lower", "c", 3),
        ("a1) Tập huấn", "lower", "a1", 1),
        ("(1) Tập huấn", "round", "(1)", 1),
        ("(a) Tập huấn", "round", "(a)", 1),
        ("(iv) Tập huấn", "round", "(iv)", 4),
        ("ii) Tập huấn", "small_roman", "ii", 2),
        ("- Tập huấn", "bullet", "-", None),
        ("-Tập huấn", "bullet", "-", None),
        ("– Tập huấn", "bullet", "–", None),
        ("+ Tập huấn", "bullet", "+", None),
        ("* Tập huấn", "bullet", "*", None),
        ("• Tập huấn", "bullet", "•", None),
        ("o Tập huấn", "bullet", "o", None),
        ("✓ Tập huấn", "bullet", "✓", None),
        ("- 100% chi hội tham gia", "bullet", "-", None),
        ("- 30/6/2025: tổng kết", "bullet", "-", None),
    ],
)  # fmt: skip
def test_a_label_is_told_from_the_words_behind_it(
    line: str, style: str, text: str, value: int | None
) -> None:
    words = line.split(text, 1)[1].lstrip(" .)/-:")
    assert label(line) == (style, text, value, words)


@pytest.mark.parametrize(
    "line",
    [
        "", " ", "Mục đích", "1.5 triệu đồng/hộ", "1.500.000đ/suất", "2.000.000đ", "30/6/2025", "30/6", "30.6.2025: tổng kết", "V/v tổ chức",
        "- 3 -", "-", "---", "—————", "2025", "năm 2025", "Ông A", "Bà B.", "100% hội viên", "02 xã", "07 - 10 TV", "1,5 triệu đồng",
        "50.000.000 đồng", "Phần lớn hội viên", "Mục đích của kế hoạch", "Điều kiện tham gia", "o", "5 không, 3 sạch", "4.0", "20.10",
        "TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "Q. Chủ tịch", "TP. Vinh", "đ/c Lan", "UBND xã", "CLB", "I", "2.5 km đường hoa", "15h30: khai mạc",
        "C", "1/3 số hộ tham gia", "Vinh, ngày 5", "1.000 hộ", "3 - 5 hộ",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    assert label(line) is None


@pytest.mark.parametrize(
    ("cell", "style", "text", "value"),
    [
        ("I", "roman", "I", 1), ("IV.", "roman", "IV", 4), ("1", "number", "1", 1), ("01", "number", "01", 1), ("12", "number", "12", 12),
        ("1.", "number", "1", 1), ("(1)", "number", "(1)", 1), ("1.1", "decimal2", "1.1", 1), ("1.2.3", "decimal3", "1.2.3", 3),
        ("A", "upper", "A", 1), ("a", "lower", "a", 1), ("a)", "lower", "a", 1), ("đ", "lower", "đ", 5), ("-", "bullet", "-", None),
        ("+", "bullet", "+", None), (" 3 ", "number", "3", 3), ("120", "number", "120", 120),
    ],
)  # fmt: skip
def test_the_label_of_a_row_needs_no_closing_mark(
    cell: str, style: str, text: str, value: int | None
) -> None:
    found = parse_cell_label(cell)
    assert found is not None
    assert (found.style, found.text, found.value, found.length) == (style, text, value, len(cell))


@pytest.mark.parametrize(
    "cell", ["", " ", "Tập huấn", "1.000.000", "2025", "Tổng", "1 lớp", "AB", "II I", "1,5", "50%"]
)
def test_other_cells_are_no_label(cell: str) -> None:
    assert parse_cell_label(cell) is None


@pytest.mark.parametrize("close", [". ", ") ", "/ ", " - "])
def test_roman_numbers_count_on_with_every_closing_mark(close: str) -> None:
    found = [parse_label(f"{roman}{close}NỘI DUNG") for roman in ROMANS]
    assert [f.value if f else None for f in found] == list(range(1, 13))
    assert {f.style for f in found if f} == {"roman"}


@given(
    st.integers(1, 99),
    st.sampled_from([". ", ") ", "/ "]),
    st.text("aăbcđ 10%-", min_size=1).map(str.strip).filter(bool),
)
def test_a_number_with_a_mark_and_a_space_is_a_label_whatever_follows(
    number: int, close: str, words: str
) -> None:
    found = label(f"{number}{close}Hỗ trợ {words}")
    assert found is not None
    assert (found[1], found[2], found[3]) == (str(number), number, f"Hỗ trợ {words}")


@given(st.sampled_from(BULLETS), st.text("aăbcđ 10%", min_size=1).map(str.strip).filter(bool))
def test_a_mark_is_a_bullet_whatever_follows(mark: str, words: str) -> None:
    assert label(f"{mark} Hỗ trợ {words}") == ("bullet", mark, None, f"Hỗ trợ {words}")


@given(
    st.text(alphabet="IVXABaăbcdđ0123456789.)/(-–:+•oPhầnĐiều MụcđồngH ", max_size=20) | st.text(max_size=30)
)
def test_no_line_makes_reading_labels_fail(line: str) -> None:
    for found in (parse_label(line), parse_cell_label(line)):
        assert found is None or (0 < found.length <= len(line) and found.text)


def test_decimals_count_nine_levels_deep() -> None:
    assert label("1.2.3.4.5.6.7.8.9. Lớp tập huấn") == ("decimal9", "1.2.3.4.5.6.7.8.9", 9, "Lớp tập huấn")
