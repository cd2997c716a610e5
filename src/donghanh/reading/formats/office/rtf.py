"""What must be known of an .rtf before LibreOffice sees it.

Source: Rich Text Format Specification 1.9.1.
"""

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import DamagedFile


def checked(data: bytes) -> tuple[bytes, tuple[Doubt, ...]]:
    """The file as it is, and what is to be said of it.

    Raises: DamagedFile.
    """
    if b"}" not in data[-1024:]:  # the group around everything is still open
        raise DamagedFile
    if b"\\objdata" in data:
        message = "Văn bản nhúng một tài liệu khác bên trong; phần nhúng đó không được đọc."
        return data, (Doubt("embedded_document", message),)
    return data, ()
