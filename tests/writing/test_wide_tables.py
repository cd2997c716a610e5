"""Tables with more columns than Word takes: all of them are written, in several."""

import io

import docx
from docx.table import Table as RuledTable
from hypothesis import given
from hypothesis import strategies as st

from donghanh.writing.columns import within_limit
from donghanh.writing.layout import layout
from donghanh.writing.model import MOST_COLUMNS, Cell, OfficialDocument, Table, table
from donghanh.writing.word import word
from writing.plans import plan, quota, section, written


def ruled(data: bytes) -> list[RuledTable]:
    """The tables between letterhead and foot."""
    return docx.Document(io.BytesIO(data)).tables[1:-1]


def cells(made: RuledTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in made.rows]


def test_a_table_that_is_too_wide_for_word_goes_on_in_another() -> None:
    kinds = [f"Loại {number}" for number in range(100)]
    first, second = ruled(
        written(plan(allocations=[quota("Xã Bình An", n, kind) for n, kind in enumerate(kinds)]))
    )
    assert cells(first)[0] + cells(second)[0][2:] == ["TT", "Đơn vị", *kinds]
    assert cells(second)[1][:2] == ["1", "Xã Bình An"]


def test_words_with_many_tabs_stand_in_tables_that_word_opens() -> None:
    head = [f"Cột {number}" for number in range(80)]
    words = ["\t".join(head), "\t".join(map(str, range(80)))]
    form = plan({**section("I", "BIỂU"), "body": words})
    made = ruled(written(form))
    assert [len(one.columns) for one in made] == [MOST_COLUMNS, 19]
    assert {text for one in made for row in cells(one) for text in row} == {*head, *map(str, range(80))}


def test_what_covers_several_columns_is_parted_with_them() -> None:
    wide = Table(
        (
            (Cell(("TT",), rows=2), Cell(("Xã",), rows=2), Cell(("Chia ra",), columns=70)),
            tuple(Cell((f"Thôn {number}",)) for number in range(70)),
            (Cell(("Miền núi",), columns=72, bold=True),),
            tuple(Cell((str(number),)) for number in range(72)),
        ),
        heads=2,
    )
    first, second = within_limit(wide)
    assert [sum(cell.columns for cell in row) for row in second.rows] == [11, 9, 11, 11]
    assert second.rows[0][2] == Cell(("Chia ra",), columns=9)
    assert [cell.lines[0] for cell in second.rows[1]] == [f"Thôn {number}" for number in range(61, 70)]
    assert second.rows[2] == (Cell(("Miền núi",), columns=11, bold=True),)
    document = OfficialDocument(body=(wide,))
    made = docx.Document(io.BytesIO(word(document, layout("state")))).tables
    assert [one.cell(1, 0).text for one in made] == ["TT", "TT"]
    assert first.heads == second.heads == 2


@given(st.integers(1, 400), st.integers(0, 3))
def test_every_column_stands_once_and_the_first_two_in_each_table(width: int, rows: int) -> None:
    wide = table([str(n) for n in range(width)], [[str(n) for n in range(width)]] * rows, [1] * width)
    parts = list(within_limit(wide))
    assert all(part.width <= MOST_COLUMNS and len(part.widths) == part.width for part in parts)
    said = [[cell.lines[0] for cell in part.rows[0]] for part in parts]
    again = [names[2:] if number else names for number, names in enumerate(said)]
    assert [name for names in again for name in names] == [str(n) for n in range(width)]
    assert all(names[:2] == said[0][:2] for names in said)
