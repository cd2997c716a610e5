"""The environment's DONGHANH_* variables as the values that settings.py needs."""

import os
import secrets
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from . import sqlite


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1, true, yes and on."""
    written = os.environ.get(name, "").strip().casefold()
    return written in {"1", "true", "yes", "on"} if written else default


def words(name: str, default: list[str]) -> list[str]:
    """A list of words set apart by commas."""
    value = os.environ.get(name)
    return default if value is None else [word.strip() for word in value.split(",") if word.strip()]


def time_of_day(name: str, default: time) -> time:
    """A time written as 01:30."""
    return time.fromisoformat(os.environ.get(name) or default.isoformat())


def number(name: str, default: int) -> int:
    """A whole number from 0 on.

    Raises: ValueError for anything else.
    """
    value = os.environ.get(name, "").strip()
    if value and not (value.isascii() and value.isdecimal()):
        raise ValueError(f"{name}: expected a number, got {value!r}")
    return int(value) if value else default


def folder(path: Path) -> Path:
    """A folder that only its owner enters; made when it is first asked for."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def secret(file: Path, length: int = 50) -> str:
    """The secret kept in a file that only its owner reads; made when it is first asked for.

    length: bytes of randomness; the text is a third longer.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        value = secrets.token_urlsafe(length)
        handle.write(value)
    return value


def database(url: str | None, data: Path) -> dict[str, Any]:
    """Django's DATABASES entry: SQLite in the data folder, or the PostgreSQL that a URL names.

    url: postgresql://user:password@host:port/name, a socket's folder as ?host=/run/postgresql.

    Raises: ValueError for any other kind of URL.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "donghanh.sqlite3",
            "OPTIONS": sqlite.options(),
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"DONGHANH_DATABASE_URL: expected postgresql://…, got {parts.scheme}://…")
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query["host"][0] if "host" in query else (parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Questions of some milliseconds are not worth a second of compiling, into which wrong guesses of cost lead.
        "OPTIONS": {"options": "-c jit=off"},
    }
