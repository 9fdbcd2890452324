"""Walls around a worker: so much memory, no network, no other program, nothing written.

What is stopped, and by what:

- On Linux (x86-64, ARM64) a seccomp filter lets through the system calls that reading takes and no others, so it binds
  C libraries as it does Python (`calls.py`). It needs no rights, no package and no container.
- On Linux a copy has no right of root's, and where the kernel has Landlock it reads the program's own files only and
  sees into no other process (`reach.py`).
- Everywhere: RLIMIT_AS bounds memory (macOS takes it and does not keep it), RLIMIT_FSIZE lets no file grow, and no
  core is dumped.
- Where there is no seccomp (macOS, other processors) an audit hook refuses sockets and programs to Python code. It does
  not bind a C library. `raise_walls` says which stand.

Where there is no Landlock, files that the worker's account may read can still be read. What is read can leave by the
worker's answer only.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import resource
import struct
import sys

from fileroom.screening.opening.calls import MACHINES, program
from fileroom.screening.opening.reach import LIBC, drop_rights, stay_with_own

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
SIGKILL = 9
SECCOMP_MODE_FILTER = 2
FORBIDDEN_TO_PYTHON = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.kill")


def raise_walls(memory: int, seconds: float) -> tuple[str, ...]:
    """Put up all the walls there are, for good: this process may have `memory` more bytes than it has, and no more.

    `seconds` of processor time end it, should whoever watches its clock be gone. Returns the names of those that stand.
    """
    standing = ["memory", "files"]
    _limit(resource.RLIMIT_AS, _in_use() + memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_CPU, int(seconds) + 5)
    if sys.platform == "linux" and LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        standing += [name for name, stands in (("rights", drop_rights()), ("reading", stay_with_own())) if stands]
    if _seccomp():
        return (*standing, "network", "processes")
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
    return bool(FILTER and LIBC.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, FILTER[0], 0, 0) == 0)


def _filter() -> tuple[ctypes.Array[ctypes.c_char], ctypes.Array[ctypes.c_char]] | None:
    """The filter as the kernel takes it: where it lies, and (kept alive with it) its steps."""
    machine = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if machine is None:
        return None
    steps = program(machine)
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    return ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))), code


def _refuse_python(event: str, _: object) -> None:
    if event.startswith(FORBIDDEN_TO_PYTHON):
        raise PermissionError(errno.EPERM, "a worker that opens documents has no network and starts no program")


FILTER = _filter()
