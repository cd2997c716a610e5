"""Where the name of an organisation begins, and how a list of names comes apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.organisations import split_names, starts_name, strip_address


@pytest.mark.parametrize(
    "words",
    [
        "Hội LHPN xã", "Hội Liên hiệp Phụ nữ tỉnh", "Hội Nông dân huyện", "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Hội Người cao tuổi",
        "Ban Thường vụ Hội", "Ban Gia đình Xã hội", "UBND xã Bình An", "Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "HĐND huyện",
        "Phòng Tư pháp", "Phòng Y tế", "Sở Nội vụ", "Sở Lao động - Thương binh và Xã hội", "Trung tâm Y tế", "Trạm Y tế", "Đoàn Thanh niên",
        "Tỉnh đoàn", "Huyện đoàn", "Đồn Biên phòng", "Bộ Tư lệnh", "Công an xã", "Công đoàn ngành", "Liên đoàn Lao động", "Ngân hàng Chính sách",
        "Chi hội thôn 3", "Chi đoàn", "Tổ phụ nữ", "Văn phòng", "Báo Phụ nữ", "Đài Truyền thanh", "Trường Tiểu học", "Tòa án nhân dân",
        "Thường trực Hội đồng", "Đảng ủy", "Đảng uỷ", "Chi bộ", "Cơ sở Hội", "Cấp ủy", "Hợp tác xã", "Kho bạc", "Bưu điện", "Câu lạc bộ",
        "Mặt trận Tổ quốc", "MTTQ xã", "BTV Hội", "BCH Đoàn", "BCĐ huyện", "Bí thư Chi bộ", "Chủ tịch Hội", "Xã Nậm Cắn", "Huyện Bình An",
        "Các cấp Hội", "các cơ quan, đơn vị", "Các phòng, ban", "Mỗi chi hội", "Bộ đội Biên phòng", "NHCSXH", "Đồng chí Chủ tịch",
    ],
)  # fmt: skip
def test_a_name_is_known_by_its_first_words(words: str) -> None:
    assert starts_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "Phòng ngừa bạo lực gia đình", "Phòng, chống ma túy", "Phòng chống mua bán người", "Ban hành kế hoạch", "Ban đầu", "Tổ chức tập huấn",
        "Đoàn kết nội bộ", "Đoàn viên tham gia", "Báo cáo kết quả", "Bộ phận một cửa", "Bộ mặt nông thôn", "Hội nghị tổng kết", "Hội thi nấu ăn",
        "Hội viên tham gia", "Tuyên truyền", "Nâng cao nhận thức", "Sổ theo dõi", "Kinh phí", "", "2 lớp", "xã hội hóa", "Trường hợp khẩn cấp",
        "Quỹ đất", "Viện trợ", "Đài thọ", "Đội ngũ cán bộ", "Trưởng thành", "Ngành nghề",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_name_are_none(words: str) -> None:
    assert not starts_name(words)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Hội LHPN xã", ["Hội LHPN xã"]),
        ("UBND, Hội Nông dân các xã", ["UBND các xã", "Hội Nông dân các xã"]),
        ("UBND, Hội LHPN các xã, thị trấn", ["UBND các xã, thị trấn", "Hội LHPN các xã, thị trấn"]),
        ("Hội Nông dân huyện/xã", ["Hội Nông dân huyện", "Hội Nông dân xã"]),
        ("Đoàn xã/phường", ["Đoàn xã/phường"]),
        ("các quận, huyện", ["các quận, huyện"]),
        ("Hội LHPN các quận, huyện, thị xã", ["Hội LHPN các quận, huyện, thị xã"]),
        ("Phòng Văn hóa và Thông tin", ["Phòng Văn hóa và Thông tin"]),
        ("Phòng Văn hóa, Khoa học và Thông tin", ["Phòng Văn hóa, Khoa học và Thông tin"]),
        ("Tỉnh đoàn các tỉnh A, B", ["Tỉnh đoàn các tỉnh A, B"]),
        ("Hội LHPN các tỉnh Nghệ An, Điện Biên, Kon Tum", ["Hội LHPN các tỉnh Nghệ An, Điện Biên, Kon Tum"]),
        ("Phòng Y tế; Phòng Tư pháp", ["Phòng Y tế", "Phòng Tư pháp"]),
        (
            "Các Phòng: Nội vụ, Giáo dục và Đào tạo và Tư pháp",
            ["Phòng Nội vụ", "Phòng Giáo dục và Đào tạo", "Phòng Tư pháp"],
        ),
        ("Các phòng của xã: Phòng Kinh tế, Phòng Y tế", ["Phòng Kinh tế", "Phòng Y tế"]),
        ("Phòng Y tế, Phòng Tư pháp", ["Phòng Y tế", "Phòng Tư pháp"]),
        ("Phòng Y tế và Phòng Tư pháp", ["Phòng Y tế", "Phòng Tư pháp"]),
        ("Phòng Y tế, Phòng Tư pháp và Công an huyện", ["Phòng Y tế", "Phòng Tư pháp", "Công an huyện"]),
        ("Phòng Y tế/Phòng Tư pháp", ["Phòng Y tế", "Phòng Tư pháp"]),
        ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
        ("Sở Giáo dục và Đào tạo, Sở Y tế", ["Sở Giáo dục và Đào tạo", "Sở Y tế"]),
        ("Phòng Tài chính - Kế hoạch", ["Phòng Tài chính - Kế hoạch"]),
        ("Phòng Lao động - Thương binh và Xã hội, Công an huyện", ["Phòng Lao động - Thương binh và Xã hội", "Công an huyện"]),
        ("Hội LHPN, Hội Nông dân, Đoàn Thanh niên xã", ["Hội LHPN xã", "Hội Nông dân xã", "Đoàn Thanh niên xã"]),
        ("Ban Thường vụ Hội LHPN huyện", ["Ban Thường vụ Hội LHPN huyện"]),
        ("Các cơ quan, đơn vị", ["Các cơ quan, đơn vị"]),
        ("Các phòng, ban, ngành huyện", ["Các phòng, ban, ngành huyện"]),
        ("Ban Gia đình Xã hội, Văn phòng", ["Ban Gia đình Xã hội", "Văn phòng"]),
        ("Công an xã, Trạm Y tế xã.", ["Công an xã", "Trạm Y tế xã"]),
        ("Chi hội thôn 1, Chi hội thôn 2", ["Chi hội thôn 1", "Chi hội thôn 2"]),
        ("Hội LHPN xã Nậm Cắn và xã Na Loi", ["Hội LHPN xã Nậm Cắn và xã Na Loi"]),
        ("Ngân hàng Chính sách xã hội huyện và Hội Nông dân huyện", ["Ngân hàng Chính sách xã hội huyện", "Hội Nông dân huyện"]),
        ("Trung tâm Văn hóa, Thông tin và Truyền thông", ["Trung tâm Văn hóa, Thông tin và Truyền thông"]),
        ("Công an, Quân sự, Trạm Y tế xã", ["Công an xã", "Quân sự xã", "Trạm Y tế xã"]),
        ("Hội LHPN và Đoàn Thanh niên các xã, phường", ["Hội LHPN các xã, phường", "Đoàn Thanh niên các xã, phường"]),
    ],
)  # fmt: skip
def test_a_list_of_names_comes_apart_where_another_begins(words: str, names: list[str]) -> None:
    assert split_names(words) == names


@pytest.mark.parametrize(
    ("heading", "name", "asks"),
    [
        ("Đề nghị Hội LHPN các tỉnh", "Hội LHPN các tỉnh", True),
        ("Trân trọng đề nghị UBND xã", "UBND xã", True),
        ("Kính đề nghị Phòng Y tế", "Phòng Y tế", True),
        ("ĐỀ NGHỊ UBND CÁC XÃ", "UBND CÁC XÃ", True),
        ("Đề nghị: Phòng Tư pháp", "Phòng Tư pháp", True),
        ("Đối với Hội LHPN xã", "Hội LHPN xã", False),
        ("Giao Ban Gia đình Xã hội", "Ban Gia đình Xã hội", False),
        ("Giao cho Văn phòng", "Văn phòng", False),
        ("Trách nhiệm của Phòng Y tế", "Phòng Y tế", False),
        ("Về phía Đồn Biên phòng Bờ Y", "Đồn Biên phòng Bờ Y", False),
        ("Các ông, bà Trưởng thôn", "Trưởng thôn", False),
        ("Hội LHPN huyện (cơ quan thường trực)", "Hội LHPN huyện", False),
        ("Hội LHPN xã", "Hội LHPN xã", False),
        ("", "", False),
    ],
)
def test_the_words_that_address_are_told_from_the_name(heading: str, name: str, asks: bool) -> None:
    assert strip_address(heading) == (name, asks)


UNITS = [
    "Hội Nông dân",
    "Phòng Y tế",
    "Công an",
    "UBND",
    "các xã",
    "và",
    ",",
    ";",
    "/",
    "huyện",
    "xã",
    "tỉnh A, B",
    "Ban hành",
    "đơn vị",
]


@given(st.lists(st.sampled_from(UNITS), max_size=10).map(" ".join) | st.text(max_size=60))
def test_no_list_loses_a_word_or_yields_an_empty_name(words: str) -> None:
    names = split_names(words)
    assert all(name.strip() for name in names)
    spoken = {
        w
        for w in words.replace("/", " ").replace(",", " ").replace(";", " ").split()
        if w.isalpha() and w != "và"
    }
    kept = {
        w.strip(".,;:/")
        for name in names
        for w in name.replace("/", " ").replace(",", " ").replace(";", " ").split()
    }
    assert spoken <= kept


@given(
    st.permutations(["Phòng Y tế", "Phòng Tư pháp", "Công an huyện", "Hội Nông dân huyện"]),
    st.sampled_from(["; ", ", "]),
)
def test_full_names_come_apart_in_any_order(names: list[str], mark: str) -> None:
    assert split_names(mark.join(names)) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sở Y tế, UBND các xã, phường", ["Sở Y tế", "UBND các xã, phường"]),
        (
            "Văn phòng, Ban Tổ chức, Hội LHPN các xã, phường",
            ["Văn phòng", "Ban Tổ chức", "Hội LHPN các xã, phường"],
        ),
        ("UBND, Hội LHPN các xã", ["UBND các xã", "Hội LHPN các xã"]),
    ],
)
def test_only_bodies_of_many_levels_share_a_level(words: str, names: list[str]) -> None:
    assert split_names(words) == names
