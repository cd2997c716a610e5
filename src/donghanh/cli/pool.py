"""Processes that work through a list side by side and die alone.

What kills one worker (a crash in a library, memory, time) costs the job that it had in hand and no
other: that job is lost, and a new worker takes the place.
"""

import os
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

# Forked, so that a worker starts at once: a command that forks has one thread and no open database.
_FORK = get_context("fork")
_TICK_SECONDS = 0.2


class Cause(StrEnum):
    """Why a job was lost."""

    CRASH = "crash"
    KILLED = "killed"  # as Linux does when memory runs out
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for the result of a job whose worker died."""

    cause: Cause


@dataclass(frozen=True, slots=True)
class Share:
    """Told by a worker meanwhile: how much of the job that it has in hand is done, from 0 to 1."""

    done: float


Report = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use: bytes above what the worker starts with, seconds without a sign of progress."""

    memory: int = 1024**3
    seconds: float = 300.0


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0))


def results(
    work: Callable[[Job, Report], Result],
    jobs: Sequence[Job],
    *,
    workers: int,
    limits: Limits | None = None,
    tick: Callable[[float], None] = lambda done: None,
) -> Iterator[Result | Lost]:
    """The results of `work` in the order of `jobs`, each as soon as it and all before it are there.

    work: is given the job and what to tell how far it is; it catches its own exceptions, one that escapes
    costs the worker. tick: called several times a second with the number of jobs that are done, and shares.
    """
    pool = _Pool(work, list(jobs), limits or Limits())
    try:
        pool.start(min(workers, len(jobs)))
        yielded = 0
        while yielded < len(jobs):
            pool.listen()
            tick(pool.done + sum(worker.share for worker in pool.workers))
            while yielded in pool.finished:
                yield pool.finished.pop(yielded)
                yielded += 1
    finally:
        pool.stop()


@dataclass(slots=True)
class _Worker:
    """job: the index of the one in hand, of which `share` is done; deadline: when it is given up."""

    process: ForkProcess
    pipe: Connection
    job: int
    deadline: float
    share: float = 0.0


@dataclass(slots=True)
class _Pool(Generic[Job, Result]):
    work: Callable[[Job, Report], Result]
    jobs: list[Job]
    limits: Limits
    workers: list[_Worker] = field(default_factory=list)
    finished: dict[int, Result | Lost] = field(default_factory=dict)
    begun: int = 0
    done: int = 0

    def start(self, count: int) -> None:
        for _ in range(count):
            self._hire()

    def listen(self) -> None:
        """Take what comes within a moment: results, deaths, and jobs that took too long."""
        by_pipe = {worker.pipe: worker for worker in self.workers}
        for pipe in wait(list(by_pipe), _TICK_SECONDS):
            worker = by_pipe[pipe]  # type: ignore[index]
            try:
                result = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker, None)
            else:
                if isinstance(result, Share):
                    worker.share, worker.deadline = result.done, time.monotonic() + self.limits.seconds
                    continue
                self._finish(worker.job, result)
                self._next(worker)
        now = time.monotonic()
        for worker in [w for w in self.workers if w.deadline < now]:
            self._replace(worker, Cause.TIME)

    def stop(self) -> None:
        for worker in self.workers:
            _end(worker)
        self.workers.clear()

    def _hire(self) -> None:
        ours, theirs = _FORK.Pipe()
        process = _FORK.Process(target=_serve, args=(theirs, self.work, self.limits), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours, -1, 0.0)
        self.workers.append(worker)
        self._next(worker)

    def _next(self, worker: _Worker) -> None:
        """Hand the next job over; a worker that finds none left goes home."""
        if self.begun == len(self.jobs):
            self.workers.remove(worker)
            _end(worker)
            return
        worker.job, worker.share = self.begun, 0.0
        worker.deadline = time.monotonic() + self.limits.seconds
        self.begun += 1
        try:
            worker.pipe.send(self.jobs[worker.job])
        except OSError:  # it died on the threshold
            self._replace(worker, None)

    def _replace(self, worker: _Worker, cause: Cause | None) -> None:
        self.workers.remove(worker)
        _end(worker)
        killed = worker.process.exitcode == -signal.SIGKILL
        self._finish(worker.job, Lost(cause or (Cause.KILLED if killed else Cause.CRASH)))
        if self.begun < len(self.jobs):
            self._hire()

    def _finish(self, job: int, result: Result | Lost) -> None:
        self.finished[job] = result
        self.done += 1


def _end(worker: _Worker) -> None:
    """See a worker off; what it has in hand, if anything, is given up."""
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()


def _serve(pipe: Connection, work: Callable[[Job, Report], Result], limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command hears it and ends its workers
    _limit_memory(limits.memory)
    while True:
        try:
            pipe.send(work(pipe.recv(), lambda done: pipe.send(Share(done))))
        except BaseException:  # noqa: BLE001 (the parent learns of it from the closed pipe)
            os._exit(1)


def _limit_memory(more: int) -> None:
    """Let this process take so many bytes more; beyond, Python raises MemoryError."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + more
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
