from django.urls import path

from . import views

app_name = "trail"
urlpatterns = [
    path("", views.search, name="search"),
    path("excel/", views.excel, name="excel"),
    path("<str:kind>/<str:key>/", views.thing, name="thing"),
    path("<str:kind>/<str:key>/erase/", views.erase, name="erase"),
]
