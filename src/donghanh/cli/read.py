"""`donghanh read`: what official plans say, for a person or as data."""

import getopt
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from donghanh.cli import words
from donghanh.cli.files import writing_problem
from donghanh.cli.inputs import Inputs, gather, result_names
from donghanh.cli.pool import Cause, Lost, cores, results
from donghanh.cli.progress import Bar, NoBar
from donghanh.cli.reader import Form, Job, Read, Unread, read
from donghanh.cli.running import WrongUseError, run, say
from donghanh.cli.scoring import Asked, NothingToScoreError, asked_of, means, scored, table
from donghanh.cli.screen import remark_line, show

if TYPE_CHECKING:
    from donghanh.cli.summary import Group, Remark, Summary

USAGE = """\
Cách dùng: donghanh read TỆP… [--json | --text | --findings | --compare CŨ.json] [--out THƯ_MỤC]

Đọc kế hoạch và văn bản hành chính: ai ban hành, căn cứ nào, chỉ tiêu, hoạt động, kinh phí, ai làm gì,
báo cáo khi nào, địa danh nay gọi là gì; và những chỗ cần xem lại trước khi ký.
TỆP là tệp Word, Excel, PDF, ảnh chụp hay bản quét, trang web đã lưu, văn bản (.txt), tệp nén .zip,
hoặc một thư mục chứa các tệp ấy.

  donghanh read ke-hoach.docx               tóm tắt để xem trên màn hình
  donghanh read ke-hoach.pdf --findings     chỉ những chỗ cần xem lại, mỗi chỗ một dòng
  donghanh read ke-hoach.docx --json        toàn bộ kết quả dạng JSON (donghanh.plan/1)
  donghanh read ke-hoach.docx --text        nguyên văn mà các vị trí trong JSON chỉ tới
  donghanh read van-ban/ --out ket-qua      đọc cả thư mục, mỗi tệp một kết quả .json
  donghanh read ke-hoach.docx --compare cu.json   bản đọc mới khác bản đã lưu ở chỗ nào
  donghanh read --score van-ban/            chấm bản đọc theo đáp án: van-ban/files và van-ban/gold

  --out THƯ_MỤC   ghi mỗi tệp thành THƯ_MỤC/TÊN.json; thêm TÊN.txt nếu có --text
  -h, --help      in hướng dẫn này

--json và --text không có --out thì chỉ nhận một tệp.

Mã kết thúc: 0 đã đọc, 1 đã đọc và có lỗi cần sửa, 2 có tệp không đọc được hoặc gọi sai cách.
Đặt DONGHANH_DEBUG=1 để in chi tiết kỹ thuật khi chương trình gặp lỗi.
"""

READ, READ_WITH_ERRORS, NOT_READ = 0, 1, 2

_LOST = {
    Cause.TIME: "Đọc quá 5 phút không xong một phần nào nên đã dừng lại. Hãy tách kế hoạch và từng phụ lục thành tệp riêng rồi đọc lại.",
    Cause.KILLED: "Việc đọc bị hệ thống ngắt, thường do hết bộ nhớ. Hãy tách tệp hoặc bỏ bớt ảnh rồi đọc lại.",
    Cause.CRASH: (
        "Việc đọc bị ngắt giữa chừng. Hãy mở tệp bằng Word, lưu thành .docx rồi đọc lại; "
        "nếu vẫn bị ngắt, hãy báo người phụ trách chương trình."
    ),
}


