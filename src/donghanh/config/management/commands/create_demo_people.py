from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from donghanh.accounts import demo
from donghanh.config.environment import secret


class Command(BaseCommand):
    help = "Make the people for trying the program out; `serve` says how to sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        demo.seed(secret(demo.password_file(settings.DATA), length=9))
