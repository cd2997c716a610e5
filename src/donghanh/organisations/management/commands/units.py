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
from donghanh.organisations.checking import check
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Line
from donghanh.organisations.reorganising import reorganise
from donghanh.reading.errors import UnreadableFile
from donghanh.vietnam.dates import date_of
from donghanh.vietnam.places import REFORM

CHANGES = {"2025": REFORM}
"""The changes of places that come with the program, by their names."""


def day_of(written: str) -> date:
    """05/6/2026 or 2026-06-05."""
    try:
        day: date | None = date.fromisoformat(written)
    except ValueError:
        day = date_of(written)
    if day is not None and importing.EARLIEST <= day.year <= importing.LATEST:
        return day
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

        order = orders.add_parser("reorganise", help="sắp xếp lại theo thay đổi địa bàn")
        order.add_argument("change", choices=list(CHANGES), help="2025: ngày 01/7/2025")
        order.add_argument("--line", choices=list(TRUNKS), default="union")
        how = order.add_mutually_exclusive_group(required=True)
        how.add_argument("--dry-run", action="store_true", help="chỉ cho biết sẽ làm gì")
        how.add_argument("--apply", action="store_true", help="thực hiện")
        orders.add_parser("check", help="kiểm tra không đơn vị nào bị lạc")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("vi"):
            try:
                self.stdout.write(ORDERS[options["order"]](options))
            except UnitError as error:
                raise CommandError(str(error)) from error
            except (UnreadableFile, OSError) as error:
                said = gettext("“%(file)s” could not be opened. Give an Excel file (.xlsx) that is there.")
                raise CommandError(said % {"file": options["file"]}) from error


def _build(options: dict[str, Any]) -> str:
    day = options["as_of"] or timezone.localdate()
    built = build(None, day, code=options["line"], province=options["province"])
    said = gettext("%(units)d units on %(day)s, %(new)d of them new.")
    return said % {"units": built.units, "day": f"{day:%d/%m/%Y}", "new": built.new}


def _template(options: dict[str, Any]) -> str:
    if options["file"].exists():
        raise CommandError(
            gettext("“%(file)s” is there already. Give another name.") % {"file": options["file"]}
        )
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


def _reorganise(options: dict[str, Any]) -> str:
    outcome = reorganise(None, CHANGES[options["change"]], code=options["line"], dry_run=options["dry_run"])
    said = gettext(
        "%(ended)d units end, %(begun)d begin, %(moved)d go to their successors, %(asked)d of them wait for a decision."
    )
    numbers = {"ended": outcome.ended, "begun": outcome.begun, "moved": outcome.moved}
    lines = [said % {**numbers, "asked": sum(outcome.asked.values())}]
    lines += [f"  {name}: {count}" for name, count in sorted(outcome.asked.items())]
    if options["dry_run"]:
        lines.append(gettext("Nothing was changed."))
    return "\n".join(lines)


def _check(options: dict[str, Any]) -> str:
    found = check(timezone.localdate())
    said = gettext("%(ended)d units ended; %(waiting)d branches wait under a province for a decision.")
    lines = [said % {"ended": found.ended, "waiting": found.waiting}, *found.open]
    wrong = [*found.unexplained, *found.homeless]
    if wrong:
        lines += [gettext("These lead nowhere:"), *wrong]
        raise CommandError("\n".join(lines))
    return "\n".join([*lines, gettext("Every unit leads to a living one or to a stated end.")])


ORDERS = {
    "build": _build,
    "template": _template,
    "import": _import,
    "reorganise": _reorganise,
    "check": _check,
}
