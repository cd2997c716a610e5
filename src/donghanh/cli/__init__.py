"""The `donghanh` command: reading, writing, places and restoring by themselves, Django's commands for the rest."""

import os
import sys
from importlib import import_module

# Each is a module here with `main(argv) -> int`; imported when called, so that none waits for another.
_COMMANDS = ("read", "place", "restore", "write", "check-layout")


def main() -> int:
    """Run the command that sys.argv names; returns the exit status."""
    name = sys.argv[1] if len(sys.argv) > 1 else "help"
    if name in _COMMANDS:
        status: int = import_module(f".{name.replace('-', '_')}", __name__).main(sys.argv[2:])
        return status
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(sys.argv)
    return 0
