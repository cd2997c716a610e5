"""Changes to a plan that know what they do to its reading: they change the tree, from which the gold is made.

Each takes a plan and returns the changed one, or None where the plan has nothing to change.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from .gold import gold
from .lint import lint
from .model import Cell, Fault, Item, Money, Plan, Report, Section, Table, item, para, section, walk

Mutation = Callable[[Plan], Plan | None]


# Tools.


def map_texts(value: Any, change: Callable[[str], str]) -> Any:
    """A copy in which every string is changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(map_texts(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: map_texts(getattr(value, f.name), change) for f in fields(value)})  # type: ignore[arg-type]
    return value


def map_parts(plan: Plan, change: Callable[[Any], Any]) -> Plan:
    """A copy in which every section, item and table is changed, from the leaves up; None drops it."""

    def visit(part: Any) -> Any:
        if isinstance(part, Section):
            part = replace(part, parts=tuple(p for p in map(visit, part.parts) if p is not None))
        elif isinstance(part, Item):
            part = replace(part, children=tuple(p for p in map(visit, part.children) if p is not None))
        return change(part)

    sections = tuple(p for p in map(visit, plan.sections) if p is not None)
    return replace(plan, sections=sections, loose=tuple(p for p in map(visit, plan.loose) if p is not None))


def once(plan: Plan, fits: Callable[[Any], bool], change: Callable[[Any], Any]) -> Plan | None:
    """The plan with the first part that fits changed; None where none does."""
    chosen = next((part for part in walk((*plan.loose, *plan.sections)) if fits(part)), None)
    if chosen is None:
        return None
    done: list[Any] = []

    def visit(part: Any) -> Any:
        if part is chosen:
            done.append(part)
            return change(part)
        if isinstance(part, Section):
            return replace(part, parts=tuple(map(visit, part.parts)))
        if isinstance(part, Item):
            return replace(part, children=tuple(map(visit, part.children)))
        return part

    return replace(plan, sections=tuple(map(visit, plan.sections)), loose=tuple(map(visit, plan.loose)))


def add_to(plan: Plan, role: str, part: Item | Section) -> Plan | None:
    """The plan with a part put at the end of the last section of a role."""
    for index in range(len(plan.sections) - 1, -1, -1):
        chosen = plan.sections[index]
        if chosen.role == role and not chosen.run_in:
            changed = replace(chosen, parts=(*chosen.parts, part))
            return replace(plan, sections=(*plan.sections[:index], changed, *plan.sections[index + 1 :]))
    return None


# The same facts in another dress.


def scheme(marks: str) -> Mutation:
    return lambda plan: replace(plan, style=replace(plan.style, scheme=marks)) if plan.sections else None


def bullets(dash: str, plus: str) -> Mutation:
    return lambda plan: replace(plan, style=replace(plan.style, marks=(("-", dash), ("+", plus))))


def style(**changes: Any) -> Mutation:
    return lambda plan: replace(plan, style=replace(plan.style, **changes))


def without_letterhead(plan: Plan) -> Plan | None:
    body = " ".join([*plan.title, *(p.text for p in (*plan.opening, *plan.closing))]).casefold()
    if plan.letterhead is None or plan.kind == "cong_van" or plan.issuer.casefold() not in body:
        return None
    return replace(plan, letterhead=None, number=None, issued_on=None)


def reversed_contents(plan: Plan) -> Plan:
    """Sections under a content heading, and plain bullets beside each other, in the other order."""

    def change(part: Any) -> Any:
        if not isinstance(part, Section) or not part.parts:
            return part
        plain_sections = all(isinstance(p, Section) and p.number is None and not p.facts for p in part.parts)
        plain_items = all(isinstance(p, Item) and p.mark == "-" and not p.caption for p in part.parts)
        return replace(part, parts=part.parts[::-1]) if plain_sections or plain_items else part

    return map_parts(plan, change)


