"""Files that would harm, leak or mislead, each with what becomes of it."""

import struct
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import BlockDocument, FileKind, Paragraph
from donghanh.reading.errors import (
    DamagedFile,
    EncryptedFile,
    FileTooLarge,
    HostileFile,
    UnreadableFile,
)
from donghanh.reading.formats import docx, office, read_blocks
from donghanh.reading.formats.office import doc
from donghanh.reading.formats.office.conversion import saved_as
from reading.corpus.office import available, convert
from reading.formats.docx import building as word
from reading.formats.office.building import LINES, escaped, field, manifest, odt, rtf, word_file

needs_office = pytest.mark.skipif(not available(), reason="no LibreOffice here")


def words(document: BlockDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def codes(document: BlockDocument) -> list[str]:
    return [doubt.code for doubt in document.doubts]


# What LibreOffice makes of a file that repeats itself.

SAME = "Tặng quà."


@needs_office
def test_a_long_text_that_repeats_itself_is_no_trap() -> None:
    data = rtf(rf"{escaped(SAME)}\par " * 6000)
    converted = saved_as(data, FileKind.RTF)
    with pytest.raises(HostileFile):
        docx.read(converted)
    assert words(office.read(data, FileKind.RTF))[-6000:] == [SAME] * 6000


def test_what_libreoffice_makes_has_its_limits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("donghanh.reading.formats.docx.package.MAX_PART", 100)
    with pytest.raises(FileTooLarge):
        docx.read(word.docx(word.p(SAME)), converted=True)


# What is found in the file itself, before LibreOffice sees it.

ENCRYPTED = manifest(
    '<manifest:encryption-data manifest:checksum-type="SHA256/1K" manifest:checksum="eA=="/>'
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
STOLEN = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("file", "error"),
    [
        (odt(parts={"META-INF/manifest.xml": ENCRYPTED}), EncryptedFile),
        (odt("<text:p>&b;</text:p>", before=ENTITIES), HostileFile),
        (odt("<text:p>&a;</text:p>", before=STOLEN), HostileFile),
        (odt(parts={"styles.xml": ENTITIES.encode("utf-16")}), HostileFile),
        (odt("<text:p>" + "a" * 20_000_000 + "</text:p>"), HostileFile),
        (odt(parts={"Pictures/a.png": bytes(9_000_000)}), HostileFile),
        (odt()[:-200], DamagedFile),
        (odt()[:100], DamagedFile),
    ],
    ids=["encrypted", "entities", "external entity", "entities in UTF-16", "inflating", "inflating picture",
         "cut off", "a beginning"],
)  # fmt: skip
def test_an_odt_that_is_not_for_libreoffice(
    monkeypatch: pytest.MonkeyPatch, file: bytes, error: type[UnreadableFile]
) -> None:
    monkeypatch.setattr(office, "saved_as", lambda *_: pytest.fail("LibreOffice saw it"))
    with pytest.raises(error):
        read_blocks(file)


def with_flags(data: bytes, *, identity: int = 0xA5EC, flags: int = 0) -> bytes:
    """A .doc with another kind of Word, and flags besides its own, in the head of its text."""
    at = data.index(struct.pack("<H", 0xA5EC), 512)
    own = struct.unpack_from("<H", data, at + 10)[0]
    return (
        data[:at]
        + struct.pack("<H", identity)
        + data[at + 2 : at + 10]
        + struct.pack("<H", own | flags)
        + data[at + 12 :]
    )


@pytest.fixture(scope="module")
def old_word() -> bytes:
    """A short plan as .doc; its text ends in a table."""
    if not available():
        pytest.skip("no LibreOffice here")
    body = "".join(word.p(line) for line in LINES) + word.tbl(word.tr("Nơi nhận", "CHỦ TỊCH"), lines=False)
    return convert({"plan": word_file(body)}, "doc")["plan"]


@pytest.mark.parametrize("identity", [0xA5EC, 0xA5DC])
def test_a_doc_with_a_password_is_told_before_libreoffice_sees_it(
    monkeypatch: pytest.MonkeyPatch, old_word: bytes, identity: int
) -> None:
    monkeypatch.setattr(office, "saved_as", lambda *_: pytest.fail("LibreOffice saw it"))
    with pytest.raises(EncryptedFile):
        read_blocks(with_flags(old_word, identity=identity, flags=0x0100))


@pytest.mark.parametrize("length", [513, 1024, 3000, 6000])
def test_a_doc_that_is_cut_off_is_damaged(old_word: bytes, length: int) -> None:
    with pytest.raises(DamagedFile):
        office.read(old_word[:length], FileKind.DOC)


def test_a_doc_of_another_kind_of_word_is_read_or_refused(old_word: bytes) -> None:
    with suppress(UnreadableFile):
        office.read(with_flags(old_word, identity=0xA5DC), FileKind.DOC)


@given(st.data())
def test_no_doc_breaks_what_looks_into_it(old_word: bytes, data: st.DataObject) -> None:
    changed = bytearray(old_word)
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(changed) - 1), st.integers(0, 255)), max_size=20)
    ):
        changed[place] = byte
    for place in data.draw(st.lists(st.integers(0, 127), max_size=3)):  # the head of the container
        changed[place * 4 : place * 4 + 4] = data.draw(st.binary(min_size=4, max_size=4))
    with suppress(UnreadableFile):
        doc.checked(bytes(changed[: data.draw(st.integers(0, len(changed)))]))


@given(st.binary(max_size=4096))
def test_no_bytes_break_what_looks_into_a_doc(data: bytes) -> None:
    with suppress(UnreadableFile):
        doc.checked(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data)


