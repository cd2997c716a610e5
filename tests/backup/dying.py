"""Runs the program and kills it outright at its n-th step in a folder: at opening, renaming, linking or removing.

python dying.py STEP FOLDER COMMAND…       STEP 0: lives, and says on its last line how many steps there were
"""

import os
import signal
import sys

import donghanh.cli

STEPS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect"}
last, folder = int(sys.argv[1]), sys.argv[2]
steps: list[str] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    if event not in STEPS or not isinstance(arguments[0], str | bytes | os.PathLike):
        return
    if os.fsdecode(arguments[0]).startswith(folder):
        steps.append(event)
        if len(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)


sys.addaudithook(watch)
sys.argv = ["donghanh", *sys.argv[3:]]
try:
    status = donghanh.cli.main()
finally:
    if last == 0:
        print(len(steps))
sys.exit(status)
