"""Whole plans as LibreOffice sets them, read back word by word."""

import json
from pathlib import Path

import pytest

from donghanh.reading.blocks import BlockDocument, Cell, FileKind, Paragraph, Table
from donghanh.reading.formats.pdf import read

from . import making
from .making import FILES

SHARED = Path(__file__).parents[5] / "shared" / "contract"
SAMPLE = "to_tiet_kiem_von_thon_ban"


@pytest.fixture(scope="module")
def plan() -> BlockDocument:
    return read((FILES / "plan.pdf").read_bytes())


@pytest.fixture(scope="module")
def merged() -> BlockDocument:
    return read((FILES / "merged.pdf").read_bytes())


def tables(document: BlockDocument) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: BlockDocument) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def lines(cell: Cell) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in cell.paragraphs)


def texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def test_every_paragraph_of_a_plan_is_whole_and_in_order(plan: BlockDocument) -> None:
    expected = [*making.TITLE, *making.BODY, *[making.LONG] * 3, *making.AFTER, *making.ANNEX]
    assert [p.text for p in paragraphs(plan)] == expected
    assert plan.kind is FileKind.PDF
    assert plan.doubts == ()


def test_a_table_over_pages_is_one_table_without_its_repeated_head(plan: BlockDocument) -> None:
    table = tables(plan)[1]
    assert texts(table) == [making.HEAD, *making.ROWS]
    assert len({row.page for row in table.rows}) >= 3


def test_letterhead_and_signature_are_two_columns_without_lines(plan: BlockDocument) -> None:
    letterhead, _, signature, _ = tables(plan)
    for table, left, right in (
        (letterhead, making.ISSUER, making.MOTTO),
        (signature, making.RECIPIENTS, making.SIGNATURE),
    ):
        assert table.borderless
        assert [[lines(cell) for cell in row.cells] for row in table.rows] == [[left, right]]
    assert plan.blocks[0] is letterhead


def test_titles_are_centred_and_bold_and_body_text_is_neither(plan: BlockDocument) -> None:
    for paragraph in paragraphs(plan):
        title = paragraph.text in (*making.TITLE, *making.ANNEX)
        heading = paragraph.text.isupper() or paragraph.text in ("1. Mục đích", "2. Yêu cầu")
        assert paragraph.centred == title, paragraph
        assert paragraph.all_bold == (title or heading), paragraph


def test_a_landscape_annex_keeps_its_merged_heads(plan: BlockDocument) -> None:
    annex = tables(plan)[-1]
    head = [(c.text, c.column, c.columns, c.rows) for row in annex.rows[:2] for c in row.cells]
    assert head == [
        ("TT", 0, 1, 2),
        ("Tên thôn", 1, 1, 2),
        ("Chỉ tiêu", 2, 3, 1),
        ("Số hộ", 2, 1, 1),
        ("Số tổ", 3, 1, 1),
        ("Số hội viên tập huấn", 4, 1, 1),
    ]
    assert tuple(texts(annex)[2:]) == making.ANNEX_ROWS


def test_paragraphs_without_indents_are_told_by_the_space_between() -> None:
    document = read((FILES / "block_style.pdf").read_bytes())
    assert [p.text for p in paragraphs(document)] == [*making.BLOCK_STYLE, *making.BULLETS] * 7
    assert {p.indent for p in paragraphs(document) if p.text.startswith("- ")} == {1}
    assert {p.indent for p in paragraphs(document) if not p.text.startswith("- ")} == {0}
    assert not tables(document)


def test_columns_set_with_tabs_are_tables_without_lines() -> None:
    document = read((FILES / "tabbed.pdf").read_bytes())
    letterhead, figures, signature = tables(document)
    assert [lines(cell) for cell in letterhead.rows[0].cells] == [making.ISSUER, making.MOTTO]
    assert texts(figures) == [("Thôn", "Số hộ", "Số tổ"), *((r[1], r[2], r[3]) for r in making.ANNEX_ROWS)]
    assert [lines(cell) for cell in signature.rows[0].cells] == [making.RECIPIENTS, making.SIGNATURE]
    assert all(table.borderless for table in (letterhead, figures, signature))


def test_cells_merged_downwards_go_on_over_page_breaks(merged: BlockDocument) -> None:
    (table,) = tables(merged)
    groups = [(c.text, c.rows) for row in table.rows[2:] for c in row.cells if c.column == 0]
    assert groups == list(making.GROUPS)
    tasks = [c.text for row in table.rows[2:] for c in row.cells if c.column == 1]
    assert tasks == [making.TASK.format(n) for n in range(1, sum(count for _, count in making.GROUPS) + 1)]


def test_marks_of_notes_go_and_raised_units_stay(merged: BlockDocument) -> None:
    assert [p.text for p in paragraphs(merged)] == [making.RANGE, making.NOTED, making.AFTER[2]]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared sample documents are not here")
def test_the_shared_sample_yields_its_sixteen_rows() -> None:
    document = read((SHARED / "files" / f"{SAMPLE}.pdf").read_bytes())
    gold = json.loads((SHARED / "gold" / f"{SAMPLE}.json").read_text())
    _, table, _ = tables(document)
    rows = texts(table)
    assert rows[0] == ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Ghi chú")
    assert rows[1:] == [
        (
            activity["label"],
            activity["text"],
            "; ".join(activity["lead"]),
            "; ".join(activity["partners"]),
            activity["period"]["text"],
            activity["note"] or "",
        )
        for activity in gold["activities"]
        if activity["section"] == "III"
    ]
