"""Duties to report whose sentence does not say all that the list says of them: it is given the rest.

"Báo cáo kết quả." of a plan that wants it every month, from a station to the Union, becomes "Trạm Y tế xã báo cáo kết
quả, định kỳ hằng tháng, gửi Hội LHPN xã, trước ngày 20 hằng tháng."
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from donghanh.vietnam.deadlines import find_cycles, find_deadlines
from donghanh.vietnam.text import tidy
from donghanh.writing.plan.form import Plan, ReportingDuty
from donghanh.writing.plan.said import Said, has_words_of, plain
from donghanh.writing.plan.wording import lowered

_CYCLES = {
    "weekly": "hằng tuần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "semiannual": "6 tháng",
    "nine_month": "9 tháng",
    "annual": "hằng năm",
}
_UNFIXED = ("once", "unspecified")
_MARKS = " .;,/"
_DAY = re.compile(r"(?:(\d{4})|-)-(\d\d)-(\d\d)")
_ACTS = re.compile(r"(?:báo cáo|gửi|nộp|tổng hợp|định kỳ|hằng|hàng)(?!\w)", re.IGNORECASE)


def with_reports_told(plan: Plan) -> Plan:
    """The plan with the sentences of its reports in full, also where they stand as activities and duties."""
    period = plan.document.period
    year = period.start.year if period.start and period.end and period.start.year == period.end.year else None
    holders = _Holders(plan)
    by_text: dict[str, list[ReportingDuty]] = defaultdict(list)
    for report in plan.reporting:
        by_text[report.text].append(report)
    full: dict[str, str] = {}
    for text, found in by_text.items():
        holder = holders.of(text)
        words = _full(text, holder.beside if holder else "", found, year)
        if words == text:
            continue
        full[text] = words
        if holder and holder.text != text:
            full[holder.text] = full.get(holder.text, holder.text).replace(
                text.rstrip(_MARKS), words.rstrip(_MARKS)
            )
    if not full:
        return plan

    def of(text: str) -> str:
        return full.get(text, text)

    return replace(
        plan,
        reporting=tuple(replace(one, text=of(one.text)) for one in plan.reporting),
        targets=tuple(replace(one, text=of(one.text)) for one in plan.targets),
        activities=tuple(replace(one, text=of(one.text)) for one in plan.activities),
        amounts=tuple(replace(one, text=of(one.text)) for one in plan.amounts),
        responsibilities=tuple(
            replace(one, duties=tuple(map(of, one.duties))) for one in plan.responsibilities
        ),
    )


@dataclass(frozen=True, slots=True)
class _Holder:
    """A text that a report stands in, and what stands beside it: who does it, with whom, when."""

    text: str
    beside: str


class _Holders:
    """The activities and duties of a plan, by what stands in them."""

    def __init__(self, plan: Plan) -> None:
        self._said = Said()
        self._known: dict[str, _Holder] = {}
        titles = {section.id: section.title for section in plan.sections}
        for one in plan.responsibilities:
            for duty in one.duties:
                self._add(duty, *one.units, titles.get(one.section or "", ""))
        for activity in plan.activities:
            when = activity.period.text if activity.period else ""
            self._add(activity.text, *(activity.lead or ()), *activity.partners, when, activity.note or "")

    def _add(self, text: str, *others: str) -> None:
        self._said.add(text)
        self._known.setdefault(plain(text), _Holder(text, " | ".join((text, *others))))

    def of(self, text: str) -> _Holder | None:
        found = plain(text) if plain(text) in self._known else self._said.holder(text)
        return None if found is None else self._known[found]


def _full(text: str, beside: str, reports: Sequence[ReportingDuty], year: int | None) -> str:
    known = f"{text} | {beside}"
    bare = words = text.rstrip(_MARKS)
    added: list[str] = []
    for report in reports:
        if report.sender and not has_words_of(known, report.sender):
            known += f" | {report.sender}"
            if _ACTS.match(words):
                words = f"{report.sender} {lowered(words)}"
            else:
                added.append(f"do {report.sender} gửi")
        for part in _untold(report, known, year):
            added.append(part)
            known += f", {part}"
    return ", ".join((words, *added)) + text[len(bare) :]


def _untold(report: ReportingDuty, known: str, year: int | None) -> Iterator[str]:
    """How often, to whom, through whom and by when, as far as the words known do not tell it."""
    days = find_deadlines(known)
    due = report.due
    told = due is None or tidy(due).casefold() in known.casefold()
    told = told or any(day.written(report.cycle, year) == due for day in days)
    cycles = {cycle.name for cycle in find_cycles(known)} | {day.cycle for day in days}
    if report.cycle not in cycles and report.cycle not in _UNFIXED:
        yield f"định kỳ {_CYCLES.get(report.cycle, report.cycle)}"
    if report.receiver and not has_words_of(known, report.receiver):
        yield f"gửi {report.receiver}"
    if report.via and not has_words_of(known, report.via):
        yield f"qua {report.via}"
    if due is not None and not told:
        yield _by(due)


def _by(due: str) -> str:
    """ "trước ngày 15/12/2026" of the form's 2026-12-15, "trước ngày 15/12" of --12-15."""
    if day := _DAY.fullmatch(due):
        year = f"/{day[1]}" if day[1] else ""
        return f"trước ngày {day[3]}/{int(day[2])}{year}"
    return f"trước {due}" if re.match(r"(?:ngày|tuần|tháng|quý|cuối)(?!\w)", due) else due
