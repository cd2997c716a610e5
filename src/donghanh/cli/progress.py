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

    def advance(self, done: int) -> None:
        """So many files are done."""

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Out of the way of what is printed meanwhile."""
        yield


class Bar(NoBar):
    """A bar at a terminal. It draws when it is told to, without a thread: workers are forked beside it."""

    def __init__(self, total: int, terminal: TextIO) -> None:
        # Only now: one file needs no bar, and the library takes its time to load.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        self._progress = Progress(
            TextColumn("Đang đọc"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("tệp, còn khoảng"),
            TimeRemainingColumn(),
            console=Console(file=terminal),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def advance(self, done: int) -> None:
        self._progress.update(self._task, completed=done, refresh=True)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        self._progress.stop()
        yield
        self._progress.start()
