"""What the database itself refuses: changing or deleting entries and seals, and turning the head back.

Of an entry nothing changes but that its details and salt are emptied together. Django builds an altered table
anew on SQLite, and its triggers go with the old one: the last migration of this room, and only that one, installs
the guards, and one that alters a table begins by removing them (a test looks).
"""

from django.db.backends.base.base import BaseDatabaseWrapper

ENTRY, SEAL, HEAD = TABLES = ("audit_entry", "audit_seal", "audit_head")

KEPT = ("id", "at", "actor_id", "verb", "object_type", "object_id", "unit_id", "commitment")
"""The columns of an entry that stay when it is erased."""


def _other_than_erasing(is_same: str) -> str:
    same = " AND ".join(f"NEW.{column} {is_same} OLD.{column}" for column in KEPT)
    return f"NOT (NEW.details = '{{}}' AND NEW.salt = '' AND {same})"


_SQLITE = {
    "audit_entry_only_erased": f"BEFORE UPDATE ON {ENTRY} WHEN {_other_than_erasing('IS')}",
    "audit_entry_no_delete": f"BEFORE DELETE ON {ENTRY}",
    # INSERT OR REPLACE deletes without calling the trigger above.
    "audit_entry_no_replace": f"BEFORE INSERT ON {ENTRY} WHEN EXISTS "
    f"(SELECT 1 FROM {ENTRY} WHERE id = NEW.id)",
    "audit_seal_no_update": f"BEFORE UPDATE ON {SEAL}",
    "audit_seal_no_delete": f"BEFORE DELETE ON {SEAL}",
    "audit_seal_no_replace": f"BEFORE INSERT ON {SEAL} WHEN EXISTS "
    f"(SELECT 1 FROM {SEAL} WHERE sequence = NEW.sequence OR entry_id = NEW.entry_id)",
    "audit_head_no_delete": f"BEFORE DELETE ON {HEAD}",
    "audit_head_only_onward": f"BEFORE UPDATE ON {HEAD} WHEN NEW.sequence <= OLD.sequence",
    "audit_head_no_replace": f"BEFORE INSERT ON {HEAD} WHEN NEW.sequence <> 0",
}

_POSTGRESQL = {
    "audit_entry_only_erased": f"BEFORE UPDATE ON {ENTRY} FOR EACH ROW "
    f"WHEN ({_other_than_erasing('IS NOT DISTINCT FROM')})",
    "audit_entry_no_delete": f"BEFORE DELETE ON {ENTRY} FOR EACH ROW",
    "audit_entry_no_truncate": f"BEFORE TRUNCATE ON {ENTRY} FOR EACH STATEMENT",
    "audit_seal_no_change": f"BEFORE UPDATE OR DELETE ON {SEAL} FOR EACH ROW",
    "audit_seal_no_truncate": f"BEFORE TRUNCATE ON {SEAL} FOR EACH STATEMENT",
    "audit_head_no_delete": f"BEFORE DELETE ON {HEAD} FOR EACH ROW",
    "audit_head_no_truncate": f"BEFORE TRUNCATE ON {HEAD} FOR EACH STATEMENT",
    "audit_head_only_onward": f"BEFORE UPDATE ON {HEAD} FOR EACH ROW WHEN (NEW.sequence <= OLD.sequence)",
}

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every guard in place, whether or not it stood there before."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name, event in _SQLITE.items():
                cursor.execute(
                    f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, 'append-only: {name}'); END"
                )
        else:
            cursor.execute(_POSTGRESQL_FUNCTION)
            for name, event in _POSTGRESQL.items():
                cursor.execute(f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION audit_refuse()")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the guards away, former ones too: only to migrate, and to empty a test's database."""
    with connection.cursor() as cursor:
        for name, table, _ in _standing(connection):
            on_table = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER {name}{on_table}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that should stand and do not."""
    wanted = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    return sorted(set(wanted) - {name for name, _, is_on in _standing(connection) if is_on})


def _standing(connection: BaseDatabaseWrapper) -> list[tuple[str, str, bool]]:
    """The triggers on the tables of this room: name, table, whether the database minds it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, tbl_name, TRUE FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgname, relname, tgenabled <> 'D' FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
                "WHERE NOT tgisinternal AND pg_table_is_visible(pg_class.oid)"
            )
        return [row for row in cursor.fetchall() if row[1] in TABLES]
