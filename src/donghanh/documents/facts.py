"""What was read, as a person looks at it: the facts of a plan, kind by kind, and the findings.

A plan comes from the reading of a stranger's file: every value is taken as it may be, and what is
not as agreed is left out of the words, never an error.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from donghanh.documents import words
from donghanh.documents.deed import Heading

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A list of the plan: its key, what it is called, how a row of it is said.

    fine: its marks cover single words, which are drawn less quietly than those of sentences.
    """

    key: str
    label: str | Promise
    none: str | Promise
    say: Callable[[Row], tuple[str, list[tuple[str | Promise, Any]]]]
    fine: bool = False

    def said(self, row: Row) -> tuple[str, str]:
        """What a row says, and what goes with it."""
        head, notes = self.say(row)
        return words.shorten(head), _notes(notes, row)


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _list(row: Row, key: str) -> str:
    value = row.get(key)
    return "; ".join(str(each) for each in value) if isinstance(value, list) else ""


def _number(row: Row, key: str) -> str:
    value = row.get(key)
    return words.number(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _activity(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    period = row.get("period")
    return _text(row, "text"), [
        (gettext_lazy("Lead"), _list(row, "lead")),
        (gettext_lazy("Partners"), _list(row, "partners")),
        (gettext_lazy("When"), _text(period, "text") if isinstance(period, dict) else ""),
        (gettext_lazy("Note"), _text(row, "note")),
    ]


def _target(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    quantity = _number(row, "quantity")
    if quantity:
        unit = _text(row, "unit")
        quantity += unit if unit.startswith("%") else f" {unit}"
        quantity = words.compared(quantity, _text(row, "comparator"))
    return _text(row, "text"), [
        (gettext_lazy("To reach"), quantity),
        (gettext_lazy("For each"), _text(row, "per")),
    ]


def _responsibility(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    duties = row.get("duties")
    asked = gettext("asked, not assigned") if row.get("request") is True else ""
    return _list(row, "units"), [
        (gettext_lazy("Duties"), words.number(len(duties)) if isinstance(duties, list) else ""),
        ("", asked),
    ]


def _reporting(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    cycle = words.CYCLES.get(_text(row, "cycle"), words.CYCLES["unspecified"])
    return str(cycle), [
        (gettext_lazy("Due"), words.due(_text(row, "due"))),
        (gettext_lazy("From"), _text(row, "from")),
        (gettext_lazy("To"), _text(row, "to")),
        (gettext_lazy("Via"), _text(row, "via")),
        ("", words.shorten(_text(row, "text"))),
    ]


def _amount(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    value = row.get("value")
    kind = words.AMOUNT_KINDS.get(_text(row, "kind"), "")
    value = value if isinstance(value, int) else None
    return words.money(value), [
        (gettext_lazy("In words"), words.money_in_words(value)),
        (gettext_lazy("Kind"), str(kind)),
        (gettext_lazy("Per"), _text(row, "per")),
        (gettext_lazy("Quantity"), _number(row, "quantity")),
        ("", words.shorten(_text(row, "text"))),
    ]


def _allocation(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    return _text(row, "unit"), [
        (gettext_lazy("Takes"), f"{_number(row, 'quantity')} {_text(row, 'of')}".strip()),
        (gettext_lazy("Note"), _text(row, "note")),
    ]


def _basis(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    return f"{_text(row, 'kind')} {_text(row, 'number')}".strip(), [
        (gettext_lazy("Issued on"), words.official_date(_text(row, "issued_on"))),
        (gettext_lazy("Issuer"), _text(row, "issuer")),
    ]


def _place(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    today = row.get("today")
    now = ""
    if isinstance(today, dict):
        now = ", ".join(
            part for part in dict.fromkeys((_text(today, "name"), _text(today, "province"))) if part
        )
    return _text(row, "name"), [
        (gettext_lazy("Within"), _text(row, "within")),
        (gettext_lazy("Today"), now),
    ]


def _section(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    return f"{_text(row, 'label')} {_text(row, 'title')}".strip(), [
        (gettext_lazy("What the section is about"), str(words.ROLES.get(_text(row, "role"), ""))),
    ]


def _field(row: Row) -> tuple[str, list[tuple[str | Promise, Any]]]:
    """A field of the paper itself, which is all that the row holds."""
    key, value = next(iter(row.items()))
    if key == "kind":
        head = words.document_kind(str(value))
    elif isinstance(value, dict):
        head = ", ".join(words.official_date(str(each)) for each in value.values() if each)
    elif isinstance(value, list):
        head = "; ".join(map(str, value))
    else:
        head = words.official_date(str(value)) if value else ""
    return head, [("", str(words.FIELDS.get(key, "")))]


KINDS = (
    Kind("targets", gettext_lazy("Targets"), gettext_lazy("No target was found."), _target),
    Kind("activities", gettext_lazy("Activities"), gettext_lazy("No activity was found."), _activity),
    Kind(
        "responsibilities",
        gettext_lazy("Who is responsible"),
        gettext_lazy("Nobody is given a duty."),
        _responsibility,
    ),
    Kind("reporting", gettext_lazy("Reporting"), gettext_lazy("No report is asked for."), _reporting),
    Kind("amounts", gettext_lazy("Money"), gettext_lazy("No sum of money is named."), _amount, fine=True),
    Kind("allocations", gettext_lazy("Quotas"), gettext_lazy("No quota is given."), _allocation, fine=True),
    Kind(
        "legal_bases", gettext_lazy("Legal bases"), gettext_lazy("No document is cited."), _basis, fine=True
    ),
    Kind("places", gettext_lazy("Places"), gettext_lazy("No place is named."), _place, fine=True),
    Kind("sections", gettext_lazy("Sections"), gettext_lazy("The paper has no sections."), _section),
    Kind("document", gettext_lazy("The paper itself"), gettext_lazy("Nothing is known of it."), _field),
)
BY_KEY = {kind.key: kind for kind in KINDS}
# The line over the title, in small letters.
KIND_LINES = {
    "ke_hoach": "kế hoạch",
    "huong_dan": "hướng dẫn",
    "quyet_dinh": "quyết định",
    "bao_cao": "báo cáo",
    "thong_bao": "thông báo",
    "chuong_trinh": "chương trình",
    "phu_luc": "phụ lục",
}
SEVERITY_ORDER = ("error", "warning", "info")


def _notes(notes: list[tuple[str | Promise, Any]], row: Row) -> str:
    """What goes with a fact, on one line, with its section and page."""
    parts = [
        f"{label}: {words.shorten(str(value), 160)}" if label else words.shorten(str(value), 160)
        for label, value in notes
        if value
    ]
    source = row.get("source")
    page = source.get("page") if isinstance(source, dict) else None
    parts.append(words.section(_text(row, "section")))
    if isinstance(page, int):
        parts.append(gettext("page %(page)d") % {"page": page})
    return " · ".join(part for part in parts if part)


def _rows(plan: Row, key: str) -> list[Row]:
    rows = plan.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def severity_of(row: Row) -> str:
    severity = _text(row, "severity")
    return severity if severity in SEVERITY_ORDER else "info"


def span_of(row: Row) -> tuple[int, int] | None:
    """Where the words of a row stand in the text, None where they stand nowhere."""
    source = row.get("source")
    if not isinstance(source, dict):
        return None
    start, end = source.get("start"), source.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        return None
    return start, end


def headings_of(text: str, plan: Row) -> tuple[Heading, ...]:
    """Titles that fill their line; a run-in title stands in a paragraph, which is set as one."""
    headings = []
    for row in _rows(plan, "sections"):
        span = span_of(row)
        if span is None:
            continue
        line_end = text.find("\n", span[0])
        if not text[span[1] : line_end if line_end >= 0 else None].strip(" .:"):
            headings.append(Heading(span[0], _text(row, "id").count("/")))
    return tuple(headings)


def frame_of(text: str, plan: Row) -> dict[int, str]:
    """How the lines around the body are set, by their number: letterhead, title, signature."""
    document = plan.get("document")
    if not isinstance(document, dict):
        return {}
    lines = [line.strip() for line in text.split("\n")]
    styles: dict[int, str] = {}
    kind = KIND_LINES.get(_text(document, "kind"), "")
    header = {line for line in _words(document, "header") if line.casefold() != kind}
    at = 0
    while header and at < len(lines) and (not lines[at] or lines[at] in header):
        styles[at] = "mast"
        at += 1
    title = _text(document, "title")
    while at < len(lines) and lines[at] and (lines[at] in title or lines[at].casefold() == kind):
        styles[at] = "title"
        at += 1
    signatory = document.get("signatory")
    signed = _signature(signatory) if isinstance(signatory, dict) else set()
    for number in range(max(at, len(lines) - len(signed) - 20), len(lines)):
        if lines[number] in signed:
            styles[number] = "sign"
    return styles


def _signature(signatory: Row) -> set[str]:
    lines = {
        _text(signatory, "position"),
        _text(signatory, "name"),
        *_text(signatory, "capacity").split(" / "),
    }
    return lines - {""}


def _words(row: Row, key: str) -> list[str]:
    value = row.get(key)
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
