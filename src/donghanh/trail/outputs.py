"""Entries as Excel."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext

from donghanh.trail.selectors import Asked
from donghanh.trail.telling import Change, Told
from donghanh.writing.workbook import Sheet, workbook


def as_workbook(rows: Sequence[Told], asked: Asked, most: int | None) -> bytes:
    """One entry on a line. most: how many entries were looked at, where older ones were left out."""
    above = [
        gettext("Who did what from %(since)s to %(until)s")
        % {
            "since": date_format(asked.since, "d/m/Y"),
            "until": date_format(asked.until - timedelta(days=1), "d/m/Y"),
        }
    ]
    if most is not None:
        said = gettext("Only the newest %(most)s entries were looked at. Choose fewer days for the others.")
        above.append(said % {"most": number_format(most, force_grouping=True)})
    head = (
        gettext("No."),
        gettext("When"),
        gettext("Who did what"),
        gettext("What changed"),
        gettext("Unit"),
        gettext("Address"),
    )
    lines = [
        (
            told.number,
            date_format(timezone.localtime(told.entry.at), "d/m/Y H:i:s"),
            told.sentence,
            "\n".join(map(change_in_words, told.changes)) or told.erasure or None,
            told.unit or None,
            told.ip or None,
        )
        for told in rows
    ]
    sheet = Sheet(gettext("Audit trail"), head, lines, widths=(8, 19, 60, 60, 36, 16), above=above)
    return workbook([sheet])


def change_in_words(change: Change) -> str:
    """name: Hội LHPN xã A → Hội LHPN xã B."""
    blank = gettext("blank")
    if change.before is None:
        return f"{change.field}: {change.after or blank}"
    return f"{change.field}: {change.before or blank} → {change.after or blank}"
