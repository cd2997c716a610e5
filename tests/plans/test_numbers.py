"""The numbers of a unit's documents: each once, the next without a gap, or as the clerk's own book has it."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import Http404

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.organisations.models import Kind, Level, Line, OrgUnit
from donghanh.organisations.placing import NewUnit
from donghanh.plans import books, living, numbering
from donghanh.plans.errors import (
    NoNumberError,
    NoSymbolError,
    NotASymbolError,
    NumberTakenError,
    OtherKindError,
    PlanError,
)
from donghanh.plans.models import DocumentNumber, NumberBook, Plan, State
from organisations import making
from plans.conftest import COMMUNE, DAY, NEIGHBOUR, PROVINCE, Hire, unit

YEAR = 2026


@pytest.fixture
def draft(cao_bang: Line) -> Callable[..., Plan]:
    """Call it for an approved plan of the province, of which nothing is said yet."""

    def draft_one(kind: str = "ke_hoach", of: OrgUnit | None = None) -> Plan:
        whose = of or unit(PROVINCE)
        title = f"Kế hoạch {Plan.objects.count() + 1}"
        return Plan.objects.create(
            unit=whose, keeper=whose, line=cao_bang, kind=kind, title=title, searched="", day=DAY,
            state=State.APPROVED,
        )  # fmt: skip

    return draft_one


Draft = Callable[..., Plan]


def give(plan: Plan, written: str = "", day: date = DAY) -> str:
    with transaction.atomic():
        return numbering.give(plan, day, written).written


@pytest.mark.django_db
class TestOneAfterTheOther:
    def test_numbers_are_drawn_from_one_on(self, draft: Draft) -> None:
        assert [give(draft()) for _ in range(3)] == ["01/KH-BTV", "02/KH-BTV", "03/KH-BTV"]

    def test_each_unit_year_and_kind_has_numbers_of_its_own(self, draft: Draft) -> None:
        give(draft())
        assert give(draft(), day=date(2025, 12, 31)) == "01/KH-BTV"
        assert give(draft("chuong_trinh")) == "01/CTr-BTV"
        assert give(draft("cong_van")) == "01/BTV"
        assert give(draft(of=unit(COMMUNE))) == "01/KH-BTV"
        assert give(draft()) == "02/KH-BTV"

    def test_what_a_typed_number_leaves_out_stays_out(self, draft: Draft) -> None:
        assert give(draft(), "Số: 18/KH- BTV") == "18/KH-BTV"
        assert give(draft()) == "19/KH-BTV"
        assert give(draft(), "7") == "07/KH-BTV"
        assert give(draft()) == "20/KH-BTV"

    def test_a_number_of_the_clerks_own_book_keeps_its_symbol(self, draft: Draft) -> None:
        assert give(draft(), "967/KHPH-HLHPN-BTLBP") == "967/KHPH-HLHPN-BTLBP"

    def test_a_number_is_given_once_in_its_year_kind_and_unit(self, draft: Draft) -> None:
        first = draft()
        give(first, "018/KH-BTV")
        with pytest.raises(NumberTakenError, match=first.title):
            give(draft(), "18/KH-HLHPN")
        assert give(draft(), "18/KH-BTV", date(2025, 3, 2)) == "18/KH-BTV"
        assert give(draft(of=unit(COMMUNE)), "18/KH-BTV") == "18/KH-BTV"

    def test_the_database_itself_holds_no_number_twice(self, draft: Draft) -> None:
        give(draft())
        book = NumberBook.objects.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            DocumentNumber.objects.create(book=book, running=1, written="1", issued_on=DAY, plan=draft())

    @pytest.mark.parametrize(
        "written",
        ["mười tám", "18a/KH-BTV", "0/KH-BTV", "123456/KH", "18/kh-btv", "/KH-BTV", "5/" + "B" * 98],
    )
    def test_what_is_no_number_is_refused(self, draft: Draft, written: str) -> None:
        with pytest.raises(NoNumberError):
            give(draft(), written)

    def test_the_number_of_another_kind_is_refused(self, draft: Draft) -> None:
        with pytest.raises(OtherKindError, match="KH-BTV"):
            give(draft(), "18/QĐ-BTV")

    def test_a_number_that_came_to_nothing_is_the_next_ones(self, draft: Draft) -> None:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            numbering.give(draft(), DAY)
            raise ZeroDivisionError
        assert give(draft()) == "01/KH-BTV"


@pytest.mark.django_db
class TestSymbols:
    def test_a_unit_says_once_what_stands_for_it(self, draft: Draft, lan: User) -> None:
        plan = draft()
        assert numbering.set_symbol(lan, plan.pk, " HLHPN ") == "HLHPN"
        assert give(plan) == "01/KH-HLHPN"
        assert numbering.unit_symbol(unit(COMMUNE)) == "BTV"

    @pytest.mark.parametrize("written", ["", "btv", "B T V", "BTV/", "<b>", "B" * 31])
    def test_what_is_no_symbol_is_refused(self, draft: Draft, lan: User, written: str) -> None:
        with pytest.raises(NotASymbolError):
            numbering.set_symbol(lan, draft().pk, written)

    def test_only_whoever_writes_the_units_plans_says_it(self, draft: Draft, hire: Hire) -> None:
        with pytest.raises(Http404):
            numbering.set_symbol(hire("xa", Role.DATA_ENTRY, COMMUNE), draft().pk, "HLHPN")

    def test_the_presidium_signs_at_the_centre_and_who_signs_elsewhere_is_asked(
        self, draft: Draft, cao_bang: Line
    ) -> None:
        centre = making.add(NewUnit(Kind.UNION, Level.CENTRE, "Trung ương Hội"), superior=None, line=cao_bang)
        school = making.add(
            NewUnit(Kind.SCHOOL, Level.PROVINCE, "Trường Cán bộ Hội"), superior=None, line=cao_bang
        )
        assert give(draft("huong_dan", centre)) == "01/HD-ĐCT"
        with pytest.raises(NoSymbolError):
            give(draft(of=school))
        with pytest.raises(NoSymbolError):
            give(draft(of=school), "5")
        assert give(draft(of=school), "5/KH-TCB") == "05/KH-TCB"


@pytest.mark.django_db
class TestLookingAtThem:
    def test_a_register_shows_a_year_kind_by_kind_in_order(self, draft: Draft, lan: User) -> None:
        for kind, written in (("ke_hoach", "9"), ("ke_hoach", "2"), ("chuong_trinh", "5")):
            give(draft(kind), written)
        give(draft(), "4", date(2024, 1, 9))
        shown = books.books_of(lan)
        assert (shown.unit, shown.year, shown.years) == (unit(PROVINCE), 2026, [2026, 2024])
        assert [each.written for each in shown.numbers] == ["05/CTr-BTV", "02/KH-BTV", "09/KH-BTV"]
        assert [each.written for each in books.books_of(lan, year=2024).numbers] == ["04/KH-BTV"]
        assert books.books_of(lan, year=2023).year == 2026

    def test_whoever_is_above_sees_it_and_a_neighbour_does_not(
        self, draft: Draft, lan: User, hire: Hire
    ) -> None:
        give(draft(of=unit(COMMUNE)))
        assert books.books_of(lan, unit(COMMUNE).pk).numbers.get().written == "01/KH-BTV"
        with pytest.raises(Http404):
            books.books_of(hire("xa", Role.LEADER, NEIGHBOUR), unit(COMMUNE).pk)


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each of some works comes to when all begin together, a refusal being the error."""
    start = threading.Barrier(len(works))
    results: list[object] = [None] * len(works)

    def run(at: int, work: Callable[[], object]) -> None:
        start.wait()
        try:
            results[at] = work()
        except PlanError as error:
            results[at] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def issuing(user: User, plan: Plan, written: str = "") -> Callable[[], Plan]:
    return lambda: living.issue(user, plan.pk, written=written)


