"""What a name of a unit asks for: which body, of which place or level, one or each; nothing is looked up in any tree.

"Hội LHPN xã Na Loi" names a place; "Phòng Tư pháp huyện" a level, "Hội LHPN các xã, thị trấn" levels, each of whose
places is meant; "Ban Tuyên giáo" none. Which units these are depends on who writes, and when.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.offices import Office, called
from donghanh.vietnam.organisations import split_names, strip_address
from donghanh.vietnam.places import gazetteer
from donghanh.vietnam.places.keys import Likeness, likeness, loose
from donghanh.vietnam.places.kinds import VILLAGE
from donghanh.vietnam.text import bare, tidy
from donghanh.vietnam.unit_scopes import EACH, LEVEL_WORDS, Reach, Scope, has_level, is_place, scope_of

LONGEST = 400
"""Characters of one phrase; what is longer is prose."""
_MOST_TOKENS, _MOST_NAMES = 12, 40


@dataclass(frozen=True, slots=True)
class Body:
    """kinds: as units have them. title: as units are called before their place.

    offices: those of the list, told apart by level and day; empty for the trunk of a line, and for what no list has.
    listed: whether it is of a kind that every place may have, so that its title and place say who it is.
    """

    kinds: tuple[str, ...]
    title: str
    offices: tuple[Office, ...] = ()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a phrase. body: none where a place stands alone. of: the body whose department it is."""

    words: str
    body: Body | None
    scope: Scope
    of: "Named | None" = None


@dataclass(frozen=True, slots=True)
class Vague:
    """Words that name nobody in particular: "các cơ quan liên quan", "trưởng thôn"."""

    words: str


UNION, COMMITTEE, FRONT = "union", "peoples_committee", "fatherland_front"
_TRUNKS = {
    UNION: ("Hội LHPN", ("Hội Liên hiệp Phụ nữ", "Hội LHPN", "Hội LH Phụ nữ", "Hội LHPN", "HLHPN", "LHPN", "Hội Phụ nữ", "Hội PN", "Liên hiệp Phụ nữ", "Hội")),
    COMMITTEE: ("UBND", ("Ủy ban nhân dân", "UBND")),
    FRONT: ("UBMTTQ Việt Nam", ("Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ Việt Nam", "Ủy ban MTTQ", "UBMTTQ Việt Nam", "UBMTTQVN", "UBMTTQ VN", "Ủy ban MTTQVN", "UB MTTQ", "UB MTTQ Việt Nam", "UBMTTQ", "Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc", "MTTQ Việt Nam", "MTTQVN", "MTTQ", "Mặt trận", "Ban Thường trực UBMTTQ Việt Nam")),
    "branch": ("Chi hội", ("Chi hội Phụ nữ", "Chi hội PN", "Chi hội LHPN", "Chi hội")),
    "group": ("Tổ", ("Tổ Phụ nữ", "Tổ Hội")),
    "affiliate": ("", ("đơn vị trực thuộc", "các đơn vị trực thuộc", "ban đơn vị trực thuộc")),
}  # fmt: skip


def trunk(kind: str) -> Body:
    """The body of a place in a line: Union, People's Committee, Front."""
    return Body((kind,), _TRUNKS[kind][0])


_NEEDS_SCOPE = {"hoi", "doan"}
"""Titles so short that they are one only before a level: "Hội huyện", but not "Hội Khuyến học"."""
ORGANISATIONS = Body((UNION, "mass_organisation"), "")
"""The mass organisations of a place, the Union among them."""
_ORGANISATIONS = re.compile(r"(?:các )?(?:tổ chức (?:chính trị|ct) ?[-–] ?(?:xã hội|xh)|đoàn thể(?: chính trị ?[-–] ?xã hội)?)(?P<tail>.*)", re.IGNORECASE)  # fmt: skip

