"""Pages that are broken or built to do harm: each has its outcome, none is fetched from or runs."""

import socket

import pytest

from donghanh.reading import errors
from donghanh.reading.formats import read_blocks
from donghanh.reading.formats.html import read
from donghanh.vietnam.text import tidy
from reading.corpus.legacy import tcvn3, vni, windows_1258
from reading.formats.html.reading_it import page, table, texts

WORDS = "Hội Liên hiệp Phụ nữ xã tổ chức các hoạt động kỷ niệm, được giao chủ trì thực hiện kế hoạch"


def refused(data: bytes) -> type[errors.UnreadableFile]:
    with pytest.raises(errors.UnreadableFile) as caught:
        read(data)
    assert caught.value.message
    return type(caught.value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", errors.EmptyFile),
        (b"<html></html>", errors.EmptyFile),
        (page("<p>&nbsp;</p><script>chạy()</script>"), errors.EmptyFile),
        (page("<img src=http://192.0.2.1/x.png>"), errors.NoText),
        (b"<html><frameset cols=50%><frame src=a.htm></frameset></html>", errors.NoText),
        (page("<iframe src='file:///etc/passwd'></iframe>"), errors.NoText),
        (page("<div>" * 100_000 + "chữ"), errors.HostileFile),
        (page("<p " + " ".join(f"a{n}='>'" for n in range(20_000)) + ">chữ"), errors.HostileFile),
        (page("<b>x</b>" * 301_000), errors.FileTooLarge),
        (page("<p a b c d>x" * 70_000), errors.FileTooLarge),
        (page("chữ nghĩa " * 1_700_000), errors.FileTooLarge),
        (page("<pre>" + "a\n" * 200_001), errors.FileTooLarge),
        (b"<html><body>" + b"\x00\x01\x02" * 100, errors.UnsupportedFile),
    ],
    ids=range(13),
)
def test_a_bad_page_is_refused_for_what_it_is(data: bytes, reason: type[errors.UnreadableFile]) -> None:
    assert refused(data) is reason


@pytest.mark.parametrize(
    "body",
    [
        "{}<script src='//192.0.2.1/x.js'></script><img src=http://192.0.2.1/a onerror=alert(1)>",
        "<meta http-equiv=refresh content='0;url=http://192.0.2.1/'>{}",
        "<base href='http://192.0.2.1/'><link rel=stylesheet href=x.css><style>@import url(//192.0.2.1/y.css);</style>{}",
        "{}<object data='file:///etc/passwd'>x</object><embed src='http://192.0.2.1/'><applet code=x>y</applet>",
        "<form action='http://192.0.2.1/'><input value=x>{}</form>",
        "<svg><script>alert(1)</script><text>x</text></svg>{}",
        "<p onclick='alert(1)' style='background:url(javascript:alert(1))'>{}",
        "<p style=\"width:expression(alert(1));content:'}}\">{}",
        "<p " + "x='" + "a" * 500_000 + "'>{}",
        "<img src='data:image/png;base64," + "A" * 21_000_000 + "'>{}",
        "<![CDATA[x]]><?php echo 1 ?>" * 50 + "{}",
        "{}" + "<!--" * 1_000,
        "{}<p title='",
        "<p>{}</p>" + "</div></table></td>" * 500,
        "<table><tr><td>{}" + "<table><tr><td>" * 300,
        "<style>" + "{{" * 5_000 + "</style>{}",
        "<style>" + "a,b>c .d{{font-weight:bold}}" * 5_000 + "</style>{}",
        "<ol>" * 200 + "<li value=-999999999999>{}",
        "<font face='.VnTime'></font>{}",
    ],
    ids=range(19),
)  # fmt: skip
def test_the_words_of_a_hostile_page_are_read_and_nothing_else_happens(
    body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_: object) -> None:
        raise AssertionError("a page reached for the network")

    monkeypatch.setattr(socket.socket, "connect", connect)
    found = read(page(body.format(WORDS))).blocks
    shown = " ".join(
        p.text for block in found for p in getattr(block, "paragraphs", (block,)) if hasattr(p, "text")
    )
    assert WORDS in shown
    assert "root:" not in shown


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "hahaha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )
    data = (bomb + f"<html><body><p>{WORDS} &b;&f;</p></body></html>").encode()
    shown = " ".join(getattr(block, "text", "") for block in read(data).blocks)
    assert WORDS in shown
    assert "haha" not in shown.replace(bomb, "")
    assert "root:" not in shown


def test_spans_without_end_make_no_large_table() -> None:
    rows = "<tr><td rowspan=65534 colspan=65534>a<td>b" * 300
    found = table(f"<table border=1>{rows}</table>")
    assert len(found.rows) == 300
    assert max(cell.rows for row in found.rows for cell in row.cells) == 300


def test_references_to_characters_that_are_none_stay_harmless() -> None:
    (text,) = texts("<p>a&#0;b&#x110000;c&#xD800;d&#1;e&#xFDD0;f&khong;g</p>")
    assert text == tidy(text)
    assert [c for c in text if c.isascii() and c.isalpha()][:2] == ["a", "b"]


@pytest.mark.parametrize(
    "data",
    [
        f"<html><head><meta charset=windows-1252></head><body><font face='.VnTime'>{tcvn3(WORDS)}</font>".encode("latin-1"),
        f"<html><head><style>p{{font-family:'VNI-Times'}}</style></head><body><p>{vni(WORDS)}</p>".encode(),
        f"<html><body>{tcvn3(WORDS)}".encode("latin-1"),
        b"<html><head><meta charset=windows-1258></head><body>" + windows_1258(WORDS).encode("latin-1"),
        b"<html><head><meta charset=windows-1258></head><body>" + WORDS.encode(),
        f"\ufeff<html><body>{WORDS}".encode("utf-16-le"),
        f"\ufeff<html><body>{WORDS}".encode("utf-16-be"),
        b"<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'></head><body>"
        + WORDS.encode("cp1252", errors="xmlcharrefreplace"),
        f"\ufeff<html><body>{WORDS}".encode(),
    ],
    ids="tcvn3 vni tcvn3_unsaid 1258 not_1258 utf16le utf16be word_1252 utf8_bom".split(),
)  # fmt: skip
def test_pages_in_any_encoding_read_alike(data: bytes) -> None:
    assert [getattr(block, "text", None) for block in read_blocks(data).blocks] == [WORDS]


def test_a_word_torn_over_elements_of_a_legacy_font_is_whole() -> None:
    torn = tcvn3("Kế hoạch công tác năm học, Hội Phụ nữ xã được giao nhiệm vụ")
    body = "".join(f"<b>{letter}</b>" if n % 3 else f"<span>{letter}</span>" for n, letter in enumerate(torn))
    assert texts(f"<div style='font-family:.VnTime'>{body}</div>") == [
        "Kế hoạch công tác năm học, Hội Phụ nữ xã được giao nhiệm vụ"
    ]
