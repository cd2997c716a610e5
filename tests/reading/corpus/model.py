"""The form in which a plan of the corpus is written: a tree of sections, items and tables with their facts.

Document and gold are both made from this tree (`flow` and `gold`), so neither can say what the other does
not. What follows from the tree is derived: ids, labels, texts, which items are activities or targets, the
duties of a unit, sums and products of tables, and the findings on what a plan lacks. What needs judgement is
written at the item that it belongs to: money, quantities, leads, times, reports, cited documents.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Role = Literal["purpose", "targets", "scope", "content", "budget", "organisation", "reporting", "other"]


@dataclass(frozen=True, slots=True)
class When:
    """A time as written, with its first and last day (ISO, None where it fixes none)."""

    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """One mention of a sum, in đồng; kind is total, rate or cap."""

    value: int
    kind: str
    per: str | None = None
    quantity: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    quantity: float | None
    unit: str | None
    comparator: str = "="
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One cycle of a duty to report; sender None means the unit of the section."""

    cycle: str
    due: str | None = None
    to: str | None = None
    via: str | None = None
    sender: str | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """A cited document that counts as a legal basis."""

    number: str
    kind: str | None = None
    issued_on: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault planted on purpose, with the code of the finding that it has to raise."""

    code: str
    message: str = ""


Fact = Money | Target | Report | Base | Fault


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, bullet or numbered sentence.

    mark: "" for a paragraph, "-" and "+" for bullets, "=" for the same bullet as the item that it stands
        under, "1" and "a" for items numbered by place.
    caption: a line such as "Thời gian:" that is no activity; its `when` holds for the items after it.
    """

    text: str
    mark: str = "-"
    facts: tuple[Fact, ...] = ()
    children: tuple["Item", ...] = ()
    lead: tuple[str, ...] | None = None
    partners: tuple[str, ...] = ()
    when: When | None = None
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with what it is to be read as: units for a unit column, a `When` for a time column."""

    text: str
    units: tuple[str, ...] | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `heading` rows group the rows after them, `depth` 1 for I, 2 for 1."""

    cells: tuple[Cell, ...]
    facts: tuple[Fact, ...] = ()
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    columns: what each holds: label, text, lead, partners, when, note, unit, quantity, measure (unit of
        measure), price, amount, source1 and so on (parts of the amount), or "" for what is not read.
    head: the head rows; the same text side by side or one above the other is one merged cell.
    total: the words of the total row, None without one; off is added to its figure: a planted fault.
    multiplier: turns the figures of a money table into đồng.
    of: what a quota table shares out.
    """

    columns: tuple[str, ...]
    head: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    total: str | None = None
    multiplier: int = 1
    of: str | None = None
    off: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading with what stands under it.

    run_in: the first part, a paragraph, goes on after the title and a colon in the same line.
    units: the units that a heading of role organisation addresses; request where it can only ask.
    number: stands in for the number by place, for planted faults.
    """

    title: str
    parts: tuple["Section | Item | Table", ...] = ()
    role: Role | None = None
    run_in: bool = False
    units: tuple[str, ...] | None = None
    request: bool = False
    number: int | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """left: superior and office, a line each; number as printed after "Số:"; about: the V/v of a công văn."""

    left: tuple[str, ...]
    number: str
    place_date: str
    about: str | None = None
    right: tuple[str, ...] = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass(frozen=True, slots=True)
