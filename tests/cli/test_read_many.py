"""`donghanh read` for many files: nothing stops for one that is bad, and no result covers another."""

import fcntl
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import donghanh.reading
from donghanh.cli.inputs import gather, result_names
from donghanh.cli.pool import Cause, Limits, Lost, results
from donghanh.cli.progress import Bar
from donghanh.cli.read import main

PLAN = """UBND XÃ LŨNG CÚ
Số: {number}/KH-UBND
Lũng Cú, ngày 09 tháng 02 năm 2026
KẾ HOẠCH
Trồng hoa ven đường năm 2026
I. MỤC TIÊU
1. Mỗi thôn trồng ít nhất 200 m đường hoa.
II. NỘI DUNG
1. Thôn trưởng vận động các hộ góp {cost} đồng/hộ.
III. TỔ CHỨC THỰC HIỆN
1. Các thôn
- Báo cáo kết quả về UBND xã trước ngày 30/11/2026.
Nơi nhận:
- Lưu: VT.
"""


def put(file: Path, number: int = 1, cost: str = "20.000") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PLAN.format(number=number, cost=cost), encoding="utf-8")
    return file


def number(file: Path) -> str:
    document = json.loads(file.read_text(encoding="utf-8"))["document"]
    return str(document["number"])


def test_one_bad_file_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [put(tmp_path / f"{n}.txt", n) for n in range(1, 6)]
    files[2].write_bytes(b"PK\x03\x04 broken")
    assert main([*map(str, files), "--findings"]) == 2
    said = capsys.readouterr()
    names = [line.split(": ")[0] for line in said.out.splitlines()]
    assert list(dict.fromkeys(names)) == [str(files[n]) for n in (0, 1, 3, 4)]
    assert said.err.splitlines()[0].startswith(f"{files[2]}: Tệp bị hỏng")
    assert said.err.splitlines()[-1] == "Đã đọc 4/5 tệp; 0 tệp có lỗi cần sửa; 1 tệp không đọc được."


def test_the_worst_status_counts(tmp_path: Path) -> None:
    right, wrong = put(tmp_path / "a.txt"), put(tmp_path / "b.txt", cost="20.000,000")
    assert main([str(right), str(wrong)]) == 1
    assert main([str(wrong), str(right), str(tmp_path / "none.txt")]) == 2


def test_a_file_whose_reading_crashes_costs_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = donghanh.reading.read_file

    def read_or_die(path: Path, **told: object) -> object:
        if path.name == "3.txt":
            os._exit(1)
        return whole(path)

    monkeypatch.setattr("donghanh.reading.read_file", read_or_die)
    for n in range(8):
        put(tmp_path / "in" / f"{n}.txt", n)
    assert main([str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 2
    assert sorted(f.stem for f in (tmp_path / "out").iterdir()) == ["0", "1", "2", "4", "5", "6", "7"]
    assert "3.txt: Việc đọc bị ngắt giữa chừng." in capsys.readouterr().err


def test_a_folder_stands_for_what_can_be_read_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "b.txt", 2)
    put(tmp_path / "a" / "a.md", 1)
    put(tmp_path / ".hidden.txt")
    put(tmp_path / ".git" / "c.txt")
    put(tmp_path / "~$b.docx")
    (tmp_path / "phim.mp4").write_bytes(b"\0\0\0\x18ftypmp42")
    (tmp_path / "trinh-chieu.pptx").write_bytes(b"PK\x03\x04")
    main([str(tmp_path), "--findings"])
    said = capsys.readouterr()
    assert [line.split(": ")[0] for line in said.out.splitlines()] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "a" / "a.md"),
    ]
    assert "Bỏ qua 2 tệp không thuộc loại đọc được (.mp4, .pptx)." in said.err


def test_a_word_file_of_another_name_is_found_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.doc").write_bytes(b"PK\x03\x04 and more")
    (tmp_path / "khong-duoi").write_bytes(b"%PDF-1.7")
    (tmp_path / "so-lieu.pptx").write_bytes(b"PK\x03\x04 and more")
    assert [file.name for file in gather([tmp_path]).files] == ["ke-hoach.doc", "khong-duoi"]


def test_a_folder_without_a_plan_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path}: Thư mục không có tệp nào đọc được.")


