"""The page of backups in a real Chromium."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone
from playwright.sync_api import Page, expect

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.backup.models import BackupRun
from donghanh.organisations.models import Line, OrgUnit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_of_backups_has_no_barrier_and_fits_the_screen(
    open_signed_in: Callable[..., Page],
    accessibility: Callable[[Page], None],
    user: User,
    office: OrgUnit,
    width: int,
) -> None:
    page = open_signed_in(width)
    RoleGrant.objects.create(user=user, unit=office, line=Line.objects.get(), role=Role.OPERATOR)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})  # which her role asks for

    def look() -> None:
        page.goto("/")
        page.get_by_role("link", name="Sao lưu").click()
        expect(page.get_by_role("heading", name="Sao lưu", exact=True)).to_be_visible()
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    look()
    now = timezone.now()
    for number in range(8):
        at = now - timedelta(days=number)
        BackupRun.objects.create(
            started_at=at,
            finished_at=at,
            folder="/srv/donghanh-backups/" + "rat-dai-" * 8,
            name=f"donghanh-20261122-013000-{number}.backup",
            size=10**number,
            proven_at=at if number > 1 else None,
            failure="Ổ đĩa hết chỗ." if number == 1 else "",
        )
    BackupRun.objects.create(folder="/x", name="y", failure="Ổ đĩa hết chỗ.")
    look()
