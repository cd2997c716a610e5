"""The index over the words of units, kept by the database itself: nobody who writes a unit has to think of it.

On SQLite it is an FTS5 table that triggers keep true to `OrgUnit.searched`, on PostgreSQL a GIN index over the same
column. Words are compared as they stand there, so both answer alike; docs/adr/0023 has the costs.
"""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import BooleanField, F, Func, Value

from donghanh.organisations.words import key

TABLE = "organisations_search"
_UNITS = "organisations_orgunit"
# What the index of PostgreSQL is over, around the column.
_BEFORE, _BEHIND = "array_to_tsvector(array_remove(string_to_array(", ", ' '), ''))"


def beginning(words: Sequence[str]) -> Func:
    """The condition that every word begins one of a unit's."""
    if connection.vendor == "sqlite":
        return _matching(" AND ".join(f'"{word}" *' for word in words))
    return _matching(" & ".join(f"'{word}':*" for word in words))


def called(names: Iterable[str]) -> Func:
    """The condition that a unit bears one of the names, now or once, in whatever spelling."""
    keys = list(dict.fromkeys(map(key, names)))
    if connection.vendor == "sqlite":
        return _matching(" OR ".join(f'"{each}"' for each in keys))
    return _matching(" | ".join(f"'{each}'" for each in keys))


def _matching(query: str) -> Func:
    if connection.vendor == "sqlite":
        joined = f" IN (SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH "
        return Func(
            F("pk"), Value(query), arg_joiner=joined, template="%(expressions)s)", output_field=BooleanField()
        )
    # On the row itself: behind "id IN", PostgreSQL compared all units with all.
    template = f"{_BEFORE}%(expressions)s::tsquery"
    return Func(
        F("searched"),
        Value(query),
        arg_joiner=f"{_BEHIND} @@ ",
        template=template,
        output_field=BooleanField(),
    )


def statements(vendor: str) -> Sequence[str]:
    """What makes the index over the units that are there, for the migration.

    A migration that makes SQLite write the table of units anew drops its triggers, and has to run these again.
    """
    if vendor != "sqlite":
        return [f"CREATE INDEX {TABLE} ON {_UNITS} USING gin ({_BEFORE}searched{_BEHIND})"]
    # Beginnings of up to three letters have an index of their own: "h" is that of 90,000 words.
    options = f"content='{_UNITS}', content_rowid='id', detail=none, columnsize=0, prefix='1 2 3'"
    into = f"INSERT INTO {TABLE}({TABLE}, rowid, searched) VALUES ('delete', old.id, old.searched)"
    add = f"INSERT INTO {TABLE}(rowid, searched) VALUES (new.id, new.searched)"
    return [
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5(searched, {options}, tokenize=\"ascii tokenchars '=_'\")",
        f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')",
        f"CREATE TRIGGER {TABLE}_added AFTER INSERT ON {_UNITS} BEGIN {add}; END",
        f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE OF searched ON {_UNITS} BEGIN {into}; {add}; END",
        f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON {_UNITS} BEGIN {into}; END",
    ]


def dropping(vendor: str) -> Sequence[str]:
    """What takes the index away."""
    if vendor != "sqlite":
        return [f"DROP INDEX {TABLE}"]
    triggers = [f"DROP TRIGGER {TABLE}_{when}" for when in ("added", "changed", "gone")]
    return [*triggers, f"DROP TABLE {TABLE}"]
