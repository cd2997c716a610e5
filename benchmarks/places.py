"""What loading the gazetteer costs a fresh process: seconds of processor and peak memory, best of three.

python benchmarks/places.py
"""

import subprocess
import sys

ROUNDS = 3
MOST_TIMES_THE_START = 10.0
MOST_MEGABYTES = 60.0
# The high-water mark of this program alone; ru_maxrss begins with that of the one that started it.
CODE = """
import time, pathlib
from donghanh.vietnam.places import gazetteer
started = time.process_time()
{work}
print(started, time.process_time() - started)
print(int(pathlib.Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024)
"""


def measured(work: str) -> tuple[float, float, float]:
    """Seconds until the package is imported, seconds of the work, megabytes at the most."""
    command = [sys.executable, "-c", CODE.format(work=work)]
    rounds = [
        tuple(map(float, subprocess.run(command, capture_output=True, check=True).stdout.split()))
        for _ in range(ROUNDS)
    ]
    start, seconds, megabytes = (min(column) for column in zip(*rounds, strict=True))
    return start, seconds, megabytes


def main() -> None:
    start, _, bare = measured("")
    _, seconds, peak = measured("gazetteer()")
    slow = "" if seconds <= MOST_TIMES_THE_START * start else f"  over the target of {MOST_TIMES_THE_START:g}"
    big = "" if peak <= MOST_MEGABYTES else f"  over the target of {MOST_MEGABYTES:g}"
    print(
        f"seconds  python and imports {start:6.3f}  gazetteer {seconds:6.3f}  ratio {seconds / start:5.2f}{slow}"
    )
    print(f"memory   python and imports {bare:3.0f} MB  with the gazetteer {peak:3.0f} MB{big}")


if __name__ == "__main__":
    main()
