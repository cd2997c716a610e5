"""What is asked for each change of a unit; a filled-in form is a list of orders."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext, gettext_lazy

from donghanh.organisations.forms import DayField
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Place
from donghanh.organisations.naming import MOST_OFFERED, meant, number_in
from donghanh.organisations.orders import New, Order, Ref, Verb
from donghanh.organisations.selectors import places_named
from donghanh.organisations.tree import on
from donghanh.vietnam.text import tidy

_LEVELS = [(level.value, level.label) for level in Level if level != Level.DISTRICT]
_TAKERS = 4
_LONGEST_NAME = 250


T = TypeVar("T", OrgUnit, Place)
Offered = tuple[int, str, str]
"""Something that typed words may mean: its number, its name, and what it stands under."""


class AskingForm(forms.Form):
    """Asks from which day and by which act; `offered` has the things that a typed name may mean."""

    day = DayField(label=gettext_lazy("From which day"), required=False)
    act = forms.CharField(
        label=gettext_lazy("By which act"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Number and day of the resolution or decision."),
    )
    verb: Verb
    title: Any  # words, translated late
    first: Sequence[str] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered: dict[str, list[Offered]] = {}
        self.order_fields([*self.first, *self.fields])

    def typed(self, name: str) -> tuple[str, int | None]:
        """The words of a field; or the number of what was offered and chosen, which comes as "#123"."""
        words = tidy(self.data.get(f"{name}_choice") or self.cleaned_data.get(name) or "")
        return words, number_in(words)

    def one_of(self, name: str, found: Sequence[tuple[T, str]], none: str, several: str) -> T | None:
        """The only one that the words of a field mean; where several may be meant they are offered with what they stand
        under, none is guessed."""
        if len(found) == 1:
            return found[0][0]
        self.offered[name] = [(each.pk, each.name, above) for each, above in found[:MOST_OFFERED]]
        self.add_error(name, several if found else none)
        return None

    def find_place(self, name: str, day: date, levels: Collection[Level]) -> Place | None:
        """The place of a day and of some levels that the words of a field mean."""
        words, number = self.typed(name)
        if number is None:
            found = places_named(words, day, levels)
        else:
            there = Place.objects.filter(on(day), level__in=levels)
            found = list(there.filter(pk=number).select_related("parent"))
        none = gettext("No such place of that day is called so. Write its name as in the lists of places.")
        several = gettext("Several places are called so. Choose one, or write its province behind a comma.")
        offered = [(place, place.parent.name if place.parent else "") for place in found]
        return self.one_of(name, offered, none, several)


class ChangeForm(AskingForm):
    """One change of a unit."""

    def __init__(self, unit: OrgUnit, line: Line, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit, self.line, self.today = unit, line, today

    def orders(self) -> list[Order]:
        """What the form orders; valid forms only."""
        return [self.order(self.unit.pk)]

    def order(self, unit: Ref, verb: Verb | None = None, into: Ref | None = None, **more: Any) -> Order:
        data = self.cleaned_data
        return Order(verb or self.verb, data["day"], unit, into, act=data["act"], **more)

    def find(self, name: str, *, required: bool = True) -> OrgUnit | None:
        """The unit that the words of a field mean."""
        words, _ = self.typed(name)
        day = self.cleaned_data.get("day") or self.today
        if not words:
            if required:
                self.add_error(name, gettext("Write the name of a unit."))
            return None
        units = OrgUnit.objects.in_line(self.line, day)
        found = meant(units, words, day, self.line)
        none = gettext("No unit of that day is called so. Write other words of its name.")
        several = gettext("Several units are called so. Choose one, or write more of its name.")
        return self.one_of(name, found, none, several)

    def below(self) -> list[OrgUnit]:
        """The units that stand right below this one today."""
        return list(OrgUnit.objects.directly_under(self.unit, self.line, self.today).order_by("name"))


def unit_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=_LONGEST_NAME,
        help_text=help_text or gettext_lazy("Type words of its name, with or without diacritics."),
    )


class FoundForm(ChangeForm):
    verb, title = Verb.FOUND, gettext_lazy("Add a unit below it")
    first: Sequence[str] = ("name", "kind", "level", "place")
    name = forms.CharField(label=gettext_lazy("Name of the new unit"), max_length=_LONGEST_NAME)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[(kind.value, kind.label) for kind in Kind], initial=Kind.BRANCH
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        choices=[("", gettext_lazy("as its place, kind and superior have it")), *_LEVELS],
        required=False,
    )
    place = forms.CharField(
        label=gettext_lazy("Place"),
        required=False,
        max_length=_LONGEST_NAME,
        help_text=gettext_lazy("Its name or code; left blank where the unit stands for none."),
    )

    def clean(self) -> None:
        words, _ = self.typed("place")
        day, self.stands_for = self.cleaned_data.get("day"), None
        if words and day is not None:
            levels = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
            self.stands_for = self.find_place("place", day, levels)

    def orders(self) -> list[Order]:
        data = self.cleaned_data
        place = self.stands_for.pk if self.stands_for else None
        new, kind = New(tidy(data["name"])), Kind(data["kind"])
        return [self.order(new, into=self.unit.pk, kind=kind, level=data["level"], place=place)]


class RenameForm(ChangeForm):
    verb, title = Verb.RENAME, gettext_lazy("Rename it")
    first: Sequence[str] = ("name",)
    name = forms.CharField(label=gettext_lazy("New name"), max_length=_LONGEST_NAME)

    def orders(self) -> list[Order]:
        return [self.order(self.unit.pk, name=self.cleaned_data["name"])]


class MoveForm(ChangeForm):
    verb, title = Verb.MOVE, gettext_lazy("Move it under another superior")
    first: Sequence[str] = ("into",)
    into = unit_field(gettext_lazy("New superior"))

    def clean(self) -> None:
        self.other = self.find("into")

    def orders(self) -> list[Order]:
        return [self.order(self.unit.pk, into=self.other.pk if self.other else None)]


class ReviveForm(MoveForm):
    verb, title = Verb.REVIVE, gettext_lazy("Revive it")
    into = unit_field(gettext_lazy("Superior"))


class MergeForm(MoveForm):
    """The unit goes into another and ends; or a part of it goes, with the units that are ticked."""

    verb, title = Verb.MERGE, gettext_lazy("Merge it into another, in whole or in part")
    first: Sequence[str] = ("into", "partly", "along")
    into = unit_field(gettext_lazy("Which unit takes it over"))
    partly = forms.BooleanField(
        label=gettext_lazy("Only a part goes there, and the unit itself goes on"), required=False
    )
    along = forms.MultipleChoiceField(
        label=gettext_lazy("If only a part: who goes along"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["along"].choices = [(str(unit.pk), unit.name) for unit in self.below()]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("along") and not self.cleaned_data.get("partly"):
            self.add_error(
                "along", gettext("All go along when the whole unit does. Tick “only a part”, or none.")
            )

    def orders(self) -> list[Order]:
        into = self.other.pk if self.other else None
        partly = self.cleaned_data["partly"]
        along = [self.order(int(number), Verb.MOVE, into) for number in self.cleaned_data["along"]]
        return [self.order(self.unit.pk, into=into, partly=partly), *along]


class AbolishForm(ChangeForm):
    """The unit ends, and nobody took it over; who stands below it and has a role in it may go to another."""

    verb, title = Verb.ABOLISH, gettext_lazy("Abolish it")
    first: Sequence[str] = ("below_into", "people")
    below_into = unit_field(
        gettext_lazy("Where the units below it go"),
        gettext_lazy("Where left blank, they wait at the unit above until somebody says where they belong."),
    )
    people = unit_field(
        gettext_lazy("Where the people with roles in it go"), gettext_lazy("Left blank where there are none.")
    )

    def clean(self) -> None:
        self.taker = self.find("below_into", required=False)
        self.host = self.find("people", required=False)

    def orders(self) -> list[Order]:
        moved = self.below() if self.taker else []
        into = self.taker.pk if self.taker else None
        host = self.host.pk if self.host else None
        return [
            *(self.order(unit.pk, Verb.MOVE, into) for unit in moved),
            self.order(self.unit.pk, people=host),
        ]


class SplitForm(ChangeForm):
    """The unit ends, and several take it over: those that are there, or new ones founded beside it."""

    verb, title = Verb.SPLIT, gettext_lazy("Divide it among several units")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = [(str(at), gettext("unit %(n)d") % {"n": at}) for at in range(1, _TAKERS + 1)]
        for at in range(1, _TAKERS + 1):
            self.fields[f"taker_{at}"] = unit_field(gettext("Unit %(n)d that takes over") % {"n": at})
            self.fields[f"new_{at}"] = forms.BooleanField(
                label=gettext("Unit %(n)d is new and is founded on that day") % {"n": at}, required=False
            )
        self.fields["people"] = forms.ChoiceField(
            label=gettext("Where the people with roles in it go"),
            choices=[("", gettext("There are none")), *numbers],
            required=False,
        )
        for unit in self.below():
            self.fields[f"goes_{unit.pk}"] = forms.ChoiceField(
                label=unit.name, choices=[("", gettext("waits at the unit above")), *numbers], required=False
            )
        last = [name for name in self.fields if name not in ("day", "act")]
        self.order_fields([*last, "day", "act"])

    def clean(self) -> None:
        self.takers: dict[str, Ref] = {}
        for at in range(1, _TAKERS + 1):
            if self.cleaned_data.get(f"new_{at}"):
                name = tidy(self.cleaned_data.get(f"taker_{at}") or "")
                if not name:
                    self.add_error(f"taker_{at}", gettext("Write the name of the new unit."))
                self.takers[str(at)] = New(name)
            elif found := self.find(f"taker_{at}", required=at <= 2):
                self.takers[str(at)] = found.pk
        for name, number in self.cleaned_data.items():
            if (name == "people" or name.startswith("goes_")) and number and number not in self.takers:
                self.add_error(name, gettext("No such unit is named above. Name it, or choose another."))

    def orders(self) -> list[Order]:
        data = self.cleaned_data
        above = self.unit.positions.filter(line=self.line, since__lte=data["day"]).order_by("since").last()
        beside = above.superior_id if above else None
        kind = Kind(self.unit.kind)
        new = [each for each in self.takers.values() if isinstance(each, New)]
        moved = [
            (int(name.removeprefix("goes_")), self.takers[number])
            for name, number in data.items()
            if name.startswith("goes_") and number
        ]
        moved.sort(key=lambda each: str(each[1]))  # who goes to one unit goes at once
        people = self.takers.get(data["people"])
        return [
            *(self.order(each, Verb.FOUND, beside, kind=kind, level=self.unit.level) for each in new),
            *(self.order(unit, Verb.MOVE, into) for unit, into in moved),
            *(self.order(self.unit.pk, into=into, people=people) for into in self.takers.values()),
        ]


FORMS: dict[str, type[ChangeForm]] = {
    form.verb.value: form
    for form in (FoundForm, RenameForm, MoveForm, MergeForm, SplitForm, AbolishForm, ReviveForm)
}
