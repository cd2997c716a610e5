"""What the page of a review shows: one part of the text with its marks, and the facts that stand in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from donghanh.documents import words
from donghanh.documents.deed import Heading, Mark, render_deed
from donghanh.documents.facts import BY_KEY, KINDS, SEVERITY_ORDER, Kind, frame_of, headings_of, severity_of
from donghanh.documents.models import Reading
from donghanh.documents.papers import Paper, papers_of
from donghanh.documents.review.models import FactState
from donghanh.documents.review.parts import Part, part_at, parts_of
from donghanh.documents.review.selectors import reviews_of
from donghanh.documents.review.state import DOCUMENT, Item, Review
from donghanh.documents.review.successors import successors_of
from donghanh.documents.review.ways import Way, amount_of, ways_of
from donghanh.vietnam.places import Place

# A longer mark covers a sentence and is drawn as quietly as those of activities.
FINE_MOST = 60
TONES = {"error": "bad", "warning": "ask"}
STATE_TONES = {
    FactState.RIGHT: "ok",
    FactState.CORRECTED: "new",
    FactState.ADDED: "new",
    FactState.REMOVED: "",
}
CHOICES: dict[str, str | Promise] = {
    "use_computed": gettext_lazy("the computed sum is used"),
    "read_as": gettext_lazy("read as %(meant)s"),
    "keep_written": gettext_lazy("kept as written"),
    "not_a_fault": gettext_lazy("not a fault"),
    "ask_issuer": gettext_lazy("to be asked of the issuer"),
    "leave_open": gettext_lazy("left open"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One fact as a row of the list."""

    item: Item
    kind: Kind

    @property
    def said(self) -> tuple[str, str]:
        """What it says, and what goes with it: put into words only when shown, since a plan has thousands."""
        return self.kind.said(self.item.value)

    @property
    def successors(self) -> tuple[Place, ...]:
        """The units of today between which a place waits to be chosen."""
        asked = self.item.name == "places" and not self.item.is_settled
        return successors_of(self.item.value) if asked else ()

    @property
    def state(self) -> str:
        return str(FactState(self.item.state).label) if self.item.is_settled else ""

    @property
    def tone(self) -> str:
        return STATE_TONES.get(FactState(self.item.state), "")


@dataclass(frozen=True, slots=True)
class Question:
    """A finding as a note; number: of its knot, the worst first. amount: the sum that it is about;
    about: the fact in whose words it lies; ways: in which its words can be read, where there are several."""

    item: Item
    number: int
    amount: Item | None = None
    about: Item | None = None
    ways: Sequence[Way] = ()

    @property
    def computed(self) -> str:
        """The sum that could take the place of the written one."""
        return words.money(self.item.value["computed"]) if self.amount else ""

    @property
    def written(self) -> str:
        written = self.item.value.get("written")
        return words.money(written) if isinstance(written, int) else ""

    @property
    def severity(self) -> str:
        return severity_of(self.item.value)

    @property
    def title(self) -> str:
        return str(words.FINDINGS.get(str(self.item.value.get("code")), words.SEVERITIES[self.severity]))

    @property
    def severity_label(self) -> str:
        return str(words.SEVERITIES[self.severity])

    @property
    def tone(self) -> str:
        return "" if self.item.is_settled else TONES.get(self.severity, "info")

    @property
    def message(self) -> str:
        return str(self.item.value.get("message") or "")

    @property
    def decision(self) -> str:
        """What was decided, in words."""
        made = self.item.decision
        said = chosen(made)
        if not made.get("note"):
            return said
        return gettext("%(decision)s. Note: %(note)s") % {"decision": said, "note": made["note"]}


