"""Several administrators at the same time: one after the other, and the tree stays whole."""

import threading
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts.conftest import FIRST_DAY
from donghanh.accounts import following, granting
from donghanh.accounts.errors import ChangedSinceError, PeopleError
from donghanh.accounts.models import RoleGrant, Substitution, User
from donghanh.accounts.permissions import Role
from donghanh.organisations import ordering, undoing
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import OPEN, Kind, Level, OrgUnit, Position, Reorganisation, Succession
from donghanh.organisations.orders import Order, Verb
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.undoing import SomethingHangsOnItError, misplaced, undo
from organisations import making
from organisations.conftest import TODAY, Country, small_country

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 1, 1)


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each of some works comes to when all begin together, a refusal being the error."""
    start = threading.Barrier(len(works))
    results: list[object] = [None] * len(works)

    def run(at: int, work: Callable[[], object]) -> None:
        start.wait()
        try:
            results[at] = work()
        except (UnitError, PeopleError) as error:
            results[at] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


class Meanwhile:
    """Another who begins a work in the middle of somebody's, when that calls a function of a module."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, module: object, name: str, work: Callable[[], object]
    ) -> None:
        self._result: object = None
        self._work = work
        self._thread = threading.Thread(target=self._run)
        real = getattr(module, name)

        def call(*args: object, **kwargs: object) -> object:
            monkeypatch.setattr(module, name, real)
            self._thread.start()
            self._thread.join(1)  # it is done by then where nothing holds it back
            return real(*args, **kwargs)

        monkeypatch.setattr(module, name, call)

    def _run(self) -> None:
        try:
            self._result = self._work()
        except (UnitError, PeopleError) as error:
            self._result = error
        finally:
            connection.close()

    def result(self) -> object:
        """What the work came to, a refusal being the error."""
        self._thread.join()
        return self._result


def refused(results: list[object]) -> list[object]:
    return [result for result in results if isinstance(result, Exception)]


def assert_whole() -> None:
    assert not list(misplaced(OrgUnit.objects.values_list("pk", flat=True)))
    standing = set(Position.objects.filter(until=date.max).values_list("unit", flat=True))
    assert standing == set(OrgUnit.objects.filter(until=date.max).values_list("pk", flat=True))


def merge(country: Country, unit: str, into: str) -> Callable[[], object]:
    orders = [Order(Verb.MERGE, DAY, country[unit].pk, country[into].pk)]
    return lambda: ordering.apply(None, orders, country.line)


def test_of_two_who_merge_one_unit_into_others_the_second_is_told() -> None:
    country = small_country()
    results = at_once(
        *(merge(country, "Na Loi", into) for into in ("Keng Đu", "Sì Lở Lầu", "Nghệ An", "Lai Châu"))
    )
    assert len(refused(results)) == 3
    assert all("Na Loi" in str(error) for error in refused(results))
    assert Reorganisation.objects.count() == Succession.objects.count() == 1
    assert_whole()


def test_two_who_merge_into_each_other_do_not_both() -> None:
    country = small_country()
    results = at_once(merge(country, "Na Loi", "Keng Đu"), merge(country, "Keng Đu", "Na Loi"))
    assert len(refused(results)) == 1
    assert_whole()


def test_who_confirms_the_same_preview_as_another_writes_nothing() -> None:
    country = small_country()
    orders = [Order(Verb.RENAME, DAY, country["Na Loi"].pk, name="Na Loi Mới")]
    token = ordering.preview(orders, country.line).token
    results = at_once(*(lambda: ordering.apply(None, orders, country.line, shown=token) for _ in range(3)))
    assert len(refused(results)) == 2
    assert OrgUnit.objects.get(pk=country["Na Loi"].pk).names.count() == 1


def test_a_unit_that_is_added_while_the_one_above_it_ends_is_not_lost() -> None:
    country = small_country()

    def add(number: int) -> Callable[[], object]:
        new = NewUnit(Kind.BRANCH, Level.VILLAGE, f"Chi hội {number}")
        return lambda: making.add(new, superior=country["Na Loi"], line=country.line)

    results = at_once(add(1), merge(country, "Na Loi", "Keng Đu"), add(2), add(3))
    made = [result for result in results if isinstance(result, OrgUnit)]
    assert len(made) + len(refused(results)) == 3
    assert set(country.under("Keng Đu")) == {"Chi hội bản Đồn Boọng", *(unit.name for unit in made)}
    assert_whole()


