"""What the database itself refuses: changing or deleting entries, and turning the head back.

Django builds an altered table anew on SQLite, and its triggers go with the old one: a migration
that alters a table of this room ends by installing the guards again (a test looks).
"""

from django.db.backends.base.base import BaseDatabaseWrapper

ENTRY_TABLE = "audit_entry"
HEAD_TABLE = "audit_head"

_SQLITE = {
    "audit_entry_no_update": f"BEFORE UPDATE ON {ENTRY_TABLE}",
    "audit_entry_no_delete": f"BEFORE DELETE ON {ENTRY_TABLE}",
    # INSERT OR REPLACE deletes without calling the trigger above.
    "audit_entry_no_replace": f"BEFORE INSERT ON {ENTRY_TABLE} WHEN EXISTS "
    f"(SELECT 1 FROM {ENTRY_TABLE} WHERE sequence = NEW.sequence OR hash = NEW.hash)",
    "audit_head_no_delete": f"BEFORE DELETE ON {HEAD_TABLE}",
    "audit_head_only_onward": f"BEFORE UPDATE ON {HEAD_TABLE} WHEN NEW.sequence <> OLD.sequence + 1",
    "audit_head_no_replace": f"BEFORE INSERT ON {HEAD_TABLE} WHEN NEW.sequence <> 0",
}

_POSTGRESQL = {
    "audit_entry_no_change": f"BEFORE UPDATE OR DELETE ON {ENTRY_TABLE} FOR EACH ROW",
    "audit_entry_no_truncate": f"BEFORE TRUNCATE ON {ENTRY_TABLE} FOR EACH STATEMENT",
    "audit_head_no_delete": f"BEFORE DELETE ON {HEAD_TABLE} FOR EACH ROW",
    "audit_head_no_truncate": f"BEFORE TRUNCATE ON {HEAD_TABLE} FOR EACH STATEMENT",
    "audit_head_only_onward": f"BEFORE UPDATE ON {HEAD_TABLE} FOR EACH ROW "
    "WHEN (NEW.sequence <> OLD.sequence + 1)",
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
    """Take the guards away: only to unmake the migration, and to empty a test's database."""
    with connection.cursor() as cursor:
        for name in names(connection):
            table = "" if connection.vendor == "sqlite" else f" ON {_table(name)}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{table}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that should stand and do not."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        present = {row[0] for row in cursor.fetchall()}
    return sorted(set(names(connection)) - present)


def names(connection: BaseDatabaseWrapper) -> list[str]:
    return list(_SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)


def _table(name: str) -> str:
    return ENTRY_TABLE if name.startswith(ENTRY_TABLE) else HEAD_TABLE
