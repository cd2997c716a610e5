"""What a backup and its restore cost, against a bare copy with SHA-256 of the same bytes in the same run.

    python benchmarks/backup.py

Installations of 10 MB and 1 GB, in files of 64 kB. Each command is a process of its own, as in the product: its time
includes its start, its memory is its peak. The database is SQLite, or the server that DONGHANH_DATABASE_URL names,
whose role may make databases.
"""

import hashlib
import os
import resource
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (10_000_000, 1_000_000_000)
FILE = 64 * 1024
TARGET = 6.0
"""Backup and restore should each take no more than this many times the bare copy."""
COMMAND = [sys.executable, "-c", "import sys, donghanh.cli; sys.exit(donghanh.cli.main())"]


def fill(folder: Path, size: int) -> None:
    for _ in range(size // FILE):
        data = secrets.token_bytes(FILE)
        name = hashlib.sha256(data).hexdigest()
        path = folder / name[:2] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def bare_copy(source: Path, target: Path) -> float:
    """Seconds to copy and hash every file, until all is on the disk."""
    start = time.perf_counter()
    for path in source.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            hashlib.sha256(data).digest()
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)
    os.sync()
    return time.perf_counter() - start


def run(environment: dict[str, str], *arguments: str) -> tuple[float, float]:
    """Seconds, and the peak of memory in MB, of one command."""
    start = time.perf_counter()
    child = subprocess.Popen([*COMMAND, *arguments], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{arguments} failed")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def measure(folder: Path, size: int) -> None:
    data, backups, url = folder / "data", folder / "backups", os.environ.get("DONGHANH_DATABASE_URL")
    own = {
        "DONGHANH_DATA": str(data),
        "DONGHANH_BACKUPS": str(backups),
        "DONGHANH_BACKUP_KEY": str(folder / "key"),
    }
    environment = os.environ | own
    run(environment, "migrate", "-v", "0")
    fill(data / "files" / "originals", size)
    os.sync()
    bare = min(bare_copy(data / "files", folder / f"copy{number}") for number in range(2))
    made, made_memory = run(environment, "backup")
    if url:
        from donghanh.backup.address import name_in, with_name

        environment["DONGHANH_DATABASE_URL"] = with_name(url, f"{name_in(url)}_{size}")
    file = next(backups.iterdir())
    back, back_memory = run(
        environment, "restore", str(file), "--key", str(folder / "key"), "--data", str(folder / "new")
    )
    for words, seconds, memory in (("backup", made, made_memory), ("restore", back, back_memory)):
        ratio = seconds / bare
        verdict = f"  over the target of {TARGET:g}" if ratio > TARGET and size == max(SIZES) else ""
        print(
            f"{size / 1e6:>6,.0f} MB  {words:<8} {seconds:6.2f} s  {size / seconds / 1e6:6.0f} MB/s  "
            f"bare copy {bare:6.2f} s  ratio {ratio:.2f}  peak memory {memory:.0f} MB{verdict}"
        )


if __name__ == "__main__":
    for size in SIZES:
        place = Path(tempfile.mkdtemp(prefix="donghanh-bench-"))
        try:
            measure(place, size)
        finally:
            shutil.rmtree(place)
    print(f"own peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
