"""Documents are of the unit for which they were handed over as long as it stands, and its heir's from then on."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.conftest import country, hire  # noqa: F401
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.documents.models import Document, Upload
from donghanh.organisations import ordering
from donghanh.organisations.following import follow
from donghanh.organisations.models import Handover, Kind, OrgUnit
from donghanh.organisations.orders import Order, Verb
from donghanh.organisations.undoing import SomethingHangsOnItError, undo
from donghanh.vietnam.text import bare
from organisations.conftest import Country

pytestmark = pytest.mark.django_db
Hire = Callable[..., User]
TODAY = timezone.localdate()
SOON, LATER, LATEST = (TODAY + timedelta(days=days) for days in (40, 80, 120))
EVERYBODY = ("lan", "mai", "na-loi", "keng-du", "si-lo-lau", "nghe-an", "lai-chau", "trung-uong")


@pytest.fixture
def land(country: Country, hire: Hire) -> Country:  # noqa: F811
    """Lan hands documents over for Na Loi; a viewer in each of the others, and a case worker, who sees no unit below."""
    hire("lan", Role.DATA_ENTRY, "Na Loi")
    hire("mai", Role.CASE_WORKER, "Keng Đu")
    for unit in ("Na Loi", "Keng Đu", "Sì Lở Lầu", "Nghệ An", "Lai Châu", "Trung ương"):
        hire(bare(unit).replace(" ", "-"), Role.VIEWER, unit)
    return country


def hand_over(unit: OrgUnit, count: int = 1) -> list[Document]:
    """Documents that Lan hands over for a unit."""
    lan, number = User.objects.get(username="lan"), Document.objects.count()
    documents = [Document.objects.create(sha256=f"{number + n:064}", size=1) for n in range(count)]
    for document in documents:
        Upload.objects.create(document=document, uploaded_by=lan, unit=unit, original_name="x.pdf")
    return documents


def seeing(document: Document) -> list[str]:
    """Who sees a document; people are read anew, as each request does."""
    people = {person.username: person for person in User.objects.all()}
    return [
        name
        for name in EVERYBODY
        if Document.objects.visible_to(people[name]).filter(pk=document.pk).exists()
    ]


@pytest.fixture
def pass_days(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Call it with a day for it to be today."""
    return lambda day: monkeypatch.setattr(timezone, "localdate", lambda *_: day)


Pass = Callable[[date], None]


def merge(land: Country, old: str, new: str, day: date) -> Order:
    return Order(Verb.MERGE, day, land[old].pk, land[new].pk)


def test_documents_stay_with_a_unit_until_its_last_day(
    land: Country,
    pass_days: Pass,
) -> None:
    (document,) = hand_over(land["Na Loi"])
    new: Any = "Xã Mới"
    ordering.apply(
        None,
        [
            Order(Verb.FOUND, SOON, new, land["Nghệ An"].pk, kind=Kind.UNION),
            Order(Verb.MERGE, SOON, land["Na Loi"].pk, new),
        ],
        land.line,
    )
    assert seeing(document) == ["lan", "na-loi", "nghe-an", "trung-uong"]
    pass_days(SOON)
    assert seeing(document) == ["lan", "na-loi", "nghe-an", "trung-uong"]  # their roles went along
    assert set(User.objects.get(username="lan").grants.filter(until=date.max).values_list("unit__name")) == {
        (new,)
    }


def test_from_the_day_on_they_are_the_heirs_and_nobody_elses(
    land: Country,
    pass_days: Pass,
) -> None:
    (document,) = hand_over(land["Na Loi"])
    made = ordering.apply(None, [merge(land, "Na Loi", "Sì Lở Lầu", SOON)], land.line)
    assert made.outcome["followed"][-1] == "1 văn bản của “Na Loi” chuyển sang “Sì Lở Lầu”."
    assert "nghe-an" in seeing(document)
    pass_days(SOON)
    assert seeing(document) == ["lan", "na-loi", "si-lo-lau", "lai-chau", "trung-uong"]


def test_what_is_handed_over_until_the_last_day_goes_along(
    land: Country,
    pass_days: Pass,
) -> None:
    ordering.apply(None, [merge(land, "Na Loi", "Keng Đu", SOON)], land.line)
    (document,) = hand_over(land["Na Loi"])
    assert "keng-du" not in seeing(document)
    pass_days(SOON)
    assert {"mai", "keng-du"} <= set(seeing(document))


