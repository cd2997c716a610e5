"""Hides the file system from this process and all that it starts (Landlock, Linux 5.13 and later).

Source: linux/landlock.h.
"""

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_BENEATH_PATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
MAKE_CHAR, MAKE_BLOCK = 1 << 6, 1 << 11
TRUNCATE, IOCTL_DEV = 1 << 14, 1 << 15
READ = READ_FILE | READ_DIR
# How many of the rights each version of the interface knows.
_RIGHTS_OF_VERSION = {1: 13, 2: 14, 3: 15, 4: 15}
_RIGHTS_NOW = 16
_RIGHTS_ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
_RIGHTS_ON_OWN = ~(EXECUTE | MAKE_CHAR | MAKE_BLOCK | IOCTL_DEV)


def hide_files(libc: ctypes.CDLL, readable: Iterable[str], programs: bool, own: Path) -> bool:
    """Leave nothing but `readable` to be read and the directory `own` to be used; whether it took hold.

    programs: what may be read may be run too. Must come after PR_SET_NO_NEW_PRIVS.
    """
    version = libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    every = (1 << _RIGHTS_OF_VERSION.get(version, _RIGHTS_NOW)) - 1
    attributes = struct.pack("=Q", every)
    ruleset = libc.syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    read = READ | EXECUTE if programs else READ
    for path in readable:
        _allow(libc, ruleset, Path(path), read & every)
    _allow(libc, ruleset, Path(os.devnull), (READ_FILE | WRITE_FILE) & every)
    _allow(libc, ruleset, own, every & _RIGHTS_ON_OWN)
    held = bool(libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    os.close(ruleset)
    return held


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # not on this system
        return
    if not path.is_dir():
        rights &= _RIGHTS_ON_FILES
    libc.syscall(_ADD_RULE, ruleset, _BENEATH_PATH, struct.pack("=Qi", rights, place), 0)
    os.close(place)
