from django.urls import path

from . import downloads, views

app_name = "documents"
urlpatterns = [
    path("", views.document_list, name="list"),
    path("upload/", views.upload, name="upload"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/facts/<slug:key>/", views.facts, name="facts"),
    path("<int:pk>/retry/", views.retry, name="retry"),
    path("<int:pk>/again/", views.again, name="again"),
    path("<int:pk>/again/decide/", views.decide, name="decide"),
    path("<int:pk>/searchable.pdf", downloads.searchable, name="searchable"),
    path("<int:pk>/original/", downloads.original, name="original"),
    path("<int:pk>/plan.json", downloads.plan, name="plan"),
    path("<int:pk>/text.txt", downloads.text, name="text"),
]
