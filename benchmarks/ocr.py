"""What recognising scans costs and how well it does, beside bare Tesseract on the same pictures.

    python benchmarks/ocr.py [FILE.pdf]    a PDF with text, of which scans are made

quality: letters wrong of a hundred, ours and bare Tesseract's (whole page, automatic segmentation) on the same picture.
time: seconds of processor a page for preparing, finding lines, and recognising; the last as a multiple of bare
    Tesseract on the same prepared picture (at most 1.3).
threads: how much faster pages are on every processor than on one.
memory: peak in MB.
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path[0] = str(ROOT / "tests")  # in the place of this folder, which has a reading.py too

from donghanh.reading.formats.scan import recognising  # noqa: E402
from donghanh.reading.formats.scan.pictures import PagePicture, image_pages  # noqa: E402
from donghanh.reading.formats.scan.preparing import Prepared, prepare  # noqa: E402
from donghanh.reading.formats.scan.recognising import recognise_pages  # noqa: E402
from donghanh.reading.formats.scan.ruling import find_ruling, without_lines  # noqa: E402
from reading.corpus import scan  # noqa: E402

MANNERS = ("grey", "stamped", "fax", "photo", "sideways", "upside_down")
MOST_TIMES_TESSERACT = 1.3
FOR_EVER = float("inf")


def nobody(done: int, total: int) -> None:
    """Nobody waits."""


def seconds(job: Callable[..., Any], *arguments: Any) -> tuple[float, Any]:
    """Of this thread's processor time, which a busy machine does not lengthen much."""
    start = time.thread_time()
    result = job(*arguments)
    return time.thread_time() - start, result


def lineless(prepared: Prepared) -> Image.Image:
    return without_lines(prepared.image, find_ruling(prepared.image, prepared.dpi))


def bare(engine: Any, image: Image.Image) -> list[str]:
    engine.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
    words: list[str] = engine.GetUTF8Text().split()
    return words


def main() -> None:
    default = ROOT / "tests/reading/formats/pdf/files/plan.pdf"
    pdf = Path(sys.argv[1] if len(sys.argv) > 1 else default).read_bytes()
    truth = scan.truth(pdf)
    letters = sum(len(word) for page in truth for word in page)
    engines = recognising.Engines()
    plain = engines.module.PyTessBaseAPI(
        path=recognising.data_folder(), lang=recognising.LANGUAGE, psm=engines.module.PSM.AUTO
    )
    print(f"{'':12} CER ours   bare | s a page: prepare  lines  recognise  bare  ratio")
    for manner in MANNERS:
        wrong = raw = 0
        spent = [0.0] * 4
        for number, expected in enumerate(truth, start=1):
            [page] = image_pages(scan.picture(pdf, number, manner))
            picture = page.load()
            raw += scan.character_errors(expected, bare(plain, picture.convert("L")))
            steps = []
            taken, prepared = seconds(prepare, picture, page.width)
            steps.append(taken)
            taken, image = seconds(lineless, prepared)
            steps.append(taken)
            steps.append(seconds(recognising.read_prepared, engines, prepared, number, FOR_EVER)[0] - taken)
            steps.append(seconds(bare, plain, image)[0])
            spent = [sum(pair) for pair in zip(spent, steps, strict=True)]
            [whole] = recognise_pages([PagePicture(number, page.width, page.height, page.load)], nobody).pages
            wrong += scan.character_errors(expected, [word.text for word in whole.words])
        prepares, lines, ours, base = (value / len(truth) for value in spent)
        print(
            f"{manner:12} {100 * wrong / letters:7.2f} {100 * raw / letters:7.2f} | {prepares:17.2f} {lines:6.2f} "
            f"{ours:10.2f} {base:5.2f} {ours / base:6.2f} (at most {MOST_TIMES_TESSERACT})"
        )
    [page] = image_pages(scan.picture(pdf, 1, "grey"))
    pages = [PagePicture(number, page.width, page.height, page.load) for number in range(1, 9)]
    walls = []
    processors = sorted(os.sched_getaffinity(0))
    for some in (processors[:1], processors):
        os.sched_setaffinity(0, some)
        start = time.perf_counter()
        recognise_pages(pages, nobody)
        walls.append(time.perf_counter() - start)
    print(
        f"threads: 8 pages on one processor {walls[0]:.1f} s, on {len(processors)} {walls[1]:.1f} s, "
        f"{walls[0] / walls[1]:.2f} times as fast"
    )
    print(f"memory: peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
