"""`donghanh write`: a plan in the form of the reading, written as an official document."""

import sys
from collections.abc import Mapping
from pathlib import Path

from donghanh.cli.files import opening_problem, put, writing_problem
from donghanh.cli.running import WrongUseError, files_and_layout, run, say
from donghanh.cli.words import number, plain
from donghanh.reading.errors import UnreadableFile
from donghanh.writing.layout import LAYOUTS, layout
from donghanh.writing.pdf import pdf
from donghanh.writing.plan import FormError, document_of, left_out, parse, strange_keys
from donghanh.writing.word import word

USAGE = """\
Cách dùng: donghanh write KẾ_HOẠCH.json KẾT_QUẢ.docx|KẾT_QUẢ.pdf [--layout state | mass]

Viết một kế hoạch thành văn bản hành chính để ký, từ tệp JSON mà `donghanh read` in ra.

  donghanh write ke-hoach.json ke-hoach.docx
  donghanh write ke-hoach.json ke-hoach.pdf --layout mass

Nơi nào kế hoạch chưa nêu thì để trống bằng dấu chấm, chờ điền. Tệp JSON không có lời văn (body, opening,
closing) vẫn viết được: nội dung lấy từ các danh sách. Mục nào không viết ra được thì nêu tên.

  --layout     thể thức: state theo Nghị định 30/2020/NĐ-CP (mặc định), mass của đoàn thể (tạm thời)
  -h, --help   in hướng dẫn này

Mã kết thúc: 0 đã viết, 1 không viết được, 2 gọi sai cách.
"""
WRITTEN, NOT_WRITTEN, WRONG_USE = 0, 1, 2
_ENDINGS = (".docx", ".pdf")


def main(argv: list[str]) -> int:
    """Write as `argv` says; returns the exit status."""
    return run(lambda: _write(argv))


def _write(argv: list[str]) -> int:
    try:
        asked = files_and_layout(argv, ["tên tệp kế hoạch (.json)", "tên tệp kết quả"], LAYOUTS)
        if asked is None:
            sys.stdout.write(USAGE)
            return WRITTEN
        (source, out), key = asked
        if out.suffix.lower() not in _ENDINGS:
            raise WrongUseError(f"Tệp kết quả phải có đuôi .docx hoặc .pdf, không phải “{plain(out.name)}”.")
    except WrongUseError as wrong:
        say(f"{wrong} Xem cách dùng: donghanh write --help")
        return WRONG_USE
    try:
        data = source.read_bytes()
    except OSError as error:
        say(f"{plain(str(source))}: {opening_problem(error)}")
        return NOT_WRITTEN
    return _written(source, data, out, key)


def _written(source: Path, data: bytes, out: Path, key: str) -> int:
    try:
        plan, strange = parse(data), strange_keys(data)
        document = document_of(plan)
        made = word(document, layout(key))
        put(out, pdf(made) if out.suffix.lower() == ".pdf" else made)
    except FormError as error:
        say(f"Không viết được từ “{plain(str(source))}”. {error}")
        return NOT_WRITTEN
    except UnreadableFile as error:  # LibreOffice, which prints, is not there or failed
        say(error.message)
        return NOT_WRITTEN
    except OSError as error:
        say(f"Không ghi được “{plain(str(out))}”. {writing_problem(error)}")
        return NOT_WRITTEN
    _name("Mẫu donghanh.plan/1 không có các mục sau nên không viết:", strange)
    _name(
        "Lời văn của kế hoạch không nói các mục sau của danh sách nên không viết:", left_out(plan, document)
    )
    return WRITTEN


def _name(what: str, places: Mapping[str, int]) -> None:
    """What was not written, a line each."""
    if places:
        times = (
            f"  {plain(place)}" + (f" ({number(n)} chỗ)" if n > 1 else "") for place, n in places.items()
        )
        say("\n".join((what, *times)))
