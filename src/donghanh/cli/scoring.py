"""`donghanh read --score DIR`: how well the reader does on an office's own papers.

DIR/files holds the papers, DIR/gold what people say that they hold: `files/a.docx` goes with `gold/a.json`, the
second paper of the file with `gold/a.2.json`. `donghanh corrections export DIR` writes both.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from donghanh.reading.compare import papers_of
from donghanh.reading.score import LISTS, Score, Tally, mean, score

_SECOND = re.compile(r"(?P<stem>.+)\.(?P<number>\d{1,3})")


@dataclass(frozen=True, slots=True)
class Asked:
    """One paper to score: its file, its place in the file from 0, and what is wanted of it."""

    file: Path
    paper: int
    wanted: Mapping[str, Any]

    @property
    def name(self) -> str:
        return f"{self.file.name} ({self.paper + 1})" if self.paper else self.file.name


class NothingToScoreError(Exception):
    """The folder holds no papers with what is wanted of them; the message says what is lacking, in Vietnamese."""


def asked_of(folder: Path) -> list[Asked]:
    """Everything in a folder that can be scored.

    Raises: NothingToScoreError.
    """
    golds = sorted((folder / "gold").glob("*.json"))
    files = {file.stem: file for file in sorted((folder / "files").glob("*")) if file.is_file()}
    if not golds or not files:
        raise NothingToScoreError(
            "Thư mục phải có hai thư mục con: files (văn bản) và gold (đáp án .json cùng tên)."
        )
    found = []
    for gold in golds:
        second = _SECOND.fullmatch(gold.stem)
        stem, paper = (second["stem"], int(second["number"]) - 1) if second else (gold.stem, 0)
        file = files.get(gold.stem) or files.get(stem)
        if file is None:
            raise NothingToScoreError(f"Không có văn bản nào trong files cho đáp án “{gold.name}”.")
        try:
            wanted = json.loads(gold.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise NothingToScoreError(f"Đáp án “{gold.name}” không đọc được.") from error
        if not isinstance(wanted, dict):
            raise NothingToScoreError(f"Đáp án “{gold.name}” không phải dạng donghanh.plan/1.")
        found.append(Asked(file, 0 if files.get(gold.stem) else paper, wanted))
    return found


def scored(asked: Asked, read: Mapping[str, Any] | None) -> Score:
    """A paper that could not be read, or is not in the file, agrees with nothing."""
    papers = papers_of(read) if read is not None else []
    return score(asked.wanted, papers[asked.paper] if asked.paper < len(papers) else {})


def table(title: str, found: Score) -> str:
    """One paper, as the form's own scorer prints it."""
    lines = [title, _HEAD]
    for name in LISTS:
        row = found.tallies.get(name)
        counts = f"  {round(row.hits, 3):g}/{row.read}/{row.wanted}" if row else ""
        lines.append(_line(name, (row.precision, row.recall, row.f1) if row else None) + counts)
    return "\n".join([*lines, _foot(found.macro, found.roles, found.leads), ""])


def means(found: Sequence[Score]) -> str:
    """The mean over the papers to which a list applies."""
    lines = [f"mean of {len(found)} documents", _HEAD]
    for name in LISTS:
        rows = [one.tallies[name] for one in found if name in one.tallies]
        lines.append(_line(name, _mean_of(rows)))
    parts = (
        mean(one.macro for one in found),
        mean(one.roles for one in found),
        mean(one.leads for one in found),
    )
    return "\n".join([*lines, _foot(*parts), ""])


_HEAD = f"  {'category':18}     P      R     F1  hits/pred/gold"


def _mean_of(rows: Sequence[Tally]) -> tuple[float, float, float] | None:
    if not rows:
        return None
    count = len(rows)
    return (
        sum(row.precision for row in rows) / count,
        sum(row.recall for row in rows) / count,
        sum(row.f1 for row in rows) / count,
    )


def _line(name: str, parts: tuple[float, float, float] | None) -> str:
    return f"  {name:18}" + " ".join(map(_cell, parts or (None, None, None)))


def _foot(macro: float | None, roles: float | None, leads: float | None) -> str:
    return f"  macro_f1 {_cell(macro)}  role_accuracy {_cell(roles)}  lead_f1 {_cell(leads)}"


def _cell(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"