SLIPS = {
    "nhằm": "nhăm",
    "thiết thực": "thiêt thực",
    "hiệu quả": "hiệu qủa",
    "đoàn kết": "đòan kết",
    "khó khăn": "khó khắn",
    "nghiêm túc": "nghiêm túcc",
    "phát huy": "pháthuy",
    "trách nhiệm": "trách nhiêm",
    "rõ người": "rõ ngươi",
}


def typos(plan: Plan) -> Plan:
    """Slips of the pen in prose that carries no fact of its own."""

    def change(part: Any) -> Any:
        if isinstance(part, Item) and not part.facts and part.lead is None and not part.partners:
            for word, slip in SLIPS.items():
                part = replace(part, text=part.text.replace(word, slip))
        return part

    return map_parts(plan, change)


def loose_punctuation(plan: Plan) -> Plan:
    """Spaces before colons and commas, none after some."""

    def change(part: Any) -> Any:
        if (
            isinstance(part, Item)
            and not part.facts
            and part.lead is None
            and not part.partners
            and part.when is None
        ):
            return replace(part, text=part.text.replace("; ", " ;").replace(", ", " , ", 1))
        return part

    return replace(map_parts(plan, change), style=replace(plan.style, colon=" :"))


def about(plan: Plan) -> Plan | None:
    """The title as a subject line."""
    if plan.kind not in ("ke_hoach", "huong_dan"):
        return None
    first = plan.title[0]
    first = first[0].lower() + first[1:] if not first[:2].isupper() else first
    return replace(plan, title=(f"V/v {first}", *plan.title[1:]))


def other_year(shift: int) -> Mutation:
    """Every year moved, those of cited documents too; from mid-2025 on districts are no more."""
    year = re.compile(r"(?<![\d.,])(19[5-9]\d|20[0-4]\d)(?![\d]|[.,]\d{3})")

    def mutation(plan: Plan) -> Plan | None:
        last = plan.period[1]
        if not last or any(fault.code == "abolished_unit" for fault in plan.findings):
            return None
        moved: Plan = map_texts(plan, lambda text: year.sub(lambda m: str(int(m[0]) + shift), text))
        ended = last < "2025-07-01" <= str(moved.period[1])
        if last >= "2025-07-01" > str(moved.period[1]):
            return None
        if ended and any(place["level"] == "district" for place in gold(plan)["places"]):
            return replace(moved, findings=(*moved.findings, Fault("abolished_unit")))
        return None if ended else moved

    return mutation


# Planted faults.


def blank_number(plan: Plan) -> Plan | None:
    if plan.letterhead is None or "/" not in plan.letterhead.number or plan.number is None:
        return None
    number = "      /" + plan.letterhead.number.split("/", 1)[1]
    found = (*plan.findings, Fault("blank_number"))
    return replace(plan, letterhead=replace(plan.letterhead, number=number), number=None, findings=found)


def blank_date(plan: Plan) -> Plan | None:
    if plan.letterhead is None or plan.issued_on is None:
        return None
    line = re.sub(r"ngày \d+", "ngày      ", plan.letterhead.place_date)
    head = replace(plan.letterhead, place_date=line)
    return replace(plan, letterhead=head, issued_on=None, findings=(*plan.findings, Fault("blank_date")))


def wrong_total(plan: Plan) -> Plan | None:
    def fits(part: Any) -> bool:
        return isinstance(part, Table) and part.total is not None and part.off == 0

    def change(part: Table) -> Table:
        off = 1 if "amount" not in part.columns else 100_000 // part.multiplier or 1
        return replace(part, off=off)

    changed = once(plan, fits, change)
    return replace(changed, findings=(*changed.findings, Fault("total_mismatch"))) if changed else None


