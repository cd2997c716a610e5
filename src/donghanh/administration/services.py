"""Whole trees, whole lists of units and the country's places, for those who look after them."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied

from donghanh.accounts.access import require, within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.organisations import building, changing_places, importing
from donghanh.organisations.building import Built
from donghanh.organisations.importing import Brought
from donghanh.organisations.models import Line, OrgUnit, Reorganisation
from donghanh.organisations.orders import Outcome
from donghanh.organisations.place_sheets import PlaceOrder


def may_build(user: User) -> bool:
    """Whether a person looks after the top of the Union's line, and so after the whole country."""
    return OrgUnit.objects.filter(
        within(user, Permission.REORGANISE_UNITS, "pk"),
        positions__superior=None,
        positions__line__code="union",
    ).exists()


def build(
    user: User, day: date, *, code: str, province: str | None, dry_run: bool, ip: str | None = None
) -> Built:
    """Make the units of a line that are missing, for the country or a province; dry_run: only say how many.

    Raises: PermissionDenied; UnitError as `building.build`.
    """
    if not may_build(user):
        raise PermissionDenied
    return building.build(user, day, code=code, province=province, dry_run=dry_run, ip=ip)


def preview_places(user: User, orders: Sequence[PlaceOrder]) -> Outcome:
    """What changes of places would do to the whole country; nothing is changed.

    Raises: PermissionDenied; OrdersError.
    """
    if not may_build(user):
        raise PermissionDenied
    return changing_places.preview(orders)


def change_places(
    user: User, orders: Sequence[PlaceOrder], *, shown: str, file: str, ip: str | None
) -> Reorganisation | None:
    """Carry changes of places out; shown: the token of what the person was shown.

    Raises: PermissionDenied; as `changing_places.apply`.
    """
    if not may_build(user):
        raise PermissionDenied
    return changing_places.apply(user, orders, shown=shown, file=file, ip=ip)


def read_branches(user: User, data: bytes, line: Line, day: date) -> Brought:
    """What a list of chi hội asks for; Unions that the person does not look after are unknown to it.

    Raises: PermissionDenied; UnitError, UnreadableFile as `importing.read`.
    """
    require(user, Permission.REORGANISE_UNITS)
    return importing.read(data, line, day, among=within(user, Permission.REORGANISE_UNITS))


def bring_branches(
    user: User, data: bytes, line: Line, day: date, *, only_right: bool, ip: str | None = None
) -> tuple[Brought, int]:
    """Read a list and make its units; how many. None while a row is wrong, unless only the right ones are wanted.

    Raises: as `read_branches`; NotThereError where a superior ended meanwhile.
    """
    brought = read_branches(user, data, line, day)
    return brought, importing.bring(user, brought, line, only_right=only_right, ip=ip)
