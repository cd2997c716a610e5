"""How long reading a Word file takes, against python-docx's walk over the same file.

    python benchmarks/docx_reader.py [FILE.docx]

Without a file it builds plans of 25, 50, 100 and 200 pages, to show that time grows with length only.
"""

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from donghanh.reading.formats.docx import read

ROUNDS = 3
TARGET = 3.0
"""The reader should take no more than this many times as long as the walk."""


def plan(pages: int) -> bytes:
    """A plan of about this many pages: headings, items, a table on every fifth page."""
    document = docx.Document()
    for page in range(pages):
        document.add_paragraph().add_run(f"{page + 1}. Nhiệm vụ của tổ số {page + 1}").bold = True
        for item in range(14):
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(
                f"Tổ chức {item * 7 + page} buổi truyền thông tại thôn {page * 31 % 97}: "
            ).bold = True
            paragraph.add_run(
                f"vận động {page * 13 + item} hộ tham gia, hoàn thành trước ngày {item % 28 + 1}/6/2025; "
            )
            paragraph.add_run("các chi hội phối hợp, tổng hợp và gửi danh sách về cơ quan thường trực.")
        if page % 5 == 0:
            table = document.add_table(rows=0, cols=4, style="Table Grid")
            for row in range(12):
                for cell, text in zip(
                    table.add_row().cells,
                    (str(row), f"Lớp {page}.{row}", "Hội LHPN xã", f"{row * 1500 + page}"),
                    strict=True,
                ):
                    cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def walk(data: bytes) -> int:
    """What python-docx does: open, go through paragraphs and tables in order, take their texts."""
    length = 0
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Paragraph):
            length += len(block.text)
        elif isinstance(block, Table):
            length += sum(len(cell.text) for row in block.rows for cell in row.cells)
    return length


def best(work: Callable[[bytes], object], data: bytes) -> float:
    """The shortest of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work(data)
        times.append(time.perf_counter() - start)
    return min(times)


def report(name: str, data: bytes) -> None:
    walking, reading = best(walk, data), best(read, data)
    ratio = reading / walking
    verdict = "" if ratio <= TARGET else f"  over the target of {TARGET:g}"
    print(
        f"{name:>12}  walk {walking * 1000:7.1f} ms  read {reading * 1000:7.1f} ms  ratio {ratio:5.2f}{verdict}"
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        for path in sys.argv[1:]:
            report(Path(path).name, Path(path).read_bytes())
    else:
        for pages in (25, 50, 100, 200):
            report(f"{pages} pages", plan(pages))