class Style:
    """How headings, bullets and spaces are written; mutations change this.

    gap stands between a mark and its text, colon after a run-in heading, heading_end after any other; spaces
    stand between the sentences of a paragraph; signed above the name ("(Đã ký)").
    """

    scheme: str = "I. 1. 1.1. a)"
    marks: tuple[tuple[str, str], ...] = ()
    bold_headings: bool = True
    heading_case: str = ""
    heading_end: str = ""
    colon: str = ":"
    gap: str = " "
    spaces: str = " "
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One document. number, issued_on and period are what is to be read, None where it leaves them open.

    places: names with their level; "xã A < huyện B" where the text says what it lies within.
    findings: codes that the text as a whole earns, beside those of planted faults and those that follow.
    """

    kind: str
    kind_line: str
    title: tuple[str, ...]
    issuer: str
    programme: str | None
    period: tuple[str | None, str | None]
    letterhead: Letterhead | None
    number: str | None
    issued_on: str | None
    opening: tuple[Item, ...]
    sections: tuple[Section, ...]
    closing: tuple[Item, ...]
    signature: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...] = ()
    findings: tuple[Fault, ...] = ()
    addressees: tuple[str, ...] = ()
    annex_line: str | None = None
    annex_of: tuple[str | None, str | None, str | None] | None = None
    loose: tuple[Item | Table, ...] = ()
    style: Style = Style()


# What a plan is written with.


def when(text: str, first: str | None = None, last: str | None = None) -> When:
    """`when("Quý II/2024", "2024-04", "2024-06")`: a month or year stands for its first and its last day."""
    last = last or first
    return When(text, first and _first_day(first), last and _last_day(last))


def _first_day(stamp: str) -> str:
    return {4: f"{stamp}-01-01", 7: f"{stamp}-01"}.get(len(stamp), stamp)


def _last_day(stamp: str) -> str:
    if len(stamp) == 4:
        return f"{stamp}-12-31"
    if len(stamp) == 7:
        return f"{stamp}-{calendar.monthrange(int(stamp[:4]), int(stamp[5:]))[1]:02}"
    return stamp


def total(value: int, quantity: float | None = None) -> Money:
    return Money(value, "total", None, quantity)


def rate(value: int, per: str | None, quantity: float | None = None) -> Money:
    return Money(value, "rate", per, quantity)


def cap(value: int, per: str | None = None, quantity: float | None = None) -> Money:
    return Money(value, "cap", per, quantity)


target = Target
report = Report
base = Base
fault = Fault


def item(
    text: str,
    *parts: Fact | Item,
    mark: str = "-",
    lead: tuple[str, ...] | str | None = None,
    partners: tuple[str, ...] | str = (),
    at: When | None = None,
) -> Item:
    """A bullet (or, with mark "1" or "a", a numbered item) with its facts and the items under it."""
    facts = tuple(p for p in parts if not isinstance(p, Item))
    children = tuple(p for p in parts if isinstance(p, Item))
    children = tuple(replace(c, mark="+") if c.mark == "-" and mark == "-" else c for c in children)
    return Item(text, mark, facts, children, _units(lead) if lead else None, _units(partners), at)


def para(text: str, *facts: Fact, **options: object) -> Item:
    return item(text, *facts, mark="", **options)  # type: ignore[arg-type]


def caption(text: str, *facts: Fact, at: When | None = None, mark: str = "-") -> Item:
    return Item(text, mark, facts, when=at, caption=True)


def _units(value: tuple[str, ...] | str) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def section(
    title: str,
    *parts: Section | Item | Table | Fault,
    role: Role | None = None,
    units: tuple[str, ...] | str | None = None,
    request: bool = False,
) -> Section:
    facts = tuple(p for p in parts if isinstance(p, Fault))
    rest = tuple(p for p in parts if not isinstance(p, Fault))
    return Section(title, rest, role, False, _units(units) if units else None, request, None, facts)


def run_in(title: str, body: str | Item, *parts: Section | Item | Table, **options: object) -> Section:
    """`run_in("Mục đích", "Nâng cao …")`: a heading with its text in the same line."""
    first = para(body) if isinstance(body, str) else body
    return replace(section(title, first, *parts, **options), run_in=True)  # type: ignore[arg-type]


def unit(title: str, *duties: Item | str, units: tuple[str, ...] | str | None = None) -> Section:
    """A heading that names who is responsible; one duty written as plain text goes on in the same line."""
    bare = title
    for prefix in ("Trân trọng đề nghị ", "Đề nghị "):
        bare = bare.removeprefix(prefix)
    options = {"units": units or bare, "request": bare != title}
    if len(duties) == 1 and isinstance(duties[0], str):
        return run_in(title, duties[0], **options)
    if len(duties) == 1 and isinstance(duties[0], Item) and not duties[0].mark:
        return run_in(title, duties[0], **options)
    return section(title, *(item(d) if isinstance(d, str) else d for d in duties), **options)  # type: ignore[arg-type]


def cell(text: str, *units: str) -> Cell:
    """A cell of a unit column that names several units."""
    return Cell(text, units)


def row(*cells: str | Cell | When, facts: tuple[Fact, ...] = (), heading: int = 0) -> Row:
    made = (
        Cell(c.text, when=c) if isinstance(c, When) else Cell(c) if isinstance(c, str) else c for c in cells
    )
    return Row(tuple(made), facts, heading)


def table(columns: str, *rows: Row, head: tuple[tuple[str, ...], ...], **options: object) -> Table:
    """A table; columns in order, with "." for what is not read: `table("label text lead . note", …)`."""
    names = tuple("" if name == "." else name for name in columns.split())
    return Table(names, head, rows, **options)  # type: ignore[arg-type]


def dong(value: float) -> str:
    """A figure with points between the thousands, as tables print it."""
    whole = f"{value:,.0f}".replace(",", ".")
    return (
        whole
        if float(value).is_integer()
        else f"{value:,.1f}".replace(",", "·").replace(".", ",").replace("·", ".")
    )


def costs(rows: tuple[tuple[str, float, str, int], ...], **options: object) -> Table:
    """A money table with quantity and unit price: content, quantity, measure, unit price of each row."""
    made = [
        row(str(n), text, dong(quantity), measure, dong(price), dong(quantity * price))
        for n, (text, quantity, measure, price) in enumerate(rows, 1)
    ]
    options.setdefault("total", "Tổng cộng")
    options.setdefault("head", (("TT", "Nội dung", "Số lượng", "ĐVT", "Đơn giá", "Thành tiền"),))
    return table("label text quantity measure price amount", *made, **options)  # type: ignore[arg-type]


def quotas(
    head: tuple[str, ...],
    *rows: tuple[str, int, str],
    of: str | None = None,
    total: str | None = "Tổng cộng",
    columns: str = "label unit quantity note",
) -> Table:
    """A quota table: which unit takes how many."""
    made = []
    for n, (name, quantity, note) in enumerate(rows, 1):
        values = {"label": str(n), "unit": name, "quantity": f"{quantity:02}", "note": note}
        made.append(row(*(values[column] for column in columns.split())))
    return table(columns, *made, head=(head,), of=of, total=total)


def walk(parts: tuple[Section | Item | Table, ...]) -> Iterator[Section | Item | Table]:
    """Every section, item and table, in the order of the document."""
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from walk(part.parts)
        elif isinstance(part, Item):
            yield from walk(part.children)
