"""Sums of money as plans write them, and figures that are none."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.money import find_money
from donghanh.vietnam.numbers import format_vnd

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "domain" / "parser_cases.json"


def values(text: str) -> list[int | None]:
    return [money.value for money in find_money(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50.000.000 đồng", 50_000_000),
        ("50.000.000đ", 50_000_000),
        ("50.000.000 đ", 50_000_000),
        ("50.000.000,đ", 50_000_000),
        ("50 000 000 đồng", 50_000_000),
        ("50.000.000 VNĐ", 50_000_000),
        ("50.000.000 VND", 50_000_000),
        ("240 triệu đồng", 240_000_000),
        ("240 triệu", 240_000_000),
        ("(trị giá 240 triệu đồng)", 240_000_000),
        ("1,5 triệu đồng", 1_500_000),
        ("1.5 triệu đồng", 1_500_000),
        ("0,5 triệu đồng", 500_000),
        ("19,451 tỷ đồng", 19_451_000_000),
        ("19, 451 tỷ đồng", 19_451_000_000),
        ("1.200 tỷ đồng", 1_200_000_000_000),
        ("1.200 triệu đồng", 1_200_000_000),
        ("2 tỷ 307 triệu đồng", 2_307_000_000),
        ("1.286,5 triệu đồng", 1_286_500_000),
        ("1 tỷ 509,5 triệu đồng", 1_509_500_000),
        ("24.000.000 đồng (bằng chữ: Hai mươi bốn triệu đồng)", 24_000_000),
        ("2 tỉ 307 triệu đồng", 2_307_000_000),
        ("1 triệu 500 nghìn đồng", 1_500_000),
        ("3 tỷ đồng", 3_000_000_000),
        ("5,8 tỷ", 5_800_000_000),
        ("hơn 5,8 tỷ đồng", 5_800_000_000),
        ("300 nghìn đồng", 300_000),
        ("300 ngàn đồng", 300_000),
        ("300 nghìn", 300_000),
        ("300.000đ/suất", 300_000),
        ("500.000 đồng/tháng/cháu", 500_000),
        ("500.000đ/ tháng/tổ", 500_000),
        ("15 triệu/1 địa chỉ", 15_000_000),
        ("tối đa 100 triệu đồng/1 mô hình", 100_000_000),
        ("15tr/hộ", 15_000_000),
        ("15 tr.", 15_000_000),
        ("15trđ", 15_000_000),
        ("20 tr đồng", 20_000_000),
        ("500k/suất", 500_000),
        ("10 suất quà/500.000đ", 500_000),
        ("2 triệu rưỡi", 2_500_000),
        ("2.000.000 ĐỒNG", 2_000_000),
        ("kinh phí: 30.000.000đ.", 30_000_000),
        ("0 đồng", 0),
        ("1 đồng", 1),
    ],
)
def test_a_written_sum_has_its_value(text: str, value: int) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.000,000đ/địa chỉ/năm", 3_000_000),
        ("2.500,000đ", 2_500_000),
        ("2,500.000 đồng", 2_500_000),
    ],
)
def test_contradicting_separators_are_read_by_sense_and_noticed(text: str, value: int) -> None:
    [money] = find_money(text)
    assert (money.value, money.mixed_marks) == (value, True)


@pytest.mark.parametrize(
    "text",
    ["50.00.000 đồng", "5.0000.000 đồng", "50.000.00 đồng", "1.00.000đ", "500.0000 đồng", "50.00 đồng"],
)
def test_a_sum_with_misplaced_points_is_found_without_a_value(text: str) -> None:
    [money] = find_money(text)
    assert money.value is None
    assert text.startswith(text[money.start : money.end]) and money.start == 0


@pytest.mark.parametrize("text", ["19,451 tỷ đồng", "1.286,5 triệu đồng", "50,000,000 đồng", "3 triệu đồng"])
def test_one_kind_of_separator_is_no_contradiction(text: str) -> None:
    assert [money.mixed_marks for money in find_money(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "20 đồng chí", "01 đồng chí Phó Chủ tịch", "5 không, 3 sạch", "ứng dụng khoa học công nghệ 4.0", "lần thứ 27",
        "9/9 chỉ tiêu", "3", "2 triệu lượt người", "1,2 triệu hội viên", "3 triệu cây xanh", "10 trường học", "5 trẻ em",
        "2 tròn", "10 đ/c", "15 đồng bào dân tộc thiểu số", "30 đối tượng", "12 đơn vị", "ngày 15/6/2025",
        "100 trang", "Nghị định 30/2020/NĐ-CP", "5 km", "10 kg", "20 khách", "70 Chi hội", "02 xã", "4 đồng hồ",
        "2 đồng tác giả", "mức 3, đồng thời", "20 bộ đồng phục", "thực hiện 5K", "", "đồng", "triệu đồng",
    ],
)  # fmt: skip
def test_a_figure_that_counts_something_else_is_no_money(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trường Tiểu học Nậm Cắn 2 trị giá 10.000.000 đồng", [10_000_000]),
        ("tặng 10 suất quà, mỗi suất 500.000đ, tổng 5.000.000đ", [500_000, 5_000_000]),
        ("400 triệu đồng + 100 triệu đồng + 190 triệu đồng = 690 triệu đồng", [400e6, 100e6, 190e6, 690e6]),
        ("từ 20 triệu đến 50 triệu đồng/hộ", [20_000_000, 50_000_000]),
        ("20 đồng chí, mỗi đồng chí 200.000 đồng", [200_000]),
        ("02 lớp x 18.000.000 đồng/lớp = 36.000.000 đồng", [18_000_000, 36_000_000]),
        ("2 triệu lượt người; 2 triệu đồng", [2_000_000]),
        ("Năm 2025: 1.500.000đ; năm 2026: 2.000.000đ", [1_500_000, 2_000_000]),
    ],
)
def test_every_sum_of_a_sentence_is_found_in_order(text: str, found: list[float]) -> None:
    assert values(text) == found


def test_a_sum_says_where_it_stands() -> None:
    text = "Tặng quà trị giá 5.000.000 đồng cho hội viên"
    [money] = find_money(text)
    assert text[money.start : money.end] == "5.000.000 đồng"


@given(st.integers(0, 10**13))
def test_what_we_write_reads_back(amount: int) -> None:
    assert values(format_vnd(amount)) == [amount]


@given(st.integers(1, 999), st.integers(1, 999))
def test_billions_and_millions_add_up(billions: int, millions: int) -> None:
    assert values(f"{billions} tỷ {millions} triệu đồng") == [billions * 10**9 + millions * 10**6]


@given(st.text(alphabet="0123456789.,  đồngtriệutỷkr/x=()", max_size=60) | st.text(max_size=60))
def test_no_text_makes_the_search_fail(text: str) -> None:
    for money in find_money(text):
        assert 0 <= money.start < money.end <= len(text)
        assert money.value is None or money.value >= 0


def shared_cases(name: str) -> list[Any]:
    return json.loads(CASES.read_text(encoding="utf-8"))[name] if CASES.exists() else []


@pytest.mark.skipif(not CASES.exists(), reason="the collected cases are not beside this repository")
def test_every_collected_sum_is_read() -> None:
    for text, expected in shared_cases("money"):
        value = expected
        if isinstance(expected, dict):
            value = next(expected[k] for k in ("value", "unit_price", "cap") if k in expected)
        assert values(text) == [value], text
