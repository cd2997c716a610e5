"""What is asked of a programme."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from donghanh.accounts.models import User
from donghanh.organisations.models import OrgUnit
from donghanh.plans import selectors
from donghanh.plans.models import Programme
from donghanh.plans.programmes import Span
from donghanh.vietnam.dates import date_of
from donghanh.vietnam.text import tidy

_PHASE = re.compile(r"(?P<name>[^:]+):\s*(?P<starts>\S+)\s*[-–]\s*(?P<ends>\S+)")


class ProgrammeForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the programme"), max_length=300)
    short = forms.CharField(label=gettext_lazy("Short name"), max_length=60, required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Who runs it"))
    phases = forms.CharField(
        label=gettext_lazy("Phases"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One a line, such as: Giai đoạn 1: 01/01/2021 - 31/12/2025"),
    )
    belongs_to = forms.ModelMultipleChoiceField(
        Programme.objects.none(),
        label=gettext_lazy("Belongs to"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, user: User, programme: Programme | None, data: Any = None) -> None:
        units = {str(unit.pk): unit for unit, _ in selectors.keepers(user)}
        if programme is not None:
            units.setdefault(str(programme.unit_id), programme.unit)
        super().__init__(data, initial=_initial(programme) if programme else None)
        self._units = units
        unit, above = self.fields["unit"], self.fields["belongs_to"]
        assert isinstance(unit, forms.ChoiceField) and isinstance(above, forms.ModelMultipleChoiceField)  # noqa: S101 (they are)
        unit.choices = [(key, each.name) for key, each in units.items()]
        others = Programme.objects.exclude(pk=programme.pk) if programme else Programme.objects.all()
        above.queryset = others[:200] if not self.is_bound else others

    @property
    def chosen_unit(self) -> OrgUnit:
        return self._units[self.cleaned_data["unit"]]

    def clean_phases(self) -> list[Span]:
        spans = []
        for line in self.cleaned_data["phases"].splitlines():
            if not tidy(line):
                continue
            match = _PHASE.fullmatch(tidy(line))
            starts, ends = (date_of(match["starts"]), date_of(match["ends"])) if match else (None, None)
            if match is None or starts is None or ends is None:
                said = gettext("“%(line)s” is no phase. Write: name: first day - last day.")
                raise forms.ValidationError(said % {"line": line[:80]})
            spans.append(Span(match["name"], starts, ends))
        return spans


def _initial(programme: Programme) -> dict[str, Any]:
    phases = [
        f"{each.name}: {each.starts:%d/%m/%Y} - {each.ends:%d/%m/%Y}" for each in programme.phases.all()
    ]
    return {
        "name": programme.name,
        "short": programme.short,
        "unit": str(programme.unit_id),
        "phases": "\n".join(phases),
        "belongs_to": list(programme.belongs_to.values_list("pk", flat=True)),
    }
