"""The server, the background worker and the nightly backup as children of one process.

It ends when the server does.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock_time
from types import FrameType

from django.conf import settings
from django.utils import timezone

from donghanh.backup.schedule import next_time

GRACE_SECONDS = 10
RESTART_SECONDS = 1
LOOK_SECONDS = 0.2
SOON = timedelta(minutes=1)
AGAIN = timedelta(hours=1)


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is served; threads: how many requests are worked on at once."""

    host: str
    port: int
    threads: int = 4

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}/"

    def serve_command(self) -> list[str]:
        return [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
            *("--host", self.host, "--port", str(self.port), "--log-level", "warning"),
            *("--workers", "1", "--blocking-threads", str(self.threads)),
            *("--workers-kill-timeout", "5", "donghanh.config.wsgi:application"),
        ]


def work_command() -> list[str]:
    return [*_donghanh(), "work"]


def backup_command() -> list[str]:
    return [*_donghanh(), "backup", "nightly"]


def _donghanh() -> list[str]:
    return [sys.executable, "-c", "import sys, donghanh.cli; sys.exit(donghanh.cli.main())"]


class Nightly:
    """The backup's process: soon after the start, for a night that was missed, then at each set hour.

    One that ends badly is tried again after an hour. It decides itself whether a backup is due.
    """

    def __init__(self, command: list[str], at: clock_time, now: datetime) -> None:
        self._command, self._at = command, at
        self._due = now + SOON
        self.process: subprocess.Popen[bytes] | None = None

    def look(self, now: datetime) -> None:
        if self.process is not None:
            status = self.process.poll()
            if status is None:
                return
            self._due = now + AGAIN if status else next_time(now, self._at)
            self.process = None
        if now >= self._due:
            self.process = _start(self._command)


def supervise(site: Site, when_up: Callable[[], None]) -> int:
    """Run the server, the worker and the nightly backup until a signal, or until the server ends by itself.

    A worker that ends is started again; what it was at is taken up (work.py). Returns the exit
    status.
    """
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    previous = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    server, worker = _start(site.serve_command()), _start(work_command())
    nightly = Nightly(backup_command(), settings.BACKUP_AT, timezone.localtime())
    is_up, restart_at = False, None
    try:
        while not stopping and server.poll() is None:
            if not is_up and _answers(site.host, site.port):
                is_up = True
                when_up()
            if worker.poll() is not None:
                restart_at = restart_at or time.monotonic() + RESTART_SECONDS
                if time.monotonic() >= restart_at:
                    worker, restart_at = _start(work_command()), None
            nightly.look(timezone.localtime())
            time.sleep(LOOK_SECONDS)
        return 0 if stopping else (server.returncode or 1)
    finally:
        _end(server, worker, *filter(None, [nightly.process]))
        for number, handler in previous.items():
            signal.signal(number, handler)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own, so that Ctrl+C reaches only us and children end in order.

    Where the kernel can, a child is told to end when we are killed outright.
    """
    setpriv = shutil.which("setpriv")
    prefix = [setpriv, "--pdeathsig", "TERM"] if setpriv else []
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "donghanh.config.settings"}
    return subprocess.Popen(
        [*prefix, *command], stdin=subprocess.DEVNULL, start_new_session=True, env=environment
    )


def _end(*children: subprocess.Popen[bytes]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        try:
            child.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
