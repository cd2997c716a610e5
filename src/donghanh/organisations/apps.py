from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "donghanh.organisations"
    verbose_name = _("Units and places")
