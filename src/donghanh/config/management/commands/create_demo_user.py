from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from donghanh.accounts.services import demo_password_file, ensure_demo_user
from donghanh.config.environment import secret


class Command(BaseCommand):
    help = "Make the account for trying the program out; `serve` says how to sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        password = secret(demo_password_file(settings.DATA), length=9)
        ensure_demo_user(password)
