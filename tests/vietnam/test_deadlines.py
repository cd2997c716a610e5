"""When and how often to report, in the wordings of official papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.deadlines import find_cycles, find_deadlines


def cycles(text: str) -> list[str]:
    return [cycle.name for cycle in find_cycles(text)]


def words(text: str, year: int | None = 2025) -> list[str]:
    return [deadline.words for deadline in find_deadlines(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("báo cáo hằng tuần", ["weekly"]),
        ("báo cáo hàng tuần vào thứ Sáu", ["weekly"]),
        ("báo cáo tuần", ["weekly"]),
        ("định kỳ hằng tháng gửi báo cáo", ["monthly"]),
        ("hàng tháng báo cáo kết quả", ["monthly"]),
        ("báo cáo tháng", ["monthly"]),
        ("báo cáo tại giao ban tháng", ["monthly"]),
        ("mỗi tháng báo cáo một lần", ["monthly"]),
        ("mỗi tháng một lần", ["monthly"]),
        ("01 tháng/lần", ["monthly"]),
        ("báo cáo quý", ["quarterly"]),
        ("hằng quý báo cáo", ["quarterly"]),
        ("báo cáo hàng quý", ["quarterly"]),
        ("mỗi quý một lần", ["quarterly"]),
        ("báo cáo định kỳ 3 tháng", ["quarterly"]),
        ("03 tháng/lần", ["quarterly"]),
        ("báo cáo quý I", ["quarterly"]),
        ("báo cáo năm trước 15/11", ["annual"]),
        ("báo cáo năm trước", []),
        ("vào báo cáo công tác Hội quý, 6 tháng, năm", ["quarterly", "semiannual", "annual"]),
        ("báo cáo 6 tháng", ["semiannual"]),
        ("báo cáo 06 tháng đầu năm", ["semiannual"]),
        ("định kỳ sáu tháng", ["semiannual"]),
        ("báo cáo sơ kết 6 tháng đầu năm", ["semiannual"]),
        ("báo cáo 9 tháng", ["nine_month"]),
        ("báo cáo 09 tháng", ["nine_month"]),
        ("báo cáo năm", ["annual"]),
        ("hằng năm báo cáo", ["annual"]),
        ("báo cáo hàng năm", ["annual"]),
        ("báo cáo cuối năm", ["annual"]),
        ("báo cáo kết quả năm 2025", ["annual"]),
        ("báo cáo cả năm", ["annual"]),
        (
            "báo cáo tháng, quý, 6 tháng, 9 tháng, năm",
            ["monthly", "quarterly", "semiannual", "nine_month", "annual"],
        ),
        ("định kỳ 3 tháng, 6 tháng, 9 tháng, năm", ["quarterly", "semiannual", "nine_month", "annual"]),
        ("định kỳ 6 tháng và năm", ["semiannual", "annual"]),
        ("định kỳ hằng tháng và năm", ["monthly", "annual"]),
        ("định kỳ (tháng, quý, năm)", ["monthly", "quarterly", "annual"]),
        ("báo cáo quý, năm", ["quarterly", "annual"]),
        ("hằng quý, 6 tháng, năm", ["quarterly", "semiannual", "annual"]),
        ("báo cáo 6 tháng (trước ngày 10/6), năm (trước ngày 10/11)", ["semiannual", "annual"]),
        ("báo cáo 6 tháng/năm", ["semiannual", "annual"]),
    ],
)
def test_a_cycle_is_told_from_its_words(text: str, names: list[str]) -> None:
    assert cycles(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "", "báo cáo trước ngày 15/6/2025", "thường xuyên", "theo quy định", "tháng 5 năm 2025", "năm 2025", "quý khách",
        "trong 3 tháng đầu", "sau 6 tháng cuối đời", "năm học", "trong tháng hành động", "ngày 15 tháng 6 năm 2025",
        "đầu năm", "giữa năm", "báo cáo kịp thời", "trẻ em dưới 6 tháng tuổi",
    ],
)  # fmt: skip
def test_words_that_recur_nowhere_are_no_cycle(text: str) -> None:
    assert cycles(text) == []


def test_a_cycle_says_where_it_stands() -> None:
    text = "Định kỳ 6 tháng và năm báo cáo Hội cấp trên"
    assert [text[c.start : c.end] for c in find_cycles(text)] == ["6 tháng", "năm"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("trước ngày 15/01/2021", ["ngày 15/01/2021"]),
        ("trước ngày 15 tháng 6 năm 2025", ["ngày 15 tháng 6 năm 2025"]),
        ("chậm nhất ngày 20/11", ["ngày 20/11"]),
        ("trước 15/6/2025", ["15/6/2025"]),
        ("trước 15/6", ["15/6"]),
        ("chậm nhất 20/11/2025", ["20/11/2025"]),
        ("trước ngày 20 hằng tháng", ["ngày 20 hằng tháng"]),
        ("vào ngày 25 hàng tháng", ["ngày 25 hàng tháng"]),
        ("trước ngày 15 của tháng", ["ngày 15 của tháng"]),
        ("trước ngày 05 của tháng đầu quý sau", ["ngày 05 của tháng đầu quý sau"]),
        ("chậm nhất ngày 25 của tháng cuối quý", ["ngày 25 của tháng cuối quý"]),
        ("trước ngày 15 tháng cuối quý", ["ngày 15 tháng cuối quý"]),
        ("trước ngày 10 tháng cuối của quý", ["ngày 10 tháng cuối của quý"]),
        ("trước ngày 05 tháng sau", ["ngày 05 tháng sau"]),
        ("ngày 5 tháng đầu quý", ["ngày 5 tháng đầu quý"]),
        ("ngày 5 tết đầu quý", ["ngày 5 tết đầu quý"]),
        ("trước ngày 20", ["ngày 20"]),
        ("ngày 15/6 và 15/12 hằng năm", ["ngày 15/6", "15/12 hằng năm"]),
        ("trước ngày 15/6 và ngày 15/12", ["ngày 15/6", "ngày 15/12"]),
        ("6 tháng (trước ngày 10/6), năm (trước ngày 10/11)", ["ngày 10/6", "ngày 10/11"]),
        ("hằng tuần vào thứ Sáu", ["thứ Sáu"]),
        ("trước thứ sáu hằng tuần", ["thứ sáu hằng tuần"]),
        ("vào chiều thứ Năm hằng tuần", ["chiều thứ Năm hằng tuần"]),
        ("vào ngày cuối cùng của tháng", ["ngày cuối cùng của tháng"]),
        ("ngày làm việc cuối cùng của quý", ["ngày làm việc cuối cùng của quý"]),
        ("trước ngày 31/6", ["ngày 31/6"]),
    ],
)
def test_a_deadline_keeps_its_words_without_the_preposition(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "", "báo cáo theo quy định", "đúng thời gian quy định", "kịp thời", "tại giao ban tháng", "thường xuyên",
        "Kế hoạch số 15/KH-HND ngày 03/4/2023", "Thông tư số 01/2022/TT-UBDT ngày 26/5/2022", "trong 05 ngày",
        "lần thứ hai", "Quyết định ban hành ngày 15/6/2025", "kỷ niệm ngày 20/10", "ngày tháng", "từ ngày 15/6/2025",
        "chốt số liệu đến ngày 14/6/2025", "thứ nhất", "sau 15 ngày làm việc",
    ],
)  # fmt: skip
def test_words_that_set_no_day_are_no_deadline(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "cycle", "year", "written"),
    [
        ("trước ngày 15/01/2021", "once", 2025, "2021-01-15"),
        ("trước ngày 15 tháng 6 năm 2025", "once", None, "2025-06-15"),
        ("trước ngày 20/11", "annual", 2025, "--11-20"),
        ("ngày 20/11 hằng năm", "annual", 2025, "--11-20"),
        ("trước ngày 10/6", "semiannual", 2025, "--06-10"),
        ("trước ngày 20/11", "once", 2025, "2025-11-20"),
        ("trước ngày 20/11", "once", None, "--11-20"),
        ("trước ngày 20 hằng tháng", "monthly", 2025, "ngày 20 hằng tháng"),
        ("ngày 05 của tháng đầu quý sau", "quarterly", 2025, "ngày 05 của tháng đầu quý sau"),
        ("trước ngày 31/6", "annual", 2025, "ngày 31/6"),
        ("trước ngày 31/6/2025", "once", 2025, "ngày 31/6/2025"),
    ],
)
def test_a_deadline_is_written_as_its_cycle_asks(
    text: str, cycle: str, year: int | None, written: str
) -> None:
    [deadline] = find_deadlines(text)
    assert deadline.written(cycle, year) == written


@pytest.mark.parametrize(("text", "exists"), [("ngày 31/6", False), ("ngày 29/2", True), ("ngày 30/2/2024", False), ("trước ngày 29/02/2025", False), ("trước ngày 15/6", True)])  # fmt: skip
def test_a_deadline_knows_whether_a_calendar_has_it(text: str, exists: bool) -> None:
    [deadline] = find_deadlines(f"trước {text}")
    assert deadline.exists is exists


@pytest.mark.parametrize(("text", "monthly"), [("trước ngày 20 hằng tháng", True), ("ngày 25 hàng tháng", True), ("trước ngày 20/11", False), ("trước ngày 05 tháng đầu quý sau", False)])  # fmt: skip
def test_a_day_of_every_month_is_told_from_others(text: str, monthly: bool) -> None:
    [deadline] = find_deadlines(text)
    assert deadline.is_monthly is monthly


WORDS = "báo cáo định kỳ hằng hàng mỗi tuần tháng quý năm 3 6 9 01 15/6 20/11/2025 ngày trước của đầu cuối sau thứ Sáu và , ( ) -".split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=60))
def test_no_text_makes_the_search_fail(text: str) -> None:
    for cycle in find_cycles(text):
        assert 0 <= cycle.start < cycle.end <= len(text)
    for deadline in find_deadlines(text):
        assert 0 <= deadline.start < deadline.end <= len(text)
        assert deadline.written("once", 2025)
