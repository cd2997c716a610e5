"""The expected reading of a plan, in the form of the gold files of the contract."""

import re
from typing import Any

from .model import Base, Cell, Fault, Item, Money, Plan, Report, Role, Row, Section, Table, Target, When
from .numbering import item_mark, number_sections

CODES = (
    "total_mismatch",
    "product_mismatch",
    "count_mismatch",
    "duplicate_label",
    "label_gap",
    "number_format",
    "blank_number",
    "blank_date",
    "ambiguous_deadline",
    "past_deadline",
    "period_conflict",
    "pending_basis",
    "missing_lead",
    "missing_targets",
    "missing_budget",
    "missing_reporting",
    "abolished_unit",
    "low_confidence_text",
)
CAPACITY = ("TM.", "T/M", "KT.", "TL.", "TUQ.", "Q.")
LEVELS = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "xóm": "village",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "thôn": "village",
    "bản": "village",
    "ấp": "village",
    "khóm": "village",
    "buôn": "village",
    "làng": "village",
    "tổ dân phố": "village",
    "khu phố": "village",
}
CENTRAL_CITIES = ("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ")
Entry = dict[str, Any]


def tidy(text: str) -> str:
    return " ".join(text.split())


def figure(text: str) -> float:
    """A printed figure: "1.200.000" or "12,5"; slips in separators are read by sense."""
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    return float(text.replace(".", "").replace(",", "."))


def whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


