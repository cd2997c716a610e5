from django.urls import path

from . import places, views, whole

app_name = "administration"
urlpatterns = [
    path("build/", whole.build, name="build"),
    path("branches/", whole.branches, name="branches"),
    path("branches/list.xlsx", whole.template, name="branches_template"),
    path("places/", places.choose, name="places"),
    path("places/list.xlsx", places.template, name="places_template"),
    path("places/<slug:act>/", places.change, name="place"),
    path("reorganisations/", views.reorganisations, name="list"),
    path("reorganisations/<int:pk>/", views.reorganisation, name="reorganisation"),
    path("reorganisations/<int:pk>/undo/", views.undo_reorganisation, name="undo"),
    path("<int:pk>/names/", views.note_name, name="note_name"),
    path("<int:pk>/change/", views.choose, name="choose"),
    path("<int:pk>/change/<slug:act>/", views.change, name="change"),
]
