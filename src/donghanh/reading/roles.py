"""What a section is about, told from its title."""

import re

from donghanh.reading.genres import Genre
from donghanh.reading.nodes import Node, Role
from donghanh.vietnam.organisations import starts_name, strip_address

# In order of precedence where two begin at the same place; otherwise the one that stands first wins.
_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.TARGETS, r"mục tiêu cụ thể|(?:nội dung(?:,| và) )?(?:các )?chỉ tiêu|mục tiêu,? chỉ tiêu|các mục tiêu"),
    (Role.PURPOSE, r"mục đích|yêu cầu|mục tiêu chung|mục tiêu tổng quát|mục tiêu,? yêu cầu|ý nghĩa|quan điểm|nguyên tắc"),
    (Role.TARGETS, r"mục tiêu"),
    (Role.SCOPE, r"đối tượng|địa bàn|phạm vi|thời gian|(?:(?<=, )|^)thành phần|địa điểm|quy mô"),
    (Role.REPORTING, r"(?:chế độ |công tác )?(?:thông tin,? )?báo cáo"),
    (Role.ORGANISATION, r"tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|giao nhiệm vụ"),
    (Role.BUDGET, r"kinh phí|giải thưởng|cơ cấu giải|dự toán|ngân sách|tiền(?!\s*lương)|chi phí|vật tư|nguồn lực thực hiện|nguồn lực|nguồn vốn|cơ chế tài chính|tài chính"),
    (Role.BUDGET, r"(?:nội dung,? (?:và )?)?(?:mức chi|định mức)|mức (?:vay|hỗ trợ)|nội dung chi|nội dung, chi"),
    (Role.CONTENT, r"nội dung|nhiệm vụ|giải pháp|biện pháp|hoạt động|các bước|lộ trình|tiến độ|cách thức|phương hướng|^kết luận|thống nhất"),
    (Role.OTHER, r"thực trạng|tình hình|căn cứ|đánh giá|thuận lợi|khó khăn|kết quả|sự cần thiết|đặc điểm|giải thích|vấn đề chung|quy định chung|khái quát"
        r"|(?:đề xuất|tồn tại|ưu điểm),|(?:đề xuất và )?kiến nghị|hạn chế|nguyên nhân|bài học kinh nghiệm|điều khoản|hiệu lực|^hồ sơ"),
)  # fmt: skip
_BEHIND = re.compile(r"kết quả|tình hình|đánh giá|(?<!\w)đã(?!\w)")
_OFFICE = re.compile(
    r"(?:Các |Trưởng )?(?:[Đđ]ồng chí|Đ/c|Sở|Phòng|Ban|Hội|Văn phòng|Trung tâm|Chi cục|Kho bạc|Ngân hàng|Bộ|UBND|Ủy ban|Công an|Đoàn|Tỉnh đoàn)\s"
)
_ALL_OF_A_KIND = re.compile(r"(?:Các|Từng|Mỗi) (?:\S+ ?){1,7}$")
# What a title is about before when and where it is.
_HEAVIER = (Role.ORGANISATION, Role.TARGETS, Role.CONTENT)
_PATTERNS = tuple((role, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for role, words in _WORDS)

# Under another heading a title changes the role only where it is the name of one, not a sentence about it.
_SUB: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{words})\b"))
    for role, words in (
        (Role.PURPOSE, r"mục đích|yêu cầu|mục tiêu chung|mục tiêu tổng quát"),
        (Role.TARGETS, r"mục tiêu cụ thể|(?:các |một số )?chỉ tiêu(?! đối)|mục tiêu(?! chung| tổng)"),
        (Role.SCOPE, r"đối tượng|địa bàn|phạm vi|thời gian(?:,? địa điểm| thực hiện|$)|địa điểm|quy mô"),
        (Role.BUDGET, r"(?:nguồn |về )?kinh phí|dự toán|nguồn vốn$"),
        (Role.REPORTING, r"(?:về )?(?:chế độ |thực hiện chế độ |công tác )?(?:thông tin,? )?báo cáo|thời gian báo cáo|chế độ thông tin"),
        (Role.ORGANISATION, r"tổ chức thực hiện|phân công(?: nhiệm vụ| trách nhiệm| thực hiện)?|trách nhiệm"),
        (Role.CONTENT, r"(?:các )?nội dung(?: hỗ trợ| hoạt động| thực hiện| trọng tâm| chủ yếu| cụ thể)?$|(?:các )?nhiệm vụ(?: trọng tâm|,? giải pháp| và giải pháp| chủ yếu| cụ thể)?$|(?:các )?giải pháp(?: thực hiện| chủ yếu)?$|(?:các )?hoạt động(?: chính| cụ thể| trọng tâm| chủ yếu)?$"),
    )
)  # fmt: skip


