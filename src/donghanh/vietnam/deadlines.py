"""When and how often to report, as papers say it."""

import re
from dataclasses import dataclass

from donghanh.vietnam.dates import make_date

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_COUNTED = {
    "6": "semiannual",
    "06": "semiannual",
    "sáu": "semiannual",
    "9": "nine_month",
    "09": "nine_month",
    "chín": "nine_month",
}
_COUNTED |= {
    "3": "quarterly",
    "03": "quarterly",
    "ba": "quarterly",
    "1": "monthly",
    "01": "monthly",
    "một": "monthly",
}
_NAMES = {"tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "annual"}
_EVERY = {"hằng", "hàng", "mỗi", "từng", "kỳ", "cáo", "ban", "cả", "kết", "quả", "một", "01", "1"}
_TELLING = {"cáo", "kết", "quả"}
_AFTER_TELLING = {
    "và",
    "trước",
    "gửi",
    "về",
    "theo",
    "cho",
    "định",
    "của",
    "vào",
    "qua",
    "chậm",
    "được",
    "đến",
    "hoặc",
    "muộn",
    "học",
    "tại",
    "trong",
    "lồng",
    "phải",
    "đầy",
    "đúng",
    "bằng",
    "lên",
    "cùng",
    "để",
    "nộp",
    "i",
    "ii",
    "iii",
    "iv",
    "tổng",
}
_LISTED = {",", "/", "(", "và", ":", "-", "–", "&", "hoặc", "+"}
_BEHIND = {"cuối", "đầu", "giữa", "sau", "trước", "tới", "học", "hành", "nay", "tuổi", "liền", "kế"}
_TRAIL = r"(?:\s+(?:của|hằng|hàng|mỗi|tháng|cuối|đầu|giữa|quý|kỳ|sau|trước|liền|kề|kế|tiếp|theo|thứ|hai|ba|nhất|đó|năm|cùng|tết|Tết|từng)(?!\w)|(?<=kỳ) báo cáo)*"
_DEADLINES = re.compile(
    r"(?:ngày\s+)?(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>20\d\d)"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s*(?:năm|/)\s*(?P<y2>20\d\d))?(?P<yearly2>\s+(?:hằng|hàng|mỗi)\s+năm)?"
    r"|(?:ngày\s+|(?<=trước )|(?<=nhất )|(?P<second>(?<=và )(?=[\d/ ]+(?:(?:hằng|hàng|mỗi)\s+năm|[.;,)]|$))))(?P<d3>\d{1,2})\s*/\s*(?P<m3>\d{1,2})(?![/\d])(?P<yearly3>\s+(?:hằng|hàng|mỗi)\s+năm)?"
    rf"|ngày\s+(?P<d4>\d{{1,2}})(?!\s*[/\d])(?P<trail>{_TRAIL})"
    rf"|(?P<weekday>(?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)(?P<trail6>(?:\s+(?:hằng|hàng|mỗi) tuần)?))"
    rf"|ngày\s+(?:làm việc\s+)?cuối(?=\s)(?:\s+cùng)?(?P<trail5>{_TRAIL})",
    re.IGNORECASE,
)
_NOT_DUE = re.compile(
    r"(?:số\s+\S+,?\s*|[A-ZĐ]{2,}\S*\s*,?\s*|ban hành\s*|ký\s*|từ\s*(?:ngày\s*)?|chốt số liệu\s*(?:từ|đến)?\s*|tính từ\s*|kỷ niệm\s*)$"
)

