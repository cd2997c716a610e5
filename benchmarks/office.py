"""How long reading .doc, .odt and .rtf takes, against LibreOffice alone that converts the same file.

    python benchmarks/office.py

LibreOffice alone is `soffice --convert-to docx` with a profile that it has used before; ours makes a new
profile, converts, and reads what came out.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docx_reader import plan

from donghanh.reading.blocks import FileKind
from donghanh.reading.formats import office

PAGES = (2, 25, 200)
KINDS = (FileKind.DOC, FileKind.ODT, FileKind.RTF)
ROUNDS = 3
TARGET = 1.3
"""Reading should take no more than this many times as long as LibreOffice alone."""


def soffice(folder: Path, ending: str, *files: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)


def best(action: Callable[[], object]) -> float:
    """Seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return min(times)


def measure(folder: Path, kind: FileKind, pages: int) -> None:
    file = folder / "out" / f"{pages}.{kind}"
    alone = best(lambda: soffice(folder, "docx", file))
    ours = best(lambda: office.read(file.read_bytes(), kind))
    verdict = "" if ours <= TARGET * alone else f"  over {TARGET}"
    print(
        f"{kind:>4} {pages:4} pages: {ours:6.2f} s, LibreOffice alone {alone:6.2f} s, ratio {ours / alone:.2f}{verdict}"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = []
        for pages in PAGES:
            sources.append(folder / f"{pages}.docx")
            sources[-1].write_bytes(plan(pages))
        for kind in KINDS:
            soffice(folder, kind, *sources)
        for kind in KINDS:
            for pages in PAGES:
                measure(folder, kind, pages)
    own, children = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory: {own} MB, {children} MB in LibreOffice (ours or alone)")


if __name__ == "__main__":
    sys.exit(main())
