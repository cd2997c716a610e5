"""Shows a summary: in colour at a terminal, as plain lines anywhere else."""

from collections.abc import Iterator, Sequence
from typing import TextIO

from donghanh.cli import words
from donghanh.cli.summary import Group, Remark, Summary


def show(name: str, summaries: Sequence[Summary], doubts: Group, out: TextIO) -> None:
    """Write what stands in one file, paper by paper, to `out`; `name` is the file's."""
    if out.isatty():
        # Only now: the library takes longer to load than a short plan to read.
        from donghanh.cli.colour import show as show_in_colour  # noqa: PLC0415

        show_in_colour(named(name, summaries), doubts, out)
    else:
        for of, summary in named(name, summaries):
            out.writelines(f"{line}\n" for line in lines(of, summary))
        out.writelines(f"{line}\n" for line in (*_group(doubts), "") if doubts.count)


def named(name: str, summaries: Sequence[Summary]) -> list[tuple[str, Summary]]:
    """Each paper with where it stands: "ke-hoach.zip, văn bản 2/3: phu-luc.xlsx"."""
    if len(summaries) == 1 and not summaries[0].file:
        return [(name, summaries[0])]
    many = len(summaries)
    return [
        (f"{name}, văn bản {number}/{many}" + (f": {summary.file}" if summary.file else ""), summary)
        for number, summary in enumerate(summaries, start=1)
    ]


def remark_line(remark: Remark) -> str:
    """One finding in one line: "Lỗi, mục II.1, trang 2: …"."""
    where = f", {remark.where}" if remark.where else ""
    return f"{words.SEVERITIES[remark.severity]}{where}: {remark.message}"


def conclusion(remarks: tuple[Remark, ...]) -> str:
    """ "2 lỗi, 1 chỗ cần xem", or that there is nothing."""
    names = {"error": "lỗi", "warning": "chỗ cần xem", "info": "nhận xét"}
    counts = {s: sum(r.severity == s for r in remarks) for s in names}
    return ", ".join(f"{counts[s]} {names[s]}" for s in names if counts[s]) or "không có gì phải hỏi"


def lines(name: str, summary: Summary) -> Iterator[str]:
    """The summary without colours and widths, a thing a line."""
    yield f"TỆP: {name}"
    yield summary.headline
    yield summary.title
    for field, value in summary.fields:
        yield f"{field}: {value}"
    for group in summary.groups:
        yield from _group(group)
    if summary.lacking:
        yield f"\nKhông thấy: {', '.join(summary.lacking)}."
    yield f"\nCẦN XEM LẠI: {conclusion(summary.remarks)}"
    for remark in summary.remarks:
        yield f"  - {remark_line(remark)}"
    yield ""


def _group(group: Group) -> Iterator[str]:
    yield f"\n{group.title.upper()} ({group.count})"
    for entry in group.entries:
        yield entry.text if entry.heading else f"  - {entry.text}"
        for label, value in entry.details:
            yield f"      {label}: {value}" if label else f"      + {value}"
