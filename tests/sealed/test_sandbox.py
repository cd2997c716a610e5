"""Each wall around the child, tried by a child that runs against it."""

import io
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from donghanh.sealed.sandbox import (
    FRUGAL,
    ChildCrashError,
    ChildOutputError,
    ChildTimeoutError,
    clear_left_behind,
    run_sealed,
)
from donghanh.sealed.sealing import CONVERTING, PARSING, PROFILES, Profile

SEALED = """
import sys
from dataclasses import replace
from donghanh.sealed.sealing import PROFILES, seal
walls = seal(replace(PROFILES[sys.argv[1]], cpu_seconds=2))
"""


def run(code: str, given: bytes = b"", profile: Profile = PARSING) -> str:
    with tempfile.TemporaryFile() as file:
        file.write(given)
        file.seek(0)
        out = run_sealed((sys.executable, "-I", "-c", SEALED + code), file, profile)
    return out.decode().strip()


def test_what_the_child_prints_comes_back():
    assert run("print(len(sys.stdin.buffer.read()))", b"12345") == "5"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_at_least_one_wall_against_the_network_stands(profile: Profile):
    assert set(run("print(*walls)", profile=profile).split()) & {"namespace", "filter"}


def test_more_memory_than_its_profile_has_is_refused():
    code = f"""
try:
    block = bytearray({PARSING.memory})
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
        run("import time; time.sleep(30)", profile=replace(PARSING, wall_seconds=1))


def test_a_child_that_closed_its_output_and_sleeps_on_ends_too():
    with pytest.raises(ChildTimeoutError):
        run(
            "import os, time; os.close(1); os.close(2); time.sleep(30)",
            profile=replace(PARSING, wall_seconds=1),
        )


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX"])
def test_no_socket_opens(family: str, profile: Profile):
    code = f"""
import socket
try:
    socket.socket(socket.{family})
    print("open")
except OSError as error:
    print("refused", error.errno)
"""
    assert run(code, profile=profile) == "refused 1"


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
        "signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 0)",
        "fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())",
        "fcntl.fcntl(0, 10, signal.SIGKILL)",
        "fcntl.fcntl(0, 15, struct.pack('ii', 1, os.getppid()))",
        "resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (3, 3))",
        "os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)",
        "os.sched_setaffinity(os.getppid(), {0})",
    ],
)
def test_no_other_process_is_started_or_touched(attempt: str):
    code = f"""
import fcntl, os, resource, signal, struct, subprocess
try:
    {attempt}
    print("done")
except OSError as error:
    print("refused", error.errno)
"""
    assert run(code) == "refused 1"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize(
    "attempt",
    [
        "os.chmod(json.__file__, 0)",
        "os.fchmod(os.open(json.__file__, os.O_RDONLY), 0)",
        "os.chown(json.__file__, 1, 1)",
        "os.utime(json.__file__, (0, 0))",
        "os.setxattr(json.__file__, 'user.mark', b'1')",
    ],
)
def test_files_that_it_reads_stay_as_they_are(attempt: str, profile: Profile):
    before = Path(json.__file__).stat()
    code = f"""
import json, os
try:
    {attempt}
    print("done")
except OSError as error:
    print("refused", error.errno)
"""
    assert run(code, profile=profile) == "refused 1"
    after = Path(json.__file__).stat()
    assert (after.st_mode, after.st_uid, after.st_mtime) == (before.st_mode, before.st_uid, before.st_mtime)


def test_nothing_is_shared_by_number():
    code = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
for call in (libc.shmget, libc.semget):
    print(call(0, 1, 0o1600), ctypes.get_errno())
print(libc.msgget(0, 0o1600), ctypes.get_errno())
"""
    assert run(code).splitlines() == ["-1 1"] * 3


PROGRAM = "subprocess.run([sys.executable, '-I', '-c', {!r}], stdout=1, stderr=1)"


def test_a_child_that_converts_may_start_programs():
    program = PROGRAM.format("print('started')")
    assert run(f"import subprocess; {program}", profile=CONVERTING) == "started"


