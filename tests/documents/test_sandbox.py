"""Each wall around the child, tried by a child that runs against it."""

import io
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from donghanh.documents.sandbox import ChildCrashError, ChildOutputError, ChildTimeoutError, run_sealed
from donghanh.documents.sealing import Limits

SEALED = """
import sys
from donghanh.documents.sealing import Limits, seal
walls = seal(Limits(cpu_seconds=1))
"""


def run(code: str, given: bytes = b"", **limits: float) -> str:
    with tempfile.TemporaryFile() as file:
        file.write(given)
        file.seek(0)
        out = run_sealed(file, program=(sys.executable, "-I", "-c", SEALED + code), limits=Limits(**limits))
    return out.decode().strip()


def test_what_the_child_prints_comes_back():
    assert run("print(len(sys.stdin.buffer.read()))", b"12345") == "5"


def test_at_least_one_wall_against_the_network_stands():
    assert set(run("print(*walls)").split()) & {"namespace", "filter"}


def test_a_gigabyte_is_refused():
    code = """
try:
    block = bytearray(1024**3)
except MemoryError:
    print("refused")
"""
    assert run(code) == "refused"


def test_half_of_the_allowance_may_be_used():
    assert run("print(len(bytearray(256 * 1024**2)))") == str(256 * 1024**2)


def test_a_busy_loop_ends_when_its_processor_time_is_used_up():
    with pytest.raises(ChildTimeoutError, match="processor"):
        run("while True: pass")


def test_a_sleeper_ends_when_the_clock_runs_out():
    with pytest.raises(ChildTimeoutError, match="clock"):
        run("import time; time.sleep(30)", wall_seconds=1)


def test_a_child_that_closed_its_output_and_sleeps_on_ends_too():
    with pytest.raises(ChildTimeoutError):
        run("import os, time; os.close(1); os.close(2); time.sleep(30)", wall_seconds=1)


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX"])
def test_no_socket_opens(family: str):
    code = f"""
import socket
try:
    socket.socket(socket.{family})
    print("open")
except OSError as error:
    print("refused", error.errno)
"""
    assert run(code) == "refused 1"


def test_a_server_on_this_machine_is_out_of_reach():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        code = f"""
import socket
try:
    socket.create_connection(("127.0.0.1", {server.getsockname()[1]}), timeout=1)
    print("connected")
except OSError:
    print("refused")
"""
        assert run(code) == "refused"
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    "attempt",
    [
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "subprocess.run(['/bin/true'])",
        "os.kill(os.getppid(), 0)",
    ],
)
def test_no_other_process_is_started_or_touched(attempt: str):
    code = f"""
import os, subprocess
try:
    {attempt}
    print("done")
except OSError as error:
    print("refused", error.errno)
"""
    assert run(code) == "refused 1"


def test_threads_still_start():
    code = """
import threading
seen = []
thread = threading.Thread(target=lambda: seen.append(1))
thread.start(); thread.join()
print(seen)
"""
    assert run(code) == "[1]"


def test_a_hard_limit_cannot_be_raised_again():
    code = """
import resource
try:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)
    print("raised")
except (OSError, ValueError):
    print("refused")
"""
    assert run(code) == "refused"


def test_files_stay_small_and_in_a_directory_that_is_gone_afterwards():
    code = """
import os, tempfile
directory = tempfile.gettempdir()
assert os.getcwd() == directory and os.listdir(directory) == []
try:
    with open("big", "wb") as file:
        for _ in range(100):
            file.write(bytes(1024 * 1024))
    print("written")
except OSError:
    print(directory)
"""

    directory = run(code)
    assert directory != "written"
    assert not Path(directory).exists()


def test_no_core_is_dumped_and_only_the_standard_files_are_open():
    code = """
import os, resource
def is_open(number):
    try:
        return bool(os.fstat(number))
    except OSError:
        return False
print(resource.getrlimit(resource.RLIMIT_CORE), [number for number in range(64) if is_open(number)])
"""
    assert run(code) == "(0, 0) [0, 1, 2]"


def test_the_environment_holds_no_settings_and_no_secrets(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "donghanh.config.settings")
    monkeypatch.setenv("DONGHANH_SECRET_KEY", "canary")
    assert run("import os; print(sorted(set(os.environ) - {'LC_CTYPE'}))") == (
        "['HOME', 'LANG', 'MALLOC_ARENA_MAX', 'TMPDIR']"
    )


def test_a_flood_of_output_is_cut_off():
    with pytest.raises(ChildOutputError):
        run("while True: print('x' * 1000)", output=100_000)


@pytest.mark.parametrize(
    "code", ["import os; os.abort()", "sys.exit(3)", "import ctypes; ctypes.string_at(0)"]
)
def test_a_crash_is_told_from_an_answer(code: str):
    with pytest.raises(ChildCrashError):
        run(code)


def test_a_file_that_is_no_real_file_is_a_mistake_of_the_caller():
    with pytest.raises(io.UnsupportedOperation):
        run_sealed(io.BytesIO(b""))
