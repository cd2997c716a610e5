"""Message catalogues without GNU gettext: `compile` them, or `check` that they are complete."""

import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").glob("**/locale/*/LC_MESSAGES/*.po"))


def compile_all() -> int:
    for source in SOURCES:
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
    return 0


def check() -> int:
    status = 0
    for source in SOURCES:
        for entry in polib.pofile(str(source)):
            if entry.obsolete or (entry.translated() and not entry.fuzzy):
                continue
            print(f"{source.relative_to(ROOT)}:{entry.linenum}: no translation of {entry.msgid!r}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit({"compile": compile_all, "check": check}[sys.argv[1]]())
