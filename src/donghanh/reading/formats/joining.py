"""Joining lines into paragraphs where only the lines are known, not their places on the page.

A line that was broken to fit a width is followed by a line whose first word did not fit any more. So the
width is learnt from breaks that are certain (the next line goes on in lower case), and every other pair
of lines is judged by it: a line that had room for the next word ended its paragraph; a line that had
none goes on, unless the next one opens an item of the document.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

# A line longer than this was not broken to fit a page.
_LONGEST_BROKEN = 200
_SHORTEST_BROKEN = 25


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it is set: `text` tidied, `indent` and `width` in columns, `width` with the indent.

    gap: blank lines before it. torn: a page break stands before it, so that gap and indent say nothing.
    centred: set in the middle. closed: nothing is ever joined to it from above.
    """

    text: str
    indent: int = 0
    width: int = 0
    gap: int = 0
    torn: bool = False
    centred: bool = False
    closed: bool = False


def join_lines(lines: Sequence[SetLine]) -> list[list[int]]:
    """The paragraphs of `lines`: for each the indices of its lines, all of them, in order."""
    joined: list[list[int]] = []
    for region in _regions(lines):
        _join_region(lines, region, joined)
    return joined


def glue(before: str, after: str) -> str:
    """Two parts of one paragraph; no space where the line was broken behind a hyphen within a word."""
    within_word = re.search(r"\w[-\u2010]$", before) and after[:1].isalnum()
    return before + after if within_word else f"{before} {after}"


# --- how the lines were broken -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Habit:
    """How a region's lines were broken: at which width by which measure, and with how many blank lines.

    exact: at a number of columns, so that a line with room for one more word surely ended a paragraph.
    Otherwise by a typesetter: a first line is indented, bold words are wider than they count here.
    hanging: the lines of a paragraph are indented more than its first.
    lower_items: items behind a dash begin in lower case here, so that a small letter there says nothing.
    """

    measure: Callable[[SetLine], float]
    word: Callable[[str], float]
    width: float
    longest: float
    exact: bool
    gap: int
    hanging: bool = False
    lower_items: bool = False
    confident: bool = False

    def full(self, line: SetLine, next_text: str, *, first: bool = True, stopped: bool = False) -> bool:
        """Whether the next word had no room on the line."""
        size = self.measure(line)
        slack = 1.0 if self.exact else 0.92 if first else 0.97 if stopped else 0.93
        room = self.width * slack
        return size <= self.longest and size + self.word(" " + next_text.split(" ", 1)[0]) > room


def _regions(lines: Sequence[SetLine]) -> list[range]:
    """Stretches that may each have a width of their own: between lines too long to have been broken."""
    regions, start = [], 0
    for i, line in enumerate(lines):
        if (
            line.width > _LONGEST_BROKEN
            and i + 1 < len(lines)
            and lines[i + 1].width <= _LONGEST_BROKEN
            or line.width <= _LONGEST_BROKEN
            and i + 1 < len(lines)
            and lines[i + 1].width > _LONGEST_BROKEN
        ):
            regions.append(range(start, i + 1))
            start = i + 1
    return [*regions, range(start, len(lines))]


def _certain_breaks(lines: Sequence[SetLine], region: range) -> list[int]:
    """Lines that surely go on in the next: it begins in lower case, or no paragraph ends like this one."""
    return [
        i
        for i in region[:-1]
        if _SHORTEST_BROKEN <= lines[i].width <= _LONGEST_BROKEN
        and lines[i + 1].gap <= 1
        and not lines[i + 1].torn
        and not lines[i + 1].closed
        and not (lines[i].centred or lines[i + 1].centred)
        and not ended(lines[i].text)
        and (goes_on(lines[i + 1].text) or _unfinished(lines[i].text) and not _opens(lines[i + 1].text))
    ]


