"""Another password by a link from a mail; not there where the installation has no mail."""

from collections.abc import Callable
from functools import wraps

from allauth.account.views import PasswordResetDoneView, PasswordResetFromKeyView, PasswordResetView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse_lazy

from donghanh.accounts.resetting import MINUTES, LinkGoneError


def _with_mail(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @login_not_required
    @wraps(view)
    def run(request: HttpRequest, **which: str) -> HttpResponse:
        if not settings.MAIL_SITE:
            raise Http404
        return view(request, **which)

    return run


class _Choose(PasswordResetFromKeyView):
    success_url = reverse_lazy("account_login")

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except LinkGoneError:
            return self.render_to_response(self.get_context_data(token_fail=True))


ask = _with_mail(PasswordResetView.as_view())
asked = _with_mail(PasswordResetDoneView.as_view(extra_context={"minutes": MINUTES}))
choose = _with_mail(_Choose.as_view(extra_context={"minutes": MINUTES}))
