from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django_tasks.base import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker

from donghanh.config.work import WorkerIsRunningError, name_held, sealing_beside, take_up_left_behind
from donghanh.documents.services import read_what_waited_for_programs
from donghanh.sealed.sandbox import clear_left_behind

POLL_SECONDS = 0.5


class Command(BaseCommand):
    help = "Do the background work, one task at a time, until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", default="1", help="one process a name; further workers take 2, 3, …")
        parser.add_argument("--batch", action="store_true", help="stop when nothing is left to do")

    def handle(self, *args: Any, name: str, batch: bool, **options: Any) -> None:
        worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=POLL_SECONDS,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
        )
        try:
            with name_held(settings.DATA, name):
                take_up_left_behind(name)
                clear_left_behind()
                read_what_waited_for_programs()
                if batch:
                    worker.run()
                else:
                    worker.configure_signals()
                    with sealing_beside():
                        worker.run()
        except WorkerIsRunningError as error:
            raise CommandError(f"A worker of the name {name} is running already.") from error
