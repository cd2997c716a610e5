"""Pictures to words, as many pages at a time as the computer has processors."""

import os
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats.scan.engine import LANGUAGE, SECONDS_A_PAGE, data_folder, tesseract
from donghanh.reading.formats.scan.pictures import PagePicture
from donghanh.reading.formats.scan.preparing import Prepared, prepare
from donghanh.reading.formats.scan.shapes import Recognition, ScannedPage, ScannedWord

# Of Times New Roman, in which offices write: height of a small letter without strokes upwards, as a share
# of the size of the font.
_X_HEIGHT = 0.45


def recognise_pages(pictures: Iterable[PagePicture], on_page: Callable[[int, int], None]) -> Recognition:
    """Recognise the words on every page; `on_page(done, total)` is called as pages are finished.

    A page that takes too long or cannot be opened is left out, with a doubt that names it.
    Raises: MissingProgram.
    """
    waiting = list(pictures)
    engines = _Engines()
    found: dict[int, ScannedPage] = {}
    doubts: list[Doubt] = []
    with ThreadPoolExecutor(max_workers=max(1, min(len(waiting), _processors()))) as pool:
        jobs = {pool.submit(_recognise, engines, picture): picture.number for picture in waiting}
        for done, job in enumerate(as_completed(jobs), start=1):
            outcome = job.result()
            if isinstance(outcome, Doubt):
                doubts.append(outcome)
            else:
                found[jobs[job]] = outcome
            on_page(done, len(waiting))
    return Recognition(tuple(found[number] for number in sorted(found)), tuple(doubts))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Engines:
    """One engine a thread; made when a thread first needs it and kept for its next page."""

    def __init__(self) -> None:
        self.module = tesseract()
        self._folder = data_folder()
        self._own = threading.local()

    def mine(self) -> Any:
        if not hasattr(self._own, "engine"):
            self._own.engine = self.module.PyTessBaseAPI(
                path=self._folder, lang=LANGUAGE, psm=self.module.PSM.AUTO, oem=self.module.OEM.LSTM_ONLY
            )
        return self._own.engine


def _recognise(engines: _Engines, picture: PagePicture) -> ScannedPage | Doubt:
    try:
        prepared = prepare(picture.load(), picture.width)
    except UnreadableFile:
        return Doubt(
            "page_unreadable", f"Không mở được ảnh của trang {picture.number}; nội dung ở đó chưa được đọc."
        )
    engine = engines.mine()
    image = prepared.image
    engine.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
    engine.SetSourceResolution(round(prepared.dpi))
    if not engine.Recognize(timeout=SECONDS_A_PAGE * 1000):
        return Doubt(
            "page_too_slow",
            f"Nhận dạng trang {picture.number} lâu quá {SECONDS_A_PAGE} giây nên dừng lại; nội dung ở đó chưa được đọc.",
        )
    words = tuple(_words(engines.module, engine, prepared))
    engine.Clear()
    letters = sum(len(word.text) for word in words)
    return ScannedPage(
        number=picture.number,
        width=image.width * prepared.scale,
        height=image.height * prepared.scale,
        words=words,
        across=(),
        upright=(),
        to_original=prepared.to_original,
        dpi=prepared.dpi,
        confidence=sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0,
    )


def _words(module: Any, engine: Any, prepared: Prepared) -> Iterator[ScannedWord]:
    found = engine.GetIterator()
    level = module.RIL.WORD
    if found is None:
        return
    while True:
        box, text = found.BoundingBox(level), found.GetUTF8Text(level) if not found.Empty(level) else ""
        text = unicodedata.normalize("NFC", "".join(text.split()))
        if box and text:
            yield _word(found, level, text, box, prepared.scale)
        if not found.Next(level):
            return


def _word(found: Any, level: Any, text: str, box: tuple[int, int, int, int], scale: float) -> ScannedWord:
    row = found.RowAttributes()
    x_height = row["row_height"] - row["ascenders"] + row["descenders"]
    baseline = found.Baseline(level)
    ground = (baseline[0][1] + baseline[1][1]) / 2 if baseline else box[3]
    left, top, right, bottom = (edge * scale for edge in box)
    return ScannedWord(
        text=text,
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        baseline=ground * scale,
        size=x_height * scale / _X_HEIGHT,
        confidence=found.Confidence(level),
    )
