"""The lists are whole, and what they leave out stays visible."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from donghanh.vietnam.places import REFORM, Level, Place, gazetteer

SHARED = Path(__file__).parents[4] / "shared" / "data" / "admin"


def of(places: tuple[Place, ...], level: Level) -> list[Place]:
    return [p for p in places if p.level is level]


def test_the_totals_are_those_of_the_lists() -> None:
    g = gazetteer()
    assert Counter(p.level for p in g.before) == {
        Level.PROVINCE: 63,
        Level.DISTRICT: 696,
        Level.COMMUNE: 10_051,
    }
    assert Counter(p.level for p in g.today) == {Level.PROVINCE: 34, Level.COMMUNE: 3_321}


def test_every_former_commune_has_a_successor_except_the_28_of_the_gap() -> None:
    g = gazetteer()
    without = [p for p in of(g.before, Level.COMMUNE) if not g.successors(p)]
    assert len(without) == 28
    assert all(g.ended(p) for p in without)


def test_132_communes_went_in_part_to_one_place_only() -> None:
    g = gazetteer()
    into = [g.successors(p) for p in of(g.before, Level.COMMUNE)]
    assert sum(len(s) == 1 and s[0].partly for s in into) == 132


def test_every_district_and_every_province_leads_somewhere() -> None:
    g = gazetteer()
    assert all(g.successors(p) for p in g.before if p.level is not Level.COMMUNE)
    assert {len(g.successors(p)) for p in of(g.before, Level.PROVINCE)} == {1}


def test_the_five_special_zones_without_communes_follow_their_districts() -> None:
    g = gazetteer()
    empty = {p.parent for p in of(g.before, Level.COMMUNE)}
    islands = [p for p in of(g.before, Level.DISTRICT) if p not in empty]
    zones = {p.bare_name: [(s.place.name, s.partly) for s in g.successors(p)] for p in islands}
    assert zones == {
        name: [(f"Đặc khu {name}", False)]
        for name in ("Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo")
    }


def test_all_that_ended_has_the_date_of_the_reform_and_eleven_provinces_live_on() -> None:
    g = gazetteer()
    living = {p.bare_name for p in g.before if p.until is None}
    assert living == {
        "Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An",
        "Hà Tĩnh", "Cao Bằng",
    }  # fmt: skip
    assert {p.until for p in g.before} == {None, REFORM}
    assert {p.since for p in g.today} == {None, REFORM}


def test_a_code_alone_names_no_place() -> None:
    g = gazetteer()
    names: dict[int, set[str]] = {}
    for p in (*of(g.before, Level.COMMUNE), *of(g.today, Level.COMMUNE)):
        names.setdefault(p.code, set()).add(p.name)
    assert sum(len(n) > 1 for n in names.values()) == 2_179


@pytest.mark.skipif(not SHARED.exists(), reason="the lists as they were handed over are not on this machine")
def test_provinces_follow_their_communes_as_the_table_of_provinces_says() -> None:
    with (SHARED / "province_changes_2025.csv").open(encoding="utf-8") as file:
        table = {(int(row["old_code"]), int(row["new_code"])) for row in csv.DictReader(file)}
    g = gazetteer()
    ours = {(p.code, s.place.code) for p in of(g.before, Level.PROVINCE) for s in g.successors(p)}
    # No commune of Tiền Giang went to Tây Ninh, and NQ 202/2025/QH15 merges the whole of it with Đồng Tháp.
    assert table - ours == {(82, 80)}
    assert ours <= table
