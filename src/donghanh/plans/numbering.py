"""The number of a document: the next one of its unit, year and kind, or the one that the clerk's own book gave it.

Whoever gives a number holds its book until she is done, and a number stands once in it: none is given twice, and one that
was drawn for what came to nothing is the next one's again. What a typed number leaves out stays out.
"""

from datetime import date

from django.db import transaction
from django.db.models import Max

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.organisations.models import Kind, Level, OrgUnit
from donghanh.plans.desk import hold
from donghanh.plans.errors import (
    NoNumberError,
    NoSymbolError,
    NotASymbolError,
    NumberTakenError,
    OtherKindError,
)
from donghanh.plans.models import DocumentNumber, NumberBook, Plan, UnitSymbol
from donghanh.vietnam.references import (
    ABBREVIATIONS,
    Reference,
    is_symbol,
    read_reference,
    symbol_of,
)
from donghanh.vietnam.text import tidy

LONGEST, LONGEST_SYMBOL = 100, 30
# In whose name a unit signs: the Presidium at the centre, its Standing Committee below.
_PRESIDIUM, _STANDING_COMMITTEE = "ĐCT", "BTV"
_OF_KINDS = {Kind.UNION.value: _STANDING_COMMITTEE, Kind.PEOPLES_COMMITTEE.value: "UBND"}


def unit_symbol(unit: OrgUnit) -> str:
    """What stands for a unit in the symbols of its documents; blank where nobody said it and no custom does."""
    chosen = UnitSymbol.objects.filter(unit=unit).values_list("symbol", flat=True).first()
    if chosen:
        return chosen
    if unit.kind == Kind.UNION and unit.level == Level.CENTRE:
        return _PRESIDIUM
    return _OF_KINDS.get(unit.kind, "")


def symbol(plan: Plan) -> str:
    """What stands behind the number of a plan, "KH-BTV"; blank where what stands for its unit is not known."""
    of_unit = unit_symbol(plan.unit)
    return symbol_of(plan.kind, of_unit) if of_unit else ""


def set_symbol(user: User, number: int, written: str, *, ip: str | None = None) -> str:
    """Say what stands for the unit of a plan in the symbols of its documents from now on.

    Raises: Http404, PermissionDenied, NotASymbolError.
    """
    said = tidy(written)
    with transaction.atomic():
        plan = hold(user, number)
        if len(said) > LONGEST_SYMBOL or not is_symbol(said):
            raise NotASymbolError(written)
        UnitSymbol.objects.update_or_create(unit=plan.unit, defaults={"symbol": said})
        record("unit_symbol_set", plan.unit, actor=user, changes={"symbol": said}, ip=ip, unit=plan.keeper_id)
    return said


def give(plan: Plan, day: date, written: str = "") -> DocumentNumber:
    """Enter a plan in the book of its unit, the year of the day and its kind; within the transaction that issues it.

    written: the number that it has already; blank for the next one.

    Raises: NoNumberError, OtherKindError, NumberTakenError; NoSymbolError where one is needed and not known.
    """
    wanted = _wanted(plan, written) if written.strip() else None
    behind = wanted.symbol if wanted and wanted.symbol else symbol(plan)
    if not behind:
        raise NoSymbolError(plan.unit.name)
    NumberBook.objects.get_or_create(unit=plan.unit, year=day.year, kind=plan.kind)
    book = NumberBook.objects.select_for_update().get(unit=plan.unit, year=day.year, kind=plan.kind)
    if wanted is None:
        running = (book.numbers.aggregate(last=Max("running"))["last"] or 0) + 1
    else:
        running = wanted.running
        if taken := book.numbers.filter(running=running).select_related("plan").first():
            raise NumberTakenError(taken.written, day.year, taken.plan.title)
    reference = Reference(running, behind, wanted.mark if wanted else "/")
    return DocumentNumber.objects.create(
        book=book, running=running, written=str(reference), issued_on=day, plan=plan
    )


def _wanted(plan: Plan, written: str) -> Reference:
    wanted = read_reference(written)
    if wanted is None or len(str(wanted)) > LONGEST:
        raise NoNumberError(written)
    others = {each for kind, each in ABBREVIATIONS.items() if kind != plan.kind}
    if wanted.symbol.partition("-")[0] in others:
        raise OtherKindError(str(wanted), symbol(plan))
    return wanted
