"""A person's name, e-mail and telephone number put right after her account was made.

Who may do so, those ask who call this: `services.correct_own`, `managing.correct`.
"""

from collections.abc import Mapping

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy

from donghanh.accounts import mailing
from donghanh.accounts.models import ResetRequest, User
from donghanh.audit.services import record

_KEPT = ("full_name", "email", "phone")


def correct(person: User, told: Mapping[str, str], *, actor: User | None, ip: str | None) -> User:
    """Take over what was told among full_name, email, phone; what is not told stays, and a blank one is gone.

    The trail keeps which of them changed, and none of the values. With another e-mail, links that were sent to the former
    mailbox open nothing (Django's tokens hold the address), links still to be sent are not, and the former mailbox is
    told, where the installation has mail.

    Raises: ValidationError by field, also where somebody takes the same address at the same moment.
    """
    with transaction.atomic():
        person = User.objects.select_for_update().get(pk=person.pk)
        before = {name: getattr(person, name) for name in _KEPT}
        now = {**{name: value or "" for name, value in before.items()}, **told}
        person.take_down(now["full_name"], now["email"], now["phone"])
        corrected = [name for name in _KEPT if getattr(person, name) != before[name]]
        if not corrected:
            return person
        unasked = {field.name for field in User._meta.fields} - set(corrected)
        person.full_clean(exclude=unasked)
        try:
            with transaction.atomic():
                person.save(update_fields=[*corrected, "searched"])
        except IntegrityError:
            person.validate_unique(exclude=unasked)
            raise
        if "email" in corrected:
            ResetRequest.objects.filter(person=person).update(person=None, ip="")
        verb = "own_details_corrected" if actor == person else "details_corrected"
        record(verb, person, actor=actor, changes={"corrected": corrected}, ip=ip, unit=person.home_unit_id)
    if settings.MAIL_SITE and before["email"] and "email" in corrected:
        subject = gettext_lazy("The e-mail of your Đồng Hành account was changed")
        mailing.send(before["email"], subject, "accounts/mail/former_mailbox.txt", {"person": person})
    return person
