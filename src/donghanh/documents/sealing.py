"""Locks the running process up before it touches a stranger's file.

Called once, at the very start of a child process; there is no way back out of any of it:

- limits of memory, processor time, file size and open files, as hard limits, and no core dump;
- no network: an empty network namespace where the system lets us have one (as root, or where
  unprivileged user namespaces are on), and on every system a seccomp filter under which any
  socket, any new process and any new program fails with "not permitted";
- no privileges: no capabilities, no way to gain any, no tracing of other processes;
- death with the parent.

What holds where: the filter needs Linux on x86-64 or arm64 (Debian 12 and Ubuntu, bare or in a
container). Where neither filter nor namespace can be had, `seal` raises and nothing is read.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may use: bytes and seconds."""

    memory: int = 512 * MEBIBYTE
    cpu_seconds: int = 60
    wall_seconds: float = 60
    file_size: int = 64 * MEBIBYTE
    open_files: int = 64
    output: int = 32 * MEBIBYTE


class SealError(RuntimeError):
    """This system offers no way to keep a child off the network."""


PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2
CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
CLONE_THREAD = 0x00010000

# linux/filter.h, linux/seccomp.h
LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
NOT_PERMITTED = 0x00050000 | 1  # EPERM
NOT_THERE = 0x00050000 | 38  # ENOSYS: libc then falls back from clone3 to clone
OFFSET_NUMBER, OFFSET_ARCH, OFFSET_FIRST_ARGUMENT = 0, 4, 16
X32_BIT = 0x40000000
STEP = struct.Struct("=HBBI")


# Calls that no reading needs, with their numbers on x86-64 and on arm64 (which lacks fork and vfork).
DENIED = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "execve": (59, 221),
    "execveat": (322, 281),
    "fork": (57, None),
    "vfork": (58, None),
    "kill": (62, 129),
    "tkill": (200, 130),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "setns": (308, 268),
    "unshare": (272, 97),
    "mount": (165, 40),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
}
CLONE = (56, 220)
CLONE3 = 435
AUDIT_ARCH = (0xC000003E, 0xC00000B7)
MACHINES = ("x86_64", "aarch64")


def seal(limits: Limits) -> tuple[str, ...]:
    """Lock this process up for good; say which walls stand ("namespace", "filter").

    Raises: SealError where neither wall can be had.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    walls = []
    if _leave_network(libc):
        walls.append("namespace")
    _limit(limits)
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _drop_capabilities(libc)
    if _filter_calls(libc):
        walls.append("filter")
    if not walls:
        raise SealError("neither a network namespace nor a seccomp filter can be had here")
    return tuple(walls)


def _limit(limits: Limits) -> None:
    for kind, soft, hard in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1),  # SIGXCPU, then SIGKILL
        (resource.RLIMIT_FSIZE, limits.file_size, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files, limits.open_files),
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


def _filter_calls(libc: ctypes.CDLL) -> bool:
    if platform.machine() not in MACHINES:
        return False
    code = _program(MACHINES.index(platform.machine()))
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(code) // STEP.size, ctypes.addressof(buffer))
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) == 0)


def _program(machine: int) -> bytes:
    """The filter: deny the listed calls and every clone that is no thread; allow the rest."""

    def step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return STEP.pack(code, yes, no, value)

    steps = [
        step(LOAD, OFFSET_ARCH),
        step(JUMP_EQUAL, AUDIT_ARCH[machine], yes=1),
        step(RETURN, KILL),
        step(LOAD, OFFSET_NUMBER),
        step(JUMP_AT_LEAST, X32_BIT, no=1),
        step(RETURN, KILL),
    ]
    for numbers in DENIED.values():
        number = numbers[machine]
        if number is not None:
            steps += [step(JUMP_EQUAL, number, no=1), step(RETURN, NOT_PERMITTED)]
    steps += [
        step(JUMP_EQUAL, CLONE3, no=1),
        step(RETURN, NOT_THERE),
        step(JUMP_EQUAL, CLONE[machine], no=3),
        step(LOAD, OFFSET_FIRST_ARGUMENT),
        step(JUMP_BITS, CLONE_THREAD, yes=1),
        step(RETURN, NOT_PERMITTED),
        step(RETURN, ALLOW),
    ]
    return b"".join(steps)
