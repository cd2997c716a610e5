"""How papers name organisations: where a name begins, and how a list of names comes apart.

"UBND, Hội LHPN các xã, thị trấn" names two (UBND các xã, thị trấn; Hội LHPN các xã, thị trấn), while "Phòng
Văn hóa, Khoa học và Thông tin" names one: a comma or "và" parts two names only where another name begins.
"""

import re

from donghanh.vietnam.letters import UPPER

COMMITTEES = ("Ban Thường vụ", "Ban Chấp hành", "Ban Thường trực", "Đoàn Chủ tịch", "BTV", "BCH")
"""What stands before the name of the organisation that it leads."""

# The words a name can begin with. Case matters: "Ban" and "ban", "Hội" and "hội" are told apart.
_HEADS = (
    r"Hội (?:LHPN|Liên hiệp|liên hiệp|Nông dân|nông dân|ND|CCB|Cựu|cựu|Chữ thập|chữ thập|CTĐ|Phụ nữ|phụ nữ|PN|đồng"
    r"|Đồng|Người|người|Khuyến|khuyến|Luật|Doanh|Nữ|nữ|Bảo trợ|bảo trợ|Sinh viên|Liên|Kế hoạch|cơ sở|cấp|các)",
    r"Hội (?=[A-ZĐÂÊÔƯÁÀ])",
    r"Ban (?!hành|đầu|ngày)", r"UBND", r"[ỦU]ỷ? ?ban", r"Ủy ban", r"Uỷ ban", r"HĐND", r"Hội đồng",
    r"HLHPN", r"LHPN", r"UBMTTQ", r"MTTQ", r"Mặt trận", r"BTV", r"BCH", r"BTT", r"BCĐ", r"BQL", r"BĐD", r"TTYT",
    r"Phòng (?!,|ngừa|chống|ở\b)", r"P\.? ?LĐ", r"PGD", r"Sở", r"Trung tâm", r"TT ?(?:Y tế|VH|GD|DV|BT)", r"TTVH",
    r"Trạm", r"Đoàn (?!viên|kết)", r"Tỉnh đoàn", r"Huyện đoàn", r"Thành đoàn", r"Quận đoàn", r"Thị đoàn", r"Xã đoàn",
    r"Đồn ", r"Bộ (?!phận|mặt|máy)", r"Công an", r"CA ", r"Công đoàn", r"Liên đoàn", r"LĐLĐ", r"Liên minh",
    r"Ngân hàng", r"NHCSXH", r"NHNN", r"Agribank", r"Chi cục", r"Cục", r"Chi nhánh", r"Chi hội", r"Chi đoàn",
    r"Tổ (?!chức)", r"Văn phòng", r"VP", r"Báo (?!cáo|động)", r"Đài(?! thọ)", r"Trường(?! hợp)", r"Viện(?! trợ| dẫn)", r"Tòa án", r"Toà án",
    r"Thường trực", r"Đảng [ủu]y", r"Đảng uỷ", r"Huyện [ủu]y", r"Huyện uỷ", r"Tỉnh [ủu]y", r"Tỉnh uỷ",
    r"Thành [ủu]y", r"Thành uỷ", r"Quận [ủu]y", r"Thị [ủu]y", r"Cấp [ủu]y", r"Đảng bộ", r"Chi bộ", r"Chi [ủu]y",
    r"Cơ sở Hội", r"Cơ sở Đoàn", r"Cơ quan", r"Doanh nghiệp", r"Hợp tác xã", r"HTX", r"Liên hiệp", r"Nhà trường",
    r"Kho bạc", r"Bảo hiểm", r"BHXH", r"Bệnh viện", r"Quỹ(?! đất)", r"Câu lạc bộ", r"CLB", r"Đội (?!ngũ)", r"Hạt ", r"Bưu điện",
    r"Thư viện", r"Nhà văn hóa", r"Nhà văn hoá", r"Chủ tịch", r"Phó Chủ tịch", r"Trưởng(?! thành)", r"Thủ trưởng",
    r"Bí thư", r"Giám đốc", r"Hiệu trưởng", r"Lãnh đạo", r"Chính quyền", r"Nhóm ", r"Mạng lưới", r"Quân sự",
    r"Biên phòng", r"Ủy viên", r"Uỷ viên", r"Thành viên", r"Cán bộ", r"Học viện", r"Tập đoàn", r"Công ty",
    r"Cấp (?:Hội|Đoàn)", r"(?:Hai|Ba) bên", r"Bên [A-E](?!\w)", r"Các cấp", r"Bộ đội", r"Hải quan", r"Kiểm lâm", r"Đồng chí", r"Đ/c",
    r"Đoàn thể", r"Điện lực", r"Đơn vị", r"Ngành(?! nghề)",
    rf"(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Tỉnh|Thành phố|Thôn|Ấp|Khóm|Bản) (?=[{UPPER}\d])",
)  # fmt: skip
_MANY = (
    r"(?:cơ quan|đơn vị|phòng|ban|sở|ngành|tổ chức|đoàn thể|trường|xã|phường|thị trấn|huyện|quận|tỉnh|cấp|cơ sở"
    r"|chi hội|chi đoàn|chi bộ|địa phương|hội|đồn|trạm|tổ|doanh nghiệp|nhà trường|ban|liên đoàn|công đoàn|đoàn"
    r"|thành viên|nhóm|thôn|bản|ấp|khóm|khu phố|tổ dân phố|câu lạc bộ|đồng chí|quỹ|báo|nhà tài trợ|nhà hảo tâm|cá nhân)\b"
)
_NAME_START = re.compile(
    rf"(?:(?:[Cc]ác|[Mm]ỗi|[Tt]ừng|[Mm]ột số) )?(?:{'|'.join(_HEADS)})(?:(?<=\s)|(?!\w))"
)
_MANY_START = re.compile(r"(?:[Cc]ác|[Mm]ỗi|[Tt]ừng|[Mm]ột số|[Tt]oàn thể) " + _MANY)
_PLURAL = re.compile(
    r"(?:[Cc]ác|Một số|Toàn thể) (?:cơ quan|phòng|ban|ngành|đơn vị|tổ chức|đoàn thể|sở|cấp)[^A-ZĐ]*"
)
_BARE_MANY = re.compile(
    r"(?:công đoàn (?:ngành|cơ sở|cấp)|tổ (?:phụ nữ|hội|đảng)|đoàn thanh niên|chi hội|chi [ủu]y|chi uỷ|trưởng (?:thôn|bản|ấp|khóm)|cơ quan|đơn vị|tổ chức|đoàn thể|doanh nghiệp|cơ sở Hội|chi hội|các\b)"
)

