"""Pages for whole trees and whole lists: the Union's tree of the country or a province, chi hội from Excel."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.access import require
from donghanh.accounts.forms import ListForm
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.administration import services
from donghanh.audit.services import origin
from donghanh.organisations import importing
from donghanh.organisations.building import TRUNKS
from donghanh.organisations.downloads import excel
from donghanh.organisations.errors import UnitError
from donghanh.organisations.forms import DayField
from donghanh.organisations.models import Level, Line, Place
from donghanh.organisations.tree import on
from donghanh.reading.errors import UnreadableFile


class BuildForm(forms.Form):
    """Which line, of which province, as of which day."""

    line = forms.ChoiceField(label=gettext_lazy("Line"))
    province = forms.ChoiceField(label=gettext_lazy("Province"), required=False)
    day = DayField(label=gettext_lazy("As of"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line, province = self.fields["line"], self.fields["province"]
        provinces = Place.objects.filter(on(timezone.localdate()), level=Level.PROVINCE).order_by("code")
        if isinstance(line, forms.ChoiceField) and isinstance(province, forms.ChoiceField):
            line.choices = [(code, trunk.long_title) for code, trunk in TRUNKS.items()]
            named = [(str(code), name) for code, name in provinces.values_list("code", "name")]
            province.choices = [("", gettext("the whole country")), *named]


@require_http_methods(["GET", "POST"])
def build(request: HttpRequest) -> HttpResponse:
    """The units of a line that are missing: how many they would be, then made."""
    user = as_user(request.user)
    if not services.may_build(user):
        raise PermissionDenied
    form = BuildForm(request.POST if request.method == "POST" else None)
    built = None
    if request.method == "POST" and form.is_valid():
        told, dry_run = form.cleaned_data, "build" not in request.POST
        try:
            built = services.build(
                user,
                told["day"],
                code=told["line"],
                province=told["province"] or None,
                dry_run=dry_run,
                ip=origin(request),
            )
        except UnitError as error:
            form.add_error(None, str(error))
        else:
            if not dry_run:
                said = ngettext("%(count)d unit was made.", "%(count)d units were made.", built.new)
                messages.success(request, said % {"count": built.new})
                return redirect("organisations:list")
    status = 400 if form.errors else 200
    return render(request, "administration/build.html", {"form": form, "built": built}, status=status)


@require_http_methods(["GET", "POST"])
def branches(request: HttpRequest) -> HttpResponse:
    """Chi hội from Excel: what is wrong row by row, or the units made."""
    user = as_user(request.user)
    require(user, Permission.REORGANISE_UNITS)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    brought = None
    if request.method == "POST" and form.is_valid():
        line, today = get_object_or_404(Line, code="union"), timezone.localdate()
        data, made = form.cleaned_data["file"].read(), 0
        try:
            if "check" in request.POST:
                brought = services.read_branches(user, data, line, today)
            else:
                only_right = form.cleaned_data["only_right"]
                brought, made = services.bring_branches(
                    user, data, line, today, only_right=only_right, ip=origin(request)
                )
        except (UnitError, UnreadableFile) as error:
            form.add_error("file", str(error))
        if made:
            said = ngettext("%(count)d unit was made.", "%(count)d units were made.", made)
            messages.success(request, said % {"count": made})
            return redirect("organisations:list")
    context = {
        "form": form,
        "brought": brought,
        "right": sum(not row.errors for row in brought.rows) if brought else 0,
        "shown_errors": brought.errors[:200] if brought else [],
    }
    return render(request, "administration/branches.html", context, status=400 if form.errors else 200)


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """The list of chi hội to be filled in."""
    require(request.user, Permission.REORGANISE_UNITS)
    return excel(importing.template(), "danh-sach-chi-hoi.xlsx")