def _habit(lines: Sequence[SetLine], region: range) -> _Habit | None:
    certain = _certain_breaks(lines, region)
    if not certain:
        return None
    gap = 1 if sum(lines[i + 1].gap for i in certain) * 2 > len(certain) else 0
    columns = _fit(lines, certain, lambda line: float(line.width), lambda text: float(len(text)))
    exact = columns.exact_share >= 0.95
    if exact:
        fit, width = columns, columns.widest
    else:
        fit = min(columns, _fit(lines, certain, _printed_width, _printed), key=lambda fit: fit.spread)
        width = fit.usual
    habit = _Habit(
        fit.measure, fit.word, width, fit.widest * 1.1, exact, gap, _has_lower_items(lines, region)
    )
    full = sum(1 for i in region[:-1] if lines[i + 1].gap <= gap and habit.full(lines[i], lines[i + 1].text))
    return replace(habit, confident=len(certain) >= 2 and len(certain) >= 0.3 * full)


def _hangs(lines: Sequence[SetLine], certain: Sequence[int]) -> bool:
    steps = [lines[i + 1].indent - lines[i].indent for i in certain]
    return sum(step > 1 for step in steps) > sum(step < -1 for step in steps)


def _has_lower_items(lines: Sequence[SetLine], region: range) -> bool:
    items = 0
    for i in region[1:]:
        mark = _MARK.match(lines[i].text)
        items += mark is not None and lines[i].text[mark.end() :][:1].islower() and ended(lines[i - 1].text)
    return items >= 2


@dataclass(frozen=True, slots=True)
class _Fit:
    measure: Callable[[SetLine], float]
    word: Callable[[str], float]
    widest: float
    usual: float
    spread: float
    exact_share: float


def _fit(
    lines: Sequence[SetLine],
    certain: Sequence[int],
    measure: Callable[[SetLine], float],
    word: Callable[[str], float],
) -> _Fit:
    sizes = sorted(measure(lines[i]) for i in certain)
    usual, widest = sizes[len(sizes) // 2], sizes[-1]
    mean = sum(sizes) / len(sizes)
    spread = (sum((s - mean) ** 2 for s in sizes) / len(sizes)) ** 0.5 / mean
    overflowing = sum(
        1 for i in certain if measure(lines[i]) + word(" " + lines[i + 1].text.split(" ", 1)[0]) > widest
    )
    return _Fit(measure, word, widest, usual, spread, overflowing / len(certain))


# Widths of Times New Roman in thousandths of the type size: the face of official documents. A line of
# a printed page holds a number of letters that varies by a quarter, its printed width hardly varies.
_FACE = {" ": 250, "i": 278, "j": 278, "l": 278, "t": 278, "/": 278, "f": 333, "r": 333, "I": 333, "-": 333}
_FACE |= dict.fromkeys(".,", 250) | dict.fromkeys(":;", 278) | dict.fromkeys("()[]'", 333)
_FACE |= dict.fromkeys("acez", 444) | {"s": 389, "J": 389, "m": 778, "w": 722, "“": 444, "”": 444, "…": 1000}
_FACE |= dict.fromkeys("ADGHKNOQUVXY", 722) | dict.fromkeys("BCR", 667) | dict.fromkeys("ELTZ", 611)
_FACE |= {"M": 889, "W": 944, "F": 556, "P": 556, "S": 556, "đ": 500, "Đ": 722}


@cache
def _letter_width(letter: str) -> int:
    return _FACE.get(letter, _FACE.get(unicodedata.normalize("NFD", letter)[0], 500))


def _printed(text: str) -> float:
    return float(sum(map(_letter_width, text)))


def _printed_width(line: SetLine) -> float:
    return _printed(line.text)


# --- what a line's words say -------------------------------------------------------------------------

_NUMBER_LABEL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)](?:\s|$|(?=[^\W\d_]))|\.?\s+(?=[^\W\d_]))")
_LETTER_LABEL = re.compile(r"(?:(?:[IVXLC]{1,6}|[A-HĐ]|[a-zđ])(?:[.)]|\.\d{1,2}[.)]?)|[ivx]{2,4}\))(?:\s|$)")
_MARK = re.compile(r"(?:[-–—+*](?=\s|[^\W\d_])|[•·○●▪■□◦‣➢➤✓⁃\uf0a7\uf0b7\uf0d8-])\s*")
_NAMED_LABEL = re.compile(
    r"(?:Điều|Chương|Phần|Mục|Nội dung|Hoạt động|Nhiệm vụ|Tiểu dự án|Dự án|Bước|Phụ lục|Biểu)"
    r"\s+(?:[IVXLC]+|\d{1,2}|thứ \w+)\s*[.:]"
)
_KNOWN_START = re.compile(
    r"(?:Căn cứ|Nơi nhận|TM\.|T/M|TL\.|TUQ\.|KT\.|Q\.|Kính gửi|Trên đây|Độc lập - Tự do|CỘNG H[OÒ][AÀ] XÃ HỘI"
    r"|\((?:Ban hành )?(?:[Kk]èm theo|[Đđ]ính kèm)"
    r"|(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|HƯỚNG DẪN|CÔNG VĂN|THÔNG BÁO|TỜ TRÌNH|PHỤ LỤC)$)",
)
# What goes on after a semicolon within one legal basis: another document.
_NAMED_BASIS = re.compile(
    r"(?:Luật|Nghị|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn|Chương trình|Kết luận|Điều lệ)\b"
)
_LIKELY_START = re.compile(r"(?:Thực hiện|Thời gian|Địa điểm|Địa bàn|Đối tượng|Nội dung|Số lượng|Kinh phí)\b")
# "2 - Phòng Tư pháp", "IV - Dự toán": behind a full stop no span of numbers.
_DASHED_LABEL = re.compile(r"(?:\d{1,2}|[IVXLC]{1,6}) [-–—] (?=[^\W\d_])")
_DASH = re.compile(r"[-–—]\s?(?=\w)")
# Names with a dash inside them, where a capital letter follows it.
_PAIRS = (
    ("tài chính", "kế hoạch"),
    ("kinh tế", "hạ tầng"),
    ("kinh tế", "xã hội"),
    ("lao động", "thương binh"),
    ("thương binh", "xã hội"),
    ("văn hóa", "xã hội"),
    ("văn hóa", "thông tin"),
    ("văn hóa", "thể thao"),
    ("dân số", "kế hoạch hóa"),
    ("gia đình", "xã hội"),
    ("tuyên giáo", "dân vận"),
    ("hành chính", "tổng hợp"),
    ("độc lập", "tự do"),
    ("tự do", "hạnh phúc"),
)
_CLOSERS = "”\"'’)]}»"
_CANNOT_END = frozenset(
    "và hoặc của các cho với về trong từ đến tới tại theo là để do bằng những một mỗi số ngày tháng năm quý "
    "khoản điểm mục điều phần chương khi được có như sẽ bị ở".split()
)


