"""Whoever goes around the guards is found out, at the first entry that was touched."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from donghanh.accounts.models import User
from donghanh.audit import guards, heads, selectors
from donghanh.audit.models import Entry, Head, Seal
from donghanh.audit.sealing import seal
from donghanh.audit.selectors import FaultKind, verify
from donghanh.audit.services import erase

Record = Callable[[int], list[Entry]]
GoAround = Callable[[str], None]


def _of(sequence: int) -> str:
    return f"(SELECT entry_id FROM audit_seal WHERE sequence = {sequence})"


def _alter(change: str, sequence: int) -> str:
    return f"UPDATE audit_entry SET {change} WHERE id = {_of(sequence)}"


def _renumber(old: int, new: int) -> str:
    return f"UPDATE audit_seal SET sequence = {new} WHERE sequence = {old}"


INSERTED = (
    "INSERT INTO audit_entry (at, actor_id, verb, object_type, object_id, details, salt, commitment) "
    "SELECT at, actor_id, verb, object_type, object_id, details, salt, commitment FROM audit_entry LIMIT 1"
)
TAMPERING = {
    "altered verb": (_alter("verb = 'read'", 3), "3"),
    "altered actor": (_alter("actor_id = NULL", 2), "2"),
    "altered time": (_alter("at = '2020-01-01 00:00:00+00:00'", 4), "4"),
    "altered unit": (_alter("unit_id = 7", 4), "4"),
    "altered thing": (_alter("object_id = '0'", 5), "5"),
    "altered details": (_alter("""details = '{"changes": {}, "ip": null}'""", 1), "1"),
    "altered salt": (_alter("salt = 'x'", 1), "1"),
    "altered details with a new commitment": (_alter("details = '{}', salt = '', commitment = 'x'", 2), "2"),
    "emptied": (_alter("details = '{}', salt = ''", 4), "4"),
    "altered seal": ("UPDATE audit_seal SET hash = 'x' WHERE sequence = 4", "4"),
    "deleted first": (f"DELETE FROM audit_entry WHERE id = {_of(1)}", "1"),
    "deleted middle": (f"DELETE FROM audit_entry WHERE id = {_of(3)}", "3"),
    "deleted last": (f"DELETE FROM audit_entry WHERE id = {_of(5)}", "5"),
    "deleted with its seal": (
        f"DELETE FROM audit_entry WHERE id = {_of(3)};DELETE FROM audit_seal WHERE sequence = 3",
        "3",
    ),
    "deleted with its seal, the rest closing up": (
        f"DELETE FROM audit_entry WHERE id = {_of(3)};DELETE FROM audit_seal WHERE sequence = 3;"
        + ";".join((_renumber(4, 3), _renumber(5, 4), "UPDATE audit_head SET sequence = 4")),
        "3",
    ),
    "seal deleted": ("DELETE FROM audit_seal WHERE sequence = 2", "2"),
    "cut off the end": (
        f"DELETE FROM audit_entry WHERE id >= {_of(4)};DELETE FROM audit_seal WHERE sequence >= 4",
        "4",
    ),
    "everything deleted": ("DELETE FROM audit_entry;DELETE FROM audit_seal", "1"),
    "reordered": (";".join((_renumber(2, -2), _renumber(3, 2), _renumber(-2, 3))), "2"),
    "two entries change places": (
        "UPDATE audit_seal SET entry_id = entry_id + 1000 WHERE sequence IN (2, 3);"
        "UPDATE audit_seal SET entry_id = entry_id - 999 WHERE sequence = 2;"
        "UPDATE audit_seal SET entry_id = entry_id - 1001 WHERE sequence = 3",
        "2",
    ),
    "inserted between": (
        ";".join(
            (
                *(_renumber(number, number + 1) for number in (5, 4, 3)),
                INSERTED,
                "INSERT INTO audit_seal (sequence, entry_id, hash) SELECT 3, max(id), 'x' FROM audit_entry",
                "UPDATE audit_head SET sequence = 6",
            )
        ),
        "3",
    ),
    "added at the end": (
        f"{INSERTED};INSERT INTO audit_seal (sequence, entry_id, hash) SELECT 6, max(id), 'x' FROM audit_entry",
        "6",
    ),
    "head turned back": ("UPDATE audit_head SET sequence = 3", "4"),
    "head altered": ("UPDATE audit_head SET hash = 'x'", "5"),
}


@pytest.mark.parametrize(("statements", "named"), TAMPERING.values(), ids=TAMPERING.keys())
def test_the_first_entry_that_was_touched_is_named(
    record_some: Record, go_around: GoAround, statements: str, named: str
) -> None:
    record_some(5)
    seal()
    go_around(statements)
    with pytest.raises(CommandError, match=rf"\b{named}\b"):
        call_command("audit", "verify")


def test_an_entry_that_came_in_past_the_program_is_named(record_some: Record, go_around: GoAround) -> None:
    record_some(2)
    seal()
    go_around(INSERTED)
    fault = verify().fault
    assert fault is not None
    assert (fault.kind, fault.sequence) == (FaultKind.OUTSIDE, Entry.objects.latest("pk").pk)


def test_an_entry_that_was_taken_away_before_its_seal_is_named_and_the_others_are_sealed(
    record_some: Record, go_around: GoAround
) -> None:
    gone, *_ = record_some(3)
    go_around(f"DELETE FROM audit_entry WHERE id = {gone.pk}")
    assert seal() == 2
    assert seal() == 0
    fault = verify().fault
    assert fault is not None
    assert (fault.kind, fault.sequence) == (FaultKind.LOST_UNSEALED, gone.pk)


def test_missing_guards_are_named(record_some: Record) -> None:
    record_some(1)
    seal()
    guards.remove(connection)
    with pytest.raises(CommandError, match="audit_head_only_onward"):
        call_command("audit", "verify")
    guards.install(connection)


def test_an_erasure_is_an_act_and_emptying_without_one_is_named(
    user: User, record_some: Record, go_around: GoAround
) -> None:
    first, second, _ = record_some(3)
    erase(first, actor=user, reason="đơn")
    seal()
    go_around(f"UPDATE audit_entry SET details = '{{}}', salt = '' WHERE id = {second.pk}")
    fault = verify().fault
    assert fault is not None
    assert (fault.kind, fault.sequence) == (FaultKind.EMPTIED, 2)


def test_what_waits_is_told_and_is_no_fault(record_some: Record, capsys: pytest.CaptureFixture[str]) -> None:
    record_some(2)
    seal()
    record_some(3)
    call_command("audit", "verify")
    said = capsys.readouterr().out
    assert "2 mục" in said
    assert "3 mục đang chờ" in said


def test_a_long_chain_is_walked_in_chunks(record_some: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "CHUNK", 3)
    record_some(8)
    seal()
    assert (verify().entries, verify().fault) == (8, None)


def _rewrite(go_around: GoAround, since: int) -> None:
    """What somebody could do who knows how the chain is made: every entry from one on, and the head."""
    go_around(_alter("verb = 'read'", since))
    statements, last = [], Seal.objects.get(sequence=since - 1).hash
    for link in Seal.objects.filter(sequence__gte=since).order_by("sequence").select_related("entry"):
        last = link.entry.compute_hash(link.sequence, last)
        statements.append(f"UPDATE audit_seal SET hash = '{last}' WHERE sequence = {link.sequence}")
    go_around(";".join((*statements, f"UPDATE audit_head SET hash = '{last}'")))


def _note(days_ago: int) -> None:
    """Note the head as of some days ago."""
    heads.note_daily()
    path = heads.file()
    *before, last = heads.read([path])
    earlier = heads.NotedHead(last.at - timedelta(days=days_ago), last.sequence, last.hash)
    path.write_text("".join(f"{head}\n" for head in (*before, earlier)), encoding="ascii")


def test_a_chain_that_was_rewritten_with_its_head_disagrees_with_a_noted_head(
    record_some: Record, go_around: GoAround
) -> None:
    for days_ago in (3, 2, 1):
        record_some(2)
        seal()
        _note(days_ago)
    assert (verify(heads.read([heads.file()])).heads, verify().fault) == (3, None)
    _rewrite(go_around, 3)
    assert verify().fault is None  # within the database nothing shows
    with pytest.raises(CommandError, match=r"\b4\b"):  # what was noted at 2 agrees
        call_command("audit", "verify")


def test_a_chain_that_was_cut_short_with_its_head_disagrees_with_a_noted_head(
    record_some: Record, go_around: GoAround
) -> None:
    record_some(5)
    seal()
    heads.note_daily()
    hash_ = Seal.objects.get(sequence=3).hash
    go_around(
        f"DELETE FROM audit_entry WHERE id > {_of(3)};DELETE FROM audit_seal WHERE sequence > 3;"
        f"UPDATE audit_head SET sequence = 3, hash = '{hash_}'"
    )
    assert verify().fault is None
    with pytest.raises(CommandError, match=r"\b5\b"):
        call_command("audit", "verify")


def test_a_head_kept_elsewhere_is_compared_too(
    record_some: Record, go_around: GoAround, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record_some(3)
    seal()
    call_command("audit", "head")
    kept = tmp_path / "kept.txt"
    kept.write_text(capsys.readouterr().out, encoding="ascii")
    call_command("audit", "verify", "--head", str(kept))
    _rewrite(go_around, 2)
    call_command("audit", "verify")
    with pytest.raises(CommandError, match=r"\b3\b"):
        call_command("audit", "verify", "--head", str(kept))


def test_the_head_is_noted_once_a_day_behind_what_was_noted_before(record_some: Record) -> None:
    heads.note_daily()
    assert not heads.file().exists()  # there was nothing to note
    record_some(1)
    seal()
    _note(days_ago=1)
    record_some(1)
    seal()
    heads.note_daily()
    heads.note_daily()
    lines = heads.file().read_text(encoding="ascii").splitlines()
    assert [line.split()[1:] for line in lines] == [
        [str(link.sequence), link.hash] for link in Seal.objects.order_by("sequence")
    ]


@pytest.mark.parametrize("line", ["", "gì đó", "2026-11-22T07:00:00+07:00 1 x", "1 1 " + "0" * 64])
def test_a_file_that_holds_no_heads_is_named_with_its_line(
    record_some: Record, tmp_path: Path, line: str
) -> None:
    record_some(1)
    seal()
    kept = tmp_path / "kept.txt"
    kept.write_text(f"{heads.head()}\n{line}\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"kept\.txt"):
        call_command("audit", "verify", "--head", str(kept))


@pytest.mark.usefixtures("db")
def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.txt"):
        call_command("audit", "verify", "--head", str(tmp_path / "none.txt"))


@pytest.mark.usefixtures("db")
def test_an_empty_trail_is_whole(settings: Settings) -> None:
    assert (verify().entries, verify().fault, Head.objects.count()) == (0, None, 0)
