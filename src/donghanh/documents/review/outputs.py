"""A review on paper: a summary with sentence and fact side by side, as Word and Excel, and a letter to the issuer."""

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext

from donghanh.documents import words
from donghanh.documents.facts import BY_KEY, KINDS
from donghanh.documents.review.models import FactState
from donghanh.documents.review.page import Page, Question
from donghanh.documents.review.state import DOCUMENT, Item
from donghanh.writing.layout import layout
from donghanh.writing.letter import Letter, letter
from donghanh.writing.model import DOTS, Block, Look, OfficialDocument, Paragraph, table
from donghanh.writing.word import word
from donghanh.writing.workbook import Cell, Sheet, workbook

_SENTENCE = 600
_MOST_POINTS = 200
_LAYOUT = layout("mass")


def as_workbook(page: Page) -> bytes:
    """A sheet for the head and the findings, and one of all facts: kind, sentence, what was read, state, page."""
    head = Sheet(
        gettext("Summary"),
        (gettext("Item"), gettext("Value")),
        [(label, value or None) for label, value in page.paper.about],
        (28, 90),
        (_title(page),),
    )
    findings = Sheet(
        gettext("Places to check"),
        (
            gettext("Number"),
            gettext("Severity"),
            gettext("What"),
            gettext("What is queried"),
            gettext("Decision"),
        ),
        [
            (
                question.number,
                question.severity_label,
                question.title,
                question.message,
                question.decision or None,
            )
            for question in page.all_questions
        ],
        (8, 12, 30, 90, 40),
    )
    facts = Sheet(
        gettext("Facts"),
        (gettext("Kind"), gettext("Sentence"), gettext("Fact"), gettext("State"), gettext("Page")),
        list(_rows(page)),
        (20, 70, 70, 14, 8),
    )
    return workbook([head, findings, facts])


def as_word(page: Page) -> bytes:
    """The same as one document to print: head, findings with what was decided, then sentence and fact."""
    body: list[Block] = [
        Paragraph(_standing(page)),
        table(
            (gettext("Item"), gettext("Value")),
            [(label, value or gettext("blank")) for label, value in page.paper.about],
            (4.5, 12),
        ),
    ]
    if page.all_questions:
        rows = [
            (
                str(question.number),
                f"{question.title}: {question.message}",
                question.decision or gettext("open"),
            )
            for question in page.all_questions
        ]
        head = (gettext("No."), gettext("What is queried"), gettext("Decision"))
        body += [Paragraph(gettext("Places to check"), Look.PART), table(head, rows, (1.2, 10.8, 4.5))]
    facts = [
        (str(kind), str(sentence or ""), f"{fact} ({state})")
        for kind, sentence, fact, state, _ in _rows(page)
    ]
    head = (gettext("Kind"), gettext("Sentence"), gettext("Fact"))
    body += [Paragraph(gettext("Sentence and fact"), Look.PART), table(head, facts, (2.5, 7, 7))]
    summary = OfficialDocument(kind=gettext("SUMMARY OF THE REVIEW"), title=_title(page), body=tuple(body))
    return word(summary, _LAYOUT)


def as_letter(page: Page) -> bytes:
    """The letter that asks the issuer about what was decided to be asked; about all that is open where nothing was.

    It is in Vietnamese, whatever the language of the page.
    """
    with translation.override("vi"):
        head = page.paper
        what = " ".join(part for part in (head.kind, head.reference and f"số {head.reference}") if part)
        day = words.official_date(head.head.get("issued_on"))
        issuer = str(head.head.get("issuer") or "") or DOTS
        opening = (
            f"Qua rà soát {what}{f' ngày {day}' if day else ''} của {issuer}, {DOTS} nhận thấy một số nội dung cần "
            f"được làm rõ trước khi tổ chức thực hiện. Kính đề nghị {issuer} xem xét, cho ý kiến về các nội dung sau:"
        )
        points = [_point(page, question) for question in _asked(page)][:_MOST_POINTS]
        asked = letter(
            Letter(
                addressee=issuer,
                subject=f"đề nghị làm rõ một số nội dung của {what}",
                opening=opening,
                points=points or [DOTS],
                closing=f"Rất mong nhận được ý kiến của {issuer}",
            )
        )
        return word(asked, _LAYOUT)


def _asked(page: Page) -> list[Question]:
    asked = [q for q in page.all_questions if q.item.decision.get("choice") == "ask_issuer"]
    return asked or [question for question in page.all_questions if not question.item.is_settled]


def _point(page: Page, question: Question) -> str:
    """Where it stands, its words, and what is queried; with the person's own note."""
    place = f"Trang {question.item.page}: " if question.item.page else ""
    quote = _sentence(page, question.item)
    said = f"“{quote}”. " if quote and quote not in question.message else ""
    note = question.item.decision.get("note")
    return f"{place}{said}{question.message}" + (f" {note}" if note else "")


def _title(page: Page) -> str:
    return " ".join(part for part in (page.paper.kind, page.paper.reference, page.paper.title) if part)


def _standing(page: Page) -> str:
    return gettext(
        "%(seen)s of %(count)s facts looked at; open: %(errors)s errors, %(questions)s to check."
    ) % {
        "seen": words.number(page.review.seen),
        "count": words.number(page.review.count),
        "errors": words.number(page.review.open_errors),
        "questions": words.number(page.review.open_questions),
    }


def _rows(page: Page) -> Iterator[tuple[Cell, Cell, Cell, Cell, Cell]]:
    for kind in KINDS:
        if kind.key == DOCUMENT:
            continue
        for item in page.review.items(kind.key):
            head, notes = BY_KEY[kind.key].said(item.value)
            fact = " · ".join(part for part in (head, notes) if part)
            yield (
                str(kind.label),
                _sentence(page, item) or None,
                fact,
                str(FactState(item.state).label),
                item.page,
            )


def _sentence(page: Page, item: Item) -> str:
    if item.span is None:
        return ""
    return " ".join(page.reading.text[item.span[0] : item.span[1]].split())[:_SENTENCE]