# "vào thứ Sáu" is a day, "lần thứ hai" an ordinal.
_ON = re.compile(r"(?:(?:vào|trước|ngày|nhất|đến|hết)\s+|(?:hằng|hàng|mỗi) tuần\s*[(,]\s*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cycle:
    """How often, and where the words stand."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """A written day: its parts as far as they stand there, and its words without the preposition."""

    words: str
    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None

    @property
    def is_monthly(self) -> bool:
        """A day of every month: "ngày 20 hằng tháng"."""
        return self.month is None and bool(
            re.search(r"(?:hằng|hàng|mỗi|từng)\s+tháng", self.words, re.IGNORECASE)
        )

    @property
    def cycle(self) -> str | None:
        """How often a day comes that its words tie to a quarter or a month: "ngày 20 của tháng cuối quý"."""
        if self.month is not None:
            return None
        if re.search(r"(?<!\w)quý(?!\w)", self.words, re.IGNORECASE):
            return "quarterly"
        return "monthly" if re.search(r"(?<!\w)tháng(?!\w)", self.words, re.IGNORECASE) else None

    @property
    def exists(self) -> bool:
        """Whether some calendar has it: 31/6 is in none, 29/2 in some."""
        return (
            self.month is None
            or self.day is None
            or make_date(self.year or 2024, self.month, self.day) is not None
        )

    def written(self, cycle: str, plan_year: int | None) -> str:
        """The form's due: an ISO date, --MM-DD for a yearly one, otherwise the words as written."""
        if self.day is None or self.month is None or not self.exists:
            return self.words
        if self.year is not None:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        if cycle == "once" and plan_year is not None:
            return f"{plan_year:04}-{self.month:02}-{self.day:02}"
        return f"--{self.month:02}-{self.day:02}"


def find_cycles(text: str) -> list[Cycle]:
    """How often the text tells to report, in order; "3 tháng" is a quarter, "giao ban tháng" a month.

    A word of time is a cycle behind "hằng", "định kỳ", "báo cáo" and the like, or in a list with another one.
    """
    tokens = [(m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    found: list[Cycle] = []
    for i, (word, start, end) in enumerate(tokens):
        if word not in _NAMES:
            continue
        before = tokens[i - 1][0] if i else ""
        after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
        name = _NAMES[word]
        if word == "tháng" and before in _COUNTED:
            name = _COUNTED[before]
            if name == "monthly" and after != "/":
                continue
            if name == "quarterly" and _is_span(tokens, i) or _lasts(tokens, i):
                continue
            found.append(Cycle(name, tokens[i - 1][1], end))
            continue
        behind = (
            after in _BEHIND
            and not (after == "học" and before in ("cáo", "kết"))
            and not (after == "trước" and _sets_day(tokens, i + 2))
        )
        if behind or (before in ("cuối", "đầu", "giữa") and not (name == "annual" and _ends_year(tokens, i))):
            continue
        if before in _TELLING and after[:1].isalpha() and after not in _AFTER_TELLING:
            continue  # "kết quả Tháng Công nhân" names a month of its own
        dated = after[:1].isdigit() or (name == "quarterly" and re.fullmatch(r"i{1,3}|iv", after) is not None)
        if (
            before in _EVERY
            or (name == "weekly" and before == "độ")
            or (before == "cuối" and name == "annual")
        ):
            if dated and not (name in ("annual", "quarterly") and before in ("cáo", "kết", "quả", "cả")):
                continue
            found.append(Cycle(name, tokens[i - 1][1], end))
        elif (
            (before in _LISTED or _heads_list(tokens, i))
            and not dated
            and (found or _another_follows(tokens, i))
        ):
            found.append(Cycle(name, start, end))
    return found


def _heads_list(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """ "báo cáo công tác Hội quý, 6 tháng, năm": the first of three, whatever word stands before it."""
    behind = [t for t, _, _ in tokens[i + 1 : i + 7]]
    return behind[:1] in ([","], ["/"]) and sum(t in _NAMES for t in behind) >= 2


def _sets_day(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """ "báo cáo năm trước 15/11" says when; "báo cáo năm trước" of which year."""
    words = [t for t, _, _ in tokens[i : i + 2]]
    return words[:1] in (["ngày"], ["khi"]) or (len(words) == 2 and words[0].isdigit() and words[1] == "/")


def _ends_year(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """ "báo cáo cuối năm" ends a year; "6 tháng cuối năm" halves one."""
    return i >= 2 and tokens[i - 1][0] == "cuối" and tokens[i - 2][0] != "tháng"


def _is_span(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """ "trong 3 tháng đầu" lasts; "báo cáo 3 tháng" recurs."""
    around = {t for t, _, _ in tokens[max(0, i - 3) : i - 1]}
    return bool({"trong", "sau"} & around) or (
        i + 1 < len(tokens) and tokens[i + 1][0] in ("đầu", "cuối", "liên")
    )


def _lasts(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """ "sau 6 tháng", "trẻ dưới 6 tháng tuổi": a duration, whatever its length."""
    before = tokens[i - 2][0] if i >= 2 else ""
    after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
    return before in ("sau", "dưới", "trên", "đủ", "quá") or after == "tuổi"


def _another_follows(tokens: list[tuple[str, int, int]], i: int) -> bool:
    return any(t in _NAMES for t, _, _ in tokens[i + 1 : i + 5])


def find_deadlines(text: str) -> list[Deadline]:
    """Every day that the text sets, in order; dates of cited papers are none."""
    found: list[Deadline] = []
    for match in _DEADLINES.finditer(text):
        if _NOT_DUE.search(text[: match.start()]):
            continue
        if match["second"] is not None and (not found or found[-1].end < match.start() - len(" và ")):
            continue
        if match["weekday"] and not match["trail6"] and not _ON.search(text[: match.start()]):
            continue
        day = match["d"] or match["d2"] or match["d3"] or match["d4"]
        month = match["m"] or match["m2"] or match["m3"]
        written_year = match["y"] or match["y2"]
        words = re.sub(r"\s+", " ", match[0]).strip()
        bare = day is not None and month is None and not (match["trail"] or "").strip()
        if bare and not re.search(
            r"(?:trước\s|nhất\s|vào\s|hạn\s|\()\s*$", text[: match.start()], re.IGNORECASE
        ):
            continue
        found.append(
            Deadline(
                words,
                match.start(),
                match.end(),
                int(day) if day else None,
                int(month) if month else None,
                int(written_year) if written_year else None,
            )
        )
    return found
