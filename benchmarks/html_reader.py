"""How long reading a web page takes, against lxml.html parsing the same bytes and taking its text.

    python benchmarks/html_reader.py [FILE.html]

Without a file it builds pages of 25, 50, 100 and 200 sheets as Word saves them, to show that time grows with
length only. Each kind of work runs in a process of its own, which tells its peak memory.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lxml import html

from donghanh.reading.formats.html import read

ROUNDS = 3
TARGET = 80.0
"""The reader should take no more than this many times as long as the parser, which is C: 4 ms a sheet or so."""


def plan(sheets: int) -> bytes:
    """A plan of about this many sheets: headings, items, a table on every fifth."""
    parts = []
    for sheet in range(sheets):
        parts.append(f"<p class=MsoNormal><b>{sheet + 1}. Nhiệm vụ của tổ số {sheet + 1}</b></p>\n")
        parts += [
            f"<p class=MsoListParagraph style='margin-left:36.0pt'>-<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; "
            f"</span><b>Tổ chức {item * 7 + sheet} buổi truyền thông tại thôn {sheet * 31 % 97}:</b><span lang=VI> vận động\n"
            f"{sheet * 13 + item} hộ tham gia, các chi hội tổng hợp và gửi danh sách về cơ quan thường trực.</span></p>\n"
            for item in range(14)
        ]
        if sheet % 5 == 0:
            cells = "".join(
                f"<td style='border:solid windowtext 1.0pt'><p class=MsoNormal>{n} x {sheet}</p></td>"
                for n in range(4)
            )
            parts.append(f"<table class=MsoTableGrid border=1>{f'<tr>{cells}</tr>' * 12}</table>\n")
    style = "p.MsoNormal{margin:0cm;text-align:justify} p.MsoListParagraph{margin-left:36.0pt}"
    return f"<html><head><style>{style}</style></head><body>{''.join(parts)}</body></html>".encode()


def bare(data: bytes) -> int:
    return len(html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")).text_content())


def measured(work: Callable[[bytes], object], data: bytes) -> tuple[float, float]:
    """The shortest of some rounds in seconds, and the peak memory of the process in MB."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work(data)
        times.append(time.perf_counter() - start)
    return min(times), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(name: str, data: bytes) -> None:
    context = multiprocessing.get_context("spawn")
    found = []
    for work in (bare, read):
        with context.Pool(1) as pool:
            found.append(pool.apply(measured, (work, data)))
    (parsing, parsed), (reading, peak) = found
    ratio = reading / parsing
    verdict = "" if ratio <= TARGET else f"  over the target of {TARGET:g}"
    print(
        f"{name:>12}  {len(data) / 1e6:5.2f} MB  parse {parsing * 1000:7.1f} ms {parsed:4.0f} MB  "
        f"read {reading * 1000:7.1f} ms {peak:4.0f} MB  ratio {ratio:5.2f}{verdict}"
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        for path in sys.argv[1:]:
            report(Path(path).name, Path(path).read_bytes())
    else:
        for sheets in (25, 50, 100, 200):
            report(f"{sheets} sheets", plan(sheets))
