"""A stream sealed in chunks: written and read once from end to end, in little memory.

Each chunk is AES-256-GCM under the file's own key; its nonce is its number and whether it is the last, so that no
chunk can be altered, moved, left out, repeated or taken from another file, and no end cut off or added to (the STREAM
construction; Hoang, Reyhanitabar, Rogaway and Vizár, 2015). A byte is handed out only after its chunk proved whole.

    magic (18) | id of the key (16) | salt (32) | chunks of 1 MiB, each 16 bytes longer when sealed
"""

import secrets
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from donghanh.backup.errors import DamagedError, NewerProgramError, NotABackupError, OtherKeyError
from donghanh.backup.key import ID_LENGTH, Key

MAGIC = b"DONGHANH BACKUP 1\n"
CHUNK = 1024 * 1024
_NAME = b"DONGHANH BACKUP "
_SALT = 32
_TAG = 16


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


class SealedWriter:
    """Takes bytes and writes them sealed; only `finish` makes the file whole."""

    def __init__(self, file: BinaryIO, key: Key) -> None:
        self._file = file
        self._header = MAGIC + key.id + (salt := secrets.token_bytes(_SALT))
        self._cipher = AESGCM(key.of_file(salt))
        self._waiting = bytearray()
        self._number = 0
        self._taken = 0
        file.write(self._header)

    def write(self, data: bytes) -> int:
        self._waiting += data
        self._taken += len(data)
        while len(self._waiting) > CHUNK:  # the last chunk waits for `finish`
            self._seal(CHUNK, is_last=False)
        return len(data)

    def tell(self) -> int:
        return self._taken

    def finish(self) -> None:
        self._seal(len(self._waiting), is_last=True)

    def _seal(self, length: int, *, is_last: bool) -> None:
        nonce = _nonce(self._number, is_last=is_last)
        with memoryview(self._waiting) as waiting:
            self._file.write(self._cipher.encrypt(nonce, waiting[:length], self._header))
        del self._waiting[:length]
        self._number += 1


class SealedReader:
    """Hands out what was sealed, from the beginning to the end; going back is not possible.

    Raises, on opening: NotABackupError, NewerProgramError, OtherKeyError, DamagedError; on reading: DamagedError.
    """

    def __init__(self, file: BinaryIO, key: Key) -> None:
        self._file = file
        magic = file.read(len(MAGIC))
        if magic != MAGIC:
            if magic.startswith(_NAME) and magic.endswith(b"\n"):
                raise NewerProgramError(magic.decode("ascii", "replace").strip())
            raise DamagedError if magic and MAGIC.startswith(magic) else NotABackupError
        rest = file.read(ID_LENGTH + _SALT)
        if len(rest) < ID_LENGTH + _SALT:
            raise DamagedError
        if rest[:ID_LENGTH] != key.id:
            raise OtherKeyError
        self._header = magic + rest
        self._cipher = AESGCM(key.of_file(rest[ID_LENGTH:]))
        self._next = file.read(CHUNK + _TAG)
        self._number = 0
        self._open = memoryview(b"")
        self._given = 0

    def read(self, size: int) -> bytes:
        """As many bytes as asked for; fewer only at the end."""
        parts = []
        while size:
            if not self._open and not self._open_next():
                break
            parts.append(self._open[:size])
            self._open = self._open[size:]
            size -= len(parts[-1])
            self._given += len(parts[-1])
        return b"".join(parts)

    def tell(self) -> int:
        return self._given

    def seek(self, position: int) -> int:
        """Go on to a later position."""
        if position < self._given:
            raise ValueError("A sealed stream is read onwards only.")
        while self._given < position and self.read(min(CHUNK, position - self._given)):
            pass
        return self._given

    def finish(self) -> None:
        """Read what is left, and with it see that the end was not cut off."""
        while self.read(CHUNK):
            pass

    def _open_next(self) -> bool:
        if self._number and not self._next:
            return False
        sealed, self._next = self._next, self._file.read(CHUNK + _TAG)
        try:
            nonce = _nonce(self._number, is_last=not self._next)
            self._open = memoryview(self._cipher.decrypt(nonce, sealed, self._header))
        except InvalidTag:
            raise DamagedError from None
        self._number += 1
        return bool(self._open)
