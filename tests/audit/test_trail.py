"""The audit trail holds what was done, in one order, and says where somebody touched it."""

import threading
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError

from donghanh.accounts.models import User
from donghanh.audit import guards
from donghanh.audit.models import Entry, EntryIsPermanent, Head
from donghanh.audit.selectors import verify
from donghanh.audit.services import record


def record_some(user: User, count: int) -> list[Entry]:
    with transaction.atomic():
        return [
            record("renamed", user, actor=user, changes={"full_name": ["Lan", f"Lan {n}"]}, ip="10.0.0.7")
            for n in range(count)
        ]


def test_an_entry_says_who_did_what_to_which_thing_and_from_where(user: User) -> None:
    (entry,) = record_some(user, 1)
    stored = Entry.objects.get()
    assert (stored.actor_id, stored.verb) == (user.pk, "renamed")
    assert (stored.object_type, stored.object_id) == ("accounts.user", str(user.pk))
    assert stored.details == {"changes": {"full_name": ["Lan", "Lan 0"]}, "ip": "10.0.0.7"}
    assert stored.hash == entry.hash


def test_each_entry_carries_the_hash_of_the_one_before(user: User) -> None:
    entries = record_some(user, 3)
    assert [entry.sequence for entry in entries] == [1, 2, 3]
    assert [entry.previous_hash for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
    assert verify().fault is None


@pytest.mark.django_db(transaction=True)
def test_an_act_without_a_transaction_is_refused(user: User) -> None:
    with pytest.raises(TransactionManagementError):
        record("renamed", user, actor=user)


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_rolled_back_leaves_no_entry(user: User) -> None:
    record_some(user, 1)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("renamed", user, actor=user)
        raise ZeroDivisionError
    record_some(user, 1)
    assert list(Entry.objects.values_list("sequence", flat=True)) == [1, 2]
    assert verify().fault is None


@pytest.mark.parametrize(
    "attempt",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.update(verb="read"),
        lambda entry: Entry.objects.all().delete(),
        lambda entry: Entry.objects.bulk_update([entry], ["verb"]),
    ],
)
def test_code_can_neither_change_nor_delete_an_entry(user: User, attempt: Callable[[Entry], None]) -> None:
    (entry,) = record_some(user, 1)
    with pytest.raises(EntryIsPermanent):
        attempt(entry)


STATEMENTS = [
    "UPDATE audit_entry SET verb = 'read'",
    "DELETE FROM audit_entry",
    "DELETE FROM audit_head",
    "UPDATE audit_head SET sequence = 1",
    "UPDATE audit_head SET hash = 'x'",
]
ONLY_SQLITE = [
    "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE sequence = 1",
    "INSERT OR REPLACE INTO audit_head VALUES (1, 1, 'x')",
]
ONLY_POSTGRESQL = ["TRUNCATE audit_entry", "TRUNCATE audit_head"]


@pytest.mark.parametrize("statement", STATEMENTS + ONLY_SQLITE + ONLY_POSTGRESQL)
def test_the_database_refuses_what_code_went_around(user: User, statement: str) -> None:
    if statement in (ONLY_POSTGRESQL if connection.vendor == "sqlite" else ONLY_SQLITE):
        pytest.skip(f"not a statement of {connection.vendor}")
    record_some(user, 3)
    connection.check_constraints()  # or PostgreSQL refuses to truncate for a reason of its own
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert verify().fault is None


TAMPERING = {
    "altered verb": ("UPDATE audit_entry SET verb = 'read' WHERE sequence = 3", "3"),
    "altered actor": ("UPDATE audit_entry SET actor_id = NULL WHERE sequence = 2", "2"),
    "altered time": ("UPDATE audit_entry SET at = '2020-01-01 00:00:00+00:00' WHERE sequence = 4", "4"),
    "altered details": ("UPDATE audit_entry SET details = '{}' WHERE sequence = 1", "1"),
    "altered hash": ("UPDATE audit_entry SET hash = 'x' WHERE sequence = 4", "4"),
    "deleted first": ("DELETE FROM audit_entry WHERE sequence = 1", "1"),
    "deleted middle": ("DELETE FROM audit_entry WHERE sequence = 3", "3"),
    "truncated": ("DELETE FROM audit_entry WHERE sequence >= 4", "4"),
    "emptied": ("DELETE FROM audit_entry", "1"),
    "reordered": (
        "UPDATE audit_entry SET sequence = -2 WHERE sequence = 2;"
        "UPDATE audit_entry SET sequence = 2 WHERE sequence = 3;"
        "UPDATE audit_entry SET sequence = 3 WHERE sequence = -2",
        "2",
    ),
    "head turned back": ("UPDATE audit_head SET sequence = 3", "4"),
    "head altered": ("UPDATE audit_head SET hash = 'x'", "5"),
}


@pytest.mark.parametrize(("statements", "named"), TAMPERING.values(), ids=TAMPERING.keys())
def test_whoever_goes_around_the_guards_is_found_out_at_the_first_entry_touched(
    user: User, statements: str, named: str
) -> None:
    record_some(user, 5)
    guards.remove(connection)
    with connection.cursor() as cursor:
        for statement in statements.split(";"):
            cursor.execute(statement)
    guards.install(connection)
    with pytest.raises(CommandError, match=rf"\b{named}\b"):
        call_command("verify_audit")


def test_missing_guards_are_named(user: User) -> None:
    record_some(user, 1)
    guards.remove(connection)
    with pytest.raises(CommandError, match="audit_head_only_onward"):
        call_command("verify_audit")
    guards.install(connection)


@pytest.mark.usefixtures("db")
def test_the_migrations_leave_every_guard_standing() -> None:
    assert guards.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_unbroken_chain(user: User) -> None:
    writers, each = 6, 15
    start = threading.Barrier(writers)
    failures: list[BaseException] = []

    def write() -> None:
        start.wait()
        try:
            for _ in range(each):
                with transaction.atomic():
                    record("renamed", user, actor=user)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Head.objects.get().sequence == writers * each
    assert (verify().entries, verify().fault) == (writers * each, None)
