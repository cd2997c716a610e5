"""What LibreOffice makes of a Word file and is read again says the same as the Word file."""

import io
import os
import re
import signal
import tempfile
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from donghanh.reading.blocks import BlockDocument, FileKind, Paragraph, Table
from donghanh.reading.errors import DamagedFile, FileTooLarge, MissingProgram, UnreadableFile
from donghanh.reading.formats import docx, office
from donghanh.reading.formats.office import conversion, rtf, worker
from reading.corpus.office import available, convert
from reading.formats.docx.building import listed, lvl, numbering, p, r, tbl, tc, tr
from reading.formats.office.building import odt, word_file
from reading.formats.office.building import rtf as rich

KINDS = (FileKind.DOC, FileKind.ODT, FileKind.RTF)
BOLD, ITALIC, CENTRED = "<w:b/>", "<w:i/>", '<w:jc w:val="center"/>'
THIRD, TWO_THIRDS = '<w:tcW w:w="3000" w:type="dxa"/>', '<w:tcW w:w="6000" w:type="dxa"/>'
GRID = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
CHANGED = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"'
LISTS = numbering(
    lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2."), lvl(2, "lowerLetter", "%3)"), lvl(3, "bullet", "-")
)
NOTES = (
    "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    + f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" Theo báo cáo năm 2025."))}</w:footnote>'
)

