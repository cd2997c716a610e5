"""People brought in from Excel: every row is checked first, and nothing is taken until all is right or the rest is wanted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import CharField, Func, Value
from django.utils.translation import gettext

from donghanh.accounts.access import require, within
from donghanh.accounts.errors import WrongDaysError
from donghanh.accounts.granting import hold, tell_given
from donghanh.accounts.managing import Actor, first_password
from donghanh.accounts.models import LONGEST_NAME, RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.audit.services import record_each
from donghanh.organisations.journal import chunks
from donghanh.organisations.models import OPEN, Line, OrgUnit
from donghanh.organisations.naming import Names
from donghanh.organisations.sheets import ListRow, TooManyRowsError, day_of, no_day, read_list
from donghanh.vietnam.text import bare, fold, is_name
from donghanh.writing.workbook import Sheet, workbook

COLUMNS = {
    "name": ("Họ và tên", ("ho va ten", "ho ten", "ten")),
    "username": ("Tên đăng nhập", ("ten dang nhap", "tai khoan")),
    "code": ("Mã địa bàn", ("ma dia ban", "ma xa", "ma xa phuong", "ma tinh")),
    "unit": ("Đơn vị", ("don vi", "ten don vi", "don vi cong tac")),
    "role": ("Vai trò", ("vai tro", "quyen", "nhiem vu")),
    "phone": ("Số điện thoại", ("so dien thoai", "dien thoai", "sdt")),
    "email": ("Thư điện tử", ("thu dien tu", "email", "e mail")),
    "since": ("Từ ngày", ("tu ngay", "ngay bat dau")),
}
MOST_ROWS = 10_000
_DIGITS = "0123456789"


@dataclass(slots=True)
class Row:
    """One row of the sheet: its number there, whom it asks for, what is wrong with it."""

    number: int
    person: User
    unit: OrgUnit | None = None
    role: Role = Role.VIEWER
    since: date = OPEN
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a sheet asks for."""

    rows: tuple[Row, ...]

    @property
    def right(self) -> list[Row]:
        return [row for row in self.rows if not row.errors]

    @property
    def errors(self) -> list[str]:
        return [
            gettext("Row %(number)d: %(error)s") % {"number": row.number, "error": error}
            for row in self.rows
            for error in row.errors
        ]


def template() -> bytes:
    """An empty sheet with the heads, two rows that show how it is filled in, and the roles that there are."""
    rows = [
        ("Nguyễn Thị Lan", None, "16834", "Hội LHPN xã Na Loi", "Nhập liệu", "0912345678", None, "01/7/2025"),
        ("Lò Thị Mai", "mailt", "16834", None, "Quản trị đơn vị", None, "mai@example.vn", None),
    ]
    people = Sheet("Cán bộ", [head for head, _ in COLUMNS.values()], rows, (28, 16, 12, 36, 22, 16, 26, 12))
    roles = Sheet("Vai trò", ["Vai trò"], [(str(role.label),) for role in _GIVEN], (40,))
    return workbook([people, roles])


_GIVEN = tuple(role for role in Role if role != Role.OPERATOR)


def read(actor: Actor, data: bytes, line: Line, day: date) -> Brought:
    """Whom a workbook asks for, each row checked; nothing is written. The actor's units only are known to it.

    Raises: PermissionDenied, TooManyRowsError, UnitError as `read_list`; UnreadableFile for what is no workbook, or a hostile one.
    """
    if actor is not None:
        require(actor, Permission.MANAGE_PEOPLE)
    listed = read_list(data, COLUMNS, needed=(("name",), ("code", "unit"), ("role",)))
    if len(listed) > MOST_ROWS:
        raise TooManyRowsError(len(listed), MOST_ROWS)
    among = within(actor, Permission.MANAGE_PEOPLE, "pk", line=line) if actor is not None else None
    cells = [each.cells for each in listed]
    words = {said for each in cells if (said := each.get("unit", ""))}
    names = Names(line, words, codes={each.get("code", "") for each in cells}, among=among)
    rows = [_row(each, names, day) for each in listed]
    _name(rows)
    _tell_doubles(rows)
    return Brought(tuple(rows))