@pytest.mark.django_db(transaction=True)
def test_those_who_issue_at_once_get_numbers_without_gap_or_double(draft: Draft, lan: User) -> None:
    results = at_once(*(issuing(lan, draft()) for _ in range(5)))
    assert not [each for each in results if isinstance(each, Exception)]
    numbers = DocumentNumber.objects.order_by("running").values_list("running", flat=True)
    assert list(numbers) == [1, 2, 3, 4, 5]
    assert NumberBook.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_those_who_type_one_number_at_once_one_has_it(draft: Draft, lan: User) -> None:
    results = at_once(*(issuing(lan, draft(), "18/KH-BTV") for _ in range(3)))
    assert sum(isinstance(each, NumberTakenError) for each in results) == 2
    assert DocumentNumber.objects.get().running == 18
    assert Plan.objects.filter(state=State.ISSUED).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_those_who_issue_one_plan_at_once_one_does(draft: Draft, lan: User) -> None:
    plan = draft()
    results = at_once(*(issuing(lan, plan) for _ in range(3)))
    assert sum(isinstance(each, PlanError) for each in results) == 2
    assert plan.steps.filter(act="issue").count() == DocumentNumber.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_plan_and_its_amendment_issued_at_once_do_not_wait_for_each_other(draft: Draft, lan: User) -> None:
    for _ in range(5):
        first, amendment = draft(), draft()
        Plan.objects.filter(pk=amendment.pk).update(amends=first)
        results = at_once(issuing(lan, first), issuing(lan, amendment))
        first.refresh_from_db()
        is_refused = isinstance(results[1], PlanError)
        assert isinstance(results[0], Plan)
        assert first.state == (State.ISSUED if is_refused else State.AMENDED)
