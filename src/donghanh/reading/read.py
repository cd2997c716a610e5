"""A file becomes a reading: blocks, outline, facts, findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from donghanh.reading.blocks import BlockDocument, Doubt, FileKind
from donghanh.reading.checks import check_plan
from donghanh.reading.errors import NotAPlan
from donghanh.reading.extractors import extract_plan
from donghanh.reading.formats import read_blocks
from donghanh.reading.outline import Outline, build_outline
from donghanh.reading.source import build_source
from donghanh.reading.tables import Column, TableView

# Raised whenever the same file can yield another reading, so that stored readings can be compared.
READER_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says.

    plan: the form `donghanh.plan/1`; text: what its ranges refer to; pages: None where the format has none;
    doubts: what the stages could not settle, for the person who checks.
    """

    plan: Mapping[str, Any]
    text: str
    kind: FileKind
    pages: int | None
    doubts: tuple[Doubt, ...]


def read_file(path: Path, *, name: str | None = None) -> Reading:
    """Read one file.

    Raises: UnreadableFile (a subclass says why) where it cannot be read or is no official document.
    """
    return read_document(read_blocks(path.read_bytes(), name or path.name))


def read_document(document: BlockDocument) -> Reading:
    """From blocks to the form.

    Raises: NotAPlan where the words have nothing of an official document.
    """
    outline = build_outline(build_source(document))
    if not _is_official(outline):
        raise NotAPlan
    plan = extract_plan(outline)
    plan.findings = check_plan(outline, plan)
    return Reading(
        plan=plan.as_json(),
        text=outline.source.text,
        kind=document.kind,
        pages=document.pages,
        doubts=(*document.doubts, *plan.doubts),
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
