"""What is no good is refused in plain words before anything is put in place."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backup.conftest import ON_POSTGRESQL, Installation, fresh_database
from donghanh.backup import archive
from donghanh.backup.address import with_name
from donghanh.backup.databases import postgresql
from donghanh.backup.errors import CheckError, NoToolError, UnusableError
from donghanh.backup.key import LENGTH, Key, load
from donghanh.backup.manifest import Contents, Manifest

KEY = Key(bytes(range(LENGTH)))


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda data: b"", "không phải bản sao lưu"),
    "a photo": (lambda data: b"\xff\xd8\xff\xe0" * 1000, "không phải bản sao lưu"),
    "only its beginning": (lambda data: data[:30], "bị hỏng hoặc bị cắt"),
    "cut in half": (lambda data: data[: len(data) // 2], "bị hỏng hoặc bị cắt"),
    "cut by a byte": (lambda data: data[:-1], "bị hỏng hoặc bị cắt"),
    "cut at a chunk's end": (lambda data: data[: 66 + 1024 * 1024 + 16], "bị hỏng hoặc bị cắt"),
    "longer": (lambda data: data + b"\0", "bị hỏng hoặc bị cắt"),
    "another magic": (lambda data: flipped(data, 0), "không phải bản sao lưu"),
    "another form": (lambda data: data.replace(b"BACKUP 1", b"BACKUP 7", 1), "chương trình mới hơn"),
    "another key's id": (lambda data: flipped(data, 20), "khóa khác"),
    "another salt": (lambda data: flipped(data, 50), "bị hỏng hoặc bị cắt"),
    "a bit in the middle": (lambda data: flipped(data, len(data) // 2), "bị hỏng hoặc bị cắt"),
    "the last bit": (lambda data: flipped(data, len(data) - 1), "bị hỏng hoặc bị cắt"),
}


@pytest.mark.django_db
def test_every_kind_of_damage_is_told_and_leaves_nothing(installation: Installation) -> None:
    whole = installation.back_up().read_bytes()
    assert len(whole) > 66 + 1024 * 1024 + 16
    for name, (damage, words) in DAMAGE.items():
        file = installation.folder / "damaged.backup"
        file.write_bytes(damage(whole))
        new = installation.elsewhere("new")
        outcome = new.restore(file)
        assert (outcome.returncode, outcome.stdout) == (1, ""), name
        assert words in outcome.stderr, name
        assert "Traceback" not in outcome.stderr
        assert not new.is_there(), name
        assert new.leftovers() == [], name


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of a few small files, without a database that could be loaded."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "database").write_bytes(b"rows")
    (folder / "ảnh").write_bytes(b"")
    contents = Contents({"documents_document": 3}, ["documents.0001_documents"], 2, "ab")
    parts = [("database", folder / "database"), ("files/originals/ảnh", folder / "ảnh")]
    (folder / "work").mkdir()
    with (folder / "backup").open("wb") as file:
        manifest = Manifest("1", 7, datetime(2026, 11, 22, tzinfo=UTC), "sqlite", contents)
        archive.write(file, KEY, manifest, parts, folder / "work")
    return (folder / "backup").read_bytes()


def unpacked(data: bytes, folder: Path) -> Manifest:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "to").mkdir(parents=True)
    (folder / "file").write_bytes(data)
    with archive.Backup(folder / "file", KEY) as backup:
        backup.unpack(folder / "to")
    archive.check_hashes(folder / "to")
    return backup.manifest


def test_a_small_backup_comes_back(small: bytes, tmp_path: Path) -> None:
    manifest = unpacked(small, tmp_path / "x")
    assert (manifest.run, manifest.contents.rows) == (7, {"documents_document": 3})
    assert (tmp_path / "x/to/database").read_bytes() == b"rows"
    assert (tmp_path / "x/to/files/originals/ảnh").read_bytes() == b""


@given(data=st.data())
def test_whatever_bit_is_turned_it_is_refused(
    small: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(small) - 1))
    with pytest.raises(UnusableError):
        unpacked(flipped(small, place), tmp_path_factory.getbasetemp() / "flipped")


@given(data=st.data())
def test_wherever_it_is_cut_it_is_refused(
    small: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    length = data.draw(st.integers(0, len(small) - 1))
    with pytest.raises(UnusableError):
        unpacked(small[:length], tmp_path_factory.getbasetemp() / "cut")


@pytest.mark.parametrize("act", ["altered", "gone", "added"])
def test_a_file_that_the_disk_spoilt_while_restoring_is_found(small: bytes, tmp_path: Path, act: str) -> None:
    unpacked(small, tmp_path / "x")
    file = tmp_path / "x/to/database"
    if act == "altered":
        file.write_bytes(b"rowz")
    elif act == "gone":
        file.unlink()
    else:
        (tmp_path / "x/to/files/more").touch()
    with pytest.raises(CheckError):
        archive.check_hashes(tmp_path / "x/to")


def remade(file: Path, key: Path, change: Callable[[Manifest], Manifest]) -> Path:
    """The same backup with another manifest, sealed with the right key, as a newer program might have made it."""
    folder = file.parent.parent / "remade"
    (folder / "work").mkdir(parents=True)
    with archive.Backup(file, load(key)) as backup:
        backup.unpack(folder / "to")
    (folder / "to" / archive.HASHES).unlink()
    parts = [(str(path.relative_to(folder / "to")), path) for path in archive.files_below(folder / "to")]
    made = folder / "remade.backup"
    with made.open("wb") as target:
        archive.write(target, load(key), change(backup.manifest), parts, folder / "work")
    return made


def with_contents(**changes: object) -> Callable[[Manifest], Manifest]:
    return lambda manifest: replace(manifest, contents=replace(manifest.contents, **changes))  # type: ignore[arg-type]


CLAIMS: dict[str, tuple[Callable[[Manifest], Manifest], str]] = {
    "newer migrations": (
        lambda manifest: with_contents(migrations=[*manifest.contents.migrations, "documents.0999_later"])(
            manifest
        ),
        "chương trình mới hơn",
    ),
    "the other database": (
        lambda manifest: replace(manifest, vendor="sqlite" if ON_POSTGRESQL else "postgresql"),
        "DONGHANH_DATABASE_URL",
    ),
    "other counts": (
        lambda manifest: with_contents(rows=manifest.contents.rows | {"documents_document": 7})(manifest),
        "documents_document 7 → 6",
    ),
    "a table more": (
        lambda manifest: with_contents(rows=manifest.contents.rows | {"people_person": 1})(manifest),
        "people_person 1 → None",
    ),
    "another end of the trail": (with_contents(audit_head="0" * 64), "audit"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", CLAIMS)
def test_a_backup_that_does_not_fit_is_refused_and_leaves_nothing(
    installation: Installation, name: str
) -> None:
    change, words = CLAIMS[name]
    new = installation.elsewhere("new")
    outcome = new.restore(remade(installation.back_up(), installation.key, change))
    assert outcome.returncode == 1
    assert words in outcome.stderr
    assert not new.is_there()
    assert new.leftovers() == []


@pytest.mark.django_db
def test_another_installations_backup_is_refused_by_its_key(
    installation: Installation, tmp_path: Path
) -> None:
    file = installation.back_up()
    (tmp_path / "other").write_text(Key.new().as_text())
    new = installation.elsewhere("new")
    outcome = new.run("restore", file, "--key", tmp_path / "other")
    assert "khóa khác" in outcome.stderr
    assert not new.is_there()


@pytest.mark.django_db
def test_nothing_is_restored_over_what_is_there(installation: Installation) -> None:
    file = installation.back_up()
    before = installation.tables(), installation.files()
    outcome = installation.restore(file)
    assert outcome.returncode == 1
    assert "không trống" in outcome.stderr
    assert (installation.tables(), installation.files()) == before
    assert installation.leftovers() == []


@pytest.mark.django_db
@pytest.mark.skipif(not ON_POSTGRESQL, reason="on SQLite the database is in the folder")
def test_a_database_that_holds_anything_is_not_restored_into(installation: Installation) -> None:
    file = installation.back_up()
    new = installation.elsewhere("new")
    fresh_database(new.url)
    with psycopg.connect(new.url) as session:
        session.execute("CREATE TABLE theirs (x int)")
    assert "không trống" in new.restore(file).stderr
    assert new.ask("SELECT count(*) FROM theirs") == [(0,)]
    assert not new.data.exists()
    with psycopg.connect(new.url) as session:
        session.execute("DROP TABLE theirs")
    assert new.restore(file).returncode == 0
    assert new.tables() == installation.tables()


@pytest.mark.django_db
@pytest.mark.skipif(not ON_POSTGRESQL, reason="about PostgreSQL's rights")
def test_a_role_that_may_make_no_database_is_told_what_to_ask_for(installation: Installation) -> None:
    file = installation.back_up()
    with psycopg.connect(with_name(installation.url, "postgres"), autocommit=True) as session:
        session.execute("CREATE ROLE clerk LOGIN")
    new = installation.elsewhere("new")
    weak = Installation(
        new.folder, new.url.replace("postgresql://postgres@", "postgresql://clerk@"), new.name
    )
    assert weak.url != new.url
    assert 'ALTER ROLE "clerk" CREATEDB' in weak.restore(file).stderr
    assert not new.is_there()


@pytest.mark.django_db
@pytest.mark.skipif(not ON_POSTGRESQL, reason="about PostgreSQL's connections")
def test_a_database_in_use_is_not_replaced(installation: Installation) -> None:
    file = installation.back_up()
    new = installation.elsewhere("new")
    fresh_database(new.url)
    with psycopg.connect(new.url) as session:
        session.execute("SELECT 1")
        assert "đang được dùng" in new.restore(file).stderr
    assert not new.data.exists()
    assert new.leftovers() == []
    assert new.restore(file).returncode == 0


def test_a_missing_program_of_postgresql_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoToolError, match="postgresql-client-99"):
        postgresql._program("pg_dump", 99)


@pytest.mark.django_db
def test_what_was_wrong_already_is_told_and_restored_nevertheless(installation: Installation) -> None:
    tamper = (
        [
            "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
            "UPDATE audit_entry SET verb = 'read' WHERE id = 3",
        ]
        if ON_POSTGRESQL
        else ["DROP TRIGGER audit_entry_only_erased", "UPDATE audit_entry SET verb = 'read' WHERE id = 3"]
    )
    assert installation.run("audit", "seal").returncode == 0
    installation.execute(*tamper)
    file = installation.back_up()
    new = installation.elsewhere("new")
    outcome = new.restore(file)
    assert outcome.returncode == 3
    assert "altered 3" in outcome.stderr
    assert new.tables() == installation.tables()
    proof = installation.run("backup", "verify", file)
    assert proof.returncode == 1
    assert "altered 3" in proof.stderr
    assert installation.ask("SELECT proven_at FROM backup_backuprun") == [(None,)]
