"""The zip around a workbook, opened as what it may be: hostile.

Every part is inflated within bounds: what the directory of the zip says of its size is checked, and whether
its content is what the directory says. Libraries are given nothing of the file but such parts.
"""

import posixpath
import re
import zipfile
from io import BytesIO

from lxml import etree

from donghanh.reading.errors import DamagedFile, FileTooLarge, HostileFile
from donghanh.reading.formats.archive import ZIP_FAULTS, check_apart, check_sizes, inflated

Element = etree._Element

MOST_PART = 96 * 1024 * 1024
"""Bytes of one inflated part: a million empty rows with a style of their own, or 500,000 filled cells."""
MOST_READ = 160 * 1024 * 1024
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOGUE = 4096
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of a zip by lower-case name.

    Raises: DamagedFile, EncryptedFile, HostileFile, FileTooLarge when opened and when a part is read.
    """

    def __init__(self, data: bytes) -> None:
        try:
            infos = zipfile.ZipFile(BytesIO(data)).infolist()
        except ZIP_FAULTS as error:
            raise DamagedFile from error
        check_sizes(infos, len(data))
        check_apart(infos)
        self._data = data
        self._infos = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos}
        self._room = MOST_READ

    def names(self, prefix: str) -> list[str]:
        return [name for name in self._infos if name.startswith(prefix)]

    def part(self, name: str) -> bytes:
        """The bytes of a part, b"" where there is none."""
        info = self._infos.get(name.lower())
        if info is None:
            return b""
        if info.file_size > MOST_PART or info.file_size > self._room:
            raise FileTooLarge
        self._room -= info.file_size
        data = inflated(self._data, info)
        if _DOCTYPE.search(data, 0, _PROLOGUE):
            raise HostileFile
        return data

    def xml(self, name: str) -> Element | None:
        """The root of a small part; None where there is none."""
        data = self.part(name)
        return parsed(data) if data else None


def targets(relations: bytes, folder: str) -> dict[str, str]:
    """The parts to which the relationships of a part in `folder` lead, by their ids; no other files."""
    found = {}
    for element in parsed(relations).iter(_RELATION):
        if element.get("TargetMode", "").lower() != "external":
            target = posixpath.normpath(posixpath.join("/" + folder, element.get("Target", "")))
            found[element.get("Id", "")] = target.lstrip("/")
    return found


def parsed(data: bytes) -> Element:
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise HostileFile
    return root