# Organs and officers of a body stand for it.
_ORGAN = re.compile(
    r"(?:(?:các )?(?:đ/c|đồng chí)\s+)?(?:(?:Ban )?Thường trực(?=\s+\S|$)|TTr\.?|TT\s*:|TT\.?(?=\s*(?:Huyện|Tỉnh|Thành|Thị|Quận|Đảng|HĐND|HU\b|UBND))"
    r"|T/trực|Ban Thường vụ|BTV|T/vụ|Thường vụ|Ban Chấp hành|BCH(?!\s+(?:Quân|QS|Bộ đội|BĐ|Biên phòng))|Đoàn Chủ tịch|ĐCT"
    r"|(?:các )?(?:Phó Chủ tịch|PCT|Phó Bí thư|Chủ tịch|CT(?=$|\s*,|\s+(?:UBND|HĐND|Hội))|Bí thư)|Lãnh đạo|Thủ trưởng)"
    r"(?:\s*[,;]\s*|\s+và\s+|\s*)(?=\S|$)",
    re.IGNORECASE,
)
_OFFICE_OFFICERS = re.compile(r"^(?:(?:LĐ|C|CVP|Chánh)\s*,\s*)?(?:C|P|LĐ)?VP\s+(?=HĐND|UBND)")
_FILED = re.compile(r"^(?:[-–+*]\s*)?(?:Lưu|Như (?:trên|Điều|kính gửi))\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?:để )?(?:b/c|p/h|t/h|báo cáo|phối hợp|thực hiện|chỉ đạo|biết|theo dõi)[^()]*\)", re.IGNORECASE)  # fmt: skip
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_SHORT_PHONG = re.compile(r"^P(?!GD\s)\.?\s*(?=(?:LĐ|VH|GD|NN|TC|TN|KT|DT|QL|NV|TP|Nội|Tư|Y)\w*)")
_SHORT_TRUNG_TAM = re.compile(r"^TT\.?\s*(?=(?:Y tế|VH|GD|DV|BT)(?!\w*&TT))")

_VAGUE = re.compile(
    r"(?:(?:các|mỗi|từng|một số|toàn thể|những)\s+)?(?:ngành|cơ quan|đơn vị|địa phương|ban,? ngành|sở,? ban|đoàn thể|tổ chức|cá nhân"
    r"|cấp ủy|cấp uỷ|cấp,? ngành|chính quyền|trưởng (?:thôn|bản|ấp|khóm|khu|buôn|ban|phòng|các)|bí thư chi bộ|già làng|người|thành viên|hội viên|cán bộ"
    r"|doanh nghiệp|nhà (?:tài trợ|hảo tâm)|phòng,? ban|phòng ban|cấp(?! (?:hội|bộ hội|xã|huyện|tỉnh))|hộ|tập thể|mọi|ông|bà|chuyên viên|lực lượng|nhân dân|đồng chí|đ/c|tổ (?:chức|trưởng)|xã hội|các)\b",
    re.IGNORECASE,
)
_FREE = {
    "phòng": "department", "sở": "department", "thanh tra": "department", "chi cục": "department", "cục": "department",
    "bộ": "department", "vụ": "department", "kho bạc": "department", "bảo hiểm": "department", "hạt": "department",
    "trung tâm": "department", "viện": "department", "tòa án": "department", "ban": "other", "văn phòng": "other",
    "trạm": "health", "bệnh viện": "health", "trường": "school", "đồn": "border_guard", "hải đội": "border_guard",
    "công an": "police", "quỹ": "other", "ngân hàng": "policy_bank", "chi nhánh": "policy_bank", "báo": "press",
    "đài": "press", "tạp chí": "press", "bưu điện": "company", "công ty": "company", "hợp tác xã": "company",
    "htx": "company", "tập đoàn": "company", "doanh nghiệp": "company", "điện lực": "company", "hội": "mass_organisation",
    "hội phụ nữ": "affiliate", "hội lhpn": "affiliate", "liên minh": "mass_organisation",
    "liên đoàn": "mass_organisation", "công đoàn": "mass_organisation", "đoàn": "mass_organisation", "ban giám hiệu": "school",
    "câu lạc bộ": "other", "clb": "other", "tổ": "other", "học viện": "school", "bchqs": "military",
    "trung đoàn": "military", "tiểu đoàn": "military", "sư đoàn": "military", "lữ đoàn": "military", "quân khu": "military",
}  # fmt: skip
"""What a name begins with that no list has, and what kind of unit that is."""
_FREE_START = re.compile(rf"(?:các |mỗi |từng )?(?P<head>{'|'.join(sorted(_FREE, key=len, reverse=True))})\b(?! (?:nghị|thảo|thi|viên|kết|cáo|chức|chợ|đất)\b)", re.IGNORECASE)  # fmt: skip
_OWN_NAME = ("bộ ", "đồn", "trường", "công ty", "hợp tác xã", "htx", "bệnh viện", "tập đoàn", "quỹ", "câu lạc bộ", "clb", "tổ", "báo", "học viện", "trung đoàn", "tiểu đoàn")  # fmt: skip
"""Units of these sorts bear a name of their own and are not told by their place."""
_STAFF = re.compile(r"Ban giám hiệu (?P<each>các )?(?P<school>trường.*)", re.IGNORECASE)
_DEPARTMENTS = ("ban", "văn phòng", "phòng", "trung tâm", "bộ phận", "quỹ", "sở")


