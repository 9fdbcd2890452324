"""What the kernel does for a copy that reads a document: a filter (seccomp) that names what reading takes, and no more.

What is not named is refused: sockets, processes and programs, signals, a look into another process, memory shared with
one, and whatever makes, changes or removes a file. A call of a later kernel is not named either: a list of what is
forbidden would have let it through.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass

ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, EQUALS, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
# Offsets in what the kernel shows the filter: the call's number, the architecture, the arguments' lower halves.
NUMBER, ARCHITECTURE, FIRST, SECOND, THIRD = 0, 4, 16, 24, 32
UPPER_HALF = 4
CLONE_THREAD = 0x10000
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# Calls from here on came after Linux 5.0. Where a kernel has none the C library takes the older call, whose arguments a
# filter can see; "not permitted" it would take for the last word.
YOUNG = 424
# The same calls by another name (x32).
X32 = 0x40000000

# Which numbers a call has: x86-64, ARM64.
NAMED: dict[str, tuple[int | None, int | None]] = {
    # Reading.
    "access": (21, None),
    "close": (3, 57),
    "close_range": (436, 436),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "fadvise64": (221, 223),
    "fstat": (5, 80),
    "fstatfs": (138, 44),
    "getcwd": (79, 17),
    "getdents": (78, None),
    "getdents64": (217, 61),
    "lseek": (8, 62),
    "lstat": (6, None),
    "newfstatat": (262, 79),
    "poll": (7, None),
    "ppoll": (271, 73),
    "pread64": (17, 67),
    "preadv": (295, 69),
    "preadv2": (327, 286),
    "pselect6": (270, 72),
    "read": (0, 63),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "readv": (19, 65),
    "select": (23, None),
    "stat": (4, None),
    "statfs": (137, 43),
    "statx": (332, 291),
    # The answer, to what is open already.
    "write": (1, 64),
    "writev": (20, 66),
    # Memory.
    "brk": (12, 214),
    "madvise": (28, 233),
    "membarrier": (324, 283),
    "mincore": (27, 232),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "mremap": (25, 216),
    "munmap": (11, 215),
    # Itself: its threads, its signals, its end.
    "exit": (60, 93),
    "exit_group": (231, 94),
    "futex": (202, 98),
    "getcpu": (309, 168),
    "getegid": (108, 177),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getpid": (39, 172),
    "getppid": (110, 173),
    "getresgid": (120, 150),
    "getresuid": (118, 148),
    "getrlimit": (97, 163),
    "getrusage": (98, 165),
    "gettid": (186, 178),
    "getuid": (102, 174),
    "restart_syscall": (219, 128),
    "rseq": (334, 293),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_getaffinity": (204, 123),
    "sched_getparam": (143, 121),
    "sched_getscheduler": (145, 120),
    "sched_yield": (24, 124),
    "set_robust_list": (273, 99),
    "set_tid_address": (218, 96),
    "sigaltstack": (131, 132),
    # The clock, chance, and which machine it is.
    "clock_getres": (229, 114),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "getrandom": (318, 278),
    "gettimeofday": (96, 169),
    "nanosleep": (35, 101),
    "sysinfo": (99, 179),
    "time": (201, None),
    "times": (100, 153),
    "uname": (63, 160),
}

Step = tuple[int, int, int, int]
LET: Step = (RETURN, 0, 0, ALLOW)
NOT: Step = (RETURN, 0, 0, REFUSE | errno.EPERM)
NONE_SUCH: Step = (RETURN, 0, 0, REFUSE | errno.ENOSYS)


def _one_of(argument: int, *values: int) -> list[Step]:
    each = (step for value in values for step in ((EQUALS, 0, 1, value), LET))
    return [(LOAD, 0, 0, argument), *each, NOT]


def _to_read(flags: int) -> list[Step]:
    return [(LOAD, 0, 0, flags), (ANY_BIT, 0, 1, TO_WRITE), NOT, LET]


# Which numbers a call has, and what is looked at in its arguments.
AS_ASKED: dict[str, tuple[int | None, int | None, list[Step]]] = {
    # A thread may begin, a process may not.
    "clone": (56, 220, [(LOAD, 0, 0, FIRST), (ANY_BIT, 0, 1, CLONE_THREAD), LET, NOT]),
    # F_DUPFD, _GETFD, _SETFD, _GETFL, _SETFL, _DUPFD_CLOEXEC. Others name a process that gets a signal.
    "fcntl": (72, 25, _one_of(SECOND, 0, 1, 2, 3, 4, 1030)),
    # TCGETS, TCGETS2, TIOCGWINSZ, FIONREAD, FIOCLEX, FIONCLEX, FIONBIO. One of the others types on a terminal.
    "ioctl": (16, 29, _one_of(SECOND, 0x5401, 0x802C542A, 0x5413, 0x541B, 0x5451, 0x5450, 0x5421)),
    "open": (2, None, _to_read(SECOND)),
    "openat": (257, 56, _to_read(THIRD)),
    # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA: what a thread and a piece of memory are called.
    "prctl": (157, 167, _one_of(FIRST, 15, 16, 0x53564D41)),
    # What its limits are; to be given new ones it must hand some over.
    "prlimit64": (
        302,
        261,
        [(LOAD, 0, 0, THIRD), (EQUALS, 0, 2, 0), (LOAD, 0, 0, THIRD + UPPER_HALF), (EQUALS, 1, 0, 0), NOT, LET],
    ),
}


@dataclass(frozen=True, slots=True)
class Machine:
    """A processor that the filter is written for. `column`: whose numbers are its."""

    audit: int
    column: int


MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}


def program(machine: Machine) -> list[Step]:
    """The filter: each step is (operation, steps to skip if so, steps to skip if not, operand)."""
    steps: list[Step] = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUALS, 1, 0, machine.audit),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, X32),
        (RETURN, 0, 0, KILL),
    ]
    for numbers in NAMED.values():
        if (number := numbers[machine.column]) is not None:
            steps += [(EQUALS, 0, 1, number), LET]
    for *numbers_of, looked_at in AS_ASKED.values():
        if (number := numbers_of[machine.column]) is not None:
            steps += [(EQUALS, 0, len(looked_at), number), *looked_at]
    return [*steps, (AT_LEAST, 0, 1, YOUNG), NONE_SUCH, NOT]