def chosen(decision: Mapping[str, Any]) -> str:
    """What was decided about a finding, in words; nothing for what is none of the choices."""
    said = str(CHOICES.get(str(decision.get("choice")), ""))
    return said.replace("%(meant)s", str(decision.get("meant", "")))


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one kind. lines: those of the part; count, unseen: of the whole paper."""

    kind: Kind
    lines: tuple[Line, ...]
    count: int
    unseen: int

    @property
    def elsewhere(self) -> int:
        return self.count - len(self.lines)

    @property
    def waits(self) -> bool:
        """Whether a place here waits to be given to a unit of today."""
        return any(line.successors for line in self.lines)

    @property
    def unseen_here(self) -> int:
        return sum(not line.item.is_settled for line in self.lines)


class Page:
    """One part of one paper. may_review: whether the person who looks may correct it.

    Raises: IndexError for a paper or a part that there is not.
    """

    def __init__(self, reading: Reading, paper: int = 1, part: int = 1, *, may_review: bool = False) -> None:
        self.reading = reading
        self.may_review = may_review
        self.papers = papers_of(reading)
        self.review: Review = reviews_of(reading)[paper - 1]
        self.paper = Paper(paper, {**self.papers[paper - 1].plan, DOCUMENT: self.review.document()})
        self.offset = self.paper.offset(reading.text)
        self.text, self.plan = self.paper.text(reading.text)
        self.headings = headings_of(self.text, self.plan)
        self.parts = parts_of(self.text, (heading.start for heading in self.headings if not heading.depth))
        self.part: Part = self.parts[part - 1]

    @property
    def deed_start(self) -> int:
        """Where the shown text begins in the whole text of the file."""
        return self.part.start + self.offset

    @cached_property
    def groups(self) -> list[Group]:
        return [self._group(kind) for kind in KINDS]

    def _group(self, kind: Kind) -> Group:
        items = self.review.items(kind.key)
        return Group(
            kind,
            tuple(Line(item, kind) for item in items if self.part_of(item) == self.part.number),
            len(items),
            sum(not item.is_settled for item in items),
        )

    @cached_property
    def questions(self) -> list[Question]:
        """The findings of the part."""
        return [
            question for question in self.all_questions if self.part_of(question.item) == self.part.number
        ]

    @cached_property
    def all_questions(self) -> list[Question]:
        items = sorted(
            self.review.items("findings"), key=lambda item: SEVERITY_ORDER.index(severity_of(item.value))
        )
        return [
            Question(
                item,
                number,
                amount_of(self.review, item),
                fact_at(self.review, item),
                ways_of(self.review, self.reading.text, item),
            )
            for number, item in enumerate(items, start=1)
        ]

    def part_of(self, item: Item) -> int:
        """The number of the part in which a fact stands; the first for one that stands nowhere."""
        return part_at(self.parts, item.span[0] - self.offset).number if item.span else 1

    @cached_property
    def pages(self) -> list[int]:
        """The pages of the file on which the part stands, as far as its facts tell."""
        lines = [line.item for group in self.groups for line in group.lines]
        numbers = [
            item.page for item in (*lines, *(question.item for question in self.questions)) if item.page
        ]
        return list(range(min(numbers), max(numbers) + 1)) if numbers else []

    @cached_property
    def open_items(self) -> list[Item]:
        """What still waits, in the order of the text: errors and questions, then facts that nobody looked at."""
        found = [item for item in self.review if not item.is_settled and self._waits(item)]
        return sorted(found, key=lambda item: (item.span or (0, 0))[0])

    def _waits(self, item: Item) -> bool:
        return item.name != "findings" or severity_of(item.value) != "info"

    def open_after(self, key: str) -> Item | None:
        """The next of these behind a fact, from the beginning again where there is none."""
        items = self.open_items
        now = self.review.item(key)
        if now is None:
            return items[0] if items else None
        place = (now.span or (0, 0))[0]
        keys = [item.key for item in items]
        if key in keys:
            return items[(keys.index(key) + 1) % len(items)] if len(items) > 1 else None
        return next(
            (item for item in items if (item.span or (0, 0))[0] >= place), items[0] if items else None
        )

    def deed(self) -> SafeString:
        """The text of the part as HTML."""
        start, end = self.part.start, self.part.end
        first = self.text.count("\n", 0, start)
        styles = {number - first: style for number, style in frame_of(self.text, self.plan).items()}
        inside = [heading for heading in self.headings if start <= heading.start < end]
        return render_deed(
            self.text[start:end].removesuffix("\n"),
            self._marks(),
            [Heading(heading.start - start, heading.depth) for heading in inside],
            styles,
        )

    def _marks(self) -> Iterator[Mark]:
        start = self.deed_start
        for group in self.groups:
            for line in group.lines:
                span = line.item.span
                if span and group.kind.key != "sections":
                    short = span[1] - span[0] <= FINE_MOST
                    tone = "fine" if group.kind.fine and short and not line.item.is_removed else ""
                    yield Mark(line.item.key, span[0] - start, span[1] - start, tone)
        for question in self.questions:
            if question.item.span:
                (first, last), key = question.item.span, question.item.key
                knot = (f"of-{key}", question.number)
                yield Mark(key, first - start, last - start, question.tone or "info", knot)


def fact_at(review: Review, finding: Item) -> Item | None:
    """The fact whose words are those of a finding, or lie around them most closely; a section if no other."""
    if finding.span is None:
        return None
    start, end = finding.span
    around = [
        item
        for item in review
        if item.name != "findings"
        and item.span
        and item.span[0] <= start
        and end <= item.span[1]
        and not item.is_removed
    ]
    return min(around, key=lambda item: (item.name == "sections", _length(item)), default=None)


def _length(item: Item) -> int:
    return item.span[1] - item.span[0] if item.span else 0


def line_of(item: Item) -> Line:
    return Line(item, BY_KEY[item.name])


def label_of(item: Item) -> str:
    """What a fact is called where only its place is shown."""
    if item.name == "findings":
        return str(item.value.get("message") or "")
    kind = BY_KEY[item.name]
    return f"{kind.label}: {kind.said(item.value)[0]}"