def test_a_folder_of_one_file_may_be_printed_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "a.txt", 5)
    assert main([str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["number"] == "5/KH-UBND"


def test_the_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = put(tmp_path / "a.txt")
    assert gather([file, tmp_path, tmp_path / "." / "a.txt"]).files == [file]


def test_results_are_written_under_the_stem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = put(tmp_path / "mot.txt", 1), put(tmp_path / "hai.md", 2)
    out = tmp_path / "moi" / "ket-qua"
    assert main([str(first), str(second), "--text", "--out", str(out)]) == 0
    assert sorted(file.name for file in out.iterdir()) == ["hai.json", "hai.txt", "mot.json", "mot.txt"]
    assert number(out / "hai.json") == "2/KH-UBND"
    plan = json.loads((out / "mot.json").read_text(encoding="utf-8"))
    source = plan["sections"][0]["source"]
    text = (out / "mot.txt").read_text(encoding="utf-8")
    assert text[source["start"] : source["end"]] == plan["sections"][0]["title"]
    assert f"{first} → {out / 'mot.json'} và {out / 'mot.txt'} (lỗi 0" in capsys.readouterr().out


def test_files_of_one_stem_get_results_of_their_own(tmp_path: Path) -> None:
    files = [
        put(tmp_path / "a.txt", 1),
        put(tmp_path / "a.md", 2),
        put(tmp_path / "x" / "a.txt", 3),
        put(tmp_path / "x" / "A.text", 4),
    ]
    out = tmp_path / "out"
    assert main([*map(str, files), "--out", str(out)]) == 0
    assert {file.name: number(file) for file in out.iterdir()} == {
        "a.txt.json": "1/KH-UBND",
        "a.md.json": "2/KH-UBND",
        "a.txt (2).json": "3/KH-UBND",
        "A.text.json": "4/KH-UBND",
    }


def test_a_result_never_covers_a_file_that_is_read(tmp_path: Path) -> None:
    file = put(tmp_path / "a.txt", 7)
    before = file.read_bytes()
    assert main([str(file), "--text", "--out", str(tmp_path)]) == 0
    assert file.read_bytes() == before
    assert number(tmp_path / "a.txt.json") == "7/KH-UBND"
    assert (tmp_path / "a.txt.txt").read_text(encoding="utf-8").startswith("UBND XÃ LŨNG CÚ")


def test_results_in_the_folder_that_is_read_are_no_input(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    for _ in range(2):
        assert main([str(tmp_path), "--text", "--out", str(tmp_path / "ket-qua")]) == 0
    assert sorted(f.name for f in (tmp_path / "ket-qua").iterdir()) == ["a.json", "a.txt"]


@given(
    st.lists(
        st.sampled_from(["a.txt", "A.txt", "a.md", "x/a.txt", "b.docx", "a.txt.md", "a (2).md"]), unique=True
    )
)
def test_no_two_results_share_a_name(names: list[str]) -> None:
    files = [Path("/in") / name for name in names]
    given_names = result_names(files, Path("/in"), (".json", ".txt"))
    written = [f"/in/{name}{ending}".casefold() for name in given_names for ending in (".json", ".txt")]
    assert len(set(written)) == len(written)
    assert not set(written) & {str(file).casefold() for file in files}


@pytest.mark.parametrize("there", ["file", "below a file"])
def test_a_place_for_results_that_is_no_folder_is_told(
    there: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = put(tmp_path / "a.txt")
    out = file if there == "file" else file / "ket-qua"
    assert main([str(file), "--out", str(out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert file.read_text(encoding="utf-8").startswith("UBND")


def test_a_result_that_cannot_be_written_leaves_nothing_half_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = put(tmp_path / "a.txt"), tmp_path / "out"
    (out / "a.json").mkdir(parents=True)
    assert main([str(file), "--out", str(out)]) == 2
    assert [f.name for f in out.iterdir()] == ["a.json"]
    assert "Không ghi được kết quả" in capsys.readouterr().err


def test_stopping_is_quick_and_quiet(tmp_path: Path) -> None:
    for n in range(800):
        put(tmp_path / "in" / f"{n}.txt", n)
    # Whoever runs the tests in the background has the signal ignored, and children inherit that.
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from donghanh.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "read", str(tmp_path / "in"), "--findings"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        # Too narrow for all that it has to say: it cannot be done before it is stopped.
        fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, 4096)
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode() == "Đã dừng theo yêu cầu.\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_says_how_far_it_is() -> None:
    terminal = Terminal()
    with Bar(1000, terminal) as bar:
        bar.advance(250)
        with bar.hidden():
            pass
    assert "250/1000" in terminal.getvalue()
    assert "Đang đọc" in terminal.getvalue()


def test_one_file_shows_a_bar_only_where_its_reading_has_parts() -> None:
    quick, slow = Terminal(), Terminal()
    for terminal, steps in ((quick, (0, 1)), (slow, (0.25, 1))):
        with Bar(1, terminal) as bar:
            for step in steps:
                bar.advance(step)
    assert quick.getvalue() == ""
    assert "25%" in slow.getvalue()


def _work(job: str, report: Callable[[float], None]) -> str:
    match job:
        case "has parts":
            for done in (0.25, 0.5, 0.75):
                time.sleep(3)
                report(done)
        case "dies":
            os._exit(3)
        case "is killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "raises":
            raise RuntimeError
        case "takes long":
            time.sleep(60)
        case "takes memory":
            try:
                return str(len(bytes(10**9)))
            except MemoryError:
                return "too much"
    return f"{job} by {os.getpid()}"


def test_workers_die_alone_and_results_keep_their_order() -> None:
    jobs = ["one", "dies", "two", "is killed", "raises", "takes long", "takes memory", "three"]
    ticks: list[int] = []
    limits = Limits(memory=200_000_000, seconds=5)
    found = list(results(_work, jobs, workers=2, limits=limits, tick=ticks.append))
    assert [r if isinstance(r, Lost) else r.split(" by ")[0] for r in found] == [
        "one",
        Lost(Cause.CRASH),
        "two",
        Lost(Cause.KILLED),
        Lost(Cause.CRASH),
        Lost(Cause.TIME),
        "too much",
        "three",
    ]
    assert ticks == sorted(ticks)
    assert ticks[-1] == len(jobs)


def test_a_job_that_tells_how_far_it_is_may_take_longer() -> None:
    ticks: list[float] = []
    [found] = results(_work, ["has parts"], workers=1, limits=Limits(seconds=5), tick=ticks.append)
    assert not isinstance(found, Lost)
    assert {0.25, 0.5, 0.75} <= set(ticks)


def test_work_is_shared_among_the_workers() -> None:
    all_at_work = get_context("fork").Barrier(3, timeout=60)

    def meet(job: int, report: object) -> int:
        all_at_work.wait()
        return os.getpid()

    assert len(set(results(meet, range(3), workers=3))) == 3


def test_no_worker_stays_behind_when_nobody_listens_any_more() -> None:
    stream = results(_work, ["one"] * 50, workers=2)
    pid = int(str(next(stream)).rsplit(" ", 1)[1])
    stream.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
