"""The child process: lock up, take the file from standard input, read it, print the result as JSON.

    python -m donghanh.documents.child PROFILE [NAME [PAGE]]

#3/40                                                                   so many pages are recognised, while it reads
{"needs": "programs"}                                                   not to be read under this profile
{"reading": {"kind", "pages", "text", "plan", "doubts", "recognised"}}  read
{"page": {"picture", "width", "height", "words"}}                       one page drawn, as base64
{"unreadable": {"code", "message"}}                                     cannot be read, and what to do
{"fault": {"kind", "where"}}                                            a fault of ours, without a word of the file
"""

import base64
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from donghanh.sealed.answers import fault
from donghanh.sealed.sealing import PROFILES, Profile, seal

if TYPE_CHECKING:
    from donghanh.reading.blocks import RecognisedPage

READER = (sys.executable, "-I", "-m", "donghanh.documents.child")
# What the searchable PDF is called that it leaves in its directory.
SEARCHABLE = "searchable.pdf"


def answer(profile: Profile, name: str | None) -> dict[str, Any]:
    """Read the file on standard input; `name` is only a hint to what it calls itself."""
    seal(profile)
    # Only now, so that nothing of the engine runs outside the walls.
    from donghanh.reading import READER_VERSION, read_file  # noqa: PLC0415
    from donghanh.reading.errors import MissingProgram, UnreadableFile  # noqa: PLC0415

    path = Path(tempfile.gettempdir()) / "document"
    with path.open("wb") as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)
    try:
        reading = read_file(path, name=name, on_page=say)
    except UnreadableFile as unreadable:
        if isinstance(unreadable, MissingProgram) and not profile.programs:
            return {"needs": "programs"}
        return {"unreadable": {"code": unreadable.code, "message": unreadable.message}}
    if reading.searchable is not None:
        leave_searchable(reading.searchable)
    return {
        "reading": {
            "version": READER_VERSION,
            "kind": reading.kind,
            "pages": reading.pages,
            "text": reading.text,
            "plan": dict(reading.plan),
            "doubts": [asdict(doubt) for doubt in reading.doubts],
            "recognised": [_as_json(page) for page in reading.recognised],
        }
    }


def show(profile: Profile, number: int) -> dict[str, Any]:
    """Draw one page of the file on standard input."""
    seal(profile)
    from donghanh.reading.errors import UnreadableFile  # noqa: PLC0415
    from donghanh.reading.showing import show_page  # noqa: PLC0415

    try:
        page = show_page(sys.stdin.buffer.read(), number)
    except UnreadableFile as unreadable:
        return {"unreadable": {"code": unreadable.code, "message": unreadable.message}}
    picture = base64.b64encode(page.picture).decode()
    return {"page": {"picture": picture, "width": page.width, "height": page.height, "words": page.words}}


def _as_json(page: "RecognisedPage") -> dict[str, Any]:
    """A page with its words as rows: a long scan has a hundred thousand."""
    words = [
        [w.text, *(round(edge, 1) for edge in (w.left, w.top, w.right, w.bottom)), round(w.confidence)]
        for w in page.words
    ]
    return {"number": page.number, "width": page.width, "height": page.height, "words": words}


def leave_searchable(make: Callable[[], bytes]) -> None:
    """Leave the searchable PDF for the parent to take over; a scan without it is a reading all the same."""
    path = Path(SEARCHABLE)
    try:
        path.write_bytes(make())
    except Exception:  # noqa: BLE001 (whatever is wrong with the file or its size)
        path.unlink(missing_ok=True)


def say(done: int, total: int) -> None:
    """Tell the parent how many pages are recognised, in one write so that it arrives whole."""
    sys.stdout.write(f"#{done}/{total}\n")
    sys.stdout.flush()


def main() -> None:
    try:
        profile, *further = sys.argv[1:]
        if len(further) > 1:
            result = show(PROFILES[profile], int(further[1]))
        else:
            result = answer(PROFILES[profile], further[0] if further else None)
    except Exception as error:  # noqa: BLE001 (the parent says it, the log gets kind and place)
        result = fault(error)
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
