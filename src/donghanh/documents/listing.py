"""The list of documents: the words and filters that a person asks it by, and the questions that she keeps."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from donghanh.audit.services import record
from donghanh.documents import search, words
from donghanh.documents.models import Document, DocumentQuerySet, SavedSearch, State
from donghanh.documents.review.models import Step, Version
from donghanh.documents.selectors import Person
from donghanh.vietnam.dates import EARLIEST, LATEST
from donghanh.vietnam.text import tidy

_NO_YEAR = gettext_lazy("This is no year. Write it in four figures, such as 2026.")

MOST_SAVED = 50


class ListForm(forms.Form):
    """Words of the text and filters, as they stand in the address."""

    q = forms.CharField(label=gettext_lazy("Words in the text"), required=False, max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of document"), required=False)
    issuer = forms.CharField(label=gettext_lazy("Issuer"), required=False, max_length=300)
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        required=False,
        min_value=EARLIEST,
        max_value=LATEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _NO_YEAR),
    )
    programme = forms.CharField(label=gettext_lazy("Programme"), required=False, max_length=300)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    review = forms.ChoiceField(label=gettext_lazy("Review"), required=False)
    finding = forms.ChoiceField(label=gettext_lazy("Open place to check"), required=False)

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked)
        self._offer("kind", words.DOCUMENT_KINDS.items())
        self._offer(
            "review",
            (
                ("none", gettext("not begun")),
                ("begun", gettext("begun")),
                ("accepted", gettext("accepted")),
            ),
        )
        self._offer("state", State.choices)
        self._offer("finding", words.FINDINGS.items())
        for field in self:
            field.field.widget.attrs["autocomplete"] = "off"
        for name in search.COLUMNS:
            self.fields[name].widget.attrs["list"] = f"known-{name}"

    def _offer(self, name: str, choices: Iterable[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (all that offer choices are)
        field.choices = [("", gettext("any")), *((value, str(label)) for value, label in choices)]

    @property
    def asked(self) -> dict[str, str]:
        """What is asked by, without what no field takes (an old address)."""
        self.is_valid()
        return {name: str(value) for name, value in self.cleaned_data.items() if value}

    def found(self, documents: DocumentQuerySet) -> QuerySet[Document]:
        """Those that are asked for; the best first where words are."""
        asked = self.asked
        conditions = {
            "kind": "reading__document_kind",
            "year": "reading__issued_on__year",
            "state": "state",
        }
        documents = documents.filter(
            **{path: asked[name] for name, path in conditions.items() if name in asked}
        )
        if "finding" in asked:
            documents = documents.filter(reading__open_findings__contains=f" {asked['finding']} ")
        if "review" in asked:
            documents = documents.filter(_reviewed(asked["review"]))
        named = {name: asked[name] for name in search.COLUMNS if name in asked}
        return search.found(documents, asked.get("q", ""), **named)


def known(shown: Iterable[Document]) -> dict[str, list[str]]:
    """The issuers and programmes of documents on a page, to be offered beside their fields.

    All that there are would take a look at every document of the country.
    """
    readings = [document.reading for document in shown if document.reading]
    return {name: sorted({getattr(reading, name) for reading in readings} - {""}) for name in search.COLUMNS}


def _reviewed(how: str) -> Q:
    accepted = Q(Exists(Version.objects.filter(document=OuterRef("pk"))))
    begun = Q(Exists(Step.objects.filter(reading=OuterRef("reading"))))
    if how == "accepted":
        return accepted
    return begun & ~accepted if how == "begun" else Q(state=State.READ) & ~begun & ~accepted


def saved_by(user: Person) -> QuerySet[SavedSearch]:
    return SavedSearch.objects.filter(owner=user.pk)[:MOST_SAVED]


@transaction.atomic
def save(user: Person, name: str, query: str, *, ip: str | None = None) -> SavedSearch:
    """Keep a question; one of the same name is asked otherwise from now on.

    Raises: ValueError where the name is blank, or the person has as many as she may have; PermissionDenied where
    she is not signed in.
    """
    name, query = tidy(name)[:80], tidy(query)
    if not user.is_authenticated:
        raise PermissionDenied
    kept = SavedSearch.objects.filter(owner=user.pk)
    if not name or (kept.count() >= MOST_SAVED and not kept.filter(name=name).exists()):
        raise ValueError(name)
    saved, _ = SavedSearch.objects.update_or_create(
        owner_id=user.pk, name=name, defaults={"query": query[:1000]}
    )
    record("saved_search", saved, actor=user, ip=ip)
    return saved


@transaction.atomic
def forget(user: Person, search_id: int, *, ip: str | None = None) -> None:
    """Drop a question.

    Raises: SavedSearch.DoesNotExist where the person has none of that number.
    """
    saved = SavedSearch.objects.get(owner=user.pk, pk=search_id)
    record("forgot_search", saved, actor=user, ip=ip)
    saved.delete()
