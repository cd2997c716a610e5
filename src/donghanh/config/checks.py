"""What is looked at before the program serves."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http.request import validate_host

from . import sqlite


def describe_database(connection: BaseDatabaseWrapper) -> str:
    """One line for the person who starts the program: which database, kept how."""
    if connection.vendor != "sqlite":
        return "PostgreSQL"
    chosen = sqlite.linked_durability()
    version = ".".join(map(str, connection.Database.sqlite_version_info))  # type: ignore[attr-defined]
    return f"SQLite {version}, journal {chosen.journal}, synchronous {chosen.synchronous}"


@register(Tags.database)
def sqlite_loses_nothing(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The pragmas of a real connection are the ones chosen for the linked library."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor == "sqlite":
            found += _differences(connection)
    return found


@register(Tags.security)
def key_lies_apart(**kwargs: Any) -> list[CheckMessage]:
    """Whoever finds the backups does not find their key beside them."""
    if settings.BACKUP_KEY_FILE.is_relative_to(settings.BACKUP_FOLDER):
        said = (
            "DONGHANH_BACKUP_KEY lies in the folder of backups, which it should seal. Choose another place."
        )
        return [Error(said, id="donghanh.backup.key")]
    return []


@register(Tags.security)
def mails_lead_here(**kwargs: Any) -> list[CheckMessage]:
    """Links in mails lead to a name that we answer to, and are not sent over lines that others read."""
    if not settings.MAIL_SITE:
        return []
    site = urlsplit(settings.MAIL_SITE)
    found: list[CheckMessage] = []
    if not validate_host(site.hostname or "", settings.ALLOWED_HOSTS):
        said = f"DONGHANH_MAIL: DONGHANH_ALLOWED_HOSTS does not name its site, {site.hostname}. Add it there."
        found.append(Error(said, id="donghanh.mail.site"))
    if settings.HTTPS and site.scheme != "https":
        said = "DONGHANH_MAIL: with DONGHANH_HTTPS its site begins with https://."
        found.append(Error(said, id="donghanh.mail.https"))
    return found


def _differences(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    chosen = sqlite.linked_durability()
    in_memory = connection.is_in_memory_db()  # type: ignore[attr-defined]
    wanted = {
        "journal_mode": "memory" if in_memory else chosen.journal.casefold(),
        "synchronous": chosen.synchronous_number,
        "foreign_keys": 1,
        "busy_timeout": sqlite.BUSY_SECONDS * 1000,
    }
    found: list[CheckMessage] = []
    with connection.cursor() as cursor:
        for pragma, value in wanted.items():
            cursor.execute(f"PRAGMA {pragma}")
            actual = cursor.fetchone()[0]
            if actual != value:
                found.append(
                    Error(f"SQLite: {pragma} is {actual}, not {value}.", id=f"donghanh.sqlite.{pragma}")
                )
    return found
