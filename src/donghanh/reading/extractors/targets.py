"""Commitments that success is measured by."""

import re

from donghanh.reading.blocks import Doubt
from donghanh.reading.leaves import leaves
from donghanh.reading.nodes import Node, NodeKind, Role
from donghanh.reading.outline import Outline
from donghanh.reading.plan import PlanDocument, Target
from donghanh.reading.tables import Column, figure
from donghanh.vietnam.quantities import Quantity, comparator, find_quantity, per_whom

_COMMITS = re.compile(
    r"(?:ít nhất|tối thiểu|Chọn|Lựa chọn|Phấn đấu|Hỗ trợ|Giúp|Tổ chức|Thành lập|Xây dựng|Duy trì|Triển khai|Củng cố|Đăng ký|Nhận"
    r"|Vận động|Trao|Tặng|Thực hiện|Bảo đảm|Đảm bảo|chọn|giúp đỡ|không dưới|trở lên)"
)


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[Target], list[Doubt]]:
    """Items of target sections, and quantified commitments of scope sections."""
    found: list[Target] = []
    for section in outline.sections:
        if section.role is Role.TARGETS:
            for node in leaves(section):
                target = _from_row(node, section) if node.kind is NodeKind.ROW else _from_text(node, section)
                if target.quantity is not None or not node.text.rstrip().endswith(":"):
                    found.append(target)
        elif section.role is Role.SCOPE:
            items = leaves(section)
            above = [n for n in section.contents if n.kind is NodeKind.PARAGRAPH and n not in items]
            for node in sorted([*items, *above], key=lambda n: n.span.start):
                if node.kind is not NodeKind.ROW and _COMMITS.search(node.text):
                    target = _from_text(node, section)
                    if target.quantity is not None and _is_commitment(node.text, target):
                        found.append(target)
    return found, []


def _is_commitment(text: str, target: Target) -> bool:
    """A verb or "ít nhất" with a number commits; naming where and whom does not."""
    return target.comparator != "=" or bool(re.match(rf"\s*(?:Mỗi [^,:]{{2,40}}\s)?{_COMMITS.pattern}", text))


def _from_text(node: Node, section: Node) -> Target:
    text = node.text
    quantity = find_quantity(text)
    return Target(
        text=text,
        quantity=quantity.value if quantity else None,
        unit=quantity.unit if quantity else None,
        comparator=comparator(text, quantity),
        per=per_whom(text, quantity),
        section=section.id,
        source=node.span,
    )


def _from_row(node: Node, section: Node) -> Target:
    """A row of a target table: the figure and its unit stand in columns of their own."""
    text = node.text
    quantity: Quantity | None = find_quantity(text)
    value = quantity.value if quantity else None
    unit = quantity.unit if quantity else None
    compares, per = comparator(text, quantity), per_whom(text, quantity)
    if node.table is not None:
        view, row = node.table.view, node.table.row
        for index in [*view.having(Column.QUANTITY), *view.having(Column.OTHER), *view.having(Column.UNIT)]:
            cell = row.line.cell(index)
            if cell is None or not cell.text or cell.text == text:
                continue
            number = figure(cell)
            written = find_quantity(cell.text) if number is None else None
            if number is not None or written is not None:
                value = number if number is not None else written.value if written else None
                unit = written.unit if written and written.unit else unit
                compares, per = comparator(cell.text, written), per or per_whom(cell.text, written)
                if compares == "=":
                    compares = comparator(text, None)
                break
        measure = view.cell(row, Column.MEASURE)
        unit = measure.text if measure else unit
    return Target(text, value, unit, compares, per, section.id, node.span)
