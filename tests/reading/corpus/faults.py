"""Mutations that plant a fault, with the finding that it has to raise."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from .changes import Mutation, add_to, map_parts, once, undated
from .gold import gold
from .lint import lint
from .model import Cell, Fault, Item, Money, Plan, Report, Section, Table, item, para, section

DISTRICTS_END = "2025-07-01"


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
    return undated(replace(plan, letterhead=head, findings=(*plan.findings, Fault("blank_date"))))


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


def wrong_source(plan: Plan) -> Plan | None:
    """A row whose sources do not come to its whole."""

    def fits(part: Any) -> bool:
        return isinstance(part, Table) and {"amount", "source1", "source2"} <= set(part.columns)

    def change(part: Table) -> Table:
        column = part.columns.index("source1")
        last = part.rows[-1]
        cells = list(last.cells)
        digits = cells[column].text
        cells[column] = Cell(("2" if digits[0] != "2" else "3") + digits[1:])
        return replace(part, rows=(*part.rows[:-1], replace(last, cells=tuple(cells))))

    changed = once(plan, fits, change)
    return replace(changed, findings=(*changed.findings, Fault("total_mismatch"))) if changed else None


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
    """A time clause that goes on after the year that the title names."""
    year = re.search(r"năm (20\d\d)", " ".join(plan.title))
    if not year or plan.kind != "ke_hoach" or plan.period != (f"{year[1]}-01-01", f"{year[1]}-12-31"):
        return None
    period = (f"{year[1]}-03-01", f"{int(year[1]) + 1}-06-30")
    if (period[1] >= DISTRICTS_END) != (f"{year[1]}-12-31" >= DISTRICTS_END):
        return None
    clause = f"Từ tháng 3/{year[1]} đến hết tháng 6/{int(year[1]) + 1}."
    added = section("THỜI GIAN THỰC HIỆN", para(clause), role="other")
    sections = (*plan.sections[:1], added, *plan.sections[1:])
    return replace(
        plan, sections=sections, period=period, findings=(*plan.findings, Fault("period_conflict"))
    )


def pending(plan: Plan) -> Plan | None:
    text = "Định mức chi cụ thể chờ hướng dẫn mới của Sở Tài chính."
    return add_to(plan, "budget", _tail(plan, "budget", text, Fault("pending_basis"), bullet=False))


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
    written = re.compile(r"(\d{1,3}(?:\.\d{3})+)\.(000)(?= ?(?:đồng|đ)\b)")

    def fits(part: Any) -> bool:
        money = isinstance(part, Item) and any(isinstance(fact, Money) for fact in part.facts)
        return money and written.search(part.text) is not None

    def change(part: Item) -> Item:
        return replace(
            part, text=written.sub(r"\1,\2", part.text, count=1), facts=(*part.facts, Fault("number_format"))
        )

    return once(plan, fits, change)


def _without(role: str, code: str) -> Mutation:
    """The plan without its sections of a role, where it then earns the finding of the code."""

    def mutation(plan: Plan) -> Plan | None:
        kept = tuple(s for s in plan.sections if s.role != role)
        if len(kept) == len(plan.sections) or any(s.number for s in plan.sections):
            return None
        changed = replace(plan, sections=kept)
        earned = any(finding["code"] == code for finding in gold(changed)["findings"])
        return _sound(changed) if earned else None

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
    return _sound(replace(changed, closing=closing)) if changed != plan else None


def _sound(plan: Plan) -> Plan | None:
    """None where what was dropped took places, cited documents or findings of the whole along."""
    return None if lint(plan) else plan


def _tail(plan: Plan, role: str, text: str, *facts: Any, bullet: bool = True) -> Any:
    """A sentence in the shape of what it comes after: a section after sections, an item after items.

    bullet: False where another bullet would join a list that adds up.
    """
    last = next((s for s in reversed(plan.sections) if s.role == role and not s.run_in), None)
    if last and last.parts and isinstance(last.parts[-1], Section):
        return section("Một số việc khác", item(text, *facts))
    mark = last.parts[-1].mark if bullet and last and last.parts and isinstance(last.parts[-1], Item) else ""
    return item(text, *facts, mark=mark)


FAULTS: dict[str, Mutation] = {
    "blank_number": blank_number,
    "blank_date": blank_date,
    "wrong_total": wrong_total,
    "wrong_product": wrong_product,
    "wrong_source": wrong_source,
    "duplicate_label": _renumber_last("duplicate_label", -1),
    "label_gap": _renumber_last("label_gap", 1),
    "impossible_date": impossible_date,
    "past_deadline": past_deadline,
    "other_period": other_period,
    "pending": pending,
    "empty_lead": empty_lead,
    "slipped_separator": slipped_separator,
    "no_targets": _without("targets", "missing_targets"),
    "no_budget": _without("budget", "missing_budget"),
    "no_reports": without_reports,
}
