"""`donghanh check-layout`: what of a Word file departs from the layout of official documents."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from donghanh.reading.errors import UnreadableFile
from donghanh.writing.checking import check_layout
from donghanh.writing.layout import LAYOUTS, layout

DESCRIPTION = """\
Đo một văn bản Word theo thể thức: khổ giấy, lề, phông chữ, cỡ chữ, đậm, nghiêng, viết hoa, căn lề, thứ tự các
thành phần, số trang, khoảng cách. Mỗi chỗ khác được nêu trên một dòng.

  donghanh check-layout ke-hoach.docx
  donghanh check-layout ke-hoach.docx --layout mass

Mã kết thúc: 0 đúng thể thức, 1 có chỗ khác, 2 gọi sai cách, 3 không mở được tệp.
"""


def main(argv: list[str]) -> int:
    """Check as `argv` says; returns the exit status."""
    parser = ArgumentParser(
        "donghanh check-layout", description=DESCRIPTION, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="văn bản Word (.docx)")
    parser.add_argument(
        "--layout",
        choices=LAYOUTS,
        default="state",
        help="thể thức: state theo Nghị định 30/2020/NĐ-CP (mặc định), mass của đoàn thể (tạm thời)",
    )
    arguments = parser.parse_args(argv)
    used = layout(arguments.layout)
    try:
        departures = check_layout(arguments.file.read_bytes(), used)
    except UnreadableFile as error:
        sys.stderr.write(f"{error.message}\n")
        return 3
    except OSError as error:
        sys.stderr.write(f"Không mở được “{arguments.file}”: {error.strerror}.\n")
        return 3
    for departure in departures:
        sys.stdout.write(f"{departure}\n")
    if not departures:
        sys.stdout.write(f"Đúng thể thức: {used.name}.\n")
    return 1 if departures else 0
