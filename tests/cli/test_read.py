"""`donghanh read` for one file: the command an official types."""

import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import donghanh.reading
from donghanh.cli.read import main
from donghanh.reading import read_file

SAMPLES = Path(__file__).parents[2] / "src/donghanh/documents/samples"
SCHEMA = Path(donghanh.reading.__file__).parent / "data/plan.schema.json"
CONTRACT = Path(__file__).parents[3] / "shared/contract/plan.schema.json"

PLAN = """HỘI LHPN XÃ BẢN HON
BAN CHẤP HÀNH
Số: 07/KH-BCH
Bản Hon, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Nuôi ong lấy mật gây quỹ chi hội năm 2026
Căn cứ Kế hoạch số 15/KH-BTV ngày 05/01/2026 của Ban Thường vụ Hội LHPN tỉnh Lai Châu, Ban Chấp hành Hội LHPN xã Bản Hon xây dựng kế hoạch như sau:
I. MỤC TIÊU
1. Mỗi chi hội có ít nhất 05 đàn ong.
II. NỘI DUNG
1. Hội LHPN xã chủ trì mở lớp học nuôi ong trong tháng 3/2026.
2. Mua 10 thùng ong, 1.200.000 đồng/thùng, tổng trị giá {total} đồng.
III. TỔ CHỨC THỰC HIỆN
1. Các chi hội
- Báo cáo kết quả về Hội LHPN xã trước ngày 20/11/2026.
Nơi nhận:
- Hội LHPN tỉnh;
- Lưu: VT.
TM. BAN CHẤP HÀNH
CHỦ TỊCH
Lò Thị Phấn
"""


@pytest.fixture
def right(tmp_path: Path) -> Path:
    """A plan whose product comes out."""
    file = tmp_path / "nuoi-ong.txt"
    file.write_text(PLAN.format(total="12.000.000"), encoding="utf-8")
    return file


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A plan whose product does not."""
    file = tmp_path / "tinh-sai.txt"
    file.write_text(PLAN.format(total="14.000.000"), encoding="utf-8")
    return file


def run(
    *argv: str | Path, env: dict[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a shell starts it."""
    code = "import sys; from donghanh.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "read", *map(str, argv)]
    return subprocess.run(
        command, capture_output=True, timeout=60, env={**os.environ, **(env or {})}, **options
    )


def test_a_person_sees_what_the_plan_says(right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(right)]) == 0
    said = capsys.readouterr()
    for words in (
        "Kế hoạch số 07/KH-BCH ngày 12/01/2026",
        "Nuôi ong lấy mật gây quỹ chi hội năm 2026",
        "Thời gian: năm 2026",
        "Người ký: Lò Thị Phấn, CHỦ TỊCH, TM. BAN CHẤP HÀNH",
        "Kế hoạch 15/KH-BTV ngày 05/01/2026 của Ban Thường vụ Hội LHPN tỉnh Lai Châu",
        "Cần đạt: ít nhất 5 đàn",
        "Tính cho: Mỗi chi hội",
        "Mục II",
        "Chủ trì: Hội LHPN xã",
        "1.200.000 đồng cho mỗi thùng (định mức)",
        "12.000.000 đồng (tổng)",
        "Báo cáo một lần: hạn 20/11/2026",
        "Nơi nhận: Hội LHPN xã",
    ):
        assert words in said.out
    assert said.err == ""


def test_a_product_that_does_not_come_out_is_said_and_ends_with_one(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(wrong)]) == 1
    said = capsys.readouterr().out
    assert "CẦN XEM LẠI: 1 lỗi" in said
    assert "12.000.000 đồng" in said
    assert "14.000.000 đồng" in said


def test_findings_stand_on_one_line_each_with_their_section(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(wrong), "--findings"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Lỗi, mục II: ")
    assert "14.000.000 đồng" in line


def test_a_plan_without_findings_says_so(right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--findings", str(right)]) == 0
    assert capsys.readouterr().out == "Không có gì phải hỏi.\n"


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.suffix)
def test_json_is_the_form_and_its_ranges_refer_to_the_text(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(sample), "--json"])
    plan = json.loads(capsys.readouterr().out)
    main([str(sample), "--text"])
    text = capsys.readouterr().out
    assert plan == read_file(sample).plan
    assert plan["activities"]
    for activity in plan["activities"]:
        assert text[activity["source"]["start"] : activity["source"]["end"]] == activity["text"]


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.suffix)
def test_json_keeps_to_the_schema(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(sample), "--json"])
    plan = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(plan)


