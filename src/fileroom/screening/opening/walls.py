"""Walls around a worker: so much memory, no network, no other program, nothing written.

What is stopped, and by what:

- On Linux (x86-64, ARM64) a seccomp filter refuses the system calls themselves, so it binds C libraries as it does
  Python: sockets of every family, new processes and programs, signals to others, mounts and name spaces, io_uring, and
  all that makes, changes, dates, marks or removes files. It needs no rights, no package and no container.
- Everywhere: RLIMIT_AS bounds memory (macOS takes it and does not keep it), RLIMIT_FSIZE lets no file grow, and no
  core is dumped.
- Where there is no seccomp (macOS, other processors) an audit hook refuses sockets and programs to Python code. It does
  not bind a C library. `raise_walls` says which stand.

Files that the worker's account may read can still be read; what is read can leave by the worker's answer only.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
import sys

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
SIGKILL = 9
SECCOMP_MODE_FILTER = 2
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, EQUALS, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
# Offsets in what the kernel shows the filter: the call's number, the architecture, the arguments' lower halves.
NUMBER, ARCHITECTURE, FIRST, SECOND, THIRD = 0, 4, 16, 24, 32
CLONE_THREAD = 0x10000
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

# Numbers of system calls. The same order in both: network; programs and processes; signals; the kernel; files; what is
# written about files: their times, extended attributes and modes.
MACHINES: dict[str, dict[str, object]] = {
    "x86_64": {
        "audit": 0xC000003E,
        "refused": (
            *(41, 42, 43, 44, 46, 49, 50, 53, 288, 307),
            *(56 + 1, 58, 59, 322, 101, 310, 311),
            *(62, 200, 234, 129, 424),
            *(165, 166, 272, 308, 321, 298, 323, 425, 426, 427),
            *(76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 133, 258, 259, 260, 263, 264, 265, 266, 268, 316),
            *(132, 235, 261, 280, 188, 189, 190, 197, 198, 199, 452, 463, 466, 469),
        ),
        "clone": 56,
        "open": {2: SECOND, 257: THIRD},
        "unknown": (435, 437),
    },
    "aarch64": {
        "audit": 0xC00000B7,
        "refused": (
            *(198, 203, 202, 206, 211, 200, 201, 199, 242, 269),
            *(221, 281, 117, 270, 271),
            *(129, 130, 131, 138, 424),
            *(40, 39, 97, 268, 280, 241, 282, 425, 426, 427),
            *(45, 46, 33, 34, 35, 36, 37, 38, 52, 53, 54, 55, 276),
            *(88, 5, 6, 7, 14, 15, 16, 452, 463, 466, 469),
        ),
        "clone": 220,
        "open": {56: THIRD},
        "unknown": (435, 437),
    },
}
FORBIDDEN_TO_PYTHON = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.kill")


def raise_walls(memory: int, seconds: float) -> tuple[str, ...]:
    """Put up all the walls there are, for good: this process may have `memory` more bytes than it has, and no more.

    `seconds` of processor time end it, should whoever watches its clock be gone. Returns the names of those that stand.
    """
    standing = ("memory", "files")
    _limit(resource.RLIMIT_AS, _in_use() + memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_CPU, int(seconds) + 5)
    if _seccomp():
        return (*standing, "network")
    sys.addaudithook(_refuse_python)
    return (*standing, "network to Python only")


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _in_use() -> int:
    """Bytes of address space that the process has now."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def end_with_parent() -> None:
    """Let the kernel end this process when its parent ends."""
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)


def _seccomp() -> bool:
    if FILTER is None or LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return bool(LIBC.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, FILTER[0], 0, 0) == 0)


Step = tuple[int, int, int, int]


def program(machine: dict[str, object]) -> list[Step]:
    """The filter: each step is (operation, steps to skip if so, steps to skip if not, operand)."""
    refuse = (RETURN, 0, 0, REFUSE | errno.EPERM)
    steps: list[Step] = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUALS, 1, 0, _number(machine["audit"])),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        # Numbers from here on are another way to call the same kernel (x32).
        (AT_LEAST, 0, 1, 0x40000000),
        (RETURN, 0, 0, KILL),
    ]
    for call in _numbers(machine["refused"]):
        steps += [(EQUALS, 0, 1, call), refuse]
    for call in _numbers(machine["unknown"]):
        # The C library falls back to the older call, whose arguments a filter can see.
        steps += [(EQUALS, 0, 1, call), (RETURN, 0, 0, REFUSE | errno.ENOSYS)]
    # A thread may begin, a process may not.
    steps += [(EQUALS, 0, 4, _number(machine["clone"])), (LOAD, 0, 0, FIRST), (ANY_BIT, 1, 0, CLONE_THREAD), refuse]
    steps += [(RETURN, 0, 0, ALLOW)]
    opens = machine["open"]
    assert isinstance(opens, dict)
    for call, flags in opens.items():
        steps += [(EQUALS, 0, 4, call), (LOAD, 0, 0, flags), (ANY_BIT, 0, 1, TO_WRITE), refuse, (RETURN, 0, 0, ALLOW)]
    return [*steps, (RETURN, 0, 0, ALLOW)]


def _filter() -> tuple[ctypes.Array[ctypes.c_char], ctypes.Array[ctypes.c_char]] | None:
    """The filter as the kernel takes it: where it lies, and (kept alive with it) its steps."""
    machine = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if machine is None:
        return None
    steps = program(machine)
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    return ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))), code


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _numbers(value: object) -> tuple[int, ...]:
    assert isinstance(value, tuple)
    return value


def _refuse_python(event: str, _: object) -> None:
    if event.startswith(FORBIDDEN_TO_PYTHON):
        raise PermissionError(errno.EPERM, "a worker that opens documents has no network and starts no program")


LIBC = ctypes.CDLL(None, use_errno=True)
FILTER = _filter()
