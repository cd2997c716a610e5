"""Free words beside what they have to mean: the former place, and the codes that cover it today."""

import pytest

from donghanh.vietnam.places import look_up

LENG_SU_SIN = "xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên"
NA_LOI = "xã Na Loi, huyện Kỳ Sơn, tỉnh Nghệ An"
NAM_CAN = "xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An"
DAK_BLO = "xã Đắk Blô, huyện Đắk Glei, tỉnh Kon Tum"
BEN_NGHE = "phường Bến Nghé, quận 1, thành phố Hồ Chí Minh"
TAM_DUONG = "thị trấn Tam Đường, huyện Tam Đường, tỉnh Lai Châu"

# query, the one former place (None where a place of today is named), codes of today
ONE_PLACE = [
    # whole names, and what is left out of them
    ("xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên", LENG_SU_SIN, [3158]),
    ("Leng Su Sìn, Mường Nhé, Điện Biên", LENG_SU_SIN, [3158]),
    ("leng su sin, muong nhe, dien bien", LENG_SU_SIN, [3158]),
    ("LENG SU SÌN, ĐIỆN BIÊN", LENG_SU_SIN, [3158]),
    ("Leng Su Sìn", LENG_SU_SIN, [3158]),
    ("xã Sín Thầu, tỉnh Điện Biên", "xã Sín Thầu, huyện Mường Nhé, tỉnh Điện Biên", [3158]),
    # separators of all kinds, none, and the other order
    ("xã Na Loi huyện Kỳ Sơn tỉnh Nghệ An", NA_LOI, [16834]),
    ("xa na loi huyen ky son tinh nghe an", NA_LOI, [16834]),
    ("Na Loi Kỳ Sơn Nghệ An", NA_LOI, [16834]),
    ("Na Loi - Kỳ Sơn - Nghệ An", NA_LOI, [16834]),
    ("xã Na Loi/huyện Kỳ Sơn; tỉnh Nghệ An", NA_LOI, [16834]),
    ("xã Na Loi (huyện Kỳ Sơn, tỉnh Nghệ An)", NA_LOI, [16834]),
    ("xã Na Loi thuộc huyện Kỳ Sơn, tỉnh Nghệ An.", NA_LOI, [16834]),
    ("Nghệ An, Kỳ Sơn, Na Loi", NA_LOI, [16834]),
    ("tỉnh Nghệ An, huyện Kỳ Sơn, xã Na Loi", NA_LOI, [16834]),
    ("huyện Kỳ Sơn, xã Na Loi, tỉnh Nghệ An", NA_LOI, [16834]),
    ("xã Na Loi (cũ), Nghệ An", NA_LOI, [16834]),
    # a former place and the one of today that carries on its name are one
    ("xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An", NAM_CAN, [16837]),
    ("xã Nậm Cắn, tỉnh Nghệ An", NAM_CAN, [16837]),
    # spellings of the highlands and of lists
    ("xã Đăk Plô, huyện Đăk Glei, tỉnh Kon Tum", DAK_BLO, [23344]),
    ("xã Đắc Plô, huyện Đắc Glei, Kon Tum", DAK_BLO, [23344]),
    ("xã Đăk Blô, huyện Đak Glei, tỉnh Kon Tum", DAK_BLO, [23344]),
    ("xã Đăk Plô, huyện Đăk Glei, tỉnh Quảng Ngãi", DAK_BLO, [23344]),
    ("xã Đăk Plô, tỉnh Quảng Ngãi", None, [23344]),
    ("xã Kỳ Thượng, huyện Kì Anh, Hà Tĩnh", "xã Kỳ Thượng, huyện Kỳ Anh, tỉnh Hà Tĩnh", [18844]),
    ("xã Quí Quân, tỉnh Cao Bằng", "xã Quý Quân, huyện Hà Quảng, tỉnh Cao Bằng", [1392]),
    ("thị trấn D’Ran, huyện Đơn Dương", "thị trấn D'Ran, huyện Đơn Dương, tỉnh Lâm Đồng", [24934]),
    ("xã Đ'Ran, tỉnh Lâm Đồng", None, [24934]),
    ("xã Ya Xiêr, huyện Sa Thầy", "xã Ya Xiêr, huyện Sa Thầy, tỉnh Kon Tum", [23548]),
    ("xã Ia Xiêr, huyện Sa Thầy", "xã Ya Xiêr, huyện Sa Thầy, tỉnh Kon Tum", [23548]),
    ("xã A Bung, huyện Đăk Rông, Quảng Trị", "xã A Bung, huyện Đa Krông, tỉnh Quảng Trị", [19594]),
    ("xã A Bung, huyện Đakrông", "xã A Bung, huyện Đa Krông, tỉnh Quảng Trị", [19594]),
    ("tỉnh Đắc Nông", "tỉnh Đắk Nông", [68]),
    ("tỉnh Bắc Cạn", "tỉnh Bắc Kạn", [19]),
    ("tỉnh Hòa Bình", "tỉnh Hoà Bình", [25]),
    (
        "TT Nông trường Liên Sơn, Văn Chấn",
        "thị trấn NT Liên Sơn, huyện Văn Chấn, tỉnh Yên Bái",
        [4660],
    ),
    ("xã Tam Xuân 1, Núi Thành", "xã Tam Xuân I, huyện Núi Thành, tỉnh Quảng Nam", [20971]),
    # level words shortened, numbers
    ("P. Bến Nghé, Q.1, TP.HCM", BEN_NGHE, [26740]),
    ("phường Bến Nghé, Q1, TPHCM", BEN_NGHE, [26740]),
    ("phuong ben nghe quan 1 tp hcm", BEN_NGHE, [26740]),
    ("Bến Nghé, Quận I, Sài Gòn", BEN_NGHE, [26740]),
    ("Phường 05, Quận 8, HCM", "phường 5, quận 8, thành phố Hồ Chí Minh", [27418, 27424]),
    ("P5, Q8, TP Hồ Chí Minh", "phường 5, quận 8, thành phố Hồ Chí Minh", [27418, 27424]),
    ("TT. Thất Khê, H. Tràng Định, T. Lạng Sơn", "thị trấn Thất Khê, huyện Tràng Định, tỉnh Lạng Sơn", [6040]),
    ("TX. Mường Lay, Điện Biên", "thị xã Mường Lay, tỉnh Điện Biên", [3151]),
    ("thị trấn Tam Đường, huyện Tam Đường, tỉnh Lai Châu", TAM_DUONG, [3390]),
    # words of levels inside names
    ("xã Bản Lầu, Mường Khương", "xã Bản Lầu, huyện Mường Khương, tỉnh Lào Cai", [2788]),
    ("Phường Đúc, Huế", "phường Phường Đúc, quận Thuận Hóa, thành phố Huế", [19789]),
    ("xa than thuoc tan uyen lai chau", "xã Thân Thuộc, huyện Tân Uyên, tỉnh Lai Châu", [3598]),
    ("xa tan xa thach that ha noi", "xã Tân Xã, huyện Thạch Thất, thành phố Hà Nội", [9982, 9988]),
    ("xã Long Sơn - TP Vũng Tàu - Bà Rịa - Vũng Tàu", "xã Long Sơn, thành phố Vũng Tàu, tỉnh Bà Rịa - Vũng Tàu", [26545]),
    # provinces, of today and former ones, and their other names
    ("tỉnh Nghệ An", None, [40]),
    ("Hà Nội", None, [1]),
    ("thủ đô Hà Nội", None, [1]),
    ("tỉnh Kon Tum", "tỉnh Kon Tum", [51]),
    ("tỉnh Quảng Ngãi", "tỉnh Quảng Ngãi", [51]),
    ("TP.HCM", "thành phố Hồ Chí Minh", [79]),
    ("TP Sài Gòn", "thành phố Hồ Chí Minh", [79]),
    ("BR-VT", "tỉnh Bà Rịa - Vũng Tàu", [79]),
    ("Bà Rịa Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu", [79]),
    ("TP. Huế", None, [46]),
    ("Thừa Thiên - Huế", None, [46]),
    ("TT Huế", None, [46]),
    ("tỉnh Tiền Giang", "tỉnh Tiền Giang", [82]),
    ("tỉnh Quảng Ninh", "tỉnh Quảng Ninh", [22]),
    ("tỉnh Đồng Nai", "tỉnh Đồng Nai", [75]),
    ("thành phố Đồng Nai", None, [75]),
    ("tỉnh Hà Tây", None, [1]),
    ("xã Thạch Xá, huyện Thạch Thất, tỉnh Hà Tây", "xã Thạch Xá, huyện Thạch Thất, thành phố Hà Nội", [10003]),
    # islands: districts that became special zones
    ("huyện Hoàng Sa, TP Đà Nẵng", "huyện Hoàng Sa, thành phố Đà Nẵng", [20333]),
    ("Lý Sơn", "huyện Lý Sơn, tỉnh Quảng Ngãi", [21548]),
    ("đặc khu Lý Sơn", None, [21548]),
    ("huyện Côn Đảo, Bà Rịa - Vũng Tàu", "huyện Côn Đảo, tỉnh Bà Rịa - Vũng Tàu", [26732]),
    ("huyện Phú Quý, Bình Thuận", "huyện Phú Quí, tỉnh Bình Thuận", [23272]),
    ("Phú Quốc", "thành phố Phú Quốc, tỉnh Kiên Giang", [31078, 31105]),
    ("xã Thổ Châu, TP Phú Quốc", "xã Thổ Châu, thành phố Phú Quốc, tỉnh Kiên Giang", [31105]),
    # places of today alone, named as of today or with what lay above them
    ("phường An Xuyên", None, [32002]),
    ("phường Kon Tum, tỉnh Kon Tum", None, [23293]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "was", "today"), ONE_PLACE)
