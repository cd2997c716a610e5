"""The text of a page as spans: runs of characters in one style, with their places.

One call a character into PDFium (its box), and a handful a text object; whatever else there is to know
about a character is told from its object.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from donghanh.vietnam.legacy import LegacyEncoding, encoding_of_font

# Characters of one text object are found by jumping ahead and looking back.
_JUMP = 12
_INVISIBLE = {pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP}
_OUTLINED = pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obliq", re.IGNORECASE)
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6


@dataclass(frozen=True, slots=True)
class Run:
    """The characters `start` to `end` (exclusive) of one text object, with what the object says."""

    start: int
    end: int
    x: float
    y: float
    size: float
    turn: int | None
    bold: bool
    italic: bool
    white: bool
    invisible: bool
    legacy: LegacyEncoding | None = None


class CharacterReader:
    """Reads one text page of PDFium; places are in the PDF's own space."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self.count = max(0, pdfium_c.FPDFText_CountChars(raw))
        self.text = self._all_text()
        self.fonts: dict[int, tuple[bool, bool, LegacyEncoding | None]] = {}
        # Reused from call to call: making them anew would cost as much as the calls.
        self._room = pdfium_c.FS_RECTF()
        self._matrix = pdfium_c.FS_MATRIX()
        self._point = (ctypes.c_double(), ctypes.c_double())
        self._colour = tuple(ctypes.c_uint() for _ in range(4))

    def _all_text(self) -> str:
        buffer = ctypes.create_string_buffer((self.count + 1) * 2)
        pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        written = pdfium_c.FPDFText_GetText(self.raw, 0, self.count, pointer)
        text = buffer.raw[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
        if len(text) == self.count:
            return text
        # Characters without a meaning are left out of the text; here they must hold their place.
        codes = (pdfium_c.FPDFText_GetUnicode(self.raw, i) for i in range(self.count))
        return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes)

    # Runs: the characters of one text object.

    def runs(self) -> Iterator[Run]:
        for line in re.finditer(r"[^\r\n]+", self.text):
            i, end = line.span()
            while i < end:
                obj = pdfium_c.FPDFText_GetTextObject(self.raw, i)
                if not obj:
                    i += 1
                    continue
                stop = self._run_end(i, end, ctypes.addressof(obj.contents))
                run = self._run(i, stop, obj)
                if run is not None:
                    yield run
                i = stop

    def _run_end(self, start: int, end: int, address: int) -> int:
        get, address_of, raw = pdfium_c.FPDFText_GetTextObject, ctypes.addressof, self.raw

        def same(k: int) -> bool:
            obj = get(raw, k)
            return bool(obj) and address_of(obj.contents) == address

        known, step = start, _JUMP
        while True:
            probe = min(known + step, end - 1)
            if probe == known:
                return known + 1
            if same(probe):
                known, step = probe, step * 2
                continue
            low, high = known, probe
            while high - low > 1:
                middle = (low + high) // 2
                if same(middle):
                    low = middle
                else:
                    high = middle
            return low + 1

    def _run(self, start: int, end: int, obj: Any) -> Run | None:
        x, y = self._point
        matrix = self._matrix
        if not pdfium_c.FPDFText_GetCharOrigin(self.raw, start, x, y):
            return None
        if not pdfium_c.FPDFText_GetMatrix(self.raw, start, matrix):
            return None
        size = pdfium_c.FPDFText_GetFontSize(self.raw, start) * math.hypot(matrix.c, matrix.d)
        if not all(map(math.isfinite, (x.value, y.value, size))):
            return None
        bold, italic, legacy = self._font(pdfium_c.FPDFTextObj_GetFont(obj))
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(obj)
        red, green, blue, alpha = self._colour
        coloured = pdfium_c.FPDFPageObj_GetFillColor(obj, red, green, blue, alpha)
        return Run(
            start=start,
            end=end,
            x=x.value,
            y=y.value,
            size=abs(size),
            turn=_quarter_turn(matrix.a, matrix.b),
            bold=bold or mode == _OUTLINED,
            italic=italic or (matrix.b == 0 and matrix.a > 0 and 0.15 < matrix.c / matrix.a < 0.6),
            white=bool(coloured) and min(red.value, green.value, blue.value) >= 250,
            invisible=mode in _INVISIBLE or (bool(coloured) and alpha.value < 8),
            legacy=legacy,
        )

    def _font(self, font: Any) -> tuple[bool, bool, LegacyEncoding | None]:
        """Whether a font is bold and italic, and the legacy encoding that its name tells."""
        if not font:
            return False, False, None
        key = ctypes.addressof(font.contents)
        known = self.fonts.get(key)
        if known is None:
            buffer = ctypes.create_string_buffer(256)
            length = pdfium_c.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("utf-8", "replace") if 0 < length <= 256 else ""
            flags = pdfium_c.FPDFFont_GetFlags(font)
            flags = max(0, flags)
            weight = pdfium_c.FPDFFont_GetWeight(font)
            bold = bool(_BOLD_NAME.search(name)) or bool(flags & _FORCE_BOLD) or 600 <= weight <= 1000
            italic = bool(_ITALIC_NAME.search(name)) or bool(flags & _ITALIC_FLAG)
            known = self.fonts[key] = (bold, italic, encoding_of_font(name))
        return known

    # Places of characters.

    def edge(self, i: int, right: bool) -> float:
        """Left or right edge of the room that the i-th character takes."""
        pdfium_c.FPDFText_GetLooseCharBox(self.raw, i, self._room)
        return float(self._room.right if right else self._room.left)

    def is_added(self, i: int) -> bool:
        """The i-th character is not in the file: PDFium put it where it saw a gap."""
        return bool(pdfium_c.FPDFText_IsGenerated(self.raw, i) == 1)

    def ink(self, i: int) -> tuple[float, float, float, float] | None:
        """(left, bottom, right, top) of what is drawn of the i-th character; None for a space."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        ok = pdfium_c.FPDFText_GetCharBox(
            self.raw, i, ctypes.byref(left), ctypes.byref(right), ctypes.byref(bottom), ctypes.byref(top)
        )
        box = (left.value, bottom.value, right.value, top.value)
        return box if ok and all(map(math.isfinite, box)) and box[2] > box[0] else None


def _quarter_turn(a: float, b: float) -> int | None:
    """How many quarter turns a text runs anticlockwise; None where it is slanted."""
    angle = math.atan2(b, a) / (math.pi / 2)
    nearest = round(angle)
    return nearest % 4 if abs(angle - nearest) < 0.06 else None
