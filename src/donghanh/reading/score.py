"""How well a reading agrees with what people say a paper holds: precision, recall and F1 of each list.

The rules are those of the form's own scorer, so that figures can be compared: facts pair off one to one, by equal
keys or by likeness of their words, the best pair first; a list that is empty on both sides does not count.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, TypeVar

Plan = Mapping[str, Any]
Fact = Mapping[str, Any]
T = TypeVar("T")

LISTS = (
    "document", "legal_bases", "sections", "targets", "activities", "amounts", "allocations", "responsibilities",
    "reporting", "places", "findings",
)  # fmt: skip
"""The rows of the table, in its order."""
_EXACT = ("kind", "number", "issued_on", "period.from", "period.to", "signatory.name")
_ALIKE = ("title", "issuer", "programme")
_ALIKE_FROM, _LEAD_FROM = 0.85, 0.8
_KEYS: dict[str, Callable[[Fact], Any]] = {
    "legal_bases": lambda fact: _folded(fact.get("number")).replace(" ", ""),
    "amounts": lambda fact: (_tidy(fact.get("value")), _folded(fact.get("kind"))),
    "reporting": lambda fact: (_folded(fact.get("cycle")), _folded(fact.get("due"))),
}
_LIKENESS: dict[str, dict[str, float]] = {
    "sections": {"label": 1.0, "title": 0.85},
    "targets": {"quantity": 1.0, "unit": 0.6, "text": 0.6},
    "activities": {"text": 0.75},
    "allocations": {"quantity": 1.0, "unit": 0.8},
    "responsibilities": {"request": 1.0, "units": 0.8},
    "places": {"name": 0.85},
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one list: how many pair off, and how many there are on either side."""

    hits: float
    read: float
    wanted: float

    @property
    def precision(self) -> float:
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.read + self.wanted)


@dataclass(frozen=True, slots=True)
class Score:
    """One paper. lists: by name, None where a list is empty on both sides; roles: the share of paired sections that
    are about the same, leads: F1 of who leads paired activities; None where there are none."""

    lists: Mapping[str, Agreement | None]
    roles: float | None
    leads: float | None

    @property
    def macro_f1(self) -> float | None:
        return mean(found.f1 for found in self.lists.values() if found)


def mean(values: Iterable[float]) -> float | None:
    kept = list(values)
    return sum(kept) / len(kept) if kept else None


def score(wanted: Plan, read: Plan) -> Score:
    """How well a reading (in the form `donghanh.plan/1`) agrees with what is wanted of it."""
    lists: dict[str, Agreement | None] = {
        "document": _document(wanted, read),
        "findings": _findings(wanted, read),
    }
    for name, key in _KEYS.items():
        ours, theirs = (Counter(map(key, _rows(plan, name))) for plan in (wanted, read))
        lists[name] = _agreement((ours & theirs).total(), theirs.total(), ours.total())
    pairs: dict[str, list[tuple[Fact, Fact]]] = {}
    for name, floors in _LIKENESS.items():
        rows, others = _rows(wanted, name), _rows(read, name)
        pairs[name] = _paired(rows, others, lambda a, b, f=floors: min(_alike(a.get(k), b.get(k), v) for k, v in f.items()))  # type: ignore[misc]  # fmt: skip
        lists[name] = _agreement(len(pairs[name]), len(others), len(rows))
    return Score(
        {name: lists[name] for name in LISTS},
        mean(float(a.get("role") == b.get("role")) for a, b in pairs["sections"]),
        _leads(pairs["activities"]),
    )


def _document(wanted: Plan, read: Plan) -> Agreement | None:
    """Field by field; a value on one side only is an error, recipients count as one field."""
    ours, theirs = ({_folded(each) for each in _words(_field(plan, "recipients"))} for plan in (wanted, read))
    recipients = _agreement(len(ours & theirs), len(theirs), len(ours))
    hits, found, asked = recipients.f1 if recipients else 0.0, float(bool(theirs)), float(bool(ours))
    for path in _EXACT + _ALIKE:
        a, b = _tidy(_field(wanted, path)), _tidy(_field(read, path))
        asked, found = asked + bool(a), found + bool(b)
        hits += bool(a) and (a == b or (path in _ALIKE and _alike(a, b, _ALIKE_FROM) > 0))
    return _agreement(hits, found, asked)


def _findings(wanted: Plan, read: Plan) -> Agreement | None:
    """By their codes; only what people say is none (`not_findings`) is a false alarm."""
    ours, theirs = (
        Counter(_folded(fact.get("code")) for fact in _rows(plan, "findings")) for plan in (wanted, read)
    )
    hits = (ours & theirs).total()
    alarms = sum(theirs[_folded(code)] for code in _words(wanted.get("not_findings")))
    return _agreement(hits, hits + alarms, ours.total())


def _leads(pairs: Sequence[tuple[Fact, Fact]]) -> float | None:
    leads = [(_words(a.get("lead")), _words(b.get("lead"))) for a, b in pairs]
    same = sum(len(_paired(a, b, lambda x, y: _alike(x, y, _LEAD_FROM))) for a, b in leads)
    found = _agreement(same, sum(len(b) for _, b in leads), sum(len(a) for a, _ in leads))
    return found.f1 if found else None


def _agreement(hits: float, read: float, wanted: float) -> Agreement | None:
    return Agreement(hits, read, wanted) if read or wanted else None


def _paired(wanted: Sequence[T], read: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[T, T]]:
    scored = ((likeness(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(read))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted((-value, i, j) for value, i, j in scored if value > 0):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return [(wanted[i], read[j]) for i, j in taken.items()]


def _alike(a: Any, b: Any, least: float) -> float:
    """How alike two values are, from 0 to 1, and 0 below the least; lists are where their members pair off."""
    if isinstance(a, list) and isinstance(b, list):
        return float(len(a) == len(b) == len(_paired(a, b, lambda x, y: _alike(x, y, least))))
    return _ratio(_folded(a), _folded(b), least)


@lru_cache(maxsize=100_000)
def _ratio(a: str, b: str, least: float) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _tidy(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(unicodedata.normalize("NFC", str(value)).split())


def _folded(value: Any) -> str:
    return _tidy(value).casefold()


def _rows(plan: Plan, name: str) -> list[Fact]:
    rows = plan.get(name)
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _words(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _field(plan: Plan, path: str) -> Any:
    value = plan.get("document")
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
