"""`prepare` and `serve`, as ./run calls them, from an empty data folder to Ctrl+C."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"DONGHANH_DATA": str(tmp_path / "data"), "DONGHANH_ASSETS": str(ROOT / "build" / "static")}


def donghanh(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "import sys, donghanh.cli; sys.exit(donghanh.cli.main())", *arguments]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def site(environment: dict[str, str], tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """A served site: its process, its address, and what it said when it was up."""
    subprocess.run(donghanh("prepare"), env=environment, cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    process = subprocess.Popen(
        donghanh("serve", "--port", str(free_port())),
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = ""
    while "Ctrl+C" not in said:
        line = process.stdout.readline()
        assert line, "it ended before it was up"
        said += line
    found = re.search(r"http://\S+", said)
    assert found is not None
    yield process, found[0], said
    process.kill()
    process.wait()


def children_of(process: subprocess.Popen[str]) -> dict[int, str]:
    """The child processes, each with its command line."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in found}
    return {pid: command.replace(b"\0", b" ").decode() for pid, command in commands.items() if command}


def worker_of(process: subprocess.Popen[str]) -> int | None:
    return next((pid for pid, command in children_of(process).items() if command.endswith(" work ")), None)


@pytest.mark.slow
def test_the_site_says_where_it_is_serves_replaces_its_worker_and_stops(
    site: tuple[subprocess.Popen[str], str, str], tmp_path: Path
) -> None:
    process, address, said = site
    password = (tmp_path / "data" / "demo-password").read_text(encoding="ascii")
    assert f"dungthu, mật khẩu {password}" in said

    with urllib.request.urlopen(f"{address}accounts/sign-in/") as response:
        assert response.status == 200
        styles = re.findall(r'href="(/static/[^"]+\.css)"', response.read().decode())
    assert styles
    assert all(re.search(r"\.[0-9a-f]{12}\.css$", style) for style in styles)

    worker = worker_of(process)
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while worker_of(process) in {None, worker}:
        assert time.monotonic() < deadline, "the worker was not started again"
        time.sleep(0.1)

    children = children_of(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE_SECONDS) == 0
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


@pytest.mark.slow
def test_a_port_that_is_taken_is_said_in_plain_words(environment: dict[str, str], tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        outcome = subprocess.run(
            donghanh("serve", "--port", port), env=environment, cwd=tmp_path, capture_output=True, text=True
        )
    assert outcome.returncode != 0
    assert f"Cổng {port} đang được chương trình khác dùng" in outcome.stderr
    assert "Traceback" not in outcome.stderr
