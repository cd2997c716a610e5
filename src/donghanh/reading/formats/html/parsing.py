"""Bytes become the tree of a web page, within bounds: nothing is fetched, nothing runs.

Source: HTML Living Standard (WHATWG), 13.2.3 for how a page tells its character set.
"""

import re

from lxml import etree
from lxml import html as lxml_html

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import DamagedFile, EmptyFile, FileTooLarge, HostileFile
from donghanh.reading.formats.text.decoding import LARGEST_TEXT, decode

Element = etree._Element

MOST_NAMES = 300_000
"""Tags and attributes of a page; measured at some 270 bytes each. A plan of 200 pages has some 100,000."""
LONGEST_TAG = 2_000
"""Characters of one tag beside its values: the parser takes the square of their number for its time."""

_HEAD = 4_096
_DECLARED = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# What browsers read behind a name (WHATWG Encoding): old Western names all mean Windows' page.
_WESTERN = frozenset(
    "windows-1252 cp1252 iso-8859-1 latin1 iso-8859-15 us-ascii ascii x-user-defined".split()
)
_VIETNAMESE = frozenset("windows-1258 cp1258 x-cp1258".split())
_WIDE = frozenset("utf-16 utf-16le utf-16be unicode ucs-2 iso-10646-ucs-2".split())
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DATA_ADDRESS = re.compile(rb"(?<=[\"'(])data:[\w/+.;=,-]{64,}")

_TAG = re.compile(r"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+")
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+)")
_NO_CHARACTERS = dict.fromkeys([*(c for c in range(0x20) if c not in b"\t\n\f\r"), 0x7F, 0xFEFF])

_TOO_LARGE = "Trang web quá lớn (trên 20 MB chữ). Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."
_NESTED = "Trang web lồng các phần quá sâu nên không được đọc. Hãy mở bằng Word, lưu thành .docx rồi gửi."
_MARKUP = "Trang web có quá nhiều thẻ nên không được đọc. Hãy mở bằng Word, lưu thành .docx rồi gửi."


def parse(data: bytes, charset: str | None = None) -> tuple[Element, tuple[Doubt, ...]]:
    """The root element of a page and what was lost in decoding.

    charset: the character set told outside the page, as a part of mail does.

    Raises: EmptyFile, FileTooLarge, UnsupportedFile, NotVietnamese, HostileFile, DamagedFile.
    """
    text, doubts = _decoded(_DATA_ADDRESS.sub(b"", data), charset)
    return tree(text), doubts


def tree(text: str) -> Element:
    """The root element of a page given as text.

    Raises: EmptyFile, FileTooLarge, HostileFile, DamagedFile.
    """
    if not text.strip():
        raise EmptyFile
    _check_markup(text)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    encoded = text.translate(_NO_CHARACTERS).encode("utf-8", errors="replace")
    try:
        root = lxml_html.document_fromstring(encoded, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise DamagedFile from error
    if any("depth" in entry.message for entry in parser.error_log):  # the parser stops there in silence
        raise HostileFile(_NESTED)
    return root


def _decoded(data: bytes, charset: str | None) -> tuple[str, tuple[Doubt, ...]]:
    """The text of a page: UTF-8 if its bytes are that, else as declared, else by what it spells."""
    if len(data) > LARGEST_TEXT:
        raise FileTooLarge(_TOO_LARGE)
    declared = _DECLARED.search(data[:_HEAD])
    name = (charset or (declared[1].decode("ascii", "replace") if declared else "")).lower()
    if name in _WIDE and b"\x00" in data[:4] and not data.startswith(_WIDE_MARKS):
        return decode((_WIDE_MARKS[1] if data[:1] == b"\x00" else _WIDE_MARKS[0]) + data)
    if b"\x00" not in data[:_HEAD]:
        try:
            return data.decode("utf-8"), ()  # whatever is declared: bytes are not UTF-8 by chance
        except UnicodeDecodeError as error:
            if error.end == len(data) and error.reason == "unexpected end of data":  # a page that is cut off
                return data[: error.start].decode("utf-8"), ()
            if name in _WESTERN or name in _VIETNAMESE:
                return data.decode("cp1258" if name in _VIETNAMESE else "cp1252", errors="replace"), ()
    return decode(data)


def _check_markup(text: str) -> None:
    """Pass if the tags of a page fit into memory and time."""
    tags = [" ".join(tag.split()) for tag in _TAG.findall(text)]
    if len(tags) > MOST_NAMES:
        raise FileTooLarge(_MARKUP)
    bare = _VALUE.sub("", "\n".join(tags))
    if max(map(len, bare.split("\n"))) > LONGEST_TAG:
        raise HostileFile(_MARKUP)
    if len(bare.split()) + bare.count("/") > MOST_NAMES:
        raise FileTooLarge(_MARKUP)
