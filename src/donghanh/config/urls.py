from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("donghanh.web.urls")),
    path("plans/", include("donghanh.plans.urls")),
    path("documents/", include("donghanh.documents.urls")),
    path("units/", include("donghanh.organisations.urls")),
    path("backup/", include("donghanh.backup.urls")),
    path("trail/", include("donghanh.trail.urls")),
    path("units/", include("donghanh.administration.urls")),
    path("accounts/", include("donghanh.accounts.urls")),
    path("language/", login_not_required(set_language), name="set_language"),
]
