"""Holds the facts that are written at a plan's items against its words, so that the two cannot drift apart."""

import re

from .flow import Foot, Grid, Head, flow
from .gold import Entry, figure, gold
from .model import Plan

MONEY = re.compile(r"(\d[\d.,]*)\s*(tỷ đồng|triệu đồng|nghìn đồng|tỷ|triệu|đồng|nghìn|đ|VNĐ)(?![\w])")
JOINED = re.compile(r"(\d+) tỷ (\d{1,3}) triệu")  # one sum in two words
FACTOR = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3, "đồng": 1, "đ": 1, "VNĐ": 1}
REFERENCE = re.compile(r"\b\d+(?:/\d{4})?[-/](?:[A-ZĐ][\w-]*[A-ZĐ]\w*)(?:[/-][\wĐ-]+)*")
CAPITAL = "[" + "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper()) + "]"
PLACE = re.compile(
    r"(?<![Tt]hị )\b(?:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thành phố|thôn|xóm|bản|buôn|làng|ấp|khóm) "
    rf"(?!UBND|Hội|Ban|Đảng|MTTQ)(?={CAPITAL})[\w’'-]+(?: {CAPITAL}[\w’'-]*)*"
)


def lint(plan: Plan) -> list[str]:
    """What is said twice and differently, in words; empty for a sound plan."""
    expected = gold(plan)
    body = [b for b in flow(plan) if not isinstance(b, Head | Foot)]
    rows = [text for b in body if isinstance(b, Grid) for row in b.rows for text in row]
    words = " | ".join([*(b.full for b in body if not isinstance(b, Grid)), *rows])
    return [
        *_bases(plan, expected, words),
        *_money(expected, words),
        *_places(expected, words),
        *_facts(expected, words),
    ]


def _bases(plan: Plan, expected: Entry, words: str) -> list[str]:
    numbers = {entry["number"] for entry in expected["legal_bases"]}
    annex = plan.annex_of[0] if plan.annex_of else None
    unsaid = {match for match in REFERENCE.findall(words) if match not in numbers and match != annex}
    problems = [f"not declared as a basis: {number}" for number in sorted(unsaid)]
    problems += [f"basis not in the text: {number}" for number in numbers if number not in words]
    for entry in expected["legal_bases"]:
        if entry["issued_on"] and not _dated(entry["issued_on"], words):
            problems.append(f"date of {entry['number']} not in the text: {entry['issued_on']}")
        if entry["issuer"] and entry["issuer"] not in words:
            problems.append(f"issuer of {entry['number']} not in the text: {entry['issuer']}")
    return problems


def _dated(iso: str, words: str) -> bool:
    year, month, day = (int(part) for part in iso.split("-"))
    shapes = (rf"\b0?{day}[/.-]0?{month}[/.-]{year}\b", rf"\b0?{day} tháng 0?{month} năm {year}\b")
    return any(re.search(shape, words) for shape in shapes)


def _money(expected: Entry, words: str) -> list[str]:
    """Every text's mentions of money against what is declared for it."""
    texts = {
        entry["text"]
        for name in ("activities", "targets", "amounts", "reporting")
        for entry in expected[name]
    }
    texts |= {duty for entry in expected["responsibilities"] for duty in entry["duties"]}
    problems = []
    for text in sorted(texts):
        said = sorted(
            round(figure(value.strip(".,")) * FACTOR[unit.split()[0]])
            for value, unit in MONEY.findall(JOINED.sub(_joined, text))
        )
        declared = sorted(entry["value"] for entry in expected["amounts"] if entry["text"] == text)
        if said and said != declared:
            problems.append(f"money {said} in the text, {declared} declared: {text}")
    return problems


def _joined(match: re.Match[str]) -> str:
    return f"{int(match[1]) * 1000 + int(match[2])} triệu"


def _places(expected: Entry, words: str) -> list[str]:
    names = {entry["name"] for entry in expected["places"]}
    said = set(PLACE.findall(words))
    problems = [
        f"place not declared: {name}"
        for name in sorted(said)
        if not any(name.startswith(n) or n in name for n in names)
    ]
    for name in sorted(names):
        tail = re.sub(r"^(thị xã|thị trấn|đặc khu|thành phố|tổ dân phố|khu phố|\w+) ", "", name)
        if tail.casefold() not in words.casefold():
            problems.append(f"place not in the text: {name}")
    return problems


def _facts(expected: Entry, words: str) -> list[str]:
    problems = []
    for entry in expected["targets"]:
        quantity, unit = entry["quantity"], entry["unit"]
        said = entry["text"] if re.search(r"\d", entry["text"]) else words  # a row has its figure in a cell
        if quantity is not None and not _number_in(quantity, said):
            problems.append(f"quantity {quantity} not in: {entry['text']}")
        if unit and unit not in words:
            problems.append(f"unit {unit} not in: {entry['text']}")
    for entry in expected["activities"]:
        units = [*(entry["lead"] or []), *entry["partners"]]
        problems += [
            f"unit not in the text: {u}" for u in units if not all(word in words for word in u.split())
        ]
        if entry["period"] and entry["period"]["text"] not in words:
            problems.append(f"time not in the text: {entry['period']['text']}")
    for entry in expected["reporting"]:
        told = [entry[key] for key in ("to", "via") if entry[key]]
        problems += [f"{unit} not in: {entry['text']}" for unit in told if unit not in entry["text"]]
        if entry["due"] and not _due_in(entry["due"], entry["text"]):
            problems.append(f"due {entry['due']} not in: {entry['text']}")
    problems += [f"is somebody told to report? {told}" for told in _unreported(expected)]
    return problems


def _unreported(expected: Entry) -> list[str]:
    """Sentences that sound like a duty to report and have none."""
    texts = {entry["text"] for entry in expected["activities"]}
    texts |= {duty for entry in expected["responsibilities"] for duty in entry["duties"]}
    told = {entry["text"] for entry in expected["reporting"]}
    sounds = re.compile(r"báo cáo|(gửi|nộp|lập) danh sách", re.IGNORECASE)
    return sorted(text for text in texts - told if sounds.search(text.replace("báo cáo viên", "")))


def _due_in(due: str, text: str) -> bool:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", due):
        return _dated(due, text)
    if due.startswith("--"):
        return bool(re.search(rf"\b0?{int(due[5:])}(/| tháng )0?{int(due[2:4])}\b", text))
    return due in text


def _number_in(quantity: float, text: str) -> bool:
    return any(figure(found.strip(".,")) == quantity for found in re.findall(r"\d[\d.,]*", text))
