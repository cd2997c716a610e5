"""How the time of reading grows with the length of hostile content: 8 times the length, how many times the time.

    python benchmarks/growth.py

About 8 is linear; 64 would be the square. Times are the best of three. The last column is the peak memory of
a fresh process that reads the long one.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

# In place of this folder, whose reading.py would hide that of the tests.
sys.path.pop(0)
sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats import docx, text
from reading.formats import hostile

ROUNDS = 3
LONGER = 8
MOST_TIMES = 16.0
CHARACTERS = 50_000
PIECES = 400


def is_read(read: Callable[[bytes], object], data: bytes) -> bool:
    """Whether it is read: to refuse is an answer too."""
    try:
        read(data)
    except UnreadableFile:
        return False
    return True


def best(read: Callable[[bytes], object], data: bytes) -> float:
    """The shortest of some rounds, in seconds of this process: others at work do not count."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        is_read(read, data)
        times.append(time.process_time() - start)
    return min(times)


def contents(form: str, kind: str) -> tuple[Callable[[bytes], object], bytes, bytes]:
    """The reader, the short content and the long one."""
    if form == "text":
        return (
            text.read,
            hostile.text(kind, CHARACTERS).encode(),
            hostile.text(kind, CHARACTERS * LONGER).encode(),
        )
    return docx.read, hostile.word(kind, PIECES), hostile.word(kind, PIECES * LONGER)


def peak(form: str, kind: str) -> float:
    """Megabytes of a fresh process that reads the long content."""
    done = subprocess.run([sys.executable, __file__, form, kind], stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


def read_once(form: str, kind: str) -> None:
    read, _, data = contents(form, kind)
    is_read(read, data)
    # The high-water mark of this program alone; ru_maxrss begins with that of the one that started it.
    print(int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024)


def main() -> None:
    print(f"{'content':<24}{'short':>10}{f'{LONGER} times':>12}{'ratio':>8}{'peak':>10}")
    for form, kinds in (("text", hostile.TEXTS), ("word", hostile.BODIES)):
        for kind in kinds:
            read, short, longer = contents(form, kind)
            read_both = is_read(read, short) and is_read(read, longer)
            first, second = best(read, short), best(read, longer)
            verdict = "" if second <= MOST_TIMES * first else f"  over the target of {MOST_TIMES:g}"
            verdict += "" if read_both else "  refused"
            print(
                f"{form + ', ' + kind:<24}{first * 1000:7.1f} ms{second * 1000:9.1f} ms{second / first:8.1f}"
                f"{peak(form, kind):7.0f} MB{verdict}"
            )


if __name__ == "__main__":
    if sys.argv[1:]:
        read_once(*sys.argv[1:])
    else:
        main()
