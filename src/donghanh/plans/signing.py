"""The signed and stamped paper of an issued plan: kept byte by byte, handed out as a file, never parsed here."""

from collections.abc import Iterable
from itertools import chain

from django.db import transaction
from django.utils.translation import gettext

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.documents import originals
from donghanh.plans.desk import hold
from donghanh.plans.errors import NotASignedPaperError, WrongStateError
from donghanh.plans.models import PUBLISHED, SignedOriginal, State

_PDF = b"%PDF-"


def attach(user: User, number: int, chunks: Iterable[bytes], *, ip: str | None = None) -> SignedOriginal:
    """Keep the signed paper of a plan that was issued; a later one stands before an earlier one.

    The file is on the disk before any row says so.

    Raises: Http404, PermissionDenied, WrongStateError, NotASignedPaperError.
    """
    with originals.kept(), transaction.atomic():
        plan = hold(user, number)
        if plan.state not in PUBLISHED:
            wanted = gettext("Attach the signed original")
            raise WrongStateError(wanted, plan.get_state_display(), str(State.ISSUED.label))
        kept = originals.store(_beginning_as_pdf(chunks))
        signed = SignedOriginal.objects.create(plan=plan, sha256=kept.sha256, size=kept.size, by=user)
        changes = {"sha256": kept.sha256}
        record("plan_signed", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return signed


def is_kept(sha256: str) -> bool:
    """Whether a file is kept as the signed paper of any plan."""
    return SignedOriginal.objects.filter(sha256=sha256).exists()


def _beginning_as_pdf(chunks: Iterable[bytes]) -> Iterable[bytes]:
    """The same chunks.

    Raises: NotASignedPaperError.
    """
    rest = iter(chunks)
    first = b""
    for chunk in rest:
        first += chunk
        if len(first) >= len(_PDF):
            break
    if not first.startswith(_PDF):
        raise NotASignedPaperError
    return chain((first,), rest)
