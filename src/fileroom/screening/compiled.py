"""Compiled phrases kept on disk: compiling them takes seconds at every start, reading them back a few milliseconds.

A kept database answers for everything that is screened, so nothing is taken that this user did not write whole: the
folder and the file must be the user's own and closed to all others, and the digest in front must be that of what
follows. Whatever fails this is passed over, and the phrases are compiled.
"""

from __future__ import annotations

import os
import platform
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import hyperscan

HEADER = b"fileroom screening 1\n"
DIGEST = sha256().digest_size
STARTLESS = hyperscan.HS_FLAG_DOTALL
FLAGS = hyperscan.HS_FLAG_SOM_LEFTMOST | STARTLESS
KEPT = 48  # files of a folder: those of a few earlier word lists, that other versions beside this one may still read
MOST = 256 * 1024 * 1024  # bytes of a kept file that will be read
NOT_OTHERS = 0o077
Phrase = tuple[int, str]  # its number, and the expression


def place() -> Path:
    """Where compiled phrases are kept: in the user's cache folder. It need not be there yet."""
    return Path(os.path.expanduser("~/.cache")) / "fileroom" / "screening"


def database(phrases: Sequence[Phrase], flags: int = FLAGS) -> hyperscan.Database:
    """The phrases compiled, or read back from disk where they are kept there.

    `flags`: STARTLESS not to tell where a match starts. Raises hyperscan.error where one is no expression.
    """
    key = _key(phrases, flags)
    kept = _read(place(), key)
    if kept is not None:
        with suppress(hyperscan.error):  # of another machine or another library, though the key says it is not
            return hyperscan.loadb(kept, hyperscan.HS_MODE_BLOCK)
    made = _compiled(phrases, flags)
    with suppress(OSError):  # no disk, no room, no right: it is compiled at the next start too
        _write(place(), key, hyperscan.dumpb(made))
    return made


def _compiled(phrases: Sequence[Phrase], flags: int = FLAGS) -> hyperscan.Database:
    made = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions = [it.encode() for _, it in phrases]
    made.compile(expressions=expressions, ids=[at for at, _ in phrases], flags=[flags] * len(phrases))
    return made


@cache
def _machine() -> str:
    """The library and the processor a database is compiled for."""
    probe = _compiled([(0, "a")])
    return f"{version('hyperscan')} {probe.info()!r} {platform.machine()} {platform.processor()} {_abilities()}"


def _abilities() -> str:
    """What the processor says it can do, where the system tells."""
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
        return next((line for line in lines if line.startswith(("flags", "Features"))), "")
    return ""


def _key(phrases: Sequence[Phrase], flags: int = FLAGS) -> bytes:
    """The digest of all that decides what compiling gives."""
    told = sha256(f"{flags} {_machine()}".encode())
    for number, expression in phrases:
        written = expression.encode()
        told.update(b"%d %d " % (number, len(written)) + written)
    return told.digest()


def _is_own(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & NOT_OTHERS


def _is_safe(folder: Path) -> bool:
    """Whether the folder is a folder, no link to one, the user's own and closed to others."""
    status = os.lstat(folder)
    return stat.S_ISDIR(status.st_mode) and _is_own(status)


def _read(folder: Path, key: bytes) -> bytes | None:
    """What is kept under the key, or None: not there, torn, not the user's own, or not what its digest says."""
    try:
        if not _is_safe(folder):
            return None
        opened = os.open(folder / key.hex(), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(opened, "rb") as file:
            status = os.fstat(opened)
            written = file.read() if _is_own(status) and status.st_size <= MOST else b""
    except OSError:
        return None
    front = len(HEADER) + 2 * DIGEST
    told, body = written[:front], written[front:]
    return body if told == HEADER + key + sha256(body).digest() else None


def _write(folder: Path, key: bytes, body: bytes) -> None:
    """Keep it: written whole under another name, then given its own, so that nobody reads half of it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_safe(folder):
        return
    made, name = tempfile.mkstemp(dir=folder)  # readable by the user alone
    try:
        with os.fdopen(made, "wb") as file:
            file.write(HEADER + key + sha256(body).digest() + body)
        os.replace(name, folder / key.hex())
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    for old in sorted(folder.iterdir(), key=lambda it: it.lstat().st_mtime_ns, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
