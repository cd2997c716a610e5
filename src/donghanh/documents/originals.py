"""The originals on disk: one file for each content, under its hash, never changed."""

import fcntl
import hashlib
import os
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

NAME_LENGTH = 200
NAMELESS = "tai-lieu"
_ARRIVING = "arriving-"
_LOCK = "originals.lock"
UNSHOWN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}  # categories of Unicode


@dataclass(frozen=True, slots=True)
class Original:
    """A stored content: its hash in hexadecimal, its size in bytes."""

    sha256: str
    size: int


def path_of(sha256: str) -> Path:
    """Where the content with this hash lies."""
    return Path(settings.MEDIA_ROOT) / "originals" / sha256[:2] / sha256


def store(chunks: Iterable[bytes]) -> Original:
    """Keep a content; when this returns it is on the disk, its name in the directory too."""
    folder = Path(settings.MEDIA_ROOT) / "originals"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    size = 0
    descriptor, arriving = tempfile.mkstemp(prefix=_ARRIVING, dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        final = path_of(digest.hexdigest())
        final.parent.mkdir(mode=0o700, exist_ok=True)
        Path(arriving).replace(final)
    finally:
        Path(arriving).unlink(missing_ok=True)
    _sync_folder(final.parent)
    _sync_folder(folder)
    return Original(digest.hexdigest(), size)


def is_passing(name: str) -> bool:
    """Whether a file of this name, among those that are kept, is only passing: still arriving, or a lock."""
    return name == _LOCK or name.startswith(_ARRIVING)


@contextmanager
def kept() -> Iterator[None]:
    """Nothing is swept away meanwhile: from storing a file until the row that names it is committed."""
    with _lock(fcntl.LOCK_SH):
        yield


def sweep(hashes: Iterable[str], is_used: Callable[[str], bool]) -> None:
    """Remove the contents that no row names any more."""
    with _lock(fcntl.LOCK_EX):
        for sha256 in hashes:
            if not is_used(sha256):
                path_of(sha256).unlink(missing_ok=True)


@contextmanager
def _lock(kind: int) -> Iterator[None]:
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / _LOCK).open("a") as file:
        fcntl.flock(file, kind)
        yield


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clean_name(name: str) -> str:
    """The name of a file as it is shown: NFC, without folders, controls and marks that turn text around."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(c for c in name if unicodedata.category(c) not in UNSHOWN)
    name = " ".join(name.split()).strip(".")
    if len(name) > NAME_LENGTH:
        stem, dot, ending = name.rpartition(".")
        keep = f"{dot}{ending}" if dot and len(ending) <= 8 else ""
        name = (stem if keep else name)[: NAME_LENGTH - len(keep)] + keep
    return name or NAMELESS
