from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

import donghanh.documents
from donghanh.documents import services

SAMPLES = Path(donghanh.documents.__file__).parent / "samples"


class Command(BaseCommand):
    help = "Add the sample plans, for everyone who is signed in; they are read in the background."

    def handle(self, *args: Any, **options: Any) -> None:
        new = 0
        for path in sorted(SAMPLES.iterdir()):
            handed = services.add_sample([path.read_bytes()], name=path.name)
            new += not handed.known
        if new:
            added = ngettext("%(count)d sample plan added.", "%(count)d sample plans added.", new)
            self.stdout.write(added % {"count": new})
