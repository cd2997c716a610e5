"""A place asked for in free words, and the answer with what cannot be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from donghanh.vietnam.places.aliases import ENDED_BEFORE_LISTS
from donghanh.vietnam.places.gazetteer import Gazetteer, gazetteer
from donghanh.vietnam.places.keys import folded
from donghanh.vietnam.places.kinds import LEVEL_OF_KIND, VILLAGE, readings
from donghanh.vietnam.places.model import Line, Place
from donghanh.vietnam.places.words import Parts, former, taken_apart

_MOST_NAMED = 6
_MOST_PARTS = 8
_NO_NAME = "Chưa có tên nơi nào. Hãy ghi tên, ví dụ: xã Na Loi, huyện Kỳ Sơn, tỉnh Nghệ An."
_TOO_MANY = (
    "Có quá nhiều tên trong một câu. Hãy hỏi từng nơi một, ví dụ: xã Na Loi, huyện Kỳ Sơn, tỉnh Nghệ An."
)
_VILLAGE_NOTE = "Danh mục không có cấp thôn, bản, tổ dân phố; kết quả là đơn vị cấp trên của nơi đó."


@dataclass(frozen=True, slots=True)
class Answer:
    """lines: one for each place that the words can mean. question: in Vietnamese, what cannot be told."""

    query: str
    lines: tuple[Line, ...]
    question: str | None


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to take the words apart; village: a village was named, which no list has."""

    parts: Parts
    village: bool


def look_up(query: str) -> Answer:
    """The places that free words can mean, spelled loosely, with or without levels, in either order."""
    places = gazetteer()
    ways = [_without_villages(places, way) for way in taken_apart(query, places.spells)]
    if not 0 < len(ways[0].parts) <= _MOST_PARTS:
        return Answer(query, (), _TOO_MANY if ways[0].parts else _NO_NAME)
    for attempt in (_as_named, _with_slips, _of_another_kind):
        for size in sorted({len(way.parts) for way in ways}):
            alike = [way for way in ways if len(way.parts) == size]
            if lines := _distinct(line for way in alike for line in attempt(places, way.parts)):
                notes = _open_ends(lines, alike[0].parts)
                if attempt is not _as_named:
                    notes.insert(0, _taken_for(lines, attempt is _of_another_kind))
                if all(way.village for way in alike):
                    notes.insert(0, _VILLAGE_NOTE)
                return Answer(query, lines, " ".join(notes) or None)
    return Answer(query, (), _not_found(places, ways[0].parts))


def _as_named(places: Gazetteer, parts: Parts, fuzzy: bool = False) -> tuple[Line, ...]:
    """The lines of the part that lies inside all the others; the first one is tried first, then the last."""
    for i in sorted(range(len(parts)), key=lambda i: (i != 0, -i)):
        name, before = former(parts[i], places.spells)
        others = [former(p, places.spells)[0] for p in (*parts[:i], *parts[i + 1 :])]
        within = others if i == 0 else others[::-1]
        if found := places.find(name, within=within, era="before" if before else None, fuzzy=fuzzy):
            return places.lines(found, within)
    return ()


def _with_slips(places: Gazetteer, parts: Parts) -> tuple[Line, ...]:
    return _as_named(places, parts, fuzzy=True)


def _of_another_kind(places: Gazetteer, parts: Parts) -> tuple[Line, ...]:
    """The lines of the same name at the same level under another level word (thị trấn for xã)."""
    if not parts:
        return ()
    (kind, name), *_ = readings(parts[0])
    if kind is None:
        return ()
    found = places.find(name, level=LEVEL_OF_KIND[kind], within=parts[1:], fuzzy=False)
    return places.lines(found, parts[1:])


def _without_villages(places: Gazetteer, parts: Parts) -> _Way:
    """The parts without villages, unless nothing else is named ("Bản Lầu" is a commune)."""
    kept = tuple(p for p in parts if not VILLAGE.match(p) or places.spells(p))
    return _Way(kept or parts, village=0 < len(kept) < len(parts))


def _distinct(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple({line.was or line.today[0].place: line for line in lines}.values())


def _open_ends(lines: Sequence[Line], asked: Parts) -> list[str]:
    """What stays open about the lines found: which of them is meant, and what the table does not tell."""
    notes = []
    if len(lines) > 1:
        notes.append(
            f"Có {len(lines)} nơi cùng khớp. Hãy ghi đủ tên cấp và các cấp trên (xã, huyện, tỉnh) để xác định."
        )
    for line in lines:
        if line.was and not line.today:
            notes.append(
                f"Bảng chuyển đổi không ghi {line.was.full_name} nay thuộc đâu: đơn vị này đã đổi theo một "
                "nghị quyết sắp xếp trước ngày 01/7/2025. Hãy tra nghị quyết sắp xếp của tỉnh."
            )
        elif line.was and len(line.today) == 1 and line.today[0].partly:
            notes.append(_unknown_rest(line.was, line.today[0].place))
    names = {folded(name) for _, name in readings(asked[0])}
    if len(lines) == 1 and lines[0].was is None:
        notes += [what for name, what in ENDED_BEFORE_LISTS.items() if folded(name) in names]
    return notes[:_MOST_NAMED]


def _unknown_rest(was: Place, now: Place) -> str:
    text = (
        f"Bảng chuyển đổi chỉ ghi một phần {was.full_name} về {now.full_name}; "
        "phần còn lại về đâu thì không ghi."
    )
    if was.code == now.code:
        text += " Có thể địa giới được giữ nguyên: hãy đối chiếu nghị quyết sắp xếp."
    return text


def _taken_for(lines: Sequence[Line], other_kind: bool) -> str:
    named = "; ".join(_full(line) for line in lines[:_MOST_NAMED])
    what = "tên cấp đã ghi" if other_kind else "tên đã ghi"
    return f"Không có nơi nào đúng {what}; gần nhất trong danh mục: {named}. Hãy kiểm tra lại."


def _not_found(places: Gazetteer, parts: Parts) -> str:
    unknown = [p for p in parts if not places.find(p, fuzzy=False)]
    same: tuple[Place, ...] = ()
    if unknown:
        name = unknown[0]
        above = parts[parts.index(name) + 1 :]
        named = ", ".join(f"“{p}”" for p in unknown)
        text = f"Không tìm thấy {named} trong danh mục đơn vị hành chính trước và từ ngày 01/7/2025."
    else:
        name, above = parts[0], parts[1:]
        text = f"Không có “{name}” thuộc “{', '.join(above)}”."
        # What lies in the widest place named comes nearest to what was meant.
        same = places.find(name, within=above[-1:], fuzzy=False) or places.find(name, fuzzy=False)
    if same:
        named = "; ".join(_full(line) for line in places.lines(same)[:_MOST_NAMED])
        text += f" Nơi có tên này: {named}{'; …' if len(same) > _MOST_NAMED else ''}."
    if near := [p for p in places.suggest(name, above) if p not in same]:
        text += f" Tên gần giống: {'; '.join(place.full_name for place in near)}."
    return (
        f"{text} Hãy kiểm tra chính tả và ghi đủ các cấp, ví dụ: "
        "xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên."
    )


def _full(line: Line) -> str:
    return (line.was or line.today[0].place).full_name
