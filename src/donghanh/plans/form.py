"""A plan in the form donghanh.plan/1, as `taking_in` takes it and `writing` puts it on paper."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from donghanh.organisations.models import Kind, OrgUnit
from donghanh.plans.content import Content, Goal, Source, Work
from donghanh.plans.models import Assignment, Item
from donghanh.vietnam.documents import HEADINGS
from donghanh.writing.layout import layout
from donghanh.writing.plan import document_of, parse
from donghanh.writing.word import word

SCHEMA = "donghanh.plan/1"
_ROLES = ("purpose", "targets", "scope", "content", "budget", "organisation", "reporting", "other")
_HEAD = ("closing", "footer", "signatory")
_MASS = frozenset(
    {Kind.UNION, Kind.BRANCH, Kind.GROUP, Kind.AFFILIATE, Kind.FATHERLAND_FRONT, Kind.MASS_ORGANISATION}
)
_KIND_WORDS = {
    kind: words.capitalize()
    for words, kind in sorted(HEADINGS, key=lambda each: -len(each[0]))
    if kind != "other"
}
_CITES = re.compile(r"(?:Căn cứ|Thực hiện|Theo)\s", re.IGNORECASE)
_ORGANISING = "TỔ CHỨC THỰC HIỆN"

Form = dict[str, Any]


def layout_of(unit: OrgUnit) -> str:
    """In which layout a unit's papers are set: "mass" for mass organisations, else "state"."""
    return "mass" if unit.kind in _MASS else "state"


def word_of(content: Content, key: str) -> bytes:
    """A plan as an official document, a .docx; key: one of `writing.layout.LAYOUTS`."""
    form = json.dumps(form_of(content), ensure_ascii=False).encode()
    return word(document_of(parse(form)), layout(key))


def form_of(content: Content) -> Form:
    """The form of a plan: its lists as they stand today. Words that came from the paper are given where they say nothing
    that stands in a list, since a list may have been changed after them."""
    return _Writer(content).form()


