"""What a person wants to know of one reading, as headings and lines, whatever they are shown on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from donghanh.cli import words

if TYPE_CHECKING:  # the command draws what its workers sum up, and need not load the reading itself
    from donghanh.reading.blocks import Doubt

Plan = Mapping[str, Any]
Fact = Mapping[str, Any]

_LONGEST_DUTY = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One line; below it what belongs to it, as (name, value). A heading groups the entries after it."""

    text: str
    details: tuple[tuple[str, str], ...] = ()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One list of the reading with its name; `count` is how many things it holds."""

    title: str
    count: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding: severity ("error", "warning", "info"), its name, where it stands, its message."""

    severity: str
    name: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One paper for a person.

    headline: its kind, number and date; lacking: lists without entries; file: its own in an archive of several.
    """

    headline: str
    title: str
    fields: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    lacking: tuple[str, ...]
    remarks: tuple[Remark, ...]
    file: str = ""


def doubted(doubts: "Sequence[Doubt]") -> Group:
    """What the program was unsure of in the whole file."""
    return Group("Chỗ máy chưa chắc", len(doubts), tuple(Entry(words.plain(d.message)) for d in doubts))


def summarise(plan: Plan) -> Summary:
    """From one paper in the form `donghanh.plan/1` to what is shown."""
    groups = (
        _group("Văn bản căn cứ", plan["legal_bases"], _legal_basis),
        _group("Chỉ tiêu", plan["targets"], _target),
        Group("Hoạt động", len(plan["activities"]), tuple(_activities(plan))),
        _group("Kinh phí", plan["amounts"], _amount),
        _group("Chỉ tiêu phân bổ", plan["allocations"], _allocation),
        _group("Trách nhiệm các đơn vị", plan["responsibilities"], _responsibility),
        _group("Chế độ báo cáo", plan["reporting"], _duty),
        _group("Địa danh", plan["places"], _place),
    )
    return Summary(
        headline=_headline(plan["document"]),
        title=words.plain(plan["document"]["title"]),
        fields=tuple((name, value) for name, value in _fields(plan["document"]) if value),
        groups=tuple(group for group in groups if group.count),
        lacking=tuple(group.title.lower() for group in groups if not group.count),
        remarks=remarks(plan),
        file=words.plain(plan.get("file", "")),
    )


def remarks(plan: Plan) -> tuple[Remark, ...]:
    """The findings, worst first, else in the order of the text."""
    order = list(words.SEVERITIES)
    return tuple(
        Remark(
            finding["severity"],
            words.FINDINGS.get(finding["code"], finding["code"]),
            _where(finding["source"], plan["sections"]),
            words.plain(finding["message"]),
        )
        for finding in sorted(plan["findings"], key=lambda f: order.index(f["severity"]))
    )


def _where(source: Fact, sections: Iterable[Fact]) -> str:
    """The section that a range stands in, and its page where the file has pages."""
    found = None
    for section in sections:
        if section["source"]["start"] > source["start"]:
            break
        found = section["id"]
    page = source.get("page")
    return ", ".join(part for part in (words.section(found), f"trang {page}" if page else "") if part)


def _headline(document: Fact) -> str:
    kind = words.KINDS.get(document["kind"], words.KINDS["other"])
    number = f" số {words.plain(document['number'])}" if document["number"] else ""
    issued = f" ngày {words.day(document['issued_on'])}" if document["issued_on"] else ""
    return f"{kind}{number}{issued}"


def _fields(document: Fact) -> Iterable[tuple[str, str]]:
    annexed = document.get("annex_of")
    signatory = document["signatory"]
    yield "Nơi ban hành", words.plain(document["issuer"] or "")
    yield "Ban hành kèm theo", _citation(annexed) if annexed else ""
    yield "Chương trình", words.plain(document["programme"] or "")
    yield "Thời gian", words.period(document["period"])
    yield (
        "Người ký",
        ", ".join(
            words.plain(part)
            for part in (signatory["name"], signatory["position"], signatory["capacity"])
            if part
        ),
    )
    yield "Nơi nhận", words.joined(document["recipients"])


def _citation(cited: Fact) -> str:
    parts = (
        " ".join(words.plain(p) for p in (cited.get("kind"), cited["number"]) if p),
        f"ngày {words.day(cited['issued_on'])}" if cited["issued_on"] else "",
        f"của {words.plain(cited['issuer'])}" if cited["issuer"] else "",
    )
    return " ".join(part for part in parts if part)


def _group(title: str, facts: Sequence[Fact], entry: Any) -> Group:
    return Group(title, len(facts), tuple(entry(fact) for fact in facts))


def _entry(text: str, *details: tuple[str, str | None]) -> Entry:
    return Entry(text, tuple((name, value) for name, value in details if value))


def _legal_basis(basis: Fact) -> Entry:
    return Entry(_citation(basis))


def _target(target: Fact) -> Entry:
    asked = None
    if target["quantity"] is not None:
        words_of = words.COMPARATORS[target["comparator"]] + words.number(target["quantity"])
        asked = " ".join(part for part in (words_of, words.plain(target["unit"] or "")) if part)
    return _entry(
        words.shorten(target["text"]),
        ("Cần đạt", asked),
        ("Tính cho", words.plain(target["per"] or "")),
    )


def _activities(plan: Plan) -> Iterable[Entry]:
    """Under the headings of the sections that they stand in."""
    titles = {section["id"]: section["title"] for section in plan["sections"]}
    current: str | None = None
    for activity in plan["activities"]:
        if activity["section"] != current:
            current = activity["section"]
            named = words.section(current)
            if named:
                named = named[0].upper() + named[1:]
                yield Entry(f"{named}. {words.shorten(titles.get(current, ''), 100)}", heading=True)
        label = f"{words.plain(activity['label'])}. " if activity["label"] else ""
        yield _entry(
            label + words.shorten(activity["text"]),
            ("Chủ trì", words.joined(activity["lead"] or ())),
            ("Phối hợp", words.joined(activity["partners"])),
            ("Thời gian", _time(activity["period"])),
            ("Ghi chú", words.shorten(activity["note"] or "")),
        )


def _time(period: Fact | None) -> str:
    """In its words; the days that they come to where figures do not say so already."""
    if period is None:
        return ""
    days, said = words.period(period), words.plain(period["text"])
    return said if not days or any(c.isdigit() for c in said) else f"{said} ({days})"


def _amount(amount: Fact) -> Entry:
    per = f" cho mỗi {words.plain(amount['per'])}" if amount["per"] else ""
    kind = words.AMOUNT_KINDS.get(amount["kind"], amount["kind"])
    return _entry(
        f"{words.money(amount['value'])}{per} ({kind})",
        ("Số lượng", words.number(amount["quantity"]) if amount["quantity"] is not None else None),
        ("Ở câu", words.shorten(amount["text"], _LONGEST_DUTY)),
    )


def _allocation(row: Fact) -> Entry:
    of = f" {words.plain(row['of'])}" if row["of"] else ""
    return _entry(
        f"{words.plain(row['unit'])}: {words.number(row['quantity'])}{of}",
        ("Ghi chú", words.shorten(row["note"] or "")),
    )


def _responsibility(item: Fact) -> Entry:
    asked = " (đề nghị, không phải giao)" if item["request"] else ""
    duties = (("", words.shorten(duty, _LONGEST_DUTY)) for duty in item["duties"])
    return _entry(words.joined(item["units"]) + asked, *duties)


def _duty(duty: Fact) -> Entry:
    due = f": hạn {words.day(duty['due'])}" if duty["due"] else ""
    return _entry(
        words.CYCLES.get(duty["cycle"], words.CYCLES["unspecified"]) + due,
        ("Nơi gửi", words.plain(duty["from"] or "")),
        ("Nơi nhận", words.plain(duty["to"] or "")),
        ("Qua", words.plain(duty["via"] or "")),
        ("Ở câu", words.shorten(duty["text"], _LONGEST_DUTY)),
    )


def _place(place: Fact) -> Entry:
    within = f", {words.plain(place['within'])}" if place["within"] else ""
    return _entry(words.plain(place["name"]) + within, ("Nay là", _today(place)))


def _today(place: Fact) -> str | None:
    today = place.get("today")
    if today:
        names = dict.fromkeys((today["name"], today["province"]))
        return ", ".join(words.plain(name) for name in names)
    if place["level"] == "district":
        return "không còn cấp huyện từ 01/7/2025"
    return "chưa xác định được, cần hỏi lại" if place["level"] in ("province", "commune") else None
