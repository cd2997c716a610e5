"""Slips of recognition: what is mended, what is left as it was read, and that clean text is never changed."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import Block, Cell, Paragraph, Row, Table
from donghanh.reading.formats.scan.mending import mend
from reading.corpus.build import MUTATIONS, Sample, all_plans, made
from reading.corpus.flow import flow
from reading.corpus.text import plain

WORDS = {
    # words that are always the same
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HÒA XÃ HỌI CHỦ NGHIA VIỆT NAM": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM": "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",  # the older tone placement
    "Độc lâp - Tự do - Hanh phúc": "Độc lập - Tự do - Hạnh phúc",
    "Độc lập – Tự do – Hạnh phúc": "Độc lập – Tự do – Hạnh phúc",
    "VILT NAM": "VIỆT NAM",
    "KẾ HOACH": "KẾ HOẠCH",
    "TM. BAN THƯỜNG VU": "TM. BAN THƯỜNG VỤ",
    "T/M BAN CHẤP HÀNH": "T/M BAN CHẤP HÀNH",
    "IM BAN THƯỜNG VỤ HỘI LHPN": "TM. BAN THƯỜNG VỤ HỘI LHPN",
    "KT. CHỦ TICH": "KT. CHỦ TỊCH",
    "Nơi nhân:": "Nơi nhận:",
    "- Lưu: VI, KGVX.": "- Lưu: VT, KGVX.",
    "- Thường trực Huyện ủy (b/€);": "- Thường trực Huyện ủy (b/c);",
    "Ủy ban M1 1Q Việt Nam phường": "Ủy ban MTTQ Việt Nam phường",
    "UỶ BAN M1 1t VIỆT NAM": "UỶ BAN MTTQ VIỆT NAM",
    "Ủy ban MTTQ Việt Nam tỉnh": "Ủy ban MTTQ Việt Nam tỉnh",
    "CHỈ TIỂU": "CHỈ TIÊU",
    "Hội liên hiệp phụ nư xã": "Hội liên hiệp phụ nữ xã",
    "Chi tiêu đúng chế độ": "Chi tiêu đúng chế độ",
    "100% chỉ hội có sổ": "100% chi hội có sổ",
    "chỉ hội viên nòng cốt được bầu": "chỉ hội viên nòng cốt được bầu",
    "H”Lan Niê": "H’Lan Niê",
    # words without a space between
    "Mở lớp tập huấnkỹ năng": "Mở lớp tập huấn kỹ năng",
    "tiêm vắcxin, đổ bêtông": "tiêm vắcxin, đổ bêtông",
    "LHPN, UBND, Zalo, Krông Năng": "LHPN, UBND, Zalo, Krông Năng",
    # numbers of papers
    "Quyết định số 938/QĐ-ITg": "Quyết định số 938/QĐ-TTg",
    "Công điện số 36/CĐ-T'Tg": "Công điện số 36/CĐ-TTg",
    "Công điện số 36/CĐĐ-TTg": "Công điện số 36/CĐ-TTg",
    "Kết luận số 61-KL/IW": "Kết luận số 61-KL/TW",
    "Kế hoạch số l2/KH-UBND": "Kế hoạch số 12/KH-UBND",
    "Nghị quyết số 9O/NQ-CP": "Nghị quyết số 90/NQ-CP",
    "Luật số 13/2022/QHI5": "Luật số 13/2022/QH15",
    "Quyết định số 22QĐ-TTg": "Quyết định số 22/QĐ-TTg",
    "Nghị quyết số 017NQLT-HLHPN-BCA": "Nghị quyết số 01/NQLT-HLHPN-BCA",
    "Quyết định số 127QĐ-TTg": "Quyết định số 127QĐ-TTg",  # 12/ or 127/
    "Số: 12/KH BTV": "Số: 12/KH-BTV",
    "Số: 07-KH/ĐTN": "Số: 07-KH/ĐTN",
    "trước ngày 25/11": "trước ngày 25/11",
    "từ 8h30/11 đến 12/TTX": "từ 8h30/11 đến 12/TTX",
    # sums and dates
    "5.000.O00 đồng": "5.000.000 đồng",
    "l.200.000 đồng": "1.200.000 đồng",
    "S00.000đ/suất": "500.000đ/suất",
    "mỗi suất 300.000d": "mỗi suất 300.000đ",
    "mỗi suất 300.000 đông": "mỗi suất 300.000 đồng",
    "ngày 2O/5/2025": "ngày 20/5/2025",
    "ngày l5 tháng 1O năm 2O25": "ngày 15 tháng 10 năm 2025",
    "ngày 4O/5/2025": "ngày 4O/5/2025",  # no calendar has it
    "tháng O4/2024": "tháng 04/2024",
    "năm 2O24": "năm 2024",
    "lớp SOS, IO, B.100": "lớp SOS, IO, B.100",
    # places
    "xã la Grai, huyện Ia Grai": "xã Ia Grai, huyện Ia Grai",
    "xã Mường Tip, huyện Kỳ Sơn, tỉnh Nghệ An": "xã Mường Típ, huyện Kỳ Sơn, tỉnh Nghệ An",
    "xã Nậm Cẳn, huyện Kỳ Sơn, tỉnh Nghệ An": "xã Nậm Cẳn, huyện Kỳ Sơn, tỉnh Nghệ An",  # Nậm Cắn, or Nậm Càn
    "xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An": "xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An",
    "xã Mường Tip": "xã Mường Tip",  # no higher place says which is meant, and a mark may have been left out
    "xã Nậm Cẳn": "xã Nậm Cẳn",  # Nậm Cắn, or Nậm Càn
    "trên địa bàn huyện Sĩ Ma Cai": "trên địa bàn huyện Si Ma Cai",
    "huyện Sĩ Ma Cai và Hội LHPN": "huyện Si Ma Cai và Hội LHPN",
    "HỘI LHPN TỈNH TUYỂN QUANG": "HỘI LHPN TỈNH TUYÊN QUANG",
    "tỉnh Hoà Bình": "tỉnh Hoà Bình",  # the older tone placement
    "tỉnh Đăk Lăk, xã Tân Lập Thượng": "tỉnh Đăk Lăk, xã Tân Lập Thượng",
    "xã Vân Sơn, huyện Không Có": "xã Vân Sơn, huyện Không Có",
}

LISTS = [
    ("I. MỤC ĐÍCH", "H. CHỈ TIÊU", "HI. NỘI DUNG", "IV. KINH PHÍ"),
    ("I. MỤC ĐÍCH", "II. CHỈ TIÊU", "IT. NỘI DUNG", "IV. KINH PHÍ"),
    ("L. MỤC ĐÍCH", "IL. CHỈ TIÊU", "II. NỘI DUNG", "IV. KINH PHÍ"),
    ("IL MỤC ĐÍCH", "II. CHỈ TIÊU", "IIIL NỘI DUNG", "IV. KINH PHÍ"),
    ("I. MỤC ĐÍCH", "I. CHỈ TIÊU", "II. NỘI DUNG", "IV. KINH PHÍ"),
    ("I. MỤC ĐÍCH", "11. CHỈ TIÊU", "IH. NỘI DUNG", "TV. KINH PHÍ"),
]
RIGHT_LIST = ["I. MỤC ĐÍCH", "II. CHỈ TIÊU", "III. NỘI DUNG", "IV. KINH PHÍ"]
OTHER_LISTS = {
    ("l. Mở lớp", "2. Tặng quà"): ["1. Mở lớp", "2. Tặng quà"],
    ("4. Mở lớp", "S. Tặng quà"): ["4. Mở lớp", "5. Tặng quà"],
    ("1. Mở lớp", "2, Tặng quà"): ["1. Mở lớp", "2. Tặng quà"],
    ("I- Mục đích", "II- Đối tượng", "IT- Nội dung", "IV- Kinh phí"): ["I- Mục đích", "II- Đối tượng", "III- Nội dung", "IV- Kinh phí"],
    ("d) Mở lớp", "e) Tặng quà"): ["d) Mở lớp", "e) Tặng quà"],
    ("c) Mở lớp", "d) Tặng quà", "d) Phát tin", "e) Đăng bài"): ["c) Mở lớp", "d) Tặng quà", "đ) Phát tin", "e) Đăng bài"],
    ("a) Mở lớp", "6) Tặng quà", "c) Phát tin"): ["a) Mở lớp", "6) Tặng quà", "c) Phát tin"],
    ("I. MỤC ĐÍCH", "II. NỘI DUNG", "IV. KINH PHÍ"): ["I. MỤC ĐÍCH", "II. NỘI DUNG", "IV. KINH PHÍ"],
    ("VI. KINH PHÍ", "VHI. TỔ CHỨC THỰC HIỆN"): ["VI. KINH PHÍ", "VII. TỔ CHỨC THỰC HIỆN"],
    ("G. Mở lớp", "H. Tặng quà"): ["G. Mở lớp", "H. Tặng quà"],
    ("I. NHIỆM VỤ", "- Mở lớp", "I. PHÂN CÔNG"): ["I. NHIỆM VỤ", "- Mở lớp", "II. PHÂN CÔNG"],
    ("I. Mở lớp", "II. Tặng quà", "I. Phát tin", "II. Đăng bài"): ["I. Mở lớp", "II. Tặng quà", "I. Phát tin", "II. Đăng bài"],
}  # fmt: skip


def mended(*blocks: str | Block) -> list[str]:
    """The texts of paragraphs on a recognised page, mended."""
    found = mend([Paragraph(b, page=1) if isinstance(b, str) else b for b in blocks], {1})
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(("read", "right"), WORDS.items())
def test_a_slip_is_mended_where_it_is_certain(read: str, right: str) -> None:
    assert mended(read) == [right]


@pytest.mark.parametrize("read", LISTS)
def test_roman_numbers_are_what_their_list_says(read: tuple[str, ...]) -> None:
    assert mended(*read)[1:] == RIGHT_LIST[1:]
    assert mended(*read)[0].startswith("I")


@pytest.mark.parametrize(("read", "right"), OTHER_LISTS.items())
def test_labels_are_mended_only_where_their_list_says_so(read: tuple[str, ...], right: list[str]) -> None:
    assert mended(*read) == right


def test_labels_of_rows_are_mended_like_those_of_paragraphs() -> None:
    labels = ("TT", "I", "H", "HI", "1", "2")
    rows = (
        Row((Cell((Paragraph(label, page=1),), 0), Cell((Paragraph("Mở lớp", page=1),), 1)))
        for label in labels
    )
    (found,) = mend([Table(tuple(rows))], {1}).blocks
    assert isinstance(found, Table)
    assert [row.cells[0].text for row in found.rows] == ["TT", "I", "II", "III", "1", "2"]


def test_what_is_mended_is_told_with_its_page_and_is_uncertain_no_more() -> None:
    read = Paragraph("Căn cứ Kế hoạch số l2/KH-UBND ngay", page=3, uncertain=((19, 29), (30, 34)))
    found = mend([read], {3})
    assert found.blocks == (Paragraph("Căn cứ Kế hoạch số 12/KH-UBND ngay", page=3, uncertain=((30, 34),)),)
    assert [
        (doubt.code, "“l2/KH-UBND” → “12/KH-UBND” (trang 3)" in doubt.message) for doubt in found.doubts
    ] == [("recognition_mended", True)]


def test_ranges_behind_a_slip_move_with_it() -> None:
    found = mend([Paragraph("tập huấnkỹ năng sống", page=1, bold=10, uncertain=((11, 15),))], {1}).blocks[0]
    assert isinstance(found, Paragraph)
    assert found.text[slice(*found.uncertain[0])] == "năng"
    assert found.text[: found.bold] == "tập huấn kỹ"


def test_pages_that_were_not_recognised_are_left_alone() -> None:
    assert mend([Paragraph("KẾ HOACH", page=2)], {1}).blocks == (Paragraph("KẾ HOACH", page=2),)


# Typing errors of the paper are none of recognition, but look like one.
CLEAN = [
    (name, mutation)
    for i, name in enumerate(all_plans())
    for j, mutation in enumerate(["", *MUTATIONS])
    if mutation != "typos" and (not mutation or (i + j) % 8 == 0)
]


@cache
def lines(name: str, mutation: str) -> tuple[str, ...]:
    plan = made(Sample(name, mutation, "txt"))
    text = plain(flow(plan)) if plan is not None else ""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


@pytest.mark.parametrize(("name", "mutation"), CLEAN)
def test_clean_text_is_never_changed(name: str, mutation: str) -> None:
    found = lines(name, mutation)
    assert mended(*found) == list(found)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_is_mended_or_left(texts: list[str]) -> None:
    assert len(mended(*texts)) == len(texts)