def test_words_that_fix_one_place_find_it(query: str, was: str | None, today: list[int]) -> None:
    (line,) = look_up(query).lines
    assert (line.was and line.was.full_name) == was
    assert [s.place.code for s in line.today] == today


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("xã Nam Can, huyen Ky Son, Nghe An", {NAM_CAN, "xã Nậm Càn, huyện Kỳ Sơn, tỉnh Nghệ An"}),
        ("Sài Gòn", {"thành phố Hồ Chí Minh", "phường Sài Gòn, thành phố Hồ Chí Minh"}),
        ("huyện Chợ Mới", {"huyện Chợ Mới, tỉnh Bắc Kạn", "huyện Chợ Mới, tỉnh An Giang"}),
        ("phuong sa pa, sa pa, lao cai", {"phường Sa Pa, thị xã Sa Pa, tỉnh Lào Cai", "phường Sa Pả, thị xã Sa Pa, tỉnh Lào Cai"}),
        # today's commune was formed elsewhere in the province than the former one of its name
        ("xã Tân Tiến, tỉnh Tuyên Quang", {"xã Tân Tiến, huyện Yên Sơn, tỉnh Tuyên Quang", "xã Tân Tiến, tỉnh Tuyên Quang"}),
    ],
)  # fmt: skip
def test_words_that_fix_no_one_place_give_all_and_a_question(query: str, names: set[str]) -> None:
    answer = look_up(query)
    assert {(line.was or line.today[0].place).full_name for line in answer.lines} == names
    assert answer.question
    assert f"{len(names)} nơi" in answer.question


