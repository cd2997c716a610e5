"""What a section is about, told from its title."""

import pytest

from donghanh.reading.nodes import Role
from donghanh.reading.roles import sub_role, top_role
from reading.building import read


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", "purpose"), ("MỤC ĐÍCH", "purpose"), ("MỤC TIÊU CHUNG", "purpose"), ("CHỈ TIÊU", "targets"), ("MỤC TIÊU CỤ THỂ", "targets"),
        ("CÁC CHỈ TIÊU CHỦ YẾU", "targets"), ("NỘI DUNG, CHỈ TIÊU THI ĐUA", "targets"), ("NỘI DUNG VÀ CÁC CHỈ TIÊU", "targets"), ("MỤC TIÊU", "targets"), ("ĐỐI TƯỢNG, ĐỊA BÀN", "scope"), ("PHẠM VI, ĐỐI TƯỢNG", "scope"), ("THỜI GIAN, ĐỊA ĐIỂM", "scope"),
        ("NỘI DUNG", "content"), ("NHIỆM VỤ, GIẢI PHÁP", "content"), ("NỘI DUNG THỰC HIỆN", "content"), ("KINH PHÍ", "budget"), ("KINH PHÍ THỰC HIỆN", "budget"),
        ("DỰ TOÁN KINH PHÍ", "budget"), ("TỔ CHỨC THỰC HIỆN", "organisation"), ("PHÂN CÔNG NHIỆM VỤ", "organisation"), ("CHẾ ĐỘ BÁO CÁO", "reporting"),
        ("THÔNG TIN, BÁO CÁO", "reporting"), ("TÌNH HÌNH CHUNG", "other"),
    ],
)  # fmt: skip
def test_a_title_of_the_highest_level_says_its_role(title: str, role: str) -> None:
    assert top_role(title, Role.CONTENT).value == role
    assert top_role(title.capitalize(), Role.CONTENT).value == role


def test_a_title_without_a_role_word_takes_the_default() -> None:
    assert top_role("Chúc mừng năm mới", Role.CONTENT) is Role.CONTENT
    assert top_role("Chúc mừng năm mới", Role.OTHER) is Role.OTHER


@pytest.mark.parametrize(
    ("title", "above", "role"),
    [
        ("Kinh phí", "organisation", "budget"), ("Kinh phí thực hiện", "content", "budget"), ("Huy động nguồn lực", "content", "content"),
        ("Tuyên truyền", "content", "content"), ("Phòng Y tế", "organisation", "organisation"), ("Chế độ báo cáo", "organisation", "reporting"),
        ("Mục đích", "purpose", "purpose"), ("Mục tiêu cụ thể", "purpose", "targets"), ("Đối tượng", "content", "scope"), ("Yêu cầu", "purpose", "purpose"),
        ("Tổ chức thực hiện", "content", "organisation"),
    ],
)  # fmt: skip
def test_a_subheading_inherits_unless_its_title_names_another_role(title: str, above: str, role: str) -> None:
    assert sub_role(title, Role(above)).value == role


def test_roles_of_a_whole_plan() -> None:
    plan = read(
        "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Nâng cao.", "II. NỘI DUNG", "1. Tuyên truyền", "- Phát tin.", "2. Huy động nguồn lực", "- Vận động.",
        "V. TỔ CHỨC THỰC HIỆN", "1. Chi hội", "- Theo dõi.", "2. Kinh phí", "- Xã hội hóa.", "3. Chế độ báo cáo", "- Báo cáo quý.",
    )  # fmt: skip
    assert [(s["id"], s["role"]) for s in plan["sections"]] == [
        ("I", "purpose"), ("I/1", "purpose"), ("II", "content"), ("II/1", "content"), ("II/2", "content"),
        ("V", "organisation"), ("V/1", "organisation"), ("V/2", "budget"), ("V/3", "reporting"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("THỜI GIAN, TỔ CHỨC THỰC HIỆN", Role.ORGANISATION),
        ("ĐỊA ĐIỂM, THỜI GIAN VÀ NỘI DUNG", Role.CONTENT),
        ("ĐỐI TƯỢNG, CHỈ TIÊU", Role.TARGETS),
        ("THỜI GIAN, ĐỊA ĐIỂM TỔ CHỨC", Role.SCOPE),
        ("KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN", Role.BUDGET),
    ],
)
def test_when_and_where_give_way_to_what_stands_beside_them(title: str, role: Role) -> None:
    assert top_role(title, Role.OTHER) is role
