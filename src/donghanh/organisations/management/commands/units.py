"""donghanh units: builds the tree of a line out of the places of a day, brings chi hội in from Excel."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext

from donghanh.organisations import importing
from donghanh.organisations.building import TRUNKS, build
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Line
from donghanh.reading.errors import UnreadableFile
from donghanh.vietnam.dates import find_dates


def day_of(written: str) -> date:
    """05/6/2026 or 2026-06-05."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        found = find_dates(written)
        if len(found) == 1 and found[0].value and found[0].end - found[0].start == len(written):
            return found[0].value
    raise ArgumentTypeError(f"Không có ngày “{written}”. Ghi như 05/6/2026.")


class Command(BaseCommand):
    help = "Dựng cây đơn vị cả nước hoặc của một tỉnh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        orders = parser.add_subparsers(dest="order", required=True)
        order = orders.add_parser("build", help="dựng cây một ngành dọc từ trung ương đến xã")
        order.add_argument(
            "--line",
            choices=list(TRUNKS),
            default="union",
            help="union: Hội LHPN; committee: UBND; front: Mặt trận",
        )
        order.add_argument("--province", help="tên hoặc mã tỉnh; không có thì cả nước")
        order.add_argument(
            "--as-of", type=day_of, help="theo địa bàn của ngày nào (05/6/2026); không có thì hôm nay"
        )

        order = orders.add_parser("template", help="ghi mẫu Excel để nhập chi hội, tổ")
        order.add_argument("file", type=Path)
        order = orders.add_parser("import", help="nhập chi hội, tổ từ Excel")
        order.add_argument("file", type=Path)
        order.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi")
        order.add_argument("--only-right", action="store_true", help="ghi các dòng đúng, bỏ các dòng sai")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("vi"):
            try:
                self.stdout.write(
                    {"build": _build, "template": _template, "import": _import}[options["order"]](options)
                )
            except (UnitError, UnreadableFile) as error:
                raise CommandError(str(error)) from error
            except OSError as error:
                raise CommandError(f"{options['file']}: {error.strerror}") from error


def _build(options: dict[str, Any]) -> str:
    day = options["as_of"] or timezone.localdate()
    built = build(None, day, code=options["line"], province=options["province"])
    said = gettext("%(units)d units on %(day)s, %(new)d of them new.")
    return said % {"units": built.units, "day": f"{day:%d/%m/%Y}", "new": built.new}


def _template(options: dict[str, Any]) -> str:
    options["file"].write_bytes(importing.template())
    return str(options["file"])


def _import(options: dict[str, Any]) -> str:
    line = Line.objects.filter(code="union").first()
    if line is None:
        raise CommandError(gettext("No units are here yet. Build the tree first: donghanh units build"))
    brought = importing.read(options["file"].read_bytes(), line, timezone.localdate())
    errors = brought.errors
    made = 0
    if not options["dry_run"]:
        made = importing.bring(None, brought, line, only_right=options["only_right"])
    said = gettext("%(rows)d rows: %(made)d units made, %(known)d there already, %(wrong)d rows wrong.")
    wrong = sum(bool(row.errors) for row in brought.rows)
    total = len(brought.rows) + brought.known
    lines = [said % {"rows": total, "made": made, "known": brought.known, "wrong": wrong}, *errors]
    if errors and not options["only_right"] and not options["dry_run"]:
        raise CommandError(
            "\n".join([*lines, gettext("Nothing was made. Correct these rows, then bring the file again.")])
        )
    return "\n".join(lines)
