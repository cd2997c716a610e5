"""How near a reading comes to what people say a paper holds (the gold): precision, recall and F1 of each list.

The rules are those of the form's own scorer. Entries are paired one to one, the most alike
first. Legal bases match by number, amounts by value and kind, reports by cycle and due date; the others match
when each of the fields below is alike enough (1.0: equal but for case and spacing). For findings recall
counts, and of the surplus only what the gold rules out (`not_findings`). A list that is empty on both sides
does not count.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

Entry = Mapping[str, Any]

LISTS = (
    "document", "legal_bases", "sections", "targets", "activities", "amounts", "allocations", "responsibilities",
    "reporting", "places", "findings",
)  # fmt: skip
"""The rows of the table, in its order."""
ALIKE: dict[str, dict[str, float]] = {
    "sections": {"label": 1.0, "title": 0.85},
    "targets": {"quantity": 1.0, "unit": 0.6, "text": 0.6},
    "activities": {"text": 0.75},
    "allocations": {"quantity": 1.0, "unit": 0.8},
    "responsibilities": {"request": 1.0, "units": 0.8},
    "places": {"name": 0.85},
    "legal_bases": {"number": 1.0},
    "amounts": {"value": 1.0, "kind": 1.0},
    "reporting": {"cycle": 1.0, "due": 1.0},
}
"""By which fields entries are matched, and how alike each must be."""
EXACT = ("kind", "number", "issued_on", "period.from", "period.to", "signatory.name")
SIMILAR = ("title", "issuer", "programme")
_SIMILAR_FROM, _LEAD_FROM = 0.85, 0.8


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits against what was read and what is wanted; `missing` and `surplus`: the entries without a partner."""

    hits: float
    read: int
    wanted: int
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()

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
    """The tallies of the lists that apply, with how many roles and leads of matched entries are right."""

    tallies: dict[str, Tally]
    roles: float | None
    leads: float | None

    @property
    def macro(self) -> float:
        return mean(tally.f1 for tally in self.tallies.values()) or 0.0


def mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def plain(value: Any) -> str:
    """A value as text to compare: NFC, single spaces, small letters, "" for null."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(unicodedata.normalize("NFC", str(value)).casefold().split())


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str, floor: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < floor or matcher.quick_ratio() < floor:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= floor else 0.0


def alike(one: Any, other: Any, floor: float) -> float:
    """How alike two values are, 0 below the floor; lists are alike when all their texts pair off."""
    if isinstance(one, list) and isinstance(other, list):
        return float(len(one) == len(other) == len(pairs(one, other, lambda a, b: alike(a, b, floor))))
    return _alike(plain(one), plain(other), floor)


def pairs(there: list[Any], read: list[Any], rule: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    ranked = sorted((-rule(a, b), i, j) for i, a in enumerate(there) for j, b in enumerate(read))
    left, right, found = set[int](), set[int](), []
    for worth, i, j in ranked:
        if worth < 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return found


def _rule(floors: dict[str, float], squeeze: bool) -> Callable[[Entry, Entry], float]:
    def rule(one: Entry, other: Entry) -> float:
        if squeeze:
            return float(
                plain(one.get("number")).replace(" ", "") == plain(other.get("number")).replace(" ", "")
            )
        return min(
            float(plain(one.get(key)) == plain(other.get(key)))
            if floor == 1.0
            else alike(one.get(key), other.get(key), floor)
            for key, floor in floors.items()
        )

    return rule


def score(gold: Entry, read: Entry) -> Score:
    """How near a reading comes to the gold, both in the form `donghanh.plan/1`; odd values agree with nothing."""
    tallies: dict[str, Tally] = {}
    matched: dict[str, list[tuple[Entry, Entry]]] = {}
    for name, floors in ALIKE.items():
        there, got = _rows(gold, name), _rows(read, name)
        found = pairs(there, got, _rule(floors, name == "legal_bases"))
        matched[name] = [(there[i], got[j]) for i, j in found]
        missing = tuple(describe(name, e) for i, e in enumerate(there) if i not in {a for a, _ in found})
        surplus = tuple(describe(name, e) for j, e in enumerate(got) if j not in {b for _, b in found})
        if there or got:
            tallies[name] = Tally(len(found), len(got), len(there), missing, surplus)
    if document := _document(gold, read):
        tallies["document"] = document
    findings = _findings(gold, read)
    if findings:
        tallies["findings"] = findings
    roles = mean(float(a.get("role") == b.get("role")) for a, b in matched["sections"])
    return Score(tallies, roles, _leads(matched["activities"]))


def _leads(matched: list[tuple[Entry, Entry]]) -> float | None:
    lists = [(_words(a.get("lead")), _words(b.get("lead"))) for a, b in matched]
    size = sum(len(a) + len(b) for a, b in lists)
    hits = sum(len(pairs(a, b, lambda x, y: alike(x, y, _LEAD_FROM))) for a, b in lists)
    return 2 * hits / size if size else None


def _rows(plan: Entry, name: str) -> list[Entry]:
    rows = plan.get(name)
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _words(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _field(plan: Entry, path: str) -> str:
    value: Any = plan.get("document")
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return "" if value is None else " ".join(unicodedata.normalize("NFC", str(value)).split())


def _document(gold: Entry, read: Entry) -> Tally | None:
    """Field by field; the recipients together count as one field, by the F1 of their lines."""
    there, got = (
        {plain(line) for line in _words((plan.get("document") or {}).get("recipients"))}
        if isinstance(plan.get("document"), Mapping)
        else set[str]()
        for plan in (gold, read)
    )
    hits = 2 * len(there & got) / (len(there) + len(got)) if there or got else 0.0
    n_there, n_got = int(bool(there)), int(bool(got))
    missing, surplus = [f"recipients: {x}" for x in there - got], [f"recipients: {x}" for x in got - there]
    for path in EXACT + SIMILAR:
        a, b = _field(gold, path), _field(read, path)
        right = bool(a) and (a == b or (path in SIMILAR and alike(a, b, _SIMILAR_FROM) > 0))
        hits, n_there, n_got = hits + right, n_there + bool(a), n_got + bool(b)
        missing += [f"{path}: {a}"] if a and not right else []
        surplus += [f"{path}: {b}"] if b and not right else []
    if not n_got and not n_there:
        return None
    return Tally(hits, n_got, n_there, tuple(sorted(missing)), tuple(sorted(surplus)))


def _findings(gold: Entry, read: Entry) -> Tally | None:
    """By their codes, folded; only what the gold rules out is too much."""
    there, got = (
        Counter(plain(entry.get("code")) for entry in _rows(plan, "findings")) for plan in (gold, read)
    )
    alarms = {code: got[plain(code)] for code in _words(gold.get("not_findings")) if got[plain(code)]}
    hits = (there & got).total()
    if not there and not alarms:
        return None
    said = {plain(entry.get("code")): entry.get("message", "") for entry in _rows(read, "findings")}
    surplus = tuple(f"{code} x{n}: {said.get(plain(code), '')}" for code, n in alarms.items())
    missing = tuple(f"{code} x{n}" for code, n in (there - got).items())
    return Tally(hits, hits + sum(alarms.values()), there.total(), missing, surplus)


def describe(name: str, entry: Entry) -> str:
    """An entry in one line: first what it is matched by, then where it stands."""
    parts = [f"{key}={entry.get(key)!r}" for key in ALIKE[name]]
    parts += [
        f"{key}={entry.get(key)!r}"
        for key in ("id", "section", "text")
        if key in entry and key not in ALIKE[name]
    ]
    return " ".join(part if len(part) < 160 else part[:157] + "…" for part in parts)
