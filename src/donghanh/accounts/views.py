"""Signing in and out."""

from django.contrib.auth import views as django_views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from . import services


class SignIn(django_views.LoginView):
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        services.sign_in(self.request, form.get_user())
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        services.note_failed_sign_in(self.request, form.data.get("username", ""))
        return super().form_invalid(form)


class SignOut(django_views.LogoutView):
    """POST only: a link on another site must not sign anybody out."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        services.sign_out(request)
        return HttpResponseRedirect(self.get_success_url())
