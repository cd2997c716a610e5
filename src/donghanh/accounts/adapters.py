"""Where django-allauth asks the product: what it may do, says, keeps and writes down."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from donghanh.accounts import services, throttling

_SAID = {
    "account/messages/password_changed.txt": _("Your password was changed."),
    "mfa/messages/totp_activated.txt": _("Codes from your telephone are asked for from now on."),
    "mfa/messages/totp_deactivated.txt": _("Codes from your telephone are not asked for any more."),
    "mfa/messages/webauthn_added.txt": _("The key was added."),
    "mfa/messages/webauthn_removed.txt": _("The key was removed."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "New codes on paper were made; the old ones work no more."
    ),
    "usersessions/messages/sessions_logged_out.txt": _("The other sessions were ended."),
}
_WAYS = {
    "reauthenticate": _("Your password"),
    "mfa_reauthenticate": _("A code from the telephone or from paper"),
    "mfa_reauthenticate:webauthn": _("A key or this device"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators only; each sign-in, failure and change leaves an audit entry."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "The name and the password do not fit together. Look at the keyboard's language and capitals."
        ),
        "too_many_login_attempts": _(
            "Too many wrong passwords. Wait 15 minutes, or ask your unit's administrator for a new password."
        ),
        "incorrect_password": _("That is not your password."),
        "enter_current_password": _("That is not your present password."),
        "incorrect_code": _("That code is wrong or was used. Take the one that your telephone shows now."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if throttling.is_too_much(request, credentials.get("username", "")):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        throttling.note_failure(request, credentials.get("username", ""))
        services.note_failed_sign_in(request, credentials.get("username", ""))

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        services.sign_in(
            request, services.as_user(user), lambda: super(AccountAdapter, self).login(request, user)
        )

    def logout(self, request: HttpRequest) -> None:
        services.sign_out(request)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **details: Any) -> HttpResponse:
        response = super().post_login(request, user, **details)
        throttling.remember_device(request, response, services.as_user(user))
        return response

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_inactive"))

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": _WAYS.get(way["id"], way["description"])} for way in ways]

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        services.choose_password(self.request, services.as_user(user), password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:own")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """In our words, and nothing on what the person sees anyway."""
        if message := kwargs.get("message"):
            messages.add_message(request, level, message)
        elif said := _SAID.get(message_template or ""):
            messages.success(request, said)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No mail, since most offices have none; the audit trail has it (`services.second_steps_recorded`)."""


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: their secrets are kept encrypted. That the last one stays, `services.second_steps_recorded` holds."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code is wrong or was used. Take the one that your telephone shows now."),
        "cannot_generate_recovery_codes": _("Add a telephone or a key first, then codes on paper."),
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002 (allauth names it)
        """What a key is called whose holder gave it no name."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Key %(number)d") % {"number": number}

    def decrypt(self, encrypted_text: str) -> str:
        """Blank, which no code fits, where the installation's secret is another one than it was."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return ""


def _box() -> Fernet:
    key = hashlib.sha256(b"donghanh.accounts.second-factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
