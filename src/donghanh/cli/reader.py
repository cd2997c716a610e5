"""Reads one file for the command, in a process of its own, and says what became of it."""

import json
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from donghanh.cli import words
from donghanh.cli.files import opening_problem, put_text, writing_problem

if TYPE_CHECKING:
    from donghanh.reading import Reading


class Form(StrEnum):
    """What is printed of a reading."""

    SUMMARY = "summary"
    JSON = "json"
    TEXT = "text"
    FINDINGS = "findings"
    COMPARISON = "comparison"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read; where to write the form and the text, None for nowhere; an older reading to compare."""

    file: Path
    form: Form
    json_to: Path | None = None
    text_to: Path | None = None
    old: Path | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read. output: in the form asked for; severities: how many findings of each."""

    output: object
    severities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not: why and what to do, and for whoever repairs the program where it failed."""

    message: str
    trace: str = ""


_TOO_MUCH = (
    "Đọc tệp này cần quá nhiều bộ nhớ. Hãy tách kế hoạch và phụ lục thành từng tệp, bỏ bớt ảnh rồi đọc lại."
)
_FAULT = (
    "Chương trình gặp lỗi khi đọc tệp này. Hãy mở tệp bằng Word, lưu thành .docx rồi đọc lại; "
    "nếu vẫn lỗi, hãy báo người phụ trách chương trình."
)
_NO_READING = (
    "“{}” không phải kết quả đọc đã lưu (JSON donghanh.plan/1). "
    "Hãy chọn tệp do donghanh read TỆP --json hoặc --out ghi ra."
)


def read(job: Job, report: Callable[[float], None] = lambda done: None) -> Read | Unread:
    """Read the file of a job, write what it asks to be written; never raises.

    report: told what share of the pages that have to be recognised is done.
    """
    try:
        return _read(job, report)
    except MemoryError:
        return Unread(_TOO_MUCH)
    except Exception:  # noqa: BLE001 (one file must not stop the others)
        return Unread(_FAULT, traceback.format_exc())


def _read(job: Job, report: Callable[[float], None]) -> Read | Unread:
    # Only here: the command that hands out the jobs starts at once and stays small.
    from donghanh.reading import read_file  # noqa: PLC0415
    from donghanh.reading.errors import UnreadableFile  # noqa: PLC0415

    old = None
    if job.old is not None and (old := _old_reading(job.old)) is None:
        return Unread(_NO_READING.format(words.plain(str(job.old))))
    try:
        reading = read_file(job.file, on_page=lambda done, total: report(done / max(1, total)))
    except UnreadableFile as unreadable:
        return Unread(words.plain(unreadable.message))
    except OSError as error:
        return Unread(opening_problem(error), traceback.format_exc())
    form = ""
    if job.json_to or job.form is Form.JSON:
        form = json.dumps(reading.plan, ensure_ascii=False, indent=2) + "\n"
    try:
        if job.json_to:
            put_text(job.json_to, form)
        if job.text_to:
            put_text(job.text_to, reading.text + "\n")
    except OSError as error:
        return Unread(writing_problem(error), traceback.format_exc())
    return _shown(job.form, reading, form, old)


def _shown(form: Form, reading: "Reading", as_json: str, old: Mapping[str, Any] | None) -> Read:
    """What is printed of a reading in one form."""
    from donghanh.cli.comparison import lines  # noqa: PLC0415
    from donghanh.cli.summary import doubted, remarks, summarise  # noqa: PLC0415
    from donghanh.reading import papers_of  # noqa: PLC0415

    papers = papers_of(reading.plan)
    output: object = None
    match form:
        case Form.SUMMARY:
            output = tuple(summarise(paper) for paper in papers), doubted(reading.doubts)
        case Form.FINDINGS:
            output = tuple(remark for paper in papers for remark in remarks(paper))
        case Form.COMPARISON:
            output = tuple(lines(old or {}, reading.plan))
        case Form.JSON:
            output = as_json
        case Form.TEXT:
            output = reading.text + "\n"
    return Read(output, Counter(finding["severity"] for paper in papers for finding in paper["findings"]))


def _old_reading(path: Path) -> Mapping[str, Any] | None:
    """A reading written before, None where the file holds none."""
    try:
        old = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return old if _has_the_form(old) else None


def _has_the_form(old: object) -> bool:
    if not isinstance(old, dict) or old.get("schema") != "donghanh.plan/1":
        return False
    papers = old.get("papers", [])
    if not isinstance(papers, list) or not all(map(_has_the_form, papers)):
        return False
    lists = [value for key, value in old.items() if isinstance(value, list) and key != "papers"]
    return isinstance(old.get("document"), dict) and all(
        isinstance(f, dict) for facts in lists for f in facts
    )
