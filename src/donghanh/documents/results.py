"""From the child's answer to values that may be stored: nothing it says is taken on trust."""

import logging
import math
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from donghanh.documents import child
from donghanh.documents.originals import Original, path_of, store
from donghanh.reading import papers_of
from donghanh.reading.compare import SETTLED
from donghanh.sealed import answers, sandbox
from donghanh.sealed.sealing import CONVERTING, PARSING, Profile

log = logging.getLogger(__name__)

PAGES_MOST = 1_000_000
NEEDS_PROGRAMS = {"needs": "programs"}


@dataclass(frozen=True, slots=True)
class Result:
    """A reading that may be stored.

    version: of the reader that made it. recognised: the pages whose words were recognised, as the columns of
    `RecognisedPage`. searchable: the PDF made of them, as it was kept.
    """

    version: str
    kind: str
    pages: int | None
    text: str
    plan: dict[str, Any]
    doubts: list[dict[str, str]]
    recognised: list[dict[str, Any]]
    searchable: Original | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is none: a code, and the reader's message where it has one."""

    code: str
    message: str = ""


def read_sealed(
    sha256: str, name: str, on_progress: sandbox.OnProgress = lambda done, total: None
) -> Result | Failure:
    """Read a stored original in a sealed child process; whatever happens there becomes a value.

    Of the name only the ending is told: another person may have given the same file another name.
    on_progress: told how many pages of pictures are recognised, of how many.
    """
    try:
        answer, searchable = _ask(sha256, name, PARSING, on_progress)
        if answer == NEEDS_PROGRAMS:
            answer, searchable = _ask(sha256, name, CONVERTING, on_progress)
        outcome = _check(answer, sha256)
        return replace(outcome, searchable=searchable) if isinstance(outcome, Result) else outcome
    except FileNotFoundError:
        return Failure("missing")
    except OSError as error:  # a full disk, most likely
        log.error("reading %s: %s", sha256[:12], type(error).__name__)
        return Failure("crash")
    except sandbox.ChildTimeoutError:
        return Failure("timeout")
    except sandbox.ChildOutputError:
        return Failure("too_much")
    except sandbox.ChildError as error:
        log.warning("reading %s: %s", sha256[:12], error.detail)
        return Failure("crash")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        log.warning("reading %s: answer is not as agreed: %s", sha256[:12], type(error).__name__)
        return Failure("crash")


def _ask(
    sha256: str, name: str, profile: Profile, on_progress: sandbox.OnProgress
) -> tuple[Any, Original | None]:
    """The child's answer, and the searchable PDF where it left one."""
    made: list[Original] = []
    with path_of(sha256).open("rb") as file:
        answer = sandbox.run_sealed(
            child.READER,
            file,
            profile,
            arguments=[f"*{PurePath(name).suffix[:12]}"],
            on_progress=on_progress,
            keep=lambda folder: made.extend(_searchable(folder, profile.file_size)),
        )
    return answers.load(answer), made[0] if made else None


def _searchable(folder: Path, most: int) -> Iterator[Original]:
    """The PDF that the child left in its folder, if it is a file and looks like one."""
    try:
        descriptor = os.open(folder / child.SEARCHABLE, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if stat.S_ISREG(about.st_mode) and about.st_size <= most and file.read(5) == b"%PDF-":
            file.seek(0)
            yield store(iter(lambda: file.read(sandbox.CHUNK), b""))


def _check(answer: Any, sha256: str) -> Result | Failure:
    if "unreadable" in answer:
        return Failure(str(answer["unreadable"]["code"])[:32], str(answer["unreadable"]["message"]))
    if "fault" in answer:
        kind, where = answer["fault"]["kind"], answer["fault"]["where"]
        log.error("reading %s: %s at %s", sha256[:12], kind, where)
        return Failure({"MemoryError": "memory", "SealError": "sealing"}.get(kind, "fault"))
    reading = answer["reading"]
    pages = reading["pages"]
    if not (isinstance(reading["text"], str) and isinstance(reading["plan"], dict)):
        raise TypeError("reading")
    for paper in papers_of(reading["plan"]):
        _check_paper(paper)
    if pages is not None and not 0 <= pages <= PAGES_MOST:
        raise ValueError("pages")
    recognised = [_page(page) for page in reading.get("recognised", [])]
    if len({page["number"] for page in recognised}) < len(recognised):
        raise ValueError("recognised")
    return Result(
        version=str(reading["version"])[:32],
        kind=str(reading["kind"])[:16],
        pages=pages,
        text=reading["text"],
        plan=reading["plan"],
        doubts=[{"code": str(d["code"]), "message": str(d["message"])} for d in reading["doubts"]],
        recognised=recognised,
    )


def _check_paper(paper: Any) -> None:
    """The shape that pages and columns rely on.

    Raises: TypeError.
    """
    if not isinstance(paper, dict) or not isinstance(paper["document"], dict):
        raise TypeError("document")
    if not all(
        isinstance(paper["document"].get(key) or {}, dict) for key in ("period", "signatory", "annex_of")
    ):
        raise TypeError("document")
    lists = (value for value in paper.values() if isinstance(value, list))
    if not all(isinstance(fact, dict) for facts in lists for fact in facts):
        raise TypeError("facts")


def _page(page: Any) -> dict[str, Any]:
    words = [[str(word[0])[:200], *map(float, word[1:6])] for word in page["words"]]
    number, width, height = int(page["number"]), float(page["width"]), float(page["height"])
    if not (0 < number <= PAGES_MOST and math.isfinite(width) and math.isfinite(height)):
        raise ValueError("recognised")
    return {"number": number, "width": width, "height": height, "words": words}


def columns(plan: dict[str, Any]) -> dict[str, Any]:
    """The columns of a Reading that repeat what stands in its plan, for lists and filters.

    A plan that a decision issues has the decision's number and day. Findings about which a person decided count
    no more.
    """
    document = plan["document"]
    issued_with = document.get("annex_of") or {}
    period = document.get("period") or {}
    findings = [
        finding
        for paper in papers_of(plan)
        for finding in paper.get("findings") or []
        if finding.get("state") not in SETTLED
    ]
    severities = [finding.get("severity") for finding in findings]
    codes = sorted({str(finding.get("code")) for finding in findings})
    return {
        "document_kind": str(document.get("kind") or "other")[:32],
        "number": str(document.get("number") or issued_with.get("number") or "")[:255],
        "issuer": str(document.get("issuer") or ""),
        "issued_on": _date(document.get("issued_on") or issued_with.get("issued_on")),
        "title": str(document.get("title") or ""),
        "period_from": _date(period.get("from")),
        "period_to": _date(period.get("to")),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "remarks": severities.count("info"),
        "programme": str(document.get("programme") or ""),
        "open_findings": f" {' '.join(codes)} " if codes else "",
    }


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
