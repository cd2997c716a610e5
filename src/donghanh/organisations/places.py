"""The places of the lists as rows: before and since 1 July 2025, and what became of whom.

Source: the National Statistics Office's code list and its table of conversion; see docs/places.md for their gaps.
"""

from django.db import transaction

from donghanh.audit.services import record
from donghanh.organisations.models import BEGINNING, OPEN, Level, Place, PlaceChange
from donghanh.organisations.planner import learn
from donghanh.vietnam.places import REFORM
from donghanh.vietnam.places import Place as Listed
from donghanh.vietnam.places.lists import load

_PROVINCES_ACT = "Nghị quyết số 202/2025/QH15 ngày 12/6/2025"
_ENDS_ACT = {
    "province": _PROVINCES_ACT,
    "district": "Luật Tổ chức chính quyền địa phương năm 2025",
    "commune": "Nghị quyết của Ủy ban Thường vụ Quốc hội ngày 16/6/2025",
}


@transaction.atomic
def load_places() -> int:
    """Bring the lists in, once; how many places are new."""
    lists = load()
    known = {(place.level, place.code, place.since): place for place in Place.objects.all()}
    # Quảng Ninh lives on as a city; the list does not say since when, so it is taken from the list's own day.
    replaced = {each for each in lists.before if each.until is None} - set(lists.today)
    rows: dict[Listed, Place] = {}
    made = 0
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        new = []
        for listed in dict.fromkeys((*lists.before, *lists.today)):
            if listed.level.value != level.value:
                continue
            row = known.get((level, listed.code, listed.since or BEGINNING))
            if row is None:
                row = _row(listed, rows)
                if listed in replaced:
                    row.until = REFORM
                new.append(row)
            rows[listed] = row
        Place.objects.bulk_create(new, batch_size=2000)
        made += len(new)
    changes = [
        PlaceChange(
            old=rows[old],
            new=rows[each.place],
            partly=each.partly,
            day=REFORM,
            act="" if old in replaced else _ENDS_ACT[old.level],
        )
        for old, into in lists.successors.items()
        for each in into
        if rows[old] is not rows[each.place]
    ]
    PlaceChange.objects.bulk_create(changes, batch_size=2000, ignore_conflicts=True)
    if made:
        learn(Place, PlaceChange)
        first = Place.objects.order_by("pk")[0]
        record("places_loaded", first, actor=None, changes={"places": made, "changes": len(changes)})
    return made


def _row(listed: Listed, rows: dict[Listed, Place]) -> Place:
    return Place(
        code=listed.code,
        level=listed.level,
        kind=listed.kind,
        name=listed.name,
        bare_name=listed.bare_name,
        parent=rows[listed.parent] if listed.parent else None,
        since=listed.since or BEGINNING,
        until=listed.until or OPEN,
        act=_ENDS_ACT[listed.level] if listed.since else "",
    )
