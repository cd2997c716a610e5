"""How a review stands: what was read in a paper, with what people made of it laid over."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from donghanh.documents.facts import span_of
from donghanh.documents.review.models import FactState, ReviewedFact
from donghanh.reading.compare import LISTS, SETTLED

Value = dict[str, Any]

DOCUMENT = "document"
DOCUMENT_FIELDS = (
    "kind", "number", "issued_on", "issuer", "title", "programme", "period", "annex_of", "signatory", "recipients",
)  # fmt: skip
"""The fields of the paper itself, each a fact of its own."""
NAMES = (DOCUMENT, *LISTS)
KEY = re.compile(rf"({'|'.join(NAMES)})-(n?\d{{1,9}}(?:-\d{{1,4}})?|[a-z_]{{1,16}})")


@dataclass(frozen=True, slots=True)
class Item:
    """One fact as it stands now.

    key: see `ReviewedFact`. value: in the schema's form; of a field of the paper a form with it alone.
    touched: the number of the step that last changed it, 0 where none did. read: as the program read it, None
    where a person added it.
    """

    key: str
    name: str
    value: Value
    state: str
    position: float
    touched: int
    read: Value | None

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED

    @property
    def is_removed(self) -> bool:
        return self.state == FactState.REMOVED

    @property
    def first_position(self) -> float:
        """Where it stood as it was read; where it stands, for one that a person added."""
        place = self.key.partition("-")[2]
        return float(place) if place.isdecimal() else self.position

    @property
    def has_moved(self) -> bool:
        return self.position != self.first_position

    @property
    def span(self) -> tuple[int, int] | None:
        """Where its words stand in the text, None where they stand nowhere."""
        return span_of(self.value)

    @property
    def page(self) -> int | None:
        source = self.value.get("source")
        page = source.get("page") if isinstance(source, Mapping) else None
        return page if isinstance(page, int) else None

    @property
    def decision(self) -> Mapping[str, Any]:
        """What was decided about a finding: "choice" and "note"; nothing while it is open."""
        made = self.value.get("decision")
        return made if self.is_settled and isinstance(made, Mapping) else {}


@dataclass(frozen=True)
class Review:
    """All facts of one paper; number: of the paper in its file, from 1; step: the last one of the reading."""

    number: int
    plan: Mapping[str, Any]
    touched: Mapping[str, ReviewedFact] = field(default_factory=dict)
    step: int = 0

    def items(self, name: str) -> list[Item]:
        """The facts of one list in their order, removed ones too."""
        return self._lists[name]

    def __iter__(self) -> Iterator[Item]:
        for name in NAMES:
            yield from self._lists[name]

    def item(self, key: str) -> Item | None:
        return self._by_key.get(key)

    def after(self, item: Item, count: int = 1) -> list[float]:
        """Positions for new facts right behind one."""
        later = (other.position for other in self.items(item.name) if other.position > item.position)
        room = min(later, default=item.position + 1) - item.position
        return [item.position + room * n / (count + 1) for n in range(1, count + 1)]

    @cached_property
    def open_errors(self) -> int:
        return self._open("error")

    @cached_property
    def open_questions(self) -> int:
        return self._open("warning")

    def _open(self, severity: str) -> int:
        return sum(
            not item.is_settled and item.value.get("severity") == severity for item in self.items("findings")
        )

    @cached_property
    def seen(self) -> int:
        """How many facts somebody settled."""
        return sum(item.is_settled for item in self if item.name != "findings")

    @cached_property
    def count(self) -> int:
        return sum(1 for item in self if item.name != "findings")

    def as_plan(self) -> Value:
        """The paper in the schema's form, each settled fact with its "state"."""
        made = {key: value for key, value in self.plan.items() if key != "papers"}
        made[DOCUMENT] = self.document()
        for name in LISTS:
            made[name] = [
                {**item.value, "state": item.state} if item.is_settled else item.value
                for item in self.items(name)
            ]
        return made

    def document(self) -> Value:
        """The head of the paper, with the states of its fields under "states"."""
        document = dict(self.plan.get(DOCUMENT) or {})
        states = {}
        for item in self.items(DOCUMENT):
            if item.is_settled:
                document.update(item.value)
                states[next(iter(item.value))] = item.state
        return {**document, "states": states} if states else document

    @cached_property
    def _by_key(self) -> dict[str, Item]:
        return {item.key: item for item in self}

    @cached_property
    def _lists(self) -> dict[str, list[Item]]:
        lists = {DOCUMENT: list(self._fields())}
        for name in LISTS:
            facts = self.plan.get(name)
            rows = [fact for fact in facts if isinstance(fact, dict)] if isinstance(facts, list) else []
            lists[name] = [self._standing(name, f"{name}-{at}", row, at) for at, row in enumerate(rows)]
        for key, row in self.touched.items():
            name, _, place = key.partition("-")
            if place.startswith("n") and name in lists:
                lists[name].append(_laid_over(name, row, None))
        for items in lists.values():
            items.sort(key=lambda item: item.position)
        return lists

    def _fields(self) -> Iterator[Item]:
        document = self.plan.get(DOCUMENT)
        document = document if isinstance(document, dict) else {}
        states = document.get("states")
        states = states if isinstance(states, dict) else {}
        for at, name in enumerate(DOCUMENT_FIELDS):
            row = {name: document.get(name)}
            if name in states:
                row["state"] = states[name]
            yield self._standing(DOCUMENT, f"{DOCUMENT}-{name}", row, at)

    def _standing(self, name: str, key: str, row: Value, at: int) -> Item:
        state = row.get("state")
        state = state if isinstance(state, str) and state in SETTLED else FactState.UNSEEN
        value = {field: what for field, what in row.items() if field != "state"}
        touched = self.touched.get(key)
        if touched is not None:
            return _laid_over(name, touched, value)
        return Item(key, name, value, state, float(at), 0, value)


def _laid_over(name: str, row: ReviewedFact, read: Value | None) -> Item:
    return Item(row.key, name, row.value, row.state, row.position, row.touched, read)


def as_said(plan: Mapping[str, Any]) -> Value:
    """A reviewed plan as it stands in the end: without what was removed, and without the states."""
    made = {key: value for key, value in plan.items() if key != "papers"}
    made[DOCUMENT] = {key: value for key, value in (plan.get(DOCUMENT) or {}).items() if key != "states"}
    for name in LISTS:
        made[name] = [
            {key: value for key, value in fact.items() if key not in ("state", "decision")}
            for fact in plan.get(name) or ()
            if fact.get("state") != FactState.REMOVED
        ]
    others = [as_said(paper) for paper in plan.get("papers") or ()]
    return {**made, "papers": others} if others else made


def whole(reviews: Iterable[Review]) -> Value:
    """The papers of a file as one plan, the leading one first."""
    first, *others = (review.as_plan() for review in reviews)
    return {**first, "papers": others} if others else first