def wrong_product(plan: Plan) -> Plan | None:
    """A line of a money table whose sum is not quantity times price; the total adds up what is printed."""

    def fits(part: Any) -> bool:
        return isinstance(part, Table) and {"quantity", "price", "amount"} <= set(part.columns)

    def change(part: Table) -> Table:
        column = part.columns.index("amount")
        index = next(i for i, row in enumerate(part.rows) if not row.heading and row.cells[column].text)
        cells = list(part.rows[index].cells)
        digits = cells[column].text
        cells[column] = Cell(("2" if digits[0] != "2" else "3") + digits[1:])
        rows = (*part.rows[:index], replace(part.rows[index], cells=tuple(cells)), *part.rows[index + 1 :])
        return replace(part, rows=rows)

    changed = once(plan, fits, change)
    return replace(changed, findings=(*changed.findings, Fault("product_mismatch"))) if changed else None


def _renumber_last(code: str, step: int) -> Mutation:
    def mutation(plan: Plan) -> Plan | None:
        if len(plan.sections) < 3 or any(s.number for s in plan.sections):
            return None
        last = replace(plan.sections[-1], number=len(plan.sections) + step)
        return replace(plan, sections=(*plan.sections[:-1], last), findings=(*plan.findings, Fault(code)))

    return mutation


def impossible_date(plan: Plan) -> Plan | None:
    if not plan.period[0]:
        return None
    text = f"Hoàn thành việc rà soát, lập hồ sơ theo dõi trước ngày 31/6/{plan.period[0][:4]}."
    return add_to(plan, "content", _tail(plan, "content", text, Fault("ambiguous_deadline")))


def past_deadline(plan: Plan) -> Plan | None:
    if not plan.issued_on:
        return None
    due = date.fromisoformat(plan.issued_on) - timedelta(days=12)
    text = (
        f"Cử cán bộ đầu mối, gửi danh sách về Tổ giúp việc trước ngày {due.day:02}/{due.month:02}/{due.year}."
    )
    duty = report_item(text, due.isoformat())
    return add_to(plan, "organisation", section("Phân công đầu mối", duty))


def report_item(text: str, due: str) -> Item:
    return para(text, Report("once", due, "Tổ giúp việc"), Fault("past_deadline"))


def other_period(plan: Plan) -> Plan | None:
    """A time clause that names another year than the title."""
    year = re.search(r"năm (20\d\d)", " ".join(plan.title))
    last = plan.period[1]
    if (
        not year
        or plan.kind != "ke_hoach"
        or plan.period != (f"{year[1]}-01-01", f"{year[1]}-12-31")
        or not last
    ):
        return None
    other = int(year[1]) - 1
    added = section(
        "THỜI GIAN THỰC HIỆN", para(f"Từ tháng 01/{other} đến hết tháng 12/{other}."), role="other"
    )
    found = tuple(f for f in plan.findings if f.code != "abolished_unit")
    if (last >= "2025-07-01") != (other >= 2025):
        return None
    sections = (*plan.sections[:1], added, *plan.sections[1:])
    period = (f"{other}-01-01", f"{other}-12-31")
    return replace(plan, sections=sections, period=period, findings=(*found, Fault("period_conflict")))


def pending(plan: Plan) -> Plan | None:
    text = "Định mức chi cụ thể chờ hướng dẫn mới của Sở Tài chính."
    return add_to(plan, "budget", _tail(plan, "budget", text, Fault("pending_basis")))


def empty_lead(plan: Plan) -> Plan | None:
    if any(finding["code"] == "missing_lead" for finding in gold(plan)["findings"]):
        return None

    def fits(part: Any) -> bool:
        return isinstance(part, Table) and "lead" in part.columns

    def change(part: Table) -> Table:
        column = part.columns.index("lead")
        index = next(i for i, row in enumerate(part.rows) if row.cells[column].text)
        cells = list(part.rows[index].cells)
        cells[column] = Cell("")
        rows = (*part.rows[:index], replace(part.rows[index], cells=tuple(cells)), *part.rows[index + 1 :])
        return replace(part, rows=rows)

    return once(plan, fits, change)


