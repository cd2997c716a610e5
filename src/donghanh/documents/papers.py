"""The papers of one file as pages show them: a plan and its annexes, each with its head."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from donghanh.documents import words
from donghanh.documents.models import Reading
from donghanh.reading import papers_of as papers_in


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper; number: its place in the file, from 1."""

    number: int
    plan: dict[str, Any]

    @property
    def head(self) -> dict[str, Any]:
        head = self.plan.get("document")
        return head if isinstance(head, dict) else {}

    @property
    def kind(self) -> str:
        return words.document_kind(str(self.head.get("kind") or "other"))

    @property
    def reference(self) -> str:
        return str(self.head.get("number") or "")

    @property
    def title(self) -> str:
        return str(self.head.get("title") or "")

    @property
    def file(self) -> str:
        """Its own file, where several came packed in one."""
        return str(self.plan.get("file") or "")

    @property
    def findings(self) -> int:
        found = self.plan.get("findings")
        return len(found) if isinstance(found, list) else 0

    def offset(self, whole: str) -> int:
        """Where its part of the text begins."""
        return self._bounds(whole)[0]

    def text(self, whole: str) -> tuple[str, dict[str, Any]]:
        """Its part of the text, and its plan with places counted from where that begins."""
        start, end = self._bounds(whole)
        if not start:
            return whole[:end], self.plan
        lists = {
            name: [_moved(fact, start) for fact in facts]
            for name, facts in self.plan.items()
            if isinstance(facts, list) and name != "papers"
        }
        return whole[start:end], {**self.plan, **lists}

    def _bounds(self, whole: str) -> tuple[int, int]:
        source = self.plan.get("source")
        if isinstance(source, dict):
            start, end = source.get("start"), source.get("end")
            if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(whole):
                return start, end
        return 0, len(whole)

    @property
    def about(self) -> list[tuple[str, str]]:
        """The head of the paper, label and value; what is blank in the paper says so."""
        head = self.head
        period = head.get("period") or {}
        signatory = head.get("signatory") or {}
        signed = ", ".join(str(signatory[key]) for key in ("name", "position") if signatory.get(key))
        rows = [
            (gettext("Number"), self.reference),
            (gettext("Issued on"), words.official_date(head.get("issued_on"))),
            (gettext("Issuer"), str(head.get("issuer") or "")),
            (gettext("Issued with"), self._issued_with()),
            (gettext("Signed by"), signed),
            (gettext("Period"), words.period(period.get("from"), period.get("to"))),
            (gettext("Programme"), str(head.get("programme") or "")),
        ]
        always = {label for label, _ in rows[:3]} if head.get("kind") != "phu_luc" else {rows[2][0]}
        return [(label, value) for label, value in rows if value or label in always]

    def _issued_with(self) -> str:
        other = self.head.get("annex_of") or {}
        day = words.official_date(other.get("issued_on"))
        dated = gettext("of %(day)s") % {"day": day} if day else ""
        return " ".join(part for part in (str(other.get("number") or ""), dated) if part)


def _moved(fact: Any, start: int) -> Any:
    source = fact.get("source") if isinstance(fact, dict) else None
    if not isinstance(source, dict) or not all(isinstance(source.get(key), int) for key in ("start", "end")):
        return fact
    return {**fact, "source": {**source, "start": source["start"] - start, "end": source["end"] - start}}


def papers_of(reading: Reading) -> list[Paper]:
    """The leading paper first."""
    return [Paper(number, dict(plan)) for number, plan in enumerate(papers_in(reading.plan), start=1)]
