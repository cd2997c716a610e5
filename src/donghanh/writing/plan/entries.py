"""What stands under a heading where a plan has lists alone: bullets where the words say it all, else a table.

A list says more than its sentence where it was read from a table: who does it, with whom, when, how much. Such
entries become rows again, with a column for each thing that their words do not say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from donghanh.vietnam.money import find_money
from donghanh.vietnam.quantities import find_quantity
from donghanh.vietnam.text import tidy
from donghanh.writing.model import Block, Cell, Paragraph, Table
from donghanh.writing.plan.form import Activity, Amount, Target
from donghanh.writing.plan.numbering import closed
from donghanh.writing.plan.wording import figure, joined

LABEL, TEXT, LEAD, PARTNERS, PERIOD, MEASURE, QUANTITY, PRICE, NOTE = (
    "TT",
    "Nội dung",
    "Đơn vị thực hiện",
    "Đơn vị phối hợp",
    "Thời gian",
    "Đơn vị tính",
    "Số lượng",
    "Đơn giá",
    "Ghi chú",
)
_TARGET = "Chỉ tiêu"
_AMOUNT = "Thành tiền"
_ORDER = (LABEL, TEXT, LEAD, PARTNERS, PERIOD, MEASURE, QUANTITY, PRICE, _AMOUNT, NOTE)
_BOUNDS = {">=": "ít nhất {}", ">": "trên {}", "<=": "không quá {}", "<": "dưới {}", "=": "{}"}


@dataclass(slots=True)
class Entry:
    """One thing to write under a heading.

    cells: by the head of their column, what the words do not say. heading: it groups those after it; both: and is
    an entry as well. aside: it stands beside the entries and is none itself: a sum told above them, a time of all of them.
    """

    text: str
    label: str | None = None
    cells: dict[str, str] = field(default_factory=dict)
    heading: bool = False
    both: bool = False
    aside: bool = False


def of_target(target: Target) -> Entry:
    """A target; its figure and unit apart where its words tell another, or none."""
    entry = Entry(target.text)
    if target.quantity is None:
        return entry
    told = find_quantity(target.text)
    if told is None or told.value != target.quantity or tidy(told.unit or "") != tidy(target.unit or ""):
        entry.cells[QUANTITY] = _BOUNDS[target.comparator].format(figure(target.quantity))
        if target.unit:
            entry.cells[MEASURE] = target.unit
    return entry


def of_activity(activity: Activity) -> Entry:
    """An activity; who, with whom, when and the note apart where its words do not say them."""
    entry = Entry(activity.text, activity.label)
    if activity.lead and not all(_tells(activity.text, name) for name in activity.lead):
        entry.cells[LEAD] = joined(activity.lead)
    if activity.partners and not all(_tells(activity.text, name) for name in activity.partners):
        entry.cells[PARTNERS] = joined(activity.partners)
    if activity.period and tidy(activity.period.text) not in tidy(activity.text):
        entry.cells[PERIOD] = activity.period.text
    if activity.note and tidy(activity.note) not in tidy(activity.text):
        entry.cells[NOTE] = activity.note
    return entry


def _tells(text: str, name: str) -> bool:
    """Whether all words of a name stand in a text: "UBND, Hội LHPN xã" names "UBND xã"."""
    words = set(tidy(text).casefold().replace(",", " ").replace("/", " ").split())
    return all(word in words for word in tidy(name).casefold().replace(",", " ").split())


def says_all(text: str, amounts: Sequence[Amount]) -> bool:
    """Whether a text names these sums itself."""
    told = {money.value for money in find_money(text)}
    return all(amount.value is None or amount.value in told for amount in amounts)


def add_amounts(entry: Entry, amounts: Sequence[Amount]) -> None:
    """The sums of an entry that its words do not name, each in a column."""
    told = [money.value for money in find_money(entry.text)]
    noted = [money.value for money in find_money(entry.cells.get(NOTE, ""))]
    totals = 0
    for amount in amounts:
        if amount.value is None or amount.value in told or amount.value in noted:
            continue
        if amount.kind == "total":
            totals += 1
            entry.cells[_AMOUNT if totals == 1 else f"Kinh phí ({totals})"] = figure(amount.value)
        else:
            bound = "tối đa " if amount.kind == "cap" else ""
            entry.cells[PRICE] = f"{bound}{figure(amount.value)}"
            if amount.per:
                entry.cells[MEASURE] = amount.per
        if amount.quantity is not None:
            entry.cells[QUANTITY] = figure(amount.quantity)


def is_tabular(entries: Iterable[Entry]) -> bool:
    return any(entry.cells for entry in entries)


def shared_period(entries: Sequence[Entry]) -> str | None:
    """The time of all entries, where it is all that their words do not say."""
    apart = [entry for entry in entries if entry.cells]
    times = {entry.cells.get(PERIOD) for entry in apart}
    if len(times) != 1 or any(set(entry.cells) != {PERIOD} for entry in apart):
        return None
    return times.pop()


def as_paragraphs(entries: Sequence[Entry], above: str | None) -> list[Block]:
    """Numbered as they are labelled, else bullets; one that stands alone needs no mark."""
    own = [entry for entry in entries if not entry.aside]
    if len(own) == 1 and len(entries) == 1 and not own[0].label:
        return [Paragraph(own[0].text)]
    return [Paragraph(_marked(entry, above)) for entry in entries]


def _marked(entry: Entry, above: str | None) -> str:
    if entry.label:
        return f"{closed(entry.label, above)} {entry.text}"
    return entry.text if entry.aside else f"- {entry.text}"


def as_table(entries: Sequence[Entry], what: str = TEXT) -> Table:
    """A row an entry, a column for what any of them tells apart; headings in bold."""
    used = {head for entry in entries for head in entry.cells}
    if any(entry.label for entry in entries):
        used.add(LABEL)
    more = sorted(used - set(_ORDER))
    heads = [head for head in _ORDER[:-1] if head in used or head == TEXT]
    heads += more + ([NOTE] if NOTE in used else [])
    rows = [tuple(Cell((what if head == TEXT else head,)) for head in heads)]
    for entry in entries:
        rows.append(_row(entry, heads))
    return Table(tuple(rows))


def _row(entry: Entry, heads: Sequence[str]) -> tuple[Cell, ...]:
    if entry.heading and not entry.label and not entry.cells:
        return (Cell((entry.text,), columns=len(heads), bold=True),)
    cells = {TEXT: entry.text, LABEL: entry.label or "-", **entry.cells}
    return tuple(Cell((cells[head],) if head in cells else (), bold=entry.heading) for head in heads)
