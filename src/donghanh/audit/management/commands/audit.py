"""donghanh audit: verifies the trail, seals what waits, shows its head."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext

from donghanh.audit import heads, sealing
from donghanh.audit.selectors import Fault, FaultKind, Verification, verify


class Command(BaseCommand):
    help = "Kiểm tra nhật ký, đóng dấu các mục mới, ghi mã băm cuối."

    def add_arguments(self, parser: ArgumentParser) -> None:
        orders = parser.add_subparsers(dest="order", required=True)
        order = orders.add_parser("verify", help="kiểm tra từ mục đầu đến mục cuối, nêu mục sai đầu tiên")
        order.add_argument(
            "--head",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="đối chiếu thêm với tệp mã băm cuối đã lưu nơi khác",
        )
        orders.add_parser("seal", help="đóng dấu các mục đang chờ")
        orders.add_parser("head", help="in mã băm cuối, để lưu nơi khác")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("vi"):
            try:
                self.stdout.write(ORDERS[options["order"]](options))
            except heads.HeadsFileError as error:
                raise CommandError(str(error)) from error


def _verify(options: dict[str, Any]) -> str:
    noted = heads.file()
    result = verify(heads.read([*([noted] if noted.exists() else []), *options["head"]]))
    if result.fault is not None:
        raise CommandError(_fault_in_words(result.fault))
    return "\n".join(_in_words(result))


def _in_words(result: Verification) -> list[str]:
    said = gettext(
        "The audit trail is whole: %(entries)d entries, the last with hash %(head)s. "
        "It agrees with %(heads)d noted heads."
    )
    lines = [said % {"entries": result.entries, "head": result.head, "heads": result.heads}]
    if result.erased:
        said = gettext("%(erased)d of them were erased by right: what they say is gone, that they are stays.")
        lines.append(said % {"erased": result.erased})
    said = gettext(
        "On %(at)s a backup of %(made_at)s was restored: %(heads)d heads noted in between are of acts that were lost with "
        "what was there. Where nobody restored it, the trail was rewritten."
    )
    for each in result.restorings:
        at, made_at = (timezone.localtime(time) for time in (each.at, each.made_at))
        when = {"at": f"{at:%d/%m/%Y %H:%M:%S}", "made_at": f"{made_at:%d/%m/%Y %H:%M:%S}"}
        lines.append(said % {"heads": each.heads, **when})
    if result.waiting:
        said = gettext("%(waiting)d entries wait to be sealed, the oldest since %(since)s.")
        since = result.waiting_since and timezone.localtime(result.waiting_since)
        lines.append(said % {"waiting": result.waiting, "since": f"{since:%d/%m/%Y %H:%M:%S}"})
    return lines


def _fault_in_words(fault: Fault) -> str:
    if fault.noted is not None:
        said = gettext(
            "The audit trail is not the one whose head was noted at %(at)s: entry %(sequence)d is another or gone. "
            "What was noted before agrees."
        )
        return said % {
            "at": f"{timezone.localtime(fault.noted.at):%d/%m/%Y %H:%M:%S}",
            "sequence": fault.sequence,
        }
    message = {
        FaultKind.MISSING: gettext("Audit entry %(sequence)d is missing."),
        FaultKind.ALTERED: gettext("Audit entry %(sequence)d was altered, or stands in another's place."),
        FaultKind.BEYOND_HEAD: gettext("Audit entry %(sequence)d stands beyond the end of the trail."),
        FaultKind.HEAD_ALTERED: gettext("The end of the audit trail (entry %(sequence)d) was altered."),
        FaultKind.EMPTIED: gettext(
            "Audit entry %(sequence)d was emptied, and no act says that it was erased."
        ),
        FaultKind.OUTSIDE: gettext(
            "The audit entry in row %(sequence)d came in past the program: it stands outside the trail."
        ),
        FaultKind.LOST_UNSEALED: gettext(
            "The audit entry in row %(sequence)d was taken away before it was sealed."
        ),
        FaultKind.UNGUARDED: gettext("The database no longer guards the audit trail: %(detail)s."),
    }[fault.kind]
    return message % {"sequence": fault.sequence, "detail": fault.detail}


def _seal(options: dict[str, Any]) -> str:
    return gettext("%(entries)d entries sealed.") % {"entries": sealing.seal()}


def _head(options: dict[str, Any]) -> str:
    return str(heads.head())


ORDERS = {"verify": _verify, "seal": _seal, "head": _head}
