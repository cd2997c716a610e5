"""donghanh backup: makes a backup, proves one, shows the key; `nightly` is what the program itself calls."""

import signal
import sys
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from donghanh.backup import making, proving, schedule, selectors, services
from donghanh.backup.errors import BackupError, explained
from donghanh.backup.key import load_or_make
from donghanh.backup.models import BackupRun


class Command(BaseCommand):
    help = "Sao lưu toàn bộ dữ liệu và tệp vào một tệp có khóa."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="thư mục khác, ví dụ một ổ USB")
        orders = parser.add_subparsers(dest="order")
        order = orders.add_parser("verify", help="khôi phục thử một bản sao lưu ở chỗ khác và kiểm tra")
        order.add_argument("file", type=Path)
        order.add_argument("--key", type=Path, help="tệp khóa; không có thì khóa của máy này")
        orders.add_parser("key", help="in khóa để chép ra giấy")
        orders.add_parser("nightly", help="việc hằng đêm: sao lưu nếu đến giờ, khôi phục thử, dọn bản cũ")

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that nothing is left lying about
        with translation.override("vi"):
            try:
                ORDERS[options["order"]](self, options)
            except (BackupError, OSError, DatabaseError) as error:
                raise CommandError(str(explained(error, settings.BACKUP_FOLDER))) from error

    def make(self, options: dict[str, Any]) -> None:
        key, is_new = load_or_make(settings.BACKUP_KEY_FILE)
        folder = (options["to"] or settings.BACKUP_FOLDER).resolve()
        self._say_made(making.make(folder, key))
        if is_new:
            self.key(options)

    def verify(self, options: dict[str, Any]) -> None:
        file = options["file"].resolve()
        said = proving.try_restore(file, (options["key"] or settings.BACKUP_KEY_FILE).resolve())
        self.stdout.write(said)
        if run := BackupRun.objects.filter(name=file.name, size=file.stat().st_size).first():
            services.prove(run)

    def key(self, options: dict[str, Any]) -> None:
        key, _ = load_or_make(settings.BACKUP_KEY_FILE)
        self.stdout.write("")
        self.stdout.write(
            gettext("The key of the backups. Write it down and keep the paper away from this machine:")
        )
        self.stdout.write("")
        self.stdout.write("    " + key.as_text())
        self.stdout.write("")
        self.stdout.write(gettext("Without it no backup can be opened, by anybody."))

    def nightly(self, options: dict[str, Any]) -> None:
        key, _ = load_or_make(settings.BACKUP_KEY_FILE)
        newest = selectors.kept().filter(folder=str(settings.BACKUP_FOLDER)).first()
        due = schedule.latest_time(timezone.localtime(), settings.BACKUP_AT)
        if newest is None or newest.started_at < due:
            newest = making.make(settings.BACKUP_FOLDER, key)
            making.tidy(settings.BACKUP_FOLDER, settings.BACKUP_KEEP)
        if newest.proven_at is None:
            self._prove(newest)

    def _prove(self, run: BackupRun) -> None:
        try:
            proving.try_restore(run.path, settings.BACKUP_KEY_FILE)
        except BackupError as error:
            services.fail(run, str(error))
            raise
        services.prove(run)

    def _say_made(self, run: BackupRun) -> None:
        said = gettext("Backup made: %(file)s (%(size)s MB, as of %(when)s)")
        size = f"{(run.size or 0) / 1e6:.1f}".replace(".", ",")
        self.stdout.write(said % {"file": run.path, "size": size, "when": _moment(run.started_at)})


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "H:i d/m/Y")


ORDERS = {None: Command.make, "verify": Command.verify, "key": Command.key, "nightly": Command.nightly}
