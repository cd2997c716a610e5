"""Who is responsible for what: one entry for each numbered heading that names its units."""

import re

from donghanh.reading.blocks import Doubt
from donghanh.reading.extractors.cells import lines_of, units_of
from donghanh.reading.leaves import is_entry
from donghanh.reading.nodes import Node, NodeKind, Role
from donghanh.reading.outline import Outline
from donghanh.reading.plan import PlanDocument, Responsibility
from donghanh.reading.source import CellSpan
from donghanh.reading.tables import Column
from donghanh.vietnam.acts import ACT
from donghanh.vietnam.organisations import split_names, starts_name, strip_address

_SUBJECT = re.compile(
    rf"(?P<units>[^.;:]{{3,160}}?)\s+(?:có trách nhiệm|căn cứ|(?:là|làm) (?:cơ quan|đơn vị|đầu mối)|{ACT})"
)
_CARRIES_OUT = re.compile(
    r"(?:[Cc]ác [Ôô]ng,? \(?[Bb]à\)?(?: \([Bb]à\))?\s*:?\s*)?(?P<units>[^.:]{3,600}?)\s+(?:căn cứ Quyết định )?(?:"
    r"(?:chịu trách nhiệm )?(?:thi hành|thực hiện) (?:theo )?[Qq]uyết định này|chịu trách nhiệm thi hành(?=[\s./]*$))"
)
_EVERYBODY = re.compile(
    r"(?:các|Các) (?:cơ quan|đơn vị|ngành|cấp|tổ chức)(?:, (?:đơn vị|ban, ngành|địa phương))*(?: (?:liên quan|thực hiện))?"
)


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[Responsibility], list[Doubt]]:
    """Headings of organisation sections that name units, and numbered sentences whose subject they are.

    A unit named inside a bullet makes no entry of its own.
    """
    found: list[Responsibility] = []
    for section in outline.sections:
        if section.role is not Role.ORGANISATION:
            continue
        if section.parent is not outline.root or outline.genre.addresses:
            entry = _of_heading(section)
            if entry is not None:
                found.append(entry)
                continue
        found += [e for node in section.contents if (e := _of_content(node, section)) is not None]
    if plan.document.kind == "quyet_dinh":
        found += [e for node in outline.contents() if (e := _who_carries_out(node)) is not None]
    return sorted(found, key=lambda r: r.source.start), []


def _of_heading(section: Node) -> Responsibility | None:
    name, request = strip_address(section.text)
    if _EVERYBODY.fullmatch(name) and any(c.kind is NodeKind.SECTION for c in section.children):
        return None  # "Trách nhiệm của các đơn vị" over the units themselves
    if not starts_name(name) and not starts_name(name[:1].upper() + name[1:]):
        return None
    return Responsibility(tuple(split_names(name)), request, tuple(duties(section)), section.id, section.span)


def _who_carries_out(node: Node) -> Responsibility | None:
    """The last words of a decision: "Chánh Văn phòng, ... chịu trách nhiệm thi hành Quyết định này." """
    match = _CARRIES_OUT.match(node.text) if node.kind is not NodeKind.ROW else None
    if match is None:
        return None
    return Responsibility(tuple(split_names(match["units"])), False, (node.text,), None, node.span)


def duties(section: Node) -> list[str]:
    """One for each bullet or paragraph under a heading, its subheadings' included."""
    texts = []
    for node in section.walk():
        if node is section:
            continue
        if node.kind in (NodeKind.ITEM, NodeKind.PARAGRAPH) and node.text.strip():
            texts.append(node.text)
    return texts


def _of_content(node: Node, section: Node) -> Responsibility | None:
    return _of_row(node, section) if node.kind is NodeKind.ROW else _of_sentence(node, section)


def _of_row(node: Node, section: Node) -> Responsibility | None:
    """A row "Hội LHPN xã | Chủ trì truyền thông": the unit before what it does, not behind as in a table of work."""
    ref = node.table
    if ref is None or not is_entry(node) or ref.view.content is None:
        return None
    unit, duty = ref.cell(Column.LEAD), ref.cell(Column.CONTENT)
    if unit is None or duty is None or unit.column > duty.column:
        return None
    return Responsibility(
        tuple(units_of(unit)), False, tuple(lines_of(duty)), section.id, node.line.span(*_place(unit, node))
    )


def _place(cell: CellSpan, node: Node) -> tuple[int, int]:
    return cell.start - node.line.start, cell.end - node.line.start


def _of_sentence(node: Node, section: Node) -> Responsibility | None:
    """A numbered item that is a sentence about the units it begins with."""
    if node.kind is not NodeKind.ITEM or node.label is None or node.label.is_bullet:
        return None
    words, request = strip_address(node.text)
    match = _SUBJECT.match(words)
    if match is None:
        return None
    units = match["units"].strip(" ,")
    if not starts_name(units) or len(units.split()) > 30:
        return None
    texts = [node.text, *(c.text for c in node.children)]
    return Responsibility(tuple(split_names(units)), request, tuple(texts), section.id, node.span)