def test_a_role_that_is_given_while_its_unit_ends_is_not_left_behind() -> None:
    country = small_country()
    person = User.objects.create_user("lan", "mật khẩu thử", "Lan")
    at_once(
        merge(country, "Na Loi", "Keng Đu"),
        lambda: granting.grant(None, person, country["Na Loi"], Role.LEADER, TODAY, line=country.line),
        lambda: granting.grant(None, person, country["Na Loi"], Role.VIEWER, FIRST_DAY, line=country.line),
    )
    left = RoleGrant.objects.on(TODAY).filter(unit=country["Na Loi"])
    assert not left.exists()


def test_one_reorganisation_is_undone_once() -> None:
    country = small_country()
    made = ordering.apply(
        None, [Order(Verb.MERGE, DAY, country["Na Loi"].pk, country["Keng Đu"].pk)], country.line
    )
    results = at_once(*(lambda: undo(None, made.pk) for _ in range(3)))
    assert len(refused(results)) == 2
    assert country.under("Na Loi") == ["Chi hội bản Đồn Boọng"]
    assert_whole()


@pytest.fixture
def lan() -> tuple[Country, RoleGrant]:
    """A country, and somebody's role in Na Loi."""
    country, person = small_country(), User.objects.create_user("lan", None, "Lan")
    return country, granting.grant(None, person, country["Na Loi"], Role.LEADER, FIRST_DAY, line=country.line)


def merged(country: Country, day: date) -> Callable[[], Reorganisation]:
    orders = [Order(Verb.MERGE, day, country["Na Loi"].pk, country["Keng Đu"].pk)]
    return lambda: ordering.apply(None, orders, country.line)


def roles() -> list[tuple[str, date]]:
    return list(RoleGrant.objects.order_by("since").values_list("unit__name", "until"))


def test_who_ends_a_role_while_it_is_carried_on_is_told(
    lan: tuple[Country, RoleGrant], monkeypatch: pytest.MonkeyPatch
) -> None:
    country, granted = lan
    tomorrow = timezone.localdate() + timedelta(days=1)
    ending = Meanwhile(
        monkeypatch, following, "_Passed", lambda: granting.end(None, granted, timezone.localdate())
    )
    merged(country, tomorrow)()
    assert isinstance(ending.result(), ChangedSinceError)
    assert roles() == [("Na Loi", tomorrow), ("Keng Đu", OPEN)]


def test_a_role_that_is_being_ended_is_not_carried_on(
    lan: tuple[Country, RoleGrant], monkeypatch: pytest.MonkeyPatch
) -> None:
    country, granted = lan
    today = timezone.localdate()
    merging = Meanwhile(monkeypatch, granting, "record", merged(country, today + timedelta(days=1)))
    granting.end(None, granted, today)
    assert isinstance(merging.result(), Reorganisation)
    assert roles() == [("Na Loi", today)]


def test_who_ends_a_role_while_it_is_undone_is_told(
    lan: tuple[Country, RoleGrant], monkeypatch: pytest.MonkeyPatch
) -> None:
    country, _ = lan
    made = merged(country, DAY)()
    begun = RoleGrant.objects.get(unit=country["Keng Đu"])
    ending = Meanwhile(
        monkeypatch, undoing, "_restore", lambda: granting.end(None, begun, timezone.localdate())
    )
    undo(None, made.pk)
    assert isinstance(ending.result(), ChangedSinceError)
    assert roles() == [("Na Loi", OPEN)]


def test_nothing_is_undone_over_a_role_that_is_being_ended(
    lan: tuple[Country, RoleGrant], monkeypatch: pytest.MonkeyPatch
) -> None:
    country, _ = lan
    made = merged(country, DAY)()
    begun, today = RoleGrant.objects.get(unit=country["Keng Đu"]), timezone.localdate()
    undone = Meanwhile(monkeypatch, granting, "record", lambda: undo(None, made.pk))
    granting.end(None, begun, today)
    assert isinstance(undone.result(), SomethingHangsOnItError)
    assert roles() == [("Na Loi", DAY), ("Keng Đu", today)]


def test_nobody_stands_in_for_a_role_that_is_being_carried_on(
    lan: tuple[Country, RoleGrant], monkeypatch: pytest.MonkeyPatch
) -> None:
    country, granted = lan
    friend, today = User.objects.create_user("mai", None, "Mai"), timezone.localdate()
    tomorrow = today + timedelta(days=1)
    lending = Meanwhile(
        monkeypatch, following, "_Passed", lambda: granting.substitute(None, granted, friend, today, OPEN)
    )
    merged(country, tomorrow)()
    assert isinstance(lending.result(), ChangedSinceError)
    assert not Substitution.objects.exists()
