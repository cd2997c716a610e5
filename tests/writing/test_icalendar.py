"""Calendars as RFC 5545 has them: lines of 75 octets, nothing in a text that ends it."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from donghanh.writing.icalendar import Event, calendar

AT = datetime(2026, 3, 2, 1, 30, tzinfo=timezone(timedelta(hours=7)))


def unfolded(data: bytes) -> list[str]:
    """The lines as a reader of the RFC puts them together."""
    assert data.endswith(b"\r\n")
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def read(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), value)


def test_a_calendar_has_its_days() -> None:
    event = Event(
        "muc-12@donghanh", date(2026, 3, 5), "Báo cáo quý; 12/KH-BTV, đợt 1", "https://hoi.vn/plans/"
    )
    assert unfolded(calendar("Việc của xã", [event], AT)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dong Hanh//Calendar//VI",
        "CALSCALE:GREGORIAN",
        "NAME:Việc của xã",
        "X-WR-CALNAME:Việc của xã",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "BEGIN:VEVENT",
        "UID:muc-12@donghanh",
        "DTSTAMP:20260301T183000Z",
        "DTSTART;VALUE=DATE:20260305",
        "SUMMARY:Báo cáo quý\\; 12/KH-BTV\\, đợt 1",
        "TRANSP:TRANSPARENT",
        "URL:https://hoi.vn/plans/",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_text_breaks_out_of_its_line_and_none_is_longer_than_75_octets(title: str) -> None:
    data = calendar("x", [Event("1", date(2026, 3, 5), title)], AT.astimezone(UTC))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode()  # no letter is parted
    lines = unfolded(data)
    kept = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", title.replace("\r\n", "\n").replace("\r", "\n"))
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    assert read(summary.removeprefix("SUMMARY:")) == kept
    assert len(lines) == 15
