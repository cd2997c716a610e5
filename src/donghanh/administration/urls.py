from django.urls import path

from . import views

app_name = "administration"
urlpatterns = [
    path("reorganisations/", views.reorganisations, name="list"),
    path("reorganisations/<int:pk>/", views.reorganisation, name="reorganisation"),
    path("reorganisations/<int:pk>/undo/", views.undo_reorganisation, name="undo"),
    path("<int:pk>/change/", views.choose, name="choose"),
    path("<int:pk>/change/<slug:act>/", views.change, name="change"),
]