_FREE_TAIL = re.compile(
    rf"\s(?P<tail>(?:(?:các|mỗi|từng)\s+)?(?:cấp\s+)?(?:{LEVEL_WORDS})(?:(?:\s*[,/]\s*|\s+và\s+)(?:{LEVEL_WORDS}))*(?:$|\s+[{UPPER}\d].*))"
)


def parse(words: str) -> list[Named | Vague]:
    """The names in a phrase, in its order; none where it is prose or says where a paper is filed.

    >>> [(name.body.title, name.scope.levels) for name in parse("Đảng ủy, UBND các xã, thị trấn")]
    [('Đảng ủy', ('xã', 'thị trấn')), ('UBND', ('xã', 'thị trấn'))]
    """
    tidied = tidy(words)
    if _FILED.match(tidied) or not 1 < len(tidied) <= LONGEST:
        return []
    asked, _ = strip_address(_ASIDE.sub("", tidied))
    plain = _rewritten(_BRACKET.sub(r", \1", asked).strip(" .,:;-–"))
    found = [name for part in _parts(plain) for name in _one(part)]
    return _with_shared_body(found[:_MOST_NAMES])


def _with_shared_body(names: list[Named | Vague]) -> list[Named | Vague]:
    """Departments without their body are of the one that the next names: "Văn phòng, Ban Tổ chức Hội LHPN tỉnh"."""
    shared: Named | None = None
    full: list[Named | Vague] = []
    for name in reversed(names):
        if isinstance(name, Named):
            shared = name.of or (shared if _is_department(name) else None)
            full.append(replace(name, of=shared))
        else:
            full.append(name)
    return full[::-1]


def _is_department(name: Named) -> bool:
    free = name.body is not None and not name.body.offices and name.body.kinds == ("other",)
    return free and name.scope == Scope()


