"""What was read in a paper, in the form donghanh.plan/1, as the content of a plan; the way back is `form`.

Nothing is left out: what names a section stands under it, what a unit is responsible for is a task, and of each thing that
a quota table shares out there is a target, whose sum nobody wrote.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from donghanh.documents.review.models import FactState
from donghanh.plans.content import Citation, Content, Goal, Money, Part, Report, Role, Work
from donghanh.plans.models import Assignment, Item

Fact = Mapping[str, Any]
_FRAME = ("header", "issuer", "opening", "closing", "footer", "signatory", "recipients", "programme")
_LEAD, _PARTNER = str(Assignment.Role.LEAD), str(Assignment.Role.PARTNER)
_STEP = Decimal("0.0001")


def head_of(form: Fact) -> Fact:
    """What a form says of the paper itself."""
    head = form.get("document")
    return head if isinstance(head, Mapping) else {}


def day_in(value: object) -> date | None:
    """An ISO day of a form."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def content_from(form: Fact) -> Content:
    """All that a form says, but for what a person removed in its review."""
    head = head_of(form)
    period = head.get("period") or {}
    starts, ends = day_in(period.get("from")), day_in(period.get("to"))
    sections = _facts(form, "sections")
    keys = {str(fact["id"]): key for key, fact in enumerate(sections, start=1)}
    return Content(
        title=_text(head, "title"), issuer=_text(head, "issuer"), kind=_text(head, "kind") or "other",
        number=_text(head, "number", 100), issued_on=day_in(head.get("issued_on")),
        starts=starts, ends=None if starts and ends and ends < starts else ends,
        frame={key: head[key] for key in _FRAME if head.get(key)},
        works=tuple(_works(form, sections, keys)), goals=tuple(_goals(form, keys)),
        sums=tuple(_money(fact, keys) for fact in _facts(form, "amounts")),
        reports=tuple(map(_report, _facts(form, "reporting"))),
        citations=tuple(map(_citation, _facts(form, "legal_bases"))),
    )  # fmt: skip


def _facts(form: Fact, name: str) -> list[Fact]:
    return [fact for fact in form.get(name) or () if fact.get("state") != FactState.REMOVED]


def _works(form: Fact, sections: Sequence[Fact], keys: Mapping[str, int]) -> Iterator[Work]:
    """Headings, activities and tasks, each with a key of its own."""
    for key, fact in enumerate(sections, start=1):
        yield Work(
            key=key, kind=Item.Kind.SECTION, text=_text(fact, "title"), position=_position(fact),
            parent=keys.get(str(fact.get("parent"))), about=_text(fact, "role", 32), label=_text(fact, "label", 40),
            body=tuple(fact.get("body") or ()), source=fact.get("source"),
        )  # fmt: skip
    key = len(sections)
    for fact in _facts(form, "activities"):
        key += 1
        period = fact.get("period") or {}
        yield Work(
            key=key, kind=Item.Kind.ACTIVITY, text=_text(fact, "text"), position=_position(fact),
            parent=keys.get(str(fact.get("section"))), label=_text(fact, "label", 40),
            period=_text(period, "text", 300), starts=day_in(period.get("from")), ends=day_in(period.get("to")),
            note=_text(fact, "note"), source=fact.get("source"),
            roles=(*_roles(fact.get("lead"), _LEAD), *_roles(fact.get("partners"), _PARTNER)),
        )  # fmt: skip
    for fact in _facts(form, "responsibilities"):
        for nth, duty in enumerate(fact.get("duties") or ()):
            key += 1
            yield Work(
                key=key, kind=Item.Kind.TASK, text=str(duty), position=_position(fact, nth),
                parent=keys.get(str(fact.get("section"))), source=fact.get("source"),
                roles=_roles(fact.get("units"), _LEAD, is_asked=bool(fact.get("request"))),
            )  # fmt: skip


def _roles(names: object, role: str, *, is_asked: bool = False) -> tuple[Role, ...]:
    return tuple(Role(str(name), role, is_asked) for name in names) if isinstance(names, list | tuple) else ()


def _goals(form: Fact, keys: Mapping[str, int]) -> Iterator[Goal]:
    targets = _facts(form, "targets")
    for key, fact in enumerate(targets, start=1):
        per = _text(fact, "per", 300)
        yield Goal(
            key=key, text=_text(fact, "text"), position=_position(fact), item=keys.get(str(fact.get("section"))),
            quantity=_number(fact.get("quantity")), measure=_text(fact, "unit", 120),
            comparator=_text(fact, "comparator", 16), per=per, each=per, source=fact.get("source"),
        )  # fmt: skip
    quotas: dict[str, list[Fact]] = {}
    for fact in _facts(form, "allocations"):
        quotas.setdefault(_text(fact, "of"), []).append(fact)
    for key, (of, rows) in enumerate(quotas.items(), start=len(targets) + 1):
        yield Goal(
            key=key, text=of, position=_position(rows[0]), measure=of[:120], source=rows[0].get("source"),
            shares=_shares(rows),
        )  # fmt: skip


def _shares(rows: Sequence[Fact]) -> tuple[Part, ...]:
    """What falls to each; a unit that stands in several rows has their sum."""
    shares: dict[str, Part] = {}
    for fact in rows:
        who, quantity = str(fact["unit"]), _number(fact["quantity"])
        if quantity is None:
            continue
        before = shares.get(who)
        shares[who] = (
            Part(who, before.quantity + quantity, before.note, before.source)
            if before
            else Part(who, quantity, _text(fact, "note", 500), fact.get("source"))
        )
    return tuple(shares.values())


def _money(fact: Fact, keys: Mapping[str, int]) -> Money:
    return Money(
        text=_text(fact, "text"), kind=_text(fact, "kind"), value=fact.get("value"), position=_position(fact),
        item=keys.get(str(fact.get("section"))), per=_text(fact, "per", 200), quantity=_number(fact.get("quantity")),
        source=fact.get("source"),
    )  # fmt: skip


def _report(fact: Fact) -> Report:
    return Report(
        text=_text(fact, "text"), cycle=_text(fact, "cycle"), position=_position(fact), due=_text(fact, "due", 300),
        sender=_text(fact, "from"), receiver=_text(fact, "to"), via=_text(fact, "via", 300), source=fact.get("source"),
    )  # fmt: skip


def _citation(fact: Fact) -> Citation:
    return Citation(
        number=_text(fact, "number", 100), position=_position(fact), kind=_text(fact, "kind", 32),
        issued_on=day_in(fact.get("issued_on")), issuer=_text(fact, "issuer", 300), source=fact.get("source"),
    )  # fmt: skip


def _text(fact: Fact, name: str, most: int | None = None) -> str:
    return str(fact.get(name) or "")[:most]


def _position(fact: Fact, nth: int = 0) -> float:
    """By where it stands in the paper; what a person added without words stands behind all that has them."""
    source = fact.get("source")
    start = source.get("start") if isinstance(source, Mapping) else None
    return (float(start) if isinstance(start, int) else 1e9) + nth / 1000


def _number(value: object) -> Decimal | None:
    """A quantity as it is kept: four digits behind the comma; None where there is none or it is past all sense."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    exact = Decimal(str(value))
    return exact.quantize(_STEP) if abs(exact) < Decimal(10) ** 15 else None
