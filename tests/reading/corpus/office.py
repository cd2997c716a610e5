"""Files made from Word files by LibreOffice, many in one call, kept by content for the next run."""

import fcntl
import hashlib
import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Hashable
from pathlib import Path
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)

OFFICE = "soffice"
KEPT = Path(__file__).resolve().parents[3] / "build" / "corpus-office"


def available() -> bool:
    return shutil.which(OFFICE) is not None


def convert(files: dict[Name, bytes], ending: str) -> dict[Name, bytes]:
    """The files as PDF ("pdf") or what else `ending` names; only content that is not kept yet is converted."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = {name: KEPT / f"{_key(data)}.{ending}" for name, data in files.items()}
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # who comes second finds it done
        _make({name: data for name, data in files.items() if not kept[name].exists()}, kept, ending)
    return {name: path.read_bytes() for name, path in kept.items()}


def _make(missing: dict[Name, bytes], kept: dict[Name, Path], ending: str) -> None:
    """Converts what is missing and puts each file, whole, where it is kept."""
    if not missing:
        return
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        room = Path(folder)
        sources = []
        for name, data in missing.items():
            source = room / f"{kept[name].stem}.docx"
            source.write_bytes(data)
            sources.append(str(source))
        profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", ending, "--outdir", str(room / "out")]
        subprocess.run([*command, *sources], check=True, capture_output=True, timeout=600)
        for target in {kept[name] for name in missing}:  # several names may have one content
            (room / "out" / target.name).replace(target)


def _key(data: bytes) -> str:
    """Of the parts of the file: the archive around them carries the time at which it was written."""

    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            digest.update(name.encode() + archive.read(name))
    return digest.hexdigest()[:24]