@pytest.mark.parametrize("second", [SOON, LATER])
def test_heirs_of_heirs_have_them_on_their_days(
    land: Country,
    pass_days: Pass,
    second: date,
) -> None:
    (document,) = hand_over(land["Na Loi"])
    orders = [merge(land, "Na Loi", "Keng Đu", SOON), merge(land, "Keng Đu", "Sì Lở Lầu", second)]
    made = [ordering.apply(None, [order], land.line) for order in orders]
    pass_days(SOON)
    assert ("nghe-an" in seeing(document)) == (second == LATER)
    pass_days(LATEST)
    assert "nghe-an" not in seeing(document)
    assert "lai-chau" in seeing(document)
    with pytest.raises(SomethingHangsOnItError):
        undo(None, made[0].pk)
    undo(None, made[1].pk)
    assert list(Handover.objects.values_list("into__name", "since", "until")) == [("Keng Đu", SOON, date.max)]
    undo(None, made[0].pk)
    assert not Handover.objects.exists()


def test_an_heir_that_ends_before_it_inherits_is_replaced_by_its_own(
    land: Country,
) -> None:
    land.add("Bản Xa", "Lai Châu")
    ordering.apply(None, [merge(land, "Bản Xa", "Sì Lở Lầu", LATER)], land.line)
    ordering.apply(None, [merge(land, "Sì Lở Lầu", "Keng Đu", SOON)], land.line)
    heirs = Handover.objects.order_by("unit").values_list("unit__name", "into__name", "since", "until")
    assert set(heirs) == {
        ("Bản Xa", "Keng Đu", LATER, date.max),
        ("Sì Lở Lầu", "Keng Đu", SOON, date.max),
    }


def test_what_nobody_took_over_stays_in_sight_where_the_unit_stood(
    land: Country,
    pass_days: Pass,
) -> None:
    branch = land["Chi hội bản Đồn Boọng"]
    (document,) = hand_over(branch)
    ordering.apply(None, [Order(Verb.ABOLISH, SOON, branch.pk)], land.line)
    pass_days(SOON)
    assert seeing(document) == ["lan", "na-loi", "nghe-an", "trung-uong"]


def test_a_merger_and_its_undoing_ask_as_many_queries_for_many_documents_as_for_one(
    land: Country,
) -> None:
    def queries(count: int) -> int:
        hand_over(land["Na Loi"], count)
        before = [list(model.objects.order_by("pk").values()) for model in (Upload, OrgUnit)]
        with CaptureQueriesContext(connection) as asked:
            made = ordering.apply(None, [merge(land, "Na Loi", "Keng Đu", SOON)], land.line)
            undo(None, made.pk)
        assert before == [list(model.objects.order_by("pk").values()) for model in (Upload, OrgUnit)]
        return len(asked)

    assert queries(1) == queries(20)


def test_many_units_are_handed_over_with_as_many_queries_as_one(
    land: Country,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of them with a document and with what it took over before."""
    counted = []

    def watched(*args: Any) -> tuple[str, ...]:
        with CaptureQueriesContext(connection) as asked:
            told = follow(*args)
        counted.append(len(asked))
        return told

    monkeypatch.setattr("donghanh.organisations.carrying.follow", watched)
    for count in (1, 4):
        orders = []
        for n in range(count):
            name, former = f"Xã {count}.{n}", f"Xã cũ {count}.{n}"
            land.add(name, "Nghệ An")
            land.add(former, "Nghệ An")
            hand_over(land[name])
            ordering.apply(None, [merge(land, former, name, SOON)], land.line)
            orders.append(merge(land, name, "Keng Đu", LATER))
        counted.clear()
        ordering.apply(None, orders, land.line)
        if count == 1:
            (one,) = counted
    assert counted == [one]


def test_a_unit_for_which_something_was_handed_over_is_not_undone(
    land: Country,
) -> None:
    found = Order(Verb.FOUND, TODAY, "Xã Mới", land["Nghệ An"].pk, kind=Kind.UNION)
    made = ordering.apply(None, [found], land.line)
    hand_over(OrgUnit.objects.get(name="Xã Mới"))
    with pytest.raises(SomethingHangsOnItError, match="Xã Mới"):
        undo(None, made.pk)