def slipped_separator(plan: Plan) -> Plan | None:
    """The last point of a sum typed as a comma; it is read by sense all the same."""
    written = re.compile(r"(\d{1,3}(?:\.\d{3})*)\.(000)(?= ?(?:đồng|đ)\b)")

    def fits(part: Any) -> bool:
        return (
            isinstance(part, Item)
            and any(isinstance(f, Money) for f in part.facts)
            and bool(written.search(part.text))
            and written.search(part.text)[1].count(".") > 0
        )  # type: ignore[index]

    def change(part: Item) -> Item:
        return replace(
            part, text=written.sub(r"\1,\2", part.text, count=1), facts=(*part.facts, Fault("number_format"))
        )

    return once(plan, fits, change)


def _without(role: str) -> Mutation:
    """The plan without its sections of a role; what it then lacks follows from the tree."""

    def mutation(plan: Plan) -> Plan | None:
        kept = tuple(s for s in plan.sections if s.role != role)
        if len(kept) == len(plan.sections) or any(s.number for s in plan.sections):
            return None
        return _honest_places(replace(plan, sections=kept))

    return mutation


def without_reports(plan: Plan) -> Plan | None:
    def change(part: Any) -> Any:
        if isinstance(part, Item) and any(isinstance(f, Report) for f in part.facts):
            return None
        if isinstance(part, Section) and (part.role == "reporting" or not part.parts):
            return None
        return part

    if any(s.number for s in plan.sections):
        return None
    changed = map_parts(plan, change)
    closing = tuple(c for c in plan.closing if not any(isinstance(f, Report) for f in c.facts))
    return _honest_places(replace(changed, closing=closing)) if changed != plan else None


def _honest_places(plan: Plan) -> Plan | None:
    """None where what was dropped took places, cited documents or findings of the whole along."""
    return None if lint(plan) else plan


def _tail(plan: Plan, role: str, text: str, *facts: Any) -> Any:
    """A sentence in the shape of what it comes after: a section after sections, an item after items."""
    last = next((s for s in reversed(plan.sections) if s.role == role and not s.run_in), None)
    if last and last.parts and isinstance(last.parts[-1], Section):
        return section("Một số việc khác", item(text, *facts))
    mark = last.parts[-1].mark if last and last.parts and isinstance(last.parts[-1], Item) else ""
    return item(text, *facts, mark=mark)


DRESS: dict[str, Mutation] = {
    "no_letterhead": without_letterhead,
    "scheme_upper_alpha": scheme("A. I. 1. a)"),
    "scheme_decimal": scheme("1. 1.1. 1.1.1. a)"),
    "scheme_paren": scheme("I. 1) a) a)"),
    "scheme_slash": scheme("I/ 1/ a/ a)"),
    "scheme_dash": scheme("I- 1- 1.1- a)"),
    "bullets_star_dash": bullets("*", "-"),
    "bullets_plus_dash": bullets("+", "-"),
    "bullets_dots": bullets("•", "-"),
    "headings_plain": style(bold_headings=False),
    "headings_colon": style(heading_end=":"),
    "headings_lower": style(heading_case="lower"),
    "headings_upper": style(heading_case="upper"),
    "double_spaces": style(double_spaces=True),
    "reversed": reversed_contents,
    "typos": typos,
    "loose_punctuation": loose_punctuation,
    "about": about,
    "year_earlier": other_year(-1),
    "year_later": other_year(+2),
}

FAULTS: dict[str, Mutation] = {
    "blank_number": blank_number,
    "blank_date": blank_date,
    "wrong_total": wrong_total,
    "wrong_product": wrong_product,
    "duplicate_label": _renumber_last("duplicate_label", -1),
    "label_gap": _renumber_last("label_gap", 1),
    "impossible_date": impossible_date,
    "past_deadline": past_deadline,
    "other_period": other_period,
    "pending": pending,
    "empty_lead": empty_lead,
    "slipped_separator": slipped_separator,
    "no_targets": _without("targets"),
    "no_budget": _without("budget"),
    "no_reports": without_reports,
}

MUTATIONS: dict[str, Mutation] = DRESS | FAULTS
