"""What people corrected, as examples: by them reading can be measured on an office's own papers.

The folder has the layout that `donghanh read --score` takes: `files/` and `gold/`, named by the first figures of the
file's SHA-256 and no person's name; and `corrections.json`, every fact that somebody settled otherwise than it was read.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from django.db import transaction

from donghanh.audit.services import record
from donghanh.documents.models import Document
from donghanh.documents.originals import path_of
from donghanh.documents.review.models import FactState, ReviewedFact, Version
from donghanh.documents.review.selectors import reviews_of
from donghanh.documents.review.state import DOCUMENT, Value, as_said
from donghanh.reading import papers_of

_OTHERWISE = (FactState.CORRECTED, FactState.ADDED, FactState.REMOVED)
# What the gold's form leaves out: where a fact stands, and the words around the sections.
_HEAD_ONLY = ("opening", "closing", "header", "footer")
_LEFT_OUT = ("source", "body", "today")


def export(folder: Path) -> int:
    """Write the newest accepted version of each document, with its file; how many there are.

    Raises: FileExistsError where the folder holds anything already; OSError where it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(folder)
    (folder / "files").mkdir()
    (folder / "gold").mkdir()
    count = 0
    told: list[Value] = []
    for document in Document.objects.filter(versions__isnull=False).distinct().iterator(chunk_size=50):
        version = document.versions.last()
        original = path_of(document.sha256)
        if version is None or not original.exists():
            continue
        name = document.sha256[:12]
        ending = PurePath(document.uploads.order_by("pk").values_list("original_name", flat=True)[0]).suffix[
            :12
        ]
        shutil.copyfile(original, folder / "files" / f"{name}{ending.lower()}")
        for at, paper in enumerate(papers_of(version.plan), start=1):
            gold = folder / "gold" / (f"{name}.json" if at == 1 else f"{name}.{at}.json")
            _write(gold, gold_of(paper))
        told += corrections_of(version, name)
        count += 1
    _write(folder / "corrections.json", told)
    with transaction.atomic():
        record("exported_corrections", Document, actor=None, changes={"count": count})
    return count


def gold_of(paper: Mapping[str, Any]) -> Value:
    """One accepted paper in the gold's form; codes of what was found to be no fault stand under `not_findings`."""
    said = as_said({key: value for key, value in paper.items() if key not in ("papers", "source", "file")})
    made: Value = {}
    for name, value in said.items():
        if isinstance(value, list):
            made[name] = [
                {key: what for key, what in fact.items() if key not in _LEFT_OUT}
                if isinstance(fact, dict)
                else fact
                for fact in value
            ]
        else:
            made[name] = value
    made[DOCUMENT] = {key: what for key, what in said[DOCUMENT].items() if key not in _HEAD_ONLY}
    removed = {
        str(finding.get("code"))
        for finding in paper.get("findings") or ()
        if finding.get("state") == FactState.REMOVED
    }
    left = {finding.get("code") for finding in made.get("findings", ())}
    made["not_findings"] = sorted(removed - left)
    return made


def corrections_of(version: Version, name: str) -> Iterator[Value]:
    """Each fact of the version's reading that a person settled otherwise: as it was read, and as it is."""
    facts = ReviewedFact.objects.filter(reading=version.reading, state__in=_OTHERWISE).order_by(
        "paper", "key"
    )
    papers = reviews_of(version.reading)
    for fact in facts:
        item = papers[fact.paper - 1].item(fact.key)
        yield {
            "file": name,
            "paper": fact.paper,
            "fact": fact.key,
            "state": fact.state,
            "before": item.read if item else None,
            "after": None if fact.state == FactState.REMOVED else fact.value,
        }


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
