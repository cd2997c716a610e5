"""What lies in a sealed backup: an ordinary tar archive, in an order that needs no second look.

manifest.json   what the backup says about itself, so that a wrong one is refused at once
database        SQLite's file, or what pg_dump wrote
secrets/…       what the data folder keeps besides
files/…         the files
sha256          the hash of each of them, as sha256sum writes it
"""

import hashlib
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO

from donghanh.backup.errors import CheckError, DamagedError
from donghanh.backup.key import Key
from donghanh.backup.manifest import Manifest
from donghanh.backup.sealed import CHUNK, SealedReader, SealedWriter

MANIFEST, DATABASE, SECRETS, FILES, HASHES = "manifest.json", "database", "secrets", "files", "sha256"


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in a fixed order."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from files_below(path)
        else:
            yield path


def write(
    file: BinaryIO, key: Key, manifest: Manifest, parts: Iterable[tuple[str, Path]], work: Path
) -> None:
    """Write a backup with these parts, each with its name in the backup; work: an empty folder for the hashes."""
    sealed = SealedWriter(file, key)
    beginning, hashes = work / MANIFEST, work / HASHES
    beginning.write_bytes(manifest.to_json())
    with tarfile.TarFile(fileobj=sealed, mode="w", copybufsize=CHUNK) as tar:  # type: ignore[arg-type]
        _add(tar, MANIFEST, beginning)
        with hashes.open("w", encoding="utf-8") as noted:
            for name, path in parts:
                noted.write(f"{_add(tar, name, path)}  {name}\n")
        _add(tar, HASHES, hashes)
    sealed.finish()


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    """Add a file; its hash as it was read."""
    with path.open("rb") as source:
        member = tarfile.TarInfo(name)
        member.size = path.stat().st_size
        hashing = _Hashing(source)
        tar.addfile(member, hashing)  # type: ignore[arg-type]
    tar.members.clear()  # type: ignore[attr-defined]  # it would remember every file
    return hashing.digest.hexdigest()


class _Hashing:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


class Backup:
    """A backup opened for reading: its manifest at once, the rest in one go.

    Raises, on opening: what SealedReader and Manifest raise.
    """

    def __init__(self, path: Path, key: Key) -> None:
        self.path = path
        self._file = path.open("rb")
        try:
            self._sealed = SealedReader(self._file, key)
            self._tar = tarfile.TarFile(fileobj=self._sealed, mode="r")  # type: ignore[arg-type]
            first = self._tar.next()
            if first is None or first.name != MANIFEST:
                raise DamagedError
            self.manifest = Manifest.from_json(self._sealed.read(first.size))
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> "Backup":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def unpack(self, into: Path) -> None:
        """Write everything below an empty folder.

        Raises: DamagedError.
        """
        last = ""
        while (member := self._tar.next()) is not None:
            self._tar.members.clear()  # type: ignore[attr-defined]
            last = member.name
            way = PurePosixPath(last)
            if way.is_absolute() or ".." in way.parts or not member.isreg():
                raise DamagedError
            target = into / way
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with target.open("xb") as file:
                left = member.size
                while left and (data := self._sealed.read(min(left, CHUNK))):
                    left -= file.write(data)
            if left:
                raise DamagedError
        self._sealed.finish()
        if last != HASHES:
            raise DamagedError


def check_hashes(folder: Path) -> int:
    """See that every file lies in a folder as it went into the backup, and none besides; how many they are.

    Raises: CheckError, naming the first that does not.
    """
    count = 0
    with (folder / HASHES).open(encoding="utf-8") as noted:
        for line in noted:
            wanted, name = line.rstrip("\n").split("  ", 1)
            path = folder / name
            if not path.is_file():
                raise CheckError(name)
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != wanted:
                    raise CheckError(name)
            count += 1
    if count + 1 != sum(1 for _ in files_below(folder)):
        raise CheckError(f"{count}")
    return count
