"""What is asked of the tree: as of which day, in which line, by which words."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from donghanh.organisations.models import Line
from donghanh.vietnam.dates import EARLIEST, LATEST, date_of

LONGEST_WORDS, _LONGEST_DAY = 200, 40


class DayField(forms.Field):
    """A day as 05/6/2026; today where blank."""

    def to_python(self, value: object) -> date:
        written = str(value or "").strip()[:_LONGEST_DAY]
        if not written:
            return timezone.localdate()
        day = date_of(written)
        if day is None or not EARLIEST <= day.year <= LATEST:
            raise forms.ValidationError(
                gettext("“%(day)s” is no day of the calendar. Write it as 05/6/2026, or leave it blank."),
                params={"day": written},
            )
        return day


class TreeForm(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Name of the unit"),
        required=False,
        max_length=LONGEST_WORDS,
        error_messages={
            "max_length": gettext_lazy(
                "More than %(limit_value)d characters. Write a few words of the name."
            ),
        },
    )
    line = forms.ModelChoiceField(
        Line.objects.all(),
        label=gettext_lazy("Line"),
        to_field_name="code",
        required=False,
        empty_label=None,
        error_messages={
            "invalid_choice": gettext_lazy("There is no such line; the first of the list is shown.")
        },
    )
    on = DayField(label=gettext_lazy("As of"), required=False)

    @property
    def day(self) -> date:
        """The day that is asked for; today where it is no day."""
        day = self.cleaned_data.get("on")
        return day if isinstance(day, date) else timezone.localdate()
