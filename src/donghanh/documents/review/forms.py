"""The form for each kind of fact: every value of the schema with the control that it needs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from donghanh.documents import words
from donghanh.documents.review.fields import (
    DateField,
    DueField,
    LineField,
    ListField,
    MoneyField,
    NumberField,
    UnitsField,
    WordsField,
)
from donghanh.documents.review.state import DOCUMENT, Review, Value
from donghanh.documents.review.successors import as_today
from donghanh.documents.review.tree import offspring
from donghanh.vietnam.places import Level, gazetteer

Control = Callable[[Review], forms.Field]
UNIT_NAMES, PLACE_NAMES, DUE_RULES = "units", "places", "rules"


@dataclass(frozen=True, slots=True)
class Nested:
    """A value of several parts; where all are blank it is None, or a form of blanks if `always`."""

    parts: Mapping[str, Control]
    always: bool = False


COMPARED = {
    "=": gettext_lazy("exactly"),
    ">=": gettext_lazy("at least"),
    ">": gettext_lazy("more than"),
    "<=": gettext_lazy("at most"),
    "<": gettext_lazy("less than"),
}


def _plain(field: type[forms.Field], **options: Any) -> Control:
    return lambda review: field(**options)


def _choice(choices: Mapping[str, str | Promise], *, first: str) -> Control:
    return lambda review: forms.ChoiceField(choices=list(choices.items()), initial=first)


def _section(review: Review) -> forms.Field:
    """One of the sections of the paper."""
    found = [("", gettext("in no section"))]
    for item in review.items("sections"):
        if not item.is_removed:
            identity = str(item.value.get("id") or "")
            found.append(
                (
                    identity,
                    f"{words.section(identity)}: {words.shorten(str(item.value.get('title') or ''), 60)}",
                )
            )
    return _Section(choices=found, required=False)


def _offering(field: forms.Field, names: str, swap: str) -> forms.Field:
    """A field that offers names while it is typed in, those of the gazetteer among them; the form completes `names`."""
    field.widget.attrs |= {
        "list": names,
        "autocomplete": "off",
        "hx-get": reverse("documents:places"),
        "hx-trigger": "input changed delay:300ms",
        "hx-swap": swap,
    }
    return field


def _place(review: Review) -> forms.Field:
    return _offering(LineField(required=True), PLACE_NAMES, "innerHTML")


def _unit(review: Review) -> forms.Field:
    return _offering(LineField(), UNIT_NAMES, "beforeend")


def _needed_unit(review: Review) -> forms.Field:
    return _offering(LineField(required=True), UNIT_NAMES, "beforeend")


def _due(review: Review) -> forms.Field:
    field = DueField()
    field.widget.attrs["list"] = DUE_RULES
    return field


class _Section(forms.ChoiceField):
    def to_python(self, value: Any) -> str | None:
        return super().to_python(value) or None

    def valid_value(self, value: Any) -> bool:
        return value is None or super().valid_value(value)


class _Asked(forms.BooleanField):
    def __init__(self) -> None:
        super().__init__(required=False)


_LINE, _WORDS, _NEEDED = _plain(LineField), _plain(WordsField), _plain(WordsField, required=True)
_DATE, _NUMBER = _plain(DateField), _plain(NumberField)
_SOME = _plain(ListField, none=[])
_PERIOD = {"from": _DATE, "to": _DATE}
_PERIOD_LABELS = {
    "text": words.FIELDS["text"],
    "from": gettext_lazy("First day"),
    "to": gettext_lazy("Last day"),
}

SPEC: dict[str, dict[str, Control | Nested]] = {
    "targets": {
        "text": _NEEDED,
        "comparator": _choice(COMPARED, first="="),
        "quantity": _NUMBER,
        "unit": _LINE,
        "per": _LINE,
        "section": _section,
    },
    "activities": {
        "text": _NEEDED,
        "lead": _plain(UnitsField),
        "partners": _plain(UnitsField, none=[]),
        "period": Nested({"text": _LINE, **_PERIOD}),
        "note": _LINE,
        "label": _LINE,
        "section": _section,
    },
    "responsibilities": {
        "units": _plain(UnitsField, none=[], required=True),
        "request": lambda review: _Asked(),
        "duties": _SOME,
        "section": _section,
    },
    "reporting": {
        "cycle": _choice(words.CYCLES, first="unspecified"),
        "due": _due,
        "from": _unit,
        "to": _unit,
        "via": _unit,
        "text": _NEEDED,
    },
    "amounts": {
        "value": _plain(MoneyField),
        "kind": _choice(words.AMOUNT_KINDS, first="total"),
        "per": _LINE,
        "quantity": _NUMBER,
        "text": _NEEDED,
        "section": _section,
    },
    "allocations": {
        "unit": _needed_unit,
        "quantity": _plain(NumberField, required=True),
        "of": _LINE,
        "note": _LINE,
    },
    "legal_bases": {"kind": _LINE, "number": _LINE, "issued_on": _DATE, "issuer": _LINE},
    "places": {
        "name": _place,
        "level": _choice(words.LEVELS, first="commune"),
        "within": _LINE,
    },
    "sections": {
        "label": _LINE,
        "title": _NEEDED,
        "role": _choice(words.ROLES, first="other"),
        "parent": _section,
    },
    DOCUMENT: {
        "kind": _choice(words.DOCUMENT_KINDS, first="ke_hoach"),
        "number": _LINE,
        "issued_on": _DATE,
        "issuer": _LINE,
        "title": _NEEDED,
        "programme": _LINE,
        "period": Nested(_PERIOD, always=True),
        "annex_of": Nested({"number": _LINE, "issued_on": _DATE, "issuer": _LINE}),
        "signatory": Nested({"capacity": _LINE, "position": _LINE, "name": _LINE}, always=True),
        "recipients": _SOME,
    },
}
"""For each list its values, in the order of the form."""
SHARED = {
    "targets": ("per", "section"),
    "activities": ("lead", "partners", "section"),
    "responsibilities": ("request", "section"),
    "reporting": ("cycle", "from", "to", "via"),
    "amounts": ("kind", "section"),
    "allocations": ("of",),
    "places": ("level", "within"),
    "sections": ("role",),
}
"""What several facts of a list may be given at once."""

IN_WORDS = tuple(name for name, fields in SPEC.items() if "text" in fields)
"""The lists whose facts are sentences, which can be split and merged."""


class SplitForm(forms.Form):
    """The sentences that one fact becomes, one on a line."""

    parts = ListField(none=[], required=True)

    def clean_parts(self) -> list[str]:
        parts: list[str] = self.cleaned_data["parts"]
        if len(parts) < 2:
            raise forms.ValidationError(gettext("Write each part on a line of its own, two at least."))
        return parts


class FactForm(forms.Form):
    """The values of one fact; only those of `fields` where some are named.

    start, end: the words that the fact stands on, as a range of the whole text, where other words were chosen.
    mark: with which its ids begin.
    """

    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(
        self,
        review: Review,
        name: str,
        value: Value,
        data: Mapping[str, Any] | None = None,
        *,
        only: Sequence[str] = (),
        mark: str = "form",
        initial: Value | None = None,
    ) -> None:
        super().__init__(data, initial=initial, auto_id=f"{mark}-%s")
        self.mark = mark
        self.name, self.value = name, value
        self.spec = {field: SPEC[name][field] for field in SPEC[name] if not only or field in only}
        for path, control in self._paths():
            field = self.fields[path] = control(review)
            outer, _, inner = path.partition(".")
            label = str(words.FIELDS[outer])
            part = str((_PERIOD_LABELS if outer == "period" else words.FIELDS).get(inner, inner)).lower()
            field.label = f"{label}: {part}" if inner else label
            if isinstance(field, _Section) and name == "sections":
                field.choices = [each for each in field.widget.choices if each[0] not in self._branch(review)]
            self._complete(field)
            what = _reached(value, path)
            if what is not None:
                field.initial = what
                _admit(field, what)

    def _branch(self, review: Review) -> set[str]:
        """The section itself and those under it, under none of which it can be put."""
        sections = review.items("sections")
        path = self.value.get("id")
        own = next((item for item in sections if path and item.value.get("id") == path), None)
        return (
            {str(item.value["id"]) for item in offspring(sections, own) if item.value.get("id")}
            if own
            else set()
        )

    def _paths(self) -> Iterator[tuple[str, Control]]:
        for name, control in self.spec.items():
            if isinstance(control, Nested):
                yield from ((f"{name}.{part}", inner) for part, inner in control.parts.items())
            else:
                yield name, control

    def values(self) -> Value:
        """What was typed, in the schema's form; to be called once the form is valid."""
        made: Value = {}
        for name, control in self.spec.items():
            if isinstance(control, Nested):
                parts = {part: self.cleaned_data[f"{name}.{part}"] for part in control.parts}
                made[name] = parts if control.always or any(parts.values()) else None
            else:
                made[name] = self.cleaned_data[name]
        if self.name == "places" and ", " in (made.get("name") or ""):  # as the gazetteer offers it
            made["name"], _, made["within"] = made["name"].partition(", ")
        if self.name == "places" and any(made[field] != self.value.get(field) for field in made):
            made["today"] = _today({**self.value, **made})
        return made

    def _complete(self, field: forms.Field) -> None:
        """Several forms stand on one page: each has lists of its own."""
        if names := field.widget.attrs.get("list"):
            field.widget.attrs["list"] = self._list(names)
            if "hx-get" in field.widget.attrs:
                field.widget.attrs["hx-target"] = f"#{self._list(names)}"

    def _list(self, names: str) -> str:
        return f"{self.mark}-{names}"

    @property
    def unit_names(self) -> str:
        """The id of its list of units; `place_names` and `due_rules` likewise."""
        return self._list(UNIT_NAMES)

    @property
    def place_names(self) -> str:
        return self._list(PLACE_NAMES)

    @property
    def due_rules(self) -> str:
        return self._list(DUE_RULES)

    @property
    def asks_for_units(self) -> bool:
        """Whether names of units can be offered in it."""
        return any(
            isinstance(field, UnitsField) or field.widget.attrs.get("list") == self.unit_names
            for field in self.fields.values()
        )

    def visible(self) -> Iterator[forms.BoundField]:
        return (field for field in self if not field.is_hidden)


def _today(place: Value) -> Value | None:
    """The one unit that covers a place since 1 July 2025, where the gazetteer can tell it."""
    above = [part.strip() for part in (place.get("within") or "").split(",") if part.strip()]
    level = Level(place["level"]) if place["level"] in list(Level) else None
    found = gazetteer().today_of(place["name"], level, above)
    if found is None:
        return None
    return as_today(found.place)


def _reached(value: Any, path: str) -> Any:
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _admit(field: forms.Field, what: Any) -> None:
    """A value that the program read and no choice names can be kept."""
    if isinstance(field, forms.ChoiceField) and not field.valid_value(what):
        field.choices = [*field.widget.choices, (what, what)]
