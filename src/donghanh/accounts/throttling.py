"""How many wrong passwords are taken: few for whoever guesses, without shutting out whoever is guessed at; how many mails
are sent.

Counted are failures, in three ways: from one network over all names; for one name from one network; for one name over
all networks. A device on which the person signed in before (a signed cookie) is counted on its own, so that neither a
colleague at the next desk nor a stranger with many addresses can keep her out there. A limit of django-allauth for an
address would undo that, since an office has one: the settings have none, and none of its limits is asked of more than
the person who signed in or gave her password.

Links by mail are counted for a mailbox, whoever asks, so that nobody floods it, and over all mailboxes: for a network, or
on a device on which somebody signed in for that person, whom the network's other devices do not stop.

A failure that is refused without a look is not counted, so that a network fills as many rows as it may fail; rows of a
window that is over are deleted with the next failure. Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
"""

import hashlib
import hmac
import ipaddress
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from donghanh.accounts.models import FailedSignIn, ResetRequest, User
from donghanh.audit.services import origin

WINDOW = timedelta(minutes=15)
FROM_ONE_NETWORK = 60
FOR_ONE_NAME_FROM_ONE_NETWORK = 6
FOR_ONE_NAME = 40
FROM_A_KNOWN_DEVICE = 10

LINK_WINDOW = timedelta(hours=1)
LINKS_FOR_ONE_MAILBOX = 3
LINKS_FROM_ONE_NETWORK = 20

COOKIE = "donghanh_device"
_COOKIE_AGE = 365 * 24 * 60 * 60  # seconds
_MOST_PEOPLE_ON_A_DEVICE = 12
_SALT = "donghanh.accounts.device"


def is_too_much(request: HttpRequest, name: str) -> bool:
    """Whether a further password for a name is not even looked at."""
    since = timezone.now() - WINDOW
    person = User.objects.named(name)
    device = _device_of(request, person)
    failures = FailedSignIn.objects.filter(at__gte=since)
    if device:
        return failures.filter(name=_called(name, person), device=device).count() >= FROM_A_KNOWN_DEVICE
    strange = failures.filter(device="")
    by_name = strange.filter(name=_called(name, person))
    network = _network(request)
    return (
        strange.filter(network=network).count() >= FROM_ONE_NETWORK
        or by_name.filter(network=network).count() >= FOR_ONE_NAME_FROM_ONE_NETWORK
        or by_name.count() >= FOR_ONE_NAME
    )


def note_failure(request: HttpRequest, name: str) -> None:
    """Count a wrong password. Neither the name nor the address is kept as it is."""
    now: datetime = timezone.now()
    FailedSignIn.objects.filter(at__lt=now - WINDOW).delete()
    person = User.objects.named(name)
    FailedSignIn.objects.create(
        name=_called(name, person), network=_network(request), device=_device_of(request, person), at=now
    )


def forget_failures(person: User) -> None:
    """What was tried with her former password counts no more: she may have just forgotten it."""
    FailedSignIn.objects.filter(name=_called(person.username, person)).delete()


def are_too_many_links(request: HttpRequest, address: str) -> bool:
    """Whether a further link to a mailbox is not even looked at; whether anybody has it plays no part."""
    recent = ResetRequest.objects.filter(at__gte=timezone.now() - LINK_WINDOW)
    return (
        recent.filter(mailbox=_hashed(address)).count() >= LINKS_FOR_ONE_MAILBOX
        or recent.filter(network=_asker(request)).count() >= LINKS_FROM_ONE_NETWORK
    )


def note_link(request: HttpRequest, address: str, person: User | None) -> ResetRequest:
    """Count a link to a mailbox; person: to whom it goes, if to anybody."""
    now: datetime = timezone.now()
    ResetRequest.objects.filter(at__lt=now - LINK_WINDOW).delete()
    return ResetRequest.objects.create(
        mailbox=_hashed(address),
        network=_asker(request),
        person=person,
        ip=origin(request) or "",
        at=now,
    )


def remember_device(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the browser show next time that this person signed in on it."""
    others = [each for each in _devices(request) if each[0] != user.pk]
    known: list[list[int | str]] = [[user.pk, secrets.token_hex(8)], *others]
    response.set_cookie(
        COOKIE,
        signing.dumps(known[:_MOST_PEOPLE_ON_A_DEVICE], salt=_SALT, compress=True),
        max_age=_COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _devices(request: HttpRequest) -> list[list[int | str]]:
    try:
        found = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_COOKIE_AGE)
    except signing.BadSignature:
        return []
    return found if isinstance(found, list) else []


def _called(name: str, person: User | None) -> str:
    """One name for all the ways in which a person's may be written."""
    return _hashed(f"person {person.pk}" if person else f"name {User.normalize_username(name)}")


def _device_of(request: HttpRequest, person: User | None) -> str:
    """The mark of this device for a person; blank where she never signed in on it."""
    devices = _devices(request)
    return next((str(mark) for number, mark in devices if person and number == person.pk), "")


def _asker(request: HttpRequest) -> str:
    """Whoever signed in last on this device, by her number so that signing in again gives no more; else the network."""
    devices = _devices(request)
    return _hashed(f"asker {devices[0][0]}") if devices else _network(request)


def _network(request: HttpRequest) -> str:
    """The address, of which a household may have 2 to the 64th in the newer protocol.

    A server that listens in both writes the older as one of the newer, in which the whole internet is one network.
    """
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR") or "")
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return _hashed(str(ipaddress.ip_network((address, 64), strict=False)))
        address = address.ipv4_mapped
    return _hashed(str(address))


def _hashed(value: str) -> str:
    """Not to be turned back without the installation's secret; it may be somebody's telephone number."""
    return hmac.new(
        settings.SECRET_KEY.encode(), value.strip().casefold().encode(), hashlib.sha256
    ).hexdigest()
