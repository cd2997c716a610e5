"""What came, went and changed between two versions of a plan, part by part."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from donghanh.plans.content import Citation, Content, Goal, Report, Work
from donghanh.plans.merging import Value
from donghanh.plans.models import Assignment, Item

CAME, GONE, CHANGED = "came", "gone", "changed"

Part = Work | Goal | Report | Citation
P = TypeVar("P", bound=Part)
Said = Mapping[str, Value]
"""What a part says, by the names of its values."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that is another now; name: as in the forms of parts."""

    name: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that came, is gone, or says something else. kind: of `parts.KINDS`. under: the words of its heading."""

    what: str
    kind: str
    before: Part | None
    after: Part | None
    fields: tuple[Field, ...] = ()
    under: str = ""

    @property
    def text(self) -> str:
        part = self.after or self.before
        return part.number if isinstance(part, Citation) else part.text if part else ""

    @property
    def mark(self) -> str:
        """By which a page names it: its kind, and the number of the part before or after."""
        part = self.after or self.before
        return f"{self.kind}-{part.key}" if isinstance(part, Work | Goal) else ""


def compare(before: Content, after: Content) -> list[Difference]:
    """The differences between two versions, in the order of the later one, with what is gone behind. A part is the same
    that came from the earlier one, else one with the same words."""
    headings = {work.key: work.text for work in (*before.works, *after.works)}
    found = [
        *_differences(before.works, after.works, lambda work: (work.kind, work.text)),
        *_differences(before.goals, after.goals, lambda goal: goal.text),
        *_differences(before.reports, after.reports, lambda each: each.text),
        *_differences(before.citations, after.citations, lambda each: each.number),
    ]
    return [replace(each, under=headings.get(_heading(each.after or each.before), "")) for each in found]


def _heading(part: Part | None) -> int:
    if isinstance(part, Work):
        return part.parent or 0
    return (part.item or 0) if isinstance(part, Goal) else 0


def _differences(
    before: Sequence[P], after: Sequence[P], words: Callable[[P], object]
) -> Iterator[Difference]:  # fmt: skip
    left = dict(enumerate(before))
    same = _paired(left, after, lambda each: each.key if isinstance(each, Work | Goal) else None, _origin)
    same |= _paired(left, [each for each in after if id(each) not in same], words, words)
    for new in after:
        old = same.get(id(new))
        if old is None:
            yield Difference(CAME, kind_of(new), None, new)
        elif fields := tuple(_changed(said_of(old), said_of(new))):
            yield Difference(CHANGED, kind_of(new), old, new, fields)
    for each in left.values():
        yield Difference(GONE, kind_of(each), each, None)


def _paired(
    left: dict[int, P], after: Sequence[P], known: Callable[[P], object], asked: Callable[[P], object]
) -> dict[int, P]:
    """For each later part the earlier one that is the same, each once; those found are left no more."""
    places: dict[object, list[int]] = {}
    for nth, each in left.items():
        places.setdefault(known(each), []).append(nth)
    found = {}
    for each in after:
        wanted = asked(each)
        if wanted is not None and places.get(wanted):
            found[id(each)] = left.pop(places[wanted].pop(0))
    return found


def _origin(part: Part) -> int | None:
    return part.origin if isinstance(part, Work | Goal) else None


def _changed(before: Said, after: Said) -> Iterator[Field]:
    for name, value in after.items():
        if before[name] != value:
            yield Field(name, before[name], value)


def kind_of(part: Part) -> str:
    """Of `parts.KINDS`."""
    match part:
        case Work():
            return "heading" if part.kind == Item.Kind.SECTION else str(part.kind)
        case Goal():
            return "target"
        case Report():
            return "duty"
        case Citation():
            return "basis"


def said_of(part: Part) -> Said:
    """What a part says, by the names of its values, as its form takes them."""
    match part:
        case Work():
            return _work(part)
        case Goal():
            return _goal(part)
        case Report():
            return _report(part)
        case Citation():
            return _basis(part)


def _work(work: Work) -> Said:
    """What a heading or an item says; its number in the paper, which follows from its place, is not told."""
    if work.kind == Item.Kind.SECTION:
        return {"text": work.text}
    return {
        "text": work.text, "leads": work.named(Assignment.Role.LEAD), "helps": work.named(Assignment.Role.PARTNER),
        "period": work.period or None, "starts": _iso(work.starts), "ends": _iso(work.ends), "note": work.note or None,
    }  # fmt: skip


def _goal(goal: Goal) -> Said:
    return {
        "text": goal.text, "comparator": goal.comparator or "=", "quantity": None if goal.quantity is None else float(goal.quantity),
        "measure": goal.measure or None, "per": goal.per or None,
    }  # fmt: skip


def _report(report: Report) -> Said:
    return {
        "text": report.text, "cycle": report.cycle, "due": report.due or None, "sender": report.sender or None,
        "receiver": report.receiver or None, "via": report.via or None,
    }  # fmt: skip


def _basis(basis: Citation) -> Said:
    return {
        "kind": basis.kind or None, "number": basis.number, "issued_on": _iso(basis.issued_on),
        "issuer": basis.issuer or None,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return str(day) if day else None
