"""How many of what: "ít nhất 04 cuộc đối thoại", "trên 90% tin báo", "mỗi chi hội 01 mô hình"."""

import re
from dataclasses import dataclass

from donghanh.vietnam.letters import LOWER
from donghanh.vietnam.numbers import NUMBER, WORDS, parse_number

# Nouns of more than one syllable that are counted as they stand; longer ones first.
_NOUNS = (
    "mái ấm tình thương", "mái ấm", "căn nhà", "ngôi nhà", "tổ hợp tác", "hợp tác xã", "chi hội trưởng", "chi hội", "chi đoàn",
    "chi bộ", "hội viên", "đoàn viên", "thành viên", "học sinh", "sinh viên", "trẻ em gái", "trẻ em", "trẻ mồ côi",
    "phụ nữ", "cán bộ", "cán bộ Hội", "nông dân", "người dân", "lượt người", "lượt cán bộ", "lượt hội viên", "lượt phụ nữ", "lượt đại biểu", "lượt hộ", "lượt", "đại biểu", "mô hình", "câu lạc bộ", "doanh nghiệp",
    "suất quà", "suất học bổng", "suất", "phần quà", "phần", "công trình", "gia đình", "hộ gia đình", "hộ", "tuyên truyền viên",
    "báo cáo viên", "cộng tác viên", "địa chỉ tin cậy", "địa chỉ", "ý tưởng", "dự án", "sản phẩm", "bài viết", "tin bài", "tin", "bài",
    "đơn vị", "cơ sở Hội", "cơ sở Đoàn", "cơ sở", "tỉnh", "huyện", "xã", "phường", "thị trấn", "thôn", "bản", "ấp", "khóm", "trường học", "trường",
    "nhóm trẻ", "nhóm", "tổ", "cháu", "em", "người", "cặp", "đồng chí", "vụ việc", "vụ", "trường hợp", "nạn nhân", "cựu chiến binh", "góc truyền thông", "tuyến đường hoa", "người cao tuổi", "người khuyết tật", "trẻ mồ côi", "công nhân", "công chức", "giáo viên", "học viên", "tình nguyện viên", "cán bộ chi hội", "đảng viên", "triệu đồng", "tỷ đồng",
    "đồng", "nhà", "vườn", "tuyến đường", "tuyến", "km", "ha", "cây xanh",
    "m²", "m2", "m", "kg", "tấn", "cây", "con", "máy", "bộ", "chiếc", "thẻ", "video", "clip", "phóng sự",
    "chuyên mục", "chuyên trang", "tờ rơi", "tờ gấp", "pano", "áp phích", "cuốn", "quyển", "sổ", "tài khoản", "website", "fanpage",
    "CLB", "THT", "HTX", "ĐCTC", "tiêu chí", "nghị quyết", "văn bản", "đề án", "kế hoạch", "gian hàng", "phiên chợ", "ngày công", "tổ chức",
    "khu dân cư", "hộ kinh doanh", "điểm", "lao động", "lao động nữ", "việc làm", "ngành", "cụm", "giáo viên", "bà mẹ", "đội", "bếp ăn", "bếp",
)  # fmt: skip
# Words that count an event and take its name: "cuộc đối thoại", "lớp tập huấn".
_CLASSIFIERS = ("cuộc", "buổi", "lớp", "đợt", "hội nghị", "hội thi", "hội thảo", "chuyến", "hoạt động", "chiến dịch", "khóa", "khoá", "phiên", "lần", "tọa đàm", "diễn đàn", "chương trình", "đoàn", "giải", "lễ")  # fmt: skip
_EVENTS = (
    "đối thoại", "tập huấn", "truyền thông", "tuyên truyền", "tọa đàm", "toạ đàm", "hội thảo", "hội nghị", "bồi dưỡng", "dạy nghề", "đào tạo",
    "sinh hoạt", "giao lưu", "hội thi", "kiểm tra", "giám sát", "khảo sát", "nói chuyện", "chuyên đề", "họp", "gặp mặt", "thăm hỏi", "tham quan",
    "tư vấn", "ra quân", "lao động", "xóa mù chữ", "xoá mù chữ", "học nghề", "hướng dẫn", "khám", "trợ giúp", "trải nghiệm", "tiếp xúc", "mít tinh",
    "diễn đàn", "ngoại khóa", "ngoại khoá", "cao điểm", "khởi nghiệp", "kết nối", "biểu diễn", "thi", "nghề", "kỹ năng", "học tập", "phản biện", "vận động",
)  # fmt: skip
_NOUN = re.compile(
    r"(?:" + "|".join(re.escape(n) for n in sorted(_NOUNS, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE
)
_EVENT = re.compile(
    rf"(?P<unit>(?:{'|'.join(_CLASSIFIERS)})(?:\s+(?:{'|'.join(sorted(_EVENTS, key=len, reverse=True))}))?)(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![\w.,/\-])(?P<n>{NUMBER}|(?:{'|'.join(WORDS)})(?=\s+(?:{'|'.join(_CLASSIFIERS)}|hộ|tổ|mô hình|chi hội|em|cháu|nhà)\b))\s*(?P<percent>%)?",
    re.IGNORECASE,
)
# What stands before a figure that counts nothing: ordinals, dates, numbers of programmes and papers.
_NOT_BEFORE = re.compile(
    r"(?:thứ|lần|Lần|năm|Năm|tháng|ngày|quý|Quý|số|Số|khóa|khoá|nhiệm kỳ|Dự án|dự án|Đề án|đề án|Nội dung|nội dung|Chương trình|phiên bản|phần mềm"
    r"|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|giai đoạn|đến|công nghệ|cách mạng|Điều|Chỉ tiêu|Mục tiêu|Tiêu chí|Hoạt động|Nhiệm vụ|Giải pháp|khoản|điểm [a-zđ]|lớp|cấp độ|mức độ|hạng|trường \w+|tiểu dự án"
    r"|Tiểu dự án|Luật|từ năm|cuối|(?<![Đđ]ỡ )đầu|/|-|–|ISO|loại|tuổi|trước|sau|covid|Covid|COVID|thôn|bản|ấp|khu|Khu|Thôn|Bản|Ấp|phường|Phường|Quận|quận"
    r"|Ngày|Tháng|dịp|mục|Mục|phụ lục|Phụ lục|Biểu|biểu|mẫu|Mẫu)\s*$"
)  # fmt: skip
_NOT_AFTER = re.compile(
    r"\s*(?:tuổi|tháng tuổi|/\d|/[A-ZĐ]|-[A-ZĐ]|giờ|phút|h\b|không,|sạch|có,|\.\d|K\b|G\b|trở lên tuổi)|\s*(?:tháng|năm|ngày|tuần|kỳ)\b(?!\s*(?:công|hội))"
)
_RANGE = re.compile(rf"\s*(?:-|–|đến)\s*(?={NUMBER})")
# "từ 12,5% xuống còn 10,2%": what stands there is left behind, the second figure is promised.
_BEFORE_CHANGE = re.compile(
    rf"\s*%?\s*(?:hiện nay\s+)?(?:xuống|lên)\s+(?:(?:còn|dưới|trên|đến|thành|mức)\s+)*(?={NUMBER})"
)
# "Duy trì 05 và thành lập mới 02 tổ": the first count has its unit behind the second.
_SHARED_UNIT = re.compile(rf"\s*(?:và|,)\s+(?:[^\W\d]+\s+){{1,4}}(?P<n>{NUMBER})\s")
_AT_LEAST = re.compile(
    r"ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|trở lên|từ\s*$|ít ra|đạt từ|thấp nhất",
    re.IGNORECASE,
)
_AT_MOST = re.compile(r"không quá|tối đa|không vượt|nhiều nhất|không nhiều hơn|trở xuống", re.IGNORECASE)
_MORE = re.compile(r"(?<!\w)(?:trên|hơn|vượt|cao hơn|quá)\s*(?:mức\s*)?$", re.IGNORECASE)
_LESS = re.compile(r"(?<!\w)(?:dưới|thấp hơn|ít hơn)\s*(?:mức\s*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted thing: its value, its unit without qualifiers ("hộ", "cuộc đối thoại", "%"), where it stands."""

    value: int | float
    unit: str | None
    start: int
    end: int


# "01 mô hình/xã": what stands behind the stroke says who each has to reach it.
_EACH = re.compile(
    r"\s*/\s*(?:xã|phường|thị trấn|huyện|quận|tỉnh|chi hội|chi đoàn|cơ sở|đơn vị|thôn|ấp|bản|năm|tháng|quý|tổ)(?!\w)(?!\s*(?:,|/|nhóm))",
    re.IGNORECASE,
)


# Words that qualify or go on; a noun that is not known above is taken with its second syllable otherwise.
_QUALIFIERS = "cho|của|tại|ở|được|có|là|và|mới|nghèo|với|trong|trên|từ|đến|để|khó|thuộc|do|về|theo|cấp|vùng|đạt|tham|tổ|sản|thoát|cận|ven|nữ|đầu|trở|không|đang|đã|chưa|sẽ|còn|bị"


# Heads that count little by themselves and take their kind with them: "điểm tư vấn", "nhà tạm lánh".
_NAMED_KIND = re.compile(
    r"(?:điểm|nhà|trạm|góc|tủ|quỹ|vườn|khu|gói|tuyến|bộ|sân|bếp|đường dây|phòng|dịch vụ)"
    rf"(?:\s+(?!(?:{_QUALIFIERS}|xây|kiên|vệ|an|giúp|trị|cấp|cùng|xanh|sạch|mẫu|hỗ|bị|xuống)\b)[{LOWER}]+){{1,2}}"
)


# Nouns of one syllable that join: "xã, phường", "tổ, nhóm".
_JOINED = ("nhóm", "tổ", "thôn", "bản", "ấp", "xã", "phường", "huyện", "hộ", "bài")


def _unit(rest: str) -> tuple[str | None, int]:
    """The head noun with its classifier, without qualifiers; joined nouns stay joined ("tổ, nhóm thợ")."""
    stripped = rest.lstrip()
    offset = len(rest) - len(stripped)
    match = _EVENT.match(stripped)
    end = match.end("unit") if match else 0
    if match is None or " " not in match["unit"]:
        if noun := _NOUN.match(stripped):
            end = max(end, noun.end())
    if end and " " not in stripped[:end] and (named := _NAMED_KIND.match(stripped)):
        end = max(end, named.end())
    if end == 0:
        word = re.match(r"[^\W\d_]+(?:\s+(?!(?:" + _QUALIFIERS + r")\b)[^\W\d_]+)?", stripped)
        if word is None:
            return None, 0
        end = word.end()
    while not _EACH.match(stripped[end:]) and (
        joined := re.match(r"(?P<join>\s*/\s*|,\s+|\s+và\s+)", stripped[end:])
    ):
        rest_after = stripped[end + joined.end() :]
        more = _NOUN.match(rest_after)
        if more is None or (
            joined["join"].strip() != "/" and len(more[0].split()) == 1 and more[0].lower() not in _JOINED
        ):
            break
        end += joined.end() + more.end()
        if named := re.match(r"\s+(?:sinh kế|thợ)\b", stripped[end:]):
            end += named.end()
    return stripped[:end], offset + end


# "05 “Mái ấm tình thương”": what is counted has a name of its own.
_QUOTED = re.compile(r"\s*[“\"](?P<name>[^”\"\d]{2,30})[”\"]")
_EACH_STROKE = re.compile(r"[Mm]ỗi\s+[^\W\d]+(?:\s[^\W\d]+){0,3}/(?=\d)")


def _masked(text: str) -> str:
    """The text with quoted names and bracketed remarks blanked out: figures in them promise nothing."""
    plain = re.sub(r"[“\"][^”\"]*[”\"]|\([^()]*\)", lambda m: " " * len(m[0]), text)
    return _EACH_STROKE.sub(lambda m: m[0][:-1] + " ", plain)  # "Mỗi đơn vị/01 Chi hội"


def find_quantity(text: str) -> Quantity | None:
    """The promised count: the first figure that counts something.

    Ordinals, years, dates, versions and the numbers of programmes are none ("lần thứ 5", "phần mềm 2.0").
    """
    plain = _masked(text)
    fallback: Quantity | None = None
    for match in _NUMBER.finditer(plain):
        before, after = (
            plain[max(0, match.start() - 60) : match.start()],
            plain[match.end() : match.end() + 200],
        )
        value = parse_number(match["n"]) if match["n"][0].isdigit() else WORDS.get(match["n"].lower())
        if value is None or (
            match["n"][0].isdigit()
            and "," in match["n"]
            and match["percent"] is None
            and parse_number(match["n"]) is None
        ):
            continue
        if re.search(r"(?<!\w)[Tt]ừ\s*$", before) and _BEFORE_CHANGE.match(plain, match.end("n")):
            continue
        if match["percent"] or re.match(r"\s*(?:-|–|đến)\s*\d[\d.,]*\s*%", after):
            return Quantity(value, "%", match.start(), match.end())
        if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
            if not re.search(r"(?:trước|sau|đến|cấp)\s*$", before) or _NOT_AFTER.match(after):
                continue
        span = _RANGE.match(after)
        rest = after
        if span:
            second = re.match(NUMBER, after[span.end() :])
            rest = after[span.end() + (second.end() if second else 0) :]
        if re.match(r"\s*(?:/|\.\d)", rest) and not re.match(r"\s*/\s*[^\W\d]", rest):
            continue
        if shared := _SHARED_UNIT.match(rest):
            rest = rest[shared.end("n") :]
        unit, _ = _unit(rest)
        if unit is None and (named := _QUOTED.match(text, match.end("n"))):
            unit = named["name"].strip()
        quantity = Quantity(value, unit, match.start(), match.end())
        if unit is None:
            fallback = fallback or quantity
            continue
        return quantity
    return fallback


def comparator(text: str, quantity: Quantity | None) -> str:
    """ ">=" for ít nhất and trở lên, ">" for trên and vượt, "<=" for không quá, "<" for dưới, else "="."""
    if quantity is None:
        if re.search(r"(?<!\w)[Vv]ượt(?!\w)(?! khó| qua)", text):
            return ">"
        return (
            ">="
            if _AT_LEAST.search(text) and re.match(r"\s*(?:ít nhất|tối thiểu|từ)", text, re.IGNORECASE)
            else "="
        )
    before, after = (
        text[max(0, quantity.start - 40) : quantity.start],
        text[quantity.end : quantity.end + 120],
    )
    near = before[-28:]
    if symbol := re.search(r"([≥≤<>])\s*$", before):
        return {"≥": ">=", "≤": "<="}.get(symbol[1], symbol[1])
    if _AT_MOST.search(near) or re.match(r"[^.;:]{0,45}?\btrở xuống", after):
        return "<="
    # "100% chi hội đạt loại khá trở lên" grades the chi hội; "95% trở lên" the share.
    onwards = r"\s*trở lên" if quantity.unit == "%" else r"[^.;:,\d]{0,45}?\btrở lên"
    if _AT_LEAST.search(near) or re.match(onwards, after):
        return ">="
    if _LESS.search(near):
        return "<"
    if _MORE.search(near):
        return ">"
    return "="


_PER = re.compile(
    r"(?P<per>[Mm]ỗi\s+(?!(?:năm|tháng|quý|tuần|kỳ|đợt|lần)\b)(?:(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|đặc khu|đơn vị|cơ sở)\s*[,/]\s*)*[^,.;:\d(]+?(?:, (?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)(?!\w))*)(?=\s+(?:tiết kiệm|tổ chức|có|giúp|hỗ trợ|thành lập|xây|duy trì|đăng ký|vận động|nhận|ra mắt|phấn đấu"
    r"|ít nhất|tối thiểu|thực hiện|đạt|triển khai|chọn|lựa chọn|đỡ đầu|phát triển|trồng|viết|mở|gửi|cử|từ|trao|tặng|đảm nhận|hoàn thành"
    r"|phải|cần|bình quân|giới thiệu|tư vấn|trên|không|củng cố|nhân rộng|hướng dẫn|tập huấn|làm|giảm|được|trong|tham gia)\b|\s*[,:(]|\s+\d|\s*/\s*\d|$)"
)  # fmt: skip


def per_whom(text: str, quantity: Quantity | None) -> str | None:
    """Who each has to reach it, as written: "Mỗi cơ sở Hội"; from "01 mô hình/xã" the "xã"."""
    match = _PER.search(text)
    if match and not (
        quantity and match.start() > quantity.start and re.match(r"\s+\d", text[match.end() :])
    ):
        return match["per"].strip()  # but not of "19 tổ, mỗi xã 01 tổ": the 19 are of all
    if quantity and (
        match := re.match(
            r"\s*[^\d.,;:/()]{0,40}/\s*(?P<per>[^\W\d][^.,;:()\d]{1,40}?)(?=\s*(?:[.,;:()]|$|\s(?:trong|mỗi)\s))",
            text[quantity.end :],
        )
    ):
        per = match["per"].strip()
        if len(per.split()) <= 4 and quantity.unit and "/" not in quantity.unit:
            return per
    return None
