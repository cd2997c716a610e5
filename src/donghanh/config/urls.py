from django.urls import include, path

urlpatterns = [
    path("", include("donghanh.web.urls")),
    path("documents/", include("donghanh.documents.urls")),
    path("accounts/", include("donghanh.accounts.urls")),
]
