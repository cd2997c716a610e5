"""A plan as it is set, for every format alike: letterhead, lines, grids and signature, top to bottom."""

from dataclasses import dataclass, replace

from .gold import amount_sum, cased, quantity_sum
from .model import Item, Plan, Section, Table, dong
from .numbering import Numbered, item_mark, number_sections


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. mark stands before the text; bold counts the leading characters of both together.

    level: depth of a heading or item, for indentation; heading: depth of a section + 1, 0 for other lines.
    numbered: which list would make the mark: "section", "item", "bullet", "" where it is typed anyway.
    first: the item begins a list of its own.
    """

    text: str
    mark: str = ""
    bold: int = 0
    italic: bool = False
    centred: bool = False
    level: int = 0
    heading: int = 0
    numbered: str = ""
    first: bool = False
    gap: str = " "

    @property
    def full(self) -> str:
        return f"{self.mark}{self.gap}{self.text}" if self.mark else self.text


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cell texts; the first `heads` are head rows; rows in `bold` are set in bold."""

    rows: tuple[tuple[str, ...], ...]
    heads: int
    bold: frozenset[int]


@dataclass(frozen=True, slots=True)
class Head:
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    recipients: tuple[str, ...]
    signature: tuple[str, ...]


Block = Line | Grid | Head | Foot


def flow(plan: Plan) -> list[Block]:
    """The blocks of the document, top to bottom."""
    blocks: list[Block] = []
    if plan.letterhead:
        left = [*plan.letterhead.left, f"Số: {plan.letterhead.number}"]
        left += [plan.letterhead.about] if plan.letterhead.about else []
        blocks.append(Head(tuple(left), (*plan.letterhead.right, plan.letterhead.place_date)))
    if plan.kind_line:
        blocks += [_strong(text) for text in (plan.kind_line, *plan.title)]
    if plan.annex_line:
        blocks.append(Line(plan.annex_line, italic=True, centred=True))
    if len(plan.addressees) == 1:
        blocks.append(Line(f"Kính gửi: {plan.addressees[0]}", centred=True))
    elif plan.addressees:
        blocks.append(Line("Kính gửi:", centred=True))
        ends = [";"] * (len(plan.addressees) - 1) + ["."]
        blocks += [
            Line(text + end, mark="-", level=3) for text, end in zip(plan.addressees, ends, strict=True)
        ]
    setter = _Setter(plan)
    for item in plan.opening:
        setter.item(item, 0, "", "", 0)
    setter.parts(plan.loose, 0, "")
    for section in plan.sections:
        setter.section(section)
    for item in plan.closing:
        setter.item(item, 0, "", "", 0)
    blocks += setter.blocks
    if plan.recipients:
        ends = [";"] * (len(plan.recipients) - 1) + ["."]
        lines = (f"- {text}{end}" for text, end in zip(plan.recipients, ends, strict=True))
        signed = (plan.style.signed,) if plan.style.signed else ()
        blocks.append(Foot(tuple(lines), (*plan.signature[:-1], *signed, *plan.signature[-1:])))
    return [_dressed(block, plan) for block in blocks]


def _strong(text: str) -> Line:
    return Line(text, bold=len(text), centred=True)


def _dressed(block: Block, plan: Plan) -> Block:
    """The spaces of the style: between mark and text, and after the sentences and commas of a paragraph."""
    if not isinstance(block, Line):
        return block
    gap, spaces = plan.style.gap, plan.style.spaces
    text = (
        block.text
        if block.bold or block.centred
        else block.text.replace(". ", f".{spaces}").replace(", ", f",{spaces}")
    )
    bold = max(0, block.bold - len(block.gap) + len(gap)) if block.mark and block.bold else block.bold
    return replace(block, text=text, gap=gap, bold=bold)


class _Setter:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.numbers = number_sections(plan)
        self.marks = dict(plan.style.marks)
        self.blocks: list[Block] = []

    def section(self, section: Section) -> None:
        place = self.numbers[id(section)]
        style = self.plan.style
        title, mark = cased(self.plan, place.depth, section.title), place.mark.printed
        parts = section.parts
        numbered = "" if section.number is not None else "section"
        if section.run_in:
            body, parts = parts[0], parts[1:]
            assert isinstance(body, Item)
            text = f"{title}{style.colon} {body.text}"
            self.line(text, mark, place, len(f"{mark} {title}{style.colon}"), numbered)
        else:
            text = title + (style.heading_end if not title.endswith((":", ".")) else "")
            self.line(text, mark, place, len(f"{mark} {text}"), numbered)
        self.parts(parts, place.depth + 1, place.mark.label)

    def line(self, text: str, mark: str, place: Numbered, bold: int, numbered: str) -> None:
        bold = bold if self.plan.style.bold_headings else 0
        line = Line(text, mark, bold, level=place.depth, heading=place.depth + 1, numbered=numbered)
        self.blocks.append(line)

    def parts(self, parts: tuple[Section | Item | Table, ...], level: int, above: str) -> None:
        count = 0
        for part in parts:
            if isinstance(part, Section):
                self.section(part)
            elif isinstance(part, Table):
                self.blocks.append(grid(part))
            else:
                count = count + 1 if part.mark in ("1", "a") else 0
                self.item(part, level, above, "", count)

    def item(self, item: Item, level: int, above: str, outer: str, count: int) -> None:
        mark, numbered = self.marks.get(item.mark, item.mark), ""
        if item.mark == "=":
            mark, level = outer, level - 1
        elif item.mark in ("1", "a"):
            mark, numbered = item_mark(self.plan.style.scheme, item.mark, count, above).printed, "item"
        elif item.mark:
            numbered = "bullet"
        self.blocks.append(Line(item.text, mark, level=level, numbered=numbered, first=count == 1))
        inner = 0
        for child in item.children:
            inner = inner + 1 if child.mark in ("1", "a") else 0
            self.item(child, level + 1, above, mark, inner)


def grid(table: Table) -> Grid:
    """A table with its head rows, and the total row as the arithmetic (and a planted fault) has it."""
    rows = [*table.head, *(tuple(cell.text for cell in row.cells) for row in table.rows)]
    bold = {index + len(table.head) for index, row in enumerate(table.rows) if row.heading}
    if table.total:
        values = {"quantity": f"{quantity_sum(table):02}"} if "amount" not in table.columns else {}
        values |= {"amount": dong(amount_sum(table))} if "amount" in table.columns else {}
        words = "text" if "text" in table.columns else "unit"
        rows.append(tuple(table.total if name == words else values.get(name, "") for name in table.columns))
        bold.add(len(rows) - 1)
    return Grid(tuple(rows), len(table.head), frozenset(bold))


def spans(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """The cells that begin somewhere in the head rows, with rows and columns that they cover.

    In head rows the same text side by side, or one above the other, is one merged cell.
    """
    found: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for r in range(grid.heads):
        for c, text in enumerate(grid.rows[r]):
            if (r, c) in covered:
                continue
            columns = 1
            while c + columns < len(grid.rows[r]) and grid.rows[r][c + columns] == text:
                columns += 1
            rows = 1
            while columns == 1 and r + rows < grid.heads and grid.rows[r + rows][c] == text:
                rows += 1
            found[r, c] = rows, columns
            covered |= {(r + i, c + j) for i in range(rows) for j in range(columns)}
    return found
