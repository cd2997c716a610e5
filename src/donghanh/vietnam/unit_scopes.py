"""Whose body a name asks for, by the words behind it: of a place, of each place of some levels, of whoever writes."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.places import gazetteer
from donghanh.vietnam.places.kinds import LEVEL_OF_KIND, VILLAGE, readings
from donghanh.vietnam.text import bare


class Reach(Enum):
    """Whom words without a place mean, seen from the one who writes."""

    ALL = "the own level and those below"
    BASE = "the communes"
    OWN = "the own level"
    ABOVE = "the superior"
    CENTRE = "the centre"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as it is written, with those above it: ("xã Na Loi", ("huyện Kỳ Sơn",))."""

    words: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose body is meant: that of places, of each place of some levels (in a place), or by its reach; else the own.

    some: the words that single some of these places out, without saying which: "biên giới"; or how many: "5".
    """

    places: tuple[PlaceName, ...] = ()
    levels: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    many: bool = False
    reach: Reach | None = None
    some: str = ""


LEVEL_WORDS = r"thành phố|thị xã|thị trấn|đặc khu|tỉnh|quận|huyện|xã|phường"
_SPLIT_LEVELS = re.compile(
    rf"(?<!thị)(?<!thi)\s+(?:thuộc |của |ở )?(?=(?:(?i:{LEVEL_WORDS})|thanh pho|thi xa|thi tran|tinh|quan|huyen|phuong)\s+\S)"
)
# A name without a level word that may be of a place, be it misspelled: "Na Lơi", but not "Đối ngoại".
_PROPER = re.compile(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}")
_CONNECTOR = re.compile(r"^(?:của|thuộc|trực thuộc|ở|tại|trên địa bàn)\s+", re.IGNORECASE)
EACH = re.compile(r"^(?:các|mỗi|từng|toàn thể|cac|moi|tung)\s+", re.IGNORECASE)
_COUNTED = re.compile(rf"^(?:các\s+)?0*(\d{{1,3}})\s+(?=(?:{LEVEL_WORDS})\b)", re.IGNORECASE)
# What singles out some places of a level; more than one may stand there.
_SOME = re.compile(
    rf"^(?P<level>{LEVEL_WORDS})\s+(?P<some>(?:(?:thuộc\s+|ở\s+)?(?:biên giới|(?:đặc biệt )?khó khăn|vùng (?:cao|sâu|xa|biên|đồng bào"
    r" dân tộc thiểu số|dân tộc thiểu số)|miền núi|ven biển|bãi ngang|hải đảo|trọng điểm|làm điểm|điểm|ưu tiên|nghèo|nông thôn mới|an"
    r" toàn khu|khu vực [IVX1-3]+|loại [IVX1-3]+|còn lại|trên|này|nêu trên|có tên trên|được chọn|thụ hưởng)(?:\s*,\s*|\s+|$))+)",
    re.IGNORECASE,
)
_REACHES = {
    "cac cap": Reach.ALL, "moi cap": Reach.ALL, "ca cap": Reach.ALL, "co so": Reach.BASE, "cap co so": Reach.BASE, "cac co so": Reach.BASE,
    "cung cap": Reach.OWN, "cap minh": Reach.OWN, "cap tren": Reach.ABOVE, "cap tren truc tiep": Reach.ABOVE,
    "viet nam": Reach.CENTRE, "vn": Reach.CENTRE, "trung uong": Reach.CENTRE, "tw": Reach.CENTRE, "tu": Reach.CENTRE,
}  # fmt: skip
_LEVEL_ONLY = {
    "tinh": "tỉnh", "thanh pho": "thành phố", "tp": "thành phố", "quan": "quận", "huyen": "huyện", "thi xa": "thị xã", "tx": "thị xã",
    "xa": "xã", "phuong": "phường", "thi tran": "thị trấn", "tt": "thị trấn", "dac khu": "đặc khu",
    "thon": "thôn", "ban": "thôn", "ap": "thôn", "khom": "thôn", "buon": "thôn", "khu pho": "thôn", "to dan pho": "thôn", "khu dan cu": "thôn",
}  # fmt: skip


def scope_of(tail: str) -> Scope | None:
    """Whose body is meant, by the words behind it; None where they are not about levels or places."""
    words = _CONNECTOR.sub("", tail.strip(" ,.:;-–"))
    if not words:
        return Scope()
    if reach := _REACHES.get(bare(words)):
        return Scope(reach=reach)
    if counted := _COUNTED.match(words):
        told = scope_of("các " + words[counted.end() :])
        return replace(told, some=told.some or counted[1]) if told and told.levels else told
    many = bool(each := EACH.match(words))
    words = re.sub(r"^cấp\s+(?=\S)", "", words[each.end() :] if each else words, flags=re.IGNORECASE)
    if some := _SOME.match(words):
        rest = scope_of(f"{some['level']} {words[some.end() :]}")  # "xã biên giới Thu Lũm" is that one
        if rest is None or rest.places:
            return rest
        return replace(rest, many=True, some=some["some"].strip(" ,"))
    pieces = [
        _CONNECTOR.sub("", part)
        for piece in re.split(r"\s*[,/;]\s*|\s+và\s+|\s+[-–]\s+", words)
        for part in _SPLIT_LEVELS.split(piece)
        if part.strip()
    ]
    return _of_pieces(pieces, many)


def _of_pieces(pieces: list[str], many: bool) -> Scope | None:
    levels: list[str] = []
    places: list[PlaceName] = []
    higher: list[str] = []
    shared: str | None = None
    for piece in pieces:
        if level := _LEVEL_ONLY.get(bare(piece).strip(" .")):
            if places:
                return None
            levels.append(level)
            continue
        kind, name = readings(piece)[0]
        if VILLAGE.match(piece) and not gazetteer().spells(piece):
            return None
        if kind is None and not _PROPER.fullmatch(piece) and not gazetteer().spells(piece):
            return None
        if levels or (places and _stands_above(kind, name, shared, places[-1], many)):
            higher.append(piece)
        elif places and kind is None and shared is not None:
            places.append(PlaceName(f"{shared} {name}"))
        else:
            places.append(PlaceName(piece))
            shared = kind
    if levels:
        return Scope(levels=tuple(levels), within=tuple(higher), many=many)
    within = tuple(higher)
    return Scope(places=tuple(replace(place, within=within) for place in places), many=many)


def _stands_above(kind: str | None, name: str, shared: str | None, place: PlaceName, many: bool) -> bool:
    """Whether a piece says where the place before it lies, and is not the next of a list."""
    if kind is not None and shared is not None:
        order = list(LEVEL_OF_KIND.values())
        return order.index(LEVEL_OF_KIND[kind]) < order.index(LEVEL_OF_KIND[shared])
    asked = f"{kind} {name}" if kind else name
    return not many and bool(gazetteer().find(place.words, within=(asked,), fuzzy=False))


def has_level(place: PlaceName) -> bool:
    """Whether a place is written with its level word."""
    return readings(place.words)[0][0] is not None


def is_place(words: str, scope: Scope) -> bool:
    """A place alone is one only with its level word, or where its whole name is that of a place."""
    if scope.levels:
        return scope.many or bool(scope.within or scope.some)
    return readings(words)[0][0] is not None or bool(gazetteer().find(scope.places[0].words, fuzzy=False))
