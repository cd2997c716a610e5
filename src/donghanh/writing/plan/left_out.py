"""Which facts of a plan its paper does not say, so that nothing is dropped in silence.

Where a plan brings its words they are kept to the letter, whatever its lists say besides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from donghanh.vietnam.money import find_money
from donghanh.vietnam.numbers import NUMBER, WORDS, parse_number
from donghanh.writing.model import Block, OfficialDocument, Paragraph
from donghanh.writing.plan.form import Plan
from donghanh.writing.plan.said import Said

_MOST_COUNTED = 10**15  # beyond it no table counts in millions


def left_out(plan: Plan, paper: OfficialDocument) -> Counter[str]:
    """Where in the form those facts stand, `$.targets[].per`, and how many of each.

    What follows from others is none: roles and ids of sections, labels, dates of a time that stands in words,
    what a place is called today, findings.
    """
    words = _Words(paper)
    found: Counter[str] = Counter()
    for place, one in _papers(plan, "$"):
        found.update(f"{place}.{name}" for name, told in _facts(one, words) if not told)
    return found


def _papers(plan: Plan, place: str) -> Iterator[tuple[str, Plan]]:
    yield place, plan
    for paper in plan.papers:
        yield from _papers(paper, f"{place}.papers[]")


class _Words:
    """What stands on a paper: its texts, and the figures in them."""

    def __init__(self, paper: OfficialDocument) -> None:
        self._said = Said()
        self.cite, self.name = self._said.cites, self._said.names
        self._figures: set[int | float | None] = set()
        self._sums: set[int | None] = set()
        for text in _texts(paper):
            self._said.add(text)
            self._figures |= {parse_number(found[0]) for found in re.finditer(NUMBER, text)}
            self._figures |= {WORDS.get(word) for word in text.casefold().split()}
            self._sums |= {money.value for money in find_money(text)}

    def tell(self, *texts: str | None) -> bool:
        """Whether each stands in a text, or all its words do: "UBND, Hội LHPN xã" names "UBND xã"."""
        return all(not text or self._said.holds(text) or self._said.has_words(text) for text in texts)

    def count(self, figure: int | float | None) -> bool:
        return figure is None or figure in self._figures

    def sum(self, value: int) -> bool:
        """Whether a sum is told, in đồng or in a column that counts thousands or millions."""
        counted = (value / unit for unit in (10**3, 10**6, 10**9)) if abs(value) < _MOST_COUNTED else ()
        return value in self._sums or value in self._figures or any(map(self.count, counted))


def _facts(plan: Plan, words: _Words) -> Iterator[tuple[str, bool]]:
    """Each fact by its place in the form, and whether the paper tells it."""
    tell, document = words.tell, plan.document
    for name in ("number", "issuer", "title", "programme"):
        yield f"document.{name}", tell(getattr(document, name))
    yield from (("document.recipients[]", tell(name)) for name in document.recipients)
    for name in ("capacity", "position", "name"):
        parts = (getattr(document.signatory, name) or "").split(" / ")
        yield f"document.signatory.{name}", tell(*parts)
    yield from (("document.footer[]", tell(line)) for line in document.footer)
    for basis in plan.legal_bases:
        yield "legal_bases[]", words.cite(basis.number) if basis.number else tell(basis.kind, basis.issuer)
    yield from (("sections[].title", tell(section.title)) for section in plan.sections)
    for target in plan.targets:
        yield "targets[].text", tell(target.text)
        yield "targets[].quantity", words.count(target.quantity)
        yield "targets[].unit", tell(target.unit)
        yield "targets[].per", tell(target.per)
    for activity in plan.activities:
        yield "activities[].text", tell(activity.text)
        yield "activities[].lead", tell(*(activity.lead or ()))
        yield "activities[].partners", tell(*activity.partners)
        yield "activities[].period", tell(activity.period.text if activity.period else None)
        yield "activities[].note", tell(activity.note)
    for amount in plan.amounts:
        yield "amounts[].text", tell(amount.text)
        yield "amounts[].value", amount.value is None or words.sum(amount.value)
        yield "amounts[].quantity", words.count(amount.quantity)
        yield "amounts[].per", tell(amount.per)
    for share in plan.allocations:
        yield "allocations[].unit", tell(share.unit)
        yield "allocations[].quantity", words.count(share.quantity)
        yield "allocations[].of", tell(share.of)
        yield "allocations[].note", tell(share.note)
    for responsibility in plan.responsibilities:
        yield "responsibilities[].units", tell(*responsibility.units)
        yield "responsibilities[].duties", tell(*responsibility.duties)
    for report in plan.reporting:
        yield "reporting[].text", tell(report.text)
        yield "reporting[].from", tell(report.sender)
        yield "reporting[].to", tell(report.receiver)
        yield "reporting[].via", tell(report.via)
    for place in plan.places:
        yield "places[].name", words.name(place.name)


def _texts(paper: OfficialDocument) -> Iterator[str]:
    for one in (paper, *paper.annexes):
        office = (*one.office.issuer, *one.office.superior) if one.office else ()
        yield " ".join(office)
        yield from filter(None, (one.kind, one.number, one.dated, one.title, one.attached))
        for block in (*one.opening, *one.body):
            yield from _of_block(block)
        for signature in one.signatures or ():
            yield from (*signature.capacities, signature.position or "", signature.name or "")
        yield from ("Nơi nhận:", *(one.recipients or ()), *one.remarks)


def _of_block(block: Block) -> Iterable[str]:
    if isinstance(block, Paragraph):
        return (block.text,)
    rows = [[line for cell in row for line in cell.lines] for row in block.rows]
    return (*(line for row in rows for line in row), *map(" ".join, rows))
