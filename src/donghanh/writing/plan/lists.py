"""The body of a plan that came without its words: headings, and under each what the lists say of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from donghanh.vietnam.dates import find_period
from donghanh.vietnam.organisations import starts_name, strip_address
from donghanh.writing.model import DOTS, Block, Paragraph, Table, heading
from donghanh.writing.plan import entries as make
from donghanh.writing.plan import wording
from donghanh.writing.plan.entries import Entry
from donghanh.writing.plan.form import Period, Plan, Responsibility, Section
from donghanh.writing.plan.numbering import closed, level, rank
from donghanh.writing.plan.quotas import quota_groups, quota_table
from donghanh.writing.plan.said import Said, has_words_of
from donghanh.writing.plan.sources import settle
from donghanh.writing.plan.verbatim import as_blocks, line_of
from donghanh.writing.plan.wording import asking, joined

_WHERE = re.compile(r"^(?!.*(?:chỉ tiêu|mục tiêu)).*(?:địa bàn|địa điểm|phạm vi|nơi)", re.IGNORECASE)
_WHEN = re.compile(r"(?:về )?thời gian", re.IGNORECASE)
_SHARES = re.compile(r"phân bổ|giao chỉ tiêu|chỉ tiêu giao|phân giao", re.IGNORECASE)
# Under headings of these an item would be an activity, a target, a duty; what is none stands without a mark.
_ITEMISED = ("content", "targets", "organisation")
_ADDRESSING = ("cong_van", "thong_bao", "quyet_dinh")  # kinds whose highest headings may name units


class Lists:
    """The lists of one plan, by the section that each entry names."""

    def __init__(self, plan: Plan, said: Said) -> None:
        self.plan = plan
        self.said = said
        self.sections = {section.id: section for section in plan.sections}
        self.below: dict[str | None, list[Section]] = defaultdict(list)
        for section in plan.sections:
            self.below[section.parent].append(section)
        self.entries: dict[str | None, list[Entry]] = defaultdict(list)
        self.by_text: dict[tuple[str | None, str], Entry] = {}  # of a section, the first with these words
        self.headings: dict[str, Entry] = {}
        self.duties: dict[str | None, list[Responsibility]] = defaultdict(list)
        self.quotas: dict[str | None, list[Table]] = defaultdict(list)
        self.closing: list[str] = []
        self.written: set[str] = set()  # headings that stand as rows of a quota table
        for section in plan.sections:
            said.add(section.title, *(section.body or ()))
        self._take_items()
        self._take_amounts()
        self._take_reports()
        self._take_quotas()

    def _take_items(self) -> None:
        for section in self.plan.sections:
            self.headings[section.id] = Entry(section.title, section.label, heading=True)
        for target in self.plan.targets:
            self.add(target.section, make.of_target(target))
        for activity in self.plan.activities:
            entry = make.of_activity(activity)
            holder = self.sections.get(activity.section or "")
            if holder is not None and holder.title == activity.text:
                self.headings[holder.id].cells |= entry.cells  # a row that is both heading and activity
                self.headings[holder.id].both = True
                self.said.add(*entry.cells.values())
            else:
                self.add(activity.section, entry)
        for responsibility in self.plan.responsibilities:
            self.duties[self._known(responsibility.section)].append(responsibility)
            self.said.add(*responsibility.duties, *responsibility.units)

    def _take_amounts(self) -> None:
        """Sums go to the entry whose words they have; what no entry says is an entry of its own."""
        by_place = groupby(self.plan.amounts, lambda amount: (self._known(amount.section), amount.text))
        for (place, text), group in by_place:
            amounts = list(group)
            if (holder := self.sections.get(place or "")) is not None and holder.title == text:
                if not make.says_all(text, amounts):
                    self.headings[holder.id].priced = True
                    make.add_amounts(self.headings[holder.id], amounts)
                continue
            own = self.by_text.get((place, text))
            if own is None and self.said.holds(text) and make.says_all(text, amounts):
                continue
            if own is None:
                own = Entry(text, aside=True)
                self.add(place, own)
            make.add_amounts(own, amounts)
            self.said.add(text, *own.cells.values())

    def _take_reports(self) -> None:
        for report in self.plan.reporting:
            if self.said.holds(report.text):
                continue
            place = self._of_role("reporting", "organisation")
            if place is None:
                self.closing.append(report.text)
                self.said.add(report.text)
            else:
                self.add(place, Entry(report.text, aside=True))

    def _take_quotas(self) -> None:
        """Each quota table goes under the heading that it best suits, heading rows within it."""
        worded = any(section.body for section in self.plan.sections)
        if worded and all(self.said.holds(one.unit) for one in self.plan.allocations):
            return  # the words have the table
        for one in self.plan.allocations:
            self.said.add(one.unit, one.note)
        tables = list(quota_groups(self.plan.allocations))
        if not tables:
            return
        place = self._of_quotas()
        under = [s for s in self.below[place] if not self._has_any(s) and not self._is_row(s)]
        holders = [s.id for s in under] if len(under) == len(tables) > 1 else [place] * len(tables)
        for holder, allocations in zip(holders, tables, strict=True):
            bands = [s for s in self.below[holder] if self._is_row(s) and not self._has_any(s)]
            bands = [s for s in bands if s.id not in self.written]
            self.written.update(s.id for s in bands)
            self.quotas[holder].append(quota_table(allocations, [self.headings[s.id] for s in bands]))

    def _of_quotas(self) -> str | None:
        rows = [s.parent for s in self.plan.sections if self._is_row(s) and not self._has_any(s)]
        shares = [s.id for s in self.plan.sections if _SHARES.search(s.title) and not self._has_any(s)]
        if rows and (holder := self.sections.get(rows[0] or "")) is not None:
            return holder.parent if holder.parent in shares else holder.id
        if shares:
            return shares[0]
        return self._of_role("targets", "content", "organisation", "scope", "budget", "other")

    def _has_any(self, section: Section) -> bool:
        return bool(self.entries[section.id] or self.duties[section.id])

    def add(self, place: str | None, entry: Entry) -> None:
        """Take up an entry under a section, None for the paper as a whole."""
        self.entries[self._known(place)].append(entry)
        self.by_text.setdefault((self._known(place), entry.text), entry)
        self.said.add(entry.text, *entry.cells.values())

    def _known(self, place: str | None) -> str | None:
        return place if place in self.sections else None

    def _of_role(self, *roles: str) -> str | None:
        """The last section without words, of the highest ones where there are such, in the first of these roles."""
        for role in roles:
            found = [section for section in self.plan.sections if section.role == role and not section.body]
            if found:
                return next((s.id for s in reversed(found) if s.parent is None), found[-1].id)
        return None

    # What the paper says of itself.

    def tell_period(self) -> str | None:
        """Where no words tell it, the time goes under a heading that suits; else returns the sentence."""
        facts = self.plan.document
        period = facts.period
        bodies = (text for section in self.plan.sections for text in section.body or ())
        words = (facts.title, *(facts.opening or ()), *(facts.closing or ()), *bodies)
        if period.start is None or period.end is None or any(_tells(text, period) for text in words):
            return None
        span = f"từ ngày {period.start:%d/%m/%Y} đến ngày {period.end:%d/%m/%Y}"
        free = [s for s in self.plan.sections if not s.body]
        timed = [s for s in free if s.role != "content" and _WHEN.match(s.title)]
        high = [
            s
            for role in ("scope", "purpose")
            for s in free
            if s.role == role and s.label and rank(s.label) < rank("1")
        ]
        if found := timed or high:
            self.entries[found[0].id].insert(0, Entry(f"Thời gian thực hiện: {span}.", bullet=True))
            return None
        return f"{self._this_paper()} được thực hiện {span}."

    def _this_paper(self) -> str:
        return f"{wording.kind_line(self.plan.document).capitalize() or 'Kế hoạch'} này"

    def tell_programme(self) -> str | None:
        """The programme that the paper plans, in a sentence where no words name it."""
        name = self.plan.document.programme
        if not name or has_words_of(self.plan.document.title, name) or self.said.holds(name):
            return None
        return f"{self._this_paper()} thực hiện {name}."

    def tell_places(self) -> str | None:
        """Places that nothing names go under a heading of where; else returns the sentence that names them."""
        missing = [place for place in self.plan.places if not self.said.names(place.name)]
        if not missing:
            return None
        named = [f"{place.name}, {place.within}" if place.within else place.name for place in missing]
        sentence = f"Địa phương liên quan: {joined(named)}."
        scopes = (s for s in self.plan.sections if s.role == "scope" and not s.body)
        place = next((s.id for s in scopes if _WHERE.search(s.title)), None)
        if place is None:
            return sentence
        self.add(place, Entry(sentence))
        return None

    # The body as blocks.

    def blocks(self) -> Iterator[Block]:
        yield from self._entries(self.entries[None], None, None)
        yield from self.quotas[None]
        yield from self._parts(None)
        yield from self._duties(None, None)
        yield from self._closing()

    def _closing(self) -> Iterator[Block]:
        """Sentences that belong under no heading; a decision has them in articles."""
        number = len(self.duties[None])
        for at, text in enumerate(self.closing, number + 1):
            article = self.plan.document.kind == "quyet_dinh"
            yield Paragraph(f"{self._next_label(at, None)} {text}" if article else text)

    def _parts(self, parent: str | None) -> Iterator[Block]:
        if self._is_table(parent):
            rows = [*self._rows(parent), *self._totals(parent)]
            settle(rows)
            yield make.as_table(rows)
            yield from self._beside(parent)
            return
        above = self.sections[parent].label if parent else None
        for section in (s for s in self.below[parent] if s.id not in self.written):
            yield heading(
                closed(section.label or "", above), section.title, level(section.label, self._depth(section))
            )
            under = list(self._under(section.id))
            yield from under
            yield from self._parts(section.id)
            if not under and not self.below[section.id] and section.body is None:
                yield Paragraph(DOTS, gap=True)

    def _depth(self, section: Section) -> int:
        depth = 1
        while section.parent in self.sections and depth < 9:
            section, depth = self.sections[section.parent or ""], depth + 1
        return depth

    def _under(self, place: str | None) -> Iterator[Block]:
        section = self.sections.get(place or "")
        label = section.label if section else None
        if section is not None and section.body:  # its words say what the lists do
            yield from as_blocks([line_of(text) for text in section.body])
            return
        in_table = self._is_table(place)
        entries = [entry for entry in self.entries[place] if not (in_table and _is_total(entry))]
        own = self.headings[place] if place else None
        if own is not None and own.cells:  # it could not become a row of a table
            entries.insert(0, Entry(own.text, cells=own.cells))
        yield from self._entries(entries, section, label)
        yield from self._duties(place, section)
        yield from self.quotas[place]

    def _entries(self, entries: list[Entry], section: Section | None, label: str | None) -> Iterator[Block]:
        if period := make.shared_period(entries):
            yield Paragraph(f"- Thời gian thực hiện: {period}")
            for entry in entries:
                entry.cells.clear()
        if section is not None and section.role not in _ITEMISED:
            for entry in entries:
                entry.aside = entry.aside and not entry.cells and entry.text.endswith(":")
        if not make.is_tabular(entries):
            yield from make.as_paragraphs(make.in_count(entries), label)
            return
        what = {"targets": "Chỉ tiêu", "budget": "Nội dung chi"}.get(
            section.role if section else "", "Nội dung"
        )
        yield from make.as_paragraphs([entry for entry in entries if not _is_row(entry)], label)
        rows = [entry for entry in entries if _is_row(entry)]
        settle(rows)
        yield make.as_table(rows, what)

    def _duties(self, place: str | None, section: Section | None) -> Iterator[Block]:
        """Under a heading that names its units, their duties; elsewhere a sentence or a row for each."""
        found = self.duties[place]
        if len(found) == 1 and section is not None and self._names_units(section):
            duties = found[0].duties
            if found[0].request and not strip_address(section.title)[1]:
                duties = tuple(map(asking, duties))
            yield from make.as_paragraphs([Entry(duty) for duty in duties], section.label)
        elif place is None or all(_is_sentence(one) for one in found):
            for number, one in enumerate(found, 1):
                first = one.duties[0] if one.duties else joined(one.units)
                first = asking(first) if one.request else first
                yield Paragraph(f"{self._next_label(number, section)} {first}")
                yield from (Paragraph(f"- {duty}") for duty in one.duties[1:])
        else:
            yield make.duties_table(found)

    def _names_units(self, section: Section) -> bool:
        top = section.parent is None and self.plan.document.kind not in _ADDRESSING
        name, _ = strip_address(section.title)
        return not top and starts_name(name[:1].upper() + name[1:])

    def _next_label(self, number: int, section: Section | None) -> str:
        last = self.below[None][-1].label if self.below[None] else None
        if section is None and self.plan.document.kind == "quyet_dinh":
            articles = re.match(r"Điều (\d+)$", last or "Điều 0")
            return f"Điều {int(articles[1]) + number if articles else number}."
        above = section.label if section else None
        if above and rank(above) >= rank("1") and number <= len(make.ALPHABET):
            return closed(make.ALPHABET[number - 1], above)
        return closed(str(number), above)

    # Sections that are rows of a table.

    def _is_table(self, parent: str | None) -> bool:
        """Whether what stands below groups the rows of one table: a heading without number does, or one that is a row."""
        inside = [section for section in self._inside(parent) if section.id not in self.written]
        if not inside or any(self.duties[section.id] or section.body for section in inside):
            return False
        if any(self._is_row(section) for section in self.below[parent] if section.id not in self.written):
            return True
        rows = [(section, entry) for section in inside for entry in self.entries[section.id]]
        return (
            self.plan.document.kind == "phu_luc"
            and make.is_tabular(entry for _, entry in rows)
            and all(entry.label and rank(entry.label) > rank(section.label or "") for section, entry in rows)
        )

    def _is_row(self, section: Section) -> bool:
        """Whether a heading can only be a row: it has no number, is an entry as well, or counts as high as the one above."""
        above = self.sections.get(section.parent or "")
        row = self.headings[section.id]
        if section.label is None or row.both or row.priced:
            return True
        level = rank(section.label)
        return (
            above is not None and bool(above.label) and level <= rank(above.label or "") and level < rank("1")
        )

    def _totals(self, parent: str | None) -> list[Entry]:
        """The rows that add up a table whose rows are grouped."""
        return [entry for entry in self.entries[parent] if _is_total(entry)]

    def _inside(self, parent: str | None) -> Iterator[Section]:
        for section in self.below[parent]:
            yield section
            yield from self._inside(section.id)

    def _rows(self, parent: str | None) -> Iterator[Entry]:
        """Headings and what stands under them as rows; numbered where numbered headings would else group nothing."""
        for section in self._inside(parent):
            yield self.headings[section.id]
            entries = [entry for entry in self.entries[section.id] if _is_row(entry)]
            bare = section.label is not None and not any(entry.label for entry in entries)
            for number, entry in enumerate(entries, 1):
                if bare:
                    below = f"{section.label}." if rank(section.label or "") >= rank("1") else ""
                    entry.label = "" if make.TOTAL.match(entry.text) else f"{below}{number}"
                yield entry

    def _beside(self, parent: str | None) -> Iterator[Block]:
        """What stands in no row of a table of headings: it follows the table."""
        for section in self._inside(parent):
            yield from (Paragraph(entry.text) for entry in self.entries[section.id] if not _is_row(entry))
            yield from self.quotas[section.id]


def _is_row(entry: Entry) -> bool:
    """Whether an entry can stand in a table; what stands beside the entries cannot, unless it has figures."""
    return bool(entry.cells) or not entry.aside


def _is_total(entry: Entry) -> bool:
    """Whether it is the row that adds up a table whose rows are grouped."""
    return bool(entry.cells) and make.TOTAL.match(entry.text) is not None


def _tells(text: str, period: Period) -> bool:
    """Whether a text tells this time: "năm 2026" for the whole year, or the span itself."""
    start, end = period.start, period.end
    if start is None or end is None:
        return True
    if str(start.year) not in text:
        return False
    words = text.casefold()
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole and start.year == end.year and f"năm {start.year}" in words:
        return True
    found = find_period(words, start.year)
    return bool(found and found.period and (found.period.start, found.period.end) == (start, end))


def _is_sentence(one: Responsibility) -> bool:
    """Whether its first duty is the sentence whose subject its units are."""
    if not one.duties or not one.units:
        return False
    first, _ = strip_address(one.duties[0])
    named = " ".join(one.units[0].casefold().split()[:2])
    return first.casefold().startswith(named) or one.duties[0].casefold().startswith(named)
