"""The trail is sealed beside the work, whatever stands in the file of noted heads."""

import time
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from donghanh.accounts.models import User
from donghanh.audit import heads
from donghanh.audit.models import Unsealed
from donghanh.audit.services import record
from donghanh.config import work

PATIENCE_SECONDS = 30


@pytest.mark.django_db(transaction=True)
def test_a_broken_file_of_heads_is_told_once_and_sealing_goes_on(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    settings.AUDIT_HEADS = tmp_path
    monkeypatch.setattr(work, "SEAL_SECONDS", 0.05)
    heads.file().write_text("gì đó", encoding="utf-8")
    with work.sealing_beside():
        for _ in range(3):
            with transaction.atomic():
                record("signed_in", User, actor=None)
            until = time.monotonic() + PATIENCE_SECONDS
            while Unsealed.objects.exists() and time.monotonic() < until:
                time.sleep(0.02)
            assert not Unsealed.objects.exists()
    told = [each for each in caplog.records if each.name == work.logger.name]
    assert len(told) == 1
    assert told[0].exc_info is None
