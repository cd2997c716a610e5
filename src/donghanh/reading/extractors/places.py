"""Administrative places named as such, once each, with the unit that covers them today."""

import re
from dataclasses import dataclass

from donghanh.reading.blocks import Doubt
from donghanh.reading.outline import Outline
from donghanh.reading.plan import PlaceMention, PlaceToday, PlanDocument
from donghanh.reading.source import Line, Span
from donghanh.vietnam.letters import LOWER, UPPER
from donghanh.vietnam.places import Gazetteer, Level, gazetteer

_LEVELS = {
    "tỉnh": "province", "thành phố": "city", "tp": "city", "huyện": "district", "quận": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune", "thôn": "village", "bản": "village",
    "ấp": "village", "khóm": "village", "buôn": "village", "làng": "village", "tổ dân phố": "village", "khu phố": "village",
    "khu dân cư": "village", "khu vực": "village", "khu": "village", "phum": "village", "sóc": "village", "xóm": "village",
    "tổ": "village",
}  # fmt: skip
_WORD = r"[" + UPPER + r"][\w'’]*"
_NAME = rf"(?:\d{{1,2}} )?{_WORD}(?:(?: |-| - ){_WORD})*(?: \d{{1,2}}(?!\d|\.\d|%|/))?"
_LEVEL_WORD = r"(?P<level>[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|TP\.?|[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị xã|THỊ XÃ|(?<!tác )(?:[Xx]ã|XÃ)|[Pp]hường|PHƯỜNG|[Tt]hị trấn|THỊ TRẤN|[Đđ]ặc khu|ĐẶC KHU|[Tt]hôn|THÔN|bản|[Ấấ]p|[Kk]hóm|buôn|làng|[Tt]ổ dân phố|[Kk]hu phố|[Kk]hu dân cư|phum|sóc|[Xx]óm|[Tt]ổ(?= \d{1,2}(?:(?:,| và) tổ \d{1,2}){0,20},? (?:phường|thị trấn)\s)|(?<!xã )(?<!thuộc )(?<!bản )(?<!thôn )[Kk]hu vực(?= \d{1,2}(?!\d|[/.]\d))|[Kk]hu(?= \d{1,2}\s*(?:[,;.)](?!\d)|$))|(?:(?<=^)|(?<=\t))(?:Bản|Buôn|Làng))"
_MENTION = re.compile(
    rf"(?<!\w){_LEVEL_WORD}(?P<gap>:? |(?<=\.)|(?: [{LOWER}]+){{1,3}}: )(?P<name>{_NAME}|\d{{1,2}}(?!\s(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng)\b)(?=\s*(?:[,;.)]|$|\s[a-zđ(])|\t))"
)
_NEXT = re.compile(rf"(?P<join> ?[,;] | và |, và | ?/ ?)(?P<name>{_NAME})")
_BEHIND_BRACKET = re.compile(rf"\)(?: ?[,;] | và |, và )(?P<name>{_NAME})")
_NUMBERED = {
    "quận",
    "phường",
    "thôn",
    "ấp",
    "khóm",
    "tổ dân phố",
    "khu phố",
    "xóm",
    "làng",
    "khu dân cư",
    "khu vực",
    "khu",
    "buôn",
    "tổ",
}
_NOT_NAMES = re.compile(
    r"(?:Hội|Ban|UBND|Đoàn|Phòng|Sở|Công an|Căn cứ|Nơi|Trên|Thực hiện|Ủy|Uỷ|Mặt trận|Bộ|Đảng|Năm|Ngày|Tháng|Tổ|Chi|Trung|Kế|Nhằm|Để|Theo|Tại|Trường|Trạm|Thường|HĐND|MTTQ|BCH|BTV|ĐỊNH|DỰ|NĂM|THỰC|TRONG|GIAI|Và|Các|Mỗi|Từ|Đối)$"
)
_OFFICE = re.compile(
    r"(?:Chủ tịch|Bí thư|Giám đốc|Trưởng|Chánh|chuyên trách|công chức)\s[^,.;:]{0,60}$", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Mai|Đào|Lương|Nông|Ma)\s"
    rf"(?:Thị |Văn |{_WORD} ){_WORD}"
)
# Capitals that follow a place's name but belong to what comes next.
_BREAKS = re.compile(r"\s(?:Hội|Ban|UBND|HĐND|MTTQ|Đoàn|Phòng|Sở|NĂM|TRONG|THỰC|GIAI|ĐẾN|VÀ|VỀ|LẦN|NHIỆM)\b")


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    level_word: str
    line: Line
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.line.span(self.start, self.end)


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[PlaceMention], list[Doubt]]:
    """Every place named with its level, from the title block to the recipients; a bare name is none.

    "xã A và B" names two communes. `within` is the next higher place that the words themselves name.
    """
    known = gazetteer()
    mentions: list[tuple[_Mention, _Mention | None]] = []
    for line in _lines(outline):
        mentions += _in_line(line, known)
    merged = _merge(mentions)
    doubts: list[Doubt] = []
    found = []
    for mention, within in merged:
        level = _schema_level(mention, known)
        today = _today(mention, level, within, merged, known)
        if today is None and level in ("province", "commune"):
            doubts.append(_doubt(mention, within))
        found.append(
            PlaceMention(_written(mention), level, _written(within) if within else None, today, mention.span)
        )
    return found, doubts


