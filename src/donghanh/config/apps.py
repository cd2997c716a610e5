from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "donghanh.config"

    def ready(self) -> None:
        from . import checks  # noqa: F401, PLC0415 (registers them)
