"""The audit trail holds what was done, and the database lets nobody take it back."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError

from donghanh.accounts.models import User
from donghanh.audit import guards
from donghanh.audit.models import Entry, EntryIsPermanent
from donghanh.audit.sealing import seal
from donghanh.audit.selectors import verify
from donghanh.audit.services import erase, record

Record = Callable[[int], list[Entry]]


def test_an_entry_says_who_did_what_to_which_thing_and_from_where(user: User, record_some: Record) -> None:
    record_some(1)
    stored = Entry.objects.get()
    assert (stored.actor_id, stored.verb) == (user.pk, "renamed")
    assert (stored.object_type, stored.object_id) == ("accounts.user", str(user.pk))
    assert stored.details == {"changes": {"full_name": ["Lan", "Lan 0"]}, "ip": "10.0.0.7"}
    assert stored.commitment == stored.compute_commitment()


def test_an_entry_says_in_which_unit_it_was_done(user: User) -> None:
    record("renamed", user, actor=user, unit=user)  # any row has a number
    assert Entry.objects.get().unit_id == user.pk


@pytest.mark.django_db(transaction=True)
def test_an_act_without_a_transaction_is_refused(user: User) -> None:
    with pytest.raises(TransactionManagementError):
        record("renamed", user, actor=user)


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_rolled_back_leaves_no_entry(user: User, record_some: Record) -> None:
    record_some(1)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("renamed", user, actor=user)
        raise ZeroDivisionError
    record_some(1)
    assert seal() == 2
    assert (verify().entries, verify().fault) == (2, None)


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
def test_code_can_neither_change_nor_delete_an_entry(
    record_some: Record, attempt: Callable[[Entry], None]
) -> None:
    (entry,) = record_some(1)
    with pytest.raises(EntryIsPermanent):
        attempt(entry)


STATEMENTS = [
    "DELETE FROM audit_entry",
    *(
        f"UPDATE audit_entry SET details = '{{}}', salt = '', {column} = {value}"
        for column, value in {
            "id": "id + 1000",
            "at": "'2020-01-01 00:00:00+00:00'",
            "actor_id": "NULL",
            "verb": "'read'",
            "object_type": "'x'",
            "object_id": "'x'",
            "unit_id": "7",
            "commitment": "'x'",
        }.items()
    ),
    "UPDATE audit_entry SET details = '{}'",
    "UPDATE audit_entry SET salt = ''",
    """UPDATE audit_entry SET details = '{"changes": {}}', salt = ''""",
    "DELETE FROM audit_seal",
    "UPDATE audit_seal SET hash = 'x'",
    "UPDATE audit_seal SET sequence = sequence + 1000",
    "DELETE FROM audit_head",
    "UPDATE audit_head SET sequence = 1",
    "UPDATE audit_head SET hash = 'x'",
]
ONLY_SQLITE = [
    "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry",
    "INSERT OR REPLACE INTO audit_seal SELECT sequence, 'x', entry_id FROM audit_seal",
    "INSERT OR REPLACE INTO audit_head VALUES (1, 1, 'x')",
]
ONLY_POSTGRESQL = ["TRUNCATE audit_entry", "TRUNCATE audit_seal", "TRUNCATE audit_head"]


@pytest.mark.parametrize("statement", STATEMENTS + ONLY_SQLITE + ONLY_POSTGRESQL)
def test_the_database_refuses_what_code_went_around(record_some: Record, statement: str) -> None:
    if statement in (ONLY_POSTGRESQL if connection.vendor == "sqlite" else ONLY_SQLITE):
        pytest.skip(f"not a statement of {connection.vendor}")
    record_some(3)
    seal()
    connection.check_constraints()  # or PostgreSQL refuses to truncate for a reason of its own
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert verify().fault is None


@pytest.mark.usefixtures("db")
def test_every_column_of_an_entry_is_guarded_but_those_that_are_erased() -> None:
    columns = {field.column for field in Entry._meta.concrete_fields}
    assert columns - set(guards.KEPT) == {"details", "salt"}


@pytest.mark.usefixtures("db")
def test_the_migrations_leave_every_guard_standing() -> None:
    assert guards.missing(connection) == []


def test_personal_data_can_be_erased_from_an_entry_and_the_chain_still_verifies(
    user: User, record_some: Record
) -> None:
    entry, *_ = record_some(3)
    seal()
    erase(entry, actor=user, reason="đơn ngày 20/11/2026", ip="10.0.0.8")
    seal()
    stored = Entry.objects.get(pk=entry.pk)
    assert (stored.details, stored.salt, stored.commitment) == ({}, "", entry.commitment)
    act = Entry.objects.latest("pk")
    assert (act.verb, act.object_type, act.object_id) == ("erased", "audit.entry", str(entry.pk))
    assert act.details["changes"] == {"reason": "đơn ngày 20/11/2026"}
    assert (verify().entries, verify().erased, verify().fault) == (4, 1, None)


def test_what_waits_for_its_seal_can_be_erased_too(user: User, record_some: Record) -> None:
    (entry,) = record_some(1)
    erase(entry, actor=user, reason="đơn")
    seal()
    assert (verify().entries, verify().erased, verify().fault) == (2, 1, None)


def test_an_entry_is_erased_once_and_an_erasure_never(user: User, record_some: Record) -> None:
    (entry,) = record_some(1)
    erase(entry, actor=user, reason="đơn")
    erase(entry, actor=user, reason="đơn")
    assert Entry.objects.count() == 2
    with pytest.raises(EntryIsPermanent):
        erase(Entry.objects.latest("pk"), actor=user, reason="đơn")
