"""What a reorganisation did to each unit, entered in the trail beside it, so that a unit's own history tells it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from donghanh.audit.services import Actor, record_each
from donghanh.organisations.journal import Journal, Values
from donghanh.organisations.models import BEGINNING, Line, OrgUnit, Position, UnitName
from donghanh.organisations.outcomes import superiors_before

Act = tuple[int, Mapping[str, Any]]
"""The number of a unit and what was done to it."""


def note(journal: Journal, actor: Actor, ip: str | None) -> None:
    """Who began, was renamed, moved or ended, and from which day; not who went along with a unit above.

    An entry for each name and each superior that a unit got in turn. As many queries for many units as for one.
    """
    names = _former_names(journal)
    positions = sorted(journal.begun(Position), key=lambda row: (row["line_id"], row["since"]))
    lines = dict(Line.objects.values_list("pk", "code"))
    record_each("unit_added", _units(_added(journal, names, positions, lines)), actor=actor, ip=ip)
    record_each("unit_renamed", _units(_renamed(journal, names)), actor=actor, ip=ip)
    record_each("unit_moved", _units(_moved(journal, positions, lines)), actor=actor, ip=ip)
    record_each("unit_ended", _units(_ended(journal)), actor=actor, ip=ip)


def _units(acts: Iterable[Act]) -> Iterator[tuple[OrgUnit, Mapping[str, Any], int]]:
    return ((OrgUnit(pk=pk), changes, pk) for pk, changes in acts)


def _former_names(journal: Journal) -> dict[int, list[Values]]:
    """What units are called no more, by their numbers, the oldest name first."""
    names: dict[int, list[Values]] = defaultdict(list)
    for row in sorted(journal.begun(UnitName), key=lambda row: row["until"]):
        if not row["is_short"]:
            names[row["unit_id"]].append(row)
    return names


def _added(
    journal: Journal,
    names: Mapping[int, Sequence[Values]],
    positions: Iterable[Values],
    lines: Mapping[int, str],
) -> Iterator[Act]:
    """Each with where it stands first, in the first of its lines, which is the one that counts most."""
    first: dict[int, Values] = {}
    for row in positions:
        first.setdefault(row["unit_id"], row)
    for pk, done in journal.notes(OrgUnit).items():
        if done.before is not None or done.after is None:
            continue
        stands = first[pk]
        name = names[pk][0]["name"] if pk in names else done.after["name"]
        told = {"name": name, "superior": stands["superior_id"], "line": lines[stands["line_id"]]}
        since = done.after["since"]
        yield pk, told if since == BEGINNING else {**told, "day": str(since)}


def _renamed(journal: Journal, names: Mapping[int, Sequence[Values]]) -> Iterator[Act]:
    before = {
        pk: done.before["name"]
        for pk, done in journal.notes(OrgUnit).items()
        if done.before and "name" in done.before
    }
    units = OrgUnit.objects.only("name", "since").in_bulk({*names, *before})
    for pk, unit in units.items():
        former = names.get(pk, ())
        called = [*(row["name"] for row in former), unit.name]
        days = [unit.since, *(row["until"] for row in former)]
        last = before.get(pk, called[0])  # on its own first day a name is corrected and not kept
        for name, day in zip(called, days, strict=True):
            if name != last:
                yield pk, {"name": [last, name], "day": str(day)}
            last = name


def _moved(journal: Journal, positions: Iterable[Values], lines: Mapping[int, str]) -> Iterator[Act]:
    superiors = superiors_before(journal)
    for row in positions:
        standing, superior = (row["unit_id"], row["line_id"]), row["superior_id"]
        if superiors.get(standing, superior) != superior:
            about = {"day": str(row["since"]), "line": lines[row["line_id"]]}
            yield row["unit_id"], {"superior": [superiors[standing], superior], **about}
        superiors[standing] = superior


def _ended(journal: Journal) -> Iterator[Act]:
    for pk, done in journal.notes(OrgUnit).items():
        if done.before and done.after and "until" in done.before:
            yield pk, {"until": str(done.after["until"])}