# What the names of a list may share: a level ("huyện"), the places ("các xã, thị trấn", "tỉnh A, B").
_LEVEL = r"(?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|cơ sở|các cấp|cùng cấp|thôn|ấp|bản|khóm)"
_TAIL = re.compile(
    rf"(?:^|\s)(?P<tail>(?:(?:các|mỗi|từng)\s+{_LEVEL}\b.*|{_LEVEL}(?:\s*[,/]\s*{_LEVEL})*$|(?:các )?tỉnh\s+[A-ZĐ].*,.*))$"
)
_ALTERNATIVE_LEVELS = re.compile(rf"^(?P<head>.*\S)\s+(?P<a>{_LEVEL})\s*/\s*(?P<b>{_LEVEL})$")
_LEVELLED = re.compile(
    r"Hội|UBND|HĐND|[ỦU]ỷ? ?ban|Ủy ban|Uỷ ban|Công an|Đoàn|MTTQ|UBMTTQ|Mặt trận|Liên đoàn|Ban Chỉ huy|BCH|Đảng|Quân sự|Biên phòng"
)
_SAME_RANK = (
    {"xã", "phường", "thị trấn", "đặc khu"},
    {"huyện", "quận", "thị xã", "thành phố", "TP"},
    {"thôn", "ấp", "bản", "khóm"},
)

