"""How long the blocks of a workbook take, against calamine's bare values of the same file.

    python benchmarks/sheets.py [FILE.xlsx]

Without a file it builds a budget of 60 rows and lists of 500 to 20,000, eight columns each. Times are those of the
processor, the shortest of many rounds; the memory is the peak of a process of its own.
"""

import io
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from donghanh.reading.blocks import FileKind
from donghanh.reading.formats.sheets import read

ROUNDS, SECONDS = 15, 1
"""Each file is read at least so often and so long: of a small one the shortest time shows after hundreds of rounds."""
TARGET = 2.0
"""The reader should take no more than this many times as long as calamine alone."""
HEAD = ("TT", "Nội dung", "Đơn vị thực hiện", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú")


def budget(rows: int) -> bytes:
    """A title, a head and so many rows, as an office writes them: few units, prices and notes, many texts."""
    chance = random.Random(rows)
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Dự toán")
    strong = book.add_format({"bold": True, "align": "center", "border": 1})
    plain = book.add_format({"border": 1, "text_wrap": True})
    money = book.add_format({"border": 1, "num_format": "#,##0"})
    for row, text in enumerate(("PHỤ LỤC", "Dự toán kinh phí năm 2026")):
        sheet.merge_range(row, 0, row, 7, text, strong)
    sheet.write_row(3, 0, HEAD, strong)
    for number in range(1, rows + 1):
        quantity, price = chance.randint(1, 60), chance.choice((50_000, 120_000, 300_000, 1_500_000))
        text = f"Tổ chức lớp tập huấn số {number} cho hội viên phụ nữ"
        row = (number, text, f"Hội LHPN xã số {chance.randint(1, 60)}", "lớp", quantity)
        sheet.write_row(number + 3, 0, row, plain)
        sheet.write_row(number + 3, 5, (price, quantity * price), money)
        sheet.write(number + 3, 7, "Nguồn vận động" if number % 7 == 0 else "", plain)
    book.close()
    return target.getvalue()


def bare(data: bytes) -> object:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def blocks(data: bytes) -> object:
    return read(data, FileKind.XLSX)


def spent(work: Callable[[bytes], object], data: bytes) -> float:
    start = time.process_time()
    result = work(data)
    end = time.process_time()
    del result
    return end - start


def peak(work: str, data: bytes) -> float:
    """The most memory in MiB that a process needs that does nothing else."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        Path(file.name).write_bytes(data)
        done = subprocess.run(
            [sys.executable, __file__, "--peak", work, file.name], check=True, capture_output=True, text=True
        )
    return float(done.stdout)


def report(name: str, data: bytes) -> None:
    # By turns, so that whatever else the machine does slows both alike.
    times: list[tuple[float, float]] = []
    end = time.monotonic() + SECONDS
    while len(times) < ROUNDS or time.monotonic() < end:
        times.append((spent(bare, data), spent(blocks, data)))
    values, reading = map(min, zip(*times, strict=True))
    ratio = reading / values
    verdict = "" if ratio <= TARGET else f"  over the target of {TARGET:g}"
    memory = f"{peak('blocks', data):.0f} MiB, calamine {peak('bare', data):.0f} MiB"
    print(
        f"{name:>12}  calamine {values * 1000:7.1f} ms  blocks {reading * 1000:7.1f} ms  ratio {ratio:5.2f}"
        f"  peak {memory}{verdict}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        kept = {"blocks": blocks, "bare": bare}[sys.argv[2]](Path(sys.argv[3]).read_bytes())
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        print(int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)
    elif sys.argv[1:]:
        for path in sys.argv[1:]:
            report(Path(path).name, Path(path).read_bytes())
    else:
        for rows in (60, 500, 1_000, 3_000, 20_000):
            report(f"{rows} rows", budget(rows))
