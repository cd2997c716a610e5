"""Whatever the bytes, reading yields blocks or says why not."""

import contextlib
import io
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import Block, Cell, Paragraph
from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats.docx import read
from donghanh.vietnam.text import tidy
from reading.formats import hostile
from reading.formats.docx.building import archive, docx, listed, lvl, numbering, p, r, tbl, tc, tr
from reading.formats.docx.test_stories import both, note, reference
from reading.formats.docx.test_text import STYLES

ELEMENTS = """
p pPr pStyle r rPr rStyle t tab br cr sym b i vanish caps ins del moveFrom moveTo sdt sdtContent sdtPr tbl tblPr
tblBorders top left tr trPr tc tcPr tcBorders gridSpan vMerge hMerge gridBefore numPr numId ilvl ind jc outlineLvl
fldChar instrText fldSimple hyperlink drawing pict txbxContent footnoteReference endnoteReference sectPr
headerReference titlePg framePr lastRenderedPageBreak specVanish abstractNum num lvl numFmt lvlText start lvlRestart
isLgl lvlOverride startOverride abstractNumId numStyleLink style basedOn name altChunk ruby rt smartTag cellDel
""".split()
VALUES = ["", "0", "1", "-1", "2", "99999999999999999999", "1.5", "abc", "a", "%1.%2", "continue", "begin", "separate",
          "end", "bullet", "upperRoman", "heading 1", "center", "\u0660", "F0B7", "NaN", "1e99"]  # fmt: skip
ATTRIBUTES = [
    "val",
    "numId",
    "abstractNumId",
    "ilvl",
    "id",
    "type",
    "fldCharType",
    "char",
    "left",
    "styleId",
    "dropCap",
]


def _opening(name: str, attributes: dict[str, str]) -> str:
    return f"w:{name} " + " ".join(f'w:{key}="{value}"' for key, value in attributes.items())


leaves = st.one_of(
    st.text("aĐ1. -\n\u0301\u200b\uf0b7", max_size=8),
    st.builds(
        lambda name, attributes: f"<{_opening(name, attributes)}/>",
        st.sampled_from(ELEMENTS),
        st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=3),
    ),
)
trees = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda name, attributes, parts: f"<{_opening(name, attributes)}>{''.join(parts)}</w:{name}>",
        st.sampled_from(ELEMENTS),
        st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=2),
        st.lists(inner, max_size=5),
    ),
    max_leaves=40,
)


def accepted(data: bytes) -> tuple[Block, ...]:
    """The blocks of a file, none where it is refused; anything else that is raised fails the test."""
    with contextlib.suppress(UnreadableFile):
        return read(data).blocks
    return ()


def cells(block: Block) -> list[Cell]:
    return [] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row.cells]


def paragraphs(block: Block) -> list[Paragraph]:
    return [block] if isinstance(block, Paragraph) else [p for cell in cells(block) for p in cell.paragraphs]


def check(blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        for paragraph in paragraphs(block):
            assert paragraph.text
            assert paragraph.text == tidy(paragraph.text)
            assert 0 <= paragraph.bold <= len(paragraph.text)
        assert all(cell.columns >= 1 and cell.rows >= 1 and cell.column >= 0 for cell in cells(block))


@given(st.lists(trees, max_size=6), trees, trees, trees)
def test_elements_in_any_order_and_nesting_are_read(
    body: list[str], styles: str, lists: str, notes: str
) -> None:
    check(accepted(docx("".join(body), styles=styles, numbering=lists, footnotes=notes, header=notes)))


SAMPLE = docx(
    p(r("Kế hoạch", "<w:b/>") + reference("foot", 1), '<w:pStyle w:val="Dam"/>')
    + listed("Mục tiêu\n- Mở lớp")
    + p("<w:r>" + both(p("khung")) + "</w:r>")
    + tbl(tr("TT", tc("a", '<w:gridSpan w:val="2"/>')), tr(tc("", '<w:vMerge w:val="restart"/>'), "b", "c")),
    styles=STYLES,
    numbering=numbering(lvl(0, "decimal", "%1.")),
    footnotes=note("foot", 1, "ghi chú"),
)


@given(st.data())
def test_a_file_with_changed_bytes_is_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del changed[data.draw(st.integers(0, len(changed))) :]
    check(accepted(bytes(changed)))


@pytest.mark.parametrize("seed", range(60))
def test_a_part_with_changed_bytes_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as package:
        files = {name: bytearray(package.read(name)) for name in package.namelist()}
    for _ in range(chance.randrange(1, 5)):
        content = files[chance.choice(sorted(files))]
        at = chance.randrange(len(content))
        content[at : at + chance.randrange(4)] = chance.choice(
            [b"", b"0", b"9999999999", b"<w:p/>", b"&#x301;", b"w:"]
        )
    check(accepted(archive({name: bytes(content) for name, content in files.items()})))


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_refused_or_read(data: bytes) -> None:
    check(accepted(data))
    check(accepted(b"PK\x03\x04" + data))


@pytest.mark.parametrize(
    ("kind", "word", "times"),
    [
        ("paragraphs", "Tổ chức", 400),
        ("broken lines", "A", 1_600),
        ("one paragraph", "x", 400),
        ("tables", "Mở lớp", 400),
        ("deleted ends", "một", 400),
        ("letterheads", "UBND X", 400),
        ("rows", "Nội dung", 400),
    ],
)
def test_hostile_bodies_are_read_and_their_words_kept(kind: str, word: str, times: int) -> None:
    blocks = accepted(hostile.word(kind, 400))
    assert sum(shown.text.count(word) for block in blocks for shown in paragraphs(block)) == times
