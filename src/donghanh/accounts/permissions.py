"""What people may do, and which role lets them: the whole catalogue, in code.

A role is held in a unit, and reaches all units below it in the line in which it is held, except where its rule says
that it stays in the unit. Whatever no rule names is forbidden.
"""

from dataclasses import dataclass
from enum import Enum, auto

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(Enum):
    """Something that a page or a service asks for before it shows or does anything."""

    VIEW_DOCUMENTS = auto()
    """See the documents that a unit handed over, and what was read in them."""
    ADD_DOCUMENTS = auto()
    """Hand over documents for a unit."""
    REVIEW_DOCUMENTS = auto()
    """Correct and accept what was read in a unit's documents."""
    VIEW_PLANS = auto()
    """See a unit's plans and its work."""
    WRITE_PLANS = auto()
    """Write a unit's plans, answer what it is asked, issue what was approved."""
    APPROVE_PLANS = auto()
    """Return a unit's plans, and approve them; never approve one that she submitted herself."""
    VIEW_PEOPLE = auto()
    """See who holds which role in a unit."""
    MANAGE_PEOPLE = auto()
    """Make accounts, give and end roles, reset passwords of a unit's people."""
    REORGANISE_UNITS = auto()
    """Add, rename, move, merge, split and end units."""
    VIEW_AUDIT = auto()
    """Search who did what in a unit."""
    ERASE_AUDIT = auto()
    """Empty what entries about a unit's acts say, where the law gives a person the right to it; never of her own acts."""
    RUN_MACHINE = auto()
    """See whether the machine works, its backups among it; no personal data."""


class Role(models.TextChoices):
    """What a person is in a unit."""

    DATA_ENTRY = "data_entry", _("Data entry")
    APPROVER = "approver", _("Approver")
    LEADER = "leader", _("Leader")
    UNIT_ADMIN = "unit_admin", _("Unit administrator")
    FINANCE = "finance", _("Finance")
    AUDITOR = "auditor", _("Auditor")
    CASE_WORKER = "case_worker", _("Case worker")
    VIEWER = "viewer", _("Viewer")
    OPERATOR = "operator", _("System operator")


@dataclass(frozen=True, slots=True)
class Rule:
    """reaches_down: also over the units below. needs_second_factor: a password alone does not open the door."""

    permissions: frozenset[Permission]
    reaches_down: bool = True
    needs_second_factor: bool = False


_SEE = frozenset({Permission.VIEW_DOCUMENTS, Permission.VIEW_PLANS})
_WORK = _SEE | {Permission.ADD_DOCUMENTS, Permission.REVIEW_DOCUMENTS, Permission.WRITE_PLANS}
_LEAD = _WORK | {Permission.APPROVE_PLANS, Permission.VIEW_PEOPLE}

RULES: dict[Role, Rule] = {
    Role.DATA_ENTRY: Rule(_WORK),
    Role.APPROVER: Rule(_LEAD, needs_second_factor=True),
    Role.LEADER: Rule(_LEAD, needs_second_factor=True),
    Role.UNIT_ADMIN: Rule(
        _SEE | {Permission.VIEW_PEOPLE, Permission.MANAGE_PEOPLE, Permission.REORGANISE_UNITS},
        needs_second_factor=True,
    ),
    Role.FINANCE: Rule(_SEE, needs_second_factor=True),
    # Whoever erases sees the trail and does nothing that stands in it but this; ADR 0021.
    Role.AUDITOR: Rule(
        _SEE | {Permission.VIEW_PEOPLE, Permission.VIEW_AUDIT, Permission.ERASE_AUDIT},
        needs_second_factor=True,
    ),
    # Sealed cases stay in the unit that was told of them; whoever is above sees figures.
    Role.CASE_WORKER: Rule(_SEE, reaches_down=False, needs_second_factor=True),
    Role.VIEWER: Rule(_SEE),
    # The machine, and nothing that is in it.
    Role.OPERATOR: Rule(frozenset({Permission.RUN_MACHINE}), reaches_down=False, needs_second_factor=True),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A role that a person has on a day, her own or as a substitute.

    path: of the unit in the line in which the role is held; None where it stands there no more. is_wide: the unit has
    so many below it that they are better not listed.
    """

    grant_id: int
    role: Role
    unit_id: int
    line_id: int
    path: str | None
    is_wide: bool
    is_substitute: bool

    @property
    def reaches_down(self) -> bool:
        return self.path is not None and RULES[self.role].reaches_down
