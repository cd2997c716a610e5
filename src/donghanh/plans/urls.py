from django.urls import path

from . import calendars, pausing, replying, taking, views, working

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("new/<int:document>/<int:paper>/", taking.new, name="take_in"),
    path("units/", working.own, name="own_work"),
    path("units/<int:pk>/", working.of_unit, name="work"),
    path("units/<int:pk>/answers/<int:assignment>/", replying.answer, name="answer"),
    path("<int:pk>/answers/", replying.answers, name="answers"),
    path("<int:pk>/answers/<int:assignment>/", replying.answers_to, name="answers_to"),
    path("units/<int:pk>/calendar/", calendars.of_unit, name="calendar"),
    path("units/<int:pk>/calendar/address/", calendars.draw, name="draw_feed"),
    path("units/<int:pk>/calendar/address/end/", calendars.end, name="end_feed"),
    path("calendar/<slug:token>.ics", calendars.feed, name="feed"),
    path("waiting/", pausing.everything, name="waiting"),
    path("<int:pk>/waiting/", pausing.of_plan, name="waiting_of"),
    path("<int:pk>/waiting/items/<int:item>/", pausing.suspend, name="suspend"),
    path("<int:pk>/waiting/<int:hold>/lift/", pausing.lift, name="lift"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/parties/", taking.parties, name="parties"),
    path("<int:pk>/parties/<int:party>/", taking.settle, name="settle"),
]
