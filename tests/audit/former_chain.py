"""Run by test_former_chain.py on an empty database: a chain as it was kept before there were seals, then migrated.

Prints what the verification says before and after further entries, and the numbers of all entries.
"""

import hashlib
import json
from datetime import UTC, datetime

import django
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

FORMER = [("audit", "0002_guards"), ("accounts", "0001_users")]
AT = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
SQLITE_GUARD = (
    "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
)
POSTGRESQL_GUARD = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'x'; END $$;
CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_refuse()
"""


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def build(count: int) -> None:
    """The tables of that time, so many entries as they were hashed then, and a guard of then."""
    executor = MigrationExecutor(connection)
    executor.migrate(FORMER)
    apps = executor.loader.project_state(FORMER).apps
    user = apps.get_model("accounts", "User").objects.create(username="lan", full_name="Nguyễn Thị Lan")
    previous = "0" * 64
    for number in range(1, count + 1):
        details = {"changes": {"full_name": ["Lan", f"Lân {number}"]}, "ip": "10.0.0.7"}
        salt = f"{number:032x}"
        commitment = hashlib.sha256(salt.encode() + canonical(details)).hexdigest()
        about = ("renamed", "accounts.user", str(user.pk))
        at = AT.isoformat(timespec="microseconds")
        own = hashlib.sha256(canonical([number, at, user.pk, *about, commitment, previous])).hexdigest()
        apps.get_model("audit", "Entry").objects.create(
            sequence=number,
            at=AT,
            actor=user,
            verb=about[0],
            object_type=about[1],
            object_id=about[2],
            details=details,
            salt=salt,
            commitment=commitment,
            previous_hash=previous,
            hash=own,
        )
        previous = own
    apps.get_model("audit", "Head").objects.create(sequence=count, hash=previous)
    with connection.cursor() as cursor:
        cursor.execute(SQLITE_GUARD if connection.vendor == "sqlite" else POSTGRESQL_GUARD)
    print(previous)


def go_on() -> None:
    """Migrate, look at the chain, and add to it."""
    call_command("migrate", verbosity=0)
    from donghanh.accounts.models import User
    from donghanh.audit.models import Entry
    from donghanh.audit.sealing import seal
    from donghanh.audit.selectors import verify
    from donghanh.audit.services import erase, record

    def say() -> None:
        found = verify()
        print(found.entries, found.head, found.erased, found.fault)

    say()
    user = User.objects.get()
    with transaction.atomic():
        record("renamed", user, actor=user)
        erase(Entry.objects.earliest("pk"), actor=user, reason="đơn")
    seal()
    say()
    print(*Entry.objects.values_list("pk", flat=True))


django.setup()
build(5)
go_on()
