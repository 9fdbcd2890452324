"""How far a copy that reads a document reaches: no other process, no right of root's, no file but the program's own.

Landlock (Linux 5.13, where the machine has it on) keeps both files and processes from it. Where there is none, what
keeps the process that asked is that it is closed to others of its account, and that the copy has fewer rights.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
import sys
import sysconfig
from pathlib import Path

import fileroom

PR_SET_DUMPABLE = 4
# Landlock's calls have one number on all machines.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
PATH_BENEATH = 1
# All that its first edition knows of: 13 ways to a file. What no rule grants is refused.
ALL_WAYS, READ_FILE, READ_FOLDER = (1 << 13) - 1, 1 << 2, 1 << 3
CAPABILITIES, OF_TWO_WORDS = 1 << 2, 0x20080522  # CAP_DAC_READ_SEARCH alone; the third edition of the structure
# Where fonts, models of OCR and C libraries lie; what processors there are; chance, for PDFs under lock.
OF_THE_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/nix/store",
    "/etc/ld.so.cache",
    "/proc/cpuinfo",
    "/sys/devices/system/cpu",
    "/dev/null",
    "/dev/random",
    "/dev/urandom",
)

LIBC = ctypes.CDLL(None, use_errno=True)


def close_to_others() -> None:
    """Let no other process of this account look into this one, or take what it has open. It leaves no core either."""
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def drop_rights() -> bool:
    """Be root without what root may, but for reading: the program may lie in another account's folder."""
    head = struct.pack("Ii", OF_TWO_WORDS, 0)
    words = ctypes.create_string_buffer(24)
    if sys.platform != "linux" or LIBC.capget(head, words):
        return False
    effective, permitted, *_ = struct.unpack("6I", words.raw)
    kept = struct.pack("6I", effective & CAPABILITIES, permitted & CAPABILITIES, 0, 0, 0, 0)
    return bool(LIBC.capset(head, kept) == 0)


def _own_places() -> list[str]:
    """Where the program, its Python and what they need lie."""
    code = [sys.prefix, sys.base_prefix, str(Path(fileroom.__file__).parent)]
    code += [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    installed = [place for place in sys.path if os.path.basename(place) in ("site-packages", "dist-packages")]
    return [*dict.fromkeys((*code, *installed, *OF_THE_SYSTEM))]


def stay_with_own() -> bool:
    """Read beneath OWN_PLACES only, from here on. It needs "no new privileges", and binds this thread."""
    handled = struct.pack("Q", ALL_WAYS)
    rules = _call(CREATE_RULESET, handled, len(handled), 0) if sys.platform == "linux" else -1
    if rules < 0:
        return False
    try:
        for place in OWN_PLACES:
            _grant(rules, place)
        return _call(RESTRICT_SELF, rules, 0) == 0
    finally:
        os.close(rules)


def _grant(rules: int, place: str) -> None:
    with contextlib.suppress(OSError):
        opened = os.open(place, os.O_PATH | os.O_CLOEXEC)
        try:
            ways = READ_FILE | READ_FOLDER if os.path.isdir(place) else READ_FILE
            _call(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", ways, opened), 0)
        finally:
            os.close(opened)


def _call(number: int, *arguments: int | bytes) -> int:
    words = (ctypes.c_char_p(it) if isinstance(it, bytes) else ctypes.c_long(it) for it in arguments)
    return int(LIBC.syscall(ctypes.c_long(number), *words))


OWN_PLACES = _own_places()
