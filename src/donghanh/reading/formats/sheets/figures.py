"""What a cell shows for its value: numbers and dates by their format, written as Vietnamese papers write them.

A point stands between thousands and a comma before decimals, whatever country the file was saved for; a
month that a format spells in English ("Mar-26" where "3/2026" was typed) becomes a number again.

Source: ECMA-376 part 1, 18.8.30 and 18.8.31 (number formats).
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from donghanh.reading.formats.sheets.sheet import Value

# What is not shown: colours, conditions, space of the width of a character, filling.
_UNSHOWN = re.compile(r"\[(?!\$|h+\]|m+\]|s+\])[^\]]*\]|_.|\*.", re.IGNORECASE)
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[0-9A-F]+)?\]", re.IGNORECASE)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<digits>[#0?]+(?:[,.#0?]*[#0?])?(?P<scale>,*))|(?P<other>.)',
    re.DOTALL,
)
_DATE_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(\[?[hms]+\]?|y+|m+|d+|am/pm|a/p)|(.)', re.IGNORECASE)
_MOST_DECIMALS = 10
_LARGEST = 1e15
_LAST_DAY = 2_958_466
# From here on whole numbers without a format are grouped too; years and counts are not.
_GROUPED_FROM = 10_000
_LONGEST_CODE = 250


def shown(value: Value, code: str = "") -> str:
    """The words that stand in a cell for a value with a number format."""
    if isinstance(value, float) and not code and 0 <= value < _LARGEST and value.is_integer():
        whole = int(value)  # what most figures are
        return _grouped(whole) if whole >= _GROUPED_FROM else str(whole)
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _figure(code)(float(value))
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return _moment(value, code)


@lru_cache(maxsize=512)
def _figure(code: str) -> Callable[[float], str]:
    """How figures of one format are written."""
    sections = _sections(code)
    writers = [_section_writer(section) for section in sections]

    def write(value: float) -> str:
        if not abs(value) < _LARGEST:  # also where it is no number at all
            return f"{value:g}"
        if value < 0 and len(writers) > 1:
            return writers[1](-value)
        if value == 0 and len(writers) > 2:
            return writers[2](0.0)
        return "-" + writers[0](-value) if value < 0 else writers[0](value)

    return write


def _sections(code: str) -> list[str]:
    """The parts of a format, at most three: for numbers above, below and at zero; [""] for none."""
    if len(code) > _LONGEST_CODE or code.lower() in ("", "general", "@"):
        return [""]
    plain = _UNSHOWN.sub("", _CURRENCY.sub(lambda m: f'"{m[1]}"', code))
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', plain)[:3]


def _section_writer(section: str) -> Callable[[float], str]:
    tokens = list(_TOKEN.finditer(section))
    digits = next((t for t in tokens if t["digits"]), None)
    words = "".join(t["quoted"] or t["escaped"] or t["other"] or "" for t in tokens if not t["digits"])
    if digits is None:
        if section and "general" not in section.lower():
            return lambda value: words.strip()  # "-" for zero
        return _general
    if any(t["other"] in ("/", "E", "e") for t in tokens if t["other"]):
        return _general  # fractions and powers of ten
    percent = any(t["other"] == "%" for t in tokens)
    pattern = digits["digits"].rstrip(",")
    whole, _, part = pattern.partition(".")
    decimals = min(len(part.replace(",", "")), _MOST_DECIMALS)
    needed = part.count("0")
    grouped = "," in whole
    least = whole.count("0")
    factor = Decimal(100 if percent else 1) / Decimal(1000) ** len(digits["scale"])
    before = "".join(_literal(t) for t in tokens if t.end() <= digits.start())
    after = "".join(_literal(t) for t in tokens if t.start() >= digits.end() and not t["digits"])

    def write(value: float) -> str:
        figure = written(Decimal(repr(value)) * factor, decimals, needed, grouped, least)
        return f"{before}{figure}{after}".strip()

    return write


def _literal(token: re.Match[str]) -> str:
    return (token["quoted"] or token["escaped"] or token["other"] or "").replace("₫", "đ")


def _general(value: float) -> str:
    if value.is_integer():
        return _whole(int(value))
    decimals = max(0, min(_MOST_DECIMALS, 11 - len(str(int(value)))))
    return written(Decimal(repr(value)), decimals, 0, value >= _GROUPED_FROM, 1)


def _whole(value: int) -> str:
    return _grouped(value) if value >= _GROUPED_FROM else str(value)


def _grouped(whole: int) -> str:
    return f"{whole:,}".replace(",", ".")


def written(number: Decimal, decimals: int, needed: int, grouped: bool, least: int) -> str:
    """Three decimals would read as thousands, so they are followed by a zero and nothing is grouped then."""
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, part = f"{rounded:f}".partition(".")
    kept = part[:needed] + part[needed:].rstrip("0")
    if len(kept) > 2:
        return f"{whole},{kept}" + ("0" if len(kept) == 3 else "")
    whole = _grouped(int(whole)) if grouped else whole.zfill(least)
    return f"{whole},{kept}" if kept else whole


def moment(value: float, code: str, from_1904: bool) -> Value:
    """A number as the day or time that its format makes of it; as it is where it makes none."""
    parts = re.sub(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general', "", code[:_LONGEST_CODE].lower())
    if not re.search("[ymdhs]", parts) or not 0 <= value < _LAST_DAY:
        return value
    if "[" in parts:
        return timedelta(days=value)
    when = (datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)) + timedelta(  # noqa: DTZ001
        seconds=round(value * 86_400)
    )
    if value < 1 and not re.search("[yd]", parts):
        return when.time()
    return when if when.hour or when.minute else when.date()


def _moment(value: date | time, code: str) -> str:
    """A date or a time by its format; the country's usual form where the format leaves it to the machine."""
    if isinstance(value, time):
        return f"{value.hour:02}:{value.minute:02}"
    tokens = _date_parts(code)
    usual = not any(letter in tokens for letter in "ymd") or {"y", "m", "d"} <= set(tokens)
    written = f"{value.day:02}/{value.month:02}/{value.year}"
    if not usual:
        parts = {"d": f"{value.day:02}", "m": f"{value.month:02}", "y": str(value.year)}
        written = _spelt(code, parts) or "/".join(parts[letter] for letter in "dmy" if letter in tokens)
    elif {"y", "m", "d"} <= set(tokens) and "năm" in code.lower():
        parts = {"d": f"{value.day:02}", "m": f"{value.month:02}", "y": str(value.year)}
        written = _spelt(code, parts) or written
    if isinstance(value, datetime) and (value.hour or value.minute) and ("h" in tokens or not code):
        return f"{value.hour:02}:{value.minute:02} {written}"
    return written


