"""Has LibreOffice turn a file into .docx or PDF, in a process that is killed when it takes too long."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import DamagedFile, FileTooLarge, MissingProgram
from donghanh.reading.formats.office import worker

PROGRAM = worker.__file__
SECONDS = 45
# LibreOffice starts within 450 MB; a plan of 200 pages takes it up to 700 MB.
MEMORY = 1024 * 1024 * 1024

_LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")  # Debian's; an office that was built in parts
_WRITER = "libswlo.so"
_MISSING = (
    "Máy này chưa cài LibreOffice để đọc tệp .{}. Hãy lưu tệp thành .docx rồi gửi lại, hoặc báo người phụ trách "
    "máy cài gói libreoffice-writer-nogui; tệp đã gửi được giữ lại."
)
_BROKE_OFF = (
    "Không mở được tệp: tệp bị hỏng hoặc quá lớn. Hãy mở bằng Word, lưu thành .docx rồi gửi lại; "
    "nếu có nhiều ảnh hoặc phụ lục, hãy tách riêng."
)
_TOO_LONG = "Mở tệp quá lâu nên đã dừng. Hãy mở bằng Word, lưu thành .docx rồi gửi lại."
# What LibreOffice must not do, each of which it would do by itself or where the file asks for it.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    ("Office.Writer/Content/Update", "Field", "false"),  # the date stays that of the paper
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Update/Update", "Enabled", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Setup/Office", "ooSetupInstCompleted", "true"),
)
_REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
)


def saved_as(data: bytes, kind: FileKind, into: str = "docx") -> bytes:
    """What LibreOffice makes of a file of this kind: its .docx, or its "pdf".

    Raises: MissingProgram, DamagedFile (it refuses the file, or crashes over it), FileTooLarge (it takes too
        long).
    """
    library = _library()
    if library is None:
        raise MissingProgram(_MISSING.format(kind))
    with tempfile.TemporaryDirectory(prefix="donghanh-office-") as folder:
        room = Path(folder)
        source, target = room / f"document.{kind}", room / f"converted.{into}"
        source.write_bytes(data)
        status = _run(library, room, source, target)
        if status == worker.TOO_LONG:
            raise FileTooLarge(_TOO_LONG)
        if status != 0 or not target.exists():
            raise DamagedFile if status == worker.NOT_LOADED else DamagedFile(_BROKE_OFF)
        return target.read_bytes()


def _library() -> Path | None:
    """LibreOffice as a library, where this computer has it with Writer."""
    program = shutil.which("soffice")
    if program is None:
        return None
    folder = Path(program).resolve().parent
    found = (folder / name for name in _LIBRARIES if (folder / name).exists())
    return next(found, None) if (folder / _WRITER).exists() else None


def _run(library: Path, room: Path, source: Path, target: Path) -> int:
    """How the process ended: 0, a code of `worker`, or minus the signal that ended it."""
    profile = room / "profile"
    _write_profile(profile, library.parent)
    addresses = [path.as_uri() for path in (profile, source, target)]
    command = [
        sys.executable,
        "-I",
        "-S",
        PROGRAM,
        str(library),
        *addresses,
        str(SECONDS),
        str(MEMORY),
    ]
    environment = {"HOME": str(room), "TMPDIR": str(room), "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    try:
        return subprocess.run(
            command,
            env=environment,
            cwd=room,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,  # may quote the file
            timeout=SECONDS + 5,
            check=False,
        ).returncode
    except PermissionError as error:  # sealed off, where no program may start
        raise MissingProgram from error
    except subprocess.TimeoutExpired:
        return worker.TOO_LONG


def _write_profile(profile: Path, program: Path) -> None:
    """A profile of its own for one conversion, complete from the first start: making it costs nothing.

    Where LibreOffice does not find its version in its profile, it tries out how the screen draws, for most of a
    second; where it does not find the number of its build, it looks through its extensions and starts again.
    """
    user = profile / "user"
    (user / "extensions").mkdir(parents=True)
    version = _value(program / "bootstraprc", "ProductKey").rpartition(" ")[2]
    settings = (*_SETTINGS, ("Setup/Product", "ooSetupLastVersion", version))
    items = "".join(_ITEM.format(*setting) for setting in settings)
    (user / "registrymodifications.xcu").write_text(_REGISTRY.format(items), encoding="utf-8")
    build = _value(program / "versionrc", "buildid")
    (user / "extensions" / "buildid").write_text(build, encoding="utf-8")


def _value(path: Path, name: str) -> str:
    """What a file of LibreOffice's own says of a name; "" where there is nothing."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    found = re.search(rf"^{name}=(.*)$", text, re.MULTILINE)
    return found[1].strip() if found else ""
