from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext, ngettext

from donghanh.documents.review import examples


class Command(BaseCommand):
    help = "Export what people corrected, as examples by which `donghanh read --score` measures reading."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=["export"])
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            count = examples.export(folder)
        except FileExistsError as error:
            raise CommandError(
                gettext("“%(folder)s” is not empty. Name a new folder.") % {"folder": folder}
            ) from error
        except OSError as error:
            raise CommandError(
                gettext("“%(folder)s” cannot be written: %(why)s") % {"folder": folder, "why": error.strerror}
            ) from error
        said = ngettext(
            "%(count)d accepted document exported.", "%(count)d accepted documents exported.", count
        )
        self.stdout.write(said % {"count": count})
