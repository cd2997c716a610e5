"""What is asked for each change of a place, and the file that holds many; a filled-in form is a list of orders."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext, gettext_lazy

from donghanh.administration.forms import AskingForm
from donghanh.organisations import place_sheets
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Level, Place
from donghanh.organisations.orders import OrdersError, Verb
from donghanh.organisations.place_sheets import LONGEST_NAME, PlaceOrder
from donghanh.reading.errors import UnreadableFile
from donghanh.vietnam.text import tidy

_SALT = "donghanh.administration.places"
_NAMED = gettext_lazy("Its name or code; where several are called so, the province behind a comma.")
_WITH_KIND = gettext_lazy("With its kind before it: Xã, Phường, Đặc khu, Tỉnh, Thành phố.")


def _place(label: Any, help_text: Any = _NAMED, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, max_length=2 * LONGEST_NAME, help_text=help_text, required=required)


def _name(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST_NAME, help_text=_WITH_KIND)


class PlaceForm(AskingForm):
    """One change of a place."""

    def orders(self) -> list[PlaceOrder]:
        """What the form orders; valid forms only."""
        raise NotImplementedError

    def find(self, name: str, *levels: Level, before: bool = False) -> Place | None:
        """The place that a field means on the day; before: on the day before it. levels: of which it may be."""
        day: date | None = self.cleaned_data.get("day")
        if day is None or name not in self.cleaned_data:  # told beside its field already
            return None
        on = day - timedelta(days=1) if before else day
        return self.find_place(name, on, levels or (Level.PROVINCE, Level.COMMUNE))

    def check_name(self, name: str, level: Level) -> None:
        """That a name begins with a kind of its level."""
        said = tidy(self.cleaned_data.get(name) or "")
        try:
            if said:
                place_sheets.kind_and_bare_name(level, said)
        except UnitError as error:
            self.add_error(name, str(error))

    def order(self, level: str, code: int, name: str, **more: Any) -> list[PlaceOrder]:
        data = self.cleaned_data
        values = {"new_name": "", "above": None, "into": None, "partly": False, **more}
        return [PlaceOrder(self.verb, data["day"], data["act"], Level(level), code, name, row=0, **values)]

    def order_of(self, place: Place, **more: Any) -> list[PlaceOrder]:
        return self.order(place.level, place.code, place.name, **more)


class RenamePlaceForm(PlaceForm):
    verb, title = Verb.RENAME, gettext_lazy("Rename a place, or give it another kind")
    first: Sequence[str] = ("place", "name")
    place = _place(gettext_lazy("Place"))
    name = _name(gettext_lazy("New name"))

    def clean(self) -> None:
        self.found = self.find("place", before=True)
        if self.found is not None:
            self.check_name("name", Level(self.found.level))

    def orders(self) -> list[PlaceOrder]:
        return self.order_of(_there(self.found), new_name=tidy(self.cleaned_data["name"]))


class MergePlaceForm(PlaceForm):
    verb, title = Verb.MERGE, gettext_lazy("Let a place go into another, in whole or in part")
    first: Sequence[str] = ("place", "into", "partly")
    place = _place(gettext_lazy("Place"))
    into = _place(gettext_lazy("Which place takes it over"))
    partly = forms.BooleanField(
        label=gettext_lazy("Only a part goes there, and the place itself goes on"), required=False
    )

    def clean(self) -> None:
        self.found = self.find("place", before=True)
        self.taker = self.find("into", Level(self.found.level)) if self.found else None

    def orders(self) -> list[PlaceOrder]:
        into = _there(self.taker).code
        return self.order_of(_there(self.found), into=into, partly=self.cleaned_data["partly"])


class MovePlaceForm(PlaceForm):
    verb, title = Verb.MOVE, gettext_lazy("Place a commune under another province")
    first: Sequence[str] = ("place", "above")
    place = _place(gettext_lazy("Commune"))
    above = _place(gettext_lazy("New province"), gettext_lazy("Its name or code."))

    def clean(self) -> None:
        self.found = self.find("place", Level.COMMUNE, before=True)
        self.province = self.find("above", Level.PROVINCE)

    def orders(self) -> list[PlaceOrder]:
        return self.order_of(_there(self.found), above=_there(self.province).code)


class FoundPlaceForm(PlaceForm):
    verb, title = Verb.FOUND, gettext_lazy("Add a new place")
    first: Sequence[str] = ("name", "code", "above")
    name = _name(gettext_lazy("Name of the new place"))
    code = forms.IntegerField(
        label=gettext_lazy("Its code"),
        min_value=1,
        max_value=9_999_999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("As the National Statistics Office gave it."),
    )
    above = _place(
        gettext_lazy("Its province"), gettext_lazy("Left blank for a new province."), required=False
    )

    def clean(self) -> None:
        self.province = self.find("above", Level.PROVINCE) if self.cleaned_data.get("above") else None
        self.check_name("name", Level.COMMUNE if self.cleaned_data.get("above") else Level.PROVINCE)

    def orders(self) -> list[PlaceOrder]:
        data, above = self.cleaned_data, self.province.code if self.province else None
        level = Level.COMMUNE if self.province else Level.PROVINCE
        return self.order(level, data["code"], tidy(data["name"]), above=above)


FORMS: dict[str, type[PlaceForm]] = {
    form.verb.value: form for form in (RenamePlaceForm, MergePlaceForm, MovePlaceForm, FoundPlaceForm)
}


def _there(place: Place | None) -> Place:
    assert place is not None  # noqa: S101 (a valid form has found it)
    return place


class FileForm(forms.Form):
    """A file of changes; once it was read its orders come back signed, since a browser does not send a file twice."""

    title = gettext_lazy("Changes from a file")
    file = forms.FileField(label=gettext_lazy("Excel or CSV file"), required=False)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> None:
        self.name, self.changes = "", []
        file, kept = self.cleaned_data.get("file"), self.cleaned_data.get("kept")
        try:
            if file:
                self.name, self.changes = file.name, place_sheets.read(file.read())
            elif kept:
                self.name, rows = signing.loads(kept, salt=_SALT)
                self.changes = [_order(row) for row in rows]
            else:
                self.add_error("file", gettext("Choose a file."))
        except OrdersError as error:
            self.add_error("file", [str(fault) for fault in error.faults])
        except (UnitError, UnreadableFile) as error:
            self.add_error("file", str(error))
        except signing.BadSignature:
            self.add_error("file", gettext("What was shown has come back changed. Choose the file again."))

    def orders(self) -> list[PlaceOrder]:
        """What the file orders; valid forms only."""
        return self.changes

    def signed(self) -> str:
        """The orders as they come back with the confirmation."""
        rows = [{**asdict(order), "day": order.day.isoformat()} for order in self.changes]
        return signing.dumps([self.name, rows], salt=_SALT, compress=True)


def _order(row: dict[str, Any]) -> PlaceOrder:
    typed = {"verb": Verb(row["verb"]), "level": Level(row["level"]), "day": date.fromisoformat(row["day"])}
    return PlaceOrder(**{**row, **typed})
