"""Units found from the words of papers, as seen from who wrote them on the day."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donghanh.organisations.building import build, find_province
from donghanh.organisations.finding import Answer, Found, FoundSet, Question, Why, find, find_all
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Succession
from donghanh.organisations.offices import KINDS, build_offices
from donghanh.organisations.placing import NewUnit
from donghanh.vietnam.places import REFORM
from organisations import making
from organisations.conftest import Country
from organisations.gold import Plan, agrees, build_for, plans

pytestmark = pytest.mark.django_db
GOLD = Path(__file__).parents[3] / "shared" / "contract" / "gold"
TODAY, OLD = date(2026, 11, 22), date(2024, 5, 6)
LISTS = ("responsibilities", "activities", "reporting", "allocations", "places")


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.name)
def test_the_names_of_the_gold_plans_mean_what_a_person_wrote_down(plan: Plan) -> None:
    issuer = build_for(plan)
    answers = find_all([words for words, _ in plan.names], issuer, plan.day)
    wrong = [
        (words, wanted, found)
        for (words, wanted), found in zip(plan.names, answers, strict=True)
        if len(found) != len(wanted)
        or not all(agrees(answer, said, plan.day) for answer, said in zip(found, wanted, strict=True))
    ]
    assert not wrong


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared folder is not here")
@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.name)
def test_every_name_of_the_gold_plans_was_written_down(plan: Plan) -> None:
    gold = json.loads((GOLD / f"{plan.name}.json").read_text(encoding="utf-8"))
    assert set(_names(gold)) <= {words for words, _ in plan.names}


def _names(gold: dict) -> Iterator[str]:  # type: ignore[type-arg]
    yield from gold["document"]["recipients"]
    for item in gold["activities"]:
        yield from (*(item["lead"] or ()), *(item.get("partners") or ()))
    for item in gold["responsibilities"]:
        yield from item["units"]
    for item in gold["reporting"]:
        yield from filter(None, (item["from"], item["to"], item["via"]))
    for item in gold["allocations"]:
        yield item["unit"]
    for item in gold["places"]:
        yield ", ".join(filter(None, (item["name"], item["within"])))


# A province before the reform, and the same of today


def cao_bang(day: date, *codes: str) -> None:
    for code in ("union", *codes):
        build(None, day, code=code, province="Cao Bằng")


def the(name: str) -> OrgUnit:
    return OrgUnit.objects.get(name=name)


def one(words: str, issuer: OrgUnit | None, day: date) -> Answer:
    (answer,) = find(words, issuer, day)
    return answer


def named(answer: Answer) -> str:
    assert isinstance(answer, Found), answer
    return answer.unit.name


def test_some_of_a_set_are_asked_for_among_all_of_it() -> None:
    """Which communes lie at the border no word says; how many, tells whether all are meant."""
    cao_bang(TODAY)
    province = the("Hội LHPN tỉnh Cao Bằng")
    every = one("Hội LHPN các xã", province, TODAY)
    assert isinstance(every, FoundSet)
    for words in ("Hội LHPN các xã biên giới", "Hội LHPN 05 xã đặc biệt khó khăn", "Hội LHPN 5 xã"):
        answer = one(words, province, TODAY)
        assert isinstance(answer, Question) and answer.why is Why.NOBODY
        assert set(answer.candidates) == set(every.units)
    counted = one(f"Hội LHPN {every.count} xã", province, TODAY)
    assert isinstance(counted, FoundSet) and counted.count == every.count


def test_the_same_words_mean_another_unit_to_another_writer() -> None:
    cao_bang(OLD)
    province, district, commune = (
        the(f"Hội LHPN {place}") for place in ("tỉnh Cao Bằng", "huyện Hà Quảng", "xã Sóc Hà")
    )
    assert named(one("Hội LHPN huyện", commune, OLD)) == district.name
    assert named(one("Hội LHPN huyện", district, OLD)) == district.name
    assert named(one("Hội LHPN cấp trên", commune, OLD)) == district.name
    each = one("Hội LHPN huyện", province, OLD)
    assert isinstance(each, FoundSet)
    assert (each.count, each.left_out) == (9, 1)  # the town of Cao Bằng is called otherwise
    assert each.units.filter(name__contains="Hà Quảng").get() == district
    assert each.description == "Hội LHPN của từng huyện thuộc tỉnh Cao Bằng"
    below = one("Hội LHPN cơ sở", district, OLD)
    assert isinstance(below, FoundSet) and below.count == 21
    levels = one("các cấp Hội", district, OLD)
    assert isinstance(levels, FoundSet) and levels.count == 22


def test_a_name_is_found_however_it_is_spelled() -> None:
    cao_bang(OLD)
    issuer = the("Hội LHPN tỉnh Cao Bằng")
    for written in (
        "Hội LHPN xã Quý Quân",
        "hoi lhpn xa quy quan",
        unicodedata.normalize("NFD", "Hội Liên hiệp Phụ nữ xã Qúy Quân"),
        "BTV Hội PN xã Quí Quân",  # Tuyên Quang has one that is spelled so: the own province goes first
        "Hội LHPN xã Quý Quân, huyện Hà Quảng, tỉnh Cao Bằng",
        "Hội LHPN xã Quý Quân (huyện Hà Quảng)",
    ):
        assert named(one(written, issuer, OLD)) == "Hội LHPN xã Quý Quân", written


def test_what_cannot_be_told_is_asked_with_whom_it_may_be() -> None:
    cao_bang(OLD)
    province, district = the("Hội LHPN tỉnh Cao Bằng"), the("Hội LHPN huyện Bảo Lạc")
    twice = one("Hội LHPN xã Hưng Đạo", province, OLD)
    assert isinstance(twice, Question) and twice.why is Why.SEVERAL
    assert sorted(str(unit.place and unit.place.parent) for unit in twice.candidates) == [
        "Huyện Bảo Lạc",
        "Huyện Nguyên Bình",
        "Thành phố Cao Bằng",
    ]
    assert named(one("Hội LHPN xã Hưng Đạo", district, OLD)) == "Hội LHPN xã Hưng Đạo"
    slip = one("Hội LHPN xã Quý Quâng", province, OLD)
    assert isinstance(slip, Question) and slip.why is Why.UNKNOWN
    assert "Hội LHPN xã Quý Quân" in [unit.name for unit in slip.candidates]
    other_word = one("Hội LHPN thị trấn Quý Quân", province, OLD)
    assert isinstance(other_word, Question)
    assert [unit.name for unit in other_word.candidates] == ["Hội LHPN xã Quý Quân"]
    nobody = one("các cơ quan liên quan", province, OLD)
    assert isinstance(nobody, Question) and nobody.why is Why.NOBODY
    assert not find("Lưu: VT", province, OLD)


def test_without_a_writer_only_full_names_are_found() -> None:
    cao_bang(OLD)
    assert named(one("Hội LHPN huyện Bảo Lạc", None, OLD)) == "Hội LHPN huyện Bảo Lạc"
    for words in ("Hội LHPN huyện", "Hội LHPN các xã", "xã Quý Quân", "Chủ tịch"):
        answer = one(words, None, OLD)
        assert isinstance(answer, Question) and answer.why is Why.UNKNOWN, words


def test_a_unit_that_ended_is_asked_with_its_successors() -> None:
    cao_bang(TODAY)
    province = the("Hội LHPN tỉnh Cao Bằng")
    gone = one("Hội LHPN xã Quý Quân", province, TODAY)
    assert isinstance(gone, Question) and gone.why is Why.ENDED
    assert [unit.name for unit in gone.candidates] == ["Hội LHPN xã Trường Hà"]
    assert "22/11/2026" in gone.text
    level = one("Hội LHPN các huyện", province, TODAY)
    assert isinstance(level, Question) and level.why is Why.ENDED


def test_who_took_a_unit_over_by_decision_is_offered() -> None:
    cao_bang(TODAY)
    old, new = the("Hội LHPN xã Trường Hà"), the("Hội LHPN xã Hà Quảng")
    OrgUnit.objects.filter(pk=old.pk).update(until=TODAY)
    Succession.objects.create(old=old, new=new, day=TODAY)
    answer = one("Hội LHPN xã Trường Hà", new, TODAY)
    assert isinstance(answer, Question) and answer.why is Why.ENDED
    assert answer.candidates == (new,)


def test_a_missing_office_is_proposed_and_found_once_it_is_made() -> None:
    cao_bang(OLD, "committee", "front")
    build_offices(None, OLD, KINDS, find_province("Cao Bằng", OLD))
    issuer = the("UBND huyện Bảo Lạc")
    answer = one("Phòng Dân tộc huyện", issuer, OLD)
    assert isinstance(answer, Question) and answer.why is Why.MISSING
    proposal = answer.proposal
    assert proposal is not None
    assert (proposal.kind, proposal.level, proposal.superior) == (Kind.DEPARTMENT, Level.DISTRICT, issuer)
    line = Line.objects.get(code="committee")
    new = NewUnit(proposal.kind, proposal.level, proposal.name, proposal.place, since=OLD)
    made = making.add(new, superior=proposal.superior, line=line)
    assert made.name == "Phòng Dân tộc huyện Bảo Lạc"
    assert named(one("Phòng Dân tộc", issuer, OLD)) == made.name
    board = one("Ban Dân vận Huyện ủy", issuer, OLD)
    assert isinstance(board, Question) and board.proposal is not None
    assert (board.proposal.kind, board.proposal.name) == (Kind.PARTY, "Ban Dân vận Huyện ủy Bảo Lạc")
    assert board.proposal.superior == the("Huyện ủy Bảo Lạc")
    later = one("Phòng LĐTBXH", issuer, date(2025, 4, 1))
    assert isinstance(later, Question) and later.why is Why.ENDED
    assert [unit.name for unit in later.candidates] == ["Phòng Nội vụ huyện Bảo Lạc"]


def test_branches_are_found_by_their_names_below_the_writer() -> None:
    cao_bang(TODAY)
    line = Line.objects.get(code="union")
    here, there = the("Hội LHPN xã Trường Hà"), the("Hội LHPN xã Hà Quảng")
    for superior in (here, there):
        new = NewUnit(Kind.BRANCH, Level.VILLAGE, "Chi hội xóm Bó Bẩm", since=REFORM)
        making.add(new, superior=superior, line=line)
    found = one("Chi hội Xóm Bó Bẩm", here, TODAY)
    assert isinstance(found, Found)
    assert found.unit.positions.get().superior == here
    assert named(one("xóm Bó Bẩm", here, TODAY)) == "Chi hội xóm Bó Bẩm"
    several = one("Chi hội xóm Bó Bẩm", the("Hội LHPN tỉnh Cao Bằng"), TODAY)
    assert isinstance(several, Question) and len(several.candidates) == 2
    each = one("các chi hội", here, TODAY)
    assert isinstance(each, FoundSet) and each.count == 1
    branch = found.unit
    assert named(one("Hội LHPN xã", branch, TODAY)) == here.name
    assert named(one("Hội LHPN tỉnh", branch, TODAY)) == "Hội LHPN tỉnh Cao Bằng"


def test_many_names_cost_as_many_queries_as_a_few() -> None:
    cao_bang(OLD)
    issuer = the("Hội LHPN tỉnh Cao Bằng")
    communes = list(OrgUnit.objects.filter(level=Level.COMMUNE).values_list("name", flat=True))
    sorts = [
        "Hội LHPN các xã",
        "Ban Kinh tế",
        "Chi hội Nà Giàng",
        "Phòng Tư pháp huyện Bảo Lạc",
        "Hội LHPN huyện",
    ]

    def queries(words: list[str]) -> int:
        with CaptureQueriesContext(connection) as asked:
            find_all(words, issuer, OLD)
        return len(asked)

    few = queries([*sorts, communes[0]])
    many = [*sorts, *communes, *(f"Chi hội số {n}" for n in range(60)), *(f"Ban {n}" for n in range(60))]
    assert len(many) > 250
    assert queries(many) <= few <= 14


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_text_breaks_the_finding(country: Country, phrases: list[str]) -> None:
    for issuer in (None, country["Na Loi"], country["Trung ương"]):
        assert len(find_all(phrases, issuer, TODAY)) == len(phrases)
