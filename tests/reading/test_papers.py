"""Papers that somebody wrote without knowing the reader are read as they were meant."""

import json
import shutil
from pathlib import Path

import pytest

from donghanh.reading import read_file
from donghanh.reading.score import Score, score
from reading.papers import GOLD, PAPERS, write_paper

FLOOR = 0.92
PRINTED = (
    "nong_dan_quy_ho_tro",
    "phu_luc_lang_nghe",
    "so_giao_duc_suc_khoe_hoc_duong",
    "thi_xa_duoi_nuoc",
    "huyen_binh_dang_gioi",
    "xa_giam_ngheo_thon",
)  # PDF files


def read_and_score(name: str, directory: Path) -> Score:
    if name in PRINTED and shutil.which("soffice") is None:
        pytest.skip("no LibreOffice here to make PDF files with")
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return score(gold, read_file(write_paper(name, directory)).plan)


def complaint(result: Score) -> str:
    lines = [f"macro F1 {result.macro:.3f}"]
    for name, tally in result.tallies.items():
        lines += [f"{name} - {entry}" for entry in tally.missing]
        lines += [f"{name} + {entry}" for entry in tally.surplus]
    return "\n".join(lines)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_read_nearly_as_its_annotator_read_it(name: str, tmp_path: Path) -> None:
    result = read_and_score(name, tmp_path)
    assert result.macro >= FLOOR, complaint(result)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_raises_no_finding_that_its_annotator_ruled_out(name: str, tmp_path: Path) -> None:
    findings = read_and_score(name, tmp_path).tallies.get("findings")
    assert findings is None or not findings.surplus, findings.surplus
