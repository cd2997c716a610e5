"""Merging, splitting, moving and all the rest: shown before, all or nothing, taken back to the letter."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donghanh.audit.models import Entry
from donghanh.organisations import ordering
from donghanh.organisations.checking import check
from donghanh.organisations.models import (
    Kind,
    Level,
    Line,
    OrgUnit,
    Place,
    Position,
    Reorganisation,
    Succession,
)
from donghanh.organisations.orders import New, Order, OrdersError, Verb
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.undoing import (
    SomethingHangsOnItError,
    misplaced,
    undo,
)
from organisations import making
from organisations.conftest import DAY, LATER, TODAY, Country, Make, apply, rows

pytestmark = pytest.mark.django_db
BEFORE = date(2025, 12, 31)


def test_a_merged_unit_ends_and_its_members_go_along(country: Country, order: Make) -> None:
    made = apply(country, order(Verb.MERGE, "Na Loi", "Keng Đu"))
    assert country.under("Keng Đu") == ["Chi hội bản Đồn Boọng"]
    assert country.under("Keng Đu", BEFORE) == []
    assert country.above("Chi hội bản Đồn Boọng", BEFORE) == ["Trung ương", "Nghệ An", "Na Loi"]
    na_loi = OrgUnit.objects.get(name="Na Loi")
    assert na_loi.until == DAY
    kept = Succession.objects.get(old=na_loi)
    assert (kept.new, kept.partly, kept.act, kept.day) == (country["Keng Đu"], False, "NQ 1", DAY)
    assert made.outcome["moved"] == [["Chi hội bản Đồn Boọng", "Na Loi", "Keng Đu"]]
    assert made.outcome["ended"] == [["Na Loi", "Keng Đu"]]
    assert check(TODAY).unexplained == ()


def test_a_part_goes_to_a_new_unit_and_the_rest_goes_on(country: Country, order: Make) -> None:
    apply(
        country,
        order(Verb.FOUND, "Na Loi Mới", "Nghệ An", kind=Kind.UNION),
        order(Verb.MERGE, "Na Loi", "Na Loi Mới", partly=True),
        order(Verb.MOVE, "Chi hội bản Đồn Boọng", "Na Loi Mới"),
    )
    new = OrgUnit.objects.get(name="Na Loi Mới")
    assert (new.kind, new.level, new.since) == (Kind.UNION, Level.COMMUNE, DAY)
    assert country.above("Chi hội bản Đồn Boọng") == ["Trung ương", "Nghệ An", "Na Loi Mới"]
    assert OrgUnit.objects.get(name="Na Loi").until == date.max
    assert Succession.objects.get(old=country["Na Loi"], partly=True).new == new


def test_members_of_a_split_unit_go_where_they_are_sent_and_the_others_wait_above(
    country: Country, order: Make
) -> None:
    country.add("Chi hội 2", "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH)
    made = apply(
        country,
        order(Verb.SPLIT, "Na Loi", "Keng Đu"),
        order(Verb.SPLIT, "Na Loi", "Sì Lở Lầu"),
        order(Verb.MOVE, "Chi hội 2", "Keng Đu"),
    )
    assert country.under("Keng Đu") == ["Chi hội 2"]
    assert country.above("Chi hội bản Đồn Boọng") == ["Trung ương", "Nghệ An"]
    assert made.outcome["waiting"] == [["Chi hội bản Đồn Boọng", "Na Loi", "Nghệ An"]]
    assert Succession.objects.filter(old=country["Na Loi"], partly=True).count() == 2
    assert check(TODAY).waiting == 1


def test_an_abolished_unit_has_a_stated_end(country: Country, order: Make) -> None:
    apply(country, order(Verb.ABOLISH, "Keng Đu"))
    assert Succession.objects.get(old=country["Keng Đu"]).new is None
    assert check(TODAY).unexplained == check(TODAY).open == ()
    assert check(TODAY).ended == 1


def test_a_revived_unit_was_not_there_between(country: Country, order: Make) -> None:
    apply(country, order(Verb.ABOLISH, "Keng Đu"))
    apply(country, order(Verb.REVIVE, "Keng Đu", "Lai Châu", day=LATER))
    old, new = OrgUnit.objects.filter(name="Keng Đu").order_by("pk")
    assert (old.until, new.since) == (DAY, LATER)
    assert Succession.objects.get(old=old, new=new).day == LATER
    assert country.under("Lai Châu") == ["Keng Đu", "Sì Lở Lầu"]
    assert country.under("Lai Châu", LATER - timedelta(days=1)) == ["Sì Lở Lầu"]


def test_all_is_shown_before_and_nothing_is_changed_by_showing(country: Country, order: Make) -> None:
    orders = [order(Verb.RENAME, "Nghệ An", name="Nghệ"), order(Verb.MERGE, "Na Loi", "Keng Đu")]
    before, entries = rows(), Entry.objects.count()
    shown = ordering.preview(orders, country.line)
    assert rows() == before
    assert Entry.objects.count() == entries
    made = ordering.apply(None, orders, country.line, shown=shown.token)
    made.refresh_from_db()
    assert made.outcome["renamed"] == [["Nghệ An", "Nghệ"]]
    assert [list(each) for each in shown.moved] == made.outcome["moved"]


def test_who_confirms_what_somebody_changed_meanwhile_writes_nothing(country: Country, order: Make) -> None:
    orders = [order(Verb.MERGE, "Na Loi", "Keng Đu")]
    shown = ordering.preview(orders, country.line)
    ordering.apply(None, [order(Verb.FOUND, "Chi hội mới", "Na Loi", kind=Kind.BRANCH)], country.line)
    before = rows()
    with pytest.raises(ordering.StaleError) as caught:
        ordering.apply(None, orders, country.line, shown=shown.token)
    assert rows() == before
    assert ("Chi hội mới", "Na Loi", "Keng Đu") in caught.value.outcome.moved
    assert [entry.verb for entry in ordering.done_since(shown.token)] == ["unit_added", "reorganised"]
    ordering.apply(None, orders, country.line, shown=caught.value.outcome.token)


def test_what_somebody_changed_elsewhere_does_not_hold_anybody_up(country: Country, order: Make) -> None:
    orders = [order(Verb.MERGE, "Na Loi", "Keng Đu")]
    shown = ordering.preview(orders, country.line)
    country.add("Chi hội mới", "Sì Lở Lầu", level=Level.VILLAGE, kind=Kind.BRANCH)
    made = ordering.apply(None, orders, country.line, shown=shown.token)
    assert made.undone_at is None
    assert not country["Na Loi"].positions.filter(until=date.max).exists()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ([(Verb.MERGE, "Na Loi", "Keng Đu"), (Verb.MERGE, "Na Loi", "Sì Lở Lầu")], "được ghi như vậy"),
        ([(Verb.MERGE, "Na Loi", "Keng Đu"), (Verb.ABOLISH, "Na Loi", None)], "được ghi như vậy"),
        ([(Verb.MERGE, "Na Loi", "Keng Đu"), (Verb.MOVE, "Na Loi", "Lai Châu")], "kết thúc vào ngày đó"),
        ([(Verb.MERGE, "Na Loi", "Keng Đu"), (Verb.ABOLISH, "Keng Đu", None)], "kết thúc vào ngày đó"),
        ([(Verb.SPLIT, "Na Loi", "Keng Đu")], "ít nhất hai đơn vị"),
        ([(Verb.MOVE, "Nghệ An", "Na Loi")], "đang thuộc"),
        ([(Verb.MERGE, "Na Loi", "Na Loi")], "kết thúc vào ngày đó"),
        ([(Verb.MERGE, "Nghệ An", "Na Loi")], "đang thuộc"),
        ([(Verb.FOUND, "Keng Đu ", "Nghệ An")], "đã có"),
        ([(Verb.REVIVE, "Na Loi", "Nghệ An")], "vẫn đang có"),
        ([(Verb.MOVE, "Na Loi", "Không có")], "không có đơn vị “Không có”"),
        ([(Verb.MOVE, "Na Loi", None)], "thiếu đơn vị tiếp nhận"),
        ([(Verb.RENAME, "Na Loi", None)], "không phải là tên"),
    ],
)
def test_what_cannot_be_is_refused_with_the_row_and_changes_nothing(
    country: Country, order: Make, wanted: Sequence[tuple[Verb, str, str | None]], said: str
) -> None:
    orders = [order(verb, unit, into, row=at) for at, (verb, unit, into) in enumerate(wanted, start=2)]
    before = rows()
    for attempt in (ordering.preview, lambda *args: ordering.apply(None, *args)):
        with pytest.raises(OrdersError, match="Dòng ") as caught:
            attempt(orders, country.line)
        assert said in str(caught.value)
    assert rows() == before
    assert not Reorganisation.objects.exists()


def test_every_wrong_row_is_told_at_once(country: Country, order: Make) -> None:
    orders = [
        order(Verb.MOVE, "Nghệ An", "Na Loi", row=2),
        order(Verb.MERGE, "Keng Đu", "Sì Lở Lầu", row=3),
        order(Verb.RENAME, "Na Loi", name=" ", row=4),
    ]
    with pytest.raises(OrdersError) as caught:
        apply(country, *orders)
    assert [fault.row for fault in caught.value.faults] == [2, 4]


def test_a_unit_with_later_changes_is_not_ended_before_them(country: Country, order: Make) -> None:
    making.move(country["Chi hội bản Đồn Boọng"], country["Keng Đu"], country.line, LATER)
    with pytest.raises(OrdersError, match=r"01/6/2026|1/6/2026|01/06/2026"):
        apply(country, order(Verb.MERGE, "Na Loi", "Keng Đu"))


def test_who_begins_later_below_a_merged_unit_goes_along(country: Country, order: Make) -> None:
    country.add("Chi hội sau này", "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH, since=LATER)
    apply(country, order(Verb.MERGE, "Na Loi", "Keng Đu"))
    assert country.under("Keng Đu", BEFORE) == []
    assert country.under("Keng Đu", DAY) == ["Chi hội bản Đồn Boọng"]
    assert country.under("Keng Đu", LATER) == ["Chi hội bản Đồn Boọng", "Chi hội sau này"]


UNITS, START = 9, date(2026, 1, 1)
DAYS = [START + timedelta(days=number) for number in range(4)]
wishes = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(Verb),
            st.integers(0, UNITS),
            st.integers(0, UNITS),
            st.sampled_from(DAYS),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=5,
)


def assert_whole(lines: Sequence[Line]) -> None:
    """Every unit stands once on every day on which it is there, below one that stands there; every end is explained."""
    assert not list(misplaced(OrgUnit.objects.values_list("pk", flat=True)))
    for line in lines:
        spans: dict[int, list[tuple[date, date]]] = {}
        for unit, since, until in line_positions(line):
            spans.setdefault(unit, []).append((since, until))
        for unit, found in OrgUnit.objects.in_bulk(list(spans)).items():
            held = spans[unit]
            assert (held[0][0], held[-1][1]) == (found.since, found.until)
            assert all(one[1] == next_one[0] for one, next_one in pairwise(held))
        for path, superior in Position.objects.filter(line=line).values_list("path", "superior"):
            steps = [path[at : at + 8] for at in range(0, len(path), 8)]
            assert len(set(steps)) == len(steps)
            assert superior == (int(steps[-2]) if len(steps) > 1 else None)
    ended = set(OrgUnit.objects.exclude(until=date.max).values_list("pk", flat=True))
    assert ended <= set(Succession.objects.values_list("old", flat=True))


def line_positions(line: Line) -> list[tuple[int, date, date]]:
    return list(
        Position.objects.filter(line=line).order_by("unit", "since").values_list("unit", "since", "until")
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(wishes=wishes, data=st.data())
def test_any_orders_leave_a_whole_tree_and_are_undone_to_the_letter(
    db: None, wishes: list[list[tuple[Verb, int, int, date, bool]]], data: st.DataObject
) -> None:
    count = Line.objects.count()
    lines = [Line.objects.create(code=f"l{count}-{each}", name="Ngành dọc") for each in range(2)]
    units: list[OrgUnit] = []
    for number in range(UNITS):
        new = NewUnit(Kind.UNION, "", f"Hội {count}-{number}")
        above = units[(number - 1) // 2] if number else None
        units.append(making.add(new, superior=above, line=lines[0]))
    for number in (0, 1, 3, 4):  # some stand in another line too
        above = units[(number - 1) // 2] if number else None
        making.move(units[number], above, lines[1], date.min)
    done: list[tuple[int, Any]] = []
    for orders in wishes:
        before = rows()
        wanted = [
            Order(
                verb,
                day,
                New(f"mới {count}-{at}-{len(done)}") if verb == Verb.FOUND else units[unit % len(units)].pk,
                units[into % len(units)].pk,
                name=f"tên {at}",
                partly=partly and verb == Verb.MERGE,
                kind=Kind.UNION,
                row=at,
            )
            for at, (verb, unit, into, day, partly) in enumerate(orders, start=1)
        ]
        try:
            shown = ordering.preview(wanted, lines[0])
        except OrdersError:
            assert rows() == before
            with pytest.raises(OrdersError):
                ordering.apply(None, wanted, lines[0])
            assert rows() == before
            continue
        assert rows() == before
        made = ordering.apply(None, wanted, lines[0], shown=shown.token)
        done.append((made.pk, before))
        units = list(OrgUnit.objects.filter(positions__line=lines[0]).distinct().order_by("pk"))
        assert_whole(lines)
    if done and data.draw(st.booleans()):  # one in the middle: either nothing hangs on it, or it is refused
        number = data.draw(st.sampled_from([number for number, _ in done]))
        before = rows()
        try:
            undo(None, number)
        except SomethingHangsOnItError:
            assert rows() == before
        else:
            assert_whole(lines)
            return
    for number, before in reversed(done):
        undo(None, number)
        assert rows() == before


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (Kind.UNION, Level.PROVINCE),
        (Kind.PRESS, Level.CENTRE),
        (Kind.AFFILIATE, Level.CENTRE),
        (Kind.BRANCH, Level.VILLAGE),
    ],
)
def test_what_is_attached_to_a_unit_stands_as_high_as_that(
    country: Country, kind: Kind, level: Level
) -> None:
    orders = [Order(Verb.FOUND, DAY, New("Mới"), country["Trung ương"].pk, kind=kind)]
    ordering.apply(None, orders, country.line)
    assert OrgUnit.objects.get(name="Mới").level == level


def test_a_unit_is_founded_at_its_place_and_level(country: Country) -> None:
    place = Place.objects.create(level="commune", code=16834, kind="xã", name="Xã Na Loi", bare_name="Na Loi")
    said = {"kind": Kind.UNION, "place": place.pk}
    ordering.apply(None, [Order(Verb.FOUND, DAY, New("Hội A"), country["Nghệ An"].pk, **said)], country.line)
    ordering.apply(
        None,
        [Order(Verb.FOUND, DAY, New("Hội B"), country["Nghệ An"].pk, kind=Kind.UNION, level="province")],
        country.line,
    )
    assert list(OrgUnit.objects.filter(name__startswith="Hội").values_list("name", "level", "place")) == [
        ("Hội A", "commune", place.pk),
        ("Hội B", "province", None),
    ]
    Place.objects.filter(pk=place.pk).update(since=LATER)
    with pytest.raises(OrdersError, match="Xã Na Loi"):
        ordering.preview([Order(Verb.FOUND, DAY, New("Hội C"), country["Nghệ An"].pk, **said)], country.line)