class _Reader:
    """Walks a plan once and writes down what is to be found."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.numbers = number_sections(plan)
        self.lists: dict[str, list[Entry]] = {
            name: []
            for name in (
                "legal_bases",
                "sections",
                "targets",
                "activities",
                "amounts",
                "allocations",
                "responsibilities",
                "reporting",
            )
        }
        self.faults: list[Fault] = list(plan.findings)

    def facts(self, facts: tuple[Any, ...], text: str, section: str | None, unit: str | None) -> None:
        text = tidy(text)
        for fact in facts:
            if isinstance(fact, Money):
                self.money(fact, text, section)
            elif isinstance(fact, Report):
                entry = {"cycle": fact.cycle, "due": fact.due, "from": fact.sender or unit, "to": fact.to}
                self.lists["reporting"].append({**entry, "via": fact.via, "text": text})
            elif isinstance(fact, Target):
                self.target(fact, text, section)
            elif isinstance(fact, Fault):
                self.faults.append(fact)
            elif all(entry["number"] != fact.number for entry in self.lists["legal_bases"]):
                assert isinstance(fact, Base)
                entry = {
                    "number": fact.number,
                    "kind": fact.kind,
                    "issued_on": fact.issued_on,
                    "issuer": fact.issuer,
                }
                self.lists["legal_bases"].append(entry)

    def money(self, fact: Money, text: str, section: str | None) -> None:
        entry = {"value": fact.value, "kind": fact.kind, "per": fact.per, "quantity": fact.quantity}
        self.lists["amounts"].append({**entry, "text": text, "section": section})

    def target(self, fact: Target, text: str, section: str | None) -> None:
        entry = {"quantity": fact.quantity, "unit": fact.unit, "comparator": fact.comparator, "per": fact.per}
        self.lists["targets"].append({"text": text, **entry, "section": section})

    def activity(
        self,
        text: str,
        label: str | None,
        section: str | None,
        lead: tuple[str, ...] | None,
        partners: tuple[str, ...],
        when: When | None,
        note: str | None,
    ) -> None:
        period = {"text": when.text, "from": when.start, "to": when.end} if when else None
        entry = {
            "lead": list(lead) if lead else None,
            "partners": list(partners),
            "period": period,
            "note": note,
        }
        self.lists["activities"].append({"text": tidy(text), "label": label, "section": section, **entry})

    def section(self, section: Section, role: Role, unit: str | None) -> None:
        place = self.numbers[id(section)]
        role = section.role or role
        title = cased(self.plan, place.depth, tidy(section.title).rstrip(":."))
        entry = {"id": place.id, "label": place.mark.label, "title": title}
        self.lists["sections"].append({**entry, "role": role, "parent": place.parent})
        self.facts(section.facts, section.title, place.id, None)
        if section.units is not None:
            unit = re.sub(r"^(Trân trọng )?[Đđ]ề nghị ", "", tidy(section.title))
            duties = [
                tidy(item.text) for part in section.parts if isinstance(part, Item) for item in _flat(part)
            ]
            told: Entry = {"units": list(section.units), "request": section.request, "duties": duties}
            self.lists["responsibilities"].append({**told, "section": place.id})
        self.parts(section.parts, role, place.id, place.mark.label, unit)

    def parts(
        self, parts: tuple[Any, ...], role: Role, section: str | None, above: str, unit: str | None
    ) -> None:
        items = [part for part in parts if isinstance(part, Item)]
        bullets = [part for part in items if part.mark]
        inner = any(isinstance(part, Section | Table) for part in parts)
        when, count = None, 0
        for part in parts:
            if isinstance(part, Section):
                self.section(part, role, unit)
            elif isinstance(part, Table):
                self.table(part, role, section)
            else:
                count = count + 1 if part.mark in ("1", "a") else 0
                when = part.when if part.caption and part.when else when
                counts = bool(part.mark) or not (bullets or inner)
                self.item(part, role, section, above, unit, when, count, counts)

    def item(
        self,
        item: Item,
        role: Role,
        section: str | None,
        above: str,
        unit: str | None,
        when: When | None,
        count: int,
        counts: bool,
    ) -> None:
        self.facts(item.facts, item.text, section, unit)
        lowest = counts and not item.children and not item.caption
        if lowest and role == "targets" and not any(isinstance(fact, Target) for fact in item.facts):
            self.target(Target(None, None), tidy(item.text), section)
        if lowest and role == "content":
            label = item_mark(self.plan.style.scheme, item.mark, count, above).label if count else None
            self.activity(item.text, label, section, item.lead, item.partners, item.when or when, None)
        when = item.when if item.caption and item.when else when
        count = 0
        for child in item.children:
            count = count + 1 if child.mark in ("1", "a") else 0
            when = child.when if child.caption and child.when else when
            self.item(child, role, section, above, unit, when, count, counts)

    def table(self, table: Table, role: Role, section: str | None) -> None:
        path: list[str] = []
        seen: dict[str, int] = {}
        gaps = False
        for index, row in enumerate(table.rows):
            cells = {name: cell for name, cell in zip(table.columns, row.cells, strict=True) if name}
            following = table.rows[index + 1] if index + 1 < len(table.rows) else None
            bare = bool(row.heading) and (following is None or 0 < following.heading <= row.heading)
            if row.heading:
                path = path[: row.heading - 1]
                parent = "/".join(filter(None, (section, *path))) or None
                label = cells["label"].text
                key = f"{parent}/{label}"
                seen[key] = times = seen.get(key, 0) + 1
                path.append(label if times == 1 else f"{label}#{times}")
                title = tidy(cells["text"].text).rstrip(":.")
                entry = {"id": "/".join(filter(None, (section, *path))), "label": label, "title": title}
                self.lists["sections"].append({**entry, "role": role, "parent": parent})
            here = "/".join(filter(None, (section, *path))) or None
            self.facts(row.facts, cells["text"].text if "text" in cells else cells["unit"].text, here, None)
            if not row.heading or bare:
                gaps = gaps or ("lead" in cells and not cells["lead"].text)
                self.row(table, row, cells, role, here)
        if gaps:
            self.faults.append(Fault("missing_lead", "Cột đơn vị thực hiện có ô để trống."))
        if table.total and "amount" in table.columns:
            self.money(
                Money(round(amount_sum(table) * table.multiplier), "total"), tidy(table.total), section
            )

    def row(self, table: Table, row: Row, cells: dict[str, Cell], role: Role, section: str | None) -> None:
        if "unit" in cells and "quantity" in cells and "amount" not in cells:
            entry = {
                "unit": tidy(cells["unit"].text),
                "quantity": whole(figure(cells["quantity"].text)),
                "of": table.of,
            }
            self.lists["allocations"].append({**entry, "note": _text(cells.get("note"))})
            return
        text = tidy(cells["text"].text)
        if role == "content":
            label = (
                cells["label"].text
                if "label" in cells and cells["label"].text not in ("", "-", "+")
                else None
            )
            lead, partners = _units(cells.get("lead")), _units(cells.get("partners")) or ()
            when = cells["when"].when if "when" in cells else None
            self.activity(text, label, section, lead, partners, when, _text(cells.get("note")))
        quantity = figure(cells["quantity"].text) if "quantity" in cells and cells["quantity"].text else None
        quantity = whole(quantity) if quantity is not None else None
        if role == "targets":
            self.target(Target(quantity, _text(cells.get("measure"))), text, section)
            return
        sources = [(name, "total") for name in cells if name.startswith("source")]
        for name, kind in (("price", "rate"), ("amount", "total"), *sources):
            if name in cells and cells[name].text:
                per = _text(cells.get("measure")) if kind == "rate" else None
                value = round(figure(cells[name].text) * table.multiplier)
                self.money(Money(value, kind, per, quantity), text, section)


def amount_sum(table: Table) -> float:
    """What the total row of a money table prints, in its own unit."""
    cells = [row.cells[table.columns.index("amount")].text for row in table.rows if not row.heading]
    return sum(figure(text) for text in cells if text) + table.off


def quantity_sum(table: Table) -> int:
    """What the total row of a quota table prints."""
    cells = [row.cells[table.columns.index("quantity")].text for row in table.rows if not row.heading]
    return round(sum(figure(text) for text in cells if text)) + table.off


def _text(cell: Cell | None) -> str | None:
    return tidy(cell.text) or None if cell else None


def _units(cell: Cell | None) -> tuple[str, ...] | None:
    return cell.units or (cell.text,) if cell and cell.text else None


def _flat(item: Item) -> list[Item]:
    return [item, *(below for child in item.children for below in _flat(child))]


def cased(plan: Plan, depth: int, title: str) -> str:
    """The title of a section as the style writes it: "upper" and "lower" concern the top level."""
    if depth or not plan.style.heading_case:
        return title
    return title.upper() if plan.style.heading_case == "upper" else title[:1].upper() + title[1:].lower()


def place(text: str) -> Entry:
    """`place("xã Mô Rai < huyện Sa Thầy")`."""
    name, _, within = text.partition(" < ")
    if name.startswith("thành phố "):
        level = "province" if name.removeprefix("thành phố ") in CENTRAL_CITIES else "district"
    else:
        level = next(value for key, value in LEVELS.items() if name.startswith(key + " "))
    return {"name": name, "level": level, "within": within or None}


def gold(plan: Plan) -> Entry:
    """What reading the plan has to yield."""
    reader = _Reader(plan)
    for item in plan.opening:
        reader.facts(item.facts, item.text, None, None)
    reader.parts(plan.loose, "content", None, "", None)
    for section in plan.sections:
        reader.section(section, "other", None)
    for item in plan.closing:
        reader.facts(item.facts, item.text, None, None)
    lists = reader.lists
    codes = [fault.code for fault in reader.faults] + _missing(plan, lists)
    messages = {fault.code: fault.message for fault in reader.faults}
    capacity = [line for line in plan.signature[:-1] if line.startswith(CAPACITY)]
    position = [line for line in plan.signature[:-1] if not line.startswith(CAPACITY)]
    annex = (
        dict(zip(("number", "issued_on", "issuer"), plan.annex_of, strict=True)) if plan.annex_of else None
    )
    document = {
        "kind": plan.kind,
        "number": plan.number,
        "issued_on": plan.issued_on,
        "issuer": plan.issuer,
        "title": tidy(" ".join(plan.title)).rstrip(".:"),
        "programme": plan.programme,
        "period": {"from": plan.period[0], "to": plan.period[1]},
        "annex_of": annex,
        "signatory": {
            "capacity": " / ".join(capacity) or None,
            "position": " ".join(position) or None,
            "name": plan.signature[-1] if plan.signature else None,
        },
        "recipients": list(plan.recipients),
    }
    return {
        "schema": "donghanh.plan/1",
        "document": document,
        **lists,
        "places": [place(text) for text in plan.places],
        "findings": [
            {"code": code, "severity": "warning", "message": messages.get(code) or "Lỗi cài sẵn."}
            for code in codes
        ],
        "not_findings": [code for code in CODES if code not in codes],
    }


def _missing(plan: Plan, lists: dict[str, list[Entry]]) -> list[str]:
    """Rules 38 and 40: what a plan lacks follows from what it has."""
    if plan.kind == "phu_luc":
        return []
    codes = []
    if plan.kind != "cong_van":
        if not lists["targets"]:
            codes.append("missing_targets")
        if not lists["amounts"] and all(entry["role"] != "budget" for entry in lists["sections"]):
            codes.append("missing_budget")
    if not lists["reporting"]:
        codes.append("missing_reporting")
    return codes
