from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils.translation import gettext as _

from donghanh.accounts.demo import PROVINCES
from donghanh.config.checks import describe_database
from donghanh.organisations.changing_places import change_delivered
from donghanh.organisations.models import OrgUnit


class Command(BaseCommand):
    help = "Bring the data folder up to date: tables, looks of the pages, units, people of the demo, sample plans."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False, stdout=self.stdout)
        self.stdout.write(_("Database: %(database)s") % {"database": describe_database(connection)})
        self.stdout.write(_("Data folder: %(folder)s") % {"folder": settings.DATA})
        call_command("collectstatic", verbosity=0, interactive=False, stdout=self.stdout)
        if not OrgUnit.objects.exists():
            call_command("units", "build", stdout=self.stdout)
            for province in PROVINCES if settings.DEMO else ():
                # The sample plans name the People's Committees and the Front beside the Union.
                for line in ("committee", "front"):
                    call_command("units", "build", line=line, province=str(province), stdout=self.stdout)
        change_delivered()
        if settings.DEMO:
            call_command("create_demo_people", stdout=self.stdout)
        if "load_samples" in get_commands():
            call_command("load_samples", stdout=self.stdout)
