"""References that cite official documents, and the names that head a paper."""

import csv
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.documents import REFERENCE, heading_kind, is_reference

DOMAIN = Path(__file__).resolve().parents[2].parent / "shared" / "domain"
# Nghị định 30/2020/NĐ-CP, Phụ lục III, and the mass organisations' own.
SYMBOLS = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ KHPH CTrPH NQLT TTLT".split()


def references(text: str) -> list[str]:
    return [re.sub(r"\s", "", m[0]) for m in REFERENCE.finditer(text) if is_reference(m, text[: m.start()])]


@pytest.mark.parametrize(
    "number",
    [
        "15/KH-HND", "224/KH-BTV", "967/KHPH-HLHPN-BTLBP", "2155/HLHPN-BTLBP", "06/CTrPH/HLHPNHN-BĐBPKT", "3368/QĐ-UBND", "05-CT/TW",
        "40-CT/TW", "06-KL/TW", "20-NQ/TW", "04/HD-ĐCT", "01/2022/TT-UBDT", "1719/QĐ-TTg", "91/2025/QH15", "30/2020/NĐ-CP", "202/2025/QH15",
        "07/2025/UBTVQH15", "55/2023/TT-BTC", "10/2022/TT-BLĐTBXH", "12/KH-TĐTN-BTG", "73/NQ-HĐND", "09/CT-TTg", "128/HD-TLĐ", "01/QyĐ-BTV",
        "17/BC-HPN", "32-HD/BTGTW", "08/QC-HLHPN", "01/2019/NQLT-CP-UBTWMTTQVN", "12a/KH-UBND", "5677/ĐCT-BCTPN",
    ],
)  # fmt: skip
def test_a_citation_is_found_with_its_letters(number: str) -> None:
    assert references(f"Căn cứ văn bản số {number} ngày 03/4/2023 của cấp trên;") == [number]
    assert references(f"Thực hiện Kế hoạch {number}, các đơn vị") == [number]


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_symbol_of_a_kind_of_document_is_known(symbol: str) -> None:
    assert references(f"theo 12/{symbol}-BTV của Hội") == [f"12/{symbol}-BTV"]
    assert references(f"theo 12-{symbol}/HU của Huyện ủy") == [f"12-{symbol}/HU"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kế hoạch số 02/KH- BTV ngày 05/01/2024", "02/KH-BTV"),
        ("Kế hoạch số 02 /KH-BTV", "02/KH-BTV"),
        ("Kế hoạch số 02/ KH - BTV", "02/KH-BTV"),
        ("Chỉ thị số 05 - CT/TW", "05-CT/TW"),
        ("Kế hoạch số 02/KH–BTV", "02/KH–BTV"),
    ],
)
def test_a_citation_with_stray_spaces_is_found(text: str, number: str) -> None:
    assert references(text) == [number]


def test_every_citation_of_a_sentence_is_found_in_order() -> None:
    text = "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021, Kế hoạch 15/KH-HND; Chỉ thị 40-CT/TW"
    assert references(text) == ["1719/QĐ-TTg", "15/KH-HND", "40-CT/TW"]


@pytest.mark.parametrize(
    "text",
    [
        "", "HD 12", "Thông tư 07", "số  /KH-UBND", "số ... /KH-UBND", "9/9 chỉ tiêu", "ngày 15/6/2025", "30/6", "500.000đ/suất",
        "3 hộ/xã", "02 buổi/tháng", "01 mô hình/Chi hội", "xã/phường", "TK&VV", "24/7", "1/3 số hộ", "80% hộ/xã", "Hội LHPN huyện/xã",
        "2021-2025", "5 không, 3 sạch", "20 suất/Trường", "km/h", "COVID-19", "10 người/Tổ", "01 cuộc/Quý",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert references(text) == []


@pytest.mark.parametrize(
    ("words", "kind", "rest"),
    [
        ("KẾ HOẠCH", "ke_hoach", ""),
        ("KẾ HOẠCH PHỐI HỢP", "ke_hoach", ""),
        ("KẾ HOẠCH LIÊN TỊCH", "ke_hoach", ""),
        ("KẾ HOẠCH Tổ chức hội thi", "ke_hoach", "Tổ chức hội thi"),
        ("HƯỚNG DẪN", "huong_dan", ""),
        ("QUYẾT ĐỊNH", "quyet_dinh", ""),
        ("CÔNG VĂN", "cong_van", ""),
        ("BÁO CÁO", "bao_cao", ""),
        ("THÔNG BÁO", "thong_bao", ""),
        ("CHƯƠNG TRÌNH", "chuong_trinh", ""),
        ("CHƯƠNG TRÌNH PHỐI HỢP HOẠT ĐỘNG", "chuong_trinh", ""),
        ("PHỤ LỤC I", "phu_luc", "I"),
        ("ĐỀ ÁN", "other", ""),
        ("TỜ TRÌNH", "other", ""),
        ("  **KẾ HOẠCH**  ", "ke_hoach", ""),
        ("KẾ  HOẠCH", "ke_hoach", ""),
    ],
)
def test_the_kind_of_a_paper_is_told_from_its_heading(words: str, kind: str, rest: str) -> None:
    found = heading_kind(words)
    assert found is not None
    assert found[1:] == (kind, rest)


@pytest.mark.parametrize(
    "words", ["", "Kế hoạch này thay thế", "kế hoạch", "KẾ HOẠCHX", "MỤC ĐÍCH", "I. KẾ HOẠCH", "HỘI LHPN XÃ"]
)
def test_running_text_heads_no_paper(words: str) -> None:
    assert heading_kind(words) is None


@given(
    st.integers(1, 9999),
    st.sampled_from(SYMBOLS),
    st.sampled_from(["BTV", "UBND", "HND", "ĐTN", "BCH", "HLHPN-SGDĐT"]),
)
def test_a_reference_of_any_office_is_found_whole(number: int, symbol: str, office: str) -> None:
    written = f"{number:02}/{symbol}-{office}"
    assert references(f"({written}, ngày 01/02/2024)") == [written]


@given(st.text(alphabet="0123456789/-–. &số KHĐQCTrTgTW", max_size=40) | st.text(max_size=40))
def test_no_text_makes_the_search_fail(text: str) -> None:
    assert all(reference and reference[0].isdigit() for reference in references(text))
    assert heading_kind(text) is None


@pytest.mark.skipif(not DOMAIN.exists(), reason="the collected lists are not beside this repository")
def test_every_collected_symbol_and_reference_is_known() -> None:
    cases = json.loads((DOMAIN / "parser_cases.json").read_text(encoding="utf-8"))["doc_refs"]
    for number in cases:
        expected = [] if number.startswith("số") else [number.replace(" ", "")]
        assert references(number) == expected, number
    with (DOMAIN / "document_types.csv").open(encoding="utf-8") as file:
        symbols = [row["abbr"] for row in csv.DictReader(file)]
    # The others mark papers that no plan cites, and copies.
    minor = {"BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "TrS", "SL"}
    for symbol in symbols:
        if symbol not in minor and re.fullmatch(r"[\w/-]+", symbol):
            written = f"12-{symbol}" if "/" in symbol else f"12/{symbol}"
            assert references(f"số {written}") == [written], symbol
