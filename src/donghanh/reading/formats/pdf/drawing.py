"""Ruling lines, fills and pictures of a page, out of its paths.

Word draws a border as a thin filled rectangle, LibreOffice as a stroked line or a thin polygon, others
stroke whole rectangles. Coordinates come out in the PDF's own space and are set upright by `Frame`.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium_c

from donghanh.reading.formats.pdf.shapes import Drawing, Fill, Frame, Rule

# A line is at most this thick, and a path with more segments is a picture.
_THIN = 3.0
_MAX_SEGMENTS = 400
# Beyond this many lines a page is a drawing and no table.
_MAX_RULES = 4000
_MAX_OBJECTS = 50_000
_MAX_DEPTH = 4
_LIGHT = 200

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _matrix(item: Any) -> Matrix:
    raw = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, ctypes.byref(raw)):
        return _IDENTITY
    return (raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


class DrawingReader:
    """Collects what one page draws; `shapes` are boxes and lines in the PDF's own space."""

    def __init__(self) -> None:
        self.lines: list[Box] = []
        self.fills: list[tuple[Box, bool]] = []
        self.pictures: list[Box] = []
        self._seen = 0

    def read_page(self, page: Any) -> None:
        count = pdfium_c.FPDFPage_CountObjects(page)
        items = (pdfium_c.FPDFPage_GetObject(page, i) for i in range(min(count, _MAX_OBJECTS)))
        self._read(items, _IDENTITY, 0)

    def set_upright(self, frame: Frame) -> Drawing:
        across: list[Rule] = []
        upright: list[Rule] = []
        for box in self.lines:
            left, top, right, bottom = frame.upright_box(*box)
            if right - left >= bottom - top:
                across.append(Rule((top + bottom) / 2, left, right))
            else:
                upright.append(Rule((left + right) / 2, top, bottom))
        fills = tuple(Fill(*frame.upright_box(*box), light) for box, light in self.fills)
        area = max(1.0, frame.width * frame.height)
        covered = sum(max(0.0, x1 - x0) * max(0.0, y1 - y0) for x0, y0, x1, y1 in self.pictures)
        return Drawing(tuple(across), tuple(upright), fills, min(1.0, covered / area))

    def _read(self, items: Iterator[Any], outer: Matrix, depth: int) -> None:
        kind_of = pdfium_c.FPDFPageObj_GetType
        for item in items:
            kind = kind_of(item)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                continue
            self._seen += 1
            if self._seen > _MAX_OBJECTS or len(self.lines) > _MAX_RULES:
                return
            if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self._path(item, outer)
            elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                box = self._bounds(item, outer)
                if box is not None:
                    self.pictures.append(box)
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                count = min(pdfium_c.FPDFFormObj_CountObjects(item), _MAX_OBJECTS)
                inner = (pdfium_c.FPDFFormObj_GetObject(item, i) for i in range(max(0, count)))
                self._read(inner, _times(_matrix(item), outer), depth + 1)

    def _bounds(self, item: Any, outer: Matrix) -> Box | None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        ok = pdfium_c.FPDFPageObj_GetBounds(
            item, ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
        )
        if not ok:
            return None
        if outer is _IDENTITY:
            return left.value, bottom.value, right.value, top.value
        x0, y0 = _apply(outer, left.value, bottom.value)
        x1, y1 = _apply(outer, right.value, top.value)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _path(self, item: Any, outer: Matrix) -> None:
        box = self._bounds(item, outer)
        if box is None:
            return
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroke))
        if not (mode.value or stroke.value):
            return
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            self.lines.append(box)
            return
        count = pdfium_c.FPDFPath_CountSegments(item)
        if not 2 <= count <= _MAX_SEGMENTS:
            return
        parts = list(self._subpaths(item, count, _times(_matrix(item), outer)))
        light = self._is_light(item) if mode.value else True
        for part in parts:
            if stroke.value:
                for (x0, y0), (x1, y1) in zip(part, part[1:], strict=False):
                    if min(abs(x1 - x0), abs(y1 - y0)) <= 1.0 and max(abs(x1 - x0), abs(y1 - y0)) > _THIN:
                        self.lines.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            if mode.value:
                xs, ys = [x for x, _ in part], [y for _, y in part]
                part_box = (min(xs), min(ys), max(xs), max(ys))
                if min(part_box[2] - part_box[0], part_box[3] - part_box[1]) <= _THIN:
                    if not stroke.value:
                        self.lines.append(part_box)
                else:
                    self.fills.append((part_box, light))

    def _subpaths(self, item: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        x, y = ctypes.c_float(), ctypes.c_float()
        part: list[tuple[float, float]] = []
        for i in range(count):
            segment = pdfium_c.FPDFPath_GetPathSegment(item, i)
            if not segment or not pdfium_c.FPDFPathSegment_GetPoint(
                segment, ctypes.byref(x), ctypes.byref(y)
            ):
                continue
            if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
                if len(part) > 1:
                    yield part
                part = []
            part.append(_apply(matrix, x.value, y.value))
            if pdfium_c.FPDFPathSegment_GetClose(segment) and part[0] != part[-1]:
                part.append(part[0])
        if len(part) > 1:
            yield part

    def _is_light(self, item: Any) -> bool:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not pdfium_c.FPDFPageObj_GetFillColor(
            item, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
        ):
            return True
        return alpha.value < 64 or min(red.value, green.value, blue.value) >= _LIGHT