# What goes through LibreOffice.


@needs_office
@pytest.mark.parametrize(
    "file",
    [
        rtf("{" * 200_000),
        rtf(r"{\*\shppict{\pict\bin2000000000 abc}}"),
        rtf(r"{\object\objemb{\*\objdata " + "00" * 1000 + "}}"),
        rtf(r"\u-1?\u70000?\'zz\uc999999 \ls9999\ilvl99\intbl\cell\row\nestcell\nestrow"),
        rtf()[:-100],
        odt("<text:list>" * 3000),
        odt("<text:list><text:list-item>" * 500 + "</text:list-item></text:list>" * 500),
        odt('<text:p><text:s text:c="2000000000"/></text:p>'),
        odt('<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
            'table:number-columns-repeated="1000000000"/></table:table-row></table:table>'),
    ],
    ids=["nesting", "binary", "object", "odd words", "cut off", "open lists", "deep lists", "spaces", "cells"],
)  # fmt: skip
def test_what_would_harm_is_read_or_refused(file: bytes) -> None:
    with suppress(UnreadableFile):
        assert words(read_blocks(file))[0] == LINES[0]


LIBRARY = (
    '<{0}:{1} xmlns:{0}="http://openoffice.org/2000/{0}" xmlns:xlink="http://www.w3.org/1999/xlink" {0}:name="{2}" '
    '{0}:language="StarBasic">{3}</{0}:{1}>'
)


@needs_office
def test_macros_are_told_and_not_run(tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    basic = f'Sub Main\nOpen "{sign}" For Output As 1\nEnd Sub'
    module = '<library:element library:name="M"/>'
    events = (
        '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
        'script:event-name="dom:load" xlink:type="simple" '
        'xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"/>'
        "</office:event-listeners></office:scripts>"
    )
    file = odt(
        events=events,
        parts={
            "Basic/script-lc.xml": LIBRARY.format(
                "library", "libraries", "", '<library:library library:name="Standard" library:link="false"/>'
            ),
            "Basic/Standard/script-lb.xml": LIBRARY.format("library", "library", "Standard", module),
            "Basic/Standard/M.xml": LIBRARY.format("script", "module", "M", basic),
        },
    )
    assert codes(office.read(file, FileKind.ODT)) == ["macros"]
    assert not sign.exists()


def renamed(data: bytes, old: str, new: str) -> bytes:
    """A .doc one of whose streams has another name."""
    entry = old.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(old) + 2)
    assert data.count(entry) == 1
    return data.replace(entry, new.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(new) + 2))


@pytest.mark.parametrize(
    ("name", "code"),
    [("Macros", "macros"), ("_VBA_PROJECT_CUR", "macros"), ("ObjectPool", "embedded_document")],
)
def test_macros_and_embedded_files_of_a_doc_are_told(old_word: bytes, name: str, code: str) -> None:
    assert doc.checked(old_word)[1] == ()
    _, doubts = doc.checked(renamed(old_word, "\x01CompObj", name))
    assert [doubt.code for doubt in doubts] == [code]


@needs_office
def test_embedded_files_of_a_rich_text_are_told() -> None:
    assert codes(office.read(rtf(r"{\object{\*\objdata 00}}"), FileKind.RTF)) == ["embedded_document"]


CANARY = "chim hoàng yến"


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    """A server on this machine; `asked` has what it was asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def section(address: str) -> str:
    return (
        f'<text:section text:name="S"><text:section-source xlink:type="simple" xlink:href="{address}"/>'
        "<text:p>như cũ</text:p></text:section>"
    )


def framed(element: str, address: str) -> str:
    return (
        f'<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:{element} xlink:type="simple" '
        f'xlink:show="embed" xlink:actuate="onLoad" xlink:href="{address}"/></draw:frame></text:p>'
    )


DDE = (
    '<text:section text:name="D"><office:dde-source office:dde-application="soffice" office:dde-topic="{}" '
    'office:dde-item="x" office:automatic-update="true"/><text:p>như cũ</text:p></text:section>'
)


@needs_office
def test_nothing_is_fetched_and_nothing_of_this_machine_comes_into_the_text(
    server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    text, document = tmp_path / "canary.txt", tmp_path / "canary.odt"
    text.write_text(CANARY)
    document.write_bytes(odt(f"<text:p>{CANARY}</text:p>"))
    web = f"http://127.0.0.1:{server.server_port}"
    pieces = [section(address) for address in (text.as_uri(), document.as_uri(), f"{web}/section.odt")]
    pieces += [framed("image", f"{web}/picture.png"), framed("image", (tmp_path / "a.png").as_uri())]
    pieces += [framed("object", document.as_uri()), framed("floating-frame", f"{web}/frame.html")]
    pieces += [framed("plugin", f"{web}/film.mp4"), DDE.format(document)]
    linked = odt("".join(pieces))
    fields = [
        f'INCLUDETEXT "{text}"',
        f'INCLUDETEXT "{document.as_uri()}"',
        f'INCLUDETEXT "{web}/text.rtf"',
        rf'INCLUDEPICTURE "{web}/picture.png" \\d',
        f'DDEAUTO soffice "{document}" x',
        rf'LINK Word.Document.8 "{document}" "" \\a \\p',
    ]
    rich = rtf(
        "".join(field(instruction, "như cũ") for instruction in fields),
        head=rf"{{\*\template {web}/template.dot}}",
    )
    for file, kind in ((linked, FileKind.ODT), (rich, FileKind.RTF)):
        read = office.read(file, kind)
        assert words(read)[: len(LINES)] == list(LINES)
        assert CANARY not in str(read.blocks)
    assert server.asked == []
