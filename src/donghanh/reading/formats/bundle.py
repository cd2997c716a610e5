"""Archives of several files, as portals and mail programs pack them: a plan and its annexes.

Nothing is written to a disk, so a name can lead nowhere; what is packed twice over is not opened.
"""

import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from donghanh.reading.blocks import Doubt
from donghanh.reading.errors import DamagedFile, FileTooLarge
from donghanh.reading.formats.archive import ZIP_FAULTS, check_apart, check_sizes

MOST_FILES = 60

# What systems leave in archives beside a person's files.
_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^/]*$|~\$|~WRL|Thumbs\.db$|desktop\.ini$)|/$", re.IGNORECASE)
_ARCHIVE = re.compile(r"\.(?:zip|rar|7z|gz|tgz|tar|xz|bz2)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """One packed file: its name without folders, and its content, inflated when it is asked for.

    content raises: DamagedFile, FileTooLarge.
    """

    name: str
    content: Callable[[], bytes]


def unpack(data: bytes) -> tuple[list[Member], list[Doubt]]:
    """The files of a .zip by name, and what in it is not opened.

    Raises: DamagedFile, EncryptedFile, HostileFile (inflates, overlaps), FileTooLarge (too many files).
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        parts = archive.infolist()
    except ZIP_FAULTS as error:
        raise DamagedFile from error
    check_sizes(parts, len(data))
    check_apart(parts)
    wanted = [part for part in parts if not _LITTER.search(part.filename.replace("\\", "/"))]
    if len(wanted) > MOST_FILES:
        raise FileTooLarge(
            f"Tệp nén có {len(wanted)} tệp, nhiều hơn mức {MOST_FILES} tệp đọc được một lần. Hãy tách ra rồi gửi."
        )
    members: list[Member] = []
    doubts: list[Doubt] = []
    for part in sorted(wanted, key=lambda part: _in_order(_shown(part))):
        name = _shown(part)
        if _ARCHIVE.search(name):
            doubts.append(
                Doubt(
                    "not_read",
                    f"Trong tệp nén, “{name}” lại là tệp nén nên không được mở. Hãy giải nén rồi gửi riêng.",
                )
            )
        else:
            members.append(Member(name, lambda part=part: _content(archive, part)))  # type: ignore[misc]
    return members, doubts


def _content(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(part) as stream:
            content = stream.read(part.file_size + 1)
    except ZIP_FAULTS as error:
        raise DamagedFile from error
    if len(content) > part.file_size:
        raise DamagedFile
    return content


def _shown(part: zipfile.ZipInfo) -> str:
    """The name without folders and controls; older programs wrote UTF-8 without saying so."""
    name = part.filename
    if not part.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = part.filename
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    name = "".join(c for c in name if unicodedata.category(c)[0] != "C")
    return " ".join(name.split())[:120] or "không tên"


def _in_order(name: str) -> list[tuple[int, str]]:
    """Numbers in names count as numbers: "Phụ lục 2" stands before "Phụ lục 10"."""
    return [
        (int(part), "") if part.isdigit() else (-1, part.casefold()) for part in re.split(r"(\d{1,9})", name)
    ]
