"""Days as a calendar that telephones and mail programs subscribe to. Source: RFC 5545, RFC 7986."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

_LONGEST = 75
"""Octets of a line, without its end."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a whole day. uid: what it keeps whenever the calendar is fetched again; url: where more is said."""

    uid: str
    day: date
    title: str
    url: str = ""


def calendar(name: str, events: Iterable[Event], written_at: datetime) -> bytes:
    """A calendar with its events, in UTF-8. written_at: with a time zone."""
    stamp = f"{written_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dong Hanh//Calendar//VI", "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]  # fmt: skip
    for event in events:
        lines += [
            "BEGIN:VEVENT", f"UID:{_text(event.uid)}", f"DTSTAMP:{stamp}", f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            f"SUMMARY:{_text(event.title)}", "TRANSP:TRANSPARENT",
        ]  # fmt: skip
        if event.url:
            lines.append(f"URL:{_CONTROLS.sub('', event.url)}")
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _text(value: str) -> str:
    """A value in which nothing ends it: RFC 5545, 3.3.11."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", plain).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which parts a letter: RFC 5545, 3.1."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(piece) + len(octets) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
