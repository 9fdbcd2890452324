"""A worker whose parsers are hostile: what they try is told by the first word of the document."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket
import time
from collections.abc import Callable

from fileroom.screening.opening import ocr
from fileroom.screening.opening.frames import HEAD, packed
from fileroom.screening.opening.worker import main
from fileroom.screening.parts import Extracted, Limits, Part
from fileroom.screening.reading import TextKind

# The folder in which an act tries what it tries: the rest of the document's words.
FOLDER: list[str] = []
# Where a worker writes its answers.
ANSWERS = 3
LIBC = ctypes.CDLL(None, use_errno=True)
# Who asked for the document, and the worker that this is a copy of.
OTHERS = (os.getppid(), os.getpid())
# What one process can do to another, by its numbers on x86-64 and ARM64. Signal 0 harms nobody.
TO_OTHERS: dict[str, tuple[int, int, tuple[int, ...]]] = {
    "kcmp": (312, 272, (*OTHERS, 0, 0, 0)),
    "kill": (62, 129, (OTHERS[0], 0)),
    "msgget": (68, 186, (0, 0o1600)),
    "pidfd_getfd": (438, 438, (0, 0, 0)),
    "pidfd_open": (434, 434, (OTHERS[0], 0)),
    "pidfd_send_signal": (424, 424, (0, 0, 0, 0)),
    "process_madvise": (440, 440, (0, 0, 0, 0, 0)),
    "process_vm_readv": (310, 270, (OTHERS[0], 0, 0, 0, 0, 0)),
    "ptrace": (101, 117, (16, OTHERS[0], 0, 0)),
    "rt_sigqueueinfo": (129, 138, (OTHERS[0], 0, 0)),
    "rt_tgsigqueueinfo": (297, 240, (OTHERS[0], OTHERS[0], 0, 0)),
    "sched_setaffinity": (203, 122, (OTHERS[0], 0, 0)),
    "semget": (64, 190, (0, 1, 0o1600)),
    "setpriority": (141, 140, (0, OTHERS[0], 0)),
    "shmget": (29, 194, (0, 4096, 0o1600)),
    "tgkill": (234, 131, (OTHERS[0], OTHERS[0], 0)),
    "a signal for a pipe": (72, 25, (2, 8, OTHERS[0])),
    "a word typed on a terminal": (16, 29, (2, 0x5412, 0)),
}


def python_socket() -> str:
    """Reach out as Python does."""
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "reached out"


def c_socket() -> str:
    """Reach out as a C library does: Python hears nothing of it."""
    if LIBC.socket(int(socket.AF_INET), int(socket.SOCK_STREAM), 0) < 0:
        return errno.errorcode[ctypes.get_errno()]
    return "reached out"


def c_program() -> str:
    """Start a program as a C library does."""
    return "started" if LIBC.system(b"true") == 0 else "refused"


def c_unlink() -> str:
    """Remove a file as a C library does."""
    return "removed" if LIBC.unlink(f"{FOLDER[0]}/kept".encode()) == 0 else errno.errorcode[ctypes.get_errno()]


def write() -> str:
    """Make a file."""
    try:
        with open(f"{FOLDER[0]}/made", "w", encoding="ascii") as made:
            made.write("x")
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "written"


def mark() -> str:
    """Date and mark a file, as far as anything lets."""
    kept = f"{FOLDER[0]}/kept"
    acts: dict[str, Callable[[], object]] = {
        "utime": lambda: os.utime(kept, (1, 1)),
        "setxattr": lambda: os.setxattr(kept, "user.a", b"1"),
        "removexattr": lambda: os.removexattr(kept, "user.b"),
        "chmod": lambda: os.chmod(kept, 0o600),
    }
    done = []
    for name, act in acts.items():
        try:
            act()
            done.append(name)
        except OSError as error:
            if error.errno != errno.EPERM:
                done.append(f"{name} {errno.errorcode[error.errno or 0]}")
    return " ".join(done) or "refused"


def reach_others() -> str:
    """Do to another process what one process can."""
    LIBC.syscall.restype = ctypes.c_long
    column = platform.machine() == "aarch64"
    reached = []
    for name, (*numbers, arguments) in TO_OTHERS.items():
        ctypes.set_errno(0)
        LIBC.syscall(*(ctypes.c_long(it) for it in (numbers[column], *arguments)))
        if ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
            reached.append(name)
    return ", ".join(reached) or "refused"


def look_into_others() -> str:
    """Read what the kernel shows of another process of the same account."""
    seen = []
    for path in [f"/proc/{process}/{what}" for process in OTHERS for what in ("environ", "maps", "mem", "fd/0")]:
        try:
            os.close(os.open(path, os.O_RDONLY))
            seen.append(path)
        except PermissionError:
            pass
    return ", ".join(seen) or "refused"


def read_another_file() -> str:
    """Read a file that is none of the program's."""
    try:
        with open(f"{FOLDER[0]}/kept", encoding="ascii") as kept:
            return kept.read()
    except OSError as error:
        return errno.errorcode[error.errno or 0]


def forge() -> str:
    """Answer for the next document, through the worker's own way out."""
    answer = packed(Extracted((Part("forged", TextKind.PROSE),), None, 0, 0, "forged"))
    try:
        for number in range(50):
            os.write(ANSWERS, HEAD.pack(number, len(answer)) + answer)
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "forged"


def eat() -> str:
    """Take memory without end."""
    eaten = []
    while True:
        eaten.append(bytearray(16 << 20))


def c_eat() -> str:
    """Take memory as a C library does that does not ask whether there is any."""
    LIBC.malloc.restype = ctypes.c_void_p
    while True:
        block = LIBC.malloc(ctypes.c_size_t(16 << 20))
        LIBC.memset(ctypes.c_void_p(block), 1, ctypes.c_size_t(16 << 20))


def hang() -> str:
    """Never come back."""
    while True:
        time.sleep(1)


def crash() -> str:
    """Read where nothing is."""
    return ctypes.string_at(0).decode()


def crash_of_pictures() -> str:
    """Break where pictures are read, and nowhere else."""
    return crash() if ocr.engine() else "what the letters say"


def answer_at_length() -> str:
    """An ordinary answer, larger than a pipe holds."""
    return "word " * 1_000_000


def answer_without_end() -> str:
    """An answer far longer than a text of ten letters has."""
    return "word " * 5_000_000


def surroundings() -> str:
    """All that the worker was told when it was started."""
    return repr(dict(os.environ))


PLANTED: dict[bytes, Callable[[], str]] = {
    act.__name__.encode(): act
    for act in (
        python_socket,
        c_socket,
        c_program,
        c_unlink,
        write,
        mark,
        reach_others,
        look_into_others,
        read_another_file,
        forge,
        eat,
        c_eat,
        hang,
        crash,
        crash_of_pictures,
        answer_at_length,
        answer_without_end,
        surroundings,
    )
}


def read(body: bytes, _: str, __: Limits) -> Extracted:
    """Do what the document says, and tell what came of it."""
    word, *folder = body.split(maxsplit=1)
    FOLDER.extend(path.decode() for path in folder)
    act = PLANTED.get(word)
    said = act() if act else f"process {os.getpid()}"
    return Extracted((Part(said, TextKind.PROSE),), None, 0, 0, "")


if __name__ == "__main__":
    main(read)
