"""Who stands under whom on which day, held against a tree that is kept day by day in a dictionary."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from donghanh.organisations.errors import CycleError, LaterChangeError, NotThereError
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Position
from donghanh.organisations.placing import NewUnit
from organisations import making
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db
BEFORE, DAY = date(2025, 6, 30), date(2025, 7, 1)


def test_a_subtree_and_the_superiors(country: Country) -> None:
    assert country.under("Nghệ An") == ["Chi hội bản Đồn Boọng", "Keng Đu", "Na Loi"]
    assert country.above("Chi hội bản Đồn Boọng") == ["Trung ương", "Nghệ An", "Na Loi"]
    tops = OrgUnit.objects.tops(country.line, TODAY)
    assert [unit.name for unit in tops] == ["Trung ương"]
    below = OrgUnit.objects.directly_under(country["Nghệ An"], country.line, TODAY)
    assert sorted(unit.name for unit in below) == ["Keng Đu", "Na Loi"]


def test_the_union_of_each_commune_under_a_unit(country: Country) -> None:
    communes = OrgUnit.objects.under(country["Trung ương"], country.line, TODAY)
    found = communes.filter(kind=Kind.UNION, level=Level.COMMUNE).named_like("na loi")
    assert [unit.name for unit in found] == ["Na Loi"]


def test_a_move_takes_the_branch_along_from_its_day_on(country: Country) -> None:
    making.move(country["Na Loi"], country["Lai Châu"], country.line, DAY)
    assert country.under("Nghệ An", BEFORE) == ["Chi hội bản Đồn Boọng", "Keng Đu", "Na Loi"]
    assert country.under("Nghệ An", DAY) == ["Keng Đu"]
    assert country.under("Lai Châu", DAY) == ["Chi hội bản Đồn Boọng", "Na Loi", "Sì Lở Lầu"]
    assert country.above("Chi hội bản Đồn Boọng", DAY) == ["Trung ương", "Lai Châu", "Na Loi"]
    assert country.above("Chi hội bản Đồn Boọng", BEFORE) == ["Trung ương", "Nghệ An", "Na Loi"]


def test_who_moves_twice_on_a_day_stands_where_she_was_put_last(country: Country) -> None:
    making.move(country["Na Loi"], country["Lai Châu"], country.line, DAY)
    making.move(country["Na Loi"], country["Keng Đu"], country.line, DAY)
    assert country.above("Chi hội bản Đồn Boọng", DAY) == ["Trung ương", "Nghệ An", "Keng Đu", "Na Loi"]
    assert country.under("Lai Châu", DAY) == ["Sì Lở Lầu"]


def test_what_cannot_be_is_refused_and_changes_nothing(country: Country) -> None:
    before = list(Position.objects.order_by("pk").values())
    with pytest.raises(CycleError, match="đang thuộc"):
        making.move(country["Nghệ An"], country["Na Loi"], country.line, DAY)
    with pytest.raises(CycleError):
        making.move(country["Nghệ An"], country["Nghệ An"], country.line, DAY)
    late = country.add("Mới lập", "Trung ương", since=DAY)
    before = list(Position.objects.order_by("pk").values())
    with pytest.raises(NotThereError, match="30/06/2025"):
        making.move(country["Na Loi"], late, country.line, BEFORE)
    assert list(Position.objects.order_by("pk").values()) == before


def test_a_change_before_one_that_is_decided_already_is_refused(country: Country) -> None:
    making.move(country["Chi hội bản Đồn Boọng"], country["Keng Đu"], country.line, DAY)
    with pytest.raises(LaterChangeError, match="01/07/2025"):
        making.move(country["Keng Đu"], country["Lai Châu"], country.line, BEFORE)
    with pytest.raises(LaterChangeError):
        making.move(country["Chi hội bản Đồn Boọng"], country["Na Loi"], country.line, BEFORE)


def test_lines_are_trees_of_their_own(country: Country) -> None:
    front = Line.objects.create(code="front", name="Mặt trận Tổ quốc")
    above = making.add(
        NewUnit(Kind.FATHERLAND_FRONT, Level.COMMUNE, "UBMTTQ xã Na Loi"), superior=None, line=front
    )
    making.move(country["Na Loi"], above, front, TODAY)
    assert [unit.name for unit in OrgUnit.objects.under(above, front, TODAY)] == ["Na Loi"]
    assert country.above("Na Loi") == ["Trung ương", "Nghệ An"]
    assert not OrgUnit.objects.under(above, country.line, TODAY).exists()
    assert not OrgUnit.objects.under(above, front, BEFORE).exists()


def test_a_renamed_unit_is_found_by_both_names(country: Country) -> None:
    making.rename(country["Keng Đu"], "Keng Đu Mới", DAY)
    for words in ("keng đu", "Keng Du moi"):
        assert [u.name for u in OrgUnit.objects.named_like(words)] == ["Keng Đu Mới"]
    making.rename(country["Keng Đu"], "Mường Lống", TODAY)
    assert [u.name for u in OrgUnit.objects.named_like("keng du moi")] == ["Mường Lống"]
    names = country["Keng Đu"].names.values_list("name", "since", "until")
    assert list(names) == [("Keng Đu", date.min, DAY), ("Keng Đu Mới", DAY, TODAY)]
    with pytest.raises(LaterChangeError):
        making.rename(country["Keng Đu"], "Khác", DAY)


def test_a_name_is_corrected_on_the_first_day_of_its_unit(country: Country) -> None:
    late = country.add("Mới lâp", "Trung ương", since=DAY)
    making.rename(late, "Mới lập", DAY)
    late.refresh_from_db()
    assert (late.name, late.names.count()) == ("Mới lập", 0)


def test_a_unit_moves_only_on_days_on_which_it_is_there(country: Country) -> None:
    late = country.add("Mới lập", "Trung ương", since=DAY)
    with pytest.raises(NotThereError):
        making.move(late, country["Nghệ An"], country.line, BEFORE)
    OrgUnit.objects.filter(pk=late.pk).update(until=TODAY)
    with pytest.raises(NotThereError):
        making.move(late, None, country.line, TODAY)
    assert late.positions.count() == 1


def test_words_without_letters_find_nothing(country: Country) -> None:
    assert not OrgUnit.objects.named_like("!!!").exists()


def test_other_ways_to_write_a_name_are_searched_too(country: Country) -> None:
    making.add_name(country["Na Loi"], "Hội PN Na Loi")
    making.add_name(country["Na Loi"], "Hội PN Na Loi")
    assert [u.name for u in OrgUnit.objects.named_like("hoi pn")] == ["Na Loi"]
    assert not OrgUnit.objects.named_like("hội pn nà loi").exists()
    assert country["Na Loi"].names.count() == 1


def test_the_tree_is_asked_in_as_many_queries_however_large_it_is(
    country: Country, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        country.add(f"Chi hội {number}", "Keng Đu", level=Level.VILLAGE, kind=Kind.BRANCH)
    with django_assert_num_queries(2):
        assert OrgUnit.objects.under(country["Nghệ An"], country.line, TODAY).count() == 43
    with django_assert_num_queries(2):
        assert len(OrgUnit.objects.above(country["Chi hội 7"], country.line, TODAY)) == 3
    with django_assert_num_queries(1):
        assert len(OrgUnit.objects.directly_under(country["Keng Đu"], country.line, TODAY)) == 40


UNITS = 7
moves = st.lists(
    st.tuples(st.integers(1, UNITS - 1), st.integers(0, UNITS - 1), st.integers(0, 3)), max_size=8
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves)
def test_any_moves_leave_the_tree_that_a_dictionary_keeps(
    db: None, orders: list[tuple[int, int, int]]
) -> None:
    line = Line.objects.create(code=f"l{Line.objects.count()}", name="Ngành dọc")
    top = making.add(NewUnit(Kind.UNION, "", "Hội 0"), superior=None, line=line)
    units = [top]
    for number in range(1, UNITS):
        new = NewUnit(Kind.UNION, "", f"Hội {number}")
        units.append(making.add(new, superior=units[(number - 1) // 2], line=line))
    start = date(2025, 1, 1)
    days = [start + timedelta(days=number) for number in range(5)]
    parents = [{number: (number - 1) // 2 for number in range(1, UNITS)} for _ in days]

    def chain(number: int, day: int) -> list[int]:
        above = []
        while number in parents[day]:
            number = parents[day][number]
            above.insert(0, number)
        return above

    for unit, superior, day in orders:
        try:
            making.move(units[unit], units[superior], line, days[day])
        except CycleError:
            assert unit == superior or any(unit in chain(superior, at) for at in range(day, len(days)))
            continue
        except LaterChangeError:
            continue
        assert unit not in (superior, *chain(superior, day))
        for later in range(day, len(days)):
            parents[later][unit] = superior
    for at, day in enumerate(days):
        for number, unit in enumerate(units):
            above = [int(each.name.split()[1]) for each in OrgUnit.objects.above(unit, line, day)]
            assert above == chain(number, at)
            below = {int(each.name.split()[1]) for each in OrgUnit.objects.under(unit, line, day)}
            assert below == {other for other in range(UNITS) if number in chain(other, at)}
