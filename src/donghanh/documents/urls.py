from django.urls import path

from donghanh.documents.review import editing, history
from donghanh.documents.review import views as review

from . import downloads, views

app_name = "documents"
urlpatterns = [
    path("", views.document_list, name="list"),
    path("upload/", views.upload, name="upload"),
    path("places/", editing.places, name="places"),
    path("searches/", views.save_search, name="save_search"),
    path("searches/<int:pk>/forget/", views.forget_search, name="forget_search"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/facts/<slug:key>/", views.facts, name="facts"),
    path("<int:pk>/papers/<int:paper>/act/", review.act, name="act"),
    path("<int:pk>/papers/<int:paper>/news/", review.news, name="news"),
    path("<int:pk>/papers/<int:paper>/next/", review.following, name="next"),
    path("<int:pk>/papers/<int:paper>/several/", editing.several, name="several"),
    path("<int:pk>/pages/<int:page>.webp", downloads.picture, name="picture"),
    path("<int:pk>/papers/<int:paper>/pages/<int:sheet>/", review.page_picture, name="page_picture"),
    path("<int:pk>/papers/<int:paper>/letter.docx", downloads.letter, name="letter"),
    path(
        "<int:pk>/papers/<int:paper>/summary.docx", downloads.summary, {"ending": "docx"}, name="summary_word"
    ),
    path(
        "<int:pk>/papers/<int:paper>/summary.xlsx",
        downloads.summary,
        {"ending": "xlsx"},
        name="summary_excel",
    ),
    path("<int:pk>/papers/<int:paper>/steps/", history.steps, name="steps"),
    path("<int:pk>/papers/<int:paper>/accept/", review.accept, name="accept"),
    path("<int:pk>/papers/<int:paper>/new/<slug:name>/", editing.new, name="new_fact"),
    path("<int:pk>/papers/<int:paper>/<slug:key>/", editing.fact, name="fact"),
    path("<int:pk>/papers/<int:paper>/<slug:key>/split/", editing.split, name="split_fact"),
    path("<int:pk>/papers/<int:paper>/<slug:key>/row/", editing.row, name="fact_row"),
    path("<int:pk>/retry/", views.retry, name="retry"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/versions/", history.versions, name="versions"),
    path("<int:pk>/again/", views.again, name="again"),
    path("<int:pk>/again/decide/", views.decide, name="decide"),
    path("<int:pk>/searchable.pdf", downloads.searchable, name="searchable"),
    path("<int:pk>/original/", downloads.original, name="original"),
    path("<int:pk>/plan.json", downloads.plan, name="plan"),
    path("<int:pk>/text.txt", downloads.text, name="text"),
]
