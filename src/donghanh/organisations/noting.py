"""What orders did to each unit, entered in the trail beside the reorganisation, so that a unit's own history tells it."""

from collections.abc import Iterable, Mapping
from typing import Any

from donghanh.audit.services import Act, Actor, record_each
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import Line, OrgUnit, Reorganisation
from donghanh.organisations.outcomes import superiors_after, superiors_before


def note(journal: Journal, made: Reorganisation, line: Line, actor: Actor, ip: str | None) -> None:
    """Who began, was renamed, moved or ended; not who went along with a unit above. As many queries for many as for one."""
    units, after, before = journal.notes(OrgUnit), superiors_after(journal), superiors_before(journal)
    day = str(made.day)
    about = {"day": day, "line": line.code}
    began, renamed, ended = [], [], []
    for pk, done in units.items():
        if done.after is None:
            continue
        if done.before is None:
            superior = after.get((pk, line.pk))
            began.append((pk, {"name": done.after["name"], "superior": superior, **about}))
            continue
        if "name" in done.before:
            renamed.append((pk, {"name": [done.before["name"], done.after["name"]], "day": day}))
        if "until" in done.before:
            ended.append((pk, {"until": str(done.after["until"])}))
    moved = [
        (unit, {"superior": [before[unit, of], superior], **about})
        for (unit, of), superior in after.items()
        if of == line.pk and (unit, of) in before and before[unit, of] != superior
    ]
    record_each("unit_added", _units(began), actor=actor, ip=ip)
    record_each("unit_renamed", _units(renamed), actor=actor, ip=ip)
    record_each("unit_moved", _units(moved), actor=actor, ip=ip)
    record_each("unit_ended", _units(ended), actor=actor, ip=ip)


def _units(acts: Iterable[tuple[int, Mapping[str, Any]]]) -> list[Act]:
    return [(OrgUnit(pk=pk), changes, pk) for pk, changes in acts]
