"""donghanh units build: the tree of a line out of the places of a day."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext

from donghanh.organisations.building import TRUNKS, build
from donghanh.organisations.errors import UnitError
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

    def handle(self, *args: Any, **options: Any) -> None:
        day = options["as_of"] or timezone.localdate()
        with translation.override("vi"):
            try:
                built = build(None, day, code=options["line"], province=options["province"])
            except UnitError as error:
                raise CommandError(str(error)) from error
            said = gettext("%(units)d units on %(day)s, %(new)d of them new.")
        self.stdout.write(said % {"units": built.units, "day": f"{day:%d/%m/%Y}", "new": built.new})