class _Writer:
    def __init__(self, content: Content) -> None:
        self._content = content
        self._tasks = [work for work in content.works if _is_told(work)]
        self._activities = [work for work in content.works if not _is_heading(work) and not _is_told(work)]
        self._quotas = [goal for goal in content.goals if _is_quota(goal)]
        self._targets = [goal for goal in content.goals if not _is_quota(goal)]
        self._ids = {
            work.key: str(number) for number, work in enumerate(content.works, 1) if _is_heading(work)
        }

    def form(self) -> Form:
        content = self._content
        return {
            "schema": SCHEMA,
            "document": self._document(),
            "legal_bases": [
                {"number": each.number or None, "kind": _kind_words(each.kind), "issued_on": _iso(each.issued_on),
                 "issuer": each.issuer or None, **_source(each.source)}
                for each in content.citations
            ],
            "sections": list(self._sections()),
            "targets": [
                {"text": each.text, "quantity": _number(each.quantity), "unit": each.measure or None,
                 "comparator": each.comparator or "=", "per": each.per or None, "section": self._id(each.item),
                 **_source(each.source)}
                for each in self._targets
            ],
            "activities": [self._activity(each) for each in self._activities],
            "amounts": [
                {"value": each.value, "kind": each.kind, "per": each.per or None, "quantity": _number(each.quantity),
                 "text": each.text, "section": self._id(each.item), **_source(each.source)}
                for each in content.sums
            ],
            "allocations": list(self._allocations()),
            "responsibilities": list(self._responsibilities()),
            "reporting": [
                {"cycle": each.cycle, "due": each.due or None, "from": each.sender or None, "to": each.receiver or None,
                 "via": each.via or None, "text": each.text, **_source(each.source)}
                for each in content.reports
            ],
            "places": [{"name": content.place, "level": "other", "within": None}] if content.place else [],
            "findings": [],
        }  # fmt: skip

    def _document(self) -> Form:
        content, frame = self._content, self._content.frame
        head: Form = {
            "kind": content.kind, "number": content.number or None, "issued_on": _iso(content.issued_on),
            "issuer": content.issuer or None, "title": content.title, "programme": frame.get("programme"),
            "period": {"from": _iso(content.starts), "to": _iso(content.ends)},
            "recipients": list(frame.get("recipients") or ()),
        }  # fmt: skip
        head |= {key: frame[key] for key in _HEAD if frame.get(key)}
        # Its names; number and day are those of today.
        head["header"] = [line for line in frame.get("header") or () if line.isupper()]
        if self._opening_holds(frame.get("opening") or ()):
            head["opening"] = list(frame["opening"])
        return head

    def _opening_holds(self, opening: Sequence[str]) -> bool:
        """Whether the opening cites what the plan stands by, and nothing else."""
        numbers = [each.number for each in self._content.citations if each.number]
        cited = [line for line in opening if _CITES.match(line)]
        return (
            bool(opening)
            and all(any(number in line for line in opening) for number in numbers)
            and all(any(number in line for number in numbers) for line in cited)
        )

    # Headings

    def _id(self, key: int | None) -> str | None:
        return self._ids.get(key) if key is not None else None

    def _sections(self) -> Iterator[Form]:
        told = {each.item for each in self._targets} | {each.item for each in self._content.sums}
        told |= {each.parent for each in (*self._tasks, *self._activities)}
        headings = [work for work in self._content.works if _is_heading(work)]
        bodies = {work.key: work.body for work in headings if work.key not in told}
        is_listed = any((*self._targets, *self._tasks, *self._activities, *self._content.sums,
                         *self._content.reports, *self._quotas))  # fmt: skip
        for work in _parents_first(headings):
            section: Form = {
                "id": self._ids[work.key], "label": work.label or None, "title": work.text,
                "role": work.about if work.about in _ROLES else "other", "parent": self._id(work.parent),
                **_source(work.source),
            }  # fmt: skip
            if work.key in bodies:
                section["body"] = list(bodies[work.key])
            yield section
        if headings and is_listed and len(bodies) == len(headings):
            # With words under every heading the lists would not be written; they have one of their own.
            yield {"id": "0", "label": None, "title": _ORGANISING, "role": "organisation", "parent": None}

    # What there is to do

    def _activity(self, work: Work) -> Form:
        period = work.period or _span(work)
        return {
            "text": work.text, "label": work.label or None, "section": self._id(work.parent),
            "lead": list(work.named(Assignment.Role.LEAD)) or None,
            "partners": list(work.named(Assignment.Role.PARTNER)),
            "period": {"text": period, "from": _iso(work.starts), "to": _iso(work.ends)} if period else None,
            "note": work.note or None, **_source(work.source),
        }  # fmt: skip

    def _responsibilities(self) -> Iterator[Form]:
        """Tasks that came from one sentence, or were added for the same units, are the duties of one entry."""
        entries: dict[tuple[object, ...], list[Work]] = defaultdict(list)
        for task in self._tasks:
            entries[task.parent, task.roles, json.dumps(task.source, sort_keys=True)].append(task)
        for duties in entries.values():
            first = duties[0]
            yield {
                "units": [each.who for each in first.roles],
                "request": bool(first.roles) and all(each.is_asked for each in first.roles),
                "duties": [each.text for each in duties],
                "section": self._id(first.parent),
                **_source(first.source),
            }

    def _allocations(self) -> Iterator[Form]:
        for goal in (*self._targets, *self._quotas):
            of = goal.text if _is_quota(goal) else goal.measure or goal.text
            for share in goal.shares:
                yield {
                    "unit": share.who, "quantity": _number(share.quantity), "of": of or None,
                    "note": share.note or None, **_source(share.source),
                }  # fmt: skip


def _is_heading(work: Work) -> bool:
    return work.kind == Item.Kind.SECTION


def _is_told(work: Work) -> bool:
    """Whether a task can be said as a duty of units: who it is that has it, and nothing more."""
    more = work.period or work.starts or work.ends or work.note or work.named(Assignment.Role.PARTNER)
    return work.kind == Item.Kind.TASK and not more


def _is_quota(goal: Goal) -> bool:
    """Whether it is a quota table alone: shares of a thing whose sum nobody wrote."""
    return bool(goal.shares) and goal.quantity is None and goal.item is None


def _parents_first(headings: Sequence[Work]) -> Iterator[Work]:
    """Headings in their order; one that was moved behind what stands in it goes before it."""
    known = {work.key for work in headings}
    waiting = list(headings)
    written: set[int | None] = {None}
    while waiting:
        ready = next((w for w in waiting if w.parent in written or w.parent not in known), waiting[0])
        waiting.remove(ready)
        written.add(ready.key)
        yield ready


def _span(work: Work) -> str:
    days = [f"{day.day:02}/{day.month}/{day.year}" for day in (work.starts, work.ends) if day]
    if work.starts and work.ends:
        return f"từ {days[0]} đến {days[1]}"
    return f"{'từ' if work.starts else 'trước'} {days[0]}" if days else ""


def _kind_words(kind: str) -> str | None:
    """How a kind of document is cited: "Kế hoạch", whether it was kept in words or by its code."""
    return _KIND_WORDS.get(kind, kind) or None


def _iso(day: object) -> str | None:
    return str(day) if day else None


def _number(quantity: Decimal | None) -> int | float | None:
    if quantity is None:
        return None
    return int(quantity) if quantity == quantity.to_integral_value() else float(quantity)


def _source(source: Source) -> Mapping[str, Any]:
    return {"source": dict(source)} if source else {}
