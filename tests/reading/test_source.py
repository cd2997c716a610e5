"""The text that was read, and where each paragraph and cell stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import BlockDocument, FileKind, Paragraph
from donghanh.reading.source import SourceText, build_source
from reading.building import blocks, table, wide


def source(*parts: object) -> SourceText:
    return build_source(blocks(*parts))  # type: ignore[arg-type]


def test_paragraphs_stand_one_a_line() -> None:
    text = source("Kế hoạch", "I. Mục đích", "- Nâng cao")
    assert text.text == "Kế hoạch\nI. Mục đích\n- Nâng cao"
    assert [text.text[line.start : line.end] for line in text.lines] == [
        "Kế hoạch",
        "I. Mục đích",
        "- Nâng cao",
    ]


def test_empty_paragraphs_leave_no_line() -> None:
    assert source("Kế hoạch", "", "I. Mục đích").text == "Kế hoạch\nI. Mục đích"


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    text = source(table(["TT", "Nội dung", "Đơn vị"], ["1", "Tập huấn", "Hội LHPN xã"]))
    assert text.text == "TT\tNội dung\tĐơn vị\n1\tTập huấn\tHội LHPN xã"


def test_cells_know_where_they_stand() -> None:
    text = source("Mở đầu", table(["TT", "Nội dung"], ["1", "Tập huấn"]))
    for line in text.lines[1:]:
        for cell in line.cells:
            assert text.text[cell.start : cell.end] == cell.text


def test_empty_cells_at_the_end_of_a_row_leave_no_tabs() -> None:
    text = source(table(["1", "Tập huấn", "", ""], ["2", "", "Hội LHPN", ""]))
    assert text.text == "1\tTập huấn\n2\t\tHội LHPN"
    assert [len(line.cells) for line in text.lines] == [4, 4]


def test_a_merged_cell_is_found_in_every_row_that_it_covers() -> None:
    lines = source(
        table([wide("Cụm 1", 1, rows=3), "xã A"], [None, "xã B"], [None, "xã C"], ["Cụm 2", "xã D"])
    ).lines
    assert [c.text if (c := line.cell(0)) else None for line in lines] == ["Cụm 1", "Cụm 1", "Cụm 1", "Cụm 2"]
    assert [len(line.merged) for line in lines] == [0, 1, 1, 0]


def test_a_cell_is_found_by_any_column_that_it_spans() -> None:
    [line] = source(table([wide("Kinh phí", 2), "Ghi chú"])).lines
    assert [c.text if (c := line.cell(i)) else None for i in range(4)] == [
        "Kinh phí",
        "Kinh phí",
        "Ghi chú",
        None,
    ]


def test_a_letterhead_is_read_column_by_column() -> None:
    text = source(
        table(
            ["HỘI LHPN XÃ BÌNH AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["Số: 05/KH-BTV", "Bình An, ngày 10 tháng 01 năm 2025"],
            borderless=True,
        )
    )
    assert [(line.text[:6], line.column) for line in text.lines] == [
        ("HỘI LH", 0), ("Số: 05", 0), ("CỘNG H", 1), ("Bình A", 1),
    ]  # fmt: skip
    assert not any(line.cells for line in text.lines)


def test_a_table_of_content_keeps_its_rows_although_it_has_two_columns() -> None:
    text = source(table(["Nội dung", "Đơn vị"], ["Tập huấn", "Hội LHPN xã"]))
    assert all(line.cells and line.column is None for line in text.lines)


@pytest.mark.parametrize("page", [None, 1, 7])
def test_a_range_carries_the_page_of_its_line(page: int | None) -> None:
    document = BlockDocument(FileKind.PDF, (Paragraph("Kế hoạch", page=page),), pages=9)
    [line] = build_source(document).lines
    assert line.span(0, 3).as_json() == {"start": 0, "end": 3, "page": page}


parts = st.lists(
    st.text(alphabet="aăâ bcd1. -\t", max_size=12).map(lambda s: " ".join(s.split()))
    | st.lists(
        st.lists(st.sampled_from(["", "1", "Tập huấn", "Hội"]), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    ),
    max_size=8,
)


@given(parts)
def test_every_line_and_cell_stands_where_it_says(made: list[str | list[list[str]]]) -> None:
    text = build_source(blocks(*[p if isinstance(p, str) else table(*p) for p in made]))
    assert text.text == "\n".join(line.text for line in text.lines)
    for line in text.lines:
        span = line.span()
        assert text.text[span.start : span.end] == line.text
        for cell in line.cells:
            assert text.text[cell.start : cell.end] == cell.text


def test_a_table_without_lines_that_opens_a_paper_is_its_letterhead() -> None:
    """Though nothing but the office stands in it yet."""
    made = source(table(["UBND HUYỆN TAM ĐƯỜNG", ""], borderless=True), "KẾ HOẠCH")
    assert [(line.text, line.column) for line in made.lines] == [
        ("UBND HUYỆN TAM ĐƯỜNG", 0),
        ("KẾ HOẠCH", None),
    ]
