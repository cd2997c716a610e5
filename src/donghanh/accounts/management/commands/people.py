"""donghanh people: what the operator of the machine orders: first administrators, system operators, whole lists."""

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext

from donghanh.accounts import granting, importing, managing
from donghanh.accounts.errors import PeopleError
from donghanh.accounts.managing import NewPerson
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.naming import Names
from donghanh.reading.errors import UnreadableFile
from donghanh.vietnam.text import tidy


class Command(BaseCommand):
    help = "Tạo tài khoản, giao vai trò, cấp mật khẩu mới ngay trên máy chủ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        orders = parser.add_subparsers(dest="order", required=True)
        add = orders.add_parser("add", help="tạo tài khoản với một vai trò; in mật khẩu lần đầu")
        add.add_argument("username")
        add.add_argument("full_name", help="họ và tên")
        grant = orders.add_parser("grant", help="giao thêm một vai trò cho người đã có tài khoản")
        grant.add_argument("username")
        for order in (add, grant):
            order.add_argument("role", choices=[role.value for role in Role])
            order.add_argument("unit", help="tên đầy đủ của đơn vị")
            order.add_argument("--line", default="union", help="ngành dọc (union)")
        password = orders.add_parser("password", help="cấp mật khẩu mới; in ra một lần")
        password.add_argument("username")
        template = orders.add_parser("template", help="ghi mẫu danh sách cán bộ")
        template.add_argument("file", type=Path)
        bring = orders.add_parser("import", help="nhập cán bộ từ Excel")
        bring.add_argument("file", type=Path)
        bring.add_argument(
            "--passwords", type=Path, required=True, help="ghi mật khẩu lần đầu vào tệp Excel này"
        )
        bring.add_argument("--only-right", action="store_true", help="nhận các dòng đúng dù còn dòng sai")
        bring.add_argument("--line", default="union", help="ngành dọc (union)")

    def handle(self, *args: Any, order: str, **options: Any) -> None:
        with translation.override("vi"):
            try:
                getattr(self, f"_{order}")(**options)
            except (PeopleError, UnitError, UnreadableFile) as error:
                raise CommandError(str(error)) from error
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error

    def _add(self, username: str, full_name: str, role: str, unit: str, line: str, **_: Any) -> None:
        of = _line(line)
        new = NewPerson(username, full_name, _unit(unit, of), Role(role), of, timezone.localdate())
        person, password = managing.add(None, new)
        self._say_password(person, password)

    def _grant(self, username: str, role: str, unit: str, line: str, **_: Any) -> None:
        of = _line(line)
        granting.grant(None, _person(username), _unit(unit, of), Role(role), timezone.localdate(), line=of)

    def _password(self, username: str, **_: Any) -> None:
        person = _person(username)
        self._say_password(person, managing.give_new_password(None, person))

    def _template(self, file: Path, **_: Any) -> None:
        with _new_file(file) as made:
            made.write(importing.template())

    def _import(self, file: Path, passwords: Path, only_right: bool, line: str, **_: Any) -> None:
        of = _line(line)
        brought = importing.read(None, _given(file), of, timezone.localdate())
        for error in brought.errors:
            self.stderr.write(error)
        # The passwords are kept nowhere else: no account is made whose password is not on the disk.
        with _new_file(passwords) as slips, transaction.atomic():
            made = importing.bring(None, brought, of, only_right=only_right)
            if made:
                slips.write(importing.slips(made))
                slips.flush()
                os.fsync(slips.fileno())
        if not made:
            passwords.unlink()
        self.stdout.write(
            gettext("%(made)d accounts were made of %(rows)d rows.")
            % {"made": len(made), "rows": len(brought.rows)}
        )

    def _say_password(self, person: User, password: str) -> None:
        self.stdout.write(
            gettext("%(username)s: first password %(password)s, shown this once.")
            % {"username": person.username, "password": password}
        )


def _given(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        said = gettext("“%(file)s” could not be opened. Give an Excel file (.xlsx) that is there.")
        raise CommandError(said % {"file": path}) from error


@contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that was not there, for nobody else to read; gone again where what is done with it fails."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        said = gettext("“%(file)s” is there already. Give another name.")
        raise CommandError(said % {"file": path}) from error
    except OSError as error:
        raise _not_written(path) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
    except BaseException as error:
        path.unlink()
        if isinstance(error, OSError):
            raise _not_written(path) from error
        raise


def _not_written(path: Path) -> CommandError:
    said = gettext(
        "“%(file)s” could not be written. Give a name in a folder that is there and open to you, on a disk with room."
    )
    return CommandError(said % {"file": path})


def _line(code: str) -> Line:
    line = Line.objects.filter(code=code).first()
    if line is None:
        raise CommandError(gettext("There is no line “%(code)s”.") % {"code": code})
    return line


def _unit(name: str, line: Line) -> OrgUnit:
    """Raises: UnitError."""
    return Names(line, [tidy(name)]).one(tidy(name), timezone.localdate())


def _person(username: str) -> User:
    person = User.objects.named(username)
    if person is None:
        raise CommandError(gettext("Nobody signs in as “%(username)s”.") % {"username": username})
    return person
