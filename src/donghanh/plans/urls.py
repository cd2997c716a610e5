from django.urls import path

from . import downloads, taking, views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("new/<int:document>/<int:paper>/", taking.new, name="take_in"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/word/", downloads.paper, name="paper"),
    path("<int:pk>/parties/", taking.parties, name="parties"),
    path("<int:pk>/parties/<int:party>/", taking.settle, name="settle"),
]
