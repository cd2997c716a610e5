"""Text files from before Unicode, as offices still have them."""

import codecs
from collections.abc import Callable

import pytest

from donghanh.reading import errors
from donghanh.reading.blocks import FileKind
from donghanh.reading.formats import read_blocks, sniff
from donghanh.reading.formats.text import decode, recode
from reading.corpus import legacy as write
from reading.corpus.build import all_plans
from reading.corpus.flow import flow
from reading.corpus.text import wrapped

PLAN = wrapped(flow(all_plans()["tin_chap_lang_giang"]))
WRITERS: dict[str, Callable[[str], str]] = {
    "TCVN3 (ABC)": write.tcvn3,
    "VNI": write.vni,
    "VIQR": write.viqr,
    "Windows-1258": write.windows_1258,
}


def in_bytes(name: str, text: str) -> bytes:
    return WRITERS[name](text).encode("latin-1")


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_file_in_an_old_encoding_is_read_and_said_to_be_one(name: str, line_break: str) -> None:
    plan = PLAN.replace("\n", line_break)
    text, doubts = decode(in_bytes(name, plan))
    assert text.lower() == plan.lower()
    (doubt,) = doubts
    assert doubt.code == "legacy_encoding"
    assert name in doubt.message


@pytest.mark.parametrize("name", WRITERS)
def test_it_is_text_like_any_other(name: str) -> None:
    data = in_bytes(name, PLAN)
    assert sniff(data) is FileKind.TEXT
    assert read_blocks(data).kind is FileKind.TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_told_without_its_mark(encoding: str) -> None:
    assert decode(PLAN.encode(encoding)) == (PLAN, ())


def test_old_text_that_an_editor_saved_as_unicode_is_read() -> None:
    saved = write.tcvn3(PLAN).encode("latin-1").decode("cp1252")
    for data in (saved.encode(), codecs.BOM_UTF16_LE + saved.encode("utf-16-le"), saved.encode("utf-16-le")):
        text, doubts = decode(data)
        assert text.lower() == PLAN.lower()
        assert [doubt.code for doubt in doubts] == ["legacy_encoding"]


def test_lines_of_utf_8_and_of_bytes_stand_in_one_file() -> None:
    lines = PLAN.splitlines(keepends=True)
    data = b"".join([in_bytes("VNI", line) if i < 8 else line.encode() for i, line in enumerate(lines)])
    text, doubts = decode(data)
    assert text == PLAN
    assert "VNI" in doubts[0].message


def test_curly_quotes_of_windows_behind_a_letter_are_no_utf_8() -> None:
    text, _ = decode(
        in_bytes("TCVN3 (ABC)", "Cuộc vận động “phụ nữ xây dựng kinh tế” và “xóm thôn tử tế”\n") * 3
    )
    assert text.startswith("Cuộc vận động “phụ nữ xây dựng kinh tế” và “xóm thôn tử tế”")


def test_a_stray_dash_of_windows_in_utf_8_is_that_dash() -> None:
    assert decode(PLAN.encode() + b"2024 \x96 2025") == (PLAN + "2024 – 2025", ())


def test_capitals_that_were_put_back_are_told() -> None:
    _, doubts = decode(in_bytes("TCVN3 (ABC)", PLAN))
    assert "“HOạCH”" in doubts[0].message
    _, doubts = decode(in_bytes("VNI", PLAN))
    assert "“HOạCH”" not in doubts[0].message


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Съезд женщин города обсудил план работы на год. ", "koi8-r"),
        ("Съезд женщин города обсудил план работы на год. ", "cp1251"),
        ("妇女联合会二零二五年工作计划，组织培训，帮助贫困家庭。", "gbk"),
        ("L'Union des femmes a été créée; où êtes-vous, très chère Hélène? ", "cp1252"),
        ("Związek Kobiet zaprasza na szkolenie dla członkiń w gminach śląskich. ", "cp1250"),
    ],
)
def test_what_is_no_vietnamese_in_any_encoding_is_refused(words: str, encoding: str) -> None:
    with pytest.raises(errors.NotVietnamese) as caught:
        decode((words * 20).encode(encoding))
    assert "TCVN3" in caught.value.message


def test_recoding_leaves_ordinary_text_without_a_doubt() -> None:
    assert recode(PLAN) == (PLAN, ())


@pytest.mark.parametrize("name", ["TCVN3 (ABC)", "VNI", "Windows-1258"])
def test_a_web_page_in_an_old_encoding_is_a_web_page(name: str) -> None:
    page = f"<html><head><title>Kế hoạch</title></head><body><p>{PLAN}</p></body></html>"
    assert sniff(in_bytes(name, page)) is FileKind.HTML
    text, _ = decode(in_bytes(name, page))
    assert "Giáp Thị Nhâm" in text and text.endswith("</p></body></html>")
