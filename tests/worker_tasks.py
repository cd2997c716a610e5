"""Tasks for tests of the background worker, which runs them in another process."""

import time
from pathlib import Path

from django_tasks import task


@task()
def wait_for_leave(folder: str) -> None:
    """Note that it began, wait for a file called `leave`, note that it ended."""
    note(Path(folder), "began")
    while not (Path(folder) / "leave").exists():
        time.sleep(0.02)
    note(Path(folder), "ended")


def note(folder: Path, word: str) -> None:
    with (folder / "notes").open("a", encoding="ascii") as notes:
        notes.write(f"{word}\n")
