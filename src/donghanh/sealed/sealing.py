"""Locks the running process up before it touches a stranger's file.

Called once, at the very start of a child process; there is no way back out of any of it, and what the
process starts, where its profile lets it, is locked up with it:

- limits of memory, processor time, file size and open files, as hard limits, and no core dump;
- no network: an empty network namespace where the system lets us have one (as root, or where
  unprivileged user namespaces are on), and on every system a seccomp filter under which any socket
  and any signal to another process fails with "not permitted"; new processes and programs too,
  unless the profile has them;
- no files: nothing but the system's programs and libraries, Python and this program can be read, and
  only the directory in which the process stands can be written (Landlock, where the kernel has it);
- no privileges: no capabilities, no way to gain any, no tracing of other processes;
- death with the parent.

What holds where: the filter needs Linux on x86-64 or arm64 (Debian 12 and Ubuntu, bare or in a
container). Where neither filter nor namespace can be had, `seal` raises and nothing is read.
"""

import ctypes
import os
import resource
import signal
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from donghanh.sealed.landlock import hide_files
from donghanh.sealed.seccomp import filter_calls

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Profile:
    """What one kind of child may use, in bytes and seconds, and do.

    memory and file_size hold for each of its processes. programs: whether it may start any. wall_seconds: on
    the clock without a sign of progress; total_seconds: in all, as for 200 pages of 20 seconds.
    """

    name: str
    programs: bool = False
    memory: int = 512 * MEBIBYTE
    cpu_seconds: int = 8000
    wall_seconds: float = 60
    total_seconds: float = 4000
    file_size: int = 64 * MEBIBYTE
    open_files: int = 64
    output: int = 32 * MEBIBYTE


# A page of a scan takes some 70 MB beside the first; pages are recognised on as many cores as there are.
_CORES = min(8, len(os.sched_getaffinity(0)))
PARSING = Profile("parsing", memory=(512 + 128 * (_CORES - 1)) * MEBIBYTE)
# LibreOffice starts within 450 MB; a plan of 200 pages takes it up to 700 MB.
CONVERTING = Profile("converting", programs=True, memory=1024 * MEBIBYTE, open_files=256)
# One page for the screen, while somebody waits for it.
SHOWING = Profile("showing", cpu_seconds=30, wall_seconds=20, total_seconds=20)
# A list of people or units, while somebody waits for it.
LISTING = Profile("listing", cpu_seconds=30, wall_seconds=30, total_seconds=30)
PROFILES = {profile.name: profile for profile in (PARSING, CONVERTING, SHOWING, LISTING)}


class SealError(RuntimeError):
    """This system offers no way to keep a child off the network."""


PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000

# What Python, the libraries under it and LibreOffice read of a system.
READABLE = (
    *("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime"),
    *("/etc/fonts", "/var/cache/fontconfig"),
    *("/etc/libreoffice", "/var/lib/libreoffice", "/var/spool/libreoffice"),
    *("/dev/urandom", "/dev/random", "/dev/zero"),
    *("/proc/self/statm", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu"),
)


def seal(profile: Profile) -> tuple[str, ...]:
    """Lock this process up for good; say which walls stand ("namespace", "files", "filter").

    Raises: SealError where it cannot be kept off the network.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    walls = []
    if _leave_network(libc):
        walls.append("namespace")
    _limit(profile)
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _drop_capabilities(libc)
    readable = (*READABLE, sys.prefix, sys.base_prefix, *sys.path)
    if hide_files(libc, readable, profile.programs, own=Path.cwd()):
        walls.append("files")
    if filter_calls(libc, profile.programs):
        walls.append("filter")
    if not {"namespace", "filter"} & set(walls):
        raise SealError("neither a network namespace nor a seccomp filter can be had here")
    return tuple(walls)


def _limit(profile: Profile) -> None:
    for kind, soft, hard in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_AS, profile.memory, profile.memory),
        (resource.RLIMIT_CPU, profile.cpu_seconds, profile.cpu_seconds + 1),  # SIGXCPU, then SIGKILL
        (resource.RLIMIT_FSIZE, profile.file_size, profile.file_size),
        (resource.RLIMIT_NOFILE, profile.open_files, profile.open_files),
    ):
        present = resource.getrlimit(kind)[1]
        if present != resource.RLIM_INFINITY:
            resource.setrlimit(kind, (min(soft, present), min(hard, present)))
        else:
            resource.setrlimit(kind, (soft, hard))


def _leave_network(libc: ctypes.CDLL) -> bool:
    """Move into a network namespace with nothing in it, not even a loopback that is up."""
    alone = CLONE_NEWNET if os.geteuid() == 0 else CLONE_NEWUSER | CLONE_NEWNET
    return bool(libc.unshare(alone) == 0)


def _drop_capabilities(libc: ctypes.CDLL) -> None:
    """Root without capabilities can neither raise a hard limit nor enter another namespace."""
    version_3 = struct.pack("=Ii", 0x20080522, 0)
    libc.capset(version_3, bytes(24))
