"""What the name of a unit asks for, told without any tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.offices import office, offices
from donghanh.vietnam.unit_names import Named, Vague, parse
from donghanh.vietnam.unit_scopes import Reach

WORDS = (
    "Hội LHPN UBND Phòng Ban Văn phòng các mỗi xã, huyện tỉnh thị xã thị trấn và - / ( ) ; : Na Loi Kỳ Sơn Lưu Chủ tịch "
    "PCT TT BTV cấp trên cơ sở các cấp thôn bản trường THCS Đoàn Công an Đắk b/c hoi lhpn xa"
).split(" ")


def bodies(words: str) -> list[str]:
    return [name.body.title if isinstance(name, Named) and name.body else "" for name in parse(words)]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("Đảng ủy, UBND các xã, thị trấn", ["Đảng ủy", "UBND"]),
        ("Hội LHPN, Đoàn Thanh niên huyện", ["Hội LHPN", "Đoàn TNCS Hồ Chí Minh"]),
        ("TT Huyện ủy, TT HĐND, UBND huyện (b/c)", ["Huyện ủy {bare}", "HĐND", "UBND"]),
        ("Chủ tịch, các PCT UBND huyện", ["UBND"]),
        ("Phòng Văn hóa, Khoa học và Thông tin", ["Phòng Văn hóa, Khoa học và Thông tin"]),
        ("Hoi LHPN huyen", ["Hội LHPN"]),
        ("Hội Khuyến học huyện", ["Hội Khuyến học"]),
        ("P. LĐTBXH huyện", ["Phòng Lao động - Thương binh và Xã hội"]),
        ("TT Y tế huyện", ["Trung tâm Y tế"]),
        ("Lưu: VT, VX", []),
        ("Như trên", []),
        ("", []),
    ],
)
def test_the_names_of_a_phrase_come_apart(words: str, titles: list[str]) -> None:
    assert bodies(words) == titles


@pytest.mark.parametrize(
    "words", ["các cơ quan, đơn vị liên quan", "ngành chức năng", "Trưởng thôn", "hội nghị giao ban"]
)
def test_words_that_name_nobody_are_vague(words: str) -> None:
    assert parse(words) == [Vague(words)]


@pytest.mark.parametrize(
    ("words", "reach"),
    [
        ("Hội LHPN các cấp", Reach.ALL),
        ("các cấp Hội", Reach.ALL),
        ("Hội LHPN cơ sở", Reach.BASE),
        ("Hội LHPN cấp trên", Reach.ABOVE),
        ("Trung ương Hội LHPN Việt Nam", Reach.CENTRE),
    ],
)
def test_words_of_reach_are_told(words: str, reach: Reach) -> None:
    (name,) = parse(words)
    assert isinstance(name, Named) and name.scope.reach is reach


def test_places_of_a_list_share_their_level_and_those_above() -> None:
    (name,) = parse("Hội LHPN các xã Na Loi, Keng Đu (huyện Kỳ Sơn)")
    assert isinstance(name, Named)
    assert [place.words for place in name.scope.places] == ["xã Na Loi", "xã Keng Đu"]
    (name,) = parse("Hội LHPN xã Na Loi huyện Kỳ Sơn tỉnh Nghệ An")
    assert isinstance(name, Named)
    assert [(place.words, place.within) for place in name.scope.places] == [
        ("xã Na Loi", ("huyện Kỳ Sơn", "tỉnh Nghệ An"))
    ]


def test_a_department_belongs_to_the_body_named_with_it() -> None:
    office_, board = parse("Văn phòng, Ban Dân tộc - Tôn giáo Hội LHPN tỉnh Nghệ An")
    assert isinstance(office_, Named) and isinstance(board, Named)
    assert office_.of == board.of
    assert board.body is not None and board.body.title == "Ban Dân tộc - Tôn giáo"


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_any_text_can_be_asked(words: str) -> None:
    for name in parse(words):
        assert name.words


def test_every_office_leads_to_offices_of_the_list_and_ends_after_it_begins() -> None:
    for each in offices():
        assert each.since < each.until
        assert each.places and each.title
        for heir in each.into:
            assert office(heir).until > each.until


@pytest.mark.parametrize(
    ("words", "levels", "some"),
    [
        ("Hội LHPN các xã biên giới", ("xã",), "biên giới"),
        ("UBND 06 xã đặc biệt khó khăn, vùng cao", ("xã",), "đặc biệt khó khăn, vùng cao"),
        ("Hội LHPN 12 xã, phường", ("xã", "phường"), "12"),
        ("Hội LHPN các xã, phường", ("xã", "phường"), ""),
    ],
)
def test_words_that_single_some_places_out_are_no_name_of_a_place(
    words: str, levels: tuple[str, ...], some: str
) -> None:
    (name,) = parse(words)
    assert isinstance(name, Named)
    assert (name.scope.levels, name.scope.some) == (levels, some)


def test_a_named_place_stays_one_behind_what_it_is_like() -> None:
    (name,) = parse("Hội LHPN xã biên giới Thu Lũm")
    assert isinstance(name, Named)
    assert [place.words for place in name.scope.places] == ["xã Thu Lũm"]