REQUEST = re.compile(
    r"^(?:Trân trọng |Kính |Trân trọng kính )?(?:[Đđ]ề nghị|ĐỀ NGHỊ|[Kk]ính đề nghị|[Tt]rân trọng đề nghị)\s*:?\s+"
)
_ADDRESS = re.compile(
    r"^(?:Đối với|ĐỐI VỚI|Về phía|Giao|Phân công|Trách nhiệm của|Trách nhiệm(?=\s[A-ZĐ])|Nhiệm vụ của|Đối với các|Yêu cầu)\s+(?:cho\s+)?(?=\S)"
)
_COURTESY = re.compile(r"^(?:[Cc]ác )?(?:[Ôô]ng,? (?:và )?\(?[Bb]à\)?|[Ôô]ng/[Bb]à)\s*:?\s+(?=[A-ZĐ])")
# What the parties to a programme call each other in it, and what an office is in it: "(cơ quan thường trực)".
_ALIAS = re.compile(
    r"\s*\((?:(?:sau đây|gọi|viết)\s[^()]*|[Bb]ên [A-Z]|[Hh]ai bên|(?:(?:là )?(?:cơ quan|đơn vị|bộ phận) )?(?:thường trực|chủ trì|đầu mối)[^()]*)\)"
)
# "Các Phòng: Nội vụ, Tư pháp": the kind stands once before the names of a list.
_LISTED = re.compile(
    rf"[Cc]ác (?P<kind>[Pp]hòng|[Bb]an|[Ss]ở|[Tt]rạm|[Cc]ơ quan|[Đđ]ơn vị|[Nn]gành|[Đđ]oàn thể|[Hh]ội|[Tt]ổ chức)(?P<more>(?: [^\W\d{UPPER}]+)*)\s*:\s+(?P<list>[{UPPER}][^:]*)$"
)
# Fields of one office that "và" joins.
_JOINED_FIELDS = re.compile(
    r"(?:Đào tạo|Thông tin|Truyền thông|Xã hội|Môi trường|PTNT|Phát triển|Hạ tầng|Công nghệ|Đầu tư|Du lịch|Tôn giáo|Thể thao|Đô thị|Công thương)(?!\w)"
)

_OF_PERSON = re.compile(rf"(?:Đồng chí|Đ/c) (?:[{UPPER}]\w*\s?){{2,5}}$")
_DUTY = re.compile(r"\s+có trách nhiệm\s*:?$")


def without_alias(words: str) -> str:
    """
    >>> without_alias("Công an phường (Bên B)")
    'Công an phường'
    """
    return _ALIAS.sub("", words)


def starts_name(words: str) -> bool:
    """Whether an organisation's name begins with the first of these words.

    >>> starts_name("Phòng Tư pháp"), starts_name("Phòng ngừa bạo lực")
    (True, False)
    """
    return bool(_NAME_START.match(words) or _MANY_START.match(words) or _LISTED.match(words))


def _begins(words: str) -> bool:
    return starts_name(words) or bool(_BARE_MANY.match(words))


def strip_address(words: str) -> tuple[str, bool]:
    """A heading without the words that address ("Đề nghị", "Đối với"), and whether it only asks."""
    words = _DUTY.sub("", without_alias(words))
    asked = REQUEST.match(words)
    match = asked or _ADDRESS.match(words)
    words = words[match.end() :].strip() if match else words.strip()
    return _COURTESY.sub("", words), asked is not None


def _cut(words: str) -> list[str]:
    """Cut at ";", and at ",", "và", "/" where another name begins."""
    pieces = [""]
    for part in re.split(r"(\s*;\s*|\s*,\s+(?:và\s+)?|\s+và\s+|\s*/\s*|\s+-\s+(?=Hội |UBND))", words):
        mark = part.strip()
        if re.fullmatch(r";|,|, và|và|/|-", mark):
            pieces.append(part)
            pieces.append("")
        else:
            pieces[-1] += part
    names = [pieces[0]]
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if not piece.strip():
            continue
        level_after_slash = mark.strip() == "/" and not starts_name(piece)
        if mark.strip() == ";" or (_begins(piece) and not level_after_slash and _whole(names[-1], piece)):
            names.append(piece)
        else:
            names[-1] += mark + piece
    return [n.strip(" .:") for n in names if n.strip(" .:")]


