"""`donghanh check-layout`: what of a Word file departs from the layout of official documents."""

import sys

from donghanh.cli.files import opening_problem
from donghanh.cli.running import WrongUseError, files_and_layout, run, say
from donghanh.cli.words import plain
from donghanh.reading.errors import UnreadableFile
from donghanh.writing.checking import check_layout
from donghanh.writing.layout import LAYOUTS, layout

USAGE = """\
Cách dùng: donghanh check-layout TỆP.docx [--layout state | mass]

Đo một văn bản Word theo thể thức: khổ giấy, lề, phông chữ, cỡ chữ, đậm, nghiêng, viết hoa, căn lề, thứ tự các
thành phần, số trang, khoảng cách. Mỗi chỗ khác được nêu trên một dòng.

  donghanh check-layout ke-hoach.docx
  donghanh check-layout ke-hoach.docx --layout mass

  --layout     thể thức: state theo Nghị định 30/2020/NĐ-CP (mặc định), mass của đoàn thể (tạm thời)
  -h, --help   in hướng dẫn này

Mã kết thúc: 0 đúng thể thức, 1 có chỗ khác, 2 gọi sai cách, 3 không mở được tệp.
"""
KEPT, DEPARTS, WRONG_USE, NOT_OPENED = 0, 1, 2, 3


def main(argv: list[str]) -> int:
    """Check as `argv` says; returns the exit status."""
    return run(lambda: _check(argv))


def _check(argv: list[str]) -> int:
    try:
        asked = files_and_layout(argv, ["tên tệp Word (.docx)"], LAYOUTS)
    except WrongUseError as wrong:
        say(f"{wrong} Xem cách dùng: donghanh check-layout --help")
        return WRONG_USE
    if asked is None:
        sys.stdout.write(USAGE)
        return KEPT
    (file,), key = asked
    try:
        data = file.read_bytes()
    except OSError as error:
        say(f"{plain(str(file))}: {opening_problem(error)}")
        return NOT_OPENED
    used = layout(key)
    try:
        departures = check_layout(data, used)
    except UnreadableFile as error:
        say(f"{plain(str(file))}: {error.message}")
        return NOT_OPENED
    for departure in departures:
        sys.stdout.write(f"{departure}\n")
    if not departures:
        sys.stdout.write(f"Đúng thể thức: {used.name}.\n")
    return DEPARTS if departures else KEPT
