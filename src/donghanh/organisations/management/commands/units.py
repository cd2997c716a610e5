"""donghanh units: builds the tree of a line out of the places of a day, brings chi hội in from Excel, reorganises."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext

from donghanh.organisations import (
    changing_places,
    importing,
    order_sheets,
    ordering,
    place_sheets,
    reorganising,
)
from donghanh.organisations.building import TRUNKS, build
from donghanh.organisations.checking import check
from donghanh.organisations.errors import UnitError
from donghanh.organisations.following import in_words
from donghanh.organisations.models import Line, Reorganisation
from donghanh.organisations.offices import KINDS, build_offices, find_area
from donghanh.organisations.orders import Outcome
from donghanh.organisations.undoing import undo
from donghanh.reading.errors import UnreadableFile
from donghanh.vietnam.dates import EARLIEST, LATEST, date_of
from donghanh.vietnam.places import REFORM

CHANGES = {"2025": REFORM}
"""The changes of places that come with the program, by their names."""


def day_of(written: str) -> date:
    """05/6/2026 or 2026-06-05."""
    try:
        day: date | None = date.fromisoformat(written)
    except ValueError:
        day = date_of(written)
    if day is not None and EARLIEST <= day.year <= LATEST:
        return day
    raise ArgumentTypeError(f"Không có ngày “{written}”. Ghi như 05/6/2026.")


def kinds_of(written: str) -> list[str]:
    """department,health"""
    kinds = [kind.strip() for kind in written.split(",")]
    for kind in kinds:
        if kind not in KINDS:
            raise ArgumentTypeError(f"Không có loại “{kind}”. Có: {', '.join(KINDS)}.")
    return kinds


def _add_how(order: ArgumentParser) -> None:
    how = order.add_mutually_exclusive_group(required=True)
    how.add_argument("--dry-run", action="store_true", help="chỉ cho biết sẽ làm gì")
    how.add_argument("--apply", action="store_true", help="thực hiện")


class Command(BaseCommand):
    help = "Dựng cây đơn vị cả nước hoặc của một tỉnh; nhập, sắp xếp, kiểm tra đơn vị."

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
            "--kinds",
            type=kinds_of,
            help=f"không dựng ngành dọc mà dựng các cơ quan theo luật nơi nào cũng có: {','.join(KINDS)}",
        )
        order.add_argument("--place", help="với --kinds: địa bàn, như “huyện Tam Đường, tỉnh Lai Châu”")
        order.add_argument(
            "--as-of", type=day_of, help="theo địa bàn của ngày nào (05/6/2026); không có thì hôm nay"
        )

        order = orders.add_parser(
            "template", help="ghi mẫu Excel để nhập chi hội, tổ, để sắp xếp đơn vị, hoặc thay đổi địa bàn"
        )
        order.add_argument("file", type=Path)
        of = order.add_mutually_exclusive_group()
        of.add_argument("--orders", action="store_true", help="mẫu để sắp xếp đơn vị")
        of.add_argument("--places", action="store_true", help="mẫu để thay đổi địa bàn")
        order = orders.add_parser("import", help="nhập chi hội, tổ từ Excel")
        order.add_argument("file", type=Path)
        order.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi")
        order.add_argument("--only-right", action="store_true", help="ghi các dòng đúng, bỏ các dòng sai")

        order = orders.add_parser("reorganise", help="sắp xếp đơn vị theo tệp, hoặc theo thay đổi địa bàn")
        order.add_argument(
            "file", metavar="FILE|2025", help="tệp Excel hoặc CSV; 2025: địa bàn ngày 01/7/2025"
        )
        order.add_argument("--line", choices=list(TRUNKS), default="union")
        _add_how(order)
        order = orders.add_parser("places", help="thay đổi địa bàn: đổi tên, nhập vào, chuyển, lập mới")
        order.add_argument(
            "file", metavar="FILE|2026", help="tệp Excel hoặc CSV; 2026: tệp kèm theo chương trình"
        )
        _add_how(order)
        order = orders.add_parser("undo", help="hoàn tác một đợt sắp xếp")
        order.add_argument("number", type=int, help="số của đợt")
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
    if options["kinds"]:
        if not options["place"]:
            raise CommandError(gettext("Name a place with --place: these units are built for one at a time."))
        built = build_offices(None, day, options["kinds"], find_area(options["place"], day))
    else:
        built = build(None, day, code=options["line"], province=options["province"])
        changing_places.change_delivered()
    said = gettext("%(units)d units on %(day)s, %(new)d of them new.")
    return said % {"units": built.units, "day": f"{day:%d/%m/%Y}", "new": built.new}


def _template(options: dict[str, Any]) -> str:
    if options["file"].exists():
        raise CommandError(
            gettext("“%(file)s” is there already. Give another name.") % {"file": options["file"]}
        )
    sheet = order_sheets if options["orders"] else place_sheets if options["places"] else importing
    options["file"].write_bytes(sheet.template())
    return str(options["file"])


def _line(code: str) -> Line:
    line = Line.objects.filter(code=code).first()
    if line is None:
        raise CommandError(gettext("No units are here yet. Build the tree first: donghanh units build"))
    return line


def _import(options: dict[str, Any]) -> str:
    line = _line("union")
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
    if options["file"] in CHANGES:
        return _reform(options)
    line, file = _line(options["line"]), Path(options["file"])
    orders = order_sheets.read(file.read_bytes(), line)
    if options["dry_run"]:
        return _shown(ordering.preview(orders, line))
    return _done(ordering.apply(None, orders, line, file=file.name))


def _shown(outcome: Outcome) -> str:
    return "\n".join([*_told(outcome), gettext("Nothing was changed.")])


def _done(made: Reorganisation) -> str:
    made.refresh_from_db()
    done = gettext(
        "Reorganisation %(number)d was carried out. To take it back: donghanh units undo %(number)d"
    )
    return "\n".join([*_told(Outcome(**made.outcome)), done % {"number": made.pk}])


def _told(outcome: Outcome) -> list[str]:
    """What orders do, a line each."""
    kinds: list[tuple[str, Sequence[Sequence[str]], str]] = [
        (gettext("%(n)d units begin:"), outcome.begun, gettext("%s, under %s")),
        (gettext("%(n)d units are renamed:"), outcome.renamed, "%s → %s"),
        (gettext("%(n)d units move:"), outcome.moved, "%s: %s → %s"),
        (gettext("%(n)d units end:"), outcome.ended, "%s → %s"),
        (gettext("%(n)d units wait for a decision:"), outcome.waiting, "%s: %s → %s"),
    ]
    lines = [
        f"{before or '—'} → {after} ({', '.join(filter(None, how))})"
        for before, after, *how in outcome.of_places
    ]
    for head, rows, form in kinds:
        if rows:
            lines.append(head % {"n": len(rows)})
            lines += [f"  {form % tuple(each or '—' for each in row)}" for row in rows]
    if outcome.along:
        lines.append(gettext("%(n)d more units below these go along.") % {"n": outcome.along})
    return [*lines, *in_words(outcome.followed)]


def _undo(options: dict[str, Any]) -> str:
    made = undo(None, options["number"])
    said = gettext("Reorganisation %(number)d was taken back: every unit is as it was before.")
    return said % {"number": made.pk}


def _reform(options: dict[str, Any]) -> str:
    outcome = reorganising.reorganise(
        None, CHANGES[options["file"]], code=options["line"], dry_run=options["dry_run"]
    )
    said = gettext(
        "%(ended)d units end, %(begun)d begin, %(moved)d go to their successors, %(asked)d of them wait for a decision."
    )
    numbers = {"ended": outcome.ended, "begun": outcome.begun, "moved": outcome.moved}
    lines = [said % {**numbers, "asked": sum(outcome.asked.values())}]
    lines += [f"  {name}: {count}" for name, count in sorted(outcome.asked.items())]
    lines += in_words(outcome.followed)
    if options["dry_run"]:
        lines.append(gettext("Nothing was changed."))
    return "\n".join(lines)


def _places(options: dict[str, Any]) -> str:
    file = place_sheets.DELIVERED.get(options["file"], Path(options["file"]))
    orders = place_sheets.read(file.read_bytes())
    if options["dry_run"]:
        return _shown(changing_places.preview(orders))
    made = changing_places.apply(None, orders, file=file.name)
    return _done(made) if made else gettext("Nothing was changed.")


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
    "undo": _undo,
    "places": _places,
    "check": _check,
}
