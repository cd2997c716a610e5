"""What stands under a heading where a plan has lists alone: bullets where the words say it all, else a table.

A list says more than its sentence where it was read from a table: who does it, with whom, when, how much. Such
entries become rows again, with a column for each thing that their words do not say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from donghanh.vietnam.money import find_money
from donghanh.vietnam.numbers import NUMBER, WORDS, format_number, parse_number
from donghanh.vietnam.quantities import comparator, find_quantity
from donghanh.vietnam.text import tidy
from donghanh.writing.model import Block, Cell, Paragraph, Table
from donghanh.writing.plan.form import Activity, Amount, Responsibility, Target
from donghanh.writing.plan.numbering import closed
from donghanh.writing.plan.said import has_words_of
from donghanh.writing.plan.wording import asking, joined

LABEL, TEXT, LEAD, PARTNERS, PERIOD, MEASURE, QUANTITY, PRICE, AMOUNT, NOTE = (
    "TT",
    "Nội dung",
    "Đơn vị thực hiện",
    "Đơn vị phối hợp",
    "Thời gian",
    "Đơn vị tính",
    "Số lượng",
    "Đơn giá (đồng)",
    "Thành tiền (đồng)",
    "Ghi chú",
)
_ORDER = (LABEL, TEXT, LEAD, PARTNERS, PERIOD, MEASURE, QUANTITY, PRICE, AMOUNT)
MORE = {"total": "Kinh phí {} (đồng)", "rate": "Đơn giá {} (đồng)", "cap": "Mức chi {} (đồng)"}
TOTAL = re.compile(r"(?:tổng|cộng)(?!\w)", re.IGNORECASE)
"""How the row begins that adds up the others."""
ALPHABET = "abcdđeghiklmnopqrstuvxy"
_MONEY = {"đồng": 1, "nghìn đồng": 1000, "ngàn đồng": 1000, "triệu đồng": 10**6, "tỷ đồng": 10**9}
# How a text says that a sum is a price, or a bound.
_KINDS = {
    "rate": re.compile(r"/|(?<!\w)(?:mỗi|một|đơn giá|định mức|mức)(?!\w)", re.IGNORECASE),
    "cap": re.compile(r"tối đa|không quá|không vượt|nhiều nhất", re.IGNORECASE),
}
_BOUNDS = {">=": "ít nhất {}", ">": "trên {}", "<=": "không quá {}", "<": "dưới {}", "=": "{}"}


@dataclass(slots=True)
class Entry:
    """One thing to write under a heading.

    cells: by the head of their column, what the words do not say. heading: it groups those after it; both: and is
    an entry as well; priced: and has sums of its own. aside: it stands beside the entries and is none itself: a sum told above them, a time of all
    of them. bullet: it has its mark even where it stands alone.
    """

    text: str
    label: str | None = None
    cells: dict[str, str] = field(default_factory=dict)
    heading: bool = False
    both: bool = False
    priced: bool = False
    aside: bool = False
    bullet: bool = False


def of_target(target: Target) -> Entry:
    """A target; its figure and unit, and who has to reach it, apart where its words tell another, or none."""
    entry = Entry(target.text)
    per = target.per if target.per and not has_words_of(target.text, target.per) else None
    if target.quantity is None:
        if per:
            entry.cells[NOTE] = per
        return entry
    told = find_quantity(target.text)
    bounded = target.comparator in ("=", comparator(target.text, told))
    alike = told and told.value == target.quantity and tidy(told.unit or "") == tidy(target.unit or "")
    if alike and bounded and not per:
        return entry
    figure = _BOUNDS[target.comparator].format(format_number(target.quantity))
    if per and target.unit and not per.casefold().startswith("mỗi"):
        entry.cells[QUANTITY] = f"{figure} {target.unit}/{per}"  # "ít nhất 2 mô hình/xã"
        return entry
    entry.cells[QUANTITY] = f"{per}: {figure}" if per else figure
    if target.unit:
        entry.cells[MEASURE] = target.unit
    return entry


def of_activity(activity: Activity) -> Entry:
    """An activity; who, with whom, when and the note apart where its words do not say them."""
    entry = Entry(activity.text, activity.label)
    if activity.lead and not all(has_words_of(activity.text, name) for name in activity.lead):
        entry.cells[LEAD] = joined(activity.lead)
    if activity.partners and not all(has_words_of(activity.text, name) for name in activity.partners):
        entry.cells[PARTNERS] = joined(activity.partners)
    if activity.period and tidy(activity.period.text) not in tidy(activity.text):
        entry.cells[PERIOD] = activity.period.text
    if activity.note and tidy(activity.note) not in tidy(activity.text):
        entry.cells[NOTE] = activity.note
    return entry


def says_all(text: str, amounts: Sequence[Amount]) -> bool:
    """Whether a text names these sums itself, and all that is known of them."""
    told = {money.value for money in find_money(text)}
    return all(
        amount.value is None or (amount.value in told and not any(_untold(text, amount)))
        for amount in amounts
    )


def add_amounts(entry: Entry, amounts: Sequence[Amount]) -> None:
    """The sums of an entry that its words do not name, each in a column of its own; of others, what is not told."""
    told = [money.value for words in (entry.text, entry.cells.get(NOTE, "")) for money in find_money(words)]
    told += _counted_in_money(entry)
    prices = sum(amount.kind != "total" for amount in amounts)
    for amount in amounts:
        if amount.value is None or amount.value in told:
            for head, words in _untold(entry.text, amount):
                _put(entry, head, words)
            continue
        words = format_number(amount.value)
        if amount.kind == "total":
            entry.cells[_free(entry, AMOUNT, amount.kind)] = words
        else:
            words = f"tối đa {words}" if amount.kind == "cap" else words
            if amount.per and (prices > 1 or amount.kind == "cap"):
                words = f"{words} đồng/{amount.per}"
            elif amount.per:
                _put(entry, MEASURE, amount.per)
            entry.cells[_free(entry, PRICE, amount.kind)] = words
        if amount.quantity is not None:
            _put(entry, QUANTITY, format_number(amount.quantity))


def _untold(text: str, amount: Amount) -> Iterator[tuple[str, str]]:
    """What a text that names a sum does not say of it, with the head of its column."""
    if amount.per and not has_words_of(text, amount.per):
        yield MEASURE, amount.per
    if amount.quantity is not None and amount.quantity not in _numbers(text):
        yield QUANTITY, format_number(amount.quantity)
    if (
        amount.kind != "total"
        and (amount.kind == "cap" or not amount.per)
        and not _KINDS[amount.kind].search(text)
    ):
        yield NOTE, "Mức tối đa" if amount.kind == "cap" else "Đơn giá"


def _numbers(text: str) -> set[float | int | None]:
    words = (WORDS.get(word) for word in tidy(text).casefold().split())
    return {*words, *(parse_number(found[0]) for found in re.finditer(NUMBER, text))}


def _put(entry: Entry, head: str, words: str) -> None:
    """Into its column, or where other words stand there already, into the note."""
    if entry.cells.setdefault(head, words) != words:
        note = [entry.cells[NOTE]] if NOTE in entry.cells else []
        entry.cells[NOTE] = joined([*note, words if head == NOTE else f"{head}: {words}"])


def _free(entry: Entry, head: str, kind: str) -> str:
    """The head of the next column of a kind that is free in this row."""
    number = 1
    while head in entry.cells:
        number += 1
        head = MORE[kind].format(number)
    return head


def _counted_in_money(entry: Entry) -> list[int]:
    """The sum that a target's figure is where it counts in "triệu đồng"."""
    unit = _MONEY.get(tidy(entry.cells.get(MEASURE, "")).casefold())
    value = parse_number(entry.cells.get(QUANTITY, "")) if unit else None
    return [round(value * unit)] if unit and value is not None else []


