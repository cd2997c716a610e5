"""Units as Excel."""

from datetime import date

from django.utils.translation import gettext

from donghanh.organisations.models import Level, Line, OrgUnit, Place
from donghanh.organisations.selectors import rows
from donghanh.writing.workbook import Sheet, workbook


def as_workbook(unit: OrgUnit, line: Line, day: date) -> bytes:
    """A unit and all below it on a day, one on a line, indented as they stand."""
    lines = [
        (
            number,
            f"{'    ' * depth}{called}",
            each.get_kind_display(),
            each.get_level_display(),
            each.place.name if each.place else None,
            _code(each.place),
            superior or None,
            each.first_day,
            each.end,
        )
        for number, (each, called, depth, superior) in enumerate(rows(unit, line, day), start=1)
    ]
    head = (
        gettext("No."),
        gettext("Name of the unit"),
        gettext("Kind"),
        gettext("Level"),
        gettext("Place"),
        gettext("Code of the place"),
        gettext("Superior"),
        gettext("Since"),
        gettext("Until"),
    )
    above = (
        gettext("%(unit)s and the units below it") % {"unit": unit.name},
        gettext("Line: %(line)s. As of %(day)s.") % {"line": line.name, "day": f"{day:%d/%m/%Y}"},
    )
    return workbook([Sheet(gettext("Units"), head, lines, (6, 60, 24, 18, 28, 10, 50, 12, 12), above)])


def _code(place: Place | None) -> str | None:
    """As the lists write it: two digits for a province, three for a district, five for a commune."""
    digits = {Level.PROVINCE.value: 2, Level.DISTRICT.value: 3}
    return f"{place.code:0{digits.get(place.level, 5)}}" if place else None
