"""Runs a program on a stranger's file in a child process that can do no harm.

The parent gives the file on the child's standard input and nothing else: an environment without
settings or secrets, an empty temporary directory of its own that is gone afterwards, no open file
descriptors. The child locks itself up (`sealing.seal`) before it reads a byte. What it prints is
taken up to a limit; when it has ended, or its time is up, everything that it started is killed.

A line "#3/40" that it prints says how far it is, and lets its clock begin anew, up to a limit for the
whole. A file that it leaves in its directory may be taken over before the directory goes.
"""

import os
import re
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from donghanh.sealed.sealing import PROFILES, Profile

# Libraries that would set up buffers for every core, which a page at a time on each core leaves no room for.
FRUGAL = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}
PREFIX = "donghanh-reading-"
CHUNK = 1024 * 1024
PROGRESS = re.compile(rb"^#(\d{1,6})/(\d{1,6})\n", re.MULTILINE)

OnProgress = Callable[[int, int], None]


def _nobody(done: int, total: int) -> None:
    """Nobody waits."""


class ChildError(Exception):
    """The child gave no answer; `detail` is for the log and holds nothing of the file."""

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(detail)


class ChildTimeoutError(ChildError):
    """It used up its seconds, of the clock or of the processor."""


class ChildOutputError(ChildError):
    """It printed more than its profile allows."""


class ChildCrashError(ChildError):
    """It died or ended with an error."""


def run_sealed(
    program: Sequence[str],
    file: BinaryIO,
    profile: Profile,
    *,
    arguments: Sequence[str] = (),
    on_progress: OnProgress = _nobody,
    keep: Callable[[Path], None] = lambda folder: None,
) -> bytes:
    """Run `program` with `file` as its standard input; what it printed.

    It is told the name of its profile, under which it seals itself, and the `arguments`. keep: called with
    its directory once it has ended well, to take what it left there; nothing in it is to be trusted.

    Raises: ChildTimeoutError, ChildOutputError, ChildCrashError.
    """
    with tempfile.TemporaryDirectory(prefix=PREFIX) as own:
        child = subprocess.Popen(
            [*program, profile.name, *arguments],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # may quote the file, which no log should
            cwd=own,
            env={"HOME": own, "TMPDIR": own, "LANG": "C.UTF-8", **FRUGAL},
            close_fds=True,
            start_new_session=True,
        )
        try:
            output = _collect(child, profile, on_progress)
            _await_end(child, time.monotonic() + profile.wall_seconds)
        except TimeoutError:
            raise ChildTimeoutError("time on the clock") from None
        finally:
            status = _end(child)
        if status == -signal.SIGXCPU:
            raise ChildTimeoutError("processor time")
        if status != 0:
            raise ChildCrashError(f"status {status}")
        keep(Path(own))
    return output


def clear_left_behind() -> None:
    """Remove the directories of children whose parents were killed, with the files in them.

    Nothing is touched that a reading could still be using.
    """
    oldest = time.time() - 2 * max(profile.total_seconds for profile in PROFILES.values())
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            about = folder.lstat()
            if about.st_uid == os.geteuid() and about.st_mtime < oldest:
                shutil.rmtree(folder)


def _collect(child: subprocess.Popen[bytes], profile: Profile, on_progress: OnProgress) -> bytes:
    """What the child prints until it closes its output, without what it says of its progress."""
    assert child.stdout is not None  # noqa: S101 (a pipe, as asked for)
    parts: list[bytes] = []
    size = 0
    last = time.monotonic() + profile.total_seconds
    deadline = time.monotonic() + profile.wall_seconds
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            part = os.read(child.stdout.fileno(), CHUNK)
            if not part:
                return b"".join(parts)
            size += len(part)
            if size > profile.output:
                raise ChildOutputError(f"over {profile.output} bytes")
            if part.startswith(b"#") and (said := PROGRESS.findall(part)):
                on_progress(int(said[-1][0]), int(said[-1][1]))
                deadline = min(last, time.monotonic() + profile.wall_seconds)
                part = PROGRESS.sub(b"", part)
            parts.append(part)


def _await_end(child: subprocess.Popen[bytes], deadline: float) -> None:
    """Wait until the child has ended, and leave it unreaped: nobody else gets its number."""
    ended = os.pidfd_open(child.pid)
    try:
        with selectors.DefaultSelector() as selector:
            selector.register(ended, selectors.EVENT_READ)
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
    finally:
        os.close(ended)


def _end(child: subprocess.Popen[bytes]) -> int:
    """Kill what is left of the child's session and reap it; its status."""
    os.killpg(child.pid, signal.SIGKILL)
    if child.stdout is not None:
        child.stdout.close()
    return child.wait()
