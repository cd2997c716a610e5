"""Files of every format, damaged in every way: each ends in blocks or in a reason, within bounds.

They are read in a child process whose memory and time are limited as those of a reading are.
"""

import json
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats import read_blocks
from donghanh.vietnam.text import bare
from reading.corpus.build import all_plans, render

PDF = Path(__file__).parent / "pdf" / "files" / "plan.pdf"
FORMATS = ("docx", "pdf", "txt", "txt_tcvn3", "html", "html_portal", "mht", "xlsx", "xls", "ods")
ENDINGS = ("docx", "pdf", "txt", "html", "mht", "xlsx", "exe", "")
MEMORY, SECONDS = 512 * 1024 * 1024, 60
FLIPS = 6


def whole(form: str) -> bytes:
    return PDF.read_bytes() if form == "pdf" else render(next(iter(all_plans().values())), form)


def harmed(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The file in each kind of harm, with a name for it."""
    yield "whole", data
    for ending in ENDINGS:
        yield f"called a.{ending}", data
    for tenth in range(10):
        yield f"cut at {tenth}/10", data[: len(data) * tenth // 10]
    for seed in range(FLIPS):
        yield f"flipped {seed}", flipped(data, seed)
    middle = len(data) // 2
    yield "without the first half", data[middle:]
    yield "NULs in the middle", data[:middle] + bytes(2_000) + data[middle:]
    yield "NULs over the second half", data[:middle] + bytes(len(data) - middle)
    yield "NULs at the end", data + bytes(100_000)
    yield "NULs first", bytes(512) + data
    yield "nothing but NULs", bytes(len(data))
    yield "twice", data + data
    yield "without line ends", data.replace(b"\n", b"")


def flipped(data: bytes, seed: int) -> bytes:
    """Some bits of the file changed, the more the higher the seed."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(4**seed % 5_000):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def outcome(data: bytes, name: str) -> dict[str, str | int]:
    try:
        document = read_blocks(data, name)
    except UnreadableFile as refused:
        return {"code": refused.code, "message": refused.message}
    return {"blocks": len(document.blocks), "kind": document.kind}


def main(form: str) -> None:
    """What becomes of each file, as JSON: run in the child."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    found = {}
    for name, data in harmed(whole(form)):
        found[name] = outcome(
            data, name.removeprefix("called ") if name.startswith("called ") else f"a.{form}"
        )
    print(json.dumps(found))


@pytest.fixture(scope="module", params=FORMATS)
def outcomes(request: pytest.FixtureRequest) -> dict[str, dict[str, str | int]]:
    paths = [path for path in sys.path if path]
    code = f"import sys; sys.path[:0] = {paths!r}; from reading.formats.test_hostile_files import main; main({request.param!r})"
    child = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert child.returncode == 0, child.stderr[-2_000:]
    return dict(json.loads(child.stdout))


def test_every_damaged_file_ends_in_blocks_or_in_a_reason(outcomes: dict[str, dict[str, str | int]]) -> None:
    for name, found in outcomes.items():
        if "blocks" in found:
            assert int(found["blocks"]) > 0, name
        else:
            message = str(found["message"])
            assert message.endswith("."), name
            assert bare(message) != message.lower(), (name, message)


def test_a_whole_file_is_read_whatever_it_is_called(outcomes: dict[str, dict[str, str | int]]) -> None:
    called = [found for name, found in outcomes.items() if name.startswith("called")]
    assert len(called) == len(ENDINGS)
    assert all(found == outcomes["whole"] for found in called)


def test_a_file_without_content_is_refused(outcomes: dict[str, dict[str, str | int]]) -> None:
    for name in ("cut at 0/10", "nothing but NULs"):
        assert "code" in outcomes[name], name