@lru_cache(maxsize=512)
def _date_parts(code: str) -> tuple[str, ...]:
    """The letters of a date format that show something, "m" for months only."""
    if len(code) > _LONGEST_CODE:
        return ()
    section = _UNSHOWN.sub("", _CURRENCY.sub("", code)).split(";")[0]
    letters = [m[3].strip("[]")[0].lower() for m in _DATE_TOKEN.finditer(section) if m[3]]
    found = []
    for at, letter in enumerate(letters):
        near = (letters[at - 1] if at else "", letters[at + 1] if at + 1 < len(letters) else "")
        if letter != "m" or (near[0] != "h" and near[1] != "s"):
            found.append(letter)
    return tuple(found)


def _spelt(code: str, parts: dict[str, str]) -> str:
    """A format with words of its own ("Tháng" m/yyyy) written out; "" where it has none."""
    section = _UNSHOWN.sub("", _CURRENCY.sub("", code)).split(";")[0]
    tokens = list(_DATE_TOKEN.finditer(section))
    if not any(re.search(r"\w", token[1] or token[2] or "") for token in tokens):
        return ""
    written = []
    for token in tokens:
        letter = (token[3] or "").strip("[]")[:1].lower()
        written.append(parts.get(letter, "") if token[3] else token[1] or token[2] or token[4] or "")
    return "".join(written).strip()