_FORMS = {
    "--json": Form.JSON,
    "--text": Form.TEXT,
    "--findings": Form.FINDINGS,
    "--compare": Form.COMPARISON,
}
_NEEDED = {
    "out": "Sau --out phải ghi tên thư mục nhận kết quả.",
    "compare": "Sau --compare phải ghi tên tệp JSON đã lưu.",
    "score": "Sau --score phải ghi tên thư mục có files và gold.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for; `form` None where no form was."""

    paths: tuple[Path, ...]
    form: Form | None = None
    out: Path | None = None
    old: Path | None = None
    score: Path | None = None
    help: bool = False


def main(argv: list[str]) -> int:
    """Read the files that `argv` names; returns the exit status."""
    return run(lambda: _main_or_problem(argv))


def _main_or_problem(argv: list[str]) -> int:
    try:
        return _main(argv)
    except BrokenPipeError:
        raise
    except OSError as error:
        say(writing_problem(error))
        return NOT_READ


def _main(argv: list[str]) -> int:
    try:
        options = parse(argv)
        if options.help:
            sys.stdout.write(USAGE)
            return READ
        if options.score is not None:
            return _score_all(asked_of(options.score))
        inputs = gather(options.paths, options.out)
        _check_count(len(inputs.files), options)
        jobs = _jobs(inputs.files, options)
    except NothingToScoreError as lacking:
        say(str(lacking))
        return NOT_READ
    except WrongUseError as wrong:
        say(f"{wrong} Xem cách dùng: donghanh read --help")
        return NOT_READ
    status = _say_what_is_left_out(inputs)
    return max(status, _read_all(jobs, options.out))


def _check_count(files: int, options: Options) -> None:
    if files > 1 and options.form is Form.COMPARISON:
        raise WrongUseError(f"--compare chỉ so một tệp, ở đây có {files} tệp.")
    if files > 1 and options.out is None and options.form in (Form.JSON, Form.TEXT):
        raise WrongUseError(
            f"--{options.form} chỉ in một tệp, ở đây có {files} tệp. "
            "Hãy thêm --out THƯ_MỤC để ghi kết quả của từng tệp."
        )


def parse(argv: list[str]) -> Options:
    """What the words of the command ask for.

    Raises: WrongUseError.
    """
    try:
        pairs, paths = getopt.gnu_getopt(
            argv, "h", ["help", "json", "text", "findings", "compare=", "out=", "score="]
        )
    except getopt.GetoptError as error:
        option = words.plain(error.opt)
        if error.opt in _NEEDED:
            raise WrongUseError(_NEEDED[error.opt]) from None
        raise WrongUseError(f"Không có lựa chọn “{'--' if len(option) > 1 else '-'}{option}”.") from None
    given = dict(pairs)
    if given.keys() & {"-h", "--help"}:
        return Options((), help=True)
    forms = [_FORMS[name] for name in given if name in _FORMS]
    if len(forms) > 1:
        raise WrongUseError("Chỉ chọn một trong --json, --text, --findings, --compare.")
    if given.get("--score"):
        if paths or len(given) > 1:
            raise WrongUseError("--score chỉ nhận một thư mục, không dùng cùng lựa chọn hay tệp khác.")
        return Options((), score=Path(given["--score"]))
    if not (paths and all(paths)) and "--score" not in given:
        raise WrongUseError("Chưa ghi tên tệp cần đọc.")
    for name, words_of in _NEEDED.items():
        if given.get(f"--{name}") == "":
            raise WrongUseError(words_of)
    if "--compare" in given and "--out" in given:
        raise WrongUseError("--compare chỉ in ra màn hình, không dùng cùng --out.")
    out = Path(given["--out"]) if "--out" in given else None
    old = Path(given["--compare"]) if "--compare" in given else None
    return Options(tuple(map(Path, paths)), forms[0] if forms else None, out, old)


def _jobs(files: list[Path], options: Options) -> list[Job]:
    """One a file. Raises: WrongUseError where there can be no folder for the results."""
    out = options.out
    if out is None:
        return [Job(file, options.form or Form.SUMMARY, old=options.old) for file in files]
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise WrongUseError(f"“{words.plain(str(out))}” là tệp, không phải thư mục.") from None
    except OSError as error:
        raise WrongUseError(f"{words.plain(str(out))}: {writing_problem(error)}") from None
    text = options.form is Form.TEXT
    form = Form.FINDINGS if options.form is Form.FINDINGS else Form.NOTHING
    names = result_names(files, out, (".json", ".txt") if text else (".json",))
    return [
        Job(file, form, out / f"{name}.json", out / f"{name}.txt" if text else None)
        for file, name in zip(files, names, strict=True)
    ]


def _say_what_is_left_out(inputs: Inputs) -> int:
    for folder in inputs.closed:
        say(
            f"{_name(folder)}: Không có quyền mở thư mục. Hãy xin quyền, hoặc chép thư mục sang nơi của mình."
        )
    for folder in inputs.empty:
        say(
            f"{_name(folder)}: Thư mục không có tệp nào đọc được. Hãy chọn thư mục có tệp Word, Excel, PDF, ảnh hoặc .txt."
        )
    if inputs.skipped:
        kinds = sorted({file.suffix.lower() or "không có đuôi" for file in inputs.skipped})
        kinds = kinds[:8] + (["…"] if len(kinds) > 8 else [])
        say(
            f"Bỏ qua {words.number(len(inputs.skipped))} tệp không thuộc loại đọc được ({', '.join(map(words.plain, kinds))})."
        )
    return NOT_READ if inputs.closed or inputs.empty else READ


def _read_all(jobs: list[Job], out: Path | None) -> int:
    """Read side by side, print in order; the worst status."""
    statuses: list[int] = []
    with Bar(len(jobs), sys.stderr) if sys.stderr.isatty() else NoBar() as bar:
        outcomes = results(read, jobs, workers=cores(), tick=bar.advance)
        for job, outcome in zip(jobs, outcomes, strict=True):
            said = Unread(_LOST[outcome.cause]) if isinstance(outcome, Lost) else outcome
            with bar.hidden():
                statuses.append(_tell(job, said, several=len(jobs) > 1))
    if len(jobs) > 1:
        unread, faulty = statuses.count(NOT_READ), statuses.count(READ_WITH_ERRORS)
        say(
            f"Đã đọc {words.number(len(jobs) - unread)}/{words.number(len(jobs))} tệp; {words.number(faulty)} tệp có lỗi cần sửa; "
            f"{words.number(unread)} tệp không đọc được." + (f" Kết quả ở {_name(out)}." if out else "")
        )
    return max(statuses, default=READ)


def _score_all(asked: list[Asked]) -> int:
    """Read every file once, side by side, and print how well each of its papers agrees with what is wanted."""
    files = list(dict.fromkeys(each.file for each in asked))
    plans: dict[Path, Mapping[str, Any] | None] = {}
    with Bar(len(files), sys.stderr) if sys.stderr.isatty() else NoBar() as bar:
        jobs = [Job(file, Form.JSON) for file in files]
        for file, outcome in zip(files, results(read, jobs, workers=cores(), tick=bar.advance), strict=True):
            plans[file] = json.loads(str(outcome.output)) if isinstance(outcome, Read) else None
    found = [scored(each, plans[each.file]) for each in asked]
    for each, one in zip(asked, found, strict=True):
        unread = "  ** không đọc được **" if plans[each.file] is None else ""
        sys.stdout.write(table(f"{words.plain(each.name)}{unread}", one) + "\n")
    sys.stdout.write(means(found))
    return NOT_READ if None in plans.values() else READ


def _tell(job: Job, outcome: Read | Unread, *, several: bool) -> int:
    """Print what became of one file; its status."""
    name = _name(job.file)
    if isinstance(outcome, Unread):
        say(f"{name}: {outcome.message}")
        if outcome.trace and os.environ.get("DONGHANH_DEBUG") == "1":
            sys.stderr.write(outcome.trace)
        return NOT_READ
    match job.form:
        case Form.SUMMARY:
            summaries, doubts = cast("tuple[tuple[Summary, ...], Group]", outcome.output)
            show(name, summaries, doubts, sys.stdout)
        case Form.FINDINGS:
            found = cast("tuple[Remark, ...]", outcome.output)
            said = [remark_line(remark) for remark in found] or ["Không có gì phải hỏi."]
            sys.stdout.writelines(f"{name}: {line}\n" if several else f"{line}\n" for line in said)
        case Form.COMPARISON:
            sys.stdout.writelines(f"{line}\n" for line in cast("tuple[str, ...]", outcome.output))
        case Form.JSON | Form.TEXT:
            sys.stdout.write(str(outcome.output))
        case Form.NOTHING:
            counts = ", ".join(
                f"{word.lower()} {words.number(outcome.severities.get(severity, 0))}"
                for severity, word in words.SEVERITIES.items()
            )
            written = " và ".join(_name(path) for path in (job.json_to, job.text_to) if path)
            sys.stdout.write(f"{name} → {written} ({counts})\n")
    return READ_WITH_ERRORS if outcome.severities.get("error") else READ


def _name(path: Path) -> str:
    return words.plain(str(path))
