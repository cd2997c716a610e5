"""The key of all backups: random, kept in a file, short enough to be written down and typed back in.

As text it is 8 groups of 5: four letters or digits of Crockford's base 32 (no I, L, O, U), and one that checks them,
so that a slip is found in its group.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from donghanh.backup.errors import MistypedKeyError

LENGTH = 20  # bytes: 160 bits are 32 letters
ID_LENGTH = 16
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _GROUP = 8, 4
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None})


@dataclass(frozen=True, slots=True)
class Key:
    """secret: LENGTH random bytes, from which each file's own key is made."""

    secret: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "Key":
        return cls(secrets.token_bytes(LENGTH))

    @classmethod
    def from_text(cls, text: str) -> "Key":
        """The key that somebody typed, in large or small letters, with or without spaces and hyphens.

        Raises: MistypedKeyError, which names the group where it can.
        """
        typed = "".join(text.upper().translate(_ALIKE).split())
        if len(typed) != _GROUPS * (_GROUP + 1):
            raise MistypedKeyError
        number = 0
        for place in range(_GROUPS):
            group = typed[place * (_GROUP + 1) : (place + 1) * (_GROUP + 1)]
            if not set(group) <= set(_LETTERS) or _check(place, group[:_GROUP]) != group[_GROUP]:
                raise MistypedKeyError(place + 1)
            for letter in group[:_GROUP]:
                number = number * 32 + _LETTERS.index(letter)
        return cls(number.to_bytes(LENGTH, "big"))

    def as_text(self) -> str:
        number = int.from_bytes(self.secret, "big")
        letters = "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_GROUPS * _GROUP)))
        groups = [letters[place * _GROUP : (place + 1) * _GROUP] for place in range(_GROUPS)]
        return "-".join(group + _check(place, group) for place, group in enumerate(groups))

    @property
    def id(self) -> bytes:
        """Tells keys apart and betrays nothing of them."""
        return self._derived(b"donghanh backup: id of the key", b"", ID_LENGTH)

    def of_file(self, salt: bytes) -> bytes:
        """The key of the one file with this salt: 32 bytes."""
        return self._derived(b"donghanh backup: file", salt, 32)

    def _derived(self, purpose: bytes, salt: bytes, length: int) -> bytes:
        return HKDF(SHA256(), length, salt, purpose).derive(self.secret)


def _check(place: int, group: str) -> str:
    """The letter that checks a group; the place counts, so that groups in the wrong order are found too."""
    return _LETTERS[hashlib.sha256(f"{place}{group}".encode()).digest()[0] % 32]


def load(file: Path) -> Key:
    """The key in a file, written by the program or typed by a person.

    Raises: MistypedKeyError; OSError where the file is not there.
    """
    return Key.from_text(file.read_text(encoding="utf-8-sig", errors="replace"))


def load_or_make(file: Path) -> tuple[Key, bool]:
    """The key in a file, and whether it was only now made; on the disk before anything is sealed with it."""
    if file.exists():
        return load(file), False
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = Key.new()
    arriving = file.with_name(f".{file.name}.new")
    with os.fdopen(os.open(arriving, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as handle:
        handle.write(key.as_text() + "\n")
        handle.flush()
        os.fsync(handle.fileno())
    arriving.replace(file)
    sync_folder(file.parent)
    return key, True


def sync_folder(folder: Path) -> None:
    """What was renamed in a folder is on the disk when this returns."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
