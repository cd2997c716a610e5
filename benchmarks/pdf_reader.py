"""How long reading a PDF takes against PDFium's bare text of every page, and the peak memory.

python benchmarks/pdf_reader.py FILE.pdf...
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

from donghanh.reading.formats.pdf import read

ROUNDS = 7


def bare(data: bytes) -> int:
    document = pdfium.PdfDocument(data)
    letters = 0
    for page in document:
        text = page.get_textpage()
        letters += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return letters


def seconds(jobs: list[Callable[[bytes], object]], data: bytes) -> list[float]:
    """The best time of each job; they take turns, so that a busy machine slows all of them."""
    taken: list[list[float]] = [[] for _ in jobs]
    for _ in range(ROUNDS):
        for job, times in zip(jobs, taken, strict=True):
            start = time.perf_counter()
            job(data)
            times.append(time.perf_counter() - start)
    return [min(times) for times in taken]


def main() -> None:
    for name in sys.argv[1:]:
        data = Path(name).read_bytes()
        document = pdfium.PdfDocument(data)
        pages = len(document)
        document.close()
        base, ours = seconds([bare, read], data)
        print(f"{Path(name).name}: {pages} pages, {bare(data)} characters")
        print(f"  bare {base * 1000:.1f} ms, read {ours * 1000:.1f} ms, ratio {ours / base:.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
