"""What the sealed child costs for lists of people, against the same lists parsed in the process that asks.

    python benchmarks/lists.py

Lists of 60 and of 5,000 people, as Excel and as CSV, up to the rows under their heads. Told are the shortest times of
some rounds, their ratio, what the child adds, and the peak memory of the child and of the process that asks.
"""

import resource
import time
from collections.abc import Callable, Sequence
from typing import Any

from donghanh.organisations.sheets import read_list, under_heads
from donghanh.reading.formats.sheets.xlsx import read_xlsx
from donghanh.sealed.table import from_csv
from donghanh.vietnam.text import bare
from donghanh.writing.workbook import Sheet, workbook

SIZES = (60, 5_000)
ROUNDS = 7
HEADS = [
    "Họ và tên",
    "Tên đăng nhập",
    "Mã địa bàn",
    "Đơn vị",
    "Vai trò",
    "Số điện thoại",
    "Thư điện tử",
    "Từ ngày",
]
COLUMNS = {head: (head, (bare(head),)) for head in HEADS}
NEEDED = (("Họ và tên",), ("Vai trò",))


def people(size: int) -> list[tuple[str, ...]]:
    return [
        (
            f"Nguyễn Thị Lan {n}",
            "",
            f"{n % 3_321:05}",
            "Hội LHPN xã Na Loi",
            "Nhập liệu",
            f"09{n:08}",
            "",
            "01/7/2025",
        )
        for n in range(size)
    ]


def as_excel(size: int) -> bytes:
    return workbook([Sheet("Cán bộ", HEADS, people(size))])


def as_csv(size: int) -> bytes:
    return "\n".join(",".join(row) for row in (HEADS, *people(size))).encode()


def excel_here(data: bytes) -> Sequence[tuple[int, Sequence[Any]]]:
    return list(enumerate(read_xlsx(data).sheets[0].rows, start=1))


def csv_here(data: bytes) -> Sequence[tuple[int, Sequence[Any]]]:
    return list(from_csv(data))


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    for name, make, parse in (("excel", as_excel, excel_here), ("csv", as_csv, csv_here)):
        for size in SIZES:
            data = make(size)
            here = best(lambda data=data, parse=parse: under_heads(parse(data), COLUMNS, NEEDED))
            sealed = best(lambda data=data: read_list(data, COLUMNS, NEEDED))
            assert len(read_list(data, COLUMNS, NEEDED)) == size
            print(
                f"{name:5} {size:5} people  in the process {here * 1000:6.1f} ms  sealed {sealed * 1000:6.1f} ms  "
                f"ratio {sealed / here:6.1f}  the child adds {(sealed - here) * 1000:6.1f} ms"
            )
    for whose, who in (("the child", resource.RUSAGE_CHILDREN), ("who asks", resource.RUSAGE_SELF)):
        print(f"peak memory of {whose} {resource.getrusage(who).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
