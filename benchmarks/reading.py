"""What reading costs, each figure beside the baseline of the same run.

    python benchmarks/reading.py [blocks] [growth] [memory] [folder]

blocks: from blocks to plan, as a multiple of python-docx's walk over the same document (at most 10).
growth: a page of a 200-page plan against a page of a 20-page one (about 1).
memory: peak in MB of a fresh process that reads the 200-page plan (under 400).
folder: 1,000 documents with `donghanh read`: seconds, and how much faster all cores are than one.
"""

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from donghanh.reading import read_document
from donghanh.reading.formats import read_blocks

ROUNDS = 3
MOST_TIMES_THE_WALK = 10.0
MOST_MEGABYTES = 400.0
DOCUMENTS = 1000
PLACES = ("xã Nậm Cắn", "xã Leng Su Sìn", "huyện Mường Nhé", "xã Đăk Plô", "huyện Sa Thầy", "tỉnh Lai Châu")


def plan(pages: int) -> bytes:
    """An invented plan of about so many pages as a Word file: every kind of thing that reading looks for."""
    document = docx.Document()
    for line in (
        "HỘI LIÊN HIỆP PHỤ NỮ TỈNH LAI CHÂU",
        "BAN THƯỜNG VỤ",
        "Số: 118/KH-BTV",
        "Lai Châu, ngày 06 tháng 02 năm 2025",
        "KẾ HOẠCH",
        f"Triển khai các hoạt động vì phụ nữ vùng cao năm 2025 ({pages} trang)",
        "Căn cứ Quyết định số 88/QĐ-UBND ngày 10/01/2025 của UBND tỉnh Lai Châu về công tác dân tộc;",
        "Ban Thường vụ Hội LHPN tỉnh Lai Châu xây dựng kế hoạch như sau:",
        "I. CHỈ TIÊU",
    ):
        document.add_paragraph(line)
    for item in range(pages * 2):
        document.add_paragraph(
            f"{item + 1}. Mỗi chi hội giúp ít nhất {item % 9 + 2:02d} hộ phụ nữ nghèo có địa chỉ."
        )
    document.add_paragraph("II. NỘI DUNG")
    for page in range(pages):
        _content(document, page)
    document.add_paragraph("III. TỔ CHỨC THỰC HIỆN")
    for unit in range(pages * 2):
        document.add_paragraph(f"{unit + 1}. Hội LHPN xã số {unit + 1}").runs[0].bold = True
        document.add_paragraph(
            "- Xây dựng kế hoạch, phân công cán bộ theo dõi từng bản, kịp thời tháo gỡ khó khăn."
        )
        document.add_paragraph(
            f"- Hằng quý báo cáo kết quả về Hội LHPN tỉnh trước ngày {unit % 28 + 1} tháng cuối quý."
        )
    for line in ("Nơi nhận:", "- Các đơn vị;", "- Lưu: VT.", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vàng Thị Mỷ"):
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _content(document: docx.document.Document, page: int) -> None:
    """About a page: a heading, items with money, dates, units and places; on every fifth page a table."""
    document.add_paragraph(f"{page + 1}. Hoạt động tại cụm bản số {page + 1}").runs[0].bold = True
    for item in range(9):
        count, rate = item * 7 + page + 3, (item + 2) * 50
        paragraph = document.add_paragraph("- ")
        paragraph.add_run(f"Tặng {count} suất quà tại {PLACES[(page + item) % len(PLACES)]}: ").bold = True
        paragraph.add_run(
            f"mức {rate}.000 đồng/suất, tổng trị giá {count * rate // 1000}.{count * rate % 1000:03d}.000 đồng; "
            if count * rate >= 1000
            else f"mức {rate}.000 đồng/suất, tổng trị giá {count * rate}.000 đồng; "
        )
        paragraph.add_run(
            f"Hội LHPN xã chủ trì, phối hợp với Đồn Biên phòng thực hiện trước ngày {item % 28 + 1}/6/2025."
        )
    if page % 5 == 0:
        table = document.add_table(rows=0, cols=4, style="Table Grid")
        rows = [("TT", "Nội dung", "Đơn vị thực hiện", "Kinh phí (đồng)")]
        rows += [
            (str(n), f"Lớp tập huấn {page}.{n}", "Hội LHPN xã", f"{n + page + 1}.500.000")
            for n in range(1, 12)
        ]
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text


def walk(document: docx.document.Document) -> int:
    """What python-docx does: go through paragraphs and tables in order and take their texts."""
    length = 0
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            length += len(block.text)
        elif isinstance(block, Table):
            length += sum(len(cell.text) for row in block.rows for cell in row.cells)
    return length


def best(work: Callable[[], object]) -> float:
    """The shortest of some rounds, in seconds of this process: others at work do not count."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def blocks() -> None:
    for pages in (5, 20, 50, 100, 200):
        data = plan(pages)
        opened, document = docx.Document(io.BytesIO(data)), read_blocks(data)
        walking, reading = best(lambda o=opened: walk(o)), best(lambda d=document: read_document(d))
        print(
            f"blocks  {pages:4} pages  walk {walking * 1000:7.1f} ms  blocks to plan {reading * 1000:7.1f} ms"
            f"  ratio {reading / walking:5.2f}{_verdict(reading / walking, MOST_TIMES_THE_WALK)}"
        )


def growth() -> None:
    per_page = {}
    for pages in (20, 200):
        document = read_blocks(plan(pages))
        per_page[pages] = best(lambda d=document: read_document(d)) / pages
        print(f"growth  {pages:4} pages  {per_page[pages] * 1000:6.2f} ms a page")
    print(f"growth  200 pages / 20 pages, per page: {per_page[200] / per_page[20]:.2f}")


def memory() -> None:
    # The high-water mark of this program alone; ru_maxrss begins with that of the one that started it.
    code = (
        "import re, sys; from pathlib import Path; from donghanh.reading import read_file; "
        "{}print(int(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1]) / 1024)"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "plan.docx")
        file.write_bytes(plan(200))
        for name, work in (("loaded only", ""), ("200 pages", "read_file(Path(sys.argv[1])); ")):
            done = subprocess.run(
                [sys.executable, "-c", code.format(work), file], stdout=subprocess.PIPE, check=True
            )
            peak = float(done.stdout)
            print(f"memory  {name:11}  peak {peak:5.0f} MB{_verdict(peak, MOST_MEGABYTES)}")


def folder() -> None:
    """One bad file among them; read with one core, then with all."""
    code = "import sys; from donghanh.cli import main; sys.exit(main())"
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as place:
        documents = Path(place, "in")
        documents.mkdir()
        samples = [plan(pages) for pages in (1, 2, 3, 4)]
        for number in range(DOCUMENTS):
            documents.joinpath(f"{number:04}.docx").write_bytes(samples[number % len(samples)])
        documents.joinpath("0500.docx").write_bytes(samples[0][:2000])
        seconds = {}
        for used in (cores[:1], cores):
            out = Path(place, f"out-{len(used)}")
            command = [sys.executable, "-c", code, "read", str(documents), "--out", str(out)]
            start = time.perf_counter()
            done = subprocess.run(
                command,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                check=False,
                preexec_fn=lambda used=used: os.sched_setaffinity(0, used),
            )
            seconds[len(used)] = time.perf_counter() - start
            written = sum(1 for _ in out.iterdir())
            if done.returncode != 2 or written != DOCUMENTS - 1:
                sys.exit(
                    f"folder  status {done.returncode}, {written} results: {done.stderr.decode()[-500:]}"
                )
            print(
                f"folder  {DOCUMENTS} documents, {len(used)} core(s)  {seconds[len(used)]:6.1f} s"
                f"  {DOCUMENTS / seconds[len(used)]:5.0f} a second"
            )
        print(
            f"folder  all {len(cores)} cores against one: {seconds[1] / seconds[len(cores)]:.2f} times as fast"
        )


def _verdict(value: float, most: float) -> str:
    return "" if value <= most else f"  over the target of {most:g}"


MEASURES: dict[str, Callable[[], None]] = {
    "blocks": blocks,
    "growth": growth,
    "memory": memory,
    "folder": folder,
}


def chosen(names: list[str]) -> Iterator[Callable[[], None]]:
    for name in names or MEASURES:
        if name not in MEASURES:
            sys.exit(f"{name}: no such measure; there are {', '.join(MEASURES)}")
        yield MEASURES[name]


if __name__ == "__main__":
    for measure in list(chosen(sys.argv[1:])):
        measure()
