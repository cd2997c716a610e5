"""Quota tables: which unit takes how many. The total row is checked, not listed."""

import re

from donghanh.reading.blocks import Doubt
from donghanh.reading.nodes import NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Allocation, PlanDocument
from donghanh.reading.tables import Column, figure
from donghanh.vietnam.quantities import find_quantity


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[Allocation], list[Doubt]]:
    """One entry for each unit and each column of counts; columns that add up others are left out."""
    found: list[Allocation] = []
    doubts: list[Doubt] = []
    for node in outline.root.walk():
        ref = node.table
        if node.kind is not NodeKind.ROW or ref is None or not ref.view.allots or node.is_total:
            continue
        if ref.is_head:
            continue
        view, row = ref.view, ref.row
        unit = view.cell(row, Column.UNIT)
        if unit is None:
            continue
        note = view.cell(row, Column.NOTE)
        for index in view.having(Column.QUANTITY):
            if (
                re.match(r"(?:tổng|cộng)", view.heads.get(index, "").lower())
                and len(view.having(Column.QUANTITY)) > 1
            ):
                continue
            cell = row.line.cell(index)
            if cell is None or not cell.text or cell.column != index:
                continue
            number = figure(cell)
            if number is None:
                written = find_quantity(cell.text)
                number = written.value if written else None
            if number is None:
                doubts.append(
                    Doubt("allocation", f"Không rõ số lượng của “{unit.text}”: ô ghi “{cell.text}”.")
                )
                continue
            found.append(
                Allocation(
                    unit.text,
                    number,
                    view.heads.get(index),
                    note.text if note else None,
                    row.line.span(unit.start - row.line.start, unit.end - row.line.start),
                )
            )
    return found, doubts
