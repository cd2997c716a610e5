"""What is asked of a person when a plan is issued."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from donghanh.documents.words import official_date
from donghanh.organisations.forms import DayField
from donghanh.plans.models import Plan
from donghanh.plans.numbering import LONGEST


class IssueForm(forms.Form):
    """The number and the day of a plan; filled with what it has already, as a paper that was taken in."""

    number = forms.CharField(
        label=gettext_lazy("Number and symbol"),
        max_length=LONGEST,
        required=False,
        help_text=gettext_lazy(
            "As your own book gave it: 18/KH-BTV. Blank: the next number of this register."
        ),
    )
    day = DayField(
        label=gettext_lazy("Day of issue"),
        required=False,
        help_text=gettext_lazy("As 05/6/2026. Blank: today."),
    )

    def __init__(self, plan: Plan, data: Any = None) -> None:
        day = official_date(plan.issued_on) if plan.issued_on else ""
        super().__init__(data, initial={"number": plan.number, "day": day})