def is_tabular(entries: Iterable[Entry]) -> bool:
    return any(entry.cells for entry in entries)


def shared_period(entries: Sequence[Entry]) -> str | None:
    """The time of all entries, where it is all that their words do not say."""
    apart = [entry for entry in entries if entry.cells]
    times = {entry.cells.get(PERIOD) for entry in apart}
    if len(times) != 1 or any(set(entry.cells) != {PERIOD} for entry in apart):
        return None
    return times.pop()


def in_count(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries, without their numbers where some are missing between them: what bore those is told elsewhere."""
    labels = [entry.label for entry in entries if entry.label]
    counts = [_place_of(label) for label in labels]
    gaps = any(b is not None and a is not None and b != a + 1 for a, b in pairwise(counts))
    if not gaps:
        return entries
    return [replace(entry, label=None) for entry in entries]


def _place_of(label: str) -> int | None:
    """Where a label stands in its count: 2 for "2", "1.2" and "b"."""
    last = label.rpartition(".")[2]
    if last.isdigit():
        return int(last)
    return ALPHABET.find(label) if len(label) == 1 and label in ALPHABET else None


def as_paragraphs(entries: Sequence[Entry], above: str | None) -> list[Block]:
    """Numbered as they are labelled, else bullets; one that stands alone needs no mark."""
    if len(entries) == 1 and not entries[0].label and not entries[0].bullet:
        return [Paragraph(entries[0].text)]
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
    heads = [head for head in _ORDER if head in used or head == TEXT]
    fullest = sorted(entries, key=lambda entry: -len(entry.cells))
    more = dict.fromkeys(head for entry in fullest for head in entry.cells if head not in (*_ORDER, NOTE))
    heads += [*more, *[NOTE] * (NOTE in used)]
    rows = [tuple(Cell((what if head == TEXT else head,)) for head in heads)]
    rows += [_row(entry, heads) for entry in entries]
    return Table(tuple(rows))


def _row(entry: Entry, heads: Sequence[str]) -> tuple[Cell, ...]:
    if entry.heading and not entry.label and not entry.cells:
        return (Cell((entry.text,), columns=len(heads), bold=True),)
    label = "" if entry.label is None and TOTAL.match(entry.text) else entry.label
    cells = {TEXT: entry.text, LABEL: "-" if label is None else label, **entry.cells}
    shown = heads
    if entry.heading and not entry.cells and not entry.both:
        shown = heads[: heads.index(TEXT) + 1]  # it spans what has nothing to say
    made = [Cell((cells[head],) if cells.get(head) else (), bold=entry.heading) for head in shown]
    made[-1] = replace(made[-1], columns=len(heads) - len(shown) + 1)
    return tuple(made)


def duties_table(found: Sequence[Responsibility]) -> Table:
    """Who does what, a row for each."""
    rows = [
        (
            Cell((asking(joined(one.units)) if one.request else joined(one.units),)),
            Cell(tuple(f"- {duty}" for duty in one.duties) if len(one.duties) > 1 else one.duties),
        )
        for one in found
    ]
    return Table(((Cell(("Đơn vị thực hiện",)), Cell(("Nội dung nhiệm vụ",))), *rows))
