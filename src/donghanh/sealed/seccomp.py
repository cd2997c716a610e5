"""A filter under which system calls that no reading needs fail with "not permitted" (seccomp).

Set with `prctl`, and so without another package. x86-64 and arm64. Beside the network and other processes,
it keeps from the child what Landlock does not watch: owners, modes, times and attributes of files, and the
memory, queues and semaphores of System V, which all processes of one user share.

Source: linux/filter.h, linux/seccomp.h, linux/sched.h, asm/unistd.h, linux/fcntl.h.
"""

import ctypes
import platform
import struct

PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
CLONE_THREAD = 0x00010000
CLONE_ANYTHING = 0xFFFFFFFF  # at least the signal at its end, for a process
CLONE_NAMESPACE = 0x7E020000  # every CLONE_NEW…

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
NOT_PERMITTED = 0x00050000 | 1  # EPERM
NOT_THERE = 0x00050000 | 38  # ENOSYS: libc then falls back from clone3 to clone
# Of each argument the lower half: the calls looked into take numbers of 32 bits.
OFFSET_NUMBER, OFFSET_ARCH, OFFSET_FIRST_ARGUMENT, OFFSET_SECOND_ARGUMENT = 0, 4, 16, 24
X32_BIT = 0x40000000
STEP = struct.Struct("=HBBI")

# Calls with their numbers on x86-64 and on arm64 (which lacks fork and vfork).
STARTING = {
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
}
DENIED = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "execveat": (322, 281),
    "setsid": (112, 157),  # whoever leaves the session is not killed with it
    "setpgid": (109, 154),
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "setns": (308, 268),
    "unshare": (272, 97),
    "mount": (165, 40),
    "truncate": (76, 45),  # by path, which Landlock watches only since its third version
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "open_by_handle_at": (304, 265),
    # How other processes fare: their pace, their place, their memory.
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    # What Landlock does not watch of files.
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    # What all processes of one user share by number.
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semop": (65, 193),
    "semctl": (66, 191),
    "semtimedop": (220, 192),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
}
# Limits are for the process itself (0) to lower; a signal at what happens to a file may go to anybody.
PRLIMIT = (302, 261)
FCNTL = (72, 25)
FCNTL_SENDS_SIGNALS = (8, 10, 15)  # F_SETOWN, F_SETSIG, F_SETOWN_EX
CLONE = (56, 220)
CLONE3 = 435
AUDIT_ARCH = (0xC000003E, 0xC00000B7)
MACHINES = ("x86_64", "aarch64")


def filter_calls(libc: ctypes.CDLL, programs: bool) -> bool:
    """Deny this process, and all that it starts, what no reading needs; whether that took hold.

    programs: whether it may start any.
    """
    if platform.machine() not in MACHINES:
        return False
    code = _program(MACHINES.index(platform.machine()), programs)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(code) // STEP.size, ctypes.addressof(buffer))
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) == 0)


def _program(machine: int, programs: bool) -> bytes:
    """The filter: deny the listed calls, some by what they ask for.

    Of clones, threads are let through and, with `programs`, processes.
    """

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
    for numbers in (DENIED if programs else DENIED | STARTING).values():
        number = numbers[machine]
        if number is not None:
            steps += [step(JUMP_EQUAL, number, no=1), step(RETURN, NOT_PERMITTED)]
    steps += [
        step(JUMP_EQUAL, PRLIMIT[machine], no=4),
        step(LOAD, OFFSET_FIRST_ARGUMENT),
        step(JUMP_EQUAL, 0, yes=1),
        step(RETURN, NOT_PERMITTED),
        step(RETURN, ALLOW),
        step(JUMP_EQUAL, FCNTL[machine], no=3 + len(FCNTL_SENDS_SIGNALS)),
        step(LOAD, OFFSET_SECOND_ARGUMENT),
        *(
            step(JUMP_EQUAL, command, yes=left)
            for left, command in zip(range(len(FCNTL_SENDS_SIGNALS), 0, -1), FCNTL_SENDS_SIGNALS, strict=True)
        ),
        step(RETURN, ALLOW),
        step(RETURN, NOT_PERMITTED),
        step(JUMP_EQUAL, CLONE3, no=1),
        step(RETURN, NOT_THERE),
        step(JUMP_EQUAL, CLONE[machine], no=4),
        step(LOAD, OFFSET_FIRST_ARGUMENT),
        step(JUMP_BITS, CLONE_NAMESPACE, yes=1),
        step(JUMP_BITS, CLONE_ANYTHING if programs else CLONE_THREAD, yes=1),
        step(RETURN, NOT_PERMITTED),
        step(RETURN, ALLOW),
    ]
    return b"".join(steps)
