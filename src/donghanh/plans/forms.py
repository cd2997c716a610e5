"""What is asked of a person about plans."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from donghanh.accounts.models import User
from donghanh.documents.review.fields import DateField
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.naming import SeveralUnitsError, meant, told
from donghanh.plans import selectors
from donghanh.plans.models import State


class AnyUnitField(forms.CharField):
    """A unit of the whole country by its name, number or name with superior; `user` says who looks for it."""

    user: User

    def clean(self, value: Any) -> OrgUnit | None:
        written = super().clean(value)
        return one_unit(self.user, written) if written else None


def one_unit(user: User, written: str) -> OrgUnit:
    """The one unit that some words mean.

    Raises: ValidationError where they mean none or several, with these.
    """
    found = meant(OrgUnit.objects.visible_to(user), written, timezone.localdate())
    if not found:
        said = gettext("No unit is called “%(name)s”. Write its name as the page of units has it.")
        raise forms.ValidationError(said % {"name": written[:80]})
    if len(found) > 1:
        raise forms.ValidationError(str(SeveralUnitsError(written, [told(*each) for each in found])))
    return found[0][0]


class NewForm(forms.Form):
    """Whose plan a paper is, and in whose hands it comes here."""

    unit = AnyUnitField(
        label=gettext_lazy("Whose plan it is"),
        max_length=250,
        help_text=gettext_lazy("The unit that issued the paper."),
    )
    keeper = forms.ChoiceField(
        label=gettext_lazy("Kept by"),
        help_text=gettext_lazy(
            "Your unit. Of another's plan you see what it means for you and those below you."
        ),
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, AnyUnitField)  # noqa: S101 (it is)
        field.user = user
        self._keepers = offer_keepers(user, self.fields["keeper"])

    @property
    def kept_by(self) -> tuple[OrgUnit, Line]:
        return self._keepers[self.cleaned_data["keeper"]]


def offer_keepers(user: User, field: forms.Field) -> dict[str, tuple[OrgUnit, Line]]:
    """Offer in a choice the units in which a person writes plans; each by its choice. The line is named where she does so
    in several."""
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 (it is)
    keepers = {f"{unit.pk}-{line.pk}": (unit, line) for unit, line in selectors.keepers(user)}
    lines = {line.pk for _, line in keepers.values()}
    field.choices = [
        (key, unit.name if len(lines) == 1 else f"{unit.name} ({line.name})")
        for key, (unit, line) in keepers.items()
    ]
    return keepers


class BlankForm(forms.Form):
    """A plan that begins from nothing."""

    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    keeper = forms.ChoiceField(label=gettext_lazy("Whose plan it is"))
    starts = DateField(label=gettext_lazy("Begins"))
    ends = DateField(label=gettext_lazy("Ends"))

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keepers = offer_keepers(user, self.fields["keeper"])

    def clean(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            self.add_error("ends", gettext_lazy("It ends before it begins. Put one of the days right."))

    @property
    def kept_by(self) -> tuple[OrgUnit, Line]:
        return self._keepers[self.cleaned_data["keeper"]]

    @property
    def starts_on(self) -> date | None:
        return _day(self.cleaned_data.get("starts"))

    @property
    def ends_on(self) -> date | None:
        return _day(self.cleaned_data.get("ends"))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


class YearsForm(forms.Form):
    """By how many years a plan is moved."""

    years = forms.IntegerField(
        label=gettext_lazy("How many years later"), min_value=1, max_value=10, initial=1
    )


class SearchForm(forms.Form):
    q = forms.CharField(label=gettext_lazy("Title or number"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        choices=[("", gettext_lazy("All")), *State.choices],
    )
