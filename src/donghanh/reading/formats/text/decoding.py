"""Bytes become clean text: one encoding, composed letters, one kind of line break."""

import io
import re
import unicodedata

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import EmptyFile, FileTooLarge, NotVietnamese, UnsupportedFile
from donghanh.reading.formats.legacy import recode

LARGEST_TEXT = 20 * 1024 * 1024
_SAMPLE = 1 << 16

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_REPLACEMENT = "\ufffd"
_STRAY = re.compile("[\udc80-\udcff]")
_STRAY_PUNCTUATION = {
    0xDC00 + byte: sign
    for byte in range(0x80, 0xA0)
    if (sign := bytes([byte]).decode("cp1252", "ignore")) and not sign.isalpha()
}
# Scripts that no Vietnamese text has: bytes of a legacy encoding that happen to look like UTF-8.
_FOREIGN = re.compile("[\u0250-\u02af\u0370-\u1dff\u2c00-\ud7ff]")
_NO_UTF_8 = re.compile(f"{_STRAY.pattern}|{_FOREIGN.pattern}")
# Bytes that no text has. Tab, line breaks, form feed, Word's vertical tab and DOS's end mark are fine.
_NOT_TEXT = bytes(c for c in range(0x20) if c not in b"\t\n\v\f\r\x1a\x1b")

_OLD_FONT = (
    "Chữ trong tệp không phải Unicode và không nhận ra được bảng mã (đã thử TCVN3, VNI, Windows-1258, VIQR). "
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
    """The text of `data` in Unicode, legacy encodings decoded, and what the person should be told of it.

    Raises: EmptyFile, FileTooLarge, UnsupportedFile (no text at all), NotVietnamese (an encoding that is not
    recognised).
    """
    if len(data) > LARGEST_TEXT:
        raise FileTooLarge(_TOO_LARGE)
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _wide_encoding(data)
    if encoding is None:
        if _is_binary(data):
            raise UnsupportedFile
        text = _with_stray_bytes(data)
    else:
        text = data.decode(encoding, errors="replace")
        if not encoding.startswith("utf-8") and (
            text.count(_REPLACEMENT) > len(text) // 100 or "\x00" in text
        ):
            raise UnsupportedFile
    if not text.strip().strip("\ufeff\x00").strip():
        raise EmptyFile
    text, doubts = recode(text)
    return _without_stray_bytes(text, doubts)


def clean(text: str) -> str:
    """`text` in NFC with "\\n" for every line break; invisible characters are gone, form feeds stay."""
    return unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", text).translate(_CLEAN))


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of ASCII letters is zero."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    sample = sample[: len(sample) - len(sample) % 2]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if high.count(0) * 2 < len(high):
            continue
        text = sample.decode(name, errors="replace")
        usual = sum(1 for c in text if c.isprintable() and not _FOREIGN.match(c) or c.isspace())
        if usual >= len(text) * 0.98:
            return name
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\x00" in sample or len(sample) - len(sample.translate(None, _NOT_TEXT)) > len(sample) // 50


def _with_stray_bytes(data: bytes) -> str:
    """UTF-8, line by line; bytes that are none stand as lone surrogates.

    A line with more of those than letters of UTF-8, or with letters of foreign scripts, is taken for bytes
    altogether.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
    out = io.StringIO(newline="")
    done = 0
    while (odd := _NO_UTF_8.search(text, done)) is not None:
        start = text.rfind("\n", done, odd.start()) + 1 or done
        end = text.find("\n", odd.start())
        end = len(text) if end < 0 else end
        out.write(text[done:start])
        out.write(_line(text[start:end]))
        done = end
    out.write(text[done:])
    return out.getvalue()


def _line(text: str) -> str:
    stray = len(_STRAY.findall(text))
    sound = sum(1 for c in text if not c.isascii()) - stray
    if stray <= sound and not _FOREIGN.search(text):
        return text
    return text.encode("utf-8", errors="surrogateescape").decode("ascii", errors="surrogateescape")


def _without_stray_bytes(text: str, doubts: tuple[Doubt, ...]) -> tuple[str, tuple[Doubt, ...]]:
    """A stray bad byte is damage that a person can mend; more of them are an encoding that is not known."""
    text = text.translate(_STRAY_PUNCTUATION)
    text, broken = _STRAY.subn(_REPLACEMENT, text)
    if not broken:
        return text, doubts
    sound = sum(1 for c in text[: 1 << 20] if not c.isascii())
    if broken > 1 + sound // 50:
        raise NotVietnamese(_OLD_FONT)
    message = f"Có {broken} chỗ trong tệp bị lỗi mã chữ, hiện là dấu “{_REPLACEMENT}”."
    return text, (*doubts, Doubt("broken_bytes", message))