def _doubt(mention: _Mention, within: _Mention | None) -> Doubt:
    words = _written(mention) + (f", {_written(within)}" if within else "")
    return Doubt(
        "place", f"Chưa xác định được “{words}” ngày nay là đơn vị nào: cần ghi đủ tên xã, huyện, tỉnh."
    )


def _lines(outline: Outline) -> list[Line]:
    return [*outline.frame.title, *outline.frame.annex, *outline.frame.body, *outline.frame.behind]


def _written(mention: _Mention) -> str:
    name = mention.name if not mention.name.isupper() else _titled(mention.name)
    return f"{mention.level_word} {name}"


def _titled(name: str) -> str:
    return " ".join("-".join(p[:1] + p[1:].lower() for p in word.split("-")) for word in name.split(" "))


def _in_line(line: Line, known: Gazetteer) -> list[tuple[_Mention, _Mention | None]]:
    """The places of one line, each with the higher place that follows it directly."""
    text = line.text
    groups: list[list[_Mention]] = []
    at = 0
    while match := _MENTION.search(text, at):
        word = match["level"].lower().rstrip(".")
        name = _trim(match["name"], word, known)
        at = match.end("level")
        shouted = match["level"].isupper() and word != "tp"
        if shouted and not _knows(name, word, known):
            continue
        if match["gap"].endswith(": ") and not _knows(name, word, known):
            continue  # "các xã: Thực hiện ..." names what they do
        if _is_officer(text[max(0, match.start() - 90) : match.start()], name) and not _knows(
            name, word, known
        ):
            continue
        if not name or (name.isdigit() and word not in _NUMBERED):
            continue
        if re.search(r"(?:cấp|cùng|liên|nội|ngoại|\d) $", text[: match.start()]) and not name[:1].isupper():
            continue
        if _LEVELS[word] == "village" and _is_quoted(text, match.start()):
            continue  # "Xuân biên cương, Tết ấm bản Mường" is the name of a programme
        start = match.start("name")
        group = [_Mention(name, word, line, match.start(), start + len(name))]
        at = _list_on(group, _NEXT, known)
        groups.append(group)
        if len(groups) > 1 and text[groups[-2][-1].end : match.start()] == " (":
            # "xã A (huyện X), B (huyện Y)": behind the brackets the list of communes goes on.
            further = [groups[-2][-1]]
            end = _list_on(further, _BEHIND_BRACKET, known, at)
            if further[1:]:
                groups.append(further[1:])
                at = end
    result: list[tuple[_Mention, _Mention | None]] = []
    for index, group in enumerate(groups):
        above = _above(group, groups[index + 1 :], text, known)
        result += [(mention, above) for mention in group]
    return result


def _list_on(group: list[_Mention], join: re.Pattern[str], known: Gazetteer, at: int | None = None) -> int:
    """Add the names that go on with the level of the last of a group, from `at` on; where they end."""
    last = group[-1]
    text, word, at = last.line.text, last.level_word, last.end if at is None else at
    while follow := join.match(text, at):
        name = _trim(follow["name"], word, known)
        if not name or not _same_level(name, word, known):
            break
        begin = follow.start("name")
        group.append(_Mention(name, word, last.line, begin, begin + len(name)))
        at, join = begin + len(name), _NEXT
    return at


def _is_quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _is_officer(before: str, name: str) -> bool:
    """ "Phó Chủ tịch UBND phường Lê Thị Nga" names who holds the office, no ward."""
    return bool(_OFFICE.search(before)) and bool(_PERSON.match(name))


def _above(
    group: list[_Mention], later: list[list[_Mention]], text: str, known: Gazetteer
) -> _Mention | None:
    """The next higher place where the words name it right behind: ", huyện Kỳ Sơn", " (huyện Kỳ Sơn)"."""
    end = group[-1].end
    for candidates in later:
        nearest = candidates[0]
        between = text[end : nearest.start]
        if re.fullmatch(r"\s*(?:,|\(|-|–|thuộc|của|trên địa bàn|\s)+\s*", between) and len(candidates) == 1:
            if _order(nearest, known) > _order(group[0], known):
                return nearest
            return None
        if re.fullmatch(r"\s*(?:,|;|và|\s)+\s*", between) and _order(nearest, known) == _order(
            group[0], known
        ):
            end = candidates[-1].end
            continue
        return None
    return None