@pytest.mark.skipif(not CONTRACT.is_file(), reason="the contract is not beside the repository")
def test_the_schema_is_that_of_the_contract() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(CONTRACT.read_text(encoding="utf-8"))


def test_a_missing_file_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "chua-co.docx"
    assert main([str(missing)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{missing}: Không tìm thấy tệp. Hãy kiểm tra lại tên tệp và thư mục.\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_closed_file_is_told_in_one_line(right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right.chmod(0)
    assert main([str(right)]) == 2
    assert "Không có quyền mở tệp" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Tệp không có nội dung"),
        (b"GIF89a" + bytes(100), "Đây là ảnh"),
        (b"PK\x03\x04 broken", "Tệp bị hỏng"),
        (
            "Bữa nay trời đẹp, cả nhà đi chợ phiên mua rau.".encode(),
            "Tệp không có dáng một văn bản hành chính",
        ),
        (b"The quick brown fox jumps over the lazy dog. " * 20, "Không thấy"),
    ],
    ids=["empty", "picture", "broken", "no plan", "english"],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    data: bytes, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(data)
    for form in ([], ["--json"], ["--text"], ["--findings"]):
        assert main([str(file), *form]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(f"{file}: {reason}")
        assert said.err.count("\n") == 1
        assert "Hãy" in said.err


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        ([], "Chưa ghi tên tệp cần đọc."),
        ([""], "Chưa ghi tên tệp cần đọc."),
        (["a.docx", "--loud"], "Không có lựa chọn “--loud”."),
        (["-x", "a.docx"], "Không có lựa chọn “-x”."),
        (["a.docx", "--json", "--text"], "Chỉ chọn một trong --json, --text, --findings, --compare."),
        (["a.docx", "--out"], "Sau --out phải ghi tên thư mục"),
        (["a.docx", "--out="], "Sau --out phải ghi tên thư mục"),
        (["a.docx", "b.docx", "--json"], "--json chỉ in một tệp, ở đây có 2 tệp."),
        (["a.docx", "b.docx", "--text"], "--text chỉ in một tệp, ở đây có 2 tệp."),
    ],
)
def test_wrong_use_is_told_in_one_line(
    argv: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(reason)
    assert said.err.endswith("Xem cách dùng: donghanh read --help\n")
    assert said.err.count("\n") == 1


def test_help_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Cách dùng: donghanh read")


def test_a_fault_of_ours_is_no_traceback_unless_asked_for(
    right: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(path: Path, **told: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr("donghanh.reading.read_file", break_off)
    assert main([str(right)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{right}: Chương trình gặp lỗi khi đọc tệp này.")
    assert said.count("\n") == 1
    monkeypatch.setenv("DONGHANH_DEBUG", "1")
    assert main([str(right)]) == 2
    assert "ZeroDivisionError: a fault of ours" in capsys.readouterr().err


def test_output_is_utf8_whatever_the_locale(right: Path) -> None:
    done = run(right, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "Nuôi ong lấy mật" in done.stdout.decode("utf-8")


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    item = "- Mỗi chi hội thăm hỏi 05 hộ hội viên cao tuổi.\n"
    file = tmp_path / "dai.txt"
    file.write_text(
        PLAN.format(total="12.000.000").replace("III. TỔ", item * 3000 + "III. TỔ"), encoding="utf-8"
    )
    code = "import sys; from donghanh.cli import main; sys.exit(main())"
    command = f"'{sys.executable}' -c '{code}' read '{file}' --text | head -c 100"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert len(done.stdout) == 100
    assert done.stderr == b""


def test_a_document_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "la\x1b[2J.txt"
    file.write_text(PLAN.format(total="14.000.000").replace("Nuôi", "Nuôi\x1b]0;chiếm\x07"), encoding="utf-8")
    for form in ([], ["--findings"]):
        main([str(file), *form])
        assert "\x1b" not in capsys.readouterr().out
    file.write_bytes(b"")
    main([str(file)])
    assert "\x1b" not in capsys.readouterr().err


def test_colours_only_where_there_is_a_terminal(wrong: Path) -> None:
    import pty

    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"no terminal to be had here: {error}")
    run_in = [sys.executable, "-c", "from donghanh.cli import main; main()", "read", str(wrong)]
    with subprocess.Popen(
        run_in, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm"}
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        process.wait(timeout=60)
    os.close(ours)
    text = shown.decode("utf-8")
    assert "\x1b[1;31mLỗi" in text
    assert "Phép nhân không khớp" in text
    assert "Kết luận: 1 lỗi." in text


def test_django_is_not_loaded(right: Path) -> None:
    code = (
        "import sys; from donghanh.cli.read import main; status = main(sys.argv[1:]); "
        "sys.exit(status or any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(right)], stdout=subprocess.DEVNULL).returncode == 0


def test_a_text_bomb_in_an_archive_is_told_not_suffered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bom.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(300_000_000))
    assert main([str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_results_are_files_like_any_other(right: Path, tmp_path: Path) -> None:
    out = tmp_path / "ket-qua"
    assert main([str(right), "--out", str(out)]) == 0
    usual = tmp_path / "usual"
    usual.touch()
    assert stat.S_IMODE((out / "nuoi-ong.json").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    assert [file.name for file in out.iterdir()] == ["nuoi-ong.json"]


ANNEXED = (
    "PHỤ LỤC\nDanh sách chi hội\n(Kèm theo Kế hoạch số 07/KH-BCH ngày 12/01/2026)\n"
    "TT\tTên chi hội\tSố đàn ong\n1\tChi hội bản Hon\t5\n2\tChi hội bản Thẳm\t7\nTổng cộng\t\t13\n"
)


def test_each_paper_of_a_file_is_shown_with_its_findings(
    right: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right.write_text(right.read_text(encoding="utf-8") + ANNEXED, encoding="utf-8")
    assert main([str(right)]) == 1  # the annex's total is wrong
    said = capsys.readouterr().out
    assert f"TỆP: {right}, văn bản 1/2" in said
    assert f"TỆP: {right}, văn bản 2/2" in said
    assert "Ban hành kèm theo: 07/KH-BCH ngày 12/01/2026" in said
    assert main([str(right), "--findings"]) == 1
    assert "13" in capsys.readouterr().out


def test_a_newer_reading_is_compared_with_an_older_one(
    right: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(right), "--json"])
    plan = json.loads(capsys.readouterr().out)
    old = tmp_path / "cu.json"
    old.write_text(json.dumps(plan), encoding="utf-8")
    assert main([str(right), "--compare", str(old)]) == 0
    assert capsys.readouterr().out == "Không khác bản đọc cũ.\n"
    plan["targets"][0]["quantity"] = 6
    plan["amounts"].clear()
    plan["document"].update(number="08/KH-BCH", states={"number": "corrected"})
    old.write_text(json.dumps(plan), encoding="utf-8")
    main([str(right), "--compare", str(old)])
    said = capsys.readouterr().out
    assert "Chỉ tiêu: đổi – Mỗi chi hội có ít nhất 05 đàn ong." in said
    assert "số lượng: 6 → 5" in said
    assert "Kinh phí: thêm – " in said
    assert "Thể thức: giữ (người đã xác nhận)" in said
    assert said.endswith("So với bản đọc cũ: thêm 2, đổi 1, giữ (người đã xác nhận) 1.\n")


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema": "donghanh.plan/1", "document": 3}', '{"schema": "donghanh.plan/1", "document": {}, "papers": [4]}', '{"schema": "donghanh.plan/1", "document": {}, "targets": [1]}', "[" * 100_000]
)  # fmt: skip
def test_what_is_no_reading_is_not_compared_with(
    content: str, right: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "cu.json"
    old.write_text(content, encoding="utf-8")
    assert main([str(right), "--compare", str(old)]) == 2
    assert "không phải kết quả đọc đã lưu" in capsys.readouterr().err


def test_compare_takes_one_file_and_writes_none(
    right: Path, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(right), str(wrong), "--compare", "cu.json"]) == 2
    assert "chỉ so một tệp" in capsys.readouterr().err
    assert main([str(right), "--compare", "cu.json", "--out", str(tmp_path / "out")]) == 2
    assert "không dùng cùng --out" in capsys.readouterr().err
    assert main([str(right), "--compare"]) == 2
    assert "Sau --compare" in capsys.readouterr().err
