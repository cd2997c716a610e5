from django.urls import path

from . import views

app_name = "organisations"
urlpatterns = [
    path("", views.units, name="list"),
    path("<int:pk>/", views.unit, name="unit"),
    path("<int:pk>/picture/", views.picture, name="picture"),
    path("<int:pk>/<slug:line>.xlsx", views.excel, name="excel"),
]