def ended(text: str) -> bool:
    """Whether the words of a line can be the last of a paragraph: a stop, a semicolon, a colon."""
    return text.rstrip(_CLOSERS + " ")[-1:] in (".", ";", ":", "!", "?", "…")


def goes_on(text: str) -> bool:
    """Whether a line goes on with a sentence begun before: it begins in lower case and has no label."""
    return text[:1].islower() and _LETTER_LABEL.match(text) is None


def _unfinished(text: str) -> bool:
    """Whether a line cannot be the end of anything: "từ năm", "của các", "và,", "số 12/QĐ-"."""
    words = text.split()
    return text[-1:] in (",", "(", "“", "-", "–") or (bool(words) and words[-1].lower() in _CANNOT_END)


def _opens(text: str) -> bool:
    """Whether a line looks like the first of something: a label, a mark, words that open a part."""
    if _number_label(text) is not None:
        return True
    return any(pattern.match(text) for pattern in (_MARK, _LETTER_LABEL, _NAMED_LABEL, _KNOWN_START))


def _is_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 6 and " " in text and all(c.isupper() for c in letters)


class _Labels:
    """The numbers seen so far: a label is believed where it is the next of some list."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, ...]] = set()

    def expected(self, number: tuple[int, ...]) -> bool:
        first = number[-1] <= 1
        follows = (*number[:-1], number[-1] - 1) in self._seen
        return first or follows or not any(len(seen) == len(number) for seen in self._seen)

    def saw(self, number: tuple[int, ...]) -> None:
        self._seen.add(number)


def _number_label(text: str) -> tuple[int, ...] | None:
    match = _NUMBER_LABEL.match(text)
    if match is None or ("." not in match[1] and not match[0].rstrip().endswith((".", ")"))):
        return None
    return tuple(map(int, match[1].split(".")))


# --- the decision ------------------------------------------------------------------------------------


def _join_region(lines: Sequence[SetLine], region: range, joined: list[list[int]]) -> None:
    habit = _habit(lines, region)
    labels = _Labels()
    paragraph: list[int] = []
    for i in region:
        number = _number_label(lines[i].text)
        if paragraph and _continues(lines, paragraph, i, habit, labels):
            paragraph.append(i)
            continue
        paragraph = [i]
        joined.append(paragraph)
        if number is not None:
            labels.saw(number)


def _continues(
    lines: Sequence[SetLine], paragraph: Sequence[int], i: int, habit: _Habit | None, labels: _Labels
) -> bool:
    """Whether line `i` goes on with the paragraph whose last line stands just above it."""
    above, line = lines[paragraph[-1]], lines[i]
    if line.closed or above.width > _LONGEST_BROKEN:
        return False
    if not line.torn and line.gap > (habit.gap if habit else 0):
        return False
    if above.centred or line.centred:
        return above.centred and line.centred and goes_on(line.text) and not ended(above.text)
    if habit is None:
        return False
    if ended(above.text):
        return _goes_on_behind_a_stop(lines, paragraph, line, habit)
    return _goes_on_within_a_sentence(lines, paragraph, line, habit, labels)


def _goes_on_behind_a_stop(
    lines: Sequence[SetLine], paragraph: Sequence[int], line: SetLine, habit: _Habit
) -> bool:
    """A sentence ended with the line above: the paragraph did not, if a word more had no room."""
    above, first = lines[paragraph[-1]], lines[paragraph[0]]
    if not habit.confident or not habit.full(above, line.text, first=len(paragraph) == 1, stopped=True):
        return False
    if _opens(line.text) or _DASHED_LABEL.match(line.text):
        return False
    if _LIKELY_START.match(line.text) or _heads(above, line):
        return False
    if above.text.endswith(";") and first.text.startswith("Căn cứ"):
        return _NAMED_BASIS.match(line.text) is not None
    return not _begins_by_indent(lines, paragraph, line, habit)


def _goes_on_within_a_sentence(
    lines: Sequence[SetLine], paragraph: Sequence[int], line: SetLine, habit: _Habit, labels: _Labels
) -> bool:
    above, text = lines[paragraph[-1]], line.text
    unfinished = _unfinished(above.text)
    if goes_on(text) or _spans_dash(above.text, text, habit) or (unfinished and not _opens(text)):
        return line.torn or habit.measure(above) >= 0.5 * habit.width
    if not habit.full(above, text, first=len(paragraph) == 1):
        return False
    if unfinished:
        return True
    if _DASH.match(text):  # where lines end at a column, a dash that had no room there is the sentence's
        return habit.exact and habit.confident and not habit.lower_items
    if (number := _number_label(text)) is not None:
        return not labels.expected(number)
    if _opens(text) or _LIKELY_START.match(text) or _heads(above, line):
        return False
    return not _begins_by_indent(lines, paragraph, line, habit)


def _spans_dash(above: str, text: str, habit: _Habit) -> bool:
    """Whether a dash at the line's start stands within a sentence, by the words alone."""
    dash = _DASH.match(text)
    if dash is None:
        return False
    rest = text[dash.end() :]
    if rest[:1].isdigit():  # "từ năm 2021 / - 2025"
        return above[-1:].isdigit()
    if rest[:1].islower():  # "kinh tế / - xã hội"
        return not habit.lower_items
    before, after = " ".join(above.lower().split()[-2:]), rest.lower()
    return any(before.endswith(one) and after.startswith(other) for one, other in _PAIRS)


def _heads(above: SetLine, line: SetLine) -> bool:
    """Whether one of two lines is a heading in capitals and the other is not."""
    return _is_capitals(line.text) != _is_capitals(above.text)


def _begins_by_indent(
    lines: Sequence[SetLine], paragraph: Sequence[int], line: SetLine, habit: _Habit
) -> bool:
    """Whether the indent shows a new paragraph; a hanging second line is none, nor is a torn page."""
    above, first = lines[paragraph[-1]], lines[paragraph[0]]
    if line.torn or abs(line.indent - above.indent) <= 1:
        return False
    if habit.hanging:
        return line.indent < above.indent
    if len(paragraph) == 1:
        return line.indent > above.indent and not _opens(first.text)
    return True
