"""How values of a plan are said to a person, in the words and figures of official papers."""

import re
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext_lazy

from donghanh.vietnam.spelling import spell

DOCUMENT_KINDS = {
    "ke_hoach": gettext_lazy("Plan"),
    "huong_dan": gettext_lazy("Guidance"),
    "quyet_dinh": gettext_lazy("Decision"),
    "cong_van": gettext_lazy("Official letter"),
    "bao_cao": gettext_lazy("Report"),
    "thong_bao": gettext_lazy("Notice"),
    "chuong_trinh": gettext_lazy("Programme"),
    "phu_luc": gettext_lazy("Annex"),
    "other": gettext_lazy("Document"),
}
CYCLES = {
    "weekly": gettext_lazy("Weekly report"),
    "monthly": gettext_lazy("Monthly report"),
    "quarterly": gettext_lazy("Quarterly report"),
    "semiannual": gettext_lazy("Six-month report"),
    "nine_month": gettext_lazy("Nine-month report"),
    "annual": gettext_lazy("Annual report"),
    "once": gettext_lazy("One-time report"),
    "unspecified": gettext_lazy("Report without a fixed cycle"),
}
COMPARATORS = {
    ">=": gettext_lazy("at least %(quantity)s"),
    "<=": gettext_lazy("at most %(quantity)s"),
    ">": gettext_lazy("more than %(quantity)s"),
    "<": gettext_lazy("less than %(quantity)s"),
}
AMOUNT_KINDS = {
    "total": gettext_lazy("total"),
    "rate": pgettext_lazy("money", "rate"),
    "cap": gettext_lazy("upper limit"),
}
ROLES = {
    "purpose": gettext_lazy("purpose"),
    "targets": gettext_lazy("targets"),
    "scope": gettext_lazy("for whom and where"),
    "content": gettext_lazy("what is to be done"),
    "budget": gettext_lazy("money"),
    "organisation": gettext_lazy("who does what"),
    "reporting": gettext_lazy("reporting"),
    "other": gettext_lazy("something else"),
}
LEVELS = {
    "province": gettext_lazy("province"),
    "district": gettext_lazy("district (until 30 June 2025)"),
    "commune": gettext_lazy("commune"),
    "village": gettext_lazy("village"),
    "other": gettext_lazy("something else"),
}
FIELDS = {
    "kind": gettext_lazy("Kind"),
    "number": gettext_lazy("Number"),
    "issued_on": gettext_lazy("Issued on"),
    "issuer": gettext_lazy("Issuer"),
    "title": gettext_lazy("Title"),
    "programme": gettext_lazy("Programme"),
    "period": gettext_lazy("Period"),
    "annex_of": gettext_lazy("Issued with"),
    "signatory": gettext_lazy("Signed by"),
    "capacity": gettext_lazy("In whose place"),
    "position": gettext_lazy("Position"),
    "recipients": gettext_lazy("Recipients"),
    "opening": gettext_lazy("Opening"),
    "closing": gettext_lazy("Closing"),
    "header": gettext_lazy("Head of the paper"),
    "footer": gettext_lazy("Foot of the paper"),
    "id": gettext_lazy("Place in the plan"),
    "code": gettext_lazy("Kind of remark"),
    "label": gettext_lazy("Number of the line"),
    "role": gettext_lazy("What the section is about"),
    "parent": gettext_lazy("Section above"),
    "body": gettext_lazy("What stands under it"),
    "text": gettext_lazy("Words"),
    "quantity": gettext_lazy("Quantity"),
    "unit": gettext_lazy("Unit"),
    "comparator": gettext_lazy("At least or at most"),
    "per": gettext_lazy("Per"),
    "section": gettext_lazy("Section"),
    "lead": gettext_lazy("Lead"),
    "partners": gettext_lazy("Partners"),
    "note": gettext_lazy("Note"),
    "value": gettext_lazy("Sum"),
    "of": gettext_lazy("What is shared out"),
    "units": gettext_lazy("Units"),
    "request": gettext_lazy("Only asked"),
    "duties": gettext_lazy("Duties"),
    "cycle": gettext_lazy("Cycle"),
    "due": gettext_lazy("Due"),
    "from": gettext_lazy("From"),
    "to": gettext_lazy("To"),
    "via": gettext_lazy("Via"),
    "name": gettext_lazy("Name"),
    "level": gettext_lazy("Level"),
    "within": gettext_lazy("Within"),
    "today": gettext_lazy("Today"),
    "severity": gettext_lazy("Severity"),
    "message": gettext_lazy("What is queried"),
}
SEVERITIES = {
    "error": gettext_lazy("Error"),
    "warning": gettext_lazy("To check"),
    "info": gettext_lazy("Remark"),
}
FINDINGS = {
    "total_mismatch": gettext_lazy("The total does not add up"),
    "product_mismatch": gettext_lazy("The product does not come out"),
    "count_mismatch": gettext_lazy("The count differs"),
    "duplicate_label": gettext_lazy("A number stands twice"),
    "label_gap": gettext_lazy("A number is skipped"),
    "number_format": gettext_lazy("Separators of a number are mixed"),
    "blank_number": gettext_lazy("The document number is blank"),
    "blank_date": gettext_lazy("The date is blank"),
    "ambiguous_deadline": gettext_lazy("The deadline can be read in two ways"),
    "past_deadline": gettext_lazy("The deadline lies before the document"),
    "period_conflict": gettext_lazy("Two periods contradict each other"),
    "pending_basis": gettext_lazy("Waiting for guidance"),
    "missing_lead": gettext_lazy("Nobody is named to carry it out"),
    "missing_targets": gettext_lazy("No targets"),
    "missing_budget": gettext_lazy("No money is named"),
    "missing_reporting": gettext_lazy("No reporting is set"),
    "abolished_unit": gettext_lazy("A unit that is no more"),
    "low_confidence_text": gettext_lazy("The text is hard to read"),
}


