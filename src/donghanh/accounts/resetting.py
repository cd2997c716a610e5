"""A forgotten password, where the installation has mail: a link goes out, whoever opens it chooses another password.

Whether somebody has an address is not told: answering takes the same steps for both, and the mail is sent by the worker.
"""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import int_to_base36
from django.utils.translation import gettext_lazy

from donghanh.accounts import mailing, throttling
from donghanh.accounts.access import needs_second_factor
from donghanh.accounts.models import ResetRequest, User
from donghanh.audit.services import origin, record

MINUTES = settings.PASSWORD_RESET_TIMEOUT // 60
"""For how long a link works."""


class LinkGoneError(Exception):
    """The link was used, is too old, or is not this person's any more."""


def may_reset(person: User) -> bool:
    """Whether her mailbox may stand in for her password.

    Not where an account is closed or was never given a password; nor where her role asks for a second step that is not
    set up yet, since whoever reads the mailbox would set up one of his own.
    """
    return (
        person.is_active
        and person.has_usable_password()
        and (not needs_second_factor(person) or is_mfa_enabled(person, ["totp", "webauthn"]))
    )


def ask(request: HttpRequest, address: str) -> None:
    """Have a link sent to whoever has this address, if anybody has."""
    from donghanh.accounts.tasks import send_link  # noqa: PLC0415 (the task calls back)

    with transaction.atomic():
        person = User.objects.filter(email=address.strip().casefold()).first()
        send_link.enqueue(throttling.note_link(request, address, person).pk)


def send(number: int) -> None:
    """Send the link that was asked for; nothing where it was asked for too long ago, or may go to nobody.

    number: of the `ResetRequest`. Where a server does not take the mail, the person asks again.
    """
    with transaction.atomic():
        asked = ResetRequest.objects.select_related("person").filter(pk=number).first()
        # What goes on counting is the mailbox.
        ResetRequest.objects.filter(pk=number).update(person=None, ip="")
        person = asked.person if asked else None
        if not (settings.MAIL_SITE and asked and person and person.email and may_reset(person)):
            return
        record("reset_asked", person, actor=None, ip=asked.ip or None, unit=person.home_unit_id)
    key = default_token_generator.make_token(person)
    path = reverse("account_reset_password_from_key", args=[int_to_base36(person.pk), key])
    context = {"person": person, "link": f"{settings.MAIL_SITE}{path}", "minutes": MINUTES}
    subject = gettext_lazy("Choose another password for Đồng Hành")
    mailing.send(person.email, subject, "accounts/mail/link.txt", context)


def choose(request: HttpRequest, person: User, key: str, password: str) -> None:
    """Take a new password in place of a forgotten one. Open sessions end; second steps stay.

    Raises: LinkGoneError, also for the second of two who use a link at once.
    """
    with transaction.atomic():
        person = User.objects.select_for_update().get(pk=person.pk)
        if not (may_reset(person) and default_token_generator.check_token(person, key)):
            raise LinkGoneError
        person.set_password(password)
        person.must_change_password = False
        person.save(update_fields=["password", "must_change_password"])
        throttling.forget_failures(person)
        record("reset_by_mail", person, actor=person, ip=origin(request))
