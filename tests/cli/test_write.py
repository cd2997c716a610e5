"""`donghanh write` and `donghanh check-layout`, as a person types them."""

import json
from pathlib import Path

import pytest

from donghanh.cli.check_layout import main as check
from donghanh.cli.write import main as write
from donghanh.reading.errors import MissingProgram
from reading.corpus.office import available
from writing.plans import activity, plan, section


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
    "argv", [[], ["a.json"], ["a.json", "out.txt"], ["a.json", "out.docx", "--layout", "own"]]
)
def test_wrong_use_shows_the_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        write(argv)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_departures_are_told_one_a_line(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = form.with_suffix(".docx")
    write([str(form), str(out)])
    assert check([str(out), "--layout", "mass"]) == 1
    assert "có Quốc hiệu, tiêu ngữ" in capsys.readouterr().out


def test_a_file_that_cannot_be_opened_is_no_departure(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check([str(form)]) == 3
    assert check([str(form.with_name("khong-co.docx"))]) == 3
    assert capsys.readouterr().err.count("\n") == 2
