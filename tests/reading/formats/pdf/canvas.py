"""Small PDFs drawn by hand, to the byte: what a word processor would not do on request."""

from dataclasses import dataclass, field

WIDE = set("mwMWƠƯ")
NARROW = set("iIlj.,:;()[]'/- ")


@dataclass
class Canvas:
    """One page of A4; y counts from its top, as a reader sees it."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    parts: list[str] = field(default_factory=list)
    letters: set[str] = field(default_factory=set)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 14,
        bold: bool = False,
        mode: int = 0,
        grey: float = 0,
        turn: tuple[float, float, float, float] = (1, 0, 0, 1),
    ) -> "Canvas":
        self.letters |= set(words)
        codes = "".join(f"{ord(c):04x}" for c in words)
        a, b, c, d = turn
        self.parts.append(
            f"BT {grey} g {mode} Tr /{'B' if bold else 'R'} {size} Tf "
            f"{a} {b} {c} {d} {x} {self.height - y} Tm <{codes}> Tj ET"
        )
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Canvas":
        self.parts.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0) -> "Canvas":
        self.parts.append(f"{grey} g {x0} {self.height - y1} {x1 - x0} {y1 - y0} re f 0 g")
        return self

    def raw(self, operators: str) -> "Canvas":
        self.parts.append(operators)
        return self


def width_of(words: str, size: float = 14) -> float:
    return sum(_width(c) for c in words) * size / 1000


def _width(char: str) -> int:
    if "\u0300" <= char <= "\u036f":
        return 0
    return 800 if char in WIDE else 300 if char in NARROW else 500


def draw(*pages: Canvas, with_unicode: bool = True) -> bytes:
    """The pages as a PDF file. Codes of characters are their code points."""
    letters = sorted({c for page in pages for c in page.letters})
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(objects)

    def stream(data: str) -> bytes:
        return f"<< /Length {len(data)} >> stream\n{data}\nendstream".encode("latin-1")

    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("")
    unicode = add(stream(_to_unicode(letters)))
    fonts = []
    for name in ("ABCDEF+LiberationSerif", "ABCDEF+LiberationSerif-Bold"):
        descriptor = add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
            "/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>"
        )
        widths = " ".join(f"{ord(c)} [{_width(c)}]" for c in letters)
        descendant = add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) "
            f"/Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] "
            "/CIDToGIDMap /Identity >>"
        )
        mapping = f"/ToUnicode {unicode} 0 R" if with_unicode else ""
        fonts.append(
            add(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
                f"/DescendantFonts [{descendant} 0 R] {mapping} >>"
            )
        )
    kids = []
    for page in pages:
        content = add(stream("\n".join(page.parts)))
        crop = f"/CropBox [{' '.join(map(str, page.crop))}]" if page.crop else ""
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] {crop} "
                f"/Rotate {page.rotate} /Contents {content} 0 R "
                f"/Resources << /Font << /R {fonts[0]} 0 R /B {fonts[1]} 0 R >> >> >>"
            )
        )
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    )
    return _file(objects)


def single_byte(lines: list[str], font: str, mapping: int | None = None) -> bytes:
    """A page of lines in a font whose codes are bytes, as Word embeds it.

    mapping: what is added to each code to make the character that the file tells for it; None where it tells
    that the codes are those of Windows.
    """
    name = f"ABCDEF+{font}"
    codes = "\n".join(f"<{c:02x}> <{c + (mapping or 0):04x}>" for c in range(32, 256))
    to_unicode = (
        "begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"224 beginbfchar\n{codes}\nendbfchar endcmap"
    )
    shown = "\n".join(
        f"BT /R 14 Tf 1 0 0 1 60 {760 - 20 * i} Tm <{line.encode('latin-1').hex()}> Tj ET"
        for i, line in enumerate(lines)
    )
    tells = "/Encoding /WinAnsiEncoding" if mapping is None else "/ToUnicode 6 0 R"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /R 4 0 R >> >> >>",
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 32 /LastChar 255 "
        f"/Widths [{' '.join(['500'] * 224)}] /FontDescriptor 5 0 R {tells} >>",
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        *(f"<< /Length {len(data)} >> stream\n{data}\nendstream" for data in (to_unicode, shown)),
    ]
    return _file([body.encode("latin-1") for body in objects])


def _to_unicode(letters: list[str]) -> str:
    lines = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in letters)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{lines}\nendbfchar\nendcmap end end"
    )


def _file(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.5\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
