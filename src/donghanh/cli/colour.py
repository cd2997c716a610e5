"""A summary at a terminal: boxes, colours, lines broken at its width."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from donghanh.cli import words
from donghanh.cli.screen import conclusion
from donghanh.cli.summary import Entry, Remark, Summary
from donghanh.cli.summary import Group as Facts

_WIDEST = 110
_COLOURS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_NOTHING = (
    "Phép tính, số mục, ngày tháng và địa danh khớp với nhau, trong phạm vi máy xét được. "
    "Việc này không thay cho người rà soát."
)


def show(papers: Iterable[tuple[str, Summary]], doubts: Facts, out: TextIO) -> None:
    """Write each paper, with where it stands, and then the doubts to the terminal `out`."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    width = min(console.width, _WIDEST)
    parts = [part for name, summary in papers for part in _parts(name, summary)]
    for part in (*parts, *(_group(doubts) if doubts.count else ())):
        console.print(part, width=width)


def _parts(name: str, summary: Summary) -> Iterable[RenderableType]:
    yield Panel(
        Group(Text(summary.title, style="bold"), Text(), _pairs(summary.fields, "cyan")),
        title=Text(f" {summary.headline} ", style="bold blue"),
        subtitle=Text(f" {name} ", style="dim"),
        border_style="blue",
    )
    for group in summary.groups:
        yield from _group(group)
    yield Text()
    if summary.lacking:
        yield Text(f"Không thấy: {', '.join(summary.lacking)}.\n", style="dim")
    yield _rule(Text("Cần xem lại", style="bold"), "red" if summary.remarks else "green")
    for remark in summary.remarks:
        yield _remark(remark)
    if not summary.remarks:
        yield Text(_NOTHING, style="green")
    yield Text(f"\nKết luận: {conclusion(summary.remarks)}.\n", style="bold")


def _group(group: Facts) -> Iterable[RenderableType]:
    yield Text()
    yield _rule(Text.assemble((group.title, "bold"), (f" ({group.count})", "dim")), "blue")
    for entry in group.entries:
        yield from _entry(entry)


def _rule(title: Text, colour: str) -> Rule:
    return Rule(title, align="left", style=colour)


def _pairs(rows: Iterable[tuple[str, str]], style: str) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=style, no_wrap=True)
    table.add_column()
    for label, value in rows:
        table.add_row(Text(label or "+"), Text(value))
    return table


def _entry(entry: Entry) -> Iterable[RenderableType]:
    if entry.heading:
        yield Text(entry.text, style="italic blue")
        return
    yield _marked("•", Text(entry.text), "dim")
    if entry.details:
        yield Padding(_pairs(entry.details, "dim"), (0, 0, 0, 5))


def _remark(remark: Remark) -> RenderableType:
    colour = _COLOURS[remark.severity]
    said = Text.assemble((words.SEVERITIES[remark.severity], colour), (f"  {remark.name}", "bold"))
    if remark.where:
        said.append(f"  {remark.where}", style="dim")
    said.append(f"\n{remark.message}")
    return _marked("●", said, colour)


def _marked(mark: str, text: Text, style: str) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, style=style)
    table.add_column()
    table.add_row(mark, text)
    return Padding(table, (0, 0, 0, 1))
