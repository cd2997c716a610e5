"""What stands before and after the body of a paper."""

from typing import Any

import pytest

from donghanh.reading import read_document
from donghanh.reading.blocks import Paragraph
from donghanh.reading.errors import NotAPlan
from donghanh.reading.front import Frame, split_frame
from donghanh.reading.source import build_source
from reading.building import HEAD, OPENING, TAIL, blocks, paper, read, table

BODY = ("I. NỘI DUNG", "- Phát tin.")


def frame(*parts: Any) -> Frame:
    return split_frame(build_source(blocks(*parts)))


def test_a_plan_comes_apart_into_its_parts() -> None:
    found = split_frame(build_source(paper(*BODY)))
    assert found.kind == "ke_hoach"
    assert [line.text for line in found.header] == [
        *HEAD,
        "Số: 05/KH-BTV",
        "Bình An, ngày 10 tháng 01 năm 2025",
    ]
    assert found.title_text == "Chăm lo trẻ em mồ côi năm 2025"
    assert [line.text for line in found.body] == [OPENING, *BODY]
    assert [line.text for line in found.tail] == list(TAIL)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("KẾ HOẠCH", "ke_hoach"), ("HƯỚNG DẪN", "huong_dan"), ("CHƯƠNG TRÌNH PHỐI HỢP", "chuong_trinh"), ("THÔNG BÁO", "thong_bao"), ("BÁO CÁO", "bao_cao"),
     ("QUYẾT ĐỊNH", "quyet_dinh"), ("PHỤ LỤC", "phu_luc"), ("PHỤ LỤC I", "phu_luc"), ("ĐỀ ÁN", "other")],
)  # fmt: skip
def test_the_heading_names_the_kind(heading: str, kind: str) -> None:
    found = frame(*HEAD, heading, "Chăm lo trẻ em mồ côi", OPENING, *BODY, *TAIL)
    assert (found.kind, found.title_text) == (kind, "Chăm lo trẻ em mồ côi")


def test_a_title_goes_over_several_lines_and_may_begin_on_that_of_the_kind() -> None:
    bold = [
        Paragraph(t, bold=len(t), centred=True)
        for t in ("KẾ HOẠCH", "Chăm lo trẻ em mồ côi", "trên địa bàn xã Bình An năm 2025")
    ]
    assert (
        frame(*HEAD, *bold, OPENING, *BODY).title_text
        == "Chăm lo trẻ em mồ côi trên địa bàn xã Bình An năm 2025"
    )
    assert (
        frame(*HEAD, "KẾ HOẠCH Chăm lo trẻ em năm 2025", OPENING, *BODY).title_text
        == "Chăm lo trẻ em năm 2025"
    )


def test_rules_between_the_lines_are_passed_over() -> None:
    assert (
        frame(*HEAD, "-------", "KẾ HOẠCH", "Chăm lo trẻ em", "_____", OPENING, *BODY).title_text
        == "Chăm lo trẻ em"
    )


def test_a_letter_has_its_subject_for_a_title() -> None:
    found = frame(*HEAD, "V/v tuyên truyền", "Kính gửi: Chi hội các thôn", *BODY, *TAIL)
    assert (found.kind, found.title_text) == ("cong_van", "V/v tuyên truyền")


def test_a_signature_may_stand_before_the_recipients() -> None:
    found = frame(*HEAD, "KẾ HOẠCH", "Chăm lo trẻ em", OPENING, *BODY, *TAIL[4:], *TAIL[:4])
    assert [line.text for line in found.tail] == [*TAIL[4:], *TAIL[:4]]


def test_a_paper_without_recipients_and_signature_has_no_tail() -> None:
    found = frame(*HEAD, "KẾ HOẠCH", "Chăm lo trẻ em", OPENING, *BODY)
    assert found.tail == []
    assert [line.text for line in found.body] == [OPENING, *BODY]


@pytest.mark.parametrize(
    "texts",
    [
        ["Hôm nay trời đẹp."],
        ["Thơ", "Trăng lên", "Gió về"],
        ["- Mua rau", "- Mua gạo"],
        [],
        ["Kính thưa các bạn, tôi là Lan."],
    ],
)
def test_a_text_that_is_no_official_paper_is_refused(texts: list[str]) -> None:
    with pytest.raises(NotAPlan):
        read_document(blocks(*texts))