OUTSIDE = [
    "socket.socket(socket.AF_INET)",
    "socket.socket(socket.AF_UNIX)",
    "os.kill(os.getppid(), 0)",
    "os.setsid()",
    "os.setpgid(0, 0)",
    "resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)",
]
FILES_OF_OTHERS = [
    "open(canary).read()",
    "open(canary, 'w')",
    "open(os.path.join(folder, 'new'), 'w')",
    "os.truncate(canary, 0)",
    "os.unlink(canary)",
    "os.rename(canary, canary + '.moved')",
    "os.link(canary, 'linked')",
    "os.listdir(folder)",
    "os.mkdir(os.path.join(folder, 'new'))",
    "open('/etc/passwd').read()",
    "open(f'/proc/{os.getppid()}/environ').read()",
    "open(os.__file__, 'a')",
]


def tried(attempts: list[str], canary: str = "") -> str:
    """A program that prints those attempts which nobody refused."""
    return f"""
import os, resource, socket
canary, folder = {canary!r}, {str(Path(canary).parent)!r}
for attempt in {attempts}:
    try:
        exec(attempt)
        print(attempt)
    except (OSError, ValueError):
        pass
"""


def test_the_walls_stand_around_the_programs_that_it_starts():
    assert run(f"import subprocess; {PROGRAM.format(tried(OUTSIDE))}", profile=CONVERTING) == ""


def test_what_a_child_started_dies_with_it():
    mark = f"sleeper-{os.getpid()}"
    code = f"""
import subprocess
subprocess.Popen([sys.executable, "-I", "-c", "import time; time.sleep(60)", {mark!r}], stdout=subprocess.DEVNULL)
print("left alone")
"""
    assert run(code, profile=CONVERTING) == "left alone"
    for _ in range(100):
        if not any(mark in line for line in command_lines()):
            return
        time.sleep(0.1)  # it is dead, and the system has yet to bury it
    pytest.fail("it lives on")


def command_lines() -> Iterator[str]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            yield path.read_text(errors="replace")


@pytest.fixture(scope="module")
def files_are_hidden() -> None:
    if "files" not in run("print(*walls)"):
        pytest.skip("this kernel cannot hide files (Landlock)")


@pytest.mark.usefixtures("files_are_hidden")
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_the_files_of_others_are_out_of_reach(tmp_path: Path, profile: Profile):
    canary = tmp_path / "canary"
    canary.write_text("chirp")
    assert run(tried(FILES_OF_OTHERS, str(canary)), profile=profile) == ""
    assert [path.read_text() for path in tmp_path.iterdir()] == ["chirp"]


def test_its_own_directory_is_for_it_to_use():
    code = """
import os
os.mkdir("a")
with open("a/file", "w") as file:
    file.write("mine")
os.rename("a/file", "file")
os.rmdir("a")
print(open("file").read(), os.listdir())
"""
    assert run(code) == "mine ['file']"


@pytest.mark.usefixtures("files_are_hidden")
def test_what_it_wrote_itself_is_not_run():
    code = """
import os, shutil, subprocess
with os.fdopen(os.open("program", os.O_CREAT | os.O_WRONLY, 0o755), "wb") as copy:
    shutil.copyfileobj(open("/bin/true", "rb"), copy)
try:
    subprocess.run(["./program"])
    print("run")
except OSError:
    print("refused")
"""
    assert run(code, profile=CONVERTING) == "refused"


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


def test_what_a_killed_parent_left_is_cleared_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name, days in (("donghanh-reading-old", 1), ("donghanh-reading-new", 0), ("another", 1)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "document").write_text("kế hoạch")
        os.utime(tmp_path / name, (time.time() - days * 86_400,) * 2)
    clear_left_behind()
    assert {left.name for left in tmp_path.iterdir()} == {"donghanh-reading-new", "another"}


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
        str(sorted({"HOME", "LANG", "TMPDIR", *FRUGAL}))
    )


def test_a_flood_of_output_is_cut_off():
    with pytest.raises(ChildOutputError):
        run("while True: print('x' * 1000)", profile=replace(PARSING, output=100_000))


@pytest.mark.parametrize(
    "code", ["import os; os.abort()", "sys.exit(3)", "import ctypes; ctypes.string_at(0)"]
)
def test_a_crash_is_told_from_an_answer(code: str):
    with pytest.raises(ChildCrashError):
        run(code)


def test_a_file_that_is_no_real_file_is_a_mistake_of_the_caller():
    with pytest.raises(io.UnsupportedOperation):
        run_sealed(("true",), io.BytesIO(b""), PARSING)
