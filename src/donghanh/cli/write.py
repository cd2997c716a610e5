"""`donghanh write`: a plan in the form of the reading, written as an official document."""

import contextlib
import os
import sys
import tempfile
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from donghanh.reading.errors import UnreadableFile
from donghanh.writing.layout import LAYOUTS, layout
from donghanh.writing.pdf import pdf
from donghanh.writing.plan import FormError, document_of, parse, strange_keys
from donghanh.writing.word import word

DESCRIPTION = """\
Viết một kế hoạch thành văn bản hành chính để ký, từ tệp JSON mà `donghanh read` in ra.

  donghanh write ke-hoach.json ke-hoach.docx
  donghanh write ke-hoach.json ke-hoach.pdf --layout mass

Nơi nào kế hoạch chưa nêu thì để trống bằng dấu chấm, chờ điền. Tệp JSON không có lời văn (body, opening,
closing) vẫn viết được: nội dung lấy từ các danh sách.

Mã kết thúc: 0 đã viết, 1 không viết được, 2 gọi sai cách.
"""
_ENDINGS = (".docx", ".pdf")


def main(argv: list[str]) -> int:
    """Write as `argv` says; returns the exit status."""
    parser = ArgumentParser(
        "donghanh write", description=DESCRIPTION, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("plan", type=Path, help="kế hoạch, tệp JSON theo mẫu donghanh.plan/1")
    parser.add_argument("out", type=Path, help="tệp kết quả, .docx hoặc .pdf")
    parser.add_argument(
        "--layout",
        choices=LAYOUTS,
        default="state",
        help="thể thức: state theo Nghị định 30/2020/NĐ-CP (mặc định), mass của đoàn thể (tạm thời)",
    )
    arguments = parser.parse_args(argv)
    ending = arguments.out.suffix.lower()
    if ending not in _ENDINGS:
        parser.error(f"tệp kết quả phải có đuôi .docx hoặc .pdf, không phải “{arguments.out.name}”")
    try:
        data = arguments.plan.read_bytes()
    except OSError as error:
        return _failed(f"Không mở được “{arguments.plan}”: {error.strerror}.")
    try:
        made = word(document_of(parse(data)), layout(arguments.layout))
        _put(arguments.out, pdf(made) if ending == ".pdf" else made)
        if strange := strange_keys(data):
            sys.stderr.write(
                f"Mẫu donghanh.plan/1 không có các mục sau nên không viết: {', '.join(strange)}.\n"
            )
    except FormError as error:
        return _failed(f"Không viết được từ “{arguments.plan}”. {error}")
    except UnreadableFile as error:  # LibreOffice, which prints, is not there or failed
        return _failed(error.message)
    except OSError as error:
        return _failed(f"Không ghi được “{arguments.out}”: {error.strerror}.")
    return 0


def _failed(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 1


def _put(path: Path, data: bytes) -> None:
    """The whole file under its name, or nothing: a reader never sees half of it."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        made.chmod(0o666 & ~umask)
        made.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise
