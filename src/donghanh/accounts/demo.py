"""People for trying the program out: two provinces with their communes, all with the password that `./run` prints.

Their names are drawn from common ones, the same every time; nobody of that name and office is meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from donghanh.accounts.importing import user_name_of
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.audit.services import record
from donghanh.organisations.models import Kind, Level, Line, OrgUnit
from donghanh.vietnam.text import bare

USERNAME = "dungthu"
PROVINCES = (11, 40)  # Điện Biên, Nghệ An
_SINCE = date(2025, 7, 1)
_FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Lò Quàng Cà Tòng Lường Vừ Sùng Giàng Lô Lương Vi Kha Moong Cụt".split()
_MIDDLES = ("Thị", "Thị Thu", "Thị Minh", "Thị Hồng", "Thị Ngọc", "Thanh", "Thùy")
_NAMES = (
    "Lan Mai Hoa Hương Thảo Nga Hạnh Yến Dung Hằng Nhung Xuân Thủy Loan Phượng Bình Chi Dua Mỷ Sua".split()
)
_IN_A_PROVINCE = (Role.UNIT_ADMIN, Role.LEADER, Role.APPROVER, Role.FINANCE, Role.AUDITOR, Role.CASE_WORKER)
_IN_A_COMMUNE = (Role.DATA_ENTRY, Role.UNIT_ADMIN)


@dataclass(frozen=True, slots=True)
class Shown:
    """An account that is printed for whoever tries the program."""

    username: str
    role: str
    unit: str


def password_file(data: Path) -> Path:
    """Where the password of these accounts is kept, readable by its owner only."""
    return data / "demo-password"


def seed(password: str) -> None:
    """Make the people in an installation in which nobody has a role yet. They are made once: an account that was closed,
    or given another password, stays so.
    """
    line = Line.objects.filter(code="union").first()
    hashed = make_password(password, hasher="pbkdf2_sha256_drawn")
    with transaction.atomic():
        if line is not None and not RoleGrant.objects.exists():
            first = _first(password)
            made = list(_people(first, hashed))
            people = User.objects.bulk_create([person for person, _, _ in made if person.pk is None])
            RoleGrant.objects.bulk_create(
                RoleGrant(user=person, unit=unit, line=line, role=role, since=_SINCE)
                for person, unit, role in made
            )
            record("demo_people_made", first, actor=None, changes={"people": len(people)})


def shown() -> list[Shown]:
    """The account to begin with, and those of the first province and its first commune; none where it was closed."""
    if not User.objects.filter(username=USERNAME, is_active=True).exists():
        return []
    grants = RoleGrant.objects.filter(unit__place__code=PROVINCES[0], unit__level=Level.PROVINCE)
    own = RoleGrant.objects.filter(user__username=USERNAME)
    beside = RoleGrant.objects.filter(unit__in=own.values("unit")).exclude(pk__in=own)
    rows = [*own.select_related("user", "unit"), *beside.select_related("user", "unit")]
    rows += list(grants.order_by("pk").select_related("user", "unit"))
    return [Shown(each.user.username, each.get_role_display(), each.unit.name) for each in rows]


def _first(password: str) -> User:
    """The account to begin with."""
    user = User.objects.filter(username=USERNAME).first()
    if user is None:
        user = User.objects.create_user(USERNAME, password, "Cán bộ dùng thử")
        record("account_made", user, actor=None)
    return user


def _people(first: User, hashed: str) -> Iterator[tuple[User, OrgUnit, Role]]:
    """Who holds what where; the first person enters data in the first commune of the first province."""
    draw = Random(20250701)  # noqa: S311 (names, not secrets)
    taken = set(User.objects.values_list("username", flat=True))
    unions = OrgUnit.objects.filter(kind=Kind.UNION, place__isnull=False).select_related("place")
    is_first = True
    for code in PROVINCES:
        for union in unions.filter(level=Level.PROVINCE, place__code=code, place__until=date.max):
            stem = "".join(filter(str.isalnum, bare(union.place.bare_name if union.place else "")))
            for role in _IN_A_PROVINCE:
                yield _person(draw, hashed, taken, f"{role.value.replace('_', '')}.{stem}"), union, role
        communes = unions.filter(level=Level.COMMUNE, place__parent__code=code, place__until=date.max)
        for union in communes.order_by("place__code"):
            for role in _IN_A_COMMUNE:
                if is_first:
                    is_first = False
                    yield first, union, role
                else:
                    yield _person(draw, hashed, taken), union, role


def _person(draw: Random, hashed: str, taken: set[str], username: str = "") -> User:
    name = f"{draw.choice(_FAMILIES)} {draw.choice(_MIDDLES)} {draw.choice(_NAMES)}"
    stem = username or user_name_of(name)
    username = next(
        each for number in range(1, 10_000) if (each := f"{stem}{number if number > 1 else ''}") not in taken
    )
    taken.add(username)
    person = User(username=username, full_name=name, password=hashed)
    person.searched = person.words()
    return person
