"""Whatever the tags, a page is read or refused, and no word that a browser shows is lost."""

import contextlib
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from donghanh.reading.blocks import Block, Paragraph
from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats.html import read
from donghanh.vietnam.text import tidy

TAGS = (
    "p div br span b i table tr td th ul ol li h1 h2 pre center font a section article blockquote tbody thead caption "
    "sup sub form label fieldset dl dt dd hr main body html mark o:p x-y"
).split()
ATTRIBUTES = ["", " align=center", " border=1", " colspan=3 rowspan=2", " rowspan=0", " class=MsoNormal", " class='menu nav'",
              " style='font-weight:bold;text-align:center'", " style='mso-list:Ignore'", " style='white-space:pre'",
              " href='/x'", " type=I start=3", " id=footer", " style='display:inline'", " style='display:block'"]  # fmt: skip
WORDS = "hội phụ nữ xã kế hoạch I. 1. - Căn cứ ngày tháng TT".split()

opening = st.builds(
    lambda tag, attributes: f"<{tag}{attributes}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)
)
closing = st.builds(lambda tag: f"</{tag}>", st.sampled_from(TAGS))
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda found: f" {' '.join(found)} ")
odd = st.sampled_from(
    ["<!-- x -->", "<![if !vml]>", "&nbsp;", "&#9;", "\n", "<", "&", "<a b='", "]]>", "\u0301"]
)
soup = st.lists(st.one_of(opening, closing, words, words, odd), max_size=40).map("".join)


def paragraphs(block: Block) -> list[Paragraph]:
    if isinstance(block, Paragraph):
        return [block]
    return [p for row in block.rows for cell in row.cells for p in cell.paragraphs]


def letters(text: str) -> str:
    """Letters alone, in order of the alphabet: a table's words may come in another order."""
    return "".join(sorted(re.sub(r"[\W\d_]", "", tidy(text))))


@given(soup)
def test_any_soup_of_tags_is_read_and_no_word_lost(content: str) -> None:
    source = f"<html><body>chữ {content}</body></html>"
    try:
        found = read(source.encode()).blocks
    except UnreadableFile:
        raise AssertionError("words were refused") from None
    shown = [p for block in found for p in paragraphs(block)]
    for paragraph in shown:
        assert paragraph.text
        assert paragraph.text == tidy(paragraph.text)
        assert 0 <= paragraph.bold <= len(paragraph.text)
    if re.search("menu|footer", source):  # what is around a document may go; what is kept is on the page
        return
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    visible = html.document_fromstring(source.encode(), parser=parser).text_content()
    told = "".join(paragraph.text for paragraph in shown)
    missing = [c for c in set(letters(visible)) if letters(told).count(c) < letters(visible).count(c)]
    assert not missing


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_refused_or_read(data: bytes) -> None:
    for around in (b"%s", b"<html><body>%s", b"<html><head><meta charset=windows-1258></head>%s"):
        with contextlib.suppress(UnreadableFile):
            read(around % data)
