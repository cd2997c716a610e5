"""Numbers and marks at the head of a line: "IV.", "1.2", "a)", "-"."""

import re
from dataclasses import dataclass, replace

from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.numbers import parse_number, parse_roman

BULLETS = "-–—+*•·●○▪■□◦➢➤►⮚✓✔→❖※"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"(?P<label>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) (?:thứ |THỨ )?(?P<n>[IVX]{1,5}|\d{1,2}|nhất|hai|ba|bốn|tư|năm|NHẤT|HAI|BA|BỐN|TƯ|NĂM))(?P<close>\s*[.:)]|(?=\s|$))")),
    ("article", re.compile(r"(?P<label>Điều (?P<n>\d{1,3}))(?P<close>[.:])")),
    ("roman", re.compile(rf"(?P<label>(?P<n>[IVX]{{1,6}}))(?P<close>\s?[.):]|/(?=\s*[A-ZĐ])|\s?[-–](?=\s)|(?=\s+[{UPPER}]{{2}}))")),
    ("decimal", re.compile(r"(?P<label>(?P<n>\d{1,2}(?:\.\d{1,2}){1,8}))(?P<close>[.):]?\s[-–](?=\s)|[.):]?(?=\s)|[.)](?=[^\W\d]))")),
    ("number", re.compile(r"(?P<label>(?P<n>\d{1,2}))(?P<close>\s?[.)](?!\d)(?!\s\d{1,2}\slà\s)|\.(?=100 ?%)|/(?=\s+\S|[^\W\d])(?!\s*(?:tháng|quý|năm|ngày|tuần)\b)|\s?[-–](?=\s[^\W\d])|:(?=\s))")),
    ("round", re.compile(r"(?P<label>\((?P<n>\d{1,2}|[ivx]{1,5}|[a-zđ])\))(?P<close>)(?=\s)")),
    ("upper", re.compile(r"(?P<label>(?P<n>[A-HĐ]))(?P<close>[.)/](?=\s))")),
    ("lower", re.compile(r"(?P<label>(?P<n>[a-zđ]{1}\d?))(?P<close>\s?[.)](?=\s|[A-ZĐ])|/(?=\s))")),
    ("small_roman", re.compile(r"(?P<label>(?P<n>i{1,3}|iv|vi{0,3}|ix|x))(?P<close>\)(?=\s))")),
)  # fmt: skip
_BULLET = re.compile(rf"(?P<mark>[{re.escape(BULLETS)}]|o(?=\s+[A-ZĐ]))\s*(?=\S)")
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_WORD_NUMBERS = {"nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5}
# A figure with its unit at the head of a line counts something; it is no label: "1.5 triệu", "30.6.2025".
_COUNTS = re.compile(r"\s*(?:triệu|tỷ|nghìn|đồng|đ\b|%|km|m2|ha\b)")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the head of a line.

    style: how it counts (roman, number, decimal2, lower, ...) or "bullet"; siblings share it.
    text: as written without its closing mark ("IV", "1.2", "a"), the mark itself for a bullet.
    close: the closing mark; value: its place in the count, None for bullets.
    length: how many characters it takes up, with the space after it.
    """

    style: str
    text: str
    close: str
    value: int | None
    length: int

    @property
    def is_bullet(self) -> bool:
        return self.style == "bullet"


def _value(style: str, n: str) -> int | None:
    match style:
        case "roman":
            return parse_roman(n)
        case "part":
            return parse_roman(n) or _WORD_NUMBERS.get(n.lower()) or (int(n) if n.isdigit() else None)
        case "decimal":
            return int(n.rsplit(".", 1)[1])
        case "lower" | "upper":
            return _ALPHABET.find(n[0].lower()) + 1 or None
        case "small_roman":
            return parse_roman(n.upper())
        case "round":
            if n.isdigit():
                return int(n)
            return _ALPHABET.find(n) + 1 or None if len(n) == 1 else parse_roman(n.upper())
        case _:
            value = parse_number(n)
            return int(value) if value is not None else None


def parse_label(text: str) -> Label | None:
    """The label at the head of the text, None where the line has none.

    >>> parse_label("1.2. Tập huấn").style, parse_label("- Tặng quà").text
    ('decimal2', '-')
    """
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None or _COUNTS.match(text, match.end()):
            continue
        value = _value(style, match["n"])
        if value is None or (
            style == "decimal"
            and len(match["n"].split(".")[-1]) == 2
            and match["n"].endswith("0")
            and match["n"][-2] == "0"
        ):
            continue
        depth = match["n"].count(".") + 1 if style == "decimal" else ""
        rest = len(text[match.end() :]) - len(text[match.end() :].lstrip())
        return Label(
            f"{style}{depth}", match["label"].strip(), match["close"].strip(), value, match.end() + rest
        )
    if match := _BULLET.match(text):
        if re.match(r"[-–]\s*\d+\s*[-–]?$", text) or (
            match["mark"] in "-–—" and re.match(r"[-–—]{3,}", text)
        ):
            return None
        return Label("bullet", match["mark"], "", None, match.end())
    return None


def as_small_roman(label: Label) -> Label:
    """A lettered label read as a Roman number: the "i)" before "ii)"."""
    return replace(label, style="small_roman", value=parse_roman(label.text.upper()))


def parse_cell_label(text: str) -> Label | None:
    """The label in the first column of a table row: "I", "1", "1.2", "a", "-", "" for none.

    Cells hold the bare number, often without a closing mark.
    """
    words = text.strip().rstrip(".):/ ")
    if words.startswith("("):
        words += ")"
    if not words:
        return None
    if all(c in BULLETS for c in words):
        return Label("bullet", words, "", None, len(text))
    if re.fullmatch(r"\d{1,3}|\(\d{1,3}\)", words):
        return Label("number", words, "", int(words.strip("()")), len(text))
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})+", words):
        return Label(f"decimal{words.count('.') + 1}", words, "", int(words.rsplit(".", 1)[1]), len(text))
    if re.fullmatch(r"[IVX]+", words) and parse_roman(words):
        return Label("roman", words, "", parse_roman(words), len(text))
    if re.fullmatch(r"[A-HĐ]", words):
        return Label("upper", words, "", _ALPHABET.find(words.lower()) + 1, len(text))
    if re.fullmatch(r"[a-zđ]", words):
        return Label("lower", words, "", _ALPHABET.find(words) + 1, len(text))
    return None
