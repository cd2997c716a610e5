"""A folder as an office has it, every kind of file mixed, read by `donghanh read FOLDER --out`.

    python benchmarks/mixed_folder.py

Prints how much faster all cores are than one (baseline: the same command held to one core), how busy they were
(processor time over clock time and cores; at least 0.85), and the peak memory of the largest process.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")  # in the place of this folder, which has a reading.py too

from reading.corpus.build import Sample, all_plans, contents  # noqa: E402 (the corpus lies with the tests)

BUSY = 0.85
# How many of the sample plans are in the folder in each format.
FOLDER = {
    "docx": 12,
    "pdf": 8,
    "txt": 8,
    "xlsx": 6,
    "html": 4,
    "doc": 4,
    "rtf": 2,
    "scan_300": 3,
    "scan_200": 2,
}
COMMAND = (sys.executable, "-c", "import sys; from donghanh.cli import main; sys.exit(main())", "read")


def fill(folder: Path) -> int:
    names = list(all_plans())
    samples = [
        Sample(names[n % len(names)], "", form) for form, count in FOLDER.items() for n in range(count)
    ]
    for sample, (data, _) in contents(samples).items():
        (folder / sample.file).write_bytes(data)
    return len(samples)


def read(folder: Path, out: Path, cores: set[int]) -> tuple[float, float]:
    """Clock seconds and processor seconds of one run on these cores."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [*COMMAND, str(folder), "--out", str(out)],
        check=False,
        capture_output=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    taken = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "in"), Path(name, "out")
        folder.mkdir()
        count = fill(folder)
        one, _ = read(folder, out / "one", {min(cores)})
        all_, spent = read(folder, out / "all", cores)
        lost = count - len(list((out / "all").glob("*.json")))
    busy = spent / all_ / len(cores)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{count} files, {lost} not read: {all_:.1f} s on {len(cores)} cores, {one:.1f} s on one")
    print(f"times faster than on one core: {one / all_:.2f} of {len(cores)}")
    print(f"share of the cores that was busy: {busy:.2f} (at least {BUSY})")
    print(f"peak memory of a process: {peak:.0f} MB")
    return 0 if busy >= BUSY and not lost else 1


if __name__ == "__main__":
    sys.exit(main())