def bring(
    actor: Actor, brought: Brought, line: Line, *, only_right: bool = False, ip: str | None = None
) -> list[tuple[Row, str]]:
    """Make the accounts with their roles; returned with their passwords, which are kept nowhere.

    Nothing is made while a row is wrong, unless only the right ones are wanted.
    Raises: PermissionDenied; WrongDaysError for a unit that ended meanwhile.
    """
    wanted = brought.right
    if len(wanted) < len(brought.rows) and not only_right:
        return []
    if actor is not None and not _all_within(actor, wanted, line):
        raise PermissionDenied
    made = [(row, first_password()) for row in wanted]
    with transaction.atomic():
        units = {unit.pk: unit for unit in hold([row.unit for row in wanted if row.unit])}
        until = {row.number: units[row.unit.pk].until for row in wanted if row.unit}
        for gone in (row for row in wanted if row.since >= until[row.number]):
            raise WrongDaysError(gone.since, until[gone.number])
        for row, password in made:
            row.person.password = make_password(password, hasher="pbkdf2_sha256_drawn")
            row.person.must_change_password = True
        people = User.objects.bulk_create([row.person for row, _ in made], batch_size=500)
        grants = RoleGrant.objects.bulk_create(
            [
                RoleGrant(
                    user=person,
                    unit=row.unit,
                    line=line,
                    role=row.role,
                    since=row.since,
                    until=until[row.number],
                )
                for person, (row, _) in zip(people, made, strict=True)
            ],
            batch_size=500,
        )
        accounts = [(each.user, {"unit": each.unit_id}, each.unit_id) for each in grants]
        record_each("account_made", accounts, actor=actor, ip=ip)
        tell_given(grants, actor=actor, ip=ip)
    return made


def slips(made: Iterable[tuple[Row, str]]) -> bytes:
    """The names and first passwords as a workbook, to be cut up and handed over."""
    rows = [
        (row.person.full_name, row.unit.name if row.unit else "", row.person.username, password)
        for row, password in made
    ]
    head = (gettext("Full name"), gettext("Unit"), gettext("User name"), gettext("First password"))
    above = (gettext("Hand each line to its person alone; the password is changed at the first sign-in."),)
    return workbook([Sheet(gettext("First passwords"), head, rows, (30, 44, 18, 24), above)])


def _row(listed: ListRow, names: Names, day: date) -> Row:
    cells = listed.cells
    person = User(username=User.normalize_username(cells.get("username", "")))
    person.take_down(cells["name"], cells.get("email", ""), _with_nought(cells.get("phone", "")))
    row = Row(listed.number, person, since=day)
    name = person.full_name
    if not is_name(name, LONGEST_NAME):
        row.errors.append(gettext("“%(name)s” is no name. Write it as words.") % {"name": cells["name"][:40]})
    role = next((role for role in _GIVEN if fold(str(role.label)) == fold(cells["role"])), None)
    if role is not None:
        row.role = role
    else:
        roles = ", ".join(str(role.label) for role in _GIVEN)
        row.errors.append(
            gettext("“%(role)s” is no role. Write one of these: %(roles)s.")
            % {"role": cells["role"][:40], "roles": roles}
        )
    since = listed.values.get("since", "")
    if since != "":
        told = day_of(since)
        if told is not None:
            row.since = told
        else:
            row.errors.append(no_day(since))
    _set_unit(row, cells.get("code", ""), cells.get("unit", ""), names, day)
    try:
        person.clean_fields(exclude=["password", "full_name", *([] if person.username else ["username"])])
    except ValidationError as error:
        for name, said in error.message_dict.items():
            label = getattr(User._meta.get_field(name), "verbose_name", name)
            row.errors.append(f"{label}: {' '.join(said)}")
    return row


