"""What a reorganisation does to rows, kept so that it can be taken back to the letter.

Whatever reorganises writes through a `Journal`; `undoing.py` reads it backwards.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from donghanh.organisations.models import Reorganisation, RowChange

T = TypeVar("T")
Values = dict[str, Any]
_AT_ONCE = 500
"""As many rows as every database takes in one question."""
DERIVED = frozenset({"searched"})
"""Columns that follow from others: where they changed alone, nothing new hangs on the row."""


@dataclass(slots=True)
class Note:
    """before: the former values of what was changed, all of them for a row taken away, None for one begun.
    after: the values since; None for a row taken away."""

    before: Values | None
    after: Values | None


class Journal:
    """The changes of one reorganisation, each row once, however often it was written."""

    def __init__(self) -> None:
        self._notes: dict[tuple[type[Model], int], Note] = {}

    def begin(self, rows: Sequence[Model]) -> None:
        """Save new rows."""
        for model in dict.fromkeys(type(row) for row in rows):
            of_model = [row for row in rows if type(row) is model]
            model._default_manager.bulk_create(of_model, batch_size=2000)
            for row in of_model:
                self._notes[model, row.pk] = Note(None, values_of(row))

    def change(self, rows: Sequence[Model], **values: Any) -> None:
        """Give rows of one model the same values in some columns."""
        for row in rows:
            self._set(row, values)
        for chunk in chunks(rows):
            model = type(chunk[0])
            model._default_manager.filter(pk__in=[row.pk for row in chunk]).update(**values)

    def change_each(self, changes: Sequence[tuple[Model, Values]]) -> None:
        """Give rows of one model values of their own, all in the same columns."""
        for row, values in changes:
            self._set(row, values)
        for chunk in chunks(changes):
            (first, values), rows = chunk[0], [row for row, _ in chunk]
            type(first)._default_manager.bulk_update(rows, list(values))

    def _set(self, row: Model, values: Values) -> None:
        former = values_of(row)
        for name, value in values.items():
            setattr(row, name, value)
        now = values_of(row)
        changed = {name for name in former if former[name] != now[name]}
        note = self._notes.setdefault((type(row), row.pk), Note({}, {}))
        if note.before is not None:
            note.before = {name: former[name] for name in changed} | note.before
        note.after = (note.after or {}) | {name: now[name] for name in changed}

    def remove(self, rows: Sequence[Model]) -> None:
        """Take rows away that never held: they began on the day on which they would end."""
        for row in rows:
            note = self._notes.setdefault((type(row), row.pk), Note({}, None))
            if note.before is None:
                del self._notes[type(row), row.pk]
            else:
                note.before, note.after = values_of(row) | note.before, None
        for chunk in chunks(rows):
            model = type(chunk[0])
            model._default_manager.filter(pk__in=[row.pk for row in chunk]).delete()

    @property
    def is_empty(self) -> bool:
        return not self._notes

    def begun(self, model: type[Model]) -> list[Values]:
        """The rows of a model that were begun, as values."""
        return [
            note.after
            for (of, _), note in self._notes.items()
            if of is model and note.before is None and note.after is not None
        ]

    def notes(self, model: type[Model]) -> dict[int, Note]:
        """What was done to the rows of a model, by their numbers."""
        return {pk: note for (of, pk), note in self._notes.items() if of is model}

    def token(self, told: object) -> str:
        """Tells whether the same would be told, of rows that are still as they were; told: as JSON."""
        former = [
            [model._meta.label_lower, pk, note.before]
            for (model, pk), note in self._notes.items()
            if note.before is not None
        ]
        former.sort(key=lambda each: (each[0], each[1]))
        state = json.dumps([former, told], cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(state.encode()).hexdigest()

    def keep(self, reorganisation: Reorganisation) -> None:
        """Store a reorganisation with what it did to which rows."""
        reorganisation.save()
        RowChange.objects.bulk_create(
            (
                RowChange(
                    reorganisation=reorganisation,
                    table=model._meta.label_lower,
                    row=pk,
                    before=note.before,
                    after=note.after,
                )
                for (model, pk), note in self._notes.items()
            ),
            batch_size=2000,
        )


def values_of(row: Model) -> Values:
    """The columns of a row but its number."""
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }


def chunks(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many at a time as a database takes in one question."""
    for at in range(0, len(rows), _AT_ONCE):
        yield rows[at : at + _AT_ONCE]
