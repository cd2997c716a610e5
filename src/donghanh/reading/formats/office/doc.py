"""What must be known of a .doc before LibreOffice sees it, and one thing that must be put right.

Source: [MS-DOC].
"""

import struct

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import DamagedFile, EncryptedFile
from donghanh.reading.formats.compound import Compound, Stream

_WORD_97 = 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_IDENTITY, _FLAGS, _LENGTHS = 0, 10, 76
_PAPX_TABLE, _PIECES = 0x102, 0x1A2
_ROW_END = 0x07
_PARAGRAPH_END = b"\r\x00"
_EIGHT_BIT = 0x40000000


def checked(data: bytes) -> tuple[bytes, tuple[Doubt, ...]]:
    """The file as LibreOffice can read it, and what is to be said of it.

    Raises: EncryptedFile, DamagedFile.
    """
    container = Compound(data)
    main = container.stream("WordDocument")
    try:
        identity, flags = (struct.unpack_from("<H", main.data, place)[0] for place in (_IDENTITY, _FLAGS))
    except struct.error as error:
        raise DamagedFile from error
    if flags & _ENCRYPTED:
        raise EncryptedFile
    if identity == _WORD_97:
        table = container.stream("1Table" if flags & _SECOND_TABLE else "0Table")
        try:
            data = _closed(data, main, table)
        except (struct.error, IndexError) as error:
            raise DamagedFile from error
    return data, tuple(_doubts(container))


def _doubts(container: Compound) -> list[Doubt]:
    doubts = []
    if container.has("Macros") or container.has("_VBA_PROJECT_CUR"):
        doubts.append(Doubt("macros", "Tệp có macro; macro bị bỏ qua, chỉ phần chữ được đọc."))
    if container.has("ObjectPool"):
        doubts.append(
            Doubt(
                "embedded_document",
                "Văn bản nhúng một tài liệu khác bên trong; phần nhúng đó không được đọc.",
            )
        )
    return doubts


def _closed(data: bytes, main: Stream, table: Stream) -> bytes:
    """With a paragraph behind a table that ends the text.

    Word always writes one. Other programs leave it out, and LibreOffice then overlooks the end of the last row
    and takes the table apart into paragraphs, cells run together.
    """
    length, *others = struct.unpack_from("<8i", main.data, _LENGTHS)
    if any(others):  # footnotes or page headers follow, the last row is not the end
        return data
    pieces = _Pieces(main, table)
    end = pieces.end
    mark = main.data[end - pieces.width : end]
    room = main.data[end : end + pieces.width]
    if mark[:1] != bytes((_ROW_END,)) or any(room) or len(room) < pieces.width:
        return data
    papx, papx_length = struct.unpack_from("<II", main.data, _PAPX_TABLE)
    last_papx = papx + (papx_length - 4) // 8 * 4
    changed = bytearray(data)
    _put(changed, main, _LENGTHS, struct.pack("<i", length + 1))
    _put(changed, table, pieces.last, struct.pack("<i", length + 1))
    _put(changed, table, last_papx, struct.pack("<i", end + pieces.width))
    _put(changed, main, end, _PARAGRAPH_END[: pieces.width])
    return bytes(changed)


class _Pieces:
    """The pieces that a text is made of: where the last one ends.

    end: in the main stream; width: bytes a character; last: where in the table the length of all stands.
    """

    def __init__(self, main: Stream, table: Stream) -> None:
        at, _ = struct.unpack_from("<II", main.data, _PIECES)
        while table.data[at] == 1:  # changes of properties, that pieces refer to
            at += 3 + struct.unpack_from("<H", table.data, at + 1)[0]
        count = (struct.unpack_from("<I", table.data, at + 1)[0] - 4) // 12
        at += 5
        self.last = at + 4 * count
        begins, ends = struct.unpack_from("<II", table.data, self.last - 4)
        place = struct.unpack_from("<I", table.data, self.last + 4 + 8 * (count - 1) + 2)[0]
        self.width = 1 if place & _EIGHT_BIT else 2
        start = (place & ~_EIGHT_BIT) // 2 if place & _EIGHT_BIT else place
        self.end = start + (ends - begins) * self.width


def _put(data: bytearray, stream: Stream, offset: int, value: bytes) -> None:
    """Overwrite bytes of a stream, which may lie in two places."""
    for index, byte in enumerate(value):
        data[stream.place(offset + index)] = byte
