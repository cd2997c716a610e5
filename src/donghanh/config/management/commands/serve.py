import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from donghanh.accounts import demo
from donghanh.config.supervision import Site, port_is_free, supervise


class Command(BaseCommand):
    help = "Serve the site and do the background work, until Ctrl+C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        if not port_is_free(host, port):
            raise CommandError(
                _("Port %(port)d is taken by another program. Choose another: DONGHANH_PORT=8001 ./run")
                % {"port": port}
            )
        site = Site(host, port)
        status = supervise(site, lambda: self._say_where(site))
        if status:
            sys.exit(status)
        self.stdout.write(_("Stopped."))

    def _say_where(self, site: Site) -> None:
        self.stdout.write("")
        self.stdout.write(_("Đồng Hành is at %(address)s") % {"address": site.address})
        password = demo.password_file(settings.DATA)
        if settings.DEMO and password.exists() and (shown := demo.shown()):
            self.stdout.write(
                _("Sign in as %(username)s with the password %(password)s")
                % {"username": demo.USERNAME, "password": password.read_text(encoding="ascii").strip()}
            )
            self.stdout.write(_("The same password opens:"))
            for each in shown:
                self.stdout.write(f"  {each.username:24} {each.role} · {each.unit}")
        self.stdout.write(_("Ctrl+C stops it."))
        self.stdout.flush()
