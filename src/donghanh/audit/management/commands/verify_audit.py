from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from donghanh.audit.selectors import Fault, FaultKind, verify


class Command(BaseCommand):
    help = "Check the audit trail from the first entry to the last, and name the first that is wrong."

    def handle(self, *args: Any, **options: Any) -> None:
        result = verify()
        if result.fault is not None:
            raise CommandError(_say(result.fault))
        self.stdout.write(
            _("The audit trail is whole: %(entries)d entries, the last with hash %(head)s.")
            % {"entries": result.entries, "head": result.head}
        )


def _say(fault: Fault) -> str:
    message = {
        FaultKind.MISSING: _("Audit entry %(sequence)d is missing."),
        FaultKind.ALTERED: _("Audit entry %(sequence)d was altered."),
        FaultKind.UNCHAINED: _("Audit entry %(sequence)d does not follow from the one before it."),
        FaultKind.BEYOND_HEAD: _("Audit entry %(sequence)d stands beyond the end of the trail."),
        FaultKind.HEAD_ALTERED: _("The end of the audit trail (entry %(sequence)d) was altered."),
        FaultKind.UNGUARDED: _("The database no longer guards the audit trail: %(detail)s."),
    }[fault.kind]
    return message % {"sequence": fault.sequence, "detail": fault.detail}
