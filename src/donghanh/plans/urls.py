from django.urls import path

from . import cascading, downloads, taking, views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("new/<int:document>/<int:paper>/", taking.new, name="take_in"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/word/", downloads.paper, name="paper"),
    path("<int:pk>/below/", cascading.below, name="below"),
    path("<int:pk>/below/drafts/", cascading.drafts, name="drafts"),
    path("<int:pk>/for/<int:unit>/", cascading.derived, name="derived"),
    path("<int:pk>/for/<int:unit>/word/", cascading.derived_paper, name="derived_paper"),
    path("<int:pk>/parties/", taking.parties, name="parties"),
    path("<int:pk>/parties/<int:party>/", taking.settle, name="settle"),
]
