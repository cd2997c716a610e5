"""A plan of the form as an official document.

Where it brings its words (body, opening, closing) they are written as they stand; where it brings lists alone, the
lists are written in the sections that they name. What is not known stays open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from donghanh.writing.model import (
    DOTS,
    Block,
    Look,
    OfficialDocument,
    Paragraph,
    Signature,
    bases,
    ended,
)
from donghanh.writing.plan import wording
from donghanh.writing.plan.bodies import has_words, is_verbatim, left_to_lists
from donghanh.writing.plan.form import DocumentFacts, LegalBasis, Plan, Signatory
from donghanh.writing.plan.letterhead import Letterhead, told_apart
from donghanh.writing.plan.lists import Lists
from donghanh.writing.plan.reports import with_reports_told
from donghanh.writing.plan.said import Said
from donghanh.writing.plan.verbatim import as_blocks, lines_of

_RECIPIENTS = re.compile(r"Nơi nhận\s*:?\s*$", re.IGNORECASE)
_PARTS = " / "  # between the capacities of one who signs, and between those who sign together


def document_of(plan: Plan) -> OfficialDocument:
    """The document of a plan with all papers that were issued with it, in the order of the text they were read from."""
    papers = sorted(_papers(plan), key=lambda paper: paper.source.start if paper.source else 0)
    first, *others = (_paper(paper) for paper in papers)
    return replace(first, annexes=tuple(others))


def _papers(plan: Plan) -> Iterator[Plan]:
    yield plan
    for paper in plan.papers:
        yield from _papers(paper)


def _paper(plan: Plan) -> OfficialDocument:
    facts = plan.document
    said = Said()
    said.add(facts.title, wording.issues(facts, [place.name for place in plan.places]))
    said.add(*(facts.opening or ()), *(facts.closing or ()))
    head = told_apart(facts.header, facts.title)
    blanks = {finding.code for finding in plan.findings}
    attached = head.attached or (
        wording.attached_line(facts.annex_of, "blank_number" in blanks, "blank_date" in blanks)
        if facts.annex_of is not None
        else ""
    )
    said.add(attached)
    opening, body = _story(plan, said)
    annex = bool(attached) and not facts.number and not head.number
    office = wording.office_of(facts.issuer)
    if head.names:
        office = replace(office, issuer=head.names[-1:], superior=head.names[:-1])
    if annex:  # its blanks are those of the line that says what it was issued with
        blanks = set()
    return OfficialDocument(
        office=None if annex and not head.names else office,
        kind=None if facts.kind == "cong_van" else head.kind or wording.kind_line(facts),
        number=facts.number or head.number or _blank_number(facts, blanks),
        symbol=wording.symbol_of(facts.kind),
        dated=_dated(facts, head, office.place, blanks),
        title=facts.title or None,
        attached=attached,
        addressees=None if facts.kind == "cong_van" and facts.opening is None else (),
        opening=(*(Paragraph(line) for line in head.rest), *opening),
        body=body,
        signatures=_signatures(facts.signatory) if _is_signed(facts) else None,
        recipients=facts.recipients if _is_signed(facts) else None,
        remarks=_remarks(facts),
    )


def _blank_number(facts: DocumentFacts, blanks: set[str]) -> str | None:
    """The paper's own blank, where a clerk found one."""
    return f"{DOTS[:3]}/{wording.symbol_of(facts.kind)}" if "blank_number" in blanks else None


def _dated(facts: DocumentFacts, head: Letterhead, place: str | None, blanks: set[str]) -> str | None:
    if head.dated:
        return head.dated
    if facts.issued_on is not None:
        return wording.dated(place, facts.issued_on)
    if "blank_date" in blanks:
        return f"{place or DOTS[:3]}, ngày {DOTS[:2]} tháng {DOTS[:2]} năm {DOTS[:3]}"
    return None


def _remarks(facts: DocumentFacts) -> tuple[str, ...]:
    """What else the foot says: "(Đã ký)", who drew the paper up."""
    return tuple(line for line in facts.footer if not _RECIPIENTS.match(line))


def _is_signed(facts: DocumentFacts) -> bool:
    """An annex bears the signature of what it was issued with, unless somebody signs it as well."""
    signatory = facts.signatory
    signed = facts.recipients or signatory.capacity or signatory.name or _remarks(facts)
    return facts.kind != "phu_luc" or bool(signed)


def _story(plan: Plan, said: Said) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    facts = plan.document
    plan = left_to_lists(plan)
    if is_verbatim(plan):
        for section in plan.sections:
            said.add(section.title, *(section.body or ()))
        lines = lines_of(plan)
        cited = _bases(plan, said) if not facts.opening else ()
        opening = cited if facts.opening is not None else tuple(_opening(plan, cited, []))
        return opening, tuple(as_blocks(lines))
    plan = with_reports_told(plan)
    lists = Lists(plan, said)
    cited = _bases(plan, said)
    said.add(*(line.text for line in cited))
    told = (lists.tell_programme(), lists.tell_places(), lists.tell_period())
    sentences = [Paragraph(sentence) for sentence in told if sentence]
    if facts.opening:
        *words, last = map(Paragraph, facts.opening)
        leads_over = last.text.endswith(":")
        ends = (*sentences, last) if leads_over else (last, *sentences)
        opening = (*words, *cited, *ends)
    elif facts.opening is not None and has_words(plan):
        opening = (*cited, *sentences)
    else:
        opening = tuple(_opening(plan, cited, sentences))
    body = tuple(lists.blocks())
    if facts.closing:
        return opening, (*body, *(Paragraph(line) for line in facts.closing))
    return opening, ended(body)


def _bases(plan: Plan, said: Said) -> tuple[Paragraph, ...]:
    """The legal bases that nothing cites yet."""

    def told(basis: LegalBasis) -> bool:
        return said.cites(basis.number) if basis.number else said.holds(wording.cited(basis))

    return bases([wording.basis_line(basis) for basis in plan.legal_bases if not told(basis)])


def _opening(plan: Plan, cited: Sequence[Block], sentences: Sequence[Block]) -> Iterator[Block]:
    """Bases, what is to be told of the whole, and who issues it."""
    places = [place.name for place in plan.places]
    authority = wording.authority(plan.document, places)
    if authority:
        yield Paragraph(authority, Look.AUTHORITY)
    yield from cited
    yield from sentences
    if authority:
        yield Paragraph("QUYẾT ĐỊNH:", Look.AUTHORITY)
    elif issues := wording.issues(plan.document, places):
        yield Paragraph(issues)


def _signatures(signatory: Signatory) -> tuple[Signature, ...]:
    """Those who sign: several names stand for several signatures."""
    names = (signatory.name or "").split(_PARTS) if signatory.name else [None]
    positions = signatory.position.split(_PARTS) if signatory.position else []
    capacities = signatory.capacity.split(_PARTS) if signatory.capacity else []
    if len(names) == 1:
        position = _PARTS.join(positions) or None
        return (Signature(tuple(capacities), position, names[0]),)
    made = []
    for at, name in enumerate(names):
        own = capacities[at : at + 1] if at + 1 < len(names) else capacities[at:]
        made.append(Signature(tuple(own), positions[at] if at < len(positions) else None, name))
    return tuple(made)
