"""A reorganisation taken back: every row is as it was before, while nothing new hangs on what it did.

A row that the reorganisation began never held once it is undone, so it is taken away; what it was stays in the journal.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Exists, F, ManyToOneRel, Model, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.audit.services import Actor, record
from donghanh.organisations import tree
from donghanh.organisations.errors import UnitError
from donghanh.organisations.journal import DERIVED, Values, chunks, values_of
from donghanh.organisations.models import OrgUnit, Position, Reorganisation, RowChange
from donghanh.organisations.placing import hold_tree
from donghanh.organisations.words import searched

_MOST_NAMED = 10


class NoSuchReorganisationError(UnitError):
    """There is no reorganisation of a number, or it was undone."""

    def __init__(self, number: int) -> None:
        super().__init__(
            gettext("There is no reorganisation %(number)d that could be undone. Look at their list.")
            % {"number": number}
        )


class SomethingHangsOnItError(UnitError):
    """What a reorganisation did was changed or built upon since."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        told = ", ".join(self.names[:_MOST_NAMED])
        if len(self.names) > _MOST_NAMED:
            told += ", …"
        super().__init__(
            gettext(
                "It cannot be undone, since something hangs on it by now: %(names)s. Undo what came later first, "
                "or order what should be from now on."
            )
            % {"names": told}
        )


def undo(actor: Actor, number: int, *, ip: str | None = None) -> Reorganisation:
    """Take a reorganisation back in one transaction; the caller has asked whether the actor may.

    Raises: NoSuchReorganisationError, SomethingHangsOnItError.
    """
    with transaction.atomic():
        hold_tree()
        made = Reorganisation.objects.select_for_update().filter(pk=number, undone_at=None).first()
        if made is None:
            raise NoSuchReorganisationError(number)
        by_model: dict[type[Model], list[RowChange]] = defaultdict(list)
        for change in made.row_changes.order_by("pk").iterator(chunk_size=2000):
            by_model[apps.get_model(change.table)].append(change)
        if hanging := [*_changed_since(by_model), *_hanging_on(by_model)]:
            raise SomethingHangsOnItError(hanging)
        concerned = _restore(by_model)
        if lost := [position.unit.name for position in misplaced(concerned)]:
            raise SomethingHangsOnItError(lost)
        made.undone_at, made.undone_by_id = timezone.now(), getattr(actor, "pk", None)
        made.save(update_fields=["undone_at", "undone_by"])
        changes = {"day": str(made.day)}
        record("reorganisation_undone", made, actor=actor, changes=changes, ip=ip, unit=made.unit)
    return made


def misplaced(units: Iterable[int]) -> Iterator[Position]:
    """Positions of some units, or right below them, that are not those of their superior with a step more."""
    above = Position.objects.filter(
        unit=OuterRef("superior"),
        line=OuterRef("line"),
        since__lte=OuterRef("since"),
        until__gte=OuterRef("until"),
        path=Left(OuterRef("path"), Length(OuterRef("path")) - tree.STEP),
    )
    below_one = Position.objects.filter(superior__isnull=False).exclude(Exists(above))
    ended = Q(until__gt=F("unit__until")) | Q(since__lt=F("unit__since"))
    for chunk in chunks(sorted(units)):
        yield from below_one.filter(Q(unit__in=chunk) | Q(superior__in=chunk)).select_related("unit")
        yield from Position.objects.filter(ended, unit__in=chunk).select_related("unit")


Changes = dict[type[Model], list[RowChange]]


def _changed_since(by_model: Changes) -> Iterator[str]:
    """The names of rows that are not as the reorganisation left them; all are locked, so that nobody changes one between
    being compared and being given back: units before what hangs on them, as everybody locks them."""
    for model in sorted(by_model, key=lambda model: (model is not OrgUnit, model._meta.label)):
        kept = [change for change in by_model[model] if change.after is not None]
        for chunk in chunks(sorted(kept, key=lambda change: change.row)):
            locked = model._default_manager.select_for_update().order_by("pk")
            rows = {row.pk: row for row in locked.filter(pk__in=[change.row for change in chunk])}
            for change in chunk:
                row = rows.get(change.row)
                if row is None:
                    yield f"{model._meta.verbose_name} {change.row}"
                elif _is_changed(row, change.after or {}):
                    yield _name(row)


