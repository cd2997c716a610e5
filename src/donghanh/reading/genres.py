"""What a kind of paper asks of reading: a report tells what was done, a decision rules in articles.

Which parts a clerk would miss follows from the kind as well. A plan and a programme name what success is
measured by, what it costs and who reports; a guide the latter two, an official letter at least who answers by
when (annotation rules 38 and 40). A report, a decision, a notice or minutes need none of the three.
"""

import re
from dataclasses import dataclass

from donghanh.reading.front import Frame
from donghanh.reading.nodes import Role
from donghanh.vietnam.documents import heading_kind

_AHEAD = (
    r"phương hướng|trọng tâm|thời gian tới|sắp tới|giải pháp|cuối năm|tiếp theo|phấn đấu|dự kiến"
    r"|(?:nhiệm vụ|chỉ tiêu|kế hoạch|chương trình)(?: công tác)?(?:,| của| trong)? (?:năm|quý|tháng|6 tháng)"
)


@dataclass(frozen=True, slots=True)
class Genre:
    """One kind of paper.

    default: what a section of the highest level is about when its title does not say.
    ahead: of a paper that looks back, the words of a title that open what is still to be done; elsewhere None.
    addresses: its sections of the highest level may each be addressed to a unit.
    misses: the findings that it earns by what it lacks.
    """

    default: Role = Role.OTHER
    ahead: re.Pattern[str] | None = None
    addresses: bool = False
    misses: tuple[str, ...] = ()


_ALL = ("missing_targets", "missing_budget", "missing_reporting")
_PLAN = Genre(Role.CONTENT, misses=_ALL)
_OF_KIND = {
    "ke_hoach": _PLAN,
    "chuong_trinh": _PLAN,
    "huong_dan": Genre(Role.CONTENT, misses=("missing_budget", "missing_reporting")),
    "phu_luc": Genre(Role.CONTENT),
    "cong_van": Genre(Role.CONTENT, addresses=True, misses=("missing_reporting",)),
    "thong_bao": Genre(Role.CONTENT, addresses=True),
    "quyet_dinh": Genre(addresses=True),
    "bao_cao": Genre(ahead=re.compile(_AHEAD)),
}
_OF_NAME = {
    "BIÊN BẢN": Genre(ahead=re.compile(rf"{_AHEAD}|kết luận|thống nhất|phân công")),
    "ĐỀ ÁN": Genre(misses=_ALL),
    "PHƯƠNG ÁN": Genre(misses=_ALL),
}
# A paper that does not say what it is may be a plan; one that says it is something else is none.
_NAMELESS = Genre(misses=_ALL)


def genre_of(frame: Frame) -> Genre:
    """The genre of a paper, from its kind and from the name that heads it."""
    if frame.kind in _OF_KIND:
        return _OF_KIND[frame.kind]
    named = heading_kind(frame.kind_line.text) if frame.kind_line is not None else None
    return _OF_NAME.get(named[0], Genre()) if named else _NAMELESS
