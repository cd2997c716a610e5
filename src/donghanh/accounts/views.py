"""Signing in and out."""

from django.contrib.auth import views as django_views


class SignIn(django_views.LoginView):
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True


class SignOut(django_views.LogoutView):
    """POST only: a link on another site must not sign anybody out."""
