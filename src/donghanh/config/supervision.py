"""The server and the background worker as children of one process, which ends when they cannot go on."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

GRACE_SECONDS = 10
RESTART_SECONDS = 1
LOOK_SECONDS = 0.2


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
    return [sys.executable, "-c", "import donghanh.cli; donghanh.cli.main()", "work"]


def supervise(site: Site, when_up: Callable[[], None]) -> int:
    """Run the server and the worker until a signal, or until the server ends by itself.

    A worker that ends is started again; what it was at is taken up (work.py). Returns the exit
    status.
    """
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    previous = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    server, worker = _start(site.serve_command()), _start(work_command())
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
            time.sleep(LOOK_SECONDS)
        return 0 if stopping else (server.returncode or 1)
    finally:
        _end(server, worker)
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
