"""Doors that stand before every page: a password that somebody else knows, a second step that a role asks for."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from donghanh.accounts.access import needs_second_factor
from donghanh.accounts.models import User

_OPEN = frozenset(
    {
        "account_login",
        "account_logout",
        "account_change_password",
        "account_reauthenticate",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "set_language",
        "web:help",
    }
)


def first_things_first(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Lead a person to what she has to do before anything else; the pages for doing it stay open."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        user = request.user
        name = request.resolver_match.view_name if request.resolver_match else ""
        if not isinstance(user, User) or name in _OPEN:
            return None
        if user.must_change_password:
            return HttpResponseRedirect(reverse("account_change_password"))
        if (
            name.startswith("mfa_")
            or not needs_second_factor(user)
            or is_mfa_enabled(user, ["totp", "webauthn"])
        ):
            return None
        return HttpResponseRedirect(reverse("mfa_index"))

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware
