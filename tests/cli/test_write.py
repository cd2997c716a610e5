"""`donghanh write` and `donghanh check-layout`, as a person types them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from donghanh.cli.check_layout import main as check
from donghanh.cli.write import main as write
from donghanh.reading.errors import MissingProgram
from reading.corpus.office import available
from writing.plans import activity, plan, section, target


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.json"
    made = plan(
        section("I", "NỘI DUNG"), activities=[activity("Mở lớp may.", "I"), activity("Tặng quà.", "I")]
    )
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("key", ["state", "mass"])
def test_a_plan_is_written_and_keeps_to_its_layout(
    key: str, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = form.with_suffix(".docx")
    assert write([str(form), str(out), "--layout", key]) == 0
    assert check([str(out), "--layout", key]) == 0
    assert capsys.readouterr().out.startswith("Đúng thể thức: ")


def test_what_the_form_does_not_know_is_left_out_and_said(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form.write_text(json.dumps(json.loads(form.read_text()) | {"checked_by": "Lan"}), encoding="utf-8")
    out = form.with_suffix(".docx")
    assert write([str(form), str(out)]) == 0
    assert "$.checked_by" in capsys.readouterr().err
    assert out.exists()


@pytest.mark.skipif(not available(), reason="no LibreOffice here to print with")
def test_a_plan_is_printed_as_pdf(form: Path) -> None:
    out = form.with_suffix(".pdf")
    assert write([str(form), str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_without_libreoffice_a_pdf_is_refused_and_nothing_is_left(
    form: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_: object) -> bytes:
        raise MissingProgram

    monkeypatch.setattr("donghanh.writing.pdf.saved_as", missing)
    assert write([str(form), str(form.with_suffix(".pdf"))]) == 1
    assert "cài" in capsys.readouterr().err
    assert list(form.parent.iterdir()) == [form]


def test_a_file_that_is_no_plan_is_refused_with_the_place_and_nothing_is_written(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = json.loads(form.read_text(encoding="utf-8"))
    broken["document"]["recipients"] = "Lưu: VT"
    form.write_text(json.dumps(broken), encoding="utf-8")
    assert write([str(form), str(form.with_suffix(".docx"))]) == 1
    assert "$.document.recipients: phải là danh sách" in capsys.readouterr().err
    assert list(form.parent.iterdir()) == [form]


def test_an_old_file_stays_where_the_new_one_cannot_be_written(form: Path) -> None:
    out = form.with_suffix(".docx")
    out.write_bytes(b"old")
    form.write_text("{", encoding="utf-8")
    assert write([str(form), str(out)]) == 1
    assert out.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["khong-co.json", "."])
def test_a_file_that_is_not_there_is_named(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write([str(tmp_path / name), str(tmp_path / "out.docx")]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = form.parent / "khong-co" / "ra.docx"
    assert write([str(form), str(out)]) == 1
    assert f"Không ghi được “{out}”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "Phải ghi tên tệp kế hoạch"),
        (["a.json"], "Phải ghi tên tệp kế hoạch"),
        (["a.json", ""], "Phải ghi tên tệp kế hoạch"),
        (["a.json", "b.docx", "c.docx"], "không thừa"),
        (["a.json", "out.txt"], "đuôi .docx hoặc .pdf"),
        (["a.json", "out.docx", "--layout", "own"], "--layout chỉ nhận state hoặc mass, không phải “own”"),
        (["a.json", "out.docx", "--layout"], "Sau --layout"),
        (["a.json", "out.docx", "--khac"], "Không có lựa chọn “--khac”"),
    ],
)
def test_wrong_use_is_told_in_vietnamese(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write(argv) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.endswith("Xem cách dùng: donghanh write --help\n")


@pytest.mark.parametrize("command", [write, check])
def test_help_is_a_page_in_vietnamese(
    command: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Cách dùng: donghanh ")


def test_checking_without_a_file_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([]) == 2
    assert "Phải ghi tên tệp Word" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["quantity", "so_luong"])
def test_a_number_that_no_program_holds_is_refused_with_a_word(
    key: str, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = {**target("Giúp hộ nghèo", "I", 5, "hộ"), key: 77777}
    data = json.dumps(json.loads(form.read_text()) | {"targets": [entry]})
    form.write_text(data.replace("77777", "1e400"), encoding="utf-8")
    assert write([str(form), str(form.with_suffix(".docx"))]) == 1
    assert "số quá lớn" in capsys.readouterr().err
    assert list(form.parent.iterdir()) == [form]


def test_each_unknown_key_is_named_once(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = json.loads(form.read_text())
    made["activities"] = [activity(f"Mở lớp số {n}.", "I") | {"nguoi": "Lan"} for n in range(1200)]
    form.write_text(json.dumps(made | {"ten": 1}), encoding="utf-8")
    assert write([str(form), str(form.with_suffix(".docx"))]) == 0
    _, *named = capsys.readouterr().err.splitlines()
    assert named == ["  $.activities[].nguoi (1.200 chỗ)", "  $.ten"]


def test_what_the_words_of_a_plan_do_not_say_is_named(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = json.loads(form.read_text())
    made["sections"][0]["body"] = ["- Mở lớp may."]
    form.write_text(json.dumps(made), encoding="utf-8")
    assert write([str(form), str(form.with_suffix(".docx"))]) == 0
    said, *named = capsys.readouterr().err.splitlines()
    assert said.startswith("Lời văn của kế hoạch không nói")
    assert named == ["  $.activities[].text"]


def _in_a_process(command: str, *argv: str, **changed: Any) -> subprocess.CompletedProcess[bytes]:
    """A command under a locale that knows no Vietnamese."""
    program = f"import sys; from donghanh.cli.{command} import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", program, *argv],
        check=False,
        env=environment,
        **{"capture_output": True, **changed},
    )


def test_under_an_ascii_locale_words_are_printed_all_the_same(form: Path) -> None:
    out = form.with_name("kế hoạch.docx")
    assert _in_a_process("write", str(form), str(out)).returncode == 0
    checked = _in_a_process("check_layout", str(out))
    assert (checked.returncode, checked.stderr) == (0, b"")
    assert checked.stdout.decode().startswith("Đúng thể thức: ")


@pytest.mark.parametrize("argv", [["--help"], ["khong-co.json", "ra.docx"]])
def test_who_listens_no_more_is_told_nothing(argv: list[str]) -> None:
    listening, speaking = os.pipe()
    os.close(listening)
    done = _in_a_process("write", *argv, capture_output=False, stdout=speaking, stderr=speaking)
    os.close(speaking)
    assert done.returncode == 141


def test_departures_are_told_one_a_line(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = form.with_suffix(".docx")
    write([str(form), str(out)])
    assert check([str(out), "--layout", "mass"]) == 1
    assert "có Quốc hiệu, tiêu ngữ" in capsys.readouterr().out


def test_a_file_that_cannot_be_opened_is_no_departure(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check([str(form)]) == 3
    assert check([str(form.with_name("khong-co.docx"))]) == 3
    assert capsys.readouterr().err.count("\n") == 2
