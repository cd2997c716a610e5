"""Every night a backup is made and proven, old ones go, and what fails is told and tried again."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from pytest_django import Settings

from backup.conftest import Installation
from donghanh.audit.models import Entry
from donghanh.backup import making
from donghanh.backup.keep import Rule
from donghanh.backup.models import BackupRun
from donghanh.config.supervision import AGAIN, SOON, Nightly

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def a_day_passes(installation: Installation) -> None:
    subprocess.run(installation.script("a_day_passes.py"), env=installation.environment, check=True)


@pytest.mark.slow
@pytest.mark.django_db
def test_each_night_one_is_made_and_proven_and_the_rule_is_kept(installation: Installation) -> None:
    night = {"DONGHANH_BACKUP_KEEP": "2,1,1"}
    for number in range(1, 4):
        assert installation.run("backup", "nightly", more=night).returncode == 0
        assert len(installation.made()) == min(number, 2)
        assert installation.run("backup", "nightly", more=night).returncode == 0
        assert len(installation.made()) == min(number, 2), "one a night"
        a_day_passes(installation)
    rows = installation.ask("SELECT proven_at IS NULL, removed_at IS NULL FROM backup_backuprun ORDER BY id")
    assert [tuple(map(bool, row)) for row in rows] == [(False, False), (False, True), (False, True)]
    assert installation.leftovers() == []


@pytest.mark.slow
@pytest.mark.django_db
def test_one_that_cannot_be_proven_is_told_and_tried_again(installation: Installation) -> None:
    file = installation.back_up()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    # Far from now on either side, so that no slow run meets it.
    later = {"DONGHANH_BACKUP_AT": f"{datetime.now(HANOI) + timedelta(hours=12):%H:%M}"}
    for _ in range(2):
        outcome = installation.run("backup", "nightly", more=later)
        assert outcome.returncode == 1
        assert "Khôi phục thử không thành công. Bản sao lưu này bị hỏng" in outcome.stderr
        assert installation.made() == [file]
        assert "bị hỏng" in installation.ask("SELECT failure FROM backup_backuprun")[0][0]
    file.write_bytes(whole)
    assert installation.run("backup", "nightly", more=later).returncode == 0
    assert installation.ask("SELECT failure, proven_at IS NULL FROM backup_backuprun")[0] == ("", False)
    verbs = [verb for (verb,) in installation.ask("SELECT verb FROM audit_entry ORDER BY id")]
    assert verbs[-5:] == [f"backup_{act}" for act in ("begun", "made", "failed", "failed", "proven")]
    assert installation.leftovers() == []


@pytest.mark.django_db
def test_a_backup_is_proven_by_its_own_command(installation: Installation) -> None:
    file = installation.back_up()
    outcome = installation.run("backup", "verify", file)
    assert outcome.returncode == 0, outcome.stderr
    assert "kiểm tra đủ" in outcome.stdout
    assert installation.ask("SELECT proven_at IS NULL FROM backup_backuprun")[0] == (False,)
    assert installation.leftovers() == []


@pytest.fixture
def made(db: None, settings: Settings, tmp_path: Path) -> Callable[..., BackupRun]:
    """Call it with how many days ago a backup was made, and whether it was proven."""

    def made_one(days_ago: int, *, proven: bool = False) -> BackupRun:
        at = timezone.now() - timedelta(days=days_ago)
        run = BackupRun.objects.create(
            started_at=at,
            finished_at=at,
            folder=str(tmp_path),
            name=f"{days_ago}.backup",
            size=3,
            proven_at=at if proven else None,
        )
        run.path.write_bytes(b"any")
        return run

    return made_one


def test_the_last_that_was_proven_stays_however_old(made: Callable[..., BackupRun], tmp_path: Path) -> None:
    made(900, proven=True), made(800, proven=True)
    for days_ago in range(20, -1, -1):
        made(days_ago)
    making.tidy(tmp_path, Rule(3, 0, 0))
    assert sorted(path.name for path in tmp_path.glob("*.backup")) == [
        "0.backup",
        "1.backup",
        "2.backup",
        "800.backup",
    ]
    removed = BackupRun.objects.exclude(removed_at=None)
    assert removed.count() == Entry.objects.filter(verb="backup_removed").count() == 19


def test_a_proven_one_whose_file_is_gone_does_not_count(
    made: Callable[..., BackupRun], tmp_path: Path
) -> None:
    made(900, proven=True)
    made(800, proven=True).path.unlink()
    made(0)
    making.tidy(tmp_path, Rule(1, 0, 0))
    assert sorted(path.name for path in tmp_path.glob("*.backup")) == ["0.backup", "900.backup"]


def test_files_that_nobody_remembers_are_left_alone(made: Callable[..., BackupRun], tmp_path: Path) -> None:
    (tmp_path / "of-before-a-restore.backup").touch()
    made(3), made(0)
    making.tidy(tmp_path, Rule(1, 0, 0))
    assert sorted(path.name for path in tmp_path.glob("*.backup")) == [
        "0.backup",
        "of-before-a-restore.backup",
    ]


class Nights:
    """A supervisor's view of the nightly process, whose every start is noted in a file."""

    def __init__(self, folder: Path, status: int) -> None:
        self.notes = folder / "notes"
        program = f"open({str(self.notes)!r}, 'a').write('x'); raise SystemExit({status})"
        self.start = datetime(2026, 11, 22, 9, 0, tzinfo=HANOI)
        self.nightly = Nightly([sys.executable, "-c", program], clock_time(1, 30), self.start)

    def look(self, now: datetime) -> int:
        """Look once, and again when what was started has ended; how many were started so far."""
        self.nightly.look(now)
        if self.nightly.process is not None:
            self.nightly.process.wait(60)
            self.nightly.look(now)
        return len(self.notes.read_text()) if self.notes.exists() else 0


@pytest.mark.parametrize("status", [0, 1])
def test_a_missed_night_is_made_up_for_soon_and_a_failed_one_after_an_hour(
    tmp_path: Path, status: int
) -> None:
    nights = Nights(tmp_path, status)
    soon = nights.start + SOON
    assert nights.look(nights.start) == 0
    assert nights.look(soon) == 1
    assert nights.look(soon + AGAIN - timedelta(seconds=1)) == 1
    assert nights.look(soon + AGAIN) == 1 + status
    if status == 0:
        assert nights.look(datetime(2026, 11, 23, 1, 29, tzinfo=HANOI)) == 1
        assert nights.look(datetime(2026, 11, 23, 1, 30, tzinfo=HANOI)) == 2
        assert nights.look(datetime(2026, 11, 25, 8, 0, tzinfo=HANOI)) == 3, "after days of sleep, once"
        assert nights.look(datetime(2026, 11, 25, 9, 0, tzinfo=HANOI)) == 3


def test_only_one_is_under_way() -> None:
    program = [sys.executable, "-c", "import time; time.sleep(600)"]
    nightly = Nightly(program, clock_time(1, 30), datetime(2026, 11, 22, tzinfo=HANOI))
    nightly.look(datetime(2026, 11, 23, 8, 0, tzinfo=HANOI))
    first = nightly.process
    assert first is not None
    nightly.look(datetime(2026, 11, 25, 8, 0, tzinfo=HANOI))
    assert nightly.process is first
    first.kill()
    first.wait()
