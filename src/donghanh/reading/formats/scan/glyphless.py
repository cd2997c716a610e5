"""A font without shapes: every letter is half as wide as it is high and leaves no mark.

Text that lies unseen over a picture of it needs no shapes, only letters that programs can tell: code and
Unicode are one here. (The idea is that of Tesseract's own PDF files.)
"""

import struct

ADVANCE = 0.5  # width of every letter, as a share of the size
_EM = 1000
_LETTERS = 0x10000


def font() -> bytes:
    """A TrueType font with one empty glyph beside the obligatory one."""
    tables = {
        b"glyf": struct.pack(">5h", 0, 0, 0, 0, 0) + bytes(2),  # no outline, nothing drawn
        b"head": struct.pack(
            ">4I2H2Q4h2H3h",
            0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, 0, int(_EM * ADVANCE), _EM, 0, 8, 2, 0, 0,
        ),
        b"hhea": struct.pack(">I3hH11hH", 0x00010000, _EM, 0, 0, int(_EM * ADVANCE), *([0] * 11), 2),
        b"hmtx": struct.pack(">HhHh", int(_EM * ADVANCE), 0, int(_EM * ADVANCE), 0),
        b"loca": struct.pack(">3H", 0, 0, 6),
        b"maxp": struct.pack(">I14H", 0x00010000, 2, *([0] * 13)),
    }  # fmt: skip
    at = 12 + 16 * len(tables)
    directory, body = struct.pack(">I4H", 0x00010000, len(tables), 64, 2, 32), b""
    for name, table in sorted(tables.items()):
        directory += struct.pack(">4s3I", name, 0, at + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body


def unicode_map() -> str:
    """The CMap that says that a letter's code is its Unicode."""
    ranges = [f"<{row:02x}00> <{row:02x}ff> <{row:02x}00>" for row in range(0x100)]
    parts = [ranges[i : i + 100] for i in range(0, len(ranges), 100)]
    blocks = "\n".join(f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{blocks}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def glyph_map() -> bytes:
    """The one glyph for every letter."""
    return b"\x00\x01" * _LETTERS
