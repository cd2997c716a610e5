from django.urls import path

from . import programme_views, taking, targets, views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("programmes/", programme_views.programme_list, name="programmes"),
    path("programmes/new/", programme_views.write_programme, name="new_programme"),
    path("programmes/<int:pk>/", programme_views.programme, name="programme"),
    path("programmes/<int:pk>/write/", programme_views.write_programme, name="write_programme"),
    path("<int:pk>/programme/", programme_views.join, name="join_programme"),
    path("new/<int:document>/<int:paper>/", taking.new, name="take_in"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/parties/", taking.parties, name="parties"),
    path("<int:pk>/parties/<int:party>/", taking.settle, name="settle"),
    path("<int:pk>/targets/<int:number>/", targets.target, name="target"),
    path("<int:pk>/targets/<int:number>/even/", targets.share_out, name="share_out"),
    path("<int:pk>/targets/<int:number>/list.xlsx", targets.sheet, name="target_sheet"),
    path("<int:pk>/targets/<int:number>/list/", targets.take_sheet, name="take_shares"),
    path("<int:pk>/targets/<int:number>/indicator/", targets.indicator, name="indicator"),
]
