"""Whole trees, whole lists of units and the country's places, for those who look after them."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.accounts.access import require, within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.administration import rights
from donghanh.audit.services import record
from donghanh.organisations import building, changing_places, importing, ordering, undoing
from donghanh.organisations.building import Built
from donghanh.organisations.errors import UnitError
from donghanh.organisations.importing import Brought
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import Line, OrgUnit, Reorganisation
from donghanh.organisations.orders import Order, Outcome, named
from donghanh.organisations.place_sheets import PlaceOrder
from donghanh.organisations.placing import add_names, hold_tree, require_name


class NotYoursError(UnitError):
    """Orders name units that the person does not look after in their line."""

    def __init__(self) -> None:
        super().__init__(
            gettext("You may only change units that are yours. Ask the administrator above you.")
        )


def preview(user: User, orders: Sequence[Order], line: Line) -> Outcome:
    """What orders would do; nothing is changed.

    Raises: NotYoursError, OrdersError.
    """
    _require_all(user, orders, line)
    return ordering.preview(orders, line)


def reorganise(
    user: User, orders: Sequence[Order], line: Line, *, unit: OrgUnit, shown: str, ip: str | None = None
) -> Reorganisation:
    """Carry orders out. unit: on whose page they were given; shown: the token of what the person was shown.

    Raises: NotYoursError; as `ordering.apply`.
    """
    with transaction.atomic():
        hold_tree()
        _require_all(user, orders, line)
        return ordering.apply(user, orders, line, shown=shown, unit=unit, ip=ip)


def _require_all(user: User, orders: Sequence[Order], line: Line) -> None:
    """Whatever is named must be hers in the line, and what is changed in all lines must belong to this one.

    Raises: NotYoursError.
    """
    outright = {order.unit for order in orders if order.verb not in rights.IN_A_LINE}
    units = OrgUnit.objects.filter(pk__in=[ref for ref in outright if isinstance(ref, int)])
    belongs = all(line in building.own_lines(unit, rights.lines_of(unit)) for unit in units)
    if not belongs or not rights.may_all(user, named(orders), line):
        raise NotYoursError


def note_name(user: User, unit: OrgUnit, name: str, *, ip: str | None = None) -> bool:
    """Note another way in which papers write a unit's name, by which it is found too; False where it was known.

    Raises: Http404, PermissionDenied; NoNameError.
    """
    with transaction.atomic():
        hold_tree()
        if not any(is_own for _, is_own in rights.require(user, unit)):
            raise PermissionDenied
        require_name(name)
        unit = OrgUnit.objects.select_for_update(no_key=True).get(pk=unit.pk)
        new = add_names(Journal(), unit, [name])
        for each in new:
            record("unit_name_added", unit, actor=user, changes={"name": each}, ip=ip, unit=unit)
    return bool(new)


def may_undo(user: User, made: Reorganisation) -> bool:
    """Whether all units that were named are a person's in the line, the country for places; what came from no page, or
    left none of them, is undone on the machine."""
    if made.unit is None:
        return made.actor_id is not None and may_build(user)
    return made.line is not None and rights.may_all(user, made.units, made.line)


def undo(user: User, number: int, *, ip: str | None = None) -> Reorganisation:
    """Take a reorganisation back.

    Raises: Http404, PermissionDenied; as `undoing.undo`.
    """
    with transaction.atomic():
        hold_tree()
        made = get_object_or_404(Reorganisation.objects.visible_to(user), pk=number)
        if not may_undo(user, made):
            raise PermissionDenied
        return undoing.undo(user, number, ip=ip)


def may_build(user: User) -> bool:
    """Whether a person looks after the top of the Union's line, and so after the whole country."""
    line = Line.objects.filter(code="union").first()
    if line is None:
        return False
    tops = OrgUnit.objects.tops(line, timezone.localdate())
    return tops.filter(within(user, Permission.REORGANISE_UNITS, "pk", line=line)).exists()


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
    return importing.read(data, line, day, among=within(user, Permission.REORGANISE_UNITS, "pk", line=line))


def bring_branches(
    user: User, data: bytes, line: Line, day: date, *, only_right: bool, ip: str | None = None
) -> tuple[Brought, int]:
    """Read a list and make its units; how many. None while a row is wrong, unless only the right ones are wanted.

    Raises: as `read_branches`; NotThereError where a superior ended meanwhile.
    """
    brought = read_branches(user, data, line, day)
    above = {row.superior.pk for row in brought.rows if row.superior and not row.errors}
    with transaction.atomic():
        hold_tree()
        if above and not rights.may_all(user, above, line):  # the list was read a moment ago
            raise PermissionDenied
        return brought, importing.bring(user, brought, line, only_right=only_right, ip=ip)
