"""Which part of an official document a paragraph is, told from its words and its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghanh.vietnam.documents import heading_kind
from donghanh.writing.checking.measuring import Measured
from donghanh.writing.model import Look

_NATION = re.compile(r"CỘNG H(?:OÀ|ÒA) XÃ HỘI", re.IGNORECASE)
_MOTTO = re.compile(r"Độc lập\s*[-–]\s*Tự do", re.IGNORECASE)
_NUMBER = re.compile(r"Số\s*:")
_DATED = re.compile(r"ngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_SUBJECT = re.compile(r"V/v\b|Về việc\b", re.IGNORECASE)
_ATTACHED = re.compile(r"\(?\s*(?:Ban hành\s+)?(?:kèm theo|đính kèm)\b", re.IGNORECASE)
_RECIPIENTS = re.compile(r"Nơi nhận\b", re.IGNORECASE)
_ANNEX = re.compile(r"PHỤ LỤC\b|Phụ lục\s+(?:số\s+)?[IVX\d]")
_PART = re.compile(r"(?:[IVX]{1,6}|[A-HĐ])[.)/]\s+\S|(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:thứ |THỨ )?[IVX\dN]")
_FRONT = 60  # paragraphs within which a letterhead stands
_FOOT = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with what it is."""

    look: Look
    paragraph: Measured


def parts_of(paragraphs: Sequence[Measured]) -> list[Part]:
    """The parts of one file, its annexes included; paragraphs without words are left out."""
    found: list[Part] = []
    for paper in _papers(paragraphs):
        found += _Paper(paper).parts()
    return found


def _papers(paragraphs: Sequence[Measured]) -> Iterator[list[Measured]]:
    """The first paper, and each annex: it begins on a sheet of its own with its name or with a title in the middle."""
    start = 0
    for at, paragraph in enumerate(paragraphs):
        begins = at > start and paragraph.sheet != paragraphs[at - 1].sheet
        if begins and any(
            _ANNEX.match(p.text) or _NATION.search(p.text) or _ATTACHED.match(p.text)
            for p in paragraphs[at : at + _FRONT // 4]
        ):
            yield list(paragraphs[start:at])
            start = at
    yield list(paragraphs[start:])


class _Paper:
    def __init__(self, paragraphs: Sequence[Measured]) -> None:
        self.lines = [paragraph for paragraph in paragraphs if paragraph.text]
        self.looks: dict[int, Look] = {}

    def parts(self) -> list[Part]:
        kind = self._kind()
        head = self._letterhead(kind)
        body = self._title(kind, head)
        foot = self._foot(body)
        self._body(body, foot)
        return [Part(self.looks[at], line) for at, line in enumerate(self.lines) if at in self.looks]

    def _kind(self) -> int | None:
        """The line that names the kind of paper, or the annex; None for a letter."""
        for at, line in enumerate(self.lines[:_FRONT]):
            if line.row is not None:
                return None
            named = heading_kind(line.text)
            if (named is not None and len(line.text) < 60 and line.side is None) or _ANNEX.match(line.text):
                return at
        return None

    def _letterhead(self, kind: int | None) -> int:
        """Name what stands above the kind; returns where the letterhead ends."""
        end = kind
        if end is None:
            beside = next((i for i, p in enumerate(self.lines[:_FRONT]) if p.side is None), 0)
            end = next(
                (i for i, p in enumerate(self.lines[:_FRONT]) if p.text.startswith("Kính gửi")), beside
            )
        names: list[int] = []
        for at, line in enumerate(self.lines[:end]):
            look = _of_letterhead(line.text)
            if look is None and line.side in (None, 0) and Look.NUMBER not in self.looks.values():
                names.append(at)
            elif look is None and line.side == 0 and Look.SUBJECT in self.looks.values():
                look = Look.SUBJECT  # its next line
            if look is not None:
                self.looks[at] = look
        strong = [at for at in names if all(run.bold for run in self.lines[at].runs)]
        issuers = strong or names[-1:]
        for at in names:
            self.looks[at] = Look.ISSUER if at in issuers else Look.SUPERIOR
        return end

    def _title(self, kind: int | None, at: int) -> int:
        """Name kind, title and addressees; returns where the text begins."""
        if kind is not None:
            self.looks[kind] = Look.KIND
            at = kind + 1
        first = at
        if Look.SUBJECT not in self.looks.values():
            while at < len(self.lines) and self._goes_on(at, first=at == first):
                line = self.lines[at]
                self.looks[at] = Look.ATTACHED if _ATTACHED.match(line.text) else Look.TITLE
                at += 1
        while at < len(self.lines) and (
            self.lines[at].text.startswith("Kính gửi")
            or (self.looks.get(at - 1) is Look.ADDRESSEE and self.lines[at].text.startswith("-"))
        ):
            self.looks[at] = Look.ADDRESSEE
            at += 1
        return at

    def _goes_on(self, at: int, *, first: bool) -> bool:
        line = self.lines[at]
        if line.row is not None or line.side is not None:
            return False
        centred = line.look.align == "center"
        return bool(_ATTACHED.match(line.text)) or centred or (first and all(run.bold for run in line.runs))

    def _foot(self, start: int) -> int:
        """Name recipients and signature; returns where the text ends."""
        lines = self.lines
        label = next(
            (
                i
                for i in range(len(lines) - 1, max(start, len(lines) - _FOOT) - 1, -1)
                if _RECIPIENTS.match(lines[i].text)
            ),
            None,
        )
        end = len(lines) if label is None else label
        while end > start and lines[end - 1].side is not None:
            end -= 1
        signing: set[int | None] = set()  # the sides on which somebody signs
        for at in range(end, len(lines)):
            line = lines[at]
            if at == label:
                self.looks[at] = Look.RECIPIENTS_LABEL
            elif (
                label is not None and at > label and line.side == lines[label].side and line.text[:1] in "-–+"
            ):
                self.looks[at] = Look.RECIPIENTS
            elif line.text.isupper() or (line.side is not None and line.side not in signing):
                self.looks[at] = Look.CAPACITY
                signing.add(line.side)
            elif line.side is not None:
                self.looks[at] = Look.SIGNER
        return end

    def _body(self, start: int, end: int) -> None:
        opened = False
        for at in range(start, end):
            line = self.lines[at]
            if line.row is not None:
                self.looks[at] = Look.TABLE_HEAD if line.row == 0 else Look.TABLE_TEXT
            elif line.side is not None:
                continue
            elif _PART.match(line.text) and line.text.rstrip()[-1:] not in ".;":
                self.looks[at], opened = Look.PART, True
            elif not opened and re.match(r"Căn cứ\b", line.text) and not line.text.endswith(":"):
                self.looks[at] = Look.BASIS
            else:
                self.looks[at] = Look.BODY if line.look.align != "center" else Look.AUTHORITY


def _of_letterhead(text: str) -> Look | None:
    for pattern, look in (
        (_NATION, Look.NATION),
        (_MOTTO, Look.MOTTO),
        (_NUMBER, Look.NUMBER),
        (_SUBJECT, Look.SUBJECT),
        (_DATED, Look.PLACE_DATE),
    ):
        if pattern.search(text) if pattern in (_NATION, _MOTTO, _DATED) else pattern.match(text):
            return look
    return None
