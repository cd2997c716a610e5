"""How every command runs: what it prints is UTF-8, and whatever ends it from outside ends it with a word, no traceback."""

import getopt
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from donghanh.cli.words import plain

STOPPED, PIPE_CLOSED = 130, 141


class WrongUseError(Exception):
    """The command was called wrongly; the message says how, in Vietnamese."""


def run(command: Callable[[], int]) -> int:
    """Run a command; returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = command()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading our output has had enough
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu.")
        return STOPPED
    return status


def say(line: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def files_and_layout(
    argv: Sequence[str], names: Sequence[str], layouts: Sequence[str]
) -> tuple[list[Path], str] | None:
    """The files and the layout that the words of a command name, None where they ask for help.

    names: what each file is, in Vietnamese. layouts: the first is taken where none is named.

    Raises: WrongUseError.
    """
    try:
        pairs, paths = getopt.gnu_getopt(list(argv), "h", ["help", "layout="])
    except getopt.GetoptError as error:
        if error.opt == "layout":
            raise WrongUseError("Sau --layout phải ghi tên thể thức.") from None
        dashes = "--" if len(error.opt) > 1 else "-"
        raise WrongUseError(f"Không có lựa chọn “{dashes}{plain(error.opt)}”.") from None
    given = dict(pairs)
    if given.keys() & {"-h", "--help"}:
        return None
    if len(paths) != len(names) or not all(paths):
        raise WrongUseError(f"Phải ghi {' và '.join(names)}, không thiếu, không thừa.")
    layout = given.get("--layout", layouts[0])
    if layout not in layouts:
        raise WrongUseError(f"--layout chỉ nhận {' hoặc '.join(layouts)}, không phải “{plain(layout)}”.")
    return [Path(path) for path in paths], layout
