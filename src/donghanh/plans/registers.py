"""Pages of what is kept beside plans: the registers of documents, and who opened a plan that was sent out."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from donghanh.accounts.services import as_user
from donghanh.documents.review.answers import number
from donghanh.organisations import downloads
from donghanh.plans import books, opening, selectors
from donghanh.plans.models import Plan

PAGE = 50


def _asked(request: HttpRequest) -> books.Books:
    unit, year = request.GET.get("unit"), request.GET.get("year")
    return books.books_of(
        as_user(request.user), number(unit) if unit else None, number(year) if year else None
    )


@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    """The register of a unit's documents in a year."""
    asked = _asked(request)
    page = Paginator(asked.numbers, PAGE).get_page(request.GET.get("page"))
    return render(request, "plans/numbers.html", {"books": asked, "page": page})


@require_GET
def numbers_excel(request: HttpRequest) -> HttpResponse:
    """The same as Excel."""
    asked = _asked(request)
    return downloads.excel(books.as_workbook(asked), f"so-van-ban-{asked.year or ''}.xlsx")


def _sent(request: HttpRequest, pk: int) -> Plan:
    plan = selectors.visible(request.user, pk)
    if not opening.is_of_its_unit(request.user, plan):
        raise PermissionDenied
    return plan


@require_GET
def openings(request: HttpRequest, pk: int) -> HttpResponse:
    """Which units have opened a plan that was sent to them, those that have not first."""
    plan = _sent(request, pk)
    page = Paginator(opening.listed(plan), PAGE).get_page(request.GET.get("page"))
    context = {"plan": plan, "page": page, "reached": opening.reached(plan)}
    return render(request, "plans/openings.html", context)


@require_GET
def openings_excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as Excel."""
    plan = _sent(request, pk)
    return downloads.excel(opening.as_workbook(plan), "da-mo-xem.xlsx")