def test_a_right_name_in_a_wrong_district_is_asked_about_and_not_put_right() -> None:
    answer = look_up("xã Nậm Cắn, huyện Tương Dương, tỉnh Nghệ An")
    assert answer.lines == ()
    assert answer.question
    assert NAM_CAN in answer.question


def test_contradicting_marks_are_no_likeness_where_the_name_exists_otherwise() -> None:
    # Xã Tam Dương lies in a district of today's Phú Thọ that is spelled like Tam Đường but for its marks.
    answer = look_up("xã Tam Đường, huyện Tam Đường")
    assert [line.was and line.was.full_name for line in answer.lines] == [TAM_DUONG]
    assert answer.question
    assert "tên cấp" in answer.question


def test_a_slip_of_the_finger_is_understood_and_told() -> None:
    answer = look_up("xã Leng Su Xìn, huyện Mường Nhé, tỉnh Điện Biên")
    assert [line.was and line.was.full_name for line in answer.lines] == [LENG_SU_SIN]
    assert answer.question
    assert "gần nhất" in answer.question


@pytest.mark.parametrize(
    "query", ["xã Phường Tân Sơn 9, TP.HCM", "Phường 5, Quận 1, TP.HCM", "xã Thanh Hải, huyện Hữu Lũng"]
)
def test_numbers_and_names_that_exist_elsewhere_are_no_slips(query: str) -> None:
    assert look_up(query).lines == ()


def test_a_name_that_nobody_bears_is_answered_with_near_ones() -> None:
    answer = look_up("xã Leng Su Xinh")
    assert answer.lines == ()
    assert answer.question
    assert LENG_SU_SIN in answer.question


def test_a_village_leads_to_its_commune_and_that_is_said() -> None:
    answer = look_up("bản Phà Lõm, xã Tam Hợp, huyện Tương Dương, Nghệ An")
    assert [line.was and line.was.bare_name for line in answer.lines] == ["Tam Hợp"]
    assert answer.question
    assert "thôn, bản" in answer.question


def test_a_commune_without_successor_has_no_today_and_a_question() -> None:
    (line,) = (answer := look_up("xã Phú Thịnh, huyện Yên Sơn, tỉnh Tuyên Quang")).lines
    assert line.today == ()
    assert answer.question
    assert "không ghi" in answer.question


def test_an_unknown_rest_is_told() -> None:
    (line,) = (answer := look_up("xã Mô Rai, huyện Sa Thầy, tỉnh Kon Tum")).lines
    assert [(s.place.full_name, s.partly) for s in line.today] == [("xã Mô Rai, tỉnh Quảng Ngãi", True)]
    assert answer.question
    assert "phần còn lại" in answer.question


def test_a_clear_answer_asks_nothing() -> None:
    assert look_up("xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên").question is None
    assert look_up("huyện Kỳ Sơn, tỉnh Nghệ An").question is None


@pytest.mark.parametrize(
    "query",
    ["", ",,,", "xã", "London", "\u0301\u0301", "a" * 10_000, "xã Tân Thành, " * 500, "Tân Thành " * 500],
)
def test_odd_words_are_answered_without_a_place(query: str) -> None:
    answer = look_up(query)
    assert answer.lines == ()
    assert answer.question
