"""Lines that were broken to fit a width are paragraphs again; lines that are paragraphs stay apart."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.text import read

WORDS = (
    "tổ chức hội nghị tuyên truyền vận động hội viên phụ nữ và trẻ em các thôn bản tham gia xây dựng mô hình "
    "kinh tế hộ gia đình nâng cao nhận thức về bình đẳng giới phòng chống bạo lực đảm bảo an toàn hỗ trợ vốn vay "
    "tạo việc làm giảm nghèo bền vững theo quy định của pháp luật tại địa phương trong năm học tập đạo đức"
).split()
NAMES = [
    "Hội LHPN huyện",
    "UBND các xã",
    "Ban Thường vụ",
    "Phòng Tài chính - Kế hoạch",
    "Đoàn Thanh niên",
    "MTTQ",
]
PHRASES = [
    "kinh tế - xã hội",
    "giai đoạn 2021 - 2025",
    "ngày 15/3/2025",
    "50.000.000 đồng",
    "số 12/KH-UBND",
    "30%",
]


@st.composite
def sentences(draw: st.DrawFn, least: int = 6, most: int = 60) -> str:
    parts = draw(st.lists(st.sampled_from(WORDS * 3 + NAMES + PHRASES), min_size=least, max_size=most))
    return " ".join([draw(st.sampled_from(["Tổ chức", "Mở", "Phối hợp với", "Đẩy mạnh", "Hỗ trợ"])), *parts])


@st.composite
def plans(draw: st.DrawFn) -> list[str]:
    """The paragraphs of a plan: each has its label, but for the bases and the closing line; some are long."""
    bases = [f"Căn cứ {draw(sentences())};" for _ in range(draw(st.integers(1, 3)))]
    body = []
    for roman in ["I", "II", "III"][: draw(st.integers(2, 3))]:
        body.append(
            f"{roman}. {draw(st.sampled_from(['MỤC ĐÍCH, YÊU CẦU', 'NỘI DUNG', 'TỔ CHỨC THỰC HIỆN']))}"
        )
        for number in range(1, draw(st.integers(2, 4))):
            body.append(f"{number}. {draw(sentences(35, 90))}.")
            body += [
                f"- {draw(sentences())}{draw(st.sampled_from('.;'))}" for _ in range(draw(st.integers(0, 3)))
            ]
            body += [f"+ {draw(sentences())}." for _ in range(draw(st.integers(0, 2)))]
    return [*bases, *body, "Trên đây là kế hoạch năm 2025, đề nghị các đơn vị triển khai thực hiện./."]


def texts(document: str) -> list[str]:
    return [block.text for block in read(document.encode()).blocks if isinstance(block, Paragraph)]


def wrapped(paragraphs: list[str], width: int) -> list[list[str]]:
    return [textwrap.wrap(p, width, break_long_words=False, break_on_hyphens=False) for p in paragraphs]


@given(plans(), st.integers(40, 120))
def test_lines_broken_at_any_width_are_the_same_paragraphs(plan: list[str], width: int) -> None:
    assert texts("\n".join(line for lines in wrapped(plan, width) for line in lines)) == plan


@given(plans(), st.integers(40, 120))
def test_a_blank_line_between_paragraphs_changes_nothing(plan: list[str], width: int) -> None:
    assert texts("\n\n".join("\n".join(lines) for lines in wrapped(plan, width))) == plan


@given(plans(), st.integers(40, 120))
def test_a_blank_line_after_every_line_changes_nothing(plan: list[str], width: int) -> None:
    assert texts("\n\n".join(line for lines in wrapped(plan, width) for line in lines)) == plan


@given(plans(), st.integers(40, 120), st.integers(2, 6))
def test_an_indented_first_line_changes_nothing(plan: list[str], width: int, indent: int) -> None:
    lines = [textwrap.wrap(p, width, initial_indent=" " * indent, break_on_hyphens=False) for p in plan]
    assert texts("\n".join(line for part in lines for line in part)) == plan


@given(plans(), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_a_plan_with_a_paragraph_a_line_is_left_alone(plan: list[str], line_break: str) -> None:
    assert texts(line_break.join(plan)) == plan


@given(plans(), plans(), st.integers(60, 90))
def test_a_wrapped_part_and_an_unwrapped_part_may_stand_in_one_file(
    one: list[str], other: list[str], width: int
) -> None:
    lines = [line for part in wrapped(one, width) for line in part]
    assert texts("\n".join([*lines, *other])) == one + other


WRAPPED = """\
Căn cứ Kế hoạch số 12/KH-UBND ngày 02/3/2025 của Ủy ban nhân dân huyện An
Lạc về hỗ trợ phụ nữ vay vốn làm ăn, phát triển kinh tế hộ giai đoạn 2021
- 2025 và định hướng đến năm 2030, gắn với chương trình phát triển kinh tế
- xã hội của địa phương, bảo đảm đúng đối tượng và đúng thời gian quy định;
{line}
- Mở 02 lớp tập huấn cho hội viên về kỹ năng quản lý vốn vay, ghi chép sổ
sách và bán hàng trên mạng, ưu tiên hội viên là người dân tộc thiểu số.
"""


@pytest.mark.parametrize(
    "line",
    [
        "I. MỤC ĐÍCH",
        "Thực hiện Nghị quyết của Ban Chấp hành, Hội xây dựng kế hoạch như sau:",
        "a) Về công tác tuyên truyền",
        "1.1. Về công tác tuyên truyền",
        "Điều 2. Tổ chức thực hiện",
    ],
)
def test_a_dash_within_a_sentence_is_no_item_and_a_new_item_is_one(line: str) -> None:
    paragraphs = texts(WRAPPED.format(line=line))
    assert len(paragraphs) == 3
    assert "giai đoạn 2021 - 2025" in paragraphs[0]
    assert "kinh tế - xã hội" in paragraphs[0]
    assert paragraphs[1] == line


def test_a_word_broken_behind_its_hyphen_is_whole_again() -> None:
    text = WRAPPED.format(
        line="Thực hiện Kế hoạch của Ủy ban nhân dân huyện An Lạc về vay vốn số 3368/QĐ-\nUBND ngày 5/3;"
    )
    assert "số 3368/QĐ-UBND ngày 5/3;" in texts(text)[1]


def test_a_number_that_is_no_next_label_stays_in_its_sentence() -> None:
    line = "Hội Liên hiệp Phụ nữ các xã gửi danh sách hội viên vay vốn trong tháng\n12. Hội huyện tổng hợp."
    assert texts(WRAPPED.format(line=line))[1].endswith("trong tháng 12. Hội huyện tổng hợp.")


def test_all_capitals_after_a_full_line_are_a_heading() -> None:
    line = "Hội Liên hiệp Phụ nữ các xã gửi danh sách hội viên vay vốn về Hội huyện,\nđúng hạn.\nTỔ CHỨC THỰC HIỆN"
    assert texts(WRAPPED.format(line=line))[2] == "TỔ CHỨC THỰC HIỆN"


def test_a_short_list_of_lower_case_lines_is_not_joined() -> None:
    lines = ["Địa bàn thực hiện gồm:", "xã An Hòa", "xã Bình Minh", "thị trấn An Lạc"]
    assert texts("\n".join(lines)) == lines
