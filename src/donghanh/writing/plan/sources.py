"""Sums of several sources in one row: which column each belongs to, and which column adds up the others.

The form tells the sums of a row in their order and nothing of their columns. Where in most rows one sum is what the
others come to, the columns are named for it; a row that lacks a source is placed so that the columns come to the total.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, product
from math import comb
from operator import mul

from donghanh.vietnam.numbers import format_number, parse_number
from donghanh.writing.plan.entries import AMOUNT, MORE, TOTAL, Entry

_WHOLE, _SOURCE = "Tổng kinh phí{} (đồng)", "Nguồn {} (đồng)"
_MOST_TRIED = 5000
_LEAST_PARTS = 2

Shape = tuple[tuple[int, tuple[int, ...]], ...]
"""Columns that add up others, each with those."""


def settle(entries: Sequence[Entry]) -> None:
    """Gives the sums of these rows their columns."""
    rows = [(entry, values) for entry in entries if (values := _totals(entry))]
    width = max((len(values) for _, values in rows), default=0)
    shape = _shape([values for _, values in rows], width)
    if shape is None:
        return
    heads = _heads(shape, width)
    for (entry, values), places in zip(rows, _placed(rows, shape, width), strict=True):
        for key in _keys(len(values)):
            entry.cells.pop(key)
        written = [format_number(value) for value in values]
        entry.cells |= {heads[place]: words for place, words in zip(places, written, strict=True)}


def _keys(count: int) -> Iterator[str]:
    yield from (AMOUNT, *(MORE["total"].format(number) for number in range(2, count + 1)))


def _totals(entry: Entry) -> list[int]:
    found: list[int] = []
    for key in _keys(len(entry.cells)):
        value = parse_number(entry.cells.get(key, ""))
        if value is None:
            break
        found.append(int(value))
    return found


def _shape(rows: Sequence[Sequence[int]], width: int) -> Shape | None:
    """How the columns add up in most rows, None where they do not; a row may lack some sources."""
    if width <= _LEAST_PARTS:
        return None
    every = tuple(range(width))
    shapes: list[Shape] = [((0, every[1:]),), ((width - 1, every[:-1]),)]
    for size in range(_LEAST_PARTS + 1, width // 2 + 1):
        if width % size == 0:
            starts = range(0, width, size)
            shapes.append(tuple((start, tuple(range(start + 1, start + size))) for start in starts))
    told = [row for row in rows if len(row) > 1]
    for shape in shapes:
        agreed = sum(_agrees(row, shape, width) for row in told)
        if agreed >= _LEAST_PARTS and agreed * 2 > len(told):
            return shape
    return None


def _agrees(row: Sequence[int], shape: Shape, width: int) -> bool:
    if len(row) == width:
        return all(row[whole] == sum(row[i] for i in parts) for whole, parts in shape)
    if len(shape) > 1:
        return False
    whole = row[0] if shape[0][0] == 0 else row[-1]
    return 2 * whole == sum(row)


def _heads(shape: Shape, width: int) -> list[str]:
    wholes = {whole: number for number, (whole, _) in enumerate(shape, 1)}
    several = len(wholes) > 1
    names, source = [], 0
    for column in range(width):
        if column in wholes:
            names.append(_WHOLE.format(f" {wholes[column]}" if several else ""))
        else:
            source += 1
            names.append(_SOURCE.format(source))
    return names


def _placed(rows: Sequence[tuple[Entry, list[int]]], shape: Shape, width: int) -> Sequence[Sequence[int]]:
    """The columns of each row's sums; of rows that lack some, those by which the columns come nearest to the total."""
    ways = [_ways(len(values), shape, width) for _, values in rows]
    counts = (_count_of_ways(len(values), shape, width) for _, values in rows)
    if any(tried > _MOST_TRIED for tried in accumulate(counts, mul)):  # asked before any are listed
        return [next(way) for way in ways]
    total = next((values for entry, values in rows if TOTAL.match(entry.text) and len(values) == width), None)

    def misses(chosen: Sequence[Sequence[int]]) -> int:
        sums = [0] * width
        for (entry, values), places in zip(rows, chosen, strict=True):
            if not entry.heading and not TOTAL.match(entry.text):
                for place, value in zip(places, values, strict=True):
                    sums[place] += value
        return sum(a != b for a, b in zip(sums, total or sums, strict=True))

    return min(product(*ways), key=misses)


def _count_of_ways(count: int, shape: Shape, width: int) -> int:
    if count == width or len(shape) > 1:
        return 1
    return comb(len(shape[0][1]), count - 1)


def _ways(count: int, shape: Shape, width: int) -> Iterator[tuple[int, ...]]:
    """The columns that so many sums can stand in: with one whole it is always told, and parts are left out."""
    if count == width or len(shape) > 1:
        yield tuple(range(count))
        return
    whole, parts = shape[0]
    for chosen in combinations(parts, count - 1):
        yield tuple(sorted((whole, *chosen)))
