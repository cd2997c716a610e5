"""Which units roles reach today, in SQL: one list of them, or the same asked of each row.

By hand, since Django would take longer to say it than the database to answer for a commune. All that is told to the
database is numbers, paths and days; they go as parameters.
"""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import BooleanField, Func
from django.db.models.expressions import RawSQL
from django.utils import timezone

from donghanh.accounts.permissions import Held
from donghanh.organisations.tree import beyond

# Where a unit stands today; one that ended, where it stood last, so that what nobody took over is somebody's; one that has
# not begun, where it will stand first, so that people can be appointed in it.
_BELOW = """
    standing.line_id = %s AND standing.path >= %s AND standing.path < %s AND (
        standing.since <= %s AND standing.until > %s
        OR EXISTS (
            SELECT 1 FROM organisations_orgunit AS unit
            WHERE unit.id = standing.unit_id AND (
                standing.until <= %s AND standing.until = unit.until
                OR standing.since > %s AND standing.since = unit.since)))"""
_ALONE = "standing.unit_id = %s"

# What a unit left that another has taken over is reached with that one alone.
_UNITS = """
    WITH reached AS (SELECT standing.unit_id AS id FROM organisations_position AS standing WHERE {reach})
    SELECT id FROM reached
    WHERE NOT EXISTS (
        SELECT 1 FROM organisations_handover AS handover
        WHERE handover.unit_id = reached.id AND handover.since <= %s AND handover.until > %s)
    UNION ALL
    SELECT handover.unit_id FROM reached
    JOIN organisations_handover AS handover ON handover.into_id = reached.id
    WHERE handover.since <= %s AND handover.until > %s"""

_IS_REACHED = """EXISTS (
    SELECT 1 FROM organisations_position AS standing
    WHERE ({reach}) AND standing.unit_id = COALESCE((
        SELECT handover.into_id FROM organisations_handover AS handover
        WHERE handover.unit_id = {unit} AND handover.since <= %s AND handover.until > %s LIMIT 1), {unit}))"""


def units(having: Iterable[Held]) -> RawSQL:
    """The units that roles reach, for `in`; roles: at least one."""
    today = timezone.localdate()
    reach, values = _reach(having, today)
    return RawSQL(_UNITS.format(reach=reach), (*values, *[today] * 4))  # noqa: S611 (what is told are parameters)


class IsReached(Func):
    """Whether roles reach a unit; unit: the way from the row to its number, or an expression; roles: at least one."""

    output_field = BooleanField()

    def __init__(self, unit: Any, having: tuple[Held, ...]) -> None:
        super().__init__(unit)
        self._having = having

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        unit, number = compiler.compile(self.get_source_expressions()[0])
        today = timezone.localdate()
        reach, values = _reach(self._having, today)
        return _IS_REACHED.format(reach=reach, unit=unit), [*values, *number, today, today, *number]


def _reach(having: Iterable[Held], today: date) -> tuple[str, list[Any]]:
    """Where what roles reach stands, and its parameters; what two of them reach alike is said once."""
    below = {(each.line_id, each.path) for each in having if each.reaches_down and each.path is not None}
    alone = {each.unit_id for each in having if not each.reaches_down}
    spans = ((line, path, beyond(path), *[today] * 4) for line, path in sorted(below))
    reach = " OR ".join([*[_BELOW] * len(below), *[_ALONE] * len(alone)])
    return reach, [*chain.from_iterable(spans), *sorted(alone)]