def _rewritten(words: str) -> str:
    """Phrases about the Union that begin with the level: "các cấp Hội", "cơ sở Hội"."""
    words = re.sub(
        r"^(?:các )?cấp (?:bộ )?Hội(?: LHPN| phụ nữ)?\b(?! \w)",
        "Hội LHPN các cấp",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(
        r"^(?P<organ>.*\b)?(?:TW|TƯ|T\.Ư|Trung ương) Hội(?: LHPN)?(?: Việt Nam)?$",
        r"\g<organ>Hội LHPN Việt Nam",
        words,
    )
    return re.sub(
        r"^(?:các )?cơ sở Hội(?: LHPN| phụ nữ)?\b(?! \w)", "Hội LHPN cơ sở", words, flags=re.IGNORECASE
    )


def _parts(words: str) -> Iterator[str]:
    """The names as papers part them, and where another body begins behind a comma; officers go with their body."""
    officers = ""
    for name in split_names(words):
        for part in _bodies(name):
            if _organ(part).strip(" ,") == "":
                officers = part
                continue
            yield f"{officers} {part}".strip()
            officers = ""
    if officers:
        yield officers


def _bodies(name: str) -> list[str]:
    pieces = re.split(r"\s*,\s+(?:và\s+)?|\s+và\s+", name)
    cut = [pieces[0]]
    at = len(pieces[0])
    for piece in pieces[1:]:
        start = name.index(piece, at)
        if _begins_with_body(_organ(piece)) and _begins_with_body(_organ(cut[-1])):
            cut.append(piece)
        else:
            cut[-1] += name[at : start + len(piece)]
        at = start + len(piece)
    return cut


def _organ(words: str) -> str:
    """Words without the organs and officers before the body."""
    words = _OFFICE_OFFICERS.sub("VP ", words)
    while (match := _ORGAN.match(words)) and match.end() > 0:
        words = words[match.end() :]
    return words


def _one(words: str) -> Iterator[Named | Vague]:
    rest = _organ(words)
    if not rest:
        yield Named(words, None, Scope(reach=Reach.OWN))
        return
    rest = _SHORT_TRUNG_TAM.sub("Trung tâm ", _SHORT_PHONG.sub("Phòng ", rest))
    many = EACH.match(rest)
    if match := _ORGANISATIONS.fullmatch(rest):
        scope = scope_of(match["tail"])
        yield Named(words, ORGANISATIONS, scope) if scope else Vague(words)
        return
    for asked in (rest, rest[many.end() :] if many else ""):
        if found := _with_body(words, asked):
            yield replace(found, scope=replace(found.scope, many=True)) if many else found
            return
    if VILLAGE.match(rest) and not gazetteer().spells(rest):
        yield Named(words, Body(("branch",), f"Chi hội {rest.split(',')[0]}", listed=False), Scope())
        return
    if (scope := scope_of(rest)) and (scope.places or scope.levels) and is_place(rest, scope):
        yield Named(words, None, scope)
        return
    yield _free(words, rest) or Vague(words)


def _begins_with_body(words: str) -> bool:
    return any(True for _ in _heads(words))


@cache
def _trunk_titles() -> dict[str, tuple[str, str]]:
    return {loose(alias): (alias, kind) for kind, (_, aliases) in _TRUNKS.items() for alias in aliases}


def _heads(words: str) -> Iterator[tuple[Body, str]]:
    """The known bodies with which the words may begin, the longest first, each with what stands behind it."""
    tokens = list(re.finditer(r"\S+", words))[:_MOST_TOKENS]
    for last in reversed(tokens):
        head, tail = words[: last.end()], words[last.end() :]
        if (titled := _trunk_titles().get(loose(head))) and _alike(head, titled[0]):
            yield trunk(titled[1]), tail
        elif offices := called(head):
            yield Body(tuple(dict.fromkeys(o.kind for o in offices)), offices[0].title, offices), tail


def _alike(asked: str, title: str) -> bool:
    found = likeness(asked, title)
    return found is not None and found < Likeness.REMARKED


def _with_body(words: str, asked: str) -> Named | None:
    for body, tail in _heads(asked):
        if body.kinds == ("affiliate",) and tail.strip() and (of := _with_body(tail, tail.strip())):
            return Named(words, body, Scope(), of)
        scope = scope_of(tail)
        short = bare(asked[: len(asked) - len(tail)].strip()) in _NEEDS_SCOPE
        told = not tail.strip() or (scope and (scope.levels or scope.reach or has_level(scope.places[0])))
        if scope is None or (short and not told) or _begins_with_body(tail.strip()):
            if body.kinds[0] in ("branch", "group"):
                return Named(words, replace(body, title=asked, listed=False), Scope())
            continue
        return Named(words, body, scope)
    return None


def _free(words: str, rest: str) -> Named | None:
    """A body that no list has: by its first word, its place if one is named, and the body whose department it is."""
    start = _FREE_START.match(rest)
    if start is None:
        return None
    kind = _FREE[start["head"].casefold()]
    many = bool(EACH.match(rest))
    if start["head"].casefold() in _DEPARTMENTS and (inside := _superior_body(rest)):
        return None if many else Named(words, Body((kind,), inside[0], listed=False), Scope(), inside[1])
    tail = _FREE_TAIL.search(rest)
    scope = (scope_of(tail["tail"]) if tail else None) or Scope()
    title = EACH.sub("", rest[: tail.start()] if tail and scope != Scope() else rest).strip()
    if school := _STAFF.match(title):
        title, many = school["school"], many or bool(school["each"])
    elif (_VAGUE.match(rest) and scope == Scope()) or " các " in f"{title} ":
        return None
    own = title.casefold().startswith(_OWN_NAME) or " trường " in f"{title.casefold()} "
    listed = not own or scope != Scope()
    return Named(words, Body((kind,), title, listed=listed), replace(scope, many=many or scope.many))


def _superior_body(rest: str) -> tuple[str, Named] | None:
    """ "Ban Dân vận Thành ủy Hà Nội" as the department and the body that has it."""
    for token in list(re.finditer(r"(?<=\s)\S+", rest))[1:_MOST_TOKENS]:
        behind = rest[token.start() :]
        for body, tail in _heads(behind):
            scope = scope_of(tail)
            if (
                scope is not None
                and body.kinds[0] in (UNION, COMMITTEE, FRONT, "party", "mass_organisation")
                and behind[:1].isupper()
            ):
                return rest[: token.start()].strip(), Named(behind, body, scope)
    return None
