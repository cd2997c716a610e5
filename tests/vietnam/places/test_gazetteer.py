"""What the rooms that read and check ask of the gazetteer."""

import pytest

from donghanh.vietnam.places import Level, gazetteer


@pytest.mark.parametrize(
    ("name", "level", "within", "today"),
    [
        ("xã Leng Su Sìn", Level.COMMUNE, ["huyện Mường Nhé"], "xã Sín Thầu, tỉnh Điện Biên"),
        ("xã Nậm Cắn", Level.COMMUNE, ["tỉnh Nghệ An"], "xã Nậm Cắn, tỉnh Nghệ An"),
        ("xã Đăk Plô", Level.COMMUNE, ["huyện Đăk Glei", "tỉnh Kon Tum"], "xã Đăk Plô, tỉnh Quảng Ngãi"),
        ("thị trấn Tam Đường", Level.COMMUNE, [], "xã Bình Lư, tỉnh Lai Châu"),
        ("phường An Xuyên", Level.COMMUNE, ["tỉnh Cà Mau"], "phường An Xuyên, tỉnh Cà Mau"),
        ("huyện Lý Sơn", Level.DISTRICT, [], "đặc khu Lý Sơn, tỉnh Quảng Ngãi"),
        ("tỉnh Kon Tum", Level.PROVINCE, [], "tỉnh Quảng Ngãi"),
        ("tỉnh Nghệ An", Level.PROVINCE, [], "tỉnh Nghệ An"),
        ("huyện Kỳ Sơn", Level.DISTRICT, ["tỉnh Nghệ An"], None),
        ("thành phố Phú Quốc", Level.DISTRICT, [], None),
        ("xã Tân Thành", Level.COMMUNE, [], None),
        ("xã Phú Thịnh", Level.COMMUNE, ["huyện Yên Sơn"], None),
        ("xã Nậm Cắn", Level.COMMUNE, ["huyện Tương Dương"], None),
        ("xã Không Có", Level.COMMUNE, [], None),
    ],
)
def test_the_unit_that_covers_a_place_today(
    name: str, level: Level, within: list[str], today: str | None
) -> None:
    found = gazetteer().today_of(name, level, within)
    assert (found and found.place.full_name) == today


def test_a_name_is_sought_at_its_level_kind_and_time() -> None:
    g = gazetteer()
    assert [p.full_name for p in g.find("Kon Tum", level=Level.PROVINCE)] == ["tỉnh Kon Tum"]
    assert [p.name for p in g.find("Kon Tum", kind="phường")] == ["Phường Kon Tum"]
    assert [p.name for p in g.find("Kon Tum", level=Level.DISTRICT)] == ["Thành phố Kon Tum"]
    (before,) = g.find("xã Nậm Cắn", era="before")
    (today,) = g.find("xã Nậm Cắn", era="today")
    assert before is not today
    assert before.district
    assert today.district is None


def test_what_ended_is_told_from_what_lives_on_by_name() -> None:
    g = gazetteer()

    def ended(name: str) -> bool:
        (place,) = g.find(name, era="before")
        return g.ended(place)

    assert ended("tỉnh Kon Tum")
    assert ended("huyện Kỳ Anh")
    assert ended("xã Leng Su Sìn")
    assert ended("thị trấn Tam Đường")
    assert not ended("tỉnh Quảng Ngãi")
    assert not ended("tỉnh Đồng Nai")
    assert not ended("xã Nậm Cắn")
    assert not ended("xã Đắk Blô")


def test_predecessors_lead_back() -> None:
    g = gazetteer()
    (today,) = g.find("xã Nậm Cắn", era="today")
    communes = {p.name for p in g.predecessors(today) if p.level is Level.COMMUNE}
    assert "Xã Nậm Cắn" in communes
    assert len(communes) == 2


def test_known_names_are_known_and_others_are_not() -> None:
    g = gazetteer()
    assert g.knows("xã Na Loi")
    assert g.knows("na loi", Level.COMMUNE)
    assert not g.knows("na loi", Level.PROVINCE)
    assert not g.knows("phường Na Loi")
    assert not g.knows("Hội Liên hiệp Phụ nữ")
