"""The parts of a plan that are written by hand: which values each has, and with which controls they are typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from donghanh.documents import words
from donghanh.documents.review.fields import (
    DateField,
    DueField,
    LineField,
    ListField,
    NumberField,
    WordsField,
)
from donghanh.documents.review.forms import COMPARED
from donghanh.plans.merging import Value, Values
from donghanh.plans.models import Assignment, Basis, Duty, Item, PlanPart, Target

LEADS, HELPS = "leads", "helps"
ROLES = {LEADS: Assignment.Role.LEAD, HELPS: Assignment.Role.PARTNER}
PARTIES = frozenset({"sender", "receiver"})
"""Values that are the words of a party."""
_DATES = frozenset({"starts", "ends", "issued_on"})
_CHOICES: Mapping[str, Mapping[str, str | Promise]] = {
    "role": words.ROLES,
    "comparator": COMPARED,
    "cycle": words.CYCLES,
}
_UNSAID = {"role": "other", "comparator": "=", "cycle": "unspecified"}
"""What stands for a choice that nobody made."""
_LONGEST_NAME = 500
_MOST = Decimal(10) ** 15
_WAS = "was_"


class PartForm(forms.Form):
    """A form that carries, hidden, the values that it was filled in on. now: what stands there."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, now: Values | None = None) -> None:
        super().__init__(data, initial=dict(now or {}))
        self._shows_now = data is None

    @property
    def typed(self) -> Values:
        return {name: _plain(self.cleaned_data[name]) for name in self.fields}

    @property
    def was(self) -> Values:
        """On what it was filled in; what cannot be read of it counts as blank."""
        return {name: self._was(name, field) for name, field in self.fields.items()}

    def _was(self, name: str, field: forms.Field) -> Value:
        try:
            return _plain(field.to_python(self.data.get(f"{_WAS}{name}", "")))
        except ValidationError:
            return None

    def show_now(self, now: Values) -> None:
        """Go on from what stands there now: whoever saves again has seen it."""
        self.initial, self._shows_now = dict(now), True

    @property
    def remembered(self) -> Iterator[tuple[str, str]]:
        """The hidden values, by the names under which they are sent."""
        for name, field in self.fields.items():
            key = f"{_WAS}{name}"
            shown = field.prepare_value(self.initial.get(name)) if self._shows_now else self.data.get(key)
            yield key, "" if shown is None else str(shown)


def _plain(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(value)
    return None if value == "" else value


def _line(label: str | Promise, most: int, **more: Any) -> LineField:
    return LineField(label=label, max_length=most, **more)


def _choices(name: str) -> list[tuple[str, str | Promise]]:
    return list(_CHOICES[name].items())


class _NamesField(ListField):
    """Units as the plan names them, one on a line."""

    def to_python(self, value: Any) -> Any:
        names = super().to_python(value) or []
        if any(len(name) > _LONGEST_NAME for name in names):
            raise ValidationError(gettext_lazy("A name is longer than 500 characters."))
        return list(dict.fromkeys(names))


class _QuantityField(NumberField):
    def to_python(self, value: Any) -> Any:
        number = super().to_python(value)
        if number is not None and not abs(number) < _MOST:
            raise ValidationError(gettext_lazy("This number is past all sense."))
        return number


class HeadingForm(PartForm):
    text = WordsField(label=gettext_lazy("Words"), required=True)
    label = _line(gettext_lazy("Number of the line"), 40)
    role = forms.ChoiceField(
        label=gettext_lazy("What the section is about"), choices=list(words.ROLES.items())
    )


class WorkForm(PartForm):
    text = WordsField(label=gettext_lazy("Words"), required=True)
    label = _line(gettext_lazy("Number of the line"), 40)
    leads = _NamesField(label=gettext_lazy("Who leads"))
    helps = _NamesField(label=gettext_lazy("Who helps"))
    period = _line(gettext_lazy("When, in words"), 300)
    starts = DateField(label=gettext_lazy("From the day"))
    ends = DateField(label=gettext_lazy("Until the day"))
    note = WordsField(label=gettext_lazy("Note"))

    def clean(self) -> None:
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", gettext_lazy("It ends before it begins. Put one of the days right."))


class TargetForm(PartForm):
    text = WordsField(label=gettext_lazy("Words"), required=True)
    comparator = forms.ChoiceField(
        label=gettext_lazy("At least or at most"), choices=_choices("comparator"), initial="="
    )
    quantity = _QuantityField(label=gettext_lazy("Quantity"))
    measure = _line(gettext_lazy("Counted in"), 120)
    per = _line(gettext_lazy("For each"), 300)


class DutyForm(PartForm):
    text = WordsField(label=gettext_lazy("Words"), required=True)
    cycle = forms.ChoiceField(label=gettext_lazy("Cycle"), choices=_choices("cycle"))
    due = DueField(label=gettext_lazy("Due"), max_length=300)
    sender = _line(gettext_lazy("Who reports"), _LONGEST_NAME)
    receiver = _line(gettext_lazy("To whom"), _LONGEST_NAME)
    via = _line(gettext_lazy("Via"), 300)


class BasisForm(PartForm):
    kind = _line(gettext_lazy("Kind"), 32)
    number = _line(gettext_lazy("Number"), 100, required=True)
    issued_on = DateField(label=gettext_lazy("Issued on"))
    issuer = _line(gettext_lazy("Issuer"), 300)


@dataclass(frozen=True, slots=True)
class Kind:
    """One list of a plan. kind: of items, which of them. name: what one is called. form: how it is typed."""

    key: str
    model: type[PlanPart]
    name: str | Promise
    form: type[PartForm]
    kind: str = ""


KINDS = {
    each.key: each
    for each in (
        Kind("heading", Item, gettext_lazy("Heading"), HeadingForm, Item.Kind.SECTION),
        Kind("activity", Item, gettext_lazy("Activity"), WorkForm, Item.Kind.ACTIVITY),
        Kind("task", Item, gettext_lazy("Task"), WorkForm, Item.Kind.TASK),
        Kind("target", Target, gettext_lazy("Target"), TargetForm),
        Kind("duty", Duty, gettext_lazy("Duty to report"), DutyForm),
        Kind("basis", Basis, gettext_lazy("Legal basis"), BasisForm),
    )
}


def values_of(kind: Kind, row: PlanPart) -> dict[str, Value]:
    """What a part says, as its form takes it."""
    return {name: _value(name, row) for name in kind.form.base_fields}


def _value(name: str, row: PlanPart) -> Value:
    if name in ROLES:
        assigned = Assignment.objects.filter(item=row.pk, role=ROLES[name]).order_by("pk")
        return tuple(assigned.values_list("party__words", flat=True))
    value = getattr(row, name)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if value is None or isinstance(value, int | float):
        return value
    return str(value) or _UNSAID.get(name)


def set_value(row: PlanPart, name: str, value: Value) -> None:
    """Set one value that is a column of the part."""
    stored: object = value
    if name in _DATES:
        stored = date.fromisoformat(str(value)) if value else None
    elif name == "quantity":
        stored = None if value is None else Decimal(str(value)).quantize(Decimal("0.0001"))
    elif value is None:
        stored = ""
    setattr(row, name, stored)
    if name == "number":  # a basis is called by its number
        row.text = str(stored)


def told(name: str, value: Value, form: type[PartForm]) -> str:
    """A value as its form shows it."""
    choices = _CHOICES.get(name)
    if choices is not None:
        return str(choices.get(str(value), value or ""))
    return str(form.base_fields[name].prepare_value(value) or "")
