"""What sheets of orders have in common, about units and about places: all wrong rows are told at once."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from django.utils.translation import gettext

from donghanh.organisations.errors import UnitError
from donghanh.organisations.orders import Fault, OrdersError

PARTLY = {"": False, "toan bo": False, "mot phan": True}
"""What the column “Toàn bộ hay một phần” may hold, bare, and whether it means a part."""


class Numbered(Protocol):
    """A row with its number in the sheet."""

    @property
    def number(self) -> int: ...


Row = TypeVar("Row", bound=Numbered)
Parsed = TypeVar("Parsed")


def sift(rows: Iterable[Row], parse: Callable[[Row], Parsed]) -> tuple[list[Parsed], list[Fault]]:
    """What can be parsed of some rows, and what is wrong with the others. parse: raises UnitError for a wrong row."""
    parsed: list[Parsed] = []
    faults: list[Fault] = []
    for row in rows:
        try:
            parsed.append(parse(row))
        except UnitError as error:
            faults.append(Fault(row.number, str(error)))
    return parsed, faults


def require_right(orders: list[Parsed], faults: list[Fault]) -> list[Parsed]:
    """The orders of a sheet in which nothing is wrong.

    Raises: OrdersError with all that is; UnitError for a sheet without orders.
    """
    if faults:
        raise OrdersError(faults)
    if not orders:
        raise UnitError(gettext("The file holds no orders. Write each in a row under the heads."))
    return orders
