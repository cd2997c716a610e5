"""Two readings of one file, fact by fact: what a newer reader would change, and what people have settled.

A fact that a person looked at bears "state": "right", "corrected", "added" or "removed"; the fields of the
paper itself stand under document "states" in the same words. What people settled survives a new reading.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rapidfuzz import fuzz

Plan = Mapping[str, Any]
Fact = Mapping[str, Any]

SETTLED = frozenset({"right", "corrected", "added", "removed"})
"""The states in which a fact is a person's and no longer the reader's."""

LISTS = (
    "legal_bases", "sections", "targets", "activities", "amounts", "allocations", "responsibilities", "reporting",
    "places", "findings",
)  # fmt: skip
"""The lists of the form, in the order in which they are compared."""

# What a fact is known by when another reading gives it other values: the words that it stands on.
_WORDS = {
    "legal_bases": ("number",),
    "sections": ("label", "title"),
    "targets": ("text",),
    "activities": ("text",),
    "amounts": ("text", "value"),
    "allocations": ("unit",),
    "responsibilities": ("units",),
    "reporting": ("text", "cycle"),
    "places": ("name",),
    "findings": ("code", "message"),
}
# Where a fact stands and what became of it is no part of what it says.
_BESIDE = frozenset({"source", "state", "states"})
# Texts less alike than this (0 to 100) are two facts. Above a thousand open facts only equal words pair off.
_ALIKE = 80.0
_MOST_ALIKE = 1000


class Sort(StrEnum):
    """What a new reading does to a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs: name of the field, its value before and after."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    paper: 0 for the leading paper, then those that stand in the same file. name: the list, or "document".
    old, new: the whole fact, None where there is none. fields: what differs, of a changed or kept one.
    KEPT: a person settled the old one, so that it stays although the new reading says otherwise.
    """

    sort: Sort
    paper: int
    name: str
    old: Fact | None
    new: Fact | None
    fields: tuple[FieldChange, ...] = ()


def papers_of(plan: Plan) -> list[Plan]:
    """The leading paper of a file and those that stand in it besides."""
    return [plan, *plan.get("papers", ())]


def compare(old: Plan, new: Plan) -> list[Change]:
    """What a new reading changes, paper by paper and list by list, in the order of the text.

    old, new: the form `donghanh.plan/1`; old may bear the states that people gave its facts.
    """
    changes: list[Change] = []
    for number, (was, now) in enumerate(_paired_papers(old, new)):
        changes += _compare_papers(was, now, number)
    return changes


def carry_over(old: Plan, new: Plan, *, same_text: bool = True) -> dict[str, Any]:
    """The new reading with everything in it that people settled in the old one.

    A fact that was corrected, added or found right stands in place of the reader's, at the reader's place;
    one that was removed stays removed (it is kept, so marked). A paper that the reader finds no more stays if
    people settled anything in it.
    same_text: whether ranges of the old reading hold in the new text; where not, a fact that the reader
    finds no more stands at no place.
    """
    made = [
        _carry_paper(was, now, same_text) if now else _kept_paper(was, same_text)
        for was, now in _paired_papers(old, new)
        if now or _is_settled(was)
    ]
    return {**made[0], "papers": made[1:]} if len(made) > 1 else made[0]


def _paired_papers(old: Plan, new: Plan) -> list[tuple[Plan, Plan]]:
    """Old and new papers side by side, in the order of the new ones; {} where there is none.

    They pair off by kind, number and title, then by likeness of these, then by their order.
    """
    before, after = papers_of(old), papers_of(new)
    left = dict(enumerate(before))
    partner: dict[int, int] = {}
    for alike in (100.0, _ALIKE, 0.0):
        for j, paper in enumerate(after):
            if j in partner or not left:
                continue
            scores = {i: fuzz.ratio(_head(was), _head(paper)) for i, was in left.items()}
            best = max(scores, key=lambda i: (scores[i], -i)) if alike else min(left)
            if scores[best] >= alike:
                partner[j] = best
                del left[best]
    pairs = [(before[partner[j]] if j in partner else {}, paper) for j, paper in enumerate(after)]
    return [*pairs, *((was, {}) for was in left.values())]


def _head(paper: Plan) -> str:
    document = paper.get("document") or {}
    return " ".join(str(document.get(key)) for key in ("kind", "number", "title"))


def _is_settled(paper: Plan) -> bool:
    """Whether a person settled anything in a paper."""
    states = (paper.get("document") or {}).get("states") or {}
    facts = (fact for name in LISTS for fact in paper.get(name) or ())
    return bool(SETTLED & set(states.values())) or any(fact.get("state") in SETTLED for fact in facts)


def _kept_paper(paper: Plan, same_text: bool) -> dict[str, Any]:
    """A paper that the new reading has no more: its head, and what people settled."""
    kept = {key: value for key, value in paper.items() if key not in ("papers", "source", *LISTS)}
    for name in LISTS:
        found = (_carried(fact, None, same_text) for fact in paper.get(name) or ())
        kept[name] = [fact for fact in found if fact is not None]
    return kept


def _compare_papers(old: Plan, new: Plan, number: int) -> Iterator[Change]:
    yield from _compare_documents(old.get("document") or {}, new.get("document") or {}, number)
    for name in LISTS:
        for was, now in _pairs(name, old.get(name) or (), new.get(name) or ()):
            if was is None:
                yield Change(Sort.ADDED, number, name, None, now)
            elif now is None:
                settled = was.get("state") in SETTLED
                if not settled:
                    yield Change(Sort.REMOVED, number, name, was, None)
                elif was["state"] != "removed":
                    yield Change(Sort.KEPT, number, name, was, None)
            elif fields := tuple(_differences(was, now)):
                sort = Sort.KEPT if was.get("state") in SETTLED else Sort.CHANGED
                yield Change(sort, number, name, was, now, fields)


def _compare_documents(old: Fact, new: Fact, number: int) -> Iterator[Change]:
    states = old.get("states") or {}
    fields = list(_differences(old, new))
    for sort, found in (
        (Sort.CHANGED, [field for field in fields if states.get(field.name) not in SETTLED]),
        (Sort.KEPT, [field for field in fields if states.get(field.name) in SETTLED]),
    ):
        if found:
            yield Change(sort, number, "document", old, new, tuple(found))


def _carry_paper(old: Plan, new: Plan, same_text: bool) -> dict[str, Any]:
    made = {key: value for key, value in new.items() if key != "papers"}
    document = old.get("document") or {}
    kept = {name: state for name, state in (document.get("states") or {}).items() if state in SETTLED}
    if kept:
        own = {name: document[name] for name in kept if name in document}
        made["document"] = {**made["document"], **own, "states": kept}
    for name in LISTS:
        pairs = _pairs(name, old.get(name) or (), new.get(name) or ())
        made[name] = [fact for was, now in pairs if (fact := _carried(was, now, same_text)) is not None]
    return made


def _carried(was: Fact | None, now: Fact | None, same_text: bool) -> Fact | None:
    if was is None or was.get("state") not in SETTLED:
        return now
    if now is not None:
        return {**was, "source": now["source"]} if "source" in now else was
    return was if same_text else {**was, "source": None}


def _differences(old: Fact, new: Fact) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*old, *new)):
        if name not in _BESIDE and old.get(name) != new.get(name):
            yield FieldChange(name, old.get(name), new.get(name))


# --- which fact is which --------------------------------------------------------------------------------


def _pairs(name: str, old: Sequence[Fact], new: Sequence[Fact]) -> list[tuple[Fact | None, Fact | None]]:
    """Old and new facts side by side, in the order of the new ones; old ones without a partner go where
    they stood."""
    partner: dict[int, int] = {}
    for words in (_said, lambda fact: _key(name, fact)):
        _pair_equal(old, new, partner, words)
    _pair_alike(name, old, new, partner)
    rows: list[tuple[Fact | None, Fact | None]] = []
    taken = {i: j for j, i in partner.items()}
    loose = [i for i in range(len(old)) if i not in taken]
    for j, now in enumerate(new):
        i = partner.get(j)
        while i is not None and loose and loose[0] < i:
            rows.append((old[loose.pop(0)], None))
        rows.append((None if i is None else old[i], now))
    rows += [(old[i], None) for i in loose]
    return rows


def _pair_equal(old: Sequence[Fact], new: Sequence[Fact], partner: dict[int, int], words: Any) -> None:
    taken = set(partner.values())
    waiting: dict[str, list[int]] = {}
    # Of facts that say the same, the one that a person settled stands for the reader's first.
    for i in sorted(range(len(old)), key=lambda i: old[i].get("state") not in SETTLED):
        if i not in taken:
            waiting.setdefault(words(old[i]), []).append(i)
    for j, fact in enumerate(new):
        if j not in partner and (found := waiting.get(words(fact))):
            partner[j] = found.pop(0)


def _pair_alike(name: str, old: Sequence[Fact], new: Sequence[Fact], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    olds = [i for i in range(len(old)) if i not in taken]
    news = [j for j in range(len(new)) if j not in partner]
    if len(olds) > _MOST_ALIKE or len(news) > _MOST_ALIKE:
        return
    scored = sorted(_scores(name, old, new, olds, news), reverse=True)
    for score, i, j in scored:
        if score >= _ALIKE and i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)


def _scores(
    name: str, old: Sequence[Fact], new: Sequence[Fact], olds: Iterable[int], news: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    keys = {j: _key(name, new[j]) for j in news}
    for i in olds:
        words = _key(name, old[i])
        for j in news:
            score = fuzz.ratio(words, keys[j], score_cutoff=_ALIKE)
            if score:
                yield score, i, j


def _key(name: str, fact: Fact) -> str:
    return " ".join(str(fact.get(field)) for field in _WORDS[name])


def _said(fact: Fact) -> str:
    return str(sorted((key, str(value)) for key, value in fact.items() if key not in _BESIDE))
