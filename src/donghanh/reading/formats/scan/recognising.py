"""Pictures to words, as many pages at a time as the computer has processors."""

import os
import resource
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from PIL import Image

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats.scan.cells import passed_over
from donghanh.reading.formats.scan.engine import LANGUAGE, data_folder, tesseract
from donghanh.reading.formats.scan.pictures import PagePicture
from donghanh.reading.formats.scan.preparing import Prepared, prepare
from donghanh.reading.formats.scan.ruling import Ruling, find_ruling, without_lines
from donghanh.reading.formats.scan.shapes import Recognition, ScannedPage, ScannedWord
from donghanh.reading.formats.scan.words import words_of

SECONDS_A_PAGE = 20
_CELL_MILLISECONDS = 500

# Address space, in bytes, for the first page and for every other that is read beside it.
_FIRST_PAGE, _NEXT_PAGE = 200 << 20, 100 << 20

# A page that stands on its head is read as nonsense, which Tesseract is not confident of.
_NONSENSE = 65.0
_ON_ITS_HEAD = 0.8


def recognise_pages(pictures: Iterable[PagePicture], on_page: Callable[[int, int], None]) -> Recognition:
    """Recognise the words on every page; `on_page(done, total)` is called as pages are finished.

    As many pages are read at once as there are processors and room in memory.
    A page that takes too long or cannot be opened is left out, with a doubt that names it.
    Raises: MissingProgram.
    """
    waiting = list(pictures)
    engines = Engines()
    pages: list[ScannedPage] = []
    doubts: list[tuple[int, Doubt]] = []
    with ThreadPoolExecutor(max_workers=max(1, min(len(waiting), _processors(), _room()))) as pool:
        jobs = {pool.submit(_recognise, engines, picture): picture.number for picture in waiting}
        for done, job in enumerate(as_completed(jobs), start=1):
            outcome = job.result()
            if isinstance(outcome, Doubt):
                doubts.append((jobs[job], outcome))
            else:
                pages.append(outcome)
            on_page(done, len(waiting))
    pages.sort(key=lambda page: page.number)
    doubts.sort(key=lambda told: told[0])
    return Recognition(tuple(pages), tuple(doubt for _, doubt in doubts))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _room() -> int:
    """How many pages at a time the memory allows that this process may still take."""
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit == resource.RLIM_INFINITY:
        return sys.maxsize
    try:
        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:  # not Linux, or hidden: a page at a time fits in any limit
        return 1
    free = limit - taken
    return 1 + max(0, free - _FIRST_PAGE) // _NEXT_PAGE


class Engines:
    """One engine a thread; made when a thread first needs it and kept for its next page.

    Raises: MissingProgram.
    """

    def __init__(self) -> None:
        self.module = tesseract()
        self._folder = data_folder()
        self._own = threading.local()

    def mine(self) -> Any:
        if not hasattr(self._own, "engine"):
            # Sparse text: every line for itself, wherever it stands. Finding columns first, as Tesseract
            # otherwise does, loses cells of tables and joins what stands side by side.
            self._own.engine = self.module.PyTessBaseAPI(
                path=self._folder,
                lang=LANGUAGE,
                psm=self.module.PSM.SPARSE_TEXT,
                oem=self.module.OEM.LSTM_ONLY,
            )
        return self._own.engine


def _recognise(engines: Engines, picture: PagePicture) -> ScannedPage | Doubt:
    try:
        prepared = prepare(picture.load(), picture.width)
        return _recognise_prepared(engines, prepared, picture.number)
    except UnreadableFile:
        return Doubt(
            "page_unreadable", f"Không mở được ảnh của trang {picture.number}; nội dung ở đó chưa được đọc."
        )
    except (MemoryError, RuntimeError):  # what Pillow and Tesseract say where a picture asks for too much
        return Doubt(
            "page_unreadable",
            f"Ảnh của trang {picture.number} quá lớn hoặc quá phức tạp; nội dung ở đó chưa được đọc.",
        )


def _recognise_prepared(engines: Engines, prepared: Prepared, number: int) -> ScannedPage | Doubt:
    if prepared.heads_up < _ON_ITS_HEAD:
        prepared = prepared.upended()
    end = time.monotonic() + SECONDS_A_PAGE
    page = read_prepared(engines, prepared, number, end)
    if page is not None and page.words and page.confidence < _NONSENSE:
        other = read_prepared(engines, prepared.upended(), number, end)
        if other is not None and other.confidence > page.confidence:
            page = other
    if page is None:
        return Doubt(
            "page_too_slow",
            f"Nhận dạng trang {number} lâu quá {SECONDS_A_PAGE} giây nên dừng lại; "
            "nội dung ở đó chưa được đọc.",
        )
    return page


def read_prepared(engines: Engines, prepared: Prepared, number: int, end: float) -> ScannedPage | None:
    """The page as it is prepared; None where that would go on after `end`, a time of `time.monotonic`."""
    ruling = find_ruling(prepared.image, prepared.dpi)
    image = without_lines(prepared.image, ruling)
    engine = engines.mine()
    engine.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
    engine.SetSourceResolution(round(prepared.dpi))
    try:
        left = round(min(end - time.monotonic(), SECONDS_A_PAGE) * 1000)
        if left <= 0 or not engine.Recognize(timeout=left):
            return None
        words = words_of(engines.module, engine.GetIterator(), image, prepared.scale)
        words += _in_cells(engines, image, ruling, words, prepared, end)
    finally:
        engine.Clear()
    return ScannedPage(
        number=number,
        width=image.width * prepared.scale,
        height=image.height * prepared.scale,
        words=tuple(words),
        across=ruling.across,
        upright=ruling.upright,
        to_original=prepared.to_original,
        dpi=prepared.dpi,
        confidence=_confidence(words),
    )


def _in_cells(
    engines: Engines,
    image: Image.Image,
    ruling: Ruling,
    words: list[ScannedWord],
    prepared: Prepared,
    end: float,
) -> Iterator[ScannedWord]:
    """The words of the cells that were passed over, each cell recognised for itself while there is time."""
    engine, scale = engines.mine(), prepared.scale
    engine.SetPageSegMode(engines.module.PSM.SINGLE_WORD)
    try:
        for (left, top), cell in passed_over(image, ruling, words, scale, prepared.dpi):
            if time.monotonic() >= end:
                return
            engine.SetImageBytes(cell.tobytes(), cell.width, cell.height, 1, cell.width)
            engine.SetSourceResolution(round(prepared.dpi))
            if engine.Recognize(timeout=_CELL_MILLISECONDS):
                for word in words_of(engines.module, engine.GetIterator(), cell, scale):
                    yield word.moved(left * scale, top * scale)
    finally:
        engine.SetPageSegMode(engines.module.PSM.SPARSE_TEXT)


def _confidence(words: list[ScannedWord]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
