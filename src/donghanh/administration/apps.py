from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdministrationConfig(AppConfig):
    name = "donghanh.administration"
    verbose_name = _("Looking after units")
