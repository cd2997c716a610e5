from django.urls import path

from . import pausing, programme_views, replying, taking, targets, views, working

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("programmes/", programme_views.programme_list, name="programmes"),
    path("programmes/new/", programme_views.write_programme, name="new_programme"),
    path("programmes/<int:pk>/", programme_views.programme, name="programme"),
    path("programmes/<int:pk>/write/", programme_views.write_programme, name="write_programme"),
    path("<int:pk>/programme/", programme_views.join, name="join_programme"),
    path("new/<int:document>/<int:paper>/", taking.new, name="take_in"),
    path("units/", working.own, name="own_work"),
    path("units/<int:pk>/", working.of_unit, name="work"),
    path("units/<int:pk>/answers/<int:assignment>/", replying.answer, name="answer"),
    path("<int:pk>/answers/", replying.answers, name="answers"),
    path("<int:pk>/answers/<int:assignment>/", replying.answers_to, name="answers_to"),
    path("waiting/", pausing.everything, name="waiting"),
    path("<int:pk>/waiting/", pausing.of_plan, name="waiting_of"),
    path("<int:pk>/waiting/items/<int:item>/", pausing.suspend, name="suspend"),
    path("<int:pk>/waiting/<int:hold>/lift/", pausing.lift, name="lift"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/parties/", taking.parties, name="parties"),
    path("<int:pk>/parties/<int:party>/", taking.settle, name="settle"),
    path("<int:pk>/targets/<int:number>/", targets.target, name="target"),
    path("<int:pk>/targets/<int:number>/even/", targets.share_out, name="share_out"),
    path("<int:pk>/targets/<int:number>/list.xlsx", targets.sheet, name="target_sheet"),
    path("<int:pk>/targets/<int:number>/list/", targets.take_sheet, name="take_shares"),
    path("<int:pk>/targets/<int:number>/indicator/", targets.indicator, name="indicator"),
]
