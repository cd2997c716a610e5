"""Controls for values as officials type them: dates, numbers, sums, lists; each gives the schema's form.

They are text fields: a browser's own control for a date or a number follows the browser's language.
"""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from donghanh.vietnam.dates import find_dates, make_date
from donghanh.vietnam.money import find_money
from donghanh.vietnam.numbers import has_mixed_marks, parse_number
from donghanh.vietnam.text import tidy

_LONGEST = 20_000
_MOST_DIGITS = 18
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEARLY = re.compile(r"(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})\s+hằng năm", re.IGNORECASE)
# "1,000" is a thousand to one and one to another.
_UNCLEAR = re.compile(r"\d{1,3},\d{3}")


class LineField(forms.CharField):
    """Words on one line; None where blank."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=options.pop("required", False), **options)

    def to_python(self, value: Any) -> Any:
        written = self.cleaned(super().to_python(value) or "")
        if len(written) > _LONGEST:
            raise ValidationError(
                gettext("This is longer than %(most)d characters. Split it."), params={"most": _LONGEST}
            )
        return written or None

    def cleaned(self, written: str) -> str:
        """Without what no database or Word file keeps."""
        return tidy(written)


class WordsField(LineField):
    """Words of any length."""

    widget = forms.Textarea(attrs={"rows": 3})

    def cleaned(self, written: str) -> str:
        return "\n".join(map(tidy, written.splitlines())).strip()


class ListField(WordsField):
    """Several, one on a line. none: what an empty list is, [] or None."""

    def __init__(self, *, none: list[str] | None = None, **options: Any) -> None:
        super().__init__(help_text=gettext_lazy("One on each line."), **options)
        self.none = none

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        lines = (super().to_python(value) or "").splitlines()
        return [line.strip() for line in lines if line.strip()] or self.none


class UnitsField(ListField):
    """Several units, one on a line; a control beside it offers their names."""

    has_names = True


class DateField(LineField):
    """A day as dd/mm/yyyy; ISO in the schema's form."""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_text=gettext_lazy("As 05/6/2026."), **options)
        self.widget.attrs["inputmode"] = "numeric"

    def prepare_value(self, value: Any) -> Any:
        try:
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        except (ValueError, TypeError):
            return value

    def to_python(self, value: Any) -> Any:
        written = super().to_python(value)
        return _day(written) if written else None


def _day(written: str) -> str:
    """The day that is written, in ISO form.

    Raises: ValidationError.
    """
    found = _DAY.fullmatch(written.strip())
    if found is None:
        dates = find_dates(written)
        day = dates[0].value if len(dates) == 1 else None
    elif found[3] is None:
        raise ValidationError(
            gettext("The year of “%(day)s” is missing. Write it as 05/6/2026."), params={"day": written}
        )
    else:
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        day = make_date(year, int(found[2]), int(found[1]))
    if day is None:
        raise ValidationError(
            gettext("“%(day)s” is no day of the calendar. Write it as 05/6/2026, or leave it blank."),
            params={"day": written},
        )
    return day.isoformat()


class DueField(LineField):
    """A deadline: a day, a day of every year ("--11-20"), or words."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            help_text=gettext_lazy(
                "A day (20/11/2026), a day of every year (20/11 hằng năm), or the words as they stand."
            ),
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and re.fullmatch(r"--\d\d-\d\d", value):
            return f"{value[5:]}/{value[2:4]} hằng năm"
        try:
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        except (ValueError, TypeError):
            return value

    def to_python(self, value: Any) -> Any:
        written = super().to_python(value)
        if written and (yearly := _YEARLY.fullmatch(written.strip())):
            day = make_date(2024, int(yearly[2]), int(yearly[1]))
            if day is None:
                raise ValidationError(
                    gettext("“%(day)s” is no day of the calendar. Write it as 05/6/2026, or leave it blank."),
                    params={"day": written},
                )
            return f"--{day:%m-%d}"
        if written and _DAY.fullmatch(written.strip()):
            return _day(written)
        if written and _ISO.fullmatch(written):
            try:
                return date.fromisoformat(written).isoformat()
            except ValueError:
                return _day(written)  # says what is wrong with it
        return written


class NumberField(LineField):
    """A count or a share: 1.286 or 62,5."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["inputmode"] = "decimal"

    def prepare_value(self, value: Any) -> Any:
        return _written(value) if isinstance(value, int | float) else value

    def to_python(self, value: Any) -> Any:
        written = super().to_python(value)
        if not written:
            return None
        written = written.strip()
        _refuse_unclear(written)
        number = int(written) if _is_plain(written) else parse_number(written)
        if number is None:
            raise ValidationError(
                gettext("“%(number)s” is no number. Write it as 1.286 or 62,5, or leave it blank."),
                params={"number": written},
            )
        return number


class MoneyField(LineField):
    """A sum in whole đồng: 60.000.000, 60 triệu, 1,5 tỷ đồng."""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_text=gettext_lazy("In đồng: 60.000.000, or 60 triệu."), **options)

    def prepare_value(self, value: Any) -> Any:
        return _written(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        written = super().to_python(value)
        if not written:
            return None
        written = written.strip()
        _refuse_unclear(written)
        if _is_plain(written):
            return int(written)
        number = parse_number(written)
        if isinstance(number, int):
            return number
        sums = list(find_money(written))
        if (
            len(sums) != 1
            or sums[0].value is None
            or sums[0].mixed_marks
            or sums[0].end - sums[0].start < len(written)
        ):
            raise ValidationError(
                gettext("“%(sum)s” is no sum. Write it in đồng, as 60.000.000, or leave it blank."),
                params={"sum": written},
            )
        return sums[0].value


def _is_plain(written: str) -> bool:
    """Figures without any mark between them, and not more than any count or sum has."""
    return written.isascii() and written.isdecimal() and len(written) <= _MOST_DIGITS


def _written(number: float) -> str:
    """As papers write it, whatever the language of the page: what is typed is read in the same way."""
    whole = isinstance(number, int) or number.is_integer()
    return (f"{int(number):,}" if whole else f"{number:,}").translate(str.maketrans(",.", ".,"))


def _refuse_unclear(written: str) -> None:
    if has_mixed_marks(written) or _UNCLEAR.fullmatch(written):
        raise ValidationError(
            gettext(
                "“%(number)s” can be read in two ways. Write a thousand as 1.000 and one and a half as 1,5."
            ),
            params={"number": written},
        )
