"""A folder for work in hand that one process holds at a time; what a killed one left there goes."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def working_folder(path: Path) -> Iterator[Path]:
    """An empty folder of one's own, gone afterwards. The lock is the kernel's and goes with the process.

    Raises: BlockingIOError where another process has it.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.fstat(descriptor).st_nlink:  # whoever had it took it away just now
            raise BlockingIOError
        try:
            for entry in path.iterdir():
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)
    finally:
        os.close(descriptor)
