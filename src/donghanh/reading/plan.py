"""A plan document as read: the values behind the form `donghanh.plan/1`.

Texts are verbatim slices of the text that was read; money is whole đồng; unknown is None, never a guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any

from donghanh.reading.blocks import Doubt
from donghanh.reading.nodes import Role
from donghanh.reading.source import Span

SCHEMA = "donghanh.plan/1"

# Python keeps these words to itself; the form uses them.
_JSON_NAMES = {"sender": "from", "receiver": "to", "start": "from", "end": "to"}


def _json(value: Any) -> Any:
    if isinstance(value, Span):
        return value.as_json()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_json(v) for v in value]
    if isinstance(value, Fact):
        return value.as_json()
    return value


class Fact:
    """Something extracted; its fields are the form's, in the form's order."""

    __slots__ = ()

    def as_json(self) -> dict[str, Any]:
        return {
            _JSON_NAMES.get(f.name, f.name): _json(getattr(self, f.name))
            for f in fields(self)  # type: ignore[arg-type]
        }


@dataclass(frozen=True, slots=True)
class PlanPeriod(Fact):
    """What the plan covers; an end that the text does not fix is None."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class AnnexOf(Fact):
    """The document that an annex was issued with."""

    number: str | None
    issued_on: date | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Signatory(Fact):
    """Who signed: "TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH", the position, the name."""

    capacity: str | None = None
    position: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts(Fact):
    """The paper itself. header and footer hold what else stands there, so that no word of it is lost."""

    kind: str
    number: str | None
    issued_on: date | None
    issuer: str | None
    title: str
    programme: str | None
    period: PlanPeriod
    annex_of: AnnexOf | None
    signatory: Signatory
    recipients: tuple[str, ...]
    header: tuple[str, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    footer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegalBasis(Fact):
    """A numbered document that the text cites."""

    number: str
    kind: str | None
    issued_on: date | None
    issuer: str | None
    source: Span


@dataclass(frozen=True, slots=True)
class Section(Fact):
    """A numbered heading; body is what stands under it and under none below it."""

    id: str
    label: str | None
    title: str
    role: Role
    parent: str | None
    body: tuple[str, ...]
    source: Span


@dataclass(frozen=True, slots=True)
class Target(Fact):
    """A commitment that success is measured by."""

    text: str
    quantity: int | float | None
    unit: str | None
    comparator: str
    per: str | None
    section: str | None
    source: Span


@dataclass(frozen=True, slots=True)
class ActivityPeriod(Fact):
    """When an activity takes place, in its words; days where the words fix them."""

    text: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Activity(Fact):
    """What is to be done."""

    text: str
    label: str | None
    section: str | None
    lead: tuple[str, ...] | None
    partners: tuple[str, ...]
    period: ActivityPeriod | None
    note: str | None
    source: Span


@dataclass(frozen=True, slots=True)
class Amount(Fact):
    """A sum of money in whole đồng: a total, a rate for one unit, or a cap."""

    value: int | None
    kind: str
    per: str | None
    quantity: int | float | None
    text: str
    section: str | None
    source: Span


@dataclass(frozen=True, slots=True)
class Allocation(Fact):
    """A row of a quota table: which unit takes how many of what."""

    unit: str
    quantity: int | float
    of: str | None
    note: str | None
    source: Span


@dataclass(frozen=True, slots=True)
class Responsibility(Fact):
    """Who is responsible for what; request where the issuer can only ask."""

    units: tuple[str, ...]
    request: bool
    duties: tuple[str, ...]
    section: str | None
    source: Span


@dataclass(frozen=True, slots=True)
class ReportingDuty(Fact):
    """One cycle of one duty to report; due is an ISO date, --MM-DD for a yearly one, else the words."""

    cycle: str
    due: str | None
    sender: str | None
    receiver: str | None
    via: str | None
    text: str
    source: Span


@dataclass(frozen=True, slots=True)
class PlaceToday(Fact):
    """The one unit that covers a place since 1 July 2025."""

    code: int
    name: str
    province: str


@dataclass(frozen=True, slots=True)
class PlaceMention(Fact):
    """An administrative place named in the text, with its level and the next higher place."""

    name: str
    level: str
    within: str | None
    today: PlaceToday | None
    source: Span


@dataclass(frozen=True, slots=True)
class Finding(Fact):
    """What a careful clerk would query before the document is signed.

    written, computed: the two sums that differ, in đồng, where it is about sums of money; else left out.
    """

    code: str
    severity: str
    message: str
    source: Span
    written: int | None = None
    computed: int | None = None

    def as_json(self) -> dict[str, Any]:
        sums = ("written", "computed")
        return {
            key: value for key, value in Fact.as_json(self).items() if value is not None or key not in sums
        }


@dataclass(slots=True)
class PlanDocument:
    """One plan document, read."""

    document: DocumentFacts
    legal_bases: list[LegalBasis] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)
    reporting: list[ReportingDuty] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def as_json(self) -> Mapping[str, Any]:
        """The form `donghanh.plan/1`. Doubts of the stages are no part of it; `Reading` carries them."""
        return {
            "schema": SCHEMA,
            **{f.name: _json(getattr(self, f.name)) for f in fields(self) if f.name != "doubts"},
        }
