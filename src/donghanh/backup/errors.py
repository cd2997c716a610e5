"""Why a backup could not be made, read or put in place, in the words of whoever looks after the machine.

BackupError
├── MistypedKeyError
├── BusyError
├── NoToolError
├── DatabaseToolError
├── NoRightError
├── InUseError
├── UnusableError          the file is refused
│   ├── NotABackupError
│   ├── OtherKeyError
│   ├── DamagedError
│   ├── NewerProgramError
│   └── OtherDatabaseError
├── NotEmptyError
├── NoRoomError
├── CheckError             what was restored is not what was backed up
└── ProofError
"""

import errno
import logging
import sqlite3
from pathlib import Path

from django.db import DatabaseError
from django.utils.translation import gettext


class BackupError(Exception):
    """Nothing was put in place and nothing that lay there was touched; the text says what, where, what to do."""


class MistypedKeyError(BackupError):
    """A key as it was typed is none."""

    def __init__(self, group: int | None = None) -> None:
        if group is None:
            said = gettext(
                "A key has 8 groups of 5 letters and digits. Compare what was typed with the paper, group by group."
            )
        else:
            said = gettext("Group %(group)d of the key is mistyped. Compare it with the paper.") % {
                "group": group
            }
        super().__init__(said)


class BusyError(BackupError):
    """The same is under way in another process."""

    def __init__(self) -> None:
        super().__init__(gettext("Another backup or restore is under way. Wait until it has ended."))


class NoToolError(BackupError):
    """PostgreSQL's own program is not here, or too old for the server."""

    def __init__(self, name: str, version: int) -> None:
        super().__init__(
            gettext(
                "%(name)s of PostgreSQL %(version)d or newer is not on this machine. Install it: "
                "sudo apt-get install postgresql-client-%(version)d"
            )
            % {"name": name, "version": version}
        )


class DatabaseToolError(BackupError):
    """PostgreSQL refused."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(gettext("%(name)s failed: %(said)s") % {"name": name, "said": said.strip()})


class NoRightError(BackupError):
    """The program's role in PostgreSQL may not make databases."""

    def __init__(self, role: str) -> None:
        super().__init__(
            gettext(
                "The PostgreSQL role “%(role)s” may not make the database to restore into. "
                'As the administrator of PostgreSQL: ALTER ROLE "%(role)s" CREATEDB'
            )
            % {"role": role}
        )


class InUseError(BackupError):
    """Somebody is connected to a database that should be replaced."""

    def __init__(self) -> None:
        super().__init__(gettext("The database is in use. Stop the program, then restore."))


class UnusableError(BackupError):
    """A file that is not restored."""


class NotABackupError(UnusableError):
    """A file of another kind."""

    def __init__(self) -> None:
        super().__init__(gettext("This file is no backup of Đồng Hành. Choose another file."))


class OtherKeyError(UnusableError):
    """The file was sealed with another key."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "This backup was made with another key, or its beginning is damaged. Give the key of then."
            )
        )


class DamagedError(UnusableError):
    """The file is not as it was written."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "This backup is damaged or was cut off: it is not as it was written. Use another copy of it."
            )
        )


class NewerProgramError(UnusableError):
    """The file comes from a program that knows more than this one."""

    def __init__(self, version: str) -> None:
        super().__init__(
            gettext(
                "This backup was made by a newer program (%(version)s). Update the program, then restore."
            )
            % {"version": version}
        )


class OtherDatabaseError(UnusableError):
    """The file holds the other kind of database."""

    def __init__(self, vendor: str) -> None:
        said = {
            "sqlite": gettext(
                "This backup holds an SQLite database. Leave DONGHANH_DATABASE_URL out, then restore."
            ),
            "postgresql": gettext(
                "This backup holds a PostgreSQL database. Name an empty one in DONGHANH_DATABASE_URL, then restore."
            ),
        }
        super().__init__(said.get(vendor, vendor))


class NotEmptyError(BackupError):
    """Something lies where the backup should go."""

    def __init__(self, place: Path | str) -> None:
        super().__init__(
            gettext(
                "“%(place)s” is not empty. A backup is restored into an empty place only: choose another."
            )
            % {"place": place}
        )


class NoRoomError(BackupError):
    """The disk is too small or full."""

    def __init__(self, place: Path | str) -> None:
        super().__init__(
            gettext("The disk of “%(place)s” has no room left. Make room or choose another folder.")
            % {"place": place}
        )


class CheckError(BackupError):
    """What was restored differs from what was backed up."""

    def __init__(self, fault: str) -> None:
        super().__init__(
            gettext("What came out of the backup is not what went in: %(fault)s. Use another backup.")
            % {"fault": fault}
        )


class ProofError(BackupError):
    """The trial restore did not come through."""

    def __init__(self, said: str) -> None:
        super().__init__(gettext("The trial restore failed. %(said)s") % {"said": said})


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def explained(error: Exception, place: Path) -> BackupError:
    """Any failure as one that a person can act on; place: the folder that was being written to."""
    if isinstance(error, BackupError):
        return error
    if isinstance(error, BlockingIOError):
        return BusyError()
    if _is_full(error):
        return NoRoomError(place)
    if isinstance(error, DatabaseError):
        return DatabaseToolError("SQL", str(error))
    if isinstance(error, OSError):
        return BackupError(
            gettext("“%(place)s” cannot be read or written: %(why)s")
            % {"place": error.filename or place, "why": error.strerror or error}
        )
    logging.getLogger(__name__).error("backup or restore", exc_info=error)
    return BackupError(
        gettext("The program has a fault (%(kind)s). Tell whoever looks after the program.")
        % {"kind": type(error).__name__}
    )


def _is_full(error: BaseException | None) -> bool:
    """Whether a disk was full, said by the system or by SQLite, perhaps through Django."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    if isinstance(error, OSError):
        return error.errno in _FULL
    return error is not None and _is_full(error.__cause__)
