"""What the auditor searches for, and what is asked before entries are erased."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from donghanh.audit.models import Entry, EntryQuerySet
from donghanh.organisations.forms import DayField
from donghanh.trail import words
from donghanh.trail.selectors import Asked, number_of
from donghanh.trail.services import NotErasableError
from donghanh.vietnam.text import tidy

USUAL_DAYS = 31
MOST_DAYS = 366


class SearchForm(forms.Form):
    """Blank days are the last month; the span is bounded, since the trail of a country is long."""

    q = forms.CharField(label=gettext_lazy("Words to search for"), required=False, max_length=200)
    person = forms.CharField(label=gettext_lazy("Who"), required=False, max_length=200)
    verb = forms.ChoiceField(label=gettext_lazy("Did what"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("To which kind of thing"), required=False)
    since = DayField(label=gettext_lazy("From the day"), required=False)
    until = DayField(label=gettext_lazy("Up to the day"), required=False)

    def __init__(self, asked: Any) -> None:
        super().__init__(asked)
        for name, choices in (("verb", words.verbs()), ("kind", words.kinds())):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 (both are)
            field.choices = [("", gettext("any")), *choices]
        for each in self:
            each.field.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if until is not None and not self["since"].value():
            cleaned["since"] = since = until - timedelta(days=USUAL_DAYS - 1)
        if since is None or until is None:
            return cleaned
        if since > until:
            self.add_error("since", gettext("The first day comes after the last. Exchange them."))
        elif (until - since).days >= MOST_DAYS:
            said = gettext("That is more than a year. Search a year at most, then the one before.")
            self.add_error("since", said)
        return cleaned

    @property
    def is_narrowed(self) -> bool:
        """Whether more than words is asked for."""
        return any(each.value() for each in self if each.name != "q")

    @property
    def asked(self) -> Asked:
        """What is searched for, once the form is valid."""
        cleaned = self.cleaned_data
        return Asked(
            since=_midnight(cleaned["since"]),
            until=_midnight(cleaned["until"] + timedelta(days=1)),
            person=tidy(cleaned["person"]),
            verb=cleaned["verb"],
            kind=cleaned["kind"],
            words=tidy(cleaned["q"]),
        )


class _EntriesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # takes none when it runs
    """Entries by their numbers; what can be none is refused like one that is gone, and no database is asked for it."""

    def clean(self, value: Any) -> Any:
        if any(number_of(each) is None for each in value or ()):
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().clean(value)


class EraseForm(forms.Form):
    """Which entries about one thing lose their words, and why."""

    entries = _EntriesField(
        Entry.objects.none(),
        label=gettext_lazy("Entries"),
        error_messages={
            "required": gettext_lazy("Tick the entries that are to be erased."),
            "invalid_choice": NotErasableError.told,
        },
    )
    reason = forms.CharField(
        label=gettext_lazy("By which request and which law"),
        min_length=10,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Kind, number and day of the request, article of the law. No names: what is written here is never erased."
        ),
        error_messages={"required": gettext_lazy("Write the request and the law by which it is erased.")},
    )

    def __init__(self, erasable: EntryQuerySet, *args: Any) -> None:
        super().__init__(*args)
        field = self.fields["entries"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 (it is)
        field.queryset = erasable.select_related("seal").order_by("-at", "-pk")

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"])

    @property
    def chosen(self) -> set[int]:
        """The numbers that are ticked."""
        numbers = (number_of(each) for each in self["entries"].value() or ())
        return {number for number in numbers if number is not None}


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
