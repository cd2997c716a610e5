"""The registers of documents as they are looked at: the numbers of a unit in a year, kind by kind; as Excel."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from donghanh.accounts.access import held, require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.documents import words
from donghanh.organisations.models import OrgUnit
from donghanh.plans.models import DocumentNumber, NumberBook, NumberQuerySet
from donghanh.writing.workbook import Sheet, workbook


@dataclass(frozen=True, slots=True)
class Books:
    """The registers of a unit in a year. units: those of the person; years: in which any number was given, the last first.

    numbers: by kind, the first first.
    """

    unit: OrgUnit
    year: int | None
    units: Sequence[OrgUnit]
    years: Sequence[int]
    numbers: NumberQuerySet


def books_of(user: User, unit: int | None = None, year: int | None = None) -> Books:
    """What a person sees of a unit's registers: of the first of hers where none is named; of its last year where none is,
    or one without numbers.

    Raises: PermissionDenied, Http404.
    """
    require(user, Permission.VIEW_PLANS, unit)
    mine = {each.unit_id for each in held(user, Permission.VIEW_PLANS)}
    units = list(OrgUnit.objects.filter(pk__in=mine).order_by("name"))
    shown = units[0] if unit is None else get_object_or_404(OrgUnit, pk=unit)
    years = list(
        NumberBook.objects.filter(unit=shown).order_by("-year").values_list("year", flat=True).distinct()
    )
    asked = year if year in years else next(iter(years), None)
    numbers = DocumentNumber.objects.visible_to(user).filter(book__unit=shown, book__year=asked or 0)
    return Books(
        unit=shown,
        year=asked,
        units=units if shown in units else [shown, *units],
        years=years,
        numbers=numbers.select_related("book", "plan").order_by("book__kind", "running"),
    )


def as_workbook(books: Books) -> bytes:
    """All numbers of a unit in a year, one on a line."""
    lines = [
        (words.document_kind(each.book.kind), each.running, each.written, each.issued_on, each.plan.title)
        for each in books.numbers
    ]
    head = (
        gettext("Kind of document"),
        gettext("No."),
        gettext("Number and symbol"),
        gettext("Issued on"),
        gettext("Title"),
    )
    above = (gettext("Register of documents %(year)s") % {"year": books.year or ""}, books.unit.name)
    return workbook([Sheet(gettext("Register"), head, lines, (20, 8, 22, 14, 80), above)])
