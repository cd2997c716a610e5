"""How far the reading of several files is, for the person who waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TextIO


class NoBar:
    """Shows nothing: for one file, or where nobody looks."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def advance(self, done: float) -> None:
        """So many files are done, and the parts of those in hand."""

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Out of the way of what is printed meanwhile."""
        yield


class Bar(NoBar):
    """A bar at a terminal. It draws when it is told to, without a thread: workers are forked beside it.

    One file shows it only where its reading tells how far it is, as the recognising of pages does.
    """

    def __init__(self, total: int, terminal: TextIO) -> None:
        # Only now: one file mostly needs no bar, and the library takes its time to load.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        self._progress = Progress(
            TextColumn("Đang đọc"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[files]}"),
            TimeRemainingColumn(),
            console=Console(file=terminal),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._total = total
        self._task = self._progress.add_task("", total=total, files="")
        self._shown = False

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._progress.stop()

    def advance(self, done: float) -> None:
        if not self._shown:
            if self._total == 1 and not 0 < done < 1:
                return
            self._progress.start()
            self._shown = True
        files = f"{int(done)}/{self._total} tệp" if self._total > 1 else ""
        self._progress.update(self._task, completed=done, files=files, refresh=True)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        if self._shown:
            self._progress.stop()
        yield
        if self._shown:
            self._progress.start()
