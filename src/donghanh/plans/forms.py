"""What is asked of a person about plans."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from donghanh.accounts.forms import UnitField
from donghanh.accounts.models import User
from donghanh.documents.review.fields import DateField
from donghanh.organisations.forms import DayField
from donghanh.organisations.models import Line, OrgUnit
from donghanh.plans import selectors
from donghanh.plans.models import Answer, Hold, Plan, Programme, State
from donghanh.vietnam.dates import EARLIEST, LATEST


class NewForm(forms.Form):
    """Whose plan a paper is, and in whose hands it comes here."""

    unit = UnitField(
        label=gettext_lazy("Whose plan it is"),
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
        assert isinstance(field, UnitField)  # noqa: S101 (it is)
        field.asking = user, None
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


class WorkForm(forms.Form):
    """Which part of a unit's work is shown. way: as what it has to do with an item, its targets, or its reports."""

    way = forms.ChoiceField(
        required=False,
        choices=[(each, each) for each in ("", "leads", "helps", "asked", "targets", "reports")],
        widget=forms.HiddenInput,
    )
    plan = forms.TypedChoiceField(label=gettext_lazy("Plan"), required=False, coerce=int, empty_value=None)
    late = forms.BooleanField(label=gettext_lazy("Only what is past its last day"), required=False)

    def __init__(self, plans: Sequence[Plan], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["plan"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 (it is)
        named = [(str(each.pk), f"{each.number} {each.title}".strip()[:100]) for each in plans]
        field.choices = [("", gettext("All")), *named]


class RememberedDayField(DayField):
    """A day that is shown as it is typed; today where blank."""

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%d/%m/%Y") if isinstance(value, date) else value


class OptionalDayField(RememberedDayField):
    """A day as 05/6/2026, or none."""

    def to_python(self, value: object) -> date | None:  # type: ignore[override]
        return super().to_python(value) if str(value or "").strip() else None


class AnswerForm(forms.Form):
    """What a unit says to what it is asked; filled with what it said last."""

    said = forms.ChoiceField(label=gettext_lazy("Answer"), choices=Answer.Said.choices)
    words = forms.CharField(
        label=gettext_lazy("In words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Why you decline, or which change you propose."),
    )
    starts = OptionalDayField(label=gettext_lazy("Rather from"), required=False)
    ends = OptionalDayField(
        label=gettext_lazy("Rather until"),
        required=False,
        help_text=gettext_lazy("Other days that you propose, as 05/6/2026."),
    )

    def __init__(self, data: QueryDict | None, last: Answer | None) -> None:
        kept = ("said", "words", "starts", "ends")
        super().__init__(data, initial={name: getattr(last, name) for name in kept} if last else None)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        starts, ends = told.get("starts"), told.get("ends")
        if starts and ends and starts > ends:
            self.add_error("ends", gettext("It would end before it begins. Write a later day."))
        return told


class HoldForm(forms.Form):
    """What waits, for what, since when."""

    of = forms.ChoiceField(
        label=gettext_lazy("What waits"),
        choices=Hold.Of.choices,
        help_text=gettext_lazy("Where only the norm waits, the work goes on and no money is spent on it."),
    )
    reason = forms.CharField(
        label=gettext_lazy("For what it waits"),
        max_length=500,
        help_text=gettext_lazy("As the plan or the letter says it: “chờ hướng dẫn mới”."),
    )
    since = RememberedDayField(label=gettext_lazy("Since"), required=False)


class MonthField(forms.CharField):
    """A month of the address, 2026-05, as its first day; none where it is none."""

    def to_python(self, value: object) -> date | None:  # type: ignore[override]
        try:
            first = date.fromisoformat(f"{value}-01")
        except ValueError:
            return None
        return first if EARLIEST <= first.year <= LATEST else None


class CalendarForm(forms.Form):
    """Which days of a unit are shown: one month, or what is near; of one programme, or of all."""

    programme = forms.TypedChoiceField(
        label=gettext_lazy("Programme"), required=False, coerce=int, empty_value=None
    )
    month = MonthField(required=False, widget=forms.HiddenInput)

    def __init__(self, programmes: QuerySet[Programme], data: QueryDict) -> None:
        super().__init__(data)
        field = self.fields["programme"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 (it is)
        field.choices = [("", gettext("All")), *((str(each.pk), str(each)) for each in programmes)]