def top_role(title: str, default: Role) -> Role:
    """The role of a section of the highest level: the first role word of its title decides."""
    words = title.lower()
    best: tuple[int, int, Role] | None = None
    for order, (role, pattern) in enumerate(_PATTERNS):
        if match := pattern.search(words):
            place = (match.start(), order, role)
            if best is None or place[:2] < best[:2]:
                best = place
    if best is None:
        return default
    if best[2] is Role.SCOPE:  # "Thời gian, tổ chức thực hiện": when and where go with what weighs more
        return next((role for role in _HEAVIER if _weighs(role, words)), Role.SCOPE)
    return best[2]


def _weighs(role: Role, words: str) -> bool:
    """Whether a title names a role besides, as another part of it: behind a comma or "và"."""
    return any(
        re.search(rf"(?:,|(?<!\w)và)\s+(?:{pattern})(?!\w)", words)
        for other, pattern in _WORDS
        if other is role
    )


def annex_role(title: str) -> Role:
    """What the tables of an annex are about when no section says so: money, targets, places, else the work."""
    role = top_role(title, Role.CONTENT)
    return role if role in (Role.BUDGET, Role.TARGETS, Role.SCOPE) else Role.CONTENT


def sub_role(title: str, inherited: Role, apart: bool = False) -> Role:
    """The role of a section under another: inherited unless its title names another role.

    Source: "Kinh phí" under Tổ chức thực hiện is budget; "Huy động nguồn lực" under Nội dung stays content.
    apart: the heading above only groups, as a part or an article does; then "Mục tiêu" is what it says.
    """
    words = title.lower().strip(" .:")
    if len(words.split()) > 12:
        return inherited
    for role, pattern in _SUB:
        if pattern.match(words):
            if apart:
                return role
            if role is Role.PURPOSE and inherited in (Role.CONTENT, Role.ORGANISATION):
                return inherited
            if role is Role.TARGETS and inherited in (Role.CONTENT, Role.ORGANISATION, Role.BUDGET):
                return inherited if not words.startswith("chỉ tiêu") else role
            return role
    return inherited


def role_of(section: Node, parent: Node | None, genre: Genre) -> Role:
    """The role of a section under its parent section, None for the highest level."""
    role = _named_role(section, parent, genre)
    if genre.ahead is None or role not in (Role.CONTENT, Role.TARGETS, Role.SCOPE):
        return role
    # What a report tells is done: neither a target nor an activity, whatever its headings are called.
    if parent is not None and parent.role in (Role.CONTENT, Role.TARGETS):
        return role
    told = parent is not None and _BEHIND.search(parent.text.lower())
    return role if genre.ahead.search(section.text.lower()) and not told else Role.OTHER


def _names_office(section: Node) -> bool:
    name, _ = strip_address(section.text)
    return starts_name(name) and bool(_OFFICE.match(name) or _ALL_OF_A_KIND.match(name))


def _named_role(section: Node, parent: Node | None, genre: Genre) -> Role:
    if parent is None:
        if genre.addresses and _names_office(section):
            return Role.ORGANISATION
        ahead = genre.ahead is not None and genre.ahead.search(section.text.lower()) is not None
        return top_role(section.text, Role.CONTENT if ahead else genre.default)
    grouping = parent.label is not None and parent.label.style in ("part", "upper")
    if parent.role is Role.ORGANISATION and _names_office(section):
        return parent.role  # "Phòng Tài chính" is who, not what
    if grouping and section.label is not None and section.label.style == "roman":
        return top_role(section.text, parent.role)  # "Phần thứ nhất" over I, II: those are the sections
    apart = parent.label is not None and parent.label.style in ("part", "article")
    return sub_role(section.text, parent.role, apart)
