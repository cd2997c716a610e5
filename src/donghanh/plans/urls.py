from django.urls import path

from . import taking, targets, views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
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
