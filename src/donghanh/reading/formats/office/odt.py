"""What must be known of an .odt before LibreOffice sees it.

Source: OASIS OpenDocument 1.3, part 2 (packages).
"""

import re
import zipfile
from io import BytesIO

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import DamagedFile, EncryptedFile, FileTooLarge, HostileFile
from donghanh.reading.formats.archive import ZIP_FAULTS, check_sizes

MAX_PART = 30 * 1024 * 1024

_XML = ("content.xml", "styles.xml", "META-INF/manifest.xml")
_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def checked(data: bytes) -> tuple[bytes, tuple[Doubt, ...]]:
    """The file as it is, and what is to be said of it.

    Raises: EncryptedFile, DamagedFile, HostileFile, FileTooLarge.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_sizes(archive.infolist(), len(data))
            names = archive.namelist()
            parts = {name: _read(archive, name) for name in _XML if name in names}
    except ZIP_FAULTS as error:
        raise DamagedFile from error
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise EncryptedFile
    if any(_ENTITIES.search(part.replace(b"\x00", b"")) for part in parts.values()):
        raise HostileFile
    if "content.xml" not in parts:
        raise DamagedFile
    return data, tuple(_doubts(names))


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        part = stream.read(MAX_PART + 1)
    if len(part) > MAX_PART:
        raise FileTooLarge
    return part


def _doubts(names: list[str]) -> list[Doubt]:
    doubts = []
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names):
        doubts.append(Doubt("macros", "Tệp có macro; macro bị bỏ qua, chỉ phần chữ được đọc."))
    if any(name.startswith("Object ") and name.endswith("/content.xml") for name in names):
        doubts.append(
            Doubt(
                "embedded_document",
                "Văn bản nhúng một tài liệu khác bên trong; phần nhúng đó không được đọc.",
            )
        )
    return doubts
