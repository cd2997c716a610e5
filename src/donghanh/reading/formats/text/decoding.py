"""Bytes become clean text: one encoding, composed letters, one kind of line break."""

import re
import unicodedata

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import EmptyFile, FileTooLarge, NotVietnamese, UnsupportedFile

LARGEST_TEXT = 20 * 1024 * 1024

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_REPLACEMENT = "\ufffd"
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
# Bytes that no text has. Tab, line breaks, form feed, Word's vertical tab and DOS's end mark are fine.
_NOT_TEXT = bytes(c for c in range(0x20) if c not in b"\t\n\v\f\r\x1a\x1b")

_OLD_FONT = (
    "Chữ trong tệp không phải Unicode: có thể là bảng mã hoặc phông chữ cũ (TCVN3, VNI) hiện chưa đọc được. "
    "Hãy mở tệp, chuyển sang Unicode (bảng mã UTF-8), lưu lại rồi gửi."
)
_TOO_LARGE = "Tệp văn bản quá lớn (trên 20 MB). Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."

_LINE_BREAKS = re.compile("\r\n|[\r\v\x1c-\x1e\x85\u2028\u2029]")
# Invisible characters, other controls, and the noncharacters that the reader itself uses as marks.
_DROPPED = dict.fromkeys(
    [c for c in (*range(0x20), *range(0x7F, 0xA0)) if c not in (0x09, 0x0A, 0x0C)]
    + [0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
    + [*range(0x2060, 0x2070), *range(0xFDD0, 0xFDF0)]
)
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_CLEAN: dict[int, str | None] = {**_DROPPED, **_SPACES}


def decode(data: bytes) -> tuple[str, tuple[Doubt, ...]]:
    """The text of `data` as it stands, and what was lost on the way.

    Raises: EmptyFile, FileTooLarge, UnsupportedFile (no text at all), NotVietnamese (a legacy encoding).
    """
    if len(data) > LARGEST_TEXT:
        raise FileTooLarge(_TOO_LARGE)
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    if encoding.startswith("utf-8") and _is_binary(data):
        raise UnsupportedFile()
    text = data.decode(encoding, errors="replace")
    if not text.strip().strip("\ufeff\x00").strip():
        raise EmptyFile()
    broken = text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
    if encoding.startswith("utf-8") and broken > 0:
        return text, _doubts_about_broken_bytes(data, broken)
    if encoding.startswith(("utf-16", "utf-32")) and (broken > len(text) // 100 or "\x00" in text):
        raise UnsupportedFile()
    return text, ()


def clean(text: str) -> str:
    """`text` in NFC with "\\n" for every line break; invisible characters are gone, form feeds stay."""
    return unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", text).translate(_CLEAN))


def _is_binary(data: bytes) -> bool:
    sample = data[:65536]
    return b"\x00" in sample or len(sample) - len(sample.translate(None, _NOT_TEXT)) > len(sample) // 50


def _doubts_about_broken_bytes(data: bytes, broken: int) -> tuple[Doubt, ...]:
    """A stray bad byte in UTF-8 is damage that a person can mend; more of them are another encoding."""
    sound = sum(1 for _ in _MULTIBYTE.finditer(data[: 1 << 20]))
    if broken > 1 + sound // 50:
        raise NotVietnamese(_OLD_FONT)
    return (Doubt("broken_bytes", f"Có {broken} chỗ trong tệp bị lỗi mã chữ, hiện là dấu “{_REPLACEMENT}”."),)
