"""A backup that is restored is what was there: every row, every file, at one moment."""

import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from backup.conftest import Installation
from donghanh.backup import archive
from donghanh.backup.key import load

pytestmark = pytest.mark.django_db


def test_what_is_restored_is_what_was_backed_up(installation: Installation) -> None:
    file = installation.back_up()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    new = installation.elsewhere("new")
    outcome = new.restore(file)
    assert outcome.returncode == 0, outcome.stderr
    assert "Đã khôi phục" in outcome.stdout
    assert new.tables() == installation.tables()
    assert new.files() == installation.files()
    assert len(new.files()) == 7
    assert new.leftovers() == []
    assert stat.S_IMODE(new.data.stat().st_mode) == 0o700


def test_the_restored_place_knows_where_it_comes_from_and_its_trail_is_whole(
    installation: Installation,
) -> None:
    file = installation.back_up()
    new = installation.elsewhere("new")
    new.restore(file)
    assert new.ask("SELECT verb FROM audit_entry ORDER BY id DESC LIMIT 2") == [
        ("backup_restored",),
        ("backup_begun",),
    ]
    ((name, proven),) = new.ask("SELECT name, proven_at FROM backup_backuprun")
    assert name == file.name
    assert proven is not None
    assert new.run("audit", "verify").returncode == 0
    assert new.run("migrate", "--check").returncode == 0


def test_heads_noted_since_the_backup_are_told_as_lost_by_the_restore_and_no_others(
    installation: Installation,
) -> None:
    noted = installation.folder / "heads" / "heads.txt"
    noted.parent.mkdir()
    elsewhere = {"DONGHANH_AUDIT_HEADS": str(noted.parent)}

    def note(place: Installation) -> None:
        assert place.run("audit", "seal").returncode == 0
        with noted.open("a") as lines:
            lines.write(place.run("audit", "head").stdout)

    note(installation)
    file = installation.back_up()
    for _ in range(2):
        installation.back_up()  # an act that the restored place knows nothing of
        note(installation)
    new = installation.elsewhere("new")
    assert new.restore(file).returncode == 0
    told = new.run("audit", "verify", more=elsewhere)
    assert told.returncode == 0, told.stderr
    assert "2 mã băm cuối ghi trong thời gian đó" in told.stdout
    note(new)
    told = new.run("audit", "verify", more=elsewhere)
    assert "Khớp với 2 mã băm cuối" in told.stdout
    assert "2 mã băm cuối ghi trong thời gian đó" in told.stdout

    written = noted.read_text()
    for line in (0, 3):  # noted before the backup, and after it was restored
        *lines, last = written.splitlines()[: line + 1]
        noted.write_text("\n".join([*lines, f"{last[:-64]}{'0' * 64}"]) + "\n")
        assert new.run("audit", "verify", more=elsewhere).returncode == 1


def test_a_backup_says_in_its_manifest_what_it_holds(installation: Installation) -> None:
    assert installation.run("audit", "seal").returncode == 0
    entries = installation.ask("SELECT count(*) FROM audit_entry")[0][0]
    with archive.Backup(installation.back_up(), load(installation.key)) as backup:
        contents = backup.manifest.contents
    assert contents.rows["documents_document"] == 6
    assert contents.audit_entries == entries
    assert contents.rows["audit_entry"] == entries + 1  # that it was begun, which waits for its seal
    assert "backup.0001_runs" in contents.migrations


def test_nothing_readable_is_in_the_file(installation: Installation) -> None:
    data = installation.back_up().read_bytes()
    assert data.startswith(b"DONGHANH BACKUP 1\n")
    for word in ("Kế hoạch", "Nguyễn Thị Lan", "originals", "SQLite", "PGDMP"):
        assert word.encode() not in data


def test_the_key_may_be_typed_from_the_paper(installation: Installation) -> None:
    file = installation.back_up()
    text = installation.key.read_text()
    assert text.strip() in installation.run("backup", "key").stdout
    new = installation.elsewhere("new")
    wrong = text.strip()[:-1] + ("0" if text.strip()[-1] != "0" else "1")
    mistyped = new.run("restore", file, input=f"{wrong}\n")
    assert "Nhóm 8" in mistyped.stderr
    assert not new.is_there()
    assert new.run("restore", file, input=text.lower().replace("-", " ")).returncode == 0


def test_the_key_is_shown_when_it_is_made_and_then_only_when_asked(installation: Installation) -> None:
    first, second = installation.run("backup").stdout, installation.run("backup").stdout
    key = installation.key.read_text().strip()
    assert key in first
    assert key not in second


def test_a_backup_goes_to_another_folder_if_asked(installation: Installation) -> None:
    stick = installation.folder / "usb"
    assert installation.run("backup", "--to", stick).returncode == 0
    assert len(list(stick.iterdir())) == 1
    assert installation.made() == []


def test_a_backup_of_an_older_program_is_brought_up_to_date(installation: Installation) -> None:
    assert installation.run("migrate", "sessions", "zero").returncode == 0
    file = installation.back_up()
    new = installation.elsewhere("new")
    outcome = new.restore(file)
    assert outcome.returncode == 0, outcome.stderr
    assert new.run("migrate", "--check").returncode == 0
    assert new.ask("SELECT count(*) FROM django_session") == [(0,)]
    assert new.ask("SELECT count(*) FROM documents_document") == [(6,)]


@pytest.mark.slow
def test_backups_made_while_everybody_writes_are_of_one_moment(
    installation: Installation, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    writers = [start(*installation.script("writing.py")) for _ in range(2)]
    time.sleep(3)
    files = [installation.back_up() for _ in range(3)]
    assert [writer.poll() for writer in writers] == [None, None], "the writers go on meanwhile"
    for writer in writers:
        writer.kill()
        writer.wait()
    sizes = []
    for number, file in enumerate(files):
        new = installation.elsewhere(f"new{number}")
        outcome = new.restore(file)
        assert outcome.returncode == 0, outcome.stderr
        named = {sha256 for (sha256,) in new.ask("SELECT sha256 FROM documents_document")}
        kept = {Path(path).name: digest for path, digest in new.files().items() if "originals" in path}
        assert named <= kept.keys(), "no row names a file that is not there"
        assert all(name == digest for name, digest in kept.items())
        uploads = new.ask("SELECT count(*) FROM audit_entry WHERE verb = 'uploaded'")[0][0]
        gone = new.ask("SELECT count(*) FROM audit_entry WHERE verb = 'withdrawn'")[0][0]
        assert len(named) == uploads - gone, "no act is there in half"
        sizes.append(uploads)
    assert sizes == sorted(set(sizes)), "and each is of a later moment"