def _order(mention: _Mention, known: Gazetteer) -> int:
    return {"village": 0, "commune": 1, "district": 2, "province": 3}.get(_schema_level(mention, known), 1)


def _schema_level(mention: _Mention, known: Gazetteer) -> str:
    level = _LEVELS[mention.level_word]
    if level == "city":
        cities = known.find(mention.name, level=Level.PROVINCE)
        return "province" if any(c.kind.startswith("thành phố") for c in cities) else "district"
    return level


def _trim(name: str, word: str, known: Gazetteer) -> str:
    """The name without capitals that belong to what follows it."""
    if (cut := _BREAKS.search(name)) and not _knows(name, word, known):
        name = name[: cut.start()]
    parts = name.split()
    named = len(parts) > 1 and parts[0] in ("Trường", "Trung", "Chi", "Đoàn", "Tổ", "Năm")
    if not parts or _NOT_NAMES.match(parts[0]) and not named and not _knows(name, word, known):
        return ""
    level = _LEVELS[word]
    if level == "village" or _knows(name, word, known):
        return name
    for size in range(len(parts) - 1, 0, -1):
        shorter = " ".join(parts[:size]).rstrip(" -")
        if _knows(shorter, word, known) and size > 1:
            return shorter
    return name if len(parts) <= 5 else " ".join(parts[:4])


def _knows(name: str, word: str, known: Gazetteer) -> bool:
    level = _LEVELS[word]
    levels = {
        "province": [Level.PROVINCE],
        "city": [Level.PROVINCE, Level.DISTRICT],
        "district": [Level.DISTRICT],
        "commune": [Level.COMMUNE],
    }
    return any(known.knows(name, one) for one in levels.get(level, []))


def _same_level(name: str, word: str, known: Gazetteer) -> bool:
    """Whether a name in a list goes on with the level of the first: "xã Nậm Cắn và Na Loi"."""
    if _LEVELS[word] == "village":
        parts = name.split()
        return (parts[0] == "Trường" or not _NOT_NAMES.match(parts[0])) and len(parts) <= 4
    return _knows(name, word, known)


def _merge(mentions: list[tuple[_Mention, _Mention | None]]) -> list[tuple[_Mention, _Mention | None]]:
    """Once each: the first mention that bears its level, with the higher place that any mention names."""
    kept: dict[tuple[str, str], tuple[_Mention, _Mention | None]] = {}
    for mention, above in mentions:
        key = (mention.level_word.replace("tp", "thành phố"), re.sub(r"\s+", " ", mention.name).casefold())
        if key not in kept:
            kept[key] = (mention, above)
            continue
        first, within = kept[key]
        spelled = first.line.text[first.start : first.end]
        full = mention.line.text[mention.start : mention.end]
        better = len(full) > len(spelled) or (first.name.isupper() and not mention.name.isupper())
        kept[key] = (mention if better else first, within or above)
    return sorted(kept.values(), key=lambda pair: pair[0].span.start)


def _today(
    mention: _Mention,
    level: str,
    within: _Mention | None,
    all_places: list[tuple[_Mention, _Mention | None]],
    known: Gazetteer,
) -> PlaceToday | None:
    """What covers it since 1 July 2025, None where the words and the lists do not fix one."""
    if level not in ("province", "district", "commune"):
        return None
    chain: list[str] = []
    above = within
    while above is not None and len(chain) < 3:
        chain.append(f"{above.level_word} {above.name}")
        above = next(
            (
                w
                for m, w in all_places
                if m.name.casefold() == above.name.casefold() and m.level_word == above.level_word
            ),
            None,
        )
    if not chain and level != "province":
        chain = _context(all_places, known)
    successor = known.today_of(f"{mention.level_word} {mention.name}", Level(level), chain)
    if successor is None and within is None and chain:
        return None
    if successor is None:
        return None
    place = successor.place
    return PlaceToday(place.code, place.name, place.province.name)


def _context(all_places: list[tuple[_Mention, _Mention | None]], known: Gazetteer) -> list[str]:
    """The one district and province that the paper names, for places that stand without any."""
    result = []
    for level in ("district", "province"):
        names = {f"{m.level_word} {m.name}" for m, _ in all_places if _schema_level(m, known) == level}
        if len(names) == 1:
            result.append(names.pop())
    return result
