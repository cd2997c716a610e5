"""Which files a command was given, and what their results are called."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_READ = frozenset(
    f".{ending}"
    for ending in (
        "docx docm dotx dotm doc dot odt ott rtf xlsx xlsm xlsb xltx xls xlt ods ots html htm mht mhtml pdf "
        "jpg jpeg png tif tiff bmp webp txt md markdown text zip"
    ).split()
)
# What a file of another name, or of none, begins with where it is one that is read.
_BEGINNINGS = (
    b"PK\x03\x04",
    b"%PDF-",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"II*\0",
    b"MM\0*",
    b"MIME-Version:",
    b"<!DOCTYPE",
    b"<html",
)
_OTHER_PACKED = frozenset({".pptx", ".odp", ".jar", ".epub", ".apk"})


@dataclass(slots=True)
class Inputs:
    """files: to be read, in order, each once. skipped: found in a folder, of a kind that is not read.

    empty: folders without a file to read. closed: folders that may not be opened.
    """

    files: list[Path] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    empty: list[Path] = field(default_factory=list)
    closed: list[Path] = field(default_factory=list)


def gather(paths: Iterable[Path], out: Path | None = None) -> Inputs:
    """The files that `paths` name; a folder stands for the files in it that can be read.

    out: the folder for results, which are no input, wherever it lies. A path that is not there is kept:
    whoever reads it says so.
    """
    inputs = Inputs()
    seen: set[str] = set()

    def add(file: Path) -> None:
        real = os.path.realpath(file)
        if real not in seen:
            seen.add(real)
            inputs.files.append(file)

    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where a folder above is closed)
            add(path)
            continue
        closed: list[Path] = []
        found = list(_walk(path, out, closed))
        readable = [file for file in found if _looks_readable(file)]
        for file in readable:
            add(file)
        inputs.skipped += [file for file in found if file not in set(readable)]
        inputs.closed += closed
        if not readable and not closed:
            inputs.empty.append(path)
    return inputs


def _walk(folder: Path, out: Path | None, closed: list[Path]) -> Iterable[Path]:
    """The files below a folder by name; hidden ones, and those that Word leaves while it is open, are not."""
    results = None if out is None else os.path.realpath(out)

    def note(error: OSError) -> None:
        closed.append(Path(error.filename))

    for where, folders, files in os.walk(folder, onerror=note):
        here = Path(where)
        folders[:] = sorted(f for f in folders if f[0] != "." and os.path.realpath(here / f) != results)
        for name in sorted(files):
            if not name.startswith((".", "~$")) and os.path.isfile(here / name):  # noqa: PTH113 (as above)
                yield here / name


def _looks_readable(file: Path) -> bool:
    """By its name, else by its first bytes: officials' files often bear the wrong name."""
    suffix = file.suffix.lower()
    if suffix in _READ:
        return True
    if suffix in _OTHER_PACKED:
        return False
    try:
        with file.open("rb") as opened:
            return opened.read(16).startswith(_BEGINNINGS)
    except OSError:
        return False


def result_names(files: Sequence[Path], out: Path, endings: Sequence[str]) -> list[str]:
    """A name for each file's results in `out`, without ending: its stem, or its whole name where others
    share the stem; counted where that is taken too.

    No two are alike, also where capitals do not count, and none with one of `endings` is a file to be read.
    """
    stems = Counter(file.stem.casefold() for file in files)
    taken = {os.path.realpath(file).casefold() for file in files}
    names: list[str] = []
    for file in files:
        wanted = file.stem if stems[file.stem.casefold()] == 1 else file.name
        for name in (wanted, file.name, *(f"{file.name} ({n})" for n in range(2, len(files) + 2))):
            paths = {os.path.realpath(out / f"{name}{ending}").casefold() for ending in endings}
            if not paths & taken:
                break
        taken |= paths
        names.append(name)
    return names
