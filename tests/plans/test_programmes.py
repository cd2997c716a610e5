"""Programmes, their phases and parts; the net of plans that cite and carry out each other."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Kind, Level
from donghanh.organisations.placing import NewUnit
from donghanh.plans import net, programmes
from donghanh.plans.models import Plan, Programme, State
from donghanh.plans.programmes import ProgrammeError, Span
from organisations import making
from plans.conftest import COMMUNE, DAY, FORM, NEIGHBOUR, PROVINCE, Hire, Make, unit

FIRST = Span("Giai đoạn 1", date(2021, 1, 1), date(2025, 12, 31))
SECOND = Span("Giai đoạn 2", date(2026, 1, 1), date(2030, 12, 31))


def write(user: User, name: str, programme: Programme | None = None, **more: object) -> Programme:
    about = {"short": "", "unit": unit(PROVINCE), "phases": (), "belongs_to": (), **more}
    return programmes.write(user, programme, name=name, **about)  # type: ignore[arg-type]


def test_the_programme_that_a_paper_names_is_the_plans_however_it_is_spelled(make: Make, lan: User) -> None:
    plan = make()
    assert plan.programme is not None
    assert plan.programme.name == FORM["document"]["programme"]
    again = make({**FORM, "document": {**FORM["document"], "programme": "ĐỒNG HÀNH CÙNG PHỤ NỮ BIÊN CƯƠNG"}})
    assert again.programme == plan.programme
    assert programmes.named("đồng hành cùng phụ nữ biên cương") == plan.programme
    assert Entry.objects.filter(verb="programme_written").count() == 1


def test_a_paper_that_names_none_is_of_none(make: Make) -> None:
    assert make({**FORM, "document": {**FORM["document"], "programme": None}}).programme is None


def test_a_programme_has_phases_and_belongs_to_others(lan: User) -> None:
    whole = write(lan, "Chương trình mục tiêu quốc gia")
    part = write(lan, "Dự án 8", short="DA8", phases=[SECOND, FIRST], belongs_to=[whole])
    assert [each.name for each in part.phases.all()] == ["Giai đoạn 1", "Giai đoạn 2"]
    assert list(whole.parts.all()) == [part]
    assert str(part) == "DA8"


def test_a_programme_never_belongs_to_itself(lan: User) -> None:
    whole = write(lan, "Chương trình")
    part = write(lan, "Dự án", belongs_to=[whole])
    deeper = write(lan, "Tiểu dự án", belongs_to=[part])
    with pytest.raises(ProgrammeError, match="Chương trình"):
        write(lan, "Chương trình", whole, belongs_to=[deeper])
    assert not whole.belongs_to.exists()


@pytest.mark.parametrize(
    "phases",
    [
        [FIRST, Span("Chồng lên", date(2025, 12, 31), date(2026, 2, 1))],
        [Span("Ngược", date(2026, 2, 1), date(2026, 1, 1))],
        [Span(" ", date(2026, 1, 1), date(2026, 2, 1))],
    ],
)
def test_phases_that_overlap_or_end_before_they_begin_are_refused(lan: User, phases: list[Span]) -> None:
    with pytest.raises(ProgrammeError):
        write(lan, "Dự án 8", phases=phases)
    assert not Programme.objects.exists()


@pytest.mark.parametrize("name", ["", "   ", "=1+1"])
def test_a_programme_has_a_name(lan: User, name: str) -> None:
    with pytest.raises(ProgrammeError):
        write(lan, name)


def test_no_two_programmes_have_one_name(lan: User) -> None:
    write(lan, "Dự án 8")
    with pytest.raises(ProgrammeError):
        write(lan, "DỰ ÁN  8")


def test_only_who_writes_plans_of_the_unit_that_runs_it_writes_a_programme(lan: User, hire: Hire) -> None:
    made = write(lan, "Dự án 8")
    with pytest.raises(Http404):
        write(hire("xa", Role.DATA_ENTRY, COMMUNE), "Khác", made, unit=unit(COMMUNE))
    with pytest.raises(PermissionDenied):
        write(hire("xem", Role.VIEWER), "Khác")
    made.refresh_from_db()
    assert made.name == "Dự án 8"


def test_the_page_writes_a_programme_down_and_names_a_wrong_phase(client: Client, lan: User) -> None:
    client.force_login(lan)
    url = reverse("plans:new_programme")
    data = {
        "name": "Dự án 8",
        "unit": str(unit(PROVINCE).pk),
        "phases": "Giai đoạn 1: 31/02/2021 - 31/12/2025",
    }
    assert "Giai đoạn 1: 31/02/2021" in client.post(url, data).content.decode()
    assert not Programme.objects.exists()
    client.post(url, {**data, "phases": "Giai đoạn 1: 01/01/2021 - 31/12/2025\n"})
    made = Programme.objects.get()
    assert [(each.starts, each.ends) for each in made.phases.all()] == [(FIRST.starts, FIRST.ends)]
    assert "31/12/2025" in client.get(reverse("plans:write_programme", args=[made.pk])).content.decode()


# The net


def _issued(plan: Plan) -> Plan:
    Plan.objects.filter(pk=plan.pk).update(state=State.ISSUED)
    plan.refresh_from_db()
    return plan


def _citing(cited: str, **head: object) -> dict[str, object]:
    basis = {**FORM["legal_bases"][0], "number": cited, "issued_on": "2026-03-02"}
    return {**FORM, "document": {**FORM["document"], **head}, "legal_bases": [basis]}


def test_what_a_plan_cites_is_joined_to_the_plan_that_it_is(make: Make, hire: Hire) -> None:
    higher = _issued(make())
    commune = hire("xa", Role.DATA_ENTRY, COMMUNE)
    lower = make(_citing("12/KH-BTV", number="3/KH-BTV"), user=commune, keeper=COMMUNE)
    assert lower.above == higher
    around = net.around(commune, lower)
    assert around.above == [higher]
    assert list(net.around(commune, higher).below) == [lower]


def test_another_day_is_another_paper(make: Make, hire: Hire) -> None:
    _issued(make())
    form = _citing("12/KH-BTV")
    form["legal_bases"][0]["issued_on"] = "2025-03-02"  # type: ignore[index]
    assert make(form, user=hire("xa", Role.DATA_ENTRY, COMMUNE), keeper=COMMUNE).above is None


def test_nobody_is_joined_to_a_plan_that_she_does_not_see(make: Make, hire: Hire) -> None:
    make()  # a draft
    assert make(_citing("12/KH-BTV"), user=hire("xa", Role.DATA_ENTRY, COMMUNE), keeper=COMMUNE).above is None


def test_the_net_shows_nobody_what_she_does_not_see(make: Make, hire: Hire) -> None:
    higher = _issued(make())
    make(_citing("12/KH-BTV"), user=hire("xa", Role.DATA_ENTRY, COMMUNE), keeper=COMMUNE)
    assert not net.around(hire("khac", Role.VIEWER, NEIGHBOUR), higher).below.exists()


def test_the_page_of_a_plan_takes_no_more_queries_for_more_plans_below(
    make: Make, lan: User, client: Client
) -> None:
    higher = _issued(make())
    client.force_login(lan)
    counts = []
    for more in (1, 12):
        for n in range(more):
            new = NewUnit(Kind.BRANCH, Level.VILLAGE, f"Chi hội {more}.{n}")
            branch = making.add(new, superior=unit(COMMUNE), line=higher.line)
            Plan.objects.create(
                unit=branch,
                keeper=branch,
                line=higher.line,
                title=f"Xã {n}",
                above=higher,
                day=DAY,
            )
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("plans:plan", args=[higher.pk])).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1], counts


def test_a_second_paper_of_a_unit_cites_the_higher_plan_and_does_not_carry_it_out(
    make: Make, hire: Hire
) -> None:
    higher, commune = _issued(make()), hire("xa", Role.DATA_ENTRY, COMMUNE)
    first, second = (make(_citing("12/KH-BTV"), user=commune, keeper=COMMUNE) for _ in range(2))
    assert (first.above, second.above) == (higher, None)
    assert second.basis_set.get().cites == higher
