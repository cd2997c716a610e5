"""Places named in a paper, with their levels and what covers them today."""

from typing import Any

import pytest

from reading.building import read


def places(*lines: str) -> list[tuple[Any, ...]]:
    return [(p["name"], p["level"], p["within"]) for p in read("I. ĐỊA BÀN", *lines)["places"]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "- Tại xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An.",
            [
                ("xã Nậm Cắn", "commune", "huyện Kỳ Sơn"),
                ("huyện Kỳ Sơn", "district", "tỉnh Nghệ An"),
                ("tỉnh Nghệ An", "province", None),
            ],
        ),
        ("- Tại xã Nậm Cắn và Na Loi.", [("xã Nậm Cắn", "commune", None), ("xã Na Loi", "commune", None)]),
        ("- Giao UBND huyện Kỳ Sơn.", [("huyện Kỳ Sơn", "district", None)]),
        ("- Giao Hội Nông dân Nghệ An.", []),
        ("- Giao UBND xã theo dõi.", []),
        ("- Tại thôn Khe Lau.", [("thôn Khe Lau", "village", None)]),
        (
            "- Tại tổ 9 phường Trần Phú.",
            [("tổ 9", "village", "phường Trần Phú"), ("phường Trần Phú", "commune", None)],
        ),
        ("- Giao tổ 9 theo dõi.", []),
        (
            "- Ra quân tại tổ 5, tổ 7 phường Trần Phú.",
            [
                ("tổ 5", "village", None),
                ("tổ 7", "village", "phường Trần Phú"),
                ("phường Trần Phú", "commune", None),
            ],
        ),
        ("- Họp tại khu 4, khu vực 7.", [("khu 4", "village", None), ("khu vực 7", "village", None)]),
        ("- Hỗ trợ các xã khu vực 3.", []),
        (
            "- Khảo sát 3 xã biên giới: Dục Nông, Bờ Y, Sa Loong.",
            [
                ("xã Dục Nông", "commune", None),
                ("xã Bờ Y", "commune", None),
                ("xã Sa Loong", "commune", None),
            ],
        ),
        ("- Giao các xã thực hiện: Tổ chức hội thi.", []),
        (
            "- Tại các xã Dân Hóa, Trọng Hóa (huyện Minh Hóa), Ngân Thủy (huyện Lệ Thủy).",
            [
                ("xã Dân Hóa", "commune", "huyện Minh Hóa"),
                ("xã Trọng Hóa", "commune", "huyện Minh Hóa"),
                ("huyện Minh Hóa", "district", None),
                ("xã Ngân Thủy", "commune", "huyện Lệ Thủy"),
                ("huyện Lệ Thủy", "district", None),
            ],
        ),
        ("- Tổ chức Chương trình “Xuân biên cương, Tết ấm bản Mường”.", []),
    ],
)
def test_places_stand_with_their_level(line: str, found: list[tuple[Any, ...]]) -> None:
    assert [p for p in places(line) if p[0] != "xã Bình An"] == found


def test_a_place_is_listed_once_and_told_its_successor() -> None:
    plan = read(
        "I. ĐỊA BÀN", "- Xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên.", "- Xã Leng Su Sìn làm điểm."
    )
    [place] = [p for p in plan["places"] if p["name"] == "xã Leng Su Sìn"]
    assert place["today"] is not None
    assert place["today"]["name"].endswith("Sín Thầu")
