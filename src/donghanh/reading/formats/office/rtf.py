"""What must be known of an .rtf before LibreOffice sees it, and one thing that must be put right.

Source: Rich Text Format Specification 1.9.1.
"""

import re

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import DamagedFile

_BINARY = re.compile(rb"(?<!\\)\\bin(\d{1,12})")
# The character set of a font, 1 for "the usual one" or 163 for Vietnamese, and what follows up to its name.
_CHARACTER_SET = re.compile(rb"\\fcharset(1|163)(?!\d)([^;]{0,300};)")
_OLD_FONT = re.compile(rb"\.Vn|VNI", re.IGNORECASE)


def checked(data: bytes) -> tuple[bytes, tuple[Doubt, ...]]:
    """The file as LibreOffice can read it, and what is to be said of it.

    Raises: DamagedFile.
    """
    # LibreOffice would make room for them and wait for what does not come.
    if any(int(found[1]) > len(data) - found.end() for found in _BINARY.finditer(data)):
        raise DamagedFile
    data = _CHARACTER_SET.sub(_kept, data)
    if b"\\objdata" in data:
        # What is embedded is not read: passed over, it can do no harm either.
        data = data.replace(b"\\*\\objdata", b"\\*\\unread")
        message = "Văn bản nhúng một tài liệu khác bên trong; phần nhúng đó không được đọc."
        return data, (Doubt("embedded_document", message),)
    return data, ()


def _kept(found: re.Match[bytes]) -> bytes:
    """A font with the character set under which LibreOffice keeps the bytes of its text apart.

    It makes question marks of all letters of "the usual one"; without any it goes by the code page of the file.
    Fonts of TCVN3 and VNI show bytes, and call themselves Vietnamese: as such, bytes become marks that join
    with the letter before.
    """
    if _OLD_FONT.search(found[2]):
        return b"\\fcharset0" + found[2]
    return found[2] if found[1] == b"1" else found[0]
