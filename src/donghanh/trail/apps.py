from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrailConfig(AppConfig):
    name = "donghanh.trail"
    verbose_name = _("Pages of the audit trail")
