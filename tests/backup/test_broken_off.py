"""Whatever stops a backup or a restore, nothing half-done lies in a place where it counts."""

import hashlib
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from backup.conftest import Installation
from donghanh.backup import archive
from donghanh.backup.key import load

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DYING = str(Path(__file__).with_name("dying.py"))
TRIES = 8


def dying(installation: Installation, step: int, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, DYING, str(step), str(installation.folder), *map(str, command)],
        env=installation.environment,
        cwd=installation.folder,
        capture_output=True,
        text=True,
    )


def some_steps(outcome: subprocess.CompletedProcess[str]) -> list[int]:
    """Steps from the first to the last, and all of the last few, where files take their places."""
    assert outcome.returncode == 0, outcome.stderr
    count = int(outcome.stdout.split()[-1])
    assert count > 20
    return sorted({1 + number * count // TRIES for number in range(TRIES)} | set(range(count - 4, count + 1)))


def hash_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def is_whole(file: Path, key: Path, into: Path) -> bool:
    with archive.Backup(file, load(key)) as backup:
        backup.unpack(into)
    return archive.check_hashes(into) > 0


def test_a_backup_that_is_killed_anywhere_leaves_old_ones_and_no_half_one(
    installation: Installation, tmp_path: Path
) -> None:
    old = installation.back_up()
    was, tables = hash_of(old), installation.tables()
    for step in some_steps(dying(installation, 0, "backup")):
        before = set(installation.made())
        outcome = dying(installation, step, "backup")
        assert outcome.returncode == -signal.SIGKILL
        for new in set(installation.made()) - before:
            assert is_whole(new, installation.key, tmp_path / f"look{step}")
        assert hash_of(old) == was
    assert installation.tables() == tables
    installation.back_up()
    assert installation.leftovers() == []
    failures = installation.ask("SELECT failure FROM backup_backuprun WHERE finished_at IS NULL")
    assert failures
    assert all("giữa chừng" in failure for (failure,) in failures)


def test_a_restore_that_is_killed_anywhere_leaves_the_place_empty_or_whole(
    installation: Installation,
) -> None:
    file = installation.back_up()
    trial = installation.elsewhere("trial")
    steps = some_steps(dying(trial, 0, "restore", file, "--key", installation.key))
    new = installation.elsewhere("new")
    for step in steps:
        assert dying(new, step, "restore", file, "--key", installation.key).returncode == -signal.SIGKILL
        assert not new.is_there()
    assert new.restore(file).returncode == 0
    assert new.tables() == installation.tables()
    assert new.files() == installation.files()
    assert new.leftovers() == []


def limited(size: int) -> Callable[[], None]:
    """A disk on which no file grows beyond a size."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_ends_a_backup_in_plain_words_and_old_ones_stay(installation: Installation) -> None:
    old = installation.back_up()
    was, tables = hash_of(old), installation.tables()
    size = old.stat().st_size
    for limit in (size - 1, size // 2, 100_000, 0):
        outcome = installation.run("backup", preexec_fn=limited(limit))
        assert outcome.returncode == 1
        assert "Traceback" not in outcome.stderr
        if limit > size * 0.9:
            assert "hết chỗ" in outcome.stderr
        assert installation.made() == [old]
        assert installation.leftovers() == []
    assert hash_of(old) == was
    assert installation.tables() == tables
    assert "hết chỗ" in installation.ask("SELECT failure FROM backup_backuprun ORDER BY id")[1][0]
    installation.back_up()


def test_a_full_disk_ends_a_restore_in_plain_words_and_the_place_stays_empty(
    installation: Installation,
) -> None:
    file = installation.back_up()
    new = installation.elsewhere("new")
    largest = max(path.stat().st_size for path in installation.data.rglob("*"))
    for limit in (largest - 1, 100_000, 0):
        outcome = new.restore(file, preexec_fn=limited(limit))
        assert outcome.returncode == 1
        assert "Traceback" not in outcome.stderr
        assert not new.is_there()
        assert new.leftovers() == []


def test_a_backup_that_is_asked_to_stop_tidies_up(installation: Installation) -> None:
    installation.back_up()
    with (installation.data / "files" / "originals" / "large").open("wb") as large:
        large.truncate(2 * 1024**3)  # holes: it takes seconds to seal and no room
    process = subprocess.Popen(
        installation.command("backup"),
        env=installation.environment,
        cwd=installation.folder,
        stdout=subprocess.DEVNULL,
    )
    while not list(installation.backups.glob(".*.arriving")):
        assert process.poll() is None
        time.sleep(0.01)
    assert "đang chạy" in installation.run("backup").stderr
    process.terminate()
    assert process.wait(60) == 1
    assert len(installation.made()) == 1
    assert installation.leftovers() == []


def test_a_folder_that_is_none_is_named(installation: Installation) -> None:
    installation.backups.touch()
    outcome = installation.run("backup")
    assert outcome.returncode == 1
    assert f"Không đọc hoặc ghi được “{installation.backups}”" in outcome.stderr
