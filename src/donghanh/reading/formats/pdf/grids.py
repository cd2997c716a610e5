"""Tables drawn with lines: where the lines cross, and which cells are merged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from donghanh.reading.formats.pdf.shapes import Drawing, Rule

# Points: lines nearer than this are one, lines this far from meeting meet.
_SAME = 3.0
_MEET = 4.0
# A border stands where a line covers this share of the side of a cell.
_COVER = 0.6
_MAX_LINES = 600


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's place in its grid; a merged cell spans more than one row or column."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the x of its upright lines, the y of its level ones, its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[Place, ...]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1

    def place_at(self, x: float, y: float) -> int:
        """The index in `places` of the cell at a point within the grid."""
        row = max(0, sum(1 for v in self.ys[1:-1] if v <= y))
        column = max(0, sum(1 for v in self.xs[1:-1] if v <= x))
        for index, place in enumerate(self.places):
            if (
                place.row <= row < place.row + place.rows
                and place.column <= column < place.column + place.columns
            ):
                return index
        return 0

    def box(self, place: Place) -> tuple[float, float, float, float]:
        return (
            self.xs[place.column],
            self.ys[place.row],
            self.xs[place.column + place.columns],
            self.ys[place.row + place.rows],
        )

    def separates(self, y: float, x0: float, x1: float) -> bool:
        """Two cells that meet between x0 and x1 at height y."""
        if x1 < x0:
            return False
        inner = [x for x in self.xs[1:-1] if x0 - 1 <= x <= x1 + 1]
        if not inner or not self.ys[0] <= y <= self.ys[-1]:
            return False
        return any(self.place_at(x - 2, y) != self.place_at(x + 2, y) for x in inner)


def find_grids(drawing: Drawing) -> tuple[Grid, ...]:
    """The tables of a page, from the top; a box around text is no table."""
    across = _merged(drawing.across)
    upright = _merged(drawing.upright)
    if len(across) > _MAX_LINES or len(upright) > _MAX_LINES:
        return ()
    grids = [g for rules in _connected(across, upright) if (g := _grid(*rules)) is not None]
    if not grids and len(drawing.fills) >= 4:
        grids = _from_fills(drawing)
    outer = [g for g in grids if not any(o is not g and _inside(g, o) for o in grids)]
    return tuple(sorted(outer, key=lambda g: (g.top, g.xs[0])))


def _inside(inner: Grid, outer: Grid) -> bool:
    return outer.holds(inner.xs[0], inner.ys[0]) and outer.holds(inner.xs[-1], inner.ys[-1])


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Pieces of one line as one line."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if lines and rule.at - lines[-1][0].at <= _SAME:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    merged = []
    for line in lines:
        at = sum(r.at for r in line) / len(line)
        start = end = None
        for rule in sorted(line, key=lambda r: r.start):
            if start is None or end is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _MEET:
                end = max(end, rule.end)
            else:
                merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None and end is not None:
            merged.append(Rule(at, start, end))
    return merged


def _connected(across: list[Rule], upright: list[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, directly or through others."""
    parent = list(range(len(across) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, level in enumerate(across):
        for j, line in enumerate(upright, start=len(across)):
            if (
                line.start - _MEET <= level.at <= line.end + _MEET
                and level.start - _MEET <= line.at <= level.end + _MEET
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(across + upright):
        group = groups.setdefault(root(i), ([], []))
        group[0 if i < len(across) else 1].append(rule)
    return groups.values()


def _clustered(values: Iterable[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _SAME:
            out.append(value)
    return out


def _grid(across: list[Rule], upright: list[Rule]) -> Grid | None:
    if not across or not upright:
        return None
    xs = _clustered(r.at for r in upright)
    ys = _clustered(r.at for r in across)
    # Tables may be open at the sides, or at the end of a page.
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.start for r in upright), max(r.end for r in upright)
    if left < xs[0] - 8:
        xs.insert(0, left)
    if right > xs[-1] + 8:
        xs.append(right)
    if top < ys[0] - 8:
        ys.insert(0, top)
    if bottom > ys[-1] + 8:
        ys.append(bottom)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    return Grid(tuple(xs), tuple(ys), _places(xs, ys, across, upright))


def _covered(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    covered = sum(max(0.0, min(r.end, end) - max(r.start, start)) for r in rules if abs(r.at - at) <= _SAME)
    return covered >= _COVER * (end - start)


def _places(xs: list[float], ys: list[float], across: list[Rule], upright: list[Rule]) -> tuple[Place, ...]:
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def root(at: tuple[int, int]) -> tuple[int, int]:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    by_x = [[r for r in upright if abs(r.at - x) <= _SAME] for x in xs]
    by_y = [[r for r in across if abs(r.at - y) <= _SAME] for y in ys]
    for r in range(rows):
        for c in range(columns):
            if c and not _covered(by_x[c], xs[c], ys[r], ys[r + 1]):
                first, second = sorted((root((r, c - 1)), root((r, c))))
                owner[second] = first
            if r and not _covered(by_y[r], ys[r], xs[c], xs[c + 1]):
                first, second = sorted((root((r - 1, c)), root((r, c))))
                owner[second] = first
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at in owner:
        members.setdefault(root(at), []).append(at)
    places = []
    for cells in members.values():
        top, left = min(r for r, _ in cells), min(c for _, c in cells)
        height = max(r for r, _ in cells) - top + 1
        width = max(c for _, c in cells) - left + 1
        if height * width == len(cells):
            places.append(Place(top, left, height, width))
        else:
            places.extend(Place(r, c) for r, c in cells)
    return tuple(sorted(places, key=lambda p: (p.row, p.column)))


def _from_fills(drawing: Drawing) -> list[Grid]:
    """Tables whose cells are told apart by their backgrounds alone."""
    across = [Rule(y, f.left, f.right) for f in drawing.fills for y in (f.top, f.bottom)]
    upright = [Rule(x, f.top, f.bottom) for f in drawing.fills for x in (f.left, f.right)]
    across, upright = _merged(across), _merged(upright)
    if len(across) > _MAX_LINES or len(upright) > _MAX_LINES:
        return []
    grids = (_grid(*rules) for rules in _connected(across, upright))
    return [g for g in grids if g is not None and len(g.xs) > 3 and len(g.ys) > 2]