def _with_nought(phone: str) -> str:
    """A telephone number with the nought before it, which Excel drops."""
    digits = User.normalize_phone(phone)
    return f"0{digits}" if len(digits) in (9, 10) and not digits.startswith("0") else phone


def _set_unit(row: Row, code: str, name: str, names: Names, day: date) -> None:
    found = names.find(name, day, code=code)
    if not code and not name:
        row.errors.append(gettext("the unit is missing. Write its name or the code of its place."))
    elif not found:
        row.errors.append(
            gettext("there is no unit “%(unit)s” among those that you administer. Look at the page of units.")
            % {"unit": " ".join(filter(None, (code, name)))[:80]}
        )
    elif len(found) > 1:
        row.errors.append(str(names.several(found, name or code, day)))
    else:
        row.unit = found[0]
        if row.since < row.unit.since:
            row.errors.append(
                gettext("“%(unit)s” is there since %(day)s only. Write a later day.")
                % {"unit": row.unit.name, "day": f"{row.unit.since:%d/%m/%Y}"}
            )


def _name(rows: Iterable[Row]) -> None:
    """A user name for whoever has none: her own name and the initials before it, with a number where it is taken."""
    wanting = [row for row in rows if not row.person.username]
    stems = {row.number: user_name_of(row.person.full_name) for row in wanting}
    taken = {row.person.username for row in rows}
    bare_stems = sorted({stem.rstrip(_DIGITS) for stem in stems.values()})
    named = User.objects.alias(
        stem=Func("username", Value(_DIGITS), function="RTRIM", output_field=CharField())
    )
    for chunk in chunks(bare_stems):
        taken.update(named.filter(stem__in=chunk).values_list("username", flat=True))
    for row in wanting:
        stem, number = stems[row.number], 2
        name = stem
        while name in taken:
            name, number = f"{stem}{number}", number + 1
        taken.add(name)
        row.person.username = name
        row.person.searched = row.person.words()


def free_user_name(full_name: str) -> str:
    """A user name that nobody has yet."""
    row = Row(0, User(full_name=full_name))
    _name([row])
    return row.person.username


def user_name_of(full_name: str) -> str:
    """How offices make a user name of a name.

    >>> user_name_of("Nguyễn Thị Lan")
    'lannt'
    """
    words = ["".join(c for c in word if c.isalnum() and c.isascii()) for word in bare(full_name).split()]
    words = [word for word in words if word]
    if not words:
        return "canbo"
    name = words[-1] + "".join(word[0] for word in words[:-1])
    return (name if len(name) > 1 else f"{name}1")[:56]


def _tell_doubles(rows: list[Row]) -> None:
    """Names, numbers and addresses that somebody has already, in the list or in the program; one question each."""
    labels = {"username": gettext("user name"), "phone": gettext("phone number"), "email": gettext("e-mail")}
    for name, label in labels.items():
        values = [value for row in rows if (value := getattr(row.person, name))]
        there: set[str] = set()
        for chunk in chunks(values):
            known = User.objects.filter(**{f"{name}__in": chunk})
            there.update(known.values_list(name, flat=True))
        seen: dict[str, int] = {}
        for row in rows:
            value = getattr(row.person, name)
            if not value:
                continue
            if value in there:
                row.errors.append(
                    gettext("somebody has the %(what)s “%(value)s” already. Take the row out, or correct it.")
                    % {"what": label, "value": value}
                )
            elif value in seen:
                row.errors.append(
                    gettext("the %(what)s “%(value)s” stands in row %(number)d already.")
                    % {"what": label, "value": value, "number": seen[value]}
                )
            else:
                seen[value] = row.number


def _all_within(actor: User, rows: Iterable[Row], line: Line) -> bool:
    """Whether the units are still the actor's in the line; the list was read a moment ago."""
    wanted = {row.unit.pk for row in rows if row.unit}
    seen = OrgUnit.objects.filter(within(actor, Permission.MANAGE_PEOPLE, "pk", line=line))
    found = sum(seen.filter(pk__in=chunk).count() for chunk in chunks(list(wanted)))
    return found == len(wanted)
