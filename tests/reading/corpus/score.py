"""How near a reading comes to the gold: precision, recall and F1 for each list of the schema.

Our own statement of the rules by which readings are judged. Entries are paired one to one, the most alike
first. Legal bases match by number, amounts by value and kind, reports by cycle and due date; the others match
when each of the fields below is alike enough (1.0: equal but for case and spacing). For findings recall
counts, and of the surplus only what the gold rules out (`not_findings`). A list that is empty on both sides
does not count.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

Entry = dict[str, Any]
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
EXACT = ("kind", "number", "issued_on", "period.from", "period.to", "signatory.name")
SIMILAR = ("title", "issuer", "programme")


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits against what was read and what is there; `missing` and `surplus`: the entries without a partner."""

    hits: float
    read: int
    there: int
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.read + self.there)


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
    tallies, matched = {}, {}
    for name, floors in ALIKE.items():
        there, got = gold.get(name) or [], read.get(name) or []
        found = pairs(there, got, _rule(floors, name == "legal_bases"))
        matched[name] = [(there[i], got[j]) for i, j in found]
        missing = tuple(describe(name, e) for i, e in enumerate(there) if i not in {a for a, _ in found})
        surplus = tuple(describe(name, e) for j, e in enumerate(got) if j not in {b for _, b in found})
        if there or got:
            tallies[name] = Tally(len(found), len(got), len(there), missing, surplus)
    tallies["document"] = _document(gold.get("document") or {}, read.get("document") or {})
    findings = _findings(gold, read)
    if findings:
        tallies["findings"] = findings
    roles = mean(float(a.get("role") == b.get("role")) for a, b in matched["sections"])
    return Score(tallies, roles, _leads(matched["activities"]))


def _leads(matched: list[tuple[Entry, Entry]]) -> float | None:
    lists = [(a.get("lead") or [], b.get("lead") or []) for a, b in matched]
    size = sum(len(a) + len(b) for a, b in lists)
    hits = sum(len(pairs(a, b, lambda x, y: alike(x, y, 0.8))) for a, b in lists)
    return 2 * hits / size if size else None


def _field(document: Entry, path: str) -> str:
    value: Any = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return "" if value is None else " ".join(unicodedata.normalize("NFC", str(value)).split())


def _document(gold: Entry, read: Entry) -> Tally:
    """Field by field; the recipients together count as one field, by the F1 of their lines."""
    there, got = ({plain(line) for line in doc.get("recipients") or []} for doc in (gold, read))
    hits = 2 * len(there & got) / (len(there) + len(got)) if there or got else 0.0
    n_there, n_got = int(bool(there)), int(bool(got))
    missing, surplus = [f"recipients: {x}" for x in there - got], [f"recipients: {x}" for x in got - there]
    for path in EXACT + SIMILAR:
        a, b = _field(gold, path), _field(read, path)
        right = bool(a) and (a == b or (path in SIMILAR and alike(a, b, 0.85) > 0))
        hits, n_there, n_got = hits + right, n_there + bool(a), n_got + bool(b)
        missing += [f"{path}: {a}"] if a and not right else []
        surplus += [f"{path}: {b}"] if b and not right else []
    return Tally(hits, n_got, n_there, tuple(sorted(missing)), tuple(sorted(surplus)))


def _findings(gold: Entry, read: Entry) -> Tally | None:
    there, got = (Counter(entry.get("code") for entry in doc.get("findings") or []) for doc in (gold, read))
    alarms = {code: got[code] for code in gold.get("not_findings") or [] if got[code]}
    if not there and not alarms:
        return None
    hits = (there & got).total()
    said = {e.get("code"): e.get("message", "") for e in read.get("findings") or []}
    surplus = tuple(f"{code} x{n}: {said.get(code, '')}" for code, n in alarms.items())
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