SIGNATURE = tbl(
    tr(
        tc(p(r("Nơi nhận:", BOLD)) + p("- Hội LHPN Việt Nam;") + p("- Lưu: VT.")),
        tc(p(r("TM. BAN THƯỜNG VỤ", BOLD), CENTRED) + p("CHỦ TỊCH", CENTRED)),
    ),
    lines=False,
)
PASSAGES = (
    # A letterhead and a title.
    tbl(tr("HỘI LHPN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), lines=False),
    p(r("KẾ HOẠCH", BOLD), CENTRED),
    p(r("năm 2026", ITALIC), CENTRED),
    # Automatic numbers, which begin anew.
    listed("Mục đích"),
    listed("Việc một", 1),
    listed("Việc hai", 1),
    listed("a", 2),
    listed("b", 2),
    listed("gạch", 3),
    listed("Tổ chức"),
    listed("Việc một", 1),
    # A heading that runs in, a footnote.
    p(r("Phòng Y tế:", BOLD) + r(" Cấp phát thuốc.")),
    p(r("Còn 12 hộ nghèo") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    # Tracked changes, hidden words.
    p(
        f"<w:ins {CHANGED}>{r('thêm vào')}</w:ins>"
        f"<w:del {CHANGED}><w:r><w:delText>xóa đi</w:delText></w:r></w:del>" + r(" giữ lại")
    ),
    p(r("hiện ") + r("ẩn", "<w:vanish/>") + r("tiếp")),
    # Tabs, breaks of lines and pages.
    p("TT\tNội dung\tGhi chú"),
    p("dòng một\ndòng hai"),
    p('<w:r><w:br w:type="page"/></w:r>' + r("trang hai")),
    # Merged cells.
    tbl(
        GRID,
        tr(tc("Gộp ngang", TWO_THIRDS + '<w:gridSpan w:val="2"/>'), tc("C", THIRD)),
        tr(tc("Gộp dọc", THIRD + '<w:vMerge w:val="restart"/>'), tc("x", THIRD), tc("y", THIRD)),
        tr(tc(p(), THIRD + "<w:vMerge/>"), tc("x2", THIRD), tc("y2", THIRD)),
        tr(tc(p("1") + p("hai đoạn"), THIRD), tc("", THIRD), tc("3", THIRD)),
    ),
    p("sau bảng"),
)
HEADER = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
BODIES = {
    "everything": "".join(PASSAGES) + SIGNATURE + HEADER,
    "a table at the end": p("trước bảng") + SIGNATURE,
    "a table and nothing else": SIGNATURE,
}


def plain(document: BlockDocument) -> list[object]:
    """What of the blocks must be the same in every format."""
    return [seen(block) for block in document.blocks]


def seen(block: Paragraph | Table) -> object:
    if isinstance(block, Paragraph):
        return block.text, block.bold, block.italic, block.centred
    rows = [
        [([p.text for p in c.paragraphs], c.bold, c.column, c.columns, c.rows) for c in row.cells]
        for row in block.rows
    ]
    return block.borderless, rows


@pytest.fixture(scope="module")
def files() -> dict[tuple[str, FileKind], bytes]:
    """Every body in every kind."""
    if not available():
        pytest.skip("no LibreOffice here")
    words = {name: whole(body) for name, body in BODIES.items()}
    return {(name, kind): data for kind in KINDS for name, data in convert(words, kind).items()}


def whole(body: str) -> bytes:
    return word_file(body, numbering=LISTS, footnotes=NOTES, header=p("Đầu trang"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", BODIES)
def test_a_file_is_read_as_the_word_file_that_it_was_made_from(
    files: dict[tuple[str, FileKind], bytes], name: str, kind: FileKind
) -> None:
    read = office.read(files[name, kind], kind)
    assert read.kind == kind
    assert plain(read) == plain(docx.read(whole(BODIES[name])))


@pytest.mark.parametrize(
    ("page", "font", "letters"),
    [
        (1252, r"\fcharset0 .VnTime", "Céng hßa x· Ãi Ò"),
        (1258, r"\fcharset1 .VnTime", "Céng hßa x· Ãi Ò"),
        (1252, r"\fcharset163{\*\panose 020b0000}.VnTimeH", "Céng hßa x· Ãi Ò"),
        (1258, r"\fcharset163 VNI-Times", "Céng hßa x· Ãi Ò"),
        (1252, r"\fcharset1 Arial", "Céng hßa x· Ãi Ò"),
        (1258, r"\fcharset1 Arial", "Céng hßa x· Ăi\N{COMBINING HOOK ABOVE}"),
        (1252, r"\fcharset163 Arial", "Céng hßa x· Ăi\N{COMBINING HOOK ABOVE}"),
    ],
)
def test_letters_of_a_rich_text_keep_their_bytes_and_their_font(page: int, font: str, letters: str) -> None:
    if not available():
        pytest.skip("no LibreOffice here")
    text = r"C\'e9ng h\'dfa x\'b7 \'c3i" + (r" \'d2" if "Ò" in letters else r"\'d2")
    file = rf"{{\rtf1\ansi\ansicpg{page}\deff0{{\fonttbl{{\f0\fnil{font};}}}}\plain\f0 {text}\par}}"
    data, _ = rtf.checked(file.encode("ascii"))
    with zipfile.ZipFile(io.BytesIO(conversion.saved_as(data, FileKind.RTF))) as made:
        body = made.read("word/document.xml").decode()
    assert letters in body
    name = re.split(r"[ }]", font)[-1]
    assert f'w:hAnsi="{name}"' in body


# What happens to the process.

STAND_IN = """
import os, signal, sys, time
sys.path.insert(0, {folder!r})
import worker
worker.limit(int(sys.argv[5]), int(sys.argv[6]))
{does}
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Call it with what is done instead of a conversion."""

    def stand(does: str) -> None:
        program = tmp_path / "stand_in.py"
        folder = str(Path(worker.__file__).parent)
        program.write_text(STAND_IN.format(folder=folder, does=does), encoding="utf-8")
        monkeypatch.setattr(conversion, "PROGRAM", str(program))
        monkeypatch.setattr(conversion, "SECONDS", 1)
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    return stand


@pytest.mark.parametrize(
    ("does", "error", "words"),
    [
        ("time.sleep(60)", FileTooLarge, "quá lâu"),
        ("while True: pass", FileTooLarge, "quá lâu"),
        ("os.abort()", DamagedFile, "bị hỏng hoặc quá lớn"),
        ("bytearray(3 * 1024**3)", DamagedFile, "bị hỏng hoặc quá lớn"),
        ("sys.exit(worker.NOT_LOADED)", DamagedFile, "bị hỏng"),
    ],
)
def test_a_conversion_that_fails_says_so_and_leaves_nothing(
    stand_in: Callable[[str], None], tmp_path: Path, does: str, error: type[UnreadableFile], words: str
) -> None:
    stand_in(does)
    with pytest.raises(error, match=words):
        office.read(rich(), FileKind.RTF)
    assert [path.name for path in tmp_path.iterdir()] == ["stand_in.py"]


def test_a_conversion_dies_with_who_asked_for_it(
    stand_in: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "number"
    stand_in(f"open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    monkeypatch.setattr(conversion, "SECONDS", 60)
    asking = os.fork()
    if not asking:
        with suppress(BaseException):
            office.read(rich(), FileKind.RTF)
        os._exit(0)
    number = int(until(lambda: mark.exists() and mark.read_text()))
    os.kill(asking, signal.SIGKILL)
    os.waitpid(asking, 0)
    assert until(
        lambda: not Path(f"/proc/{number}/cmdline").exists() or "stand_in" not in command_line(number)
    )


def command_line(number: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{number}/cmdline").read_text(errors="replace")
    return ""


def until(said: Callable[[], object]) -> Any:
    for _ in range(100):
        if answer := said():
            return answer
        time.sleep(0.1)
    pytest.fail("it did not happen")


def test_two_files_are_read_side_by_side() -> None:
    if not available():
        pytest.skip("no LibreOffice here")
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(office.read, odt("<text:p>một</text:p>"), FileKind.ODT)
        second = pool.submit(office.read, rich(r"\plain hai\par"), FileKind.RTF)
    assert (first.result().blocks[-1].text, second.result().blocks[-1].text) == ("một", "hai")


@pytest.mark.parametrize("missing", ["soffice", "libswlo.so"])
def test_a_missing_program_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    (tmp_path / "soffice").touch(mode=0o755)
    (tmp_path / "libmergedlo.so").touch()
    (tmp_path / "libswlo.so").touch()
    (tmp_path / missing).unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgram, match=r"chưa cài LibreOffice để đọc tệp \.odt"):
        office.read(odt(), FileKind.ODT)
