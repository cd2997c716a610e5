"""What must be known of an .rtf before LibreOffice sees it.

Source: Rich Text Format Specification 1.9.1.
"""

import re

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import DamagedFile

_BINARY = re.compile(rb"\\bin(\d{1,12})")


def checked(data: bytes) -> tuple[bytes, tuple[Doubt, ...]]:
    """The file as it is, and what is to be said of it.

    Raises: DamagedFile.
    """
    # LibreOffice would make room for them and wait for what does not come.
    if any(int(found[1]) > len(data) - found.end() for found in _BINARY.finditer(data)):
        raise DamagedFile
    if b"\\objdata" in data:
        message = "Văn bản nhúng một tài liệu khác bên trong; phần nhúng đó không được đọc."
        return data, (Doubt("embedded_document", message),)
    return data, ()
