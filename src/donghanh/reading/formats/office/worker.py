"""A process of its own in which LibreOffice converts one file and which ends with it.

    python worker.py LIBRARY PROFILE_URL SOURCE_URL TARGET_URL SECONDS BYTES

LibreOffice is loaded as a library (LibreOfficeKit, its interface for other programs) and not started as
`soffice`: that one is a shell script around a launcher around the office, opens a socket in /tmp on which
others may command it, and takes three times as long to start.

The ending of the target says what is made of the source: docx, pdf.

Knows nothing of the rest of the program, so that it starts at once. Ends with 0 when the target is
written, NOT_LOADED or NOT_SAVED when LibreOffice says no, TOO_LONG when its time was up; with anything else, or a
signal, when it crashed.

Source: LibreOfficeKit.h; the members that are used stand at the same places since LibreOffice 5.0.
"""

import ctypes
import os
import resource
import signal
import sys
import threading
from pathlib import Path

NOT_LOADED, NOT_SAVED, TOO_LONG = 3, 4, 5
PR_SET_PDEATHSIG = 1
# Places in the tables of functions that an office and a document begin with.
DOCUMENT_LOAD, SAVE_AS = 2, 2


def function(thing: int, place: int, result: type, *arguments: type) -> "ctypes._FuncPointer":
    """A function of an office or a document; it takes the thing itself first."""
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, *arguments)(table[place] or 0)


def limit(seconds: int, memory: int) -> None:
    """End with the parent, after so many seconds whatever LibreOffice does, and within so many bytes."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    watch = threading.Timer(seconds, os._exit, [TOO_LONG])  # no alarm: LibreOffice would catch it
    watch.daemon = True
    watch.start()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def convert(library: str, profile: bytes, source: bytes, target: bytes) -> int:
    start = ctypes.CDLL(library).libreofficekit_hook_2
    start.restype, start.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
    office = start(os.fsencode(Path(library).parent), profile)
    if not office:
        return NOT_LOADED
    document = function(office, DOCUMENT_LOAD, ctypes.c_void_p, ctypes.c_char_p)(office, source)
    if not document:
        return NOT_LOADED
    save = function(document, SAVE_AS, ctypes.c_int, *[ctypes.c_char_p] * 3)
    return 0 if save(document, target, target.rpartition(b".")[2], None) else NOT_SAVED


def main() -> None:
    library, profile, source, target, seconds, memory = sys.argv[1:]
    limit(int(seconds), int(memory))
    # At once: taking the office down in good order takes time and has crashed.
    os._exit(convert(library, os.fsencode(profile), os.fsencode(source), os.fsencode(target)))


if __name__ == "__main__":
    main()
