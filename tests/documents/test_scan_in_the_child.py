"""A real scan through the real sealed child: its words, their places, and the PDF in which one can search."""

import shutil
import subprocess

import pytest

from donghanh.accounts.models import User
from donghanh.documents import originals, services
from donghanh.documents.models import State
from donghanh.reading.errors import MissingProgram
from donghanh.reading.formats.scan.engine import data_folder
from reading.corpus.build import Sample, contents
from reading.corpus.office import available

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def scan() -> bytes:
    if not available() or shutil.which("pdftotext") is None:
        pytest.skip("no LibreOffice or pdftotext here to make a scan with and to look into a PDF")
    try:
        data_folder()
    except MissingProgram:
        pytest.skip("Tesseract's Vietnamese is not on this computer")
    sample = Sample("cong_van_tre_em_an_giang", "", "scan_200")
    return contents([sample])[sample][0]


def test_a_scan_is_read_and_can_be_searched(scan: bytes, user: User) -> None:
    told: list[tuple[int | None, int | None]] = []
    document = services.upload(user, [scan], name="công văn.pdf").document
    services.read(document.pk)
    document.refresh_from_db()
    told.append((document.pages_done, document.pages_to_do))
    assert (document.state, document.kind) == (State.READ, "pdf")
    assert told == [(document.pages, document.pages)]
    reading = document.reading
    assert reading.document_kind == "cong_van"
    pages = list(reading.recognised_pages.all())
    assert [page.number for page in pages] == list(range(1, document.pages + 1))
    said = " ".join(word[0] for page in pages for word in page.words)
    assert "trẻ em" in said
    words = subprocess.run(
        ["pdftotext", str(originals.path_of(reading.searchable_sha256)), "-"], capture_output=True, check=True
    )
    assert "trẻ em" in words.stdout.decode()
