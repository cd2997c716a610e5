"""A person's own pages: who she is here, what she may do where, on which devices she is signed in."""

from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import views as django_views
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts import selectors, services
from donghanh.accounts.forms import ContactForm


class SignOut(django_views.LogoutView):
    """POST only: a link on another site must not sign anybody out."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        get_adapter().logout(request)
        return HttpResponseRedirect(self.get_success_url())


def recorded(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of allauth that changes second steps, in one transaction with its audit entries."""

    @wraps(view)
    def run(request: HttpRequest, **which: int) -> HttpResponse:
        try:
            with services.second_steps_recorded(request):
                return view(request, **which)
        except services.LastStepError:
            messages.error(
                request, _("Your role asks for a second step. Add another one first, then remove this one.")
            )
            return redirect("mfa_index")

    return run


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """Her roles, her second steps, her sessions."""
    user = services.as_user(request.user)
    context = {
        "roles": selectors.roles_of(user),
        "substituting": selectors.substituting(user),
        "today": timezone.localdate(),
        "factors": set(Authenticator.objects.filter(user=user).values_list("type", flat=True)),
        "sessions": selectors.sessions_of(user, request.session.session_key),
    }
    return render(request, "accounts/own.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@reauthentication_required  # type: ignore[untyped-decorator]
def contact(request: HttpRequest) -> HttpResponse:
    """Her own e-mail and telephone number; whoever changes them can have the password replaced, so it is asked again who
    she is."""
    user = services.as_user(request.user)
    posted = request.POST if request.method == "POST" else None
    form = ContactForm(posted, initial={"phone": user.phone, "email": user.email})
    if posted is not None and form.is_valid():
        try:
            services.correct_own(request, form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("How you are reached was put right."))
            return redirect("accounts:own")
    return render(request, "accounts/contact.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out on another device."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user.pk)
    services.end_sessions(request, [session])
    messages.success(request, _("The session was ended."))
    return redirect("accounts:own")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    others = UserSession.objects.filter(user=request.user.pk)
    services.end_sessions(request, others.exclude(session_key=request.session.session_key))
    messages.success(request, _("The other sessions were ended."))
    return redirect("accounts:own")
