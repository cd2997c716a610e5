"""Pages of a document as pictures: drawn in the sealed child when first looked at, then kept."""

import base64
import logging
import math
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from rapidfuzz import fuzz

from donghanh.documents import child, originals
from donghanh.documents.models import Document, PagePicture, Reading
from donghanh.documents.review.state import Item
from donghanh.sealed import answers, sandbox
from donghanh.sealed.sealing import SHOWING
from donghanh.vietnam.text import bare

log = logging.getLogger(__name__)

KINDS = ("pdf", "image")
"""Of which files pages can be shown."""
_MOST_BYTES = 8 * 1024 * 1024
_SURE = 60
"""Words that were recognised with less than this (of 100) stand out."""
# How alike a fact's words and those of the page must be to lie over each other, of 100.
_ALIKE = 75
# Each drawing takes a process; more at once would starve the pages.
_DRAWING = threading.BoundedSemaphore(2)
_PATIENCE = 30.0  # seconds for its turn

Word = tuple[str, float, float, float, float, float]
Rect = tuple[float, float, float, float]


class NoPictureError(Exception):
    """The page cannot be shown: the file is gone, is no PDF or picture, or has no such page."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A fact on the picture of its page: where its words stand, line by line (left, top, width, height)."""

    key: str
    rects: tuple[Rect, ...]


def picture_of(document: Document, number: int) -> PagePicture:
    """The picture of a page, drawn if it is not kept yet.

    Raises: NoPictureError.
    """
    kept = PagePicture.objects.filter(document=document, number=number).first()
    if kept is not None and originals.path_of(kept.sha256).exists():
        return kept
    if document.kind not in KINDS or number > (document.pages or 0):
        raise NoPictureError
    if not _DRAWING.acquire(timeout=_PATIENCE):
        raise NoPictureError
    try:
        with originals.path_of(document.sha256).open("rb") as file:
            answer = answers.load(
                sandbox.run_sealed(child.READER, file, SHOWING, arguments=["", str(number)])
            )
        page = answer["page"]
        picture = base64.b64decode(page["picture"], validate=True)
        width, height = float(page["width"]), float(page["height"])
        words = [[str(word[0])[:200], *map(float, word[1:5])] for word in page["words"]]
        if not (picture[:4] == b"RIFF" and picture[8:12] == b"WEBP" and len(picture) <= _MOST_BYTES):
            raise ValueError("picture")
        if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
            raise ValueError("size")
    except (
        OSError,
        sandbox.ChildError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        RecursionError,
    ) as error:
        log.warning("page %s of document %s: %s", number, document.pk, type(error).__name__)
        raise NoPictureError from error
    finally:
        _DRAWING.release()
    try:
        with originals.kept(), transaction.atomic():
            Document.objects.select_for_update().get(pk=document.pk)
            sha256 = originals.store([picture]).sha256
            made, _ = PagePicture.objects.update_or_create(
                document=document,
                number=number,
                defaults={"sha256": sha256, "width": width, "height": height, "words": words},
            )
    except Document.DoesNotExist as error:  # it was taken back meanwhile
        raise NoPictureError from error
    return made


def words_on(reading: Reading, picture: PagePicture) -> list[Word]:
    """The words of a page with where they stand and how sure they are: recognised ones, else the printed."""
    recognised = reading.recognised_pages.filter(number=picture.number).first()
    if recognised is None:
        return [(*word[:5], 100.0) for word in picture.words]
    across, down = picture.width / (recognised.width or 1), picture.height / (recognised.height or 1)
    return [
        (text, left * across, top * down, right * across, bottom * down, sure)
        for text, left, top, right, bottom, sure in recognised.words
    ]


def overlays(items: Sequence[Item], text: str, words: Sequence[Word]) -> Iterator[Overlay]:
    """Each fact over the words of the page that are most like its own; none for one that is not found there."""
    starts: list[int] = []
    plain = ""
    for word in words:
        starts.append(len(plain))
        plain += bare(word[0]) + " "
    for item in items:
        if item.span is None or item.name == "sections":
            continue
        asked = " ".join(bare(text[item.span[0] : item.span[1]]).split())
        if not asked or not plain:
            continue
        found = fuzz.partial_ratio_alignment(asked, plain, score_cutoff=_ALIKE)
        if found is None or len(asked) > len(plain):
            continue
        covered = [
            word
            for word, start in zip(words, starts, strict=True)
            if start < found.dest_end and start + len(word[0]) > found.dest_start
        ]
        if covered:
            yield Overlay(item.key, tuple(_lines(covered)))


def unsure(words: Sequence[Word]) -> Iterator[tuple[str, Rect]]:
    """Words that were recognised with little confidence."""
    for text, left, top, right, bottom, sure in words:
        if sure < _SURE:
            yield text, (left, top, right - left, bottom - top)


def _lines(words: Sequence[Word]) -> Iterator[Rect]:
    """Boxes around words that follow each other on one line."""
    row: list[Any] = []
    for word in words:
        _, left, top, right, bottom, _ = word
        if row and not (top < row[3] and bottom > row[1] and left > row[0]):
            yield row[0], row[1], row[2] - row[0], row[3] - row[1]
            row = []
        if row:
            row = [row[0], min(row[1], top), max(row[2], right), max(row[3], bottom)]
        else:
            row = [left, top, right, bottom]
    if row:
        yield row[0], row[1], row[2] - row[0], row[3] - row[1]
