"""Proving a backup: the very command that would be run after a disaster, into a place that is thrown away."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

from donghanh.backup.address import with_name
from donghanh.backup.databases import postgresql
from donghanh.backup.errors import ProofError
from donghanh.backup.working import working_folder

_RESTORE = [sys.executable, "-c", "import sys, donghanh.cli; sys.exit(donghanh.cli.main())", "restore"]


def try_restore(backup: Path, key_file: Path) -> str:
    """Restore a backup elsewhere, with all checks; what the command said.

    Raises: ProofError with what it said instead.
    """
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "donghanh.config.settings"}
    url = environment.get("DONGHANH_DATABASE_URL")
    place = f"{connection.settings_dict['NAME']}_proof"
    if url:
        environment["DONGHANH_DATABASE_URL"] = with_name(url, place)
    with working_folder(settings.DATA / "backup-proof") as work:
        if url:
            postgresql.drop(connection, place)  # a killed process may have left it
        try:
            outcome = subprocess.run(
                [*_RESTORE, str(backup), "--key", str(key_file), "--data", str(work / "data")],
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
            )
        finally:
            if url:
                postgresql.drop(connection, place)
    if outcome.returncode:
        raise ProofError((outcome.stderr.strip() or "?").splitlines()[-1])
    return outcome.stdout
