"""A reorganisation is taken back to the letter, unless something new hangs on it."""

from collections.abc import Callable

import pytest

from donghanh.audit.models import Entry
from donghanh.organisations import ordering
from donghanh.organisations.models import Kind, Level, OrgUnit
from donghanh.organisations.orders import Order, Verb
from donghanh.organisations.undoing import NoSuchReorganisationError, SomethingHangsOnItError, undo
from organisations import making
from organisations.conftest import LATER, Country, Make, apply, rows

pytestmark = pytest.mark.django_db


def test_a_reorganisation_is_undone_to_the_letter(country: Country, order: Make) -> None:
    before = rows()
    made = apply(
        country,
        order(Verb.FOUND, "Mới", "Nghệ An", kind=Kind.UNION),
        order(Verb.MERGE, "Na Loi", "Mới"),
        order(Verb.RENAME, "Keng Đu", name="Keng"),
        order(Verb.MOVE, "Sì Lở Lầu", "Nghệ An"),
    )
    assert rows() != before
    undone = undo(None, made.pk)
    assert rows() == before
    assert undone.undone_at is not None
    assert made.row_changes.exists()
    assert Entry.objects.last().verb == "reorganisation_undone"  # type: ignore[union-attr]
    with pytest.raises(NoSuchReorganisationError):
        undo(None, made.pk)


def later_branch(country: Country) -> None:
    country.units["Mới"] = OrgUnit.objects.get(name="Mới")
    country.add("Chi hội của Mới", "Mới", level=Level.VILLAGE, kind=Kind.BRANCH, since=LATER)


def later_move(country: Country) -> None:
    making.move(country["Chi hội bản Đồn Boọng"], country["Keng Đu"], country.line, LATER)


def later_rename(country: Country) -> None:
    making.rename(country["Keng Đu"], "Mường Lống", LATER)


def later_end_of_the_superior(country: Country) -> None:
    orders = [
        Order(Verb.MOVE, LATER, country["Keng Đu"].pk, country["Lai Châu"].pk),
        Order(Verb.MERGE, LATER, country["Nghệ An"].pk, country["Lai Châu"].pk),
    ]
    ordering.apply(None, orders, country.line)


@pytest.mark.parametrize(
    ("later", "named"),
    [
        (later_branch, "Chi hội của Mới"),
        (later_move, "Chi hội bản Đồn Boọng"),
        (later_rename, "Mường Lống"),
        (later_end_of_the_superior, "Mới"),
    ],
)
def test_it_is_not_undone_while_something_new_hangs_on_it(
    country: Country, order: Make, later: Callable[[Country], None], named: str
) -> None:
    made = apply(
        country,
        order(Verb.FOUND, "Mới", "Nghệ An", kind=Kind.UNION),
        order(Verb.MERGE, "Na Loi", "Mới"),
        order(Verb.RENAME, "Keng Đu", name="Keng"),
    )
    later(country)
    before = rows()
    with pytest.raises(SomethingHangsOnItError, match=named):
        undo(None, made.pk)
    assert rows() == before


def test_another_way_to_write_a_name_does_not_hold_an_undoing_up(country: Country, order: Make) -> None:
    made = apply(country, order(Verb.RENAME, "Keng Đu", name="Keng"))
    making.add_name(OrgUnit.objects.get(name="Keng"), "KD")
    undo(None, made.pk)
    assert OrgUnit.objects.named_like("kd").get().name == "Keng Đu"
    assert not OrgUnit.objects.named_like("keng").exclude(name="Keng Đu").exists()