def official_date(value: object) -> str:
    """05/6/2026 as official papers write it: a zero before days under 10 and months 1 and 2.

    Words stay as they are; what is neither a day nor words says nothing.
    """
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return str(value)
    if not isinstance(value, date):
        return ""
    if get_language() != "vi":
        return date_format(value, "j F Y")
    month = f"{value.month:02d}" if value.month <= 2 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def period(start: str | date | None, end: str | date | None) -> str:
    """A span of days in words; whole years and months by their name."""
    start, end = official_date(start), official_date(end)
    if start and end:
        return f"{start} – {end}"
    if start:
        return gettext("from %(day)s") % {"day": start}
    return gettext("until %(day)s") % {"day": end} if end else ""


def number(value: float | None) -> str:
    """1.286 or 62,5: as the language of the page writes it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(number_format(value, force_grouping=True))


def compared(quantity: str, comparator: str) -> str:
    """A quantity with what is asked of it: "at least 10"."""
    wording = COMPARATORS.get(comparator)
    return str(wording) % {"quantity": quantity} if wording else quantity


def due(day: str) -> str:
    """A date as officials write it; "--11-20" is 20/11 of every year."""
    if day.startswith("--"):
        month, _, day = day.removeprefix("--").partition("-")
        return gettext("%(day)s/%(month)s every year") % {"day": day, "month": month.lstrip("0")}
    return official_date(day)


def file_size(value: int) -> str:
    """412 kB or 1,3 MB."""
    if value < 1024 * 1024:
        return f"{number(max(1, round(value / 1024)))} kB"
    return f"{number(round(value / 1024 / 1024, 1))} MB"


def money(value: int | None) -> str:
    """A sum in đồng; a question where the figure could not be read."""
    if value is None:
        return gettext("sum not clear")
    return gettext("%(sum)s đồng") % {"sum": number(value)}


def money_in_words(value: int | None) -> str:
    """A sum as it is spelt out behind its figures, in Vietnamese whatever the language of the page."""
    return f"{spell(value)} đồng" if value is not None else ""


def section(identity: str | None) -> str:
    """Where something stands, as officials say it: "IV/1/1.2" is section IV.1.2."""
    if not identity:
        return ""
    words = ""
    for part in identity.split("/"):
        label, _, again = part.partition("#")
        label = label.strip(".)( ")
        last = words.rsplit(".", 1)[-1] if words else ""
        if last and label.startswith(f"{last}."):
            label = label.removeprefix(f"{last}.")
        words = f"{words}.{label}" if words else label
        if again:
            words += gettext(" (the %(which)s time)") % {"which": again}
    return gettext("section %(number)s") % {"number": words}


def document_kind(kind: str) -> str:
    return str(DOCUMENT_KINDS.get(kind, DOCUMENT_KINDS["other"]))


def shorten(text: str, most: int = 240) -> str:
    """The beginning of a long text, cut between words."""
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"