def _hanging_on(by_model: Changes) -> Iterator[str]:
    """The names of what refers to rows that the reorganisation began, and was not made by it."""
    for model, changes in by_model.items():
        begun = [change.row for change in changes if change.before is None]
        # Those, too, that have no name of their own at the other end.
        for relation in model._meta.get_fields(include_hidden=True):
            if not isinstance(relation, ManyToOneRel):
                continue
            other = relation.related_model
            own = {change.row for change in by_model.get(other, [])}
            for chunk in chunks(begun):
                for row in other._default_manager.filter(**{f"{relation.field.name}__in": chunk}):
                    if row.pk not in own:
                        yield _name(row)


def _restore(by_model: Changes) -> set[int]:
    """Give every row back what it was; the units whose positions were concerned."""
    renamed = _otherwise_searched(by_model.get(OrgUnit, []))
    for model, changes in by_model.items():
        _take_away(model, changes)
    for model, changes in by_model.items():
        _give_back(model, changes)
    concerned = {
        (change.before or {}).get("unit_id") or (change.after or {}).get("unit_id")
        for change in by_model.get(Position, [])
    }
    for unit in OrgUnit.objects.filter(pk__in=renamed):
        unit.searched = searched((unit.name, *unit.names.values_list("name", flat=True)))
        unit.save(update_fields=["searched"])
    positions = [change.row for change in by_model.get(Position, [])]
    for chunk in chunks(positions):
        concerned.update(Position.objects.filter(pk__in=chunk).values_list("unit", flat=True))
    return {unit for unit in concerned if unit is not None}


def _otherwise_searched(changes: Sequence[RowChange]) -> list[int]:
    """Units of which other names were noted since."""
    kept = {c.row: c.after["searched"] for c in changes if c.before and c.after and "searched" in c.after}
    now = (
        pair
        for chunk in chunks(list(kept))
        for pair in OrgUnit.objects.filter(pk__in=chunk).values_list("pk", "searched")
    )
    return [pk for pk, words in now if words != kept[pk]]


def _take_away(model: type[Model], changes: Sequence[RowChange]) -> None:
    for chunk in chunks([change.row for change in changes if change.before is None]):
        # Nothing else refers to them, and the database looks at what refers to what when the transaction ends.
        rows = model._default_manager.filter(pk__in=chunk)
        rows._raw_delete(rows.db)


def _give_back(model: type[Model], changes: Sequence[RowChange]) -> None:
    fields = {field.attname: field for field in model._meta.concrete_fields}

    def read(kept: Values) -> Values:
        return {name: fields[name].to_python(value) for name, value in kept.items()}

    alike: dict[str, list[RowChange]] = defaultdict(list)
    for change in changes:
        if change.before is not None and change.after is not None:
            alike[json.dumps(change.before, sort_keys=True)].append(change)
    for of_one in alike.values():
        for chunk in chunks(of_one):
            rows = model._default_manager.filter(pk__in=[change.row for change in chunk])
            rows.update(**read(chunk[0].before or {}))
    taken = [change for change in changes if change.before is not None and change.after is None]
    model._default_manager.bulk_create(
        [model(pk=change.row, **read(change.before or {})) for change in taken], batch_size=2000
    )


def _is_changed(row: Model, after: Values) -> bool:
    now = json.loads(json.dumps(values_of(row), cls=DjangoJSONEncoder))
    return any(now[name] != value for name, value in after.items() if name not in DERIVED)


def _name(row: Model) -> str:
    return str(getattr(row, "unit", row))
