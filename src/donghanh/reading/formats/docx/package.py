"""The zip around a Word document, opened as what it may be: hostile.

Only the parts that are asked for are unpacked, each up to a limit; what the directory of the zip
says is checked first and believed never. External targets are not followed.
"""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from donghanh.reading.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FileTooLarge,
    HostileFile,
    UnsupportedFile,
)
from donghanh.reading.formats.archive import ZIP_FAULTS
from donghanh.reading.formats.docx.names import Element

MAX_PARTS = 2_000
MAX_TOTAL = 200 * 1024 * 1024
MAX_PART = 30 * 1024 * 1024
MAX_TAGS = 2_000_000
"""Over this the parsed XML of a part would not fit in the memory that a reader may use (measured: about
170 bytes a tag; a plan of 200 pages has some 100,000, badly converted ones ten times as many)."""
MAX_RATIO = 200
RATIO_MATTERS_FROM = 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
}
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE|<!\s*ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part: its id, the last word of its type, the part that it leads to."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a .docx file; converted: made here, so that a part may shrink as far as it repeats itself.

    Raises: EmptyFile, UnsupportedFile, EncryptedFile, DamagedFile, HostileFile when opened;
    DamagedFile, HostileFile, FileTooLarge when a part is read.
    """

    def __init__(self, data: bytes, *, converted: bool = False) -> None:
        self._zip = _open(data)
        self._infos = _checked(self._zip.infolist())
        if not converted and any(map(_swells, self._infos.values())):
            raise HostileFile
        self.main = self._find_main()

    @property
    def has_macros(self) -> bool:
        return any(name.endswith("vbaproject.bin") for name in self._infos)

    def relations(self, part: str) -> list[Relation]:
        """The relationships of a part inside the file, external ones left out."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", name + ".rels"))
        found = []
        for element in () if root is None else root.iter(_RELATION):
            if element.get("TargetMode", "").lower() == "external":
                continue
            target = posixpath.normpath(posixpath.join("/" + folder, element.get("Target", "")))
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found.append(Relation(element.get("Id", ""), kind, target.lstrip("/")))
        return found

    def xml(self, part: str) -> Element | None:
        """The root element of a part; None where the part does not exist."""
        info = self._infos.get(part.lower())
        return None if info is None else _parsed(self._bytes(info))

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise EncryptedFile
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DamagedFile
        if info.file_size > MAX_PART:
            raise FileTooLarge
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except ZIP_FAULTS as error:
            raise DamagedFile from error
        if len(data) > MAX_PART:
            raise FileTooLarge
        return data

    def _find_main(self) -> str:
        named = [relation.target for relation in self.relations("") if relation.kind == "officeDocument"]
        for part in (*named, "word/document.xml"):
            if part.lower() in self._infos and part.lower().endswith(".xml"):
                if part.lower().startswith(("xl/", "ppt/")):
                    raise UnsupportedFile
                return part
        if "mimetype" in self._infos or any(name.startswith(("xl/", "ppt/")) for name in self._infos):
            raise UnsupportedFile
        raise DamagedFile


def _open(data: bytes) -> zipfile.ZipFile:
    if not data.strip(b"\x00 \r\n\t"):
        raise EmptyFile
    if data.startswith(_OLE):
        raise EncryptedFile if _ENCRYPTED_STREAM in data else UnsupportedFile
    try:
        return zipfile.ZipFile(BytesIO(data))
    except ZIP_FAULTS as error:
        raise DamagedFile from error


def _checked(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The parts by lower-case name (names of parts are compared without case)."""
    if len(infos) > MAX_PARTS:
        raise HostileFile
    parts: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename.replace("\\", "/").lower()
        if name.startswith("/") or re.match(r"[a-z]:", name) or ".." in name.split("/") or name in parts:
            raise HostileFile
        parts[name] = info
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise HostileFile
    return parts


def _swells(info: zipfile.ZipInfo) -> bool:
    """Whether a part inflates to far more than text does that people wrote."""
    return info.file_size > RATIO_MATTERS_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size)


def _parsed(data: bytes) -> Element:
    if data.count(b"<") > MAX_TAGS:
        raise FileTooLarge
    if _DOCTYPE.search(data) or (b"\x00" in data and _DOCTYPE.search(data.replace(b"\x00", b""))):
        raise HostileFile
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise HostileFile
    return root
