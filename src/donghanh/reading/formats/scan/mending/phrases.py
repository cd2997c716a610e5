"""Words that official papers write in one way only: a letter or a mark amiss in them is a slip of recognition."""

import re
from collections import defaultdict
from collections.abc import Iterator

from donghanh.reading.formats.scan.mending.slips import Slip
from donghanh.vietnam.syllables import is_syllable
from donghanh.vietnam.text import bare, fold

# Lines of the letterhead, of the signature and headings: a line within two letters of one of them is it.
_LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "TM. BAN THƯỜNG VỤ",
    "TM. BAN CHẤP HÀNH",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "VIỆT NAM",
    "KẾ HOẠCH",
    "Nơi nhận:",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA",
)
_TELLING_WORDS = 4
_SLIPS_IN_LONG, _SLIPS_IN_SHORT, _LONG = 3, 1, 15
# Whole cells of tables, of which a mark may be amiss.
_CELLS = ("Tổng", "Tổng số", "TỔNG", "Cộng", "CỘNG", "STT")

# Compounds, each syllable of which is read rightly but for a mark. None is another one's part with other marks,
# and none is what two other words beside each other look like.
_COMPOUNDS = (
    "chỉ tiêu|mục tiêu|nhân dân|phụ nữ|kế hoạch|tổ chức thực hiện|nội dung thực hiện|ban thường vụ|ban chấp hành|"
    "chủ tịch|phó chủ tịch|hội liên hiệp phụ nữ|hội nông dân|hội đồng nhân dân|ủy ban nhân dân|uỷ ban nhân dân|"
    "kinh phí thực hiện|mục đích|yêu cầu|nhiệm vụ trọng tâm|giải pháp|căn cứ|thường trực|tuyên truyền|phối hợp|"
    "thành phố|thị trấn|quyết định|hướng dẫn|thông tư|nghị quyết|nghị định|cộng hòa xã hội|tổng kinh phí|tổng cộng|tổng số|tổng hợp|"
    "bình đẳng giới|phân công|phân bổ kinh phí|ngân sách nhà nước|hộ nghèo|hộ cận nghèo|thoát nghèo|giảm nghèo|"
    "dân tộc thiểu số|trách nhiệm|chương trình|chuyển đổi số|đơn vị|tập huấn|thiếu nhi|cựu chiến binh|"
    "thương binh|nhà ở|đại đoàn kết|đồng bào|xã hội|chính sách|khởi nghiệp|vận động|thời gian|địa điểm|đối tượng|"
    "chi hội trưởng|chi hội phó|chi đoàn|hội viên phụ nữ|hội viên nông dân|cán bộ hội|nông thôn mới|việt nam"
).split("|")
# Words with the same letters that papers have as well.
_OTHERS = ("chi tiêu",)
# "chi hội", but not "chỉ hội viên ..."; "chi bộ", but not "chỉ bộ phận ...".
_BRANCH = re.compile(
    r"(?<!\w)([Cc])(?:hỉ)(?= hội(?! (?:viên|nghị|thảo|thi|đồng|trường|đàm)\b)(?:[ ,.;:)]|$))"
)
_BRACKET = re.compile(r"\((?:b/[€©¢CGe]?|[Đđ]/[cC€©¢Ge]?)\)(?=[;,.]|$)")
# "TM." over a signature, of which the first stroke was lost.
_ON_BEHALF = re.compile(r"^[I1l]M[.,]? (?=(?:BAN|ỦY BAN|UỶ BAN|HỘI|ĐẢNG|UBND) )")
_FILED = re.compile(r"(?<=Lưu: )V[I1lÏÍ!](?=[,.;]|$)")
# "Ủy ban M1 1Q Việt Nam": between these words nothing else stands that begins with M and is as short.
_FRONT = re.compile(r"(?<=(?i:[ủu][ỷy] ban) )M[1Il|!TtQO0 ]{2,4}(?= (?i:việt nam)(?!\w))")
# Names of the Ede and Jarai: "H’Lan".
_NAME = re.compile(r"(?<!\w)H[”“\"ˆ`´‘](?=[A-ZĐÊ])")
_FOLDED = frozenset(map(fold, (*_LINES, *_CELLS)))
_WORD = re.compile(r"[^\W\d_]+")


def _index() -> tuple[dict[str, set[str]], int]:
    known = defaultdict(set)
    for compound in (*_COMPOUNDS, *_OTHERS):
        known[bare(compound)].add(compound)
    return known, max(compound.count(" ") + 1 for compound in _COMPOUNDS)


_KNOWN, _LONGEST = _index()


def find(text: str) -> Iterator[Slip]:
    """Slips in words that are always the same."""
    whole = _whole_line(text)
    if whole is not None:
        yield Slip(0, len(text), whole)
        return
    for pattern, right in (
        (_BRACKET, "(b/c)"),
        (_FILED, "VT"),
        (_NAME, "H’"),
        (_ON_BEHALF, "TM. "),
        (_FRONT, "MTTQ"),
    ):
        for match in pattern.finditer(text):
            yield Slip(match.start(), match.end(), right)
    for match in _BRANCH.finditer(text):
        yield Slip(match.start(), match.end(), match[1] + "hi")
    yield from _compounds(text)


def _whole_line(text: str) -> str | None:
    """The line that a text is but for a few letters; its signs and spaces must be those of the text."""
    if fold(text) in _FOLDED:
        return None
    for line in _LINES:
        allowed = _SLIPS_IN_LONG if len(line) > _LONG else _SLIPS_IN_SHORT
        if len(text) == len(line) and text.isupper() == line.isupper():
            differing = [(a, b) for a, b in zip(text, line, strict=True) if a != b]
            if len(differing) <= allowed and all(a.isalnum() and b.isalnum() for a, b in differing):
                return line
        if _differs_in_one_word(text, line):
            return line
    return next(
        (cell for cell in _CELLS if bare(cell) == bare(text) and cell.isupper() == text.isupper()), None
    )


def _differs_in_one_word(text: str, line: str) -> bool:
    """A stamp took a word of it, and what is left of that is none: "TM. BAN Hồ VỤ"."""
    read, right = text.split(), line.split()
    if len(read) != len(right) or len(right) < _TELLING_WORDS:
        return False
    differing = [a for a, b in zip(read, right, strict=True) if a != b]
    if read[0] != right[0]:
        return False
    return len(differing) == 1 and not (
        differing[0].isupper() == line.isupper() and is_syllable(differing[0])
    )


def _compounds(text: str) -> Iterator[Slip]:
    words = list(_WORD.finditer(text))
    done = 0
    for first in range(len(words)):
        for last in range(min(first + _LONGEST, len(words)), first + 1, -1):
            start, end = words[first].start(), words[last - 1].end()
            read = text[start:end]
            if start < done or "  " in read:
                continue
            mended = _as_known(read)
            if mended is not None:
                done = end
                yield Slip(start, end, mended)
                break


def _as_known(read: str) -> str | None:
    """The compound that these words are but for one mark, in their own case."""
    known = _KNOWN.get(bare(read))
    if not known or read.lower() in known:
        return None
    near = [
        compound
        for compound in known
        if len(compound) == len(read)
        and sum(a != b for a, b in zip(compound, read.lower(), strict=True)) == 1
    ]
    if len(near) != 1 or not (read.islower() or read.isupper() or read[1:].islower()):
        return None
    return "".join(b.upper() if a.isupper() else b for a, b in zip(read, near[0], strict=True))
