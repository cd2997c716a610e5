"""Plans that were scanned, stamped and photographed are read nearly as well as those that were typed."""

import json
from functools import cache
from pathlib import Path

import pytest

from donghanh.reading import Reading, read_file
from donghanh.reading.formats import read_blocks
from donghanh.reading.score import Score, score
from reading.corpus.build import Sample, contents
from reading.corpus.gold import Entry
from reading.corpus.office import available

FLOOR = 0.9
# Recognition takes seconds a page: a few plans take turns, with a table, a letter, an annex among them. For all,
# `python -m tests.reading.corpus score --formats scan_300,scan_200,scan_photo,scan_fax`.
SAMPLES = [
    Sample("nha_dai_doan_ket_can_tho", "", "scan_300"),
    Sample("doan_xa_thoai_son", "", "scan_200"),
    Sample("nha_tam_lanh_quan_hoa", "", "scan_300"),
    Sample("chuyen_doi_so_phuong_ba_dinh", "", "scan_200"),
    Sample("phong_trao_ia_dom", "", "scan_photo"),
    Sample("dtts_nam_giang", "", "scan_mixed"),
    Sample("cong_van_tre_em_an_giang", "", "scan_200"),
]
FAX = Sample("tin_chap_lang_giang", "", "scan_fax")


@cache
def scanned(sample: Sample) -> tuple[bytes, Entry]:
    if not available():
        pytest.skip("no LibreOffice here to make the papers that are scanned")
    return contents([sample])[sample]


def read(sample: Sample, directory: Path) -> tuple[Reading, Score]:
    data, expected = scanned(sample)
    path = directory / sample.file
    path.write_bytes(data)
    reading = read_file(path)
    return reading, score(expected, reading.plan)


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_scanned_plan_is_read(sample: Sample, tmp_path: Path) -> None:
    reading, result = read(sample, tmp_path)
    missing = {name: tally.missing for name, tally in result.tallies.items() if tally.missing}
    assert result.macro >= FLOOR, json.dumps(missing, ensure_ascii=False, indent=1)
    assert "findings" not in result.tallies or not result.tallies["findings"].surplus
    assert "recognised_text" in {doubt.code for doubt in reading.doubts}


@pytest.mark.slow
def test_a_fax_is_read_and_told_to_be_doubtful(tmp_path: Path) -> None:
    reading, result = read(FAX, tmp_path)
    assert result.macro >= 0.5
    assert "low_confidence_text" in {finding["code"] for finding in reading.plan["findings"]}


@pytest.mark.slow
def test_only_the_pages_that_are_pictures_are_recognised() -> None:
    data, _ = scanned(Sample("dtts_nam_giang", "", "scan_mixed"))
    seen: list[tuple[int, int]] = []
    document = read_blocks(data, on_page=lambda done, total: seen.append((done, total)))
    assert document.pages is not None and document.pages > 1
    assert [page.number for page in document.recognised] == [document.pages]
    assert seen == [(1, 1)]
    assert any(f"trang {document.pages} do máy nhận dạng" in doubt.message for doubt in document.doubts)
