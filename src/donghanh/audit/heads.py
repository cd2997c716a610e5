"""Heads of the chain, noted once a day outside the database, against which a rewritten chain shows.

A line a head, time, number and hash with blanks between, only ever added to:

    2026-11-22T07:30:00+07:00 48112 5f1d…
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from .models import HASH_LENGTH, Head

FILE = "heads.txt"
_LINE = re.compile(rf"(?P<at>\S+) (?P<sequence>\d{{1,18}}) (?P<hash>[0-9a-f]{{{HASH_LENGTH}}})")


class HeadsFileError(ValueError):
    """A file of heads that cannot be read, with the words for the person."""


@dataclass(frozen=True, slots=True)
class NotedHead:
    """The end of the chain as it was at some time."""

    at: datetime
    sequence: int
    hash: str

    def __str__(self) -> str:
        return f"{self.at.isoformat(timespec='seconds')} {self.sequence} {self.hash}"


def head() -> NotedHead:
    """The end of the chain now."""
    row = Head.objects.first() or Head()
    return NotedHead(timezone.localtime(), row.sequence, row.hash)


def file() -> Path:
    """Where the heads are noted."""
    return Path(settings.AUDIT_HEADS) / FILE


def note_daily() -> None:
    """Note the end of the chain, unless it was noted today.

    Raises: OSError where the folder cannot be written to; HeadsFileError where the file is not one of heads.
    """
    path = file()
    with transaction.atomic():
        Head.objects.select_for_update().first()  # of two that note, the second sees what the first did
        now = head()
        noted = list(read([path])) if path.exists() else []
        if now.sequence and not any(timezone.localdate(one.at) == now.at.date() for one in noted[-1:]):
            _append(path, str(now))


def read(files: Iterable[Path]) -> Iterator[NotedHead]:
    """The heads that files hold, in their order.

    Raises: HeadsFileError where one cannot be read or a line is no head.
    """
    for path in files:
        try:
            lines = path.read_text(encoding="ascii").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            said = gettext("“%(file)s” cannot be read. Give the text file in which heads were noted.")
            raise HeadsFileError(said % {"file": path}) from error
        for number, line in enumerate(lines, start=1):
            yield _parsed(line, path, number)


def _parsed(line: str, path: Path, number: int) -> NotedHead:
    found = _LINE.fullmatch(line)
    try:
        at = datetime.fromisoformat(found["at"]) if found else None
    except ValueError:
        at = None
    if found is None or at is None or at.tzinfo is None:
        said = gettext(
            "Line %(line)d of “%(file)s” is no head: a time, a number and a hash stand there, with blanks between. "
            "Restore the file from a copy."
        )
        raise HeadsFileError(said % {"line": number, "file": path})
    return NotedHead(at, int(found["sequence"]), found["hash"])


def _append(path: Path, line: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(f"{line}\n")
        handle.flush()
        os.fsync(descriptor)
