"""Shares of a target as an Excel list: taken away with what stands there, brought back filled in."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext

from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.naming import Above, Names
from donghanh.organisations.sheets import Value, read_list, text_of
from donghanh.plans.errors import PlanError
from donghanh.plans.models import Plan, Target
from donghanh.plans.sharing import STEP, shares_by_unit
from donghanh.vietnam.numbers import has_mixed_marks, parse_number
from donghanh.writing.workbook import Sheet, workbook

_UNCLEAR = re.compile(r"\d{1,3}(,\d{3})+")  # a thousand, or one and nothing behind the comma
COLUMNS = {
    "unit": ("Đơn vị", ("don vi", "ten don vi", "xa phuong")),
    "quantity": ("Số lượng", ("so luong", "chi tieu", "phan bo", "giao")),
}


class WrongRowsError(PlanError):
    """Rows of a list that cannot be taken; `errors`: all of them."""

    def __init__(self, errors: list[str]) -> None:
        self.errors = errors
        super().__init__(" ".join(errors[:20]))


def sheet_of(plan: Plan, target: Target, units: Iterable[OrgUnit]) -> bytes:
    """A list of units, each with its share where it has one."""
    listed = list(units)
    shares, above = shares_by_unit(target), Above([unit.pk for unit in listed], plan.line)
    names = [unit.name for unit in listed]
    rows = [
        (
            unit.name if names.count(unit.name) == 1 else ", ".join((unit.name, above.under(unit, plan.day))),
            float(shares[unit.pk].quantity) if unit.pk in shares else None,
        )
        for unit in listed
    ]
    return workbook([Sheet("Phân bổ", [head for head, _ in COLUMNS.values()], rows, (48, 14))])


def read_shares(data: bytes, plan: Plan) -> dict[int, Decimal | None]:
    """What a list says of each unit, None where its cell is blank.

    Raises: WrongRowsError with every row that is wrong; UnitError, UnreadableFile for a file that is no such list.
    """
    listed = read_list(data, COLUMNS, needed=(("unit",), ("quantity",)))
    names = Names(plan.line, [row.cells["unit"] for row in listed])
    found: dict[int, Decimal | None] = {}
    rows: dict[int, int] = {}
    errors: list[str] = []
    for row in listed:
        try:
            unit = names.one(row.cells["unit"], plan.day)
            quantity = _quantity(row.values["quantity"])
        except UnitError as error:
            errors.append(gettext("Row %(number)d: %(error)s") % {"number": row.number, "error": error})
            continue
        if unit.pk in rows:
            said = gettext("Row %(number)d: “%(unit)s” stands in row %(other)d already.")
            errors.append(said % {"number": row.number, "unit": unit.name, "other": rows[unit.pk]})
        rows[unit.pk] = row.number
        found[unit.pk] = quantity
    if errors:
        raise WrongRowsError(errors)
    return found


class NoNumberError(UnitError):
    def __init__(self, said: str) -> None:
        super().__init__(gettext("“%(said)s” is no quantity. Write 12 or 2,5.") % {"said": said[:40]})


def _quantity(value: Value) -> Decimal | None:
    """Raises: NoNumberError."""
    said = text_of(value)
    if not said:
        return None
    return parsed(said) if isinstance(value, str) else _exact(str(value), said)


def parsed(said: str) -> Decimal:
    """A quantity as a person writes it: 1.286 or 2,5.

    Raises: NoNumberError.
    """
    is_unclear = has_mixed_marks(said) or _UNCLEAR.fullmatch(said.strip())
    found = None if is_unclear else parse_number(said)
    if found is None:
        raise NoNumberError(said)
    return _exact(str(found), said)


def _exact(number: str, said: str) -> Decimal:
    """Raises: NoNumberError."""
    try:
        exact = Decimal(number)
        if exact < 0 or exact >= Decimal(10) ** 15 or exact != exact.quantize(STEP):
            raise NoNumberError(said)
    except InvalidOperation as error:
        raise NoNumberError(said) from error
    return exact