def test_a_title_may_cite_a_document_that_it_carries_out() -> None:
    title = "Thực hiện Nghị quyết số 05-NQ/TU ngày 12/3/2025 của Tỉnh ủy về công tác phụ nữ năm 2026"
    plan = read("I. NỘI DUNG", "- Mở lớp.", title=title)
    assert plan["document"]["title"] == title
    assert plan["document"]["period"] == {"from": "2026-01-01", "to": "2026-12-31"}


def test_an_opening_that_cites_a_document_is_no_title() -> None:
    opening = "Thực hiện Kế hoạch số 15/KH-BTV ngày 05/01/2025 của Hội LHPN tỉnh, Hội LHPN xã xây dựng kế hoạch như sau:"
    plan = read("I. NỘI DUNG", "- Mở lớp.", opening=[opening])
    assert plan["document"]["title"] == "Chăm lo trẻ em mồ côi năm 2025"
    assert plan["document"]["opening"] == [opening]


@pytest.mark.parametrize("title", ["DỰ TRÙ KINH PHÍ HỘI DIỄN NĂM 2024", "DANH SÁCH HỘ ĐƯỢC HỖ TRỢ"])
def test_the_office_above_the_name_of_a_sheet_is_no_part_of_its_title(title: str) -> None:
    made = (
        Paragraph("HỘI LHPN XÃ BÌNH AN", bold=19, centred=True),
        Paragraph(title, bold=len(title), centred=True),
    )
    found = frame(*made, table(["TT", "Nội dung", "Thành tiền"], ["1", "Âm thanh", "6.000.000"]))
    assert found.title_text == title


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("(V/v tuyên truyền)", "V/v tuyên truyền"),
        ("V/v kỷ niệm 95 năm (20/10/1930 - 20/10/2025)", "V/v kỷ niệm 95 năm (20/10/1930 - 20/10/2025)"),
    ],
)
def test_brackets_go_only_where_they_stand_around_the_whole_subject(subject: str, title: str) -> None:
    found = frame(*HEAD, subject, "Kính gửi: Chi hội các thôn", *BODY, *TAIL)
    assert found.title_text == title


def test_a_centred_line_in_small_letters_goes_on_with_a_bold_title() -> None:
    made = [
        Paragraph(text, bold=len(text) if bold else 0, centred=True)
        for text, bold in (
            ("KẾ HOẠCH", True),
            ("Thực hiện Dự án 8 “Thực hiện bình đẳng giới", True),
            ("và giải quyết những vấn đề cấp thiết”", False),
            ("trên địa bàn huyện năm 2024", True),
        )
    ]
    assert frame(*HEAD, *made, OPENING, *BODY, *TAIL).title_text.endswith(
        "cấp thiết” trên địa bàn huyện năm 2024"
    )


def test_a_sentence_below_the_name_of_the_kind_is_no_title_that_was_left_open() -> None:
    kind = Paragraph("KẾ HOẠCH", bold=8, centred=True)
    sentence = "Hội LHPN xã Bình An ban hành Kế hoạch với các nội dung sau:"
    found = read_document(
        blocks(*HEAD, "Số: 05/KH-BTV", kind, sentence, "I. NỘI DUNG", "- Mở lớp.", *TAIL)
    ).plan
    assert found["document"]["title"] == ""
    assert found["document"]["opening"] == [sentence]


def test_all_who_sign_side_by_side_are_read() -> None:
    signed = table(
        ("CÔNG AN XÃ", "TM. BAN THƯỜNG VỤ", "TRẠM Y TẾ XÃ"),
        ("TRƯỞNG CÔNG AN", "CHỦ TỊCH", "TRẠM TRƯỞNG"),
        ("Thượng tá Vũ Đức Long", "Phạm Thị Hải", "Đỗ Thị Minh"),
        borderless=True,
    )
    found = read_document(paper("I. NỘI DUNG", "- Mở lớp.", signed, tail=("Nơi nhận:", "- Lưu: VT."))).plan
    assert found["document"]["signatory"]["name"] == "Thượng tá Vũ Đức Long / Phạm Thị Hải / Đỗ Thị Minh"
