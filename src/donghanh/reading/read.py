"""A file becomes a reading: blocks, papers, outlines, facts, findings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from donghanh.reading.blocks import BlockDocument, Doubt, FileKind, OnPage, RecognisedPage, nobody
from donghanh.reading.checks import check_plan
from donghanh.reading.errors import NotAPlan
from donghanh.reading.extractors import extract_plan
from donghanh.reading.formats import Unpacked, read_unpacked
from donghanh.reading.outline import Outline, build_outline
from donghanh.reading.papers import split_papers
from donghanh.reading.plan import PlanDocument
from donghanh.reading.source import Span, build_sources
from donghanh.reading.tables import Column, TableView

# Raised whenever the same file can yield another reading, so that stored readings can be compared.
READER_VERSION = "4"

# The kinds that say what is to be done, and that decisions issue.
_PLANS = ("ke_hoach", "chuong_trinh", "huong_dan")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says.

    plan: the form `donghanh.plan/1` of the paper that leads, with the others under "papers"; text: what all
    their ranges refer to; pages: None where the format has none; doubts: what the stages could not settle,
    for the person who checks; recognised: the pages whose words were recognised in pictures; searchable: makes
    the PDF of them in which one can search.
    """

    plan: Mapping[str, Any]
    text: str
    kind: FileKind
    pages: int | None
    doubts: tuple[Doubt, ...]
    recognised: tuple[RecognisedPage, ...] = ()
    searchable: Callable[[], bytes] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class _Paper:
    """One paper: its outline, which document it stands in, and the name of that where several were packed."""

    outline: Outline
    document: int
    file: str | None


def read_file(path: Path, *, name: str | None = None, on_page: OnPage = nobody) -> Reading:
    """Read one file; a .zip of several is read as one plan and what was issued with it.

    on_page: told how many pages of pictures are recognised, of how many.
    Raises: UnreadableFile (a subclass says why) where it cannot be read or is no official document.
    """
    return _read(read_unpacked(path.read_bytes(), name or path.name, on_page))


def read_document(document: BlockDocument) -> Reading:
    """From blocks to the form.

    Raises: NotAPlan where the words have nothing of an official document.
    """
    return _read(Unpacked(document.kind, (document,)))


def _read(unpacked: Unpacked) -> Reading:
    sources = build_sources(unpacked.documents)
    papers = [
        _Paper(build_outline(source, at > 0), number, unpacked.names[number] if unpacked.names else None)
        for number, whole in enumerate(sources)
        for at, source in enumerate(split_papers(whole))
    ]
    if not any(_is_official(paper.outline) for paper in papers):
        raise NotAPlan
    issued = min(papers, key=lambda paper: (_is_annex(paper.outline), not _is_official(paper.outline)))
    head = _extract(issued, None)
    read = [
        (paper, head if paper is issued else _extract(paper, head if _is_attached(paper, issued) else None))
        for paper in papers
    ]
    leading, plan = next((pair for pair in read if _is_issued_plan(pair[0], issued)), (issued, head))
    others = [pair for pair in read if pair[0] is not leading]
    form = dict(plan.as_json())
    if others or unpacked.names:
        form = {**_placed(leading, plan), "papers": [_placed(*other) for other in others]}
    alone = unpacked.documents[0] if not unpacked.names else None
    return Reading(
        plan=form,
        text=sources[0].text,
        kind=unpacked.kind,
        pages=alone.pages if alone else None,
        doubts=(
            *unpacked.doubts,
            *(doubt for document in unpacked.documents for doubt in document.doubts),
            *(doubt for read in (plan, *(read for _, read in others)) for doubt in read.doubts),
        ),
        recognised=alone.recognised if alone else (),
        searchable=alone.searchable if alone else None,
    )


def _extract(paper: _Paper, leading: PlanDocument | None) -> PlanDocument:
    plan = extract_plan(paper.outline, leading.document if leading is not None else None)
    plan.findings = check_plan(paper.outline, plan)
    return plan


def _placed(paper: _Paper, plan: PlanDocument) -> dict[str, Any]:
    """The form with where the paper stands: its range of the text, and its file where several were packed."""
    notes = {line.start for line in paper.outline.frame.notes}  # these stand behind all papers
    lines = [line for line in paper.outline.source.lines if line.start not in notes]
    first, last = lines[0], lines[-1]
    source = Span(first.start, last.end, first.page).as_json()
    return {**plan.as_json(), "source": source, **({"file": paper.file} if paper.file else {})}


def _is_annex(outline: Outline) -> bool:
    return outline.frame.kind == "phu_luc" or bool(outline.frame.annex)


def _is_attached(paper: _Paper, leading: _Paper) -> bool:
    """Whether a paper was issued with the leading one: as an annex, or behind it without its own letterhead."""
    behind = paper.document == leading.document and not paper.outline.frame.header
    return _is_annex(paper.outline) or behind


def _is_issued_plan(paper: _Paper, issued: _Paper) -> bool:
    """Whether a paper is the plan that a decision issues: that is what is to be done, the decision only says so."""
    decides = issued.outline.frame.kind == "quyet_dinh"
    return (
        decides and paper is not issued and paper.outline.frame.kind in _PLANS and _is_attached(paper, issued)
    )


def _is_official(outline: Outline) -> bool:
    """Some of what makes a paper official: its kind, numbered headings, recipients, a citation.

    A sheet may have nothing but a title and a table whose head is that of a plan.
    """
    frame = outline.frame
    signs = (
        frame.kind != "other" or frame.kind_line is not None,
        len(outline.sections) >= 2,
        bool(frame.tail),
        any(line.text.lstrip().startswith("Căn cứ") for line in outline.opening),
    )
    if sum(signs) >= 2 or (frame.kind not in ("other",) and len(outline.source.lines) >= 3):
        return True
    return bool(frame.title_text) and any(
        _plans(node.table.view) for node in outline.root.walk() if node.table
    )


def _plans(view: TableView) -> bool:
    """Whether a table says what, or who, and with it when, by whom, how many or how much."""
    kinds = set(view.columns.values()) if view.heads else set()
    of_whom = {Column.LEAD, Column.PARTNER, Column.PERIOD, Column.QUANTITY, Column.AMOUNT}
    return bool(kinds & {Column.CONTENT, Column.UNIT}) and bool(kinds & of_whom)
