from django.urls import path

from . import acting, registers, taking, views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("new/<int:document>/<int:paper>/", taking.new, name="take_in"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/parties/", taking.parties, name="parties"),
    path("<int:pk>/parties/<int:party>/", taking.settle, name="settle"),
    path("<int:pk>/submit/", acting.submit, name="submit"),
    path("<int:pk>/return/", acting.send_back, name="return"),
    path("<int:pk>/approve/", acting.approve, name="approve"),
    path("<int:pk>/issue/", acting.issue, name="issue"),
    path("<int:pk>/symbol/", acting.symbol, name="symbol"),
    path("<int:pk>/signed/", acting.signed, name="signed"),
    path("<int:pk>/close/", acting.close, name="close"),
    path("<int:pk>/openings/", registers.openings, name="openings"),
    path("<int:pk>/openings/excel/", registers.openings_excel, name="openings_excel"),
    path("numbers/", registers.numbers, name="numbers"),
    path("numbers/excel/", registers.numbers_excel, name="numbers_excel"),
]
