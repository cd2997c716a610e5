"""The background worker, the sealer beside it, and what happens to work whose worker died: docs/adr/0005.

django-tasks-db runs the tasks; a task whose worker was killed would stay "running" for ever there.
Here each worker has a name, and the lock on that name's file is the kernel's: it goes when the
process goes, however it went. Whoever holds the lock knows that what still runs under the name
was left behind.
"""

import fcntl
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import close_old_connections, connection, transaction
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from donghanh.audit import heads, sealing

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
SEAL_SECONDS = 1.0


class WorkerIsRunningError(Exception):
    """Another process works under this name."""


class WorkerDiedError(Exception):
    """The worker was killed each time it came to this task."""


@contextmanager
def name_held(folder: Path, name: str) -> Iterator[None]:
    """Hold a worker's name for as long as the block lasts.

    Raises: WorkerIsRunningError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / f"worker-{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WorkerIsRunningError(name) from error
        yield
    finally:
        os.close(descriptor)


def take_up_left_behind(name: str) -> list[Any]:
    """Put the tasks that this worker's predecessor left running back in the queue.

    A task that was begun MAX_ATTEMPTS times fails for good, lest it kill the worker for ever.
    Call it only while holding the name. Returns the tasks, as they are now.
    """
    with transaction.atomic():
        running = DBTaskResult.objects.select_for_update().filter(status=TaskResultStatus.RUNNING)
        left = [task for task in running if task.worker_ids and task.worker_ids[-1] == name]
        for task in left:
            if len(task.worker_ids) < MAX_ATTEMPTS:
                task.status = TaskResultStatus.READY
                task.started_at = None
                task.save(update_fields=["status", "started_at"])
            else:
                task.set_failed(WorkerDiedError())
    for task in left:
        logger.warning("Task %s was left behind and is now %s", task.pk, task.status)
    return left


@contextmanager
def sealing_beside() -> Iterator[None]:
    """Seal the audit trail every second for as long as the block lasts, and once more at its end.

    In a thread, since a task may take minutes. Each worker has one: they wait for each other (docs/adr/0021).
    """
    ended = threading.Event()
    sealer = threading.Thread(target=_seal_until, args=(ended,), name="sealer", daemon=True)
    sealer.start()
    try:
        yield
    finally:
        ended.set()
        sealer.join()


def _note_head() -> None:
    """A file that holds something else than heads is told once a day: nobody puts that right within seconds."""
    try:
        heads.note_daily()
    except heads.HeadsFileError as error:
        logger.error("%s", error)


def _seal_until(ended: threading.Event) -> None:
    noted = None
    while True:
        is_last = ended.wait(SEAL_SECONDS)
        try:
            close_old_connections()
            if sealing.seal() and noted != timezone.localdate():
                _note_head()
                noted = timezone.localdate()
        except Exception:
            # The database may be away for a while, or the disk full: entries wait, and acts go on.
            logger.exception("The audit trail could not be sealed.")
        if is_last:
            break
    connection.close()
