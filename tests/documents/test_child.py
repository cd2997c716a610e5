"""What the sealed reader answers to files that need another program."""

import json
import shutil
import tempfile
from typing import Any

import pytest

from donghanh.documents.child import READER
from donghanh.sealed.sandbox import run_sealed
from donghanh.sealed.sealing import CONVERTING, PARSING, Profile
from reading.formats.office.building import LINES, odt, rtf


def read(data: bytes, profile: Profile) -> dict[str, Any]:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        return json.loads(run_sealed(READER, file, profile))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
@pytest.mark.parametrize(("kind", "file"), [("odt", odt()), ("rtf", rtf())])
def test_what_needs_libreoffice_is_read_under_the_wider_profile_only(kind: str, file: bytes):
    assert read(file, PARSING) == {"needs": "programs"}
    answer = read(file, CONVERTING)["reading"]
    assert (answer["kind"], answer["text"].splitlines()[0]) == (kind, LINES[0])


def test_what_is_refused_unseen_needs_no_program():
    assert read(rtf(r"\bin2000000000 "), PARSING)["unreadable"]["code"] == "damaged"