def _whole(name: str, piece: str) -> bool:
    """Whether a cut before the piece leaves a name by itself: "các cơ quan, đơn vị" is one phrase."""
    if re.search(r"(?:Văn phòng|VP) (?:HĐND|Hội đồng nhân dân)$", name.strip()):
        return False  # "Văn phòng HĐND và UBND xã" is one office
    if _OF_PERSON.match(name.strip()) and "," not in name:
        return False  # "Đồng chí Lê Thị Thu, Phó Chủ tịch Hội LHPN xã" is one person
    return bool(starts_name(piece) and not _MANY_START.match(piece)) or not _PLURAL.fullmatch(name.strip())


def split_names(words: str) -> list[str]:
    """The organisations that a phrase names, each in full.

    The part that they share is repeated: "UBND, Hội LHPN các xã" gives two names with "các xã". Two levels
    give two names ("Hội Nông dân huyện/xã"), one level written in two words one ("Đoàn xã/phường").
    """
    words = words.strip().rstrip(":.;, ")
    if listed := _LISTED.match(words):
        return _of_kind(listed)
    names = [name for group in words.split(";") for name in _with_shared_place(_cut(group))]
    result: list[str] = []
    for name in names:
        match = _ALTERNATIVE_LEVELS.match(name)
        if match and not any({match["a"], match["b"]} <= rank for rank in _SAME_RANK):
            result += [f"{match['head']} {match['a']}", f"{match['head']} {match['b']}"]
        else:
            result.append(name)
    return result


def _of_kind(listed: re.Match[str]) -> list[str]:
    """The offices of "Các Phòng: Nội vụ, Giáo dục và Đào tạo", each with its kind."""
    if starts_name(listed["list"]):
        return split_names(listed["list"])
    names = re.split(rf"\s*[,;]\s+(?:và\s+)?|\s+và\s+(?!{_JOINED_FIELDS.pattern})", listed["list"])
    kind = listed["kind"].capitalize()
    return [f"{kind} {name}" if kind in ("Phòng", "Ban", "Sở", "Trạm") else name for name in names if name]


# "Văn phòng, các ban chuyên môn Hội LHPN tỉnh": the office of the same body.
_DEPARTMENTS = re.compile(
    r"[Cc]ác (?:ban|phòng)(?: chuyên môn| tham mưu| xây dựng)?\s+(?P<of>(?:Hội|UBND|Ủy ban|Sở|Đoàn)\s.*)$"
)


def _with_shared_place(names: list[str]) -> list[str]:
    """Names that lack their place take that of the next one that has it."""
    shared: str | None = None
    full: list[str] = []
    for name in reversed(names):
        if name == "Văn phòng" and full and (departments := _DEPARTMENTS.match(full[-1])):
            full.append(f"{name} {departments['of']}")
            continue
        tail = _TAIL.search(name)
        if tail and tail.start("tail") > 0 and not re.search(r"\s(?:có tên|nêu|thuộc)\s", tail["tail"]):
            shared = tail["tail"]
        elif shared and _lacks_place(name, bool(re.match(rf"{_LEVEL}$|(?:các|mỗi|từng)\s", shared))):
            full.append(f"{name} {shared}")
            continue
        full.append(name)
    return full[::-1]


def _lacks_place(name: str, levelled: bool) -> bool:
    """A name that shares the place of a later one.

    levelled: that is a level only ("xã", "các xã, phường"), which offices of one level (Phòng, Sở) do not share.
    """
    if re.search(rf"\b{_LEVEL}\b", name) or len(name.split()) > 6:
        return False
    return bool(_LEVELLED.match(name)) if levelled else not re.match(r"[Cc]ác|[Đđ]ơn vị|[Cc]ơ quan", name)
