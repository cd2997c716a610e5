from django.urls import path

from . import cascading, downloads, taking, targets, versions, views, writing

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
    path("new/", writing.new, name="new"),
    path("<int:pk>/again/", writing.again, name="again"),
    path("<int:pk>/amend/", versions.amend, name="amend"),
    path("<int:pk>/changes/", versions.changes, name="changes"),
    path("<int:pk>/higher/", versions.higher, name="higher"),
    path("<int:pk>/edit/", writing.edit, name="edit"),
    path("<int:pk>/edit/<str:part>/add/", writing.add, name="add_part"),
    path("<int:pk>/edit/<str:part>/<int:number>/", writing.change, name="change_part"),
    path("<int:pk>/edit/<str:part>/<int:number>/remove/", writing.remove, name="remove_part"),
    path("<int:pk>/edit/<str:part>/<int:number>/move/", writing.move, name="move_part"),
    path("<int:pk>/parties/", taking.parties, name="parties"),
    path("<int:pk>/parties/<int:party>/", taking.settle, name="settle"),
    path("<int:pk>/targets/<int:number>/", targets.target, name="target"),
    path("<int:pk>/targets/<int:number>/even/", targets.share_out, name="share_out"),
    path("<int:pk>/targets/<int:number>/list.xlsx", targets.sheet, name="target_sheet"),
    path("<int:pk>/targets/<int:number>/list/", targets.take_sheet, name="take_shares"),
    path("<int:pk>/targets/<int:number>/indicator/", targets.indicator, name="indicator"),
]
